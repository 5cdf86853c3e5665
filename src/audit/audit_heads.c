/* SPDX-License-Identifier: Apache-2.0 */
#include "audit/audit_heads.h"

#include "audit/audit_store.h"
#include "audit/signing_key.h"
#include "db/query.h"
#include "generated/audit_sql.h"

#include <string.h>

#define HEADS_ROWS 1000
#define SHORT_BYTES 8

static const char *const SEBAB_KEYS[] = {
	[HEAD_BERKALA] = "berkala",
	[HEAD_TUTUP_PERIODE] = "tutup_periode",
	[HEAD_PULIH] = "pulih",
};

/* What is signed; each part has a fixed length but the last. */
static struct str head_bytes(struct arena *mem, const struct id *instansi,
			     const struct signed_head *head)
{
	struct buf out;

	buf_init(&out, mem);
	buf_add_cstr(&out, "abdi-kepala-1\n");
	buf_add_hex(&out, instansi->bytes, sizeof(instansi->bytes));
	buf_add_format(&out, "\n%lld\n%lld\n", (long long)head->number, (long long)head->at);
	buf_add_hex(&out, head->hash, sizeof(head->hash));
	buf_add_char(&out, '\n');
	buf_add(&out, head->sebab);
	return buf_str(&out);
}

bool signed_head_is_genuine(struct arena *mem, const struct id *instansi,
			    const struct signed_head *head, struct str our_public_key)
{
	return crypto_equal(head->public_key, our_public_key) &&
	       crypto_verify(head_bytes(mem, instansi, head), head->signature, head->public_key);
}

static enum err head_insert(struct db *db, const struct signed_head *head)
{
	CLEANUP(query_close) struct query *q = query_open(db, &SQL_AUDIT_KEPALA_INSERT);

	query_int(q, 2, head->number);
	query_int(q, 3, head->at);
	query_bytes(q, 4, (struct str){(const char *)head->hash, sizeof(head->hash)});
	query_text(q, 5, head->sebab);
	query_bytes(q, 6, head->signature);
	query_bytes(q, 7, head->public_key);
	return query_run(q, NULL);
}

enum err audit_head_sign(struct job *job, enum head_sebab sebab)
{
	uint8_t secret[CRYPTO_SECRET_LEN], public_key[CRYPTO_PUBLIC_LEN],
		signature[CRYPTO_SIGN_LEN];
	struct audit_head newest;
	enum err err;

	if ((err = audit_head_load(job->db, job->mem, &newest)) || newest.number == 0)
		return err;
	if ((err = signing_key_make(job->db, job->mem, secret)))
		return err;
	struct signed_head head = {.number = newest.number,
				   .at = job->now,
				   .sebab = str_from(SEBAB_KEYS[sebab]),
				   .signature = {(const char *)signature, sizeof(signature)},
				   .public_key = {(const char *)public_key, sizeof(public_key)}};
	memcpy(head.hash, newest.hash, sizeof(head.hash));
	crypto_public_of(secret, public_key);
	crypto_signature(head_bytes(job->mem, db_instansi(job->db), &head), secret, signature);
	crypto_wipe(secret, sizeof(secret));
	return head_insert(job->db, &head);
}

/* ---- Due ---- */

struct due {
	struct arena *mem;
	int64_t now, seconds;
	bool is_due;
};

static enum err newest_signed(struct db *db, struct signed_head *out)
{
	CLEANUP(query_close) struct query *q = query_open(db, &SQL_AUDIT_KEPALA_NEWEST);

	memset(out, 0, sizeof(*out));
	if (query_next(q)) {
		out->number = query_column_int(q, 0);
		out->at = query_column_int(q, 1);
	}
	return query_error(q);
}

static enum err due_work(struct db *db, void *arg)
{
	struct due *due = arg;
	struct signed_head signed_one;
	struct audit_head newest;
	enum err err;

	if ((err = newest_signed(db, &signed_one)) ||
	    (err = audit_head_load(db, due->mem, &newest)))
		return err;
	due->is_due = newest.number > signed_one.number &&
		      due->now - signed_one.at >= due->seconds * 1000000;
	return ERR_OK;
}

