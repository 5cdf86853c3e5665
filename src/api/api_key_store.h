/* SPDX-License-Identifier: Apache-2.0 */
/* The rows of keys; only this room's use cases call it, after they have judged who may. */
#ifndef ABDI_API_API_KEY_STORE_H
#define ABDI_API_API_KEY_STORE_H
#include "api/api_key.h"
#include "base/crypto.h"

/* What the store knows a key by. */
struct api_key_hash {
	uint8_t bytes[CRYPTO_HASH_LEN];
};

/* Fills caller and actor from the key's row; its last day is not judged here. */
MUST_CHECK enum err api_key_row_find(struct job *job, const struct api_key_hash *hash,
				     struct api_caller *caller, struct actor *actor);
MUST_CHECK enum err api_key_row_insert(struct job *job, const struct api_key *key,
				       const struct api_key_hash *hash);
MUST_CHECK enum err api_key_row_load(struct job *job, const struct id *kunci_id,
				     struct api_key *out);
MUST_CHECK enum err api_key_row_revoke(struct job *job, const struct id *kunci_id);
MUST_CHECK enum err api_key_rows_of(struct job *job, const struct id *akun_id, struct api_key **out,
				    int *count);
MUST_CHECK enum err api_key_rows_page(struct job *job, const struct id *after, struct api_key **out,
				      int *count);
/* How many of an account's keys open something today. */
MUST_CHECK enum err api_key_rows_open(struct job *job, const struct id *akun_id, int *count);
/* ERR_NOT_FOUND when no unit of today has this code. */
MUST_CHECK enum err api_key_row_unit(struct job *job, struct str kode, struct id *unit_id);
MUST_CHECK enum err api_key_row_touch(struct db *db, const struct id *kunci_id, struct date today);

#endif
