/* SPDX-License-Identifier: Apache-2.0 */
/* Compares the database with the heads outside of it, and refuses changes when it lost one. */
#include "audit/guard.h"

#include "audit/audit_heads.h"
#include "audit/audit_store.h"
#include "audit/guard_file.h"
#include "audit/signing_key.h"
#include "base/log.h"
#include "law/access.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

struct guard {
	struct arena *mem; /* of heads and path */
	const char *path;
	pthread_mutex_t lock;
	struct guard_heads heads; /* under lock; the writer adds, the saver copies */
	bool is_new; /* under lock: not yet in the file */
	bool is_halted; /* under lock */
};

/* ---- Watching ---- */

static void durable(void *arg, const struct db_mark *mark)
{
	struct guard *guard = arg;

	pthread_mutex_lock(&guard->lock);
	guard->is_new |= guard_heads_take(&guard->heads, mark);
	pthread_mutex_unlock(&guard->lock);
}

/* Only agencies, numbers and the begin of hashes: nothing personal. */
static void tell_missing(const struct db_mark *mark)
{
	char id[ID_TEXT_LEN + 1] = "";

	id_write(&mark->instansi, id);
	log_error("audit.went_back",
		  "agency %s: entry %lld (%02x%02x%02x%02x) was confirmed and is not in this "
		  "database; changes are refused until a person has run: abdi audit verify, and "
		  "abdi audit accept-restore if this is the right database",
		  id, (long long)mark->number, mark->hash[0], mark->hash[1], mark->hash[2],
		  mark->hash[3]);
}

static enum err head_look(struct db *db, struct arena *mem, const struct db_mark *mark)
{
	uint8_t hash[CRYPTO_HASH_LEN];

	db_use_instansi(db, &mark->instansi);
	enum err err = audit_hash_at(db, mem, mark->number, hash);
	if (err && err != ERR_NOT_FOUND)
		return err;
	if (!err && memcmp(hash, mark->hash, sizeof(hash)) == 0)
		return ERR_OK;
	return ERR_HALTED;
}

static struct guard_heads heads_copy(struct guard *guard, struct arena *mem)
{
	struct guard_heads copy = {.mem = mem};

	pthread_mutex_lock(&guard->lock);
	copy.count = copy.cap = guard->heads.count;
	copy.at = arena_array(mem, struct db_mark, copy.count + 1);
	if (copy.count)
		memcpy(copy.at, guard->heads.at, (size_t)copy.count * sizeof(*copy.at));
	pthread_mutex_unlock(&guard->lock);
	return copy;
}

bool guard_is_halted(struct guard *guard)
{
	pthread_mutex_lock(&guard->lock);
	bool is_halted = guard->is_halted;
	pthread_mutex_unlock(&guard->lock);
	return is_halted;
}

static enum err admit(struct db *db, void *arg)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct guard *guard = arg;
	struct guard_heads heads = heads_copy(guard, mem);
	bool was_halted = guard_is_halted(guard); /* then it was said before */
	enum err err = ERR_OK;

	for (int i = 0; i < heads.count; i++) {
		enum err one = head_look(db, mem, &heads.at[i]);
		if (one && one != ERR_HALTED)
			return one;
		if (one && !was_halted)
			tell_missing(&heads.at[i]);
		err = one ? one : err;
	}
	if (err)
		guard_save(guard); /* what was lost must survive this process */
	pthread_mutex_lock(&guard->lock);
	guard->is_halted = err != ERR_OK;
	pthread_mutex_unlock(&guard->lock);
	return err;
}

static enum err learn_work(struct db *db, void *arg)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct guard *guard = arg;
	struct audit_head head;
	enum err err = audit_head_load(db, mem, &head);

	if (err || head.number == 0)
		return err;
	struct db_mark mark = {.instansi = *db_instansi(db), .number = head.number, .at = head.at};
	memcpy(mark.hash, head.hash, sizeof(mark.hash));
	durable(guard, &mark);
	return ERR_OK;
}

enum err guard_learn(struct guard *guard, struct store *store)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct audit_agencies agencies = {.mem = mem};
	enum err err = guard_is_halted(guard) ? ERR_HALTED : audit_agencies_load(store, &agencies);

	for (int i = 0; i < agencies.count && !err; i++)
		err = store_read(store, &agencies.at[i].id, learn_work, guard);
	return err;
}

void guard_save(struct guard *guard)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();

	pthread_mutex_lock(&guard->lock);
	bool is_new = guard->is_new;
	guard->is_new = false;
	pthread_mutex_unlock(&guard->lock);
	if (!is_new)
		return;
	struct guard_heads heads = heads_copy(guard, mem);
	enum err err = guard_file_save(guard->path, &heads, true);
	if (!err)
		return;
	log_error("audit.guard", "the newest heads could not be kept beside the data: %s",
		  err_name(err));
	pthread_mutex_lock(&guard->lock);
	guard->is_new = true;
	pthread_mutex_unlock(&guard->lock);
}

/* ---- Opening ---- */

struct key_work {
	struct arena *mem;
	uint8_t public_key[CRYPTO_PUBLIC_LEN];
};

static enum err key_make_work(struct db *db, void *arg)
{
	struct key_work *work = arg;
	uint8_t secret[CRYPTO_SECRET_LEN];
	enum err err = signing_key_make(db, work->mem, secret);

