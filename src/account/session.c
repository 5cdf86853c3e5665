/* SPDX-License-Identifier: Apache-2.0 */
/* Sessions by the hash of their cookie; the actor is read anew with each question. */
#include "account/session.h"

#include "account/account_actor.h"
#include "account/session_row.h"
#include "base/letters.h"
#include "generated/account_sql.h"
#include "law/values.h"

#include <stdlib.h>

#define COOKIE_LONGEST 200
#define TOKEN_BYTES 32 /* 256 bits */
#define CSRF_BYTES 18
#define DEVICE_LONGEST 200
#define US_A_SECOND INT64_C(1000000)
#define TOUCH_EVERY HOUR

#define LASTS (SESSION_SECONDS * US_A_SECOND)
#define HOUR (INT64_C(3600) * US_A_SECOND)

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

/* Who decides about people is asked again sooner (decision 0008); the agency says when. */
static enum err shorten(struct job *job, struct session *session, const struct actor *actor,
			struct str jam)
{
	struct date today = date_of_time(job->now, actor->zona);
	int64_t hours = 0;

	session->lasts = LASTS;
	if (!access_decides(actor))
		return ERR_OK;
	if (!str_parse_int(jam, &hours))
		hours = law_value_before_agency(LAW_session_decider_hours, today);
	session->lasts = hours * HOUR;
	if (session->expires_at > session->seen_at + session->lasts)
		session->expires_at = session->seen_at + session->lasts;
	return job->now < session->expires_at ? ERR_OK : ERR_NOT_FOUND;
}

enum err session_load(struct job *job, struct str cookie, struct session *session,
		      struct actor *actor)
{
	struct session_row row = {.bahasa = STR_NONE};
	struct str hash = token_hash(cookie, row.session.hash);
	enum err err = sql_session_find(job, hash, job->now, date_of_time(job->now, ZONA_WIB),
					date_of_time(job->now, ZONA_WITA),
					date_of_time(job->now, ZONA_WIT), &row);

	if (err)
		return err;
	*session = row.session;
	*actor = row.actor;
	actor->instansi_id = *db_instansi(job->db);
	actor->has_bahasa = bahasa_parse(row.bahasa, &actor->bahasa);
	if ((err = account_scopes_load(job, actor)))
		return err;
	actor->is_signed_in = true;
	return shorten(job, session, actor, row.jam);
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

enum err session_open(struct job *job, const struct id *akun_id, struct str device,
		      struct str *cookie)
{
	struct session_row row = {
		.session = {.seen_at = job->now,
			    .signed_in_at = job->now,
			    .expires_at = job->now + LASTS},
		.actor = {.akun_id = *akun_id, .csrf = csrf_make(job->mem, akun_id)},
		.perangkat = str_is_utf8(device) ? letters_cut(job->mem, device, DEVICE_LONGEST)
						 : STR_NONE,
	};
	enum err err = sql_session_forget(job, akun_id, job->now);

	if (err)
		return err;
	*cookie = cookie_make(job->mem, db_instansi(job->db));
	session_name(*cookie, &row.session);
	return sql_session_insert(job, &row);
}

enum err session_end(struct job *job, struct str cookie)
{
	uint8_t hash[CRYPTO_HASH_LEN];

	return sql_session_delete(job, token_hash(cookie, hash));
}

enum err session_end_all(struct job *job, const struct id *akun_id)
{
	return sql_session_delete_all(job, akun_id);
}

bool session_is_due(const struct session *session, int64_t now)
{
	return now - session->seen_at > TOUCH_EVERY;
}

static enum err touch_work(struct db *db, void *arg)
{
	return sql_session_touch(JOB_OF(db, NULL), arg);
}

static void touch_done(void *arg, enum err err)
{
	(void)err; /* the next request tries again */
	free(arg);
}

void session_touch(struct store *store, const struct session *session, const struct actor *actor,
		   int64_t now)
{
	struct session *touch = malloc(sizeof(*touch)); /* outlives the request */

	if (!touch)
		abort();
	*touch = *session;
	touch->seen_at = now;
	touch->expires_at = now + touch->lasts;
	if (store_submit(store, &actor->instansi_id, touch_work, touch_done, touch))
		free(touch);
}