static enum err sign_work(struct db *db, void *arg)
{
	struct due *due = arg;
	struct job job = {.mem = due->mem, .db = db, .now = due->now};

	return audit_head_sign(&job, HEAD_BERKALA);
}

enum err audit_heads_sign_due(struct store *store, int64_t now, int64_t seconds)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct audit_agencies agencies = {.mem = mem};
	enum err err = audit_agencies_load(store, &agencies);

	for (int i = 0; i < agencies.count && !err; i++) {
		struct due due = {.mem = mem, .now = now, .seconds = seconds};
		err = store_read(store, &agencies.at[i].id, due_work, &due);
		if (!err && due.is_due)
			err = store_write(store, &agencies.at[i].id, sign_work, &due);
	}
	return err;
}

/* ---- Reading ---- */

static struct signed_head head_read(struct query *q, struct arena *mem)
{
	struct signed_head head = {.number = query_column_int(q, 0),
				   .at = query_column_int(q, 1),
				   .sebab = query_column_text(q, 3, mem),
				   .signature = query_column_bytes(q, 4, mem),
				   .public_key = query_column_bytes(q, 5, mem)};
	struct str hash = query_column_bytes(q, 2, mem);

	if (hash.len == sizeof(head.hash))
		memcpy(head.hash, hash.at, sizeof(head.hash));
	return head;
}

/* A portion; *count grows. */
static enum err heads_more(struct db *db, struct arena *mem, struct signed_head **at, int *count,
			   int *cap)
{
	CLEANUP(query_close) struct query *q = query_open(db, &SQL_AUDIT_KEPALA_LIST);

	query_int(q, 2, *count ? (*at)[*count - 1].number : 0);
	query_int(q, 3, HEADS_ROWS);
	while (query_next(q)) {
		if (*count == *cap) {
			struct signed_head *old = *at;
			*cap = *cap ? 2 * *cap : 64;
			*at = arena_array(mem, struct signed_head, *cap);
			if (old)
				memcpy(*at, old, (size_t)*count * sizeof(*old));
		}
		(*at)[(*count)++] = head_read(q, mem);
	}
	return query_error(q);
}

enum err audit_heads_list(struct db *db, struct arena *mem, struct signed_head **out, int *count)
{
	int cap = 0, before;
	enum err err;

	*out = NULL;
	*count = 0;
	do {
		before = *count;
		if ((err = heads_more(db, mem, out, count, &cap)))
			return err;
	} while (*count - before == HEADS_ROWS);
	return ERR_OK;
}

enum err audit_hash_at(struct db *db, struct arena *mem, int64_t number,
		       uint8_t hash[CRYPTO_HASH_LEN])
{
	CLEANUP(query_close) struct query *q = query_open(db, &SQL_AUDIT_HASH_AT);

	query_int(q, 2, number);
	if (!query_next(q)) {
		enum err err = query_error(q);
		return err ? err : ERR_NOT_FOUND;
	}
	struct str found = query_column_bytes(q, 0, mem);
	if (found.len != CRYPTO_HASH_LEN)
		return ERR_NOT_FOUND;
	memcpy(hash, found.at, CRYPTO_HASH_LEN);
	return ERR_OK;
}

enum err audit_head_short(struct db *db, struct arena *mem, struct str *out)
{
	struct signed_head newest;
	uint8_t hash[CRYPTO_HASH_LEN];
	struct buf text;
	enum err err;

	*out = STR_NONE;
	if ((err = newest_signed(db, &newest)) || newest.number == 0)
		return err;
	if ((err = audit_hash_at(db, mem, newest.number, hash)))
		return err == ERR_NOT_FOUND ? ERR_OK : err;
	buf_init(&text, mem);
	buf_add_format(&text, "%lld ", (long long)newest.number);
	buf_add_hex(&text, hash, SHORT_BYTES);
	*out = buf_str(&text);
	return ERR_OK;
}
