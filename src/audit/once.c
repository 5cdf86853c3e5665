/* SPDX-License-Identifier: Apache-2.0 */
#include "audit/once.h"

#include "audit/audit_store.h"
#include "db/query.h"
#include "generated/audit_sql.h"
#include "law/access.h"

#define FORGET_ROWS 2000 /* a portion; a few milliseconds of the writer */
#define DAY_US ((int64_t)86400 * 1000000)

enum err once_begin(struct job *job, const struct once *once, bool *found, struct once_outcome *out)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_ONCE_FIND);

	query_id(q, 2, &job->actor->akun_id);
	query_text(q, 3, once->key);
	*found = query_next(q);
	if (!*found)
		return query_error(q);
	struct str deed = query_column_text(q, 0, job->mem);
	struct str digest = query_column_bytes(q, 1, job->mem);
	*out = (struct once_outcome){query_column_text(q, 2, job->mem),
				     query_column_text(q, 3, job->mem)};
	bool is_same =
		str_equal(deed, once->deed) && (digest.len == 0 || str_equal(digest, once->digest));
	return is_same ? query_error(q) : ERR_CONFLICT;
}

enum err once_keep(struct job *job, const struct once *once, const struct once_outcome *outcome)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_ONCE_INSERT);

	query_id(q, 2, &job->actor->akun_id);
	query_text(q, 3, once->key);
	query_text(q, 4, once->deed);
	query_bytes(q, 5, once->digest);
	query_text(q, 6, outcome->location);
	query_text(q, 7, outcome->note);
	query_int(q, 8, job->now);
	return query_run_later(q);
}

enum err once_lead(struct job *job, struct str location, const struct once_outcome *outcome)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_ONCE_LEAD);

	query_id(q, 2, &job->actor->akun_id);
	query_text(q, 3, location);
	query_text(q, 4, outcome->location);
	query_text(q, 5, outcome->note);
	return query_run(q, NULL);
}

struct forgetting {
	int64_t before, count;
};

static enum err forget_work(struct db *db, void *arg)
{
	CLEANUP(query_close) struct query *q = query_open(db, &SQL_ONCE_FORGET);
	struct forgetting *forgetting = arg;

	query_int(q, 2, forgetting->before);
	query_int(q, 3, FORGET_ROWS);
	return query_run(q, &forgetting->count);
}

enum err once_forget_old(struct store *store, int64_t now)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct audit_agencies agencies = {.mem = mem};
	struct forgetting work = {.before = now - ONCE_DAYS * DAY_US};
	enum err err = audit_agencies_load(store, &agencies);

	for (int i = 0; i < agencies.count && !err; i++) {
		do {
			err = store_write(store, &agencies.at[i].id, forget_work, &work);
		} while (!err && work.count == FORGET_ROWS);
	}
	return err;
}
