/* SPDX-License-Identifier: Apache-2.0 */
#include "trail/trail_store.h"

#include "db/query.h"
#include "generated/trail_sql.h"

enum err trail_owner_load(struct db *db, const struct id *object, struct id *owner)
{
	CLEANUP(query_close) struct query *q = query_open(db, &SQL_TRAIL_OWNER);

	query_id(q, 2, object);
	*owner = query_next(q) ? query_column_id(q, 0) : (struct id){{0}};
	return query_error(q);
}

static struct trail_entry entry_read(const struct query *q, struct arena *mem)
{
	struct trail_entry entry = {
		.number = query_column_int(q, 0),
		.at = query_column_int(q, 1),
		.akun_id = query_column_id(q, 2),
		.peran = query_column_text(q, 3, mem),
		.deed = query_column_text(q, 4, mem),
		.reason = query_column_text(q, 6, mem),
	};

	if (!id_parse(query_column_text(q, 5, mem), &entry.object))
		entry.object = (struct id){{0}};
	return entry;
}

enum err trail_each(struct job *job, struct trail_span span,
		    bool (*each)(void *arg, const struct trail_entry *entry), void *arg)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_TRAIL_ENTRIES);
	CLEANUP(arena_close) struct arena *mem = arena_make();
	bool goes_on = true;

	query_int(q, 2, span.before);
	query_int(q, 3, span.least);
	while (goes_on && query_next(q)) {
		struct trail_entry entry = entry_read(q, mem);
		goes_on = each(arg, &entry);
		arena_clear(mem);
	}
	return goes_on ? query_error(q) : ERR_OK;
}

enum err trail_at_load(struct job *job, int64_t number, int64_t *at)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_TRAIL_AT);

	query_int(q, 2, number);
	if (!query_next(q)) {
		enum err err = query_error(q);
		return err ? err : ERR_NOT_FOUND;
	}
	*at = query_column_int(q, 0);
	return ERR_OK;
}

static enum err name_load(struct job *job, const struct sql_block *block, const struct id *id,
			  struct str *out)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, block);

	query_id(q, 2, id);
	*out = query_next(q) ? query_column_text(q, 0, job->mem) : STR_NONE;
	return query_error(q);
}

enum err trail_account_name(struct job *job, const struct id *akun_id, struct str *out)
{
	return name_load(job, &SQL_TRAIL_AKUN_NAMA, akun_id, out);
}

enum err trail_person_name(struct job *job, const struct id *pegawai_id, struct str *out)
{
	return name_load(job, &SQL_TRAIL_PEGAWAI_NAMA, pegawai_id, out);
}

static struct str pattern_of(struct arena *mem, struct str name)
{
	struct str lower = str_lower(mem, str_trim(name));
	struct buf out;

	buf_init(&out, mem);
	buf_add_char(&out, '%');
	for (size_t i = 0; i < lower.len; i++) {
		if (lower.at[i] == '%' || lower.at[i] == '_' || lower.at[i] == '!')
			buf_add_char(&out, '!');
		buf_add_char(&out, lower.at[i]);
	}
	buf_add_char(&out, '%');
	return buf_str(&out);
}

static enum err ids_load(struct job *job, const struct sql_block *block, struct str name,
			 struct table *out)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, block);

	table_init(out, job->mem, 256);
	query_text(q, 2, pattern_of(job->mem, name));
	while (query_next(q)) {
		struct id id = query_column_id(q, 0);
		table_put(out, id_str(job->mem, &id), 1);
	}
	return query_error(q);
}

enum err trail_accounts_named(struct job *job, struct str name, struct table *out)
{
	return ids_load(job, &SQL_TRAIL_AKUN_OF_NAME, name, out);
}

enum err trail_objects_named(struct job *job, struct str name, struct table *out)
{
	return ids_load(job, &SQL_TRAIL_OBJEK_OF_NAME, name, out);
}
