/* SPDX-License-Identifier: Apache-2.0 */
#include "audit/audit_store.h"

#include "db/query.h"
#include "generated/audit_sql.h"

#include <string.h>

enum err audit_head_load(struct db *db, struct arena *mem, struct audit_head *out)
{
	CLEANUP(query_close) struct query *q = query_open(db, &SQL_AUDIT_HEAD);

	memset(out, 0, sizeof(*out));
	if (!query_next(q))
		return query_error(q);
	out->number = query_column_int(q, 0);
	out->at = query_column_int(q, 1);
	struct str hash = query_column_bytes(q, 2, mem);
	if (hash.len == sizeof(out->hash))
		memcpy(out->hash, hash.at, sizeof(out->hash));
	return ERR_OK;
}

enum err audit_insert(struct db *db, const struct audit_row *row)
{
	CLEANUP(query_close) struct query *q = query_open(db, &SQL_AUDIT_INSERT);

	query_int(q, 2, row->number);
	query_int(q, 3, row->at);
	query_id(q, 4, &row->akun_id);
	query_text(q, 5, row->peran);
	query_text(q, 6, row->deed);
	query_text(q, 7, row->object);
	query_text(q, 8, row->reason);
	query_bytes(q, 9, row->before);
	query_bytes(q, 10, row->after);
	query_text(q, 11, row->request_id);
	query_bytes(q, 12, row->hash);
	return query_run_later(q);
}

static struct audit_row row_read(struct query *q, struct arena *mem)
{
	return (struct audit_row){
		.number = query_column_int(q, 0),
		.at = query_column_int(q, 1),
		.akun_id = query_column_id(q, 2),
		.peran = query_column_text(q, 3, mem),
		.deed = query_column_text(q, 4, mem),
		.object = query_column_text(q, 5, mem),
		.reason = query_column_text(q, 6, mem),
		.before = query_column_bytes(q, 7, mem),
		.after = query_column_bytes(q, 8, mem),
		.request_id = query_column_text(q, 9, mem),
		.hash = query_column_bytes(q, 10, mem),
	};
}

enum err audit_each_after(struct db *db, int64_t number, int limit,
			  void (*each)(void *arg, const struct audit_row *row), void *arg)
{
	CLEANUP(query_close) struct query *q = query_open(db, &SQL_AUDIT_AFTER);
	CLEANUP(arena_close) struct arena *mem = arena_make();

	query_int(q, 2, number);
	query_int(q, 3, limit);
	while (query_next(q)) {
		struct audit_row row = row_read(q, mem);
		each(arg, &row);
		arena_clear(mem);
	}
	return query_error(q);
}

enum err audit_instansi_all(struct db *db, struct arena *mem, struct audit_instansi **out,
			    int *count)
{
	CLEANUP(query_close) struct query *q = query_open(db, &SQL_AUDIT_INSTANSI_ALL);

	*out = NULL;
	*count = 0;
	while (query_next(q)) {
		*out = arena_grow(mem, *out, *count, sizeof **out);
		(*out)[(*count)++] = (struct audit_instansi){query_column_id(q, 0),
							     query_column_text(q, 1, mem)};
	}
	return query_error(q);
}

static enum err agencies_work(struct db *db, void *arg)
{
	struct audit_agencies *list = arg;

	return audit_instansi_all(db, list->mem, &list->at, &list->count);
}

enum err audit_agencies_load(struct store *store, struct audit_agencies *out)
{
	return store_read(store, NULL, agencies_work, out);
}
