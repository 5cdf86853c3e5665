/* SPDX-License-Identifier: Apache-2.0 */
/* Keeps an event and asks those who read its kind. */
#include "audit/event.h"

#include "generated/audit_sql.h"

static enum err keep(struct job *job, struct str jenis, const struct id *objek_id)
{
	struct id id = id_make();

	return sql_event_insert(job, &id, jenis, objek_id, job->now);
}

static enum err read_all(struct job *job, struct str jenis, const struct event *event)
{
	enum err err = ERR_OK;

	for (int i = 0; !err && i < event_reader_count; i++)
		if (str_is(jenis, event_readers[i].jenis))
			err = event_readers[i].read(job, event);
	return err;
}

enum err event_ask(struct job *job, struct str jenis, const struct id *objek_id)
{
	return read_all(job, jenis, &(struct event){.objek_id = *objek_id});
}

enum err event_tell_with(struct job *job, struct str jenis, const struct event *event)
{
	enum err err = keep(job, jenis, &event->objek_id);

	return err ? err : read_all(job, jenis, event);
}

enum err event_tell(struct job *job, struct str jenis, const struct id *objek_id)
{
	return event_tell_with(job, jenis, &(struct event){.objek_id = *objek_id});
}
