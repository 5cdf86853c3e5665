/* SPDX-License-Identifier: Apache-2.0 */
#include "audit/event.h"

#include "db/query.h"
#include "generated/audit_sql.h"

static enum err keep(struct job *job, struct str jenis, const struct id *objek_id)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_EVENT_INSERT);
	struct id id = id_make();

	query_id(q, 2, &id);
	query_text(q, 3, jenis);
	query_id(q, 4, objek_id);
	query_int(q, 5, job->now);
	return query_run(q, NULL);
}

enum err event_ask(struct job *job, struct str jenis, const struct id *objek_id)
{
	enum err err = ERR_OK;

	for (int i = 0; !err && i < event_reader_count; i++)
		if (str_is(jenis, event_readers[i].jenis))
			err = event_readers[i].read(job, objek_id);
	return err;
}

enum err event_tell(struct job *job, struct str jenis, const struct id *objek_id)
{
	enum err err = keep(job, jenis, objek_id);

	return err ? err : event_ask(job, jenis, objek_id);
}
