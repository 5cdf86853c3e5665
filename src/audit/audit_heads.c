/* SPDX-License-Identifier: Apache-2.0 */
/* Signs the newest entry of a chain when it is due, and gives back what was signed. */
#include "audit/audit_heads.h"

#include "audit/audit_store.h"
#include "audit/signing_key.h"
#include "base/log.h"
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
	return sql_audit_kepala_insert(job, &head);
}

/* ---- Due ---- */

struct due {
	struct arena *mem;
	int64_t now, seconds;
	bool is_due;
	struct audit_head newest;
};

static enum err newest_signed(struct db *db, struct arena *mem, struct signed_head *out)
{
	*out = (struct signed_head){0};
	enum err err = sql_audit_kepala_newest(JOB_OF(db, mem), out);

	return err == ERR_NOT_FOUND ? ERR_OK : err;
}

static enum err due_work(struct db *db, void *arg)
{
	struct due *due = arg;
	struct signed_head signed_one;
	struct audit_head newest;
	enum err err;

	if ((err = newest_signed(db, due->mem, &signed_one)) ||
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
	enum err err = audit_head_sign(&job, HEAD_BERKALA);

	return err ? err : audit_head_load(db, due->mem, &due->newest);
}

static void head_tell(struct arena *mem, struct str kode, const struct audit_head *head)
{
	struct buf hash;

	buf_init(&hash, mem);
	buf_add_hex(&hash, head->hash, sizeof(head->hash));
	log_info("audit.head", "%.*s %lld %.*s", STR_ARG(kode), (long long)head->number,
		 STR_ARG(buf_str(&hash)));
}

enum err audit_heads_sign_due(struct store *store, int64_t now, int64_t seconds)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct audit_agencies agencies = {.mem = mem};
	enum err err = audit_agencies_load(store, &agencies);

	for (int i = 0; i < agencies.count && !err; i++) {
		struct due due = {.mem = mem, .now = now, .seconds = seconds};
		err = store_read(store, &agencies.at[i].id, due_work, &due);
		if (!err && due.is_due &&
		    !(err = store_write(store, &agencies.at[i].id, sign_work, &due)))
			head_tell(mem, agencies.at[i].kode, &due.newest);
	}
	return err;
}

/* ---- Reading ---- */

/* A portion; *count grows. */
static enum err heads_more(struct db *db, struct arena *mem, struct signed_head **at, int *count)
{
	int64_t last = *count > 0 ? (*at)[*count - 1].number : 0;
	CLEANUP(query_close)
	struct query *q = sql_audit_kepala_list(JOB_OF(db, mem), last, HEADS_ROWS);
	struct signed_head head;

	while (sql_audit_kepala_list_next(q, mem, &head)) {
		*at = arena_grow(mem, *at, *count, sizeof head);
		(*at)[(*count)++] = head;
	}
	return query_error(q);
}

enum err audit_heads_list(struct db *db, struct arena *mem, struct signed_head **out, int *count)
{
	int before;
	enum err err;

	*out = NULL;
	*count = 0;
	do {
		before = *count;
		if ((err = heads_more(db, mem, out, count)))
			return err;
	} while (*count - before == HEADS_ROWS);
	return ERR_OK;
}

enum err audit_hash_at(struct db *db, struct arena *mem, int64_t number,
		       uint8_t hash[CRYPTO_HASH_LEN])
{
	struct str found;
	enum err err = sql_audit_hash_at(JOB_OF(db, mem), number, &found);

	if (err)
		return err;
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
	if ((err = newest_signed(db, mem, &newest)) || newest.number == 0)
		return err;
	if ((err = audit_hash_at(db, mem, newest.number, hash)))
		return err == ERR_NOT_FOUND ? ERR_OK : err;
	buf_init(&text, mem);
	buf_add_format(&text, "%lld ", (long long)newest.number);
	buf_add_hex(&text, hash, SHORT_BYTES);
	*out = buf_str(&text);
	return ERR_OK;
}
