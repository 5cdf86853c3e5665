/* SPDX-License-Identifier: Apache-2.0 */
/* Signed heads: from time to time the newest entry of a chain is signed. Printed or sent away, a
   head proves that everything up to it stood then as it stands now (reliability, section 4). */
#ifndef ABDI_AUDIT_AUDIT_HEADS_H
#define ABDI_AUDIT_AUDIT_HEADS_H
#include "audit/audit.h"
#include "base/crypto.h"
#include "db/store.h"

/* Why a head was signed. */
enum head_sebab { HEAD_BERKALA, HEAD_TUTUP_PERIODE, HEAD_PULIH };

/* A head with its signature. */
struct signed_head {
	int64_t number, at; /* at: when it was signed */
	uint8_t hash[CRYPTO_HASH_LEN];
	struct str sebab, signature, public_key;
};

/* Signs the newest entry, in the write the job is; nothing to do in an empty chain or when it is
   signed already. */
MUST_CHECK enum err audit_head_sign(struct job *job, enum head_sebab sebab);
/* Signs every agency's head that moved and whose last signature is older than this many seconds.
   Each leaves this machine as the log does: the text of the event audit.head is a line for `abdi
   audit verify --jangkar`. */
MUST_CHECK enum err audit_heads_sign_due(struct store *store, int64_t now, int64_t seconds);
/* All signed heads of the agency, oldest first. */
MUST_CHECK enum err audit_heads_list(struct db *db, struct arena *mem, struct signed_head **out,
				     int *count);
/* Does the signature fit, by this key and for this agency? */
bool signed_head_is_genuine(struct arena *mem, const struct id *instansi,
			    const struct signed_head *head, struct str our_public_key);
/* "12345 0f3a…c2": number and the first 16 digits of the hash, for the foot of a paper; STR_NONE
   before the first signed head. */
MUST_CHECK enum err audit_head_short(struct db *db, struct arena *mem, struct str *out);
/* The hash of this entry; ERR_NOT_FOUND when there is no such entry. */
MUST_CHECK enum err audit_hash_at(struct db *db, struct arena *mem, int64_t number,
				  uint8_t hash[CRYPTO_HASH_LEN]);

#endif
