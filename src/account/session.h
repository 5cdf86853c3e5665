/* SPDX-License-Identifier: Apache-2.0 */
/* Sessions: the cookie is "<agency in hex>.<256-bit token>"; the store keeps only the token's
   hash. */
#ifndef ABDI_ACCOUNT_SESSION_H
#define ABDI_ACCOUNT_SESSION_H
#include "base/crypto.h"
#include "base/job.h"
#include "law/access.h"

#define SESSION_SECONDS (30 * 86400) /* rolling */

struct store;

/* Who is signed in by a cookie, and until when. */
struct session {
	uint8_t hash[CRYPTO_HASH_LEN];
	int64_t seen_at, expires_at, signed_in_at; /* UTC µs */
	int64_t lasts; /* µs it may go unused: SESSION_SECONDS, less for who decides about people */
};

/* The agency a cookie names; false when it is no cookie of ours. Whether the session lives,
   session_load tells. */
MUST_CHECK bool session_agency(struct str cookie, struct id *out);
/* What the store knows the session by, from the cookie. */
void session_name(struct str cookie, struct session *out);
/* Who stands behind the cookie, with roles; ERR_NOT_FOUND when the session ended or never was. */
MUST_CHECK enum err session_load(struct job *job, struct str cookie, struct session *session,
				 struct actor *actor);
/* A new session for an account of job->db's agency; *cookie is its only copy. */
MUST_CHECK enum err session_open(struct job *job, const struct id *akun_id, struct str device,
				 struct str *cookie);
/* The account a form of ours was made for, by its token alone: a claim, proved by signing in. */
MUST_CHECK bool session_csrf_account(struct str csrf, struct id *akun_id);
/* Ends one session; an unknown one is no fault. */
MUST_CHECK enum err session_end(struct job *job, struct str cookie);
/* Ends all of an account. */
MUST_CHECK enum err session_end_all(struct job *job, const struct id *akun_id);
/* More than an hour since the store has heard of it? */
bool session_is_due(const struct session *session, int64_t now);
/* Notes that it is in use and rolls its end, without waiting; a full queue loses nothing but the
   note. */
void session_touch(struct store *store, const struct session *session, const struct actor *actor,
		   int64_t now);

#endif
