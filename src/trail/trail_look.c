/* SPDX-License-Identifier: Apache-2.0 */
/* Gathers looks in a bounded table. */
#include "trail/trail_look.h"

#include "audit/audit.h"
#include "base/table.h"
#include "trail/trail_store.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#define MANY 1000 /* looks that are written before their minute is over */
#define PORTION 200 /* entries a write: other changes wait no longer than for these */

/* What one account looked at; actor holds only what an entry tells of. */
struct look {
	struct actor actor;
	int64_t now;
	const char *deed;
	struct id object;
	bool is_own;
};

struct batch {
	struct arena *mem;
	struct table of; /* by agency, account, deed and object */
	struct look **at;
	int count;
};

struct trail_looks {
	pthread_mutex_t lock;
	struct batch batch; /* under lock */
};

static void batch_open(struct batch *batch)
{
	*batch = (struct batch){.mem = arena_make()};
	table_init(&batch->of, batch->mem, 64);
}

struct trail_looks *trail_looks_make(void)
{
	struct trail_looks *looks = calloc(1, sizeof(*looks));

	if (!looks)
		abort();
	pthread_mutex_init(&looks->lock, NULL);
	batch_open(&looks->batch);
	return looks;
}

void trail_looks_free(struct trail_looks *looks)
{
	if (!looks)
		return;
	arena_free(looks->batch.mem);
	pthread_mutex_destroy(&looks->lock);
	free(looks);
}

/* The actor without texts that belong to the request. */
static struct actor actor_kept(const struct actor *actor)
{
	struct actor kept = {.instansi_id = actor->instansi_id,
			     .akun_id = actor->akun_id,
			     .pegawai_id = actor->pegawai_id,
			     .zona = actor->zona,
			     .is_signed_in = true,
			     .scope_count = actor->scope_count};

	for (int i = 0; i < actor->scope_count; i++)
		kept.scopes[i].peran = actor->scopes[i].peran;
	return kept;
}

static struct str key_of(struct arena *mem, const struct trail_look *look)
{
	struct buf key;

	buf_init(&key, mem);
	buf_add(&key, (struct str){(const char *)look->actor->instansi_id.bytes, 16});
	buf_add(&key, (struct str){(const char *)look->actor->akun_id.bytes, 16});
	buf_add(&key, (struct str){(const char *)look->object.bytes, 16});
	buf_add_cstr(&key, look->deed);
	return buf_str(&key);
}

static void batch_take(struct batch *batch, const struct trail_look *look)
{
	struct str key = key_of(batch->mem, look);
	int64_t at = 0;

	if (table_get(&batch->of, key, &at))
		return;
	struct look *kept = arena_new(batch->mem, struct look);
	kept->actor = actor_kept(look->actor);
	kept->now = look->now;
	kept->deed = look->deed;
	kept->object = look->object;
	batch->at = arena_grow(batch->mem, batch->at, batch->count, sizeof(struct look *));
	batch->at[batch->count] = kept;
	table_put(&batch->of, key, batch->count++);
}

void trail_looks_note(struct trail_looks *looks, const struct trail_look *look)
{
	pthread_mutex_lock(&looks->lock);
	batch_take(&looks->batch, look);
	pthread_mutex_unlock(&looks->lock);
}

bool trail_looks_is_due(struct trail_looks *looks, int64_t now)
{
	pthread_mutex_lock(&looks->lock);
	const struct batch *batch = &looks->batch;
	bool is_due = batch->count >= MANY ||
		      (batch->count > 0 &&
		       now - batch->at[0]->now >= TRAIL_LOOK_SECONDS * INT64_C(1000000));
	pthread_mutex_unlock(&looks->lock);
	return is_due;
}

/* ---- Writing ---- */

/* A run of looks at one agency's records. */
struct portion {
	struct look **at;
	int count;
};

static enum err owners_work(struct db *db, void *arg)
{
	struct portion *portion = arg;
	enum err err = ERR_OK;

	for (int i = 0; i < portion->count && !err; i++) {
		struct look *look = portion->at[i];
		struct id owner = {{0}};
		err = trail_owner_load(JOB_OF(db, NULL), &look->object, &owner);
		look->is_own = !id_is_none(&owner) && id_equal(&owner, &look->actor.pegawai_id);
	}
	return err;
}

static enum err entries_work(struct db *db, void *arg)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct portion *portion = arg;
	enum err err = ERR_OK;

	for (int i = 0; i < portion->count && !err; i++) {
		const struct look *look = portion->at[i];
		struct job job = {.mem = mem,
				  .db = db,
				  .actor = &look->actor,
				  .now = look->now,
				  .request_id = STR("baca")};
		struct audit_entry entry = {.deed = look->deed, .object = look->object};
		if (!look->is_own)
			err = audit_add(&job, &entry);
	}
	return err;
}

static enum err portion_write(struct store *store, struct portion *portion)
{
	const struct id *instansi = &portion->at[0]->actor.instansi_id;
	enum err err = store_read(store, instansi, owners_work, portion);

	return err ? err : store_write(store, instansi, entries_work, portion);
}

static int by_agency(const void *a, const void *b)
{
	const struct look *const *x = a, *const *y = b;
	int order = memcmp(&(*x)->actor.instansi_id, &(*y)->actor.instansi_id, sizeof(struct id));

	return order ? order : ((*x)->now > (*y)->now) - ((*x)->now < (*y)->now);
}

static struct portion portion_from(struct batch *batch, int from)
{
	struct portion portion = {.at = batch->at + from};

	while (from + portion.count < batch->count && portion.count < PORTION &&
	       id_equal(&portion.at[portion.count]->actor.instansi_id,
			&portion.at[0]->actor.instansi_id))
		portion.count++;
	return portion;
}

/* Looks from this one on go back, beside those that came meanwhile. */
static void give_back(struct trail_looks *looks, const struct batch *batch, int from)
{
	for (int i = from; i < batch->count; i++) {
		const struct look *look = batch->at[i];
		trail_looks_note(looks, &(struct trail_look){&look->actor, look->now, look->deed,
							     look->object});
	}
}

enum err trail_looks_write(struct trail_looks *looks, struct store *store)
{
	struct batch batch;
	enum err err = ERR_OK;
	int done = 0;

	pthread_mutex_lock(&looks->lock);
	batch = looks->batch;
	batch_open(&looks->batch);
	pthread_mutex_unlock(&looks->lock);
	if (batch.count > 0)
		qsort(batch.at, (size_t)batch.count, sizeof(struct look *), by_agency);
	while (done < batch.count && !err) {
		struct portion portion = portion_from(&batch, done);
		if (!(err = portion_write(store, &portion)))
			done += portion.count;
	}
	give_back(looks, &batch, done);
	arena_free(batch.mem);
	return err;
}