	if (err)
		return err;
	crypto_public_of(secret, work->public_key);
	crypto_wipe(secret, sizeof(secret));
	return ERR_OK;
}

static enum err key_look_work(struct db *db, void *arg)
{
	struct key_work *work = arg;

	return signing_key_public(db, work->mem, work->public_key);
}

static enum err look_work(struct db *db, void *arg)
{
	return admit(db, arg);
}

enum err guard_open(struct store *store, const char *data_dir, struct guard **out)
{
	struct key_work key = {.mem = arena_make()};
	enum err err = store_write(store, NULL, key_make_work, &key);
	struct guard *guard = calloc(1, sizeof(*guard));

	if (!guard)
		abort();
	guard->mem = key.mem;
	pthread_mutex_init(&guard->lock, NULL);
	if (!err) {
		guard->path = guard_file_path(guard->mem, data_dir, key.public_key);
		err = guard_file_load(guard->mem, guard->path, &guard->heads);
		if (err == ERR_NOT_FOUND)
			err = ERR_OK;
		if (err)
			log_error("audit.guard", "%s cannot be read: %s", guard->path,
				  err_name(err));
	}
	/* A reader sees only what is durable; here it also speaks before anybody asks to write. */
	if (!err && (err = store_read(store, NULL, look_work, guard)) == ERR_HALTED)
		err = ERR_OK;
	if (err) {
		guard_close(guard);
		return err;
	}
	struct store_watch watch = {guard, admit, durable};
	store_set_watch(store, &watch);
	*out = guard;
	return ERR_OK;
}

void guard_close(struct guard *guard)
{
	if (!guard)
		return;
	guard_save(guard);
	pthread_mutex_destroy(&guard->lock);
	arena_free(guard->mem);
	free(guard);
}

/* ---- For verifying and accepting ---- */

enum err guard_read(struct store *store, const char *data_dir, struct arena *mem,
		    struct audit_anchor **out, int *count)
{
	struct key_work key = {.mem = mem};
	struct guard_heads heads;
	enum err err;

	*count = 0;
	if ((err = store_read(store, NULL, key_look_work, &key)) ||
	    (err = guard_file_load(mem, guard_file_path(mem, data_dir, key.public_key), &heads)))
		return err;
	*out = arena_array(mem, struct audit_anchor, heads.count + 1);
	for (int i = 0; i < heads.count; i++) {
		struct audit_anchor *anchor = &(*out)[(*count)++];
		anchor->instansi = heads.at[i].instansi;
		anchor->number = heads.at[i].number;
		memcpy(anchor->hash, heads.at[i].hash, sizeof(anchor->hash));
		anchor->source = STR("diingat server ini");
	}
	return ERR_OK;
}

struct accepting {
	const struct guard_accept *order;
	struct arena *mem;
	const struct db_mark *before; /* NULL: nothing remembered */
	struct audit_head now;
};

static struct str mark_text(struct arena *mem, int64_t number, const uint8_t *hash)
{
	struct buf out;

	buf_init(&out, mem);
	buf_add_format(&out, "%lld ", (long long)number);
	buf_add_hex(&out, hash, CRYPTO_HASH_LEN);
	return buf_str(&out);
}

static enum err accept_work(struct db *db, void *arg)
{
	struct accepting *accepting = arg;
	struct actor actor = {.is_signed_in = true, .nama = STR("Baris perintah")};
	struct job job = {.mem = accepting->mem,
			  .db = db,
			  .actor = &actor,
			  .now = accepting->order->now,
			  .request_id = STR("baris-perintah")};
	struct audit_entry entry = {.deed = "audit.accept_restore",
				    .object = *db_instansi(db),
				    .reason = accepting->order->reason};
	struct audit_head head;
	enum err err;

	if ((err = audit_head_load(db, job.mem, &head)))
		return err;
	if (accepting->before)
		entry.before =
			mark_text(job.mem, accepting->before->number, accepting->before->hash);
	entry.after = mark_text(job.mem, head.number, head.hash);
	if ((err = audit_add(&job, &entry)) || (err = audit_head_sign(&job, HEAD_PULIH)))
		return err;
	return audit_head_load(db, job.mem, &accepting->now);
}

enum err guard_accept(struct store *store, const struct guard_accept *order)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct audit_agencies agencies = {.mem = mem};
	struct guard_heads before = {.mem = mem}, after = {.mem = mem};
	struct key_work key = {.mem = mem};
	enum err err;

	if ((err = store_write(store, NULL, key_make_work, &key)))
		return err;
	const char *path = guard_file_path(mem, order->data_dir, key.public_key);
	err = guard_file_load(mem, path, &before);
	if ((err && err != ERR_NOT_FOUND && err != ERR_INVALID) ||
	    (err = audit_agencies_load(store, &agencies)))
		return err;
	for (int i = 0; i < agencies.count; i++) {
		const struct id *instansi = &agencies.at[i].id;
		struct accepting work = {
			.order = order, .mem = mem, .before = guard_heads_find(&before, instansi)};
		if ((err = store_write(store, instansi, accept_work, &work)))
			return err;
		struct db_mark mark = {.instansi = *instansi, .number = work.now.number};
		memcpy(mark.hash, work.now.hash, sizeof(mark.hash));
		(void)guard_heads_take(&after, &mark);
		order->tell(order->arg, agencies.at[i].kode, work.before ? work.before->number : 0,
			    mark.number);
	}
	return guard_file_save(path, &after, false);
}
