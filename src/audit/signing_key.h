/* SPDX-License-Identifier: Apache-2.0 */
/* The installation's one signing key (Ed25519), for documents and for heads of the audit chain. */
#ifndef ABDI_AUDIT_SIGNING_KEY_H
#define ABDI_AUDIT_SIGNING_KEY_H
#include "base/crypto.h"
#include "db/store.h"

/* ERR_NOT_FOUND before signing_key_make made it. */
MUST_CHECK enum err signing_key_load(struct db *db, struct arena *mem,
				     uint8_t secret[CRYPTO_SECRET_LEN]);
/* Loads it, or makes it on the first call; in a write. The caller wipes it. */
MUST_CHECK enum err signing_key_make(struct db *db, struct arena *mem,
				     uint8_t secret[CRYPTO_SECRET_LEN]);
/* What proves its signatures; ERR_NOT_FOUND before the first. */
MUST_CHECK enum err signing_key_public(struct db *db, struct arena *mem,
				       uint8_t public_key[CRYPTO_PUBLIC_LEN]);

#endif
