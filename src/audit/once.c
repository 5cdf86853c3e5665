/* SPDX-License-Identifier: Apache-2.0 */
/* Keys of deeds: found, kept, led elsewhere, forgotten. */
#include "audit/once.h"

#include "audit/audit_store.h"
#include "base/crypto.h"
#include "generated/audit_sql.h"
#include "law/access.h"

#define FORGET_ROWS 250 /* a portion; a few milliseconds of the writer */
#define DAY_US ((int64_t)86400 * 1000000)

struct id once_guest(struct str token)
{
	uint8_t hash[CRYPTO_HASH_LEN];
	struct id guest;

	crypto_hash256(STR("tamu1"), token, hash);
	memcpy(guest.bytes, hash, sizeof(guest.bytes));
	return guest;
}

enum err once_begin(struct job *job, const struct once *once, bool *found, struct once_outcome *out)
{
	struct once_kept kept;
	enum err err = sql_once_find(job, &once->owner, once->key, &kept);

	*found = !err;
	if (err)
		return err == ERR_NOT_FOUND ? ERR_OK : err;
	*out = kept.outcome;
	bool is_same = str_equal(kept.deed, once->deed) &&
		       (kept.digest.len == 0 || str_equal(kept.digest, once->digest));
	return is_same ? ERR_OK : ERR_CONFLICT;
}

enum err once_keep(struct job *job, const struct once *once, const struct once_outcome *outcome)
{
	struct once_kept kept = {once->deed, once->digest, *outcome};

	return sql_once_insert(job, &kept, &once->owner, once->key, job->now);
}

enum err once_lead(struct job *job, struct str location, const struct once_outcome *outcome)
{
	return sql_once_lead(job, outcome, &job->actor->akun_id, location);
}

struct forgetting {
	int64_t before, count;
};

static enum err forget_work(struct db *db, void *arg)
{
	struct forgetting *forgetting = arg;

	return sql_once_forget(JOB_OF(db, NULL), forgetting->before, FORGET_ROWS,
			       &forgetting->count);
}

enum err once_forget_old(struct store *store, int64_t now, const struct pace *pace)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct audit_agencies agencies = {.mem = mem};
	struct forgetting work = {.before = now - ONCE_DAYS * DAY_US};
	enum err err = audit_agencies_load(store, &agencies);

	for (int i = 0; i < agencies.count && !err; i++) {
		do {
			err = store_write(store, &agencies.at[i].id, forget_work, &work);
		} while (!err && work.count == FORGET_ROWS && pace_goes_on(pace));
	}
	return err;
}
