/* SPDX-License-Identifier: Apache-2.0 */
/* The rows of the chain, and whose chains there are. */
#include "audit/audit_store.h"

#include "db/query.h"
#include "generated/audit_sql.h"

enum err audit_head_load(struct db *db, struct arena *mem, struct audit_head *out)
{
	*out = (struct audit_head){0};
	enum err err = sql_audit_head(JOB_OF(db, mem), out);

	return err == ERR_NOT_FOUND ? ERR_OK : err;
}

enum err audit_each_after(struct db *db, int64_t number, int limit,
			  void (*each)(void *arg, const struct audit_row *row), void *arg)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	CLEANUP(query_close) struct query *q = sql_audit_after(JOB_OF(db, mem), number, limit);
	struct audit_row row;

	while (sql_audit_after_next(q, mem, &row)) {
		each(arg, &row);
		arena_clear(mem);
	}
	return query_error(q);
}

static enum err agencies_work(struct db *db, void *arg)
{
	struct audit_agencies *list = arg;

	return sql_audit_instansi_all(JOB_OF(db, list->mem), &list->at, &list->count);
}

enum err audit_agencies_load(struct store *store, struct audit_agencies *out)
{
	return store_read(store, NULL, agencies_work, out);
}
