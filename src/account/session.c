/* SPDX-License-Identifier: Apache-2.0 */
/* Sessions by the hash of their cookie; the actor is read anew with each question. */
#include "account/session.h"

#include "base/say.h"
#include "db/query.h"
#include "generated/account_sql.h"

#include <stdlib.h>
#include <string.h>

#define COOKIE_LONGEST 200
#define TOKEN_BYTES 32 /* 256 bits */
#define CSRF_BYTES 18
#define DEVICE_LONGEST 200
#define US_A_SECOND INT64_C(1000000)
#define TOUCH_EVERY (INT64_C(3600) * US_A_SECOND)

static int64_t expiry(int64_t now)
{
	return now + SESSION_SECONDS * US_A_SECOND;
}

bool session_agency(struct str cookie, struct id *out)
{
	struct str token;
	struct str agency = str_cut(cookie, '.', &token);

	return cookie.len <= COOKIE_LONGEST && token.len > 0 && id_parse_hex(agency, out);
}

static struct str token_hash(struct str cookie, uint8_t hash[CRYPTO_HASH_LEN])
{
	crypto_hash256(STR("session1"), cookie, hash);
	return crypto_hash_str(hash);
}

void session_name(struct str cookie, struct session *out)
{
	(void)token_hash(cookie, out->hash);
}

static enum err scopes_load(struct job *job, struct actor *actor)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_ACCOUNT_SCOPES);

	query_id(q, 2, &actor->akun_id);
	query_date(q, 3, date_of_time(job->now, actor->zona));
	while (query_next(q) && actor->scope_count < ACTOR_SCOPES_MAX) {
		struct actor_scope *scope = &actor->scopes[actor->scope_count];
		scope->jalur = query_column_text(q, 1, job->mem);
		if (peran_parse(query_column_text(q, 0, job->mem), &scope->peran))
			actor->scope_count++;
	}
	return query_error(q);
}

static void read_actor(const struct query *q, struct job *job, struct actor *actor)
{
	struct arena *mem = job->mem;
	bool has_person = !query_is_null(q, 8);

	*actor = (struct actor){
		.instansi_id = *db_instansi(job->db),
		.akun_id = query_column_id(q, 0),
		.csrf = query_column_text(q, 1, mem),
		.nama = query_column_text(q, has_person ? 10 : 6, mem),
		.tema = query_column_text(q, 7, mem),
		.pegawai_id = query_column_id(q, 8),
		.nip = query_column_text(q, 9, mem),
		.jabatan = query_column_text(q, 11, mem),
		.unit_id = query_column_id(q, 12),
		.unit_jalur = query_column_text(q, 13, mem),
		.instansi_nama = query_column_text(q, 15, mem),
		.has_bawahan = query_column_int(q, 17) != 0,
		.instansi_slug = query_column_text(q, 18, mem),
		.zona = ZONA_WIB,
	};
	if (!zona_parse(query_column_text(q, 14, mem), &actor->zona) &&
	    !zona_parse(query_column_text(q, 16, mem), &actor->zona))
		actor->zona = ZONA_WIB;
	actor->has_bahasa = bahasa_parse(query_column_text(q, 19, mem), &actor->bahasa);
}

enum err session_load(struct job *job, struct str cookie, struct session *session,
		      struct actor *actor)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_SESSION_FIND);
	enum err err;

	query_bytes(q, 2, token_hash(cookie, session->hash));
	query_int(q, 3, job->now);
	if (!query_next(q))
		return (err = query_error(q)) ? err : ERR_NOT_FOUND;
	read_actor(q, job, actor);
	session->seen_at = query_column_int(q, 2);
	session->expires_at = query_column_int(q, 3);
	session->signed_in_at = query_column_int(q, 4);
	actor->must_change = query_column_int(q, 5) != 0;
	if ((err = scopes_load(job, actor)))
		return err;
	actor->is_signed_in = true;
	return ERR_OK;
}

static struct str cookie_make(struct arena *mem, const struct id *instansi_id)
{
	struct buf cookie;

	buf_init(&cookie, mem);
	buf_add_hex(&cookie, instansi_id->bytes, sizeof(instansi_id->bytes));
	buf_add_char(&cookie, '.');
	buf_add(&cookie, crypto_token(mem, TOKEN_BYTES));
	return buf_str(&cookie);
}

/* The token tells whose form it stood in, so that a form outlives its session for the same account
   only. */
static struct str csrf_make(struct arena *mem, const struct id *akun_id)
{
	struct buf csrf;

	buf_init(&csrf, mem);
	buf_add(&csrf, id_str(mem, akun_id));
	buf_add_char(&csrf, '.');
	buf_add(&csrf, crypto_token(mem, CSRF_BYTES));
	return buf_str(&csrf);
}

bool session_csrf_account(struct str csrf, struct id *akun_id)
{
	struct str rest;

	return id_parse(str_cut(csrf, '.', &rest), akun_id) && rest.len > 0;
}

static enum err forget_ended(struct job *job, const struct id *akun_id)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_SESSION_FORGET);

	query_id(q, 2, akun_id);
	query_int(q, 3, job->now);
	return query_run(q, NULL);
}

enum err session_open(struct job *job, const struct id *akun_id, struct str device,
		      struct str *cookie)
{
	uint8_t hash[CRYPTO_HASH_LEN];
	enum err err = forget_ended(job, akun_id);

	if (err)
		return err;
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_SESSION_INSERT);
	*cookie = cookie_make(job->mem, db_instansi(job->db));
	device = str_slice(device, 0, DEVICE_LONGEST);
	query_bytes(q, 2, token_hash(*cookie, hash));
	query_id(q, 3, akun_id);
	query_text(q, 4, csrf_make(job->mem, akun_id));
	query_int(q, 5, job->now);
	query_int(q, 6, expiry(job->now));
	query_text(q, 7, str_is_utf8(device) ? device : STR_NONE);
	return query_run(q, NULL);
}

enum err session_end(struct job *job, struct str cookie)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_SESSION_DELETE);
	uint8_t hash[CRYPTO_HASH_LEN];

	query_bytes(q, 2, token_hash(cookie, hash));
	return query_run(q, NULL);
}

enum err session_end_all(struct job *job, const struct id *akun_id)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_SESSION_DELETE_ALL);

	query_id(q, 2, akun_id);
	return query_run(q, NULL);
}

bool session_is_due(const struct session *session, int64_t now)
{
	return now - session->seen_at > TOUCH_EVERY;
}

struct touch {
	uint8_t hash[CRYPTO_HASH_LEN];
	int64_t now;
};

static enum err touch_work(struct db *db, void *arg)
{
	const struct touch *touch = arg;
	CLEANUP(query_close) struct query *q = query_open(db, &SQL_SESSION_TOUCH);

	query_bytes(q, 2, (struct str){(const char *)touch->hash, sizeof(touch->hash)});
	query_int(q, 3, touch->now);
	query_int(q, 4, expiry(touch->now));
	return query_run(q, NULL);
}

static void touch_done(void *arg, enum err err)
{
	(void)err; /* the next request tries again */
	free(arg);
}

void session_touch(struct store *store, const struct session *session, const struct actor *actor,
		   int64_t now)
{
	struct touch *touch = malloc(sizeof(*touch)); /* outlives the request */

	if (!touch)
		abort();
	memcpy(touch->hash, session->hash, sizeof(touch->hash));
	touch->now = now;
	if (store_submit(store, &actor->instansi_id, touch_work, touch_done, touch))
		free(touch);
}
