/* SPDX-License-Identifier: Apache-2.0 */
/* Entries of the trail and the names they are read by. */
#include "trail/trail_store.h"

#include "generated/trail_sql.h"

/* What nobody has is none or empty, no error. */
static enum err or_none(enum err err)
{
	return err == ERR_NOT_FOUND ? ERR_OK : err;
}

enum err trail_owner_load(const struct job *job, const struct id *object, struct id *owner)
{
	*owner = (struct id){{0}};
	return or_none(sql_trail_owner(job, object, owner));
}

enum err trail_each(struct job *job, struct trail_span span,
		    bool (*each)(void *arg, const struct trail_entry *entry), void *arg)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	CLEANUP(query_close)
	struct query *q = sql_trail_entries(job, span.before, span.least);
	struct trail_row row;
	bool goes_on = true;

	while (goes_on && sql_trail_entries_next(q, mem, &row)) {
		if (!id_parse(row.object, &row.entry.object))
			row.entry.object = (struct id){{0}};
		goes_on = each(arg, &row.entry);
		arena_clear(mem);
	}
	return goes_on ? query_error(q) : ERR_OK;
}

enum err trail_account_load(struct job *job, const struct id *akun_id, struct trail_orang *out)
{
	*out = (struct trail_orang){.nama = STR_NONE};
	return or_none(sql_trail_akun_orang(job, akun_id, out));
}

enum err trail_person_load(struct job *job, const struct id *pegawai_id, struct trail_orang *out)
{
	*out = (struct trail_orang){.nama = STR_NONE};
	return or_none(sql_trail_pegawai_orang(job, pegawai_id, out));
}

typedef enum err list_ids(const struct job *job, struct str pattern, struct id **ids, int *count);

static enum err ids_load(struct job *job, list_ids *list, struct str name, struct table *out)
{
	struct id *ids;
	int count;
	enum err err = list(job, query_pattern(job->mem, name), &ids, &count);

	table_init(out, job->mem, 256);
	for (int i = 0; i < count; i++)
		table_put(out, id_str(job->mem, &ids[i]), 1);
	return err;
}

enum err trail_accounts_named(struct job *job, struct str name, struct table *out)
{
	return ids_load(job, sql_trail_akun_of_name, name, out);
}

enum err trail_objects_named(struct job *job, struct str name, struct table *out)
{
	return ids_load(job, sql_trail_objek_of_name, name, out);
}
