/* SPDX-License-Identifier: Apache-2.0 */
/* The installation's own key, made when it is first needed. */
#include "audit/signing_key.h"

#include "audit/secret.h"

#include <string.h>

#define SECRET_NAME STR("dokumen_ed25519")

enum err signing_key_load(struct db *db, struct arena *mem, uint8_t secret[CRYPTO_SECRET_LEN])
{
	struct str isi;
	enum err err = secret_find(JOB_OF(db, mem), SECRET_NAME, &isi);

	if (err)
		return err;
	if (isi.len != CRYPTO_SECRET_LEN)
		return ERR_STORE;
	memcpy(secret, isi.at, CRYPTO_SECRET_LEN);
	return ERR_OK;
}

enum err signing_key_make(struct db *db, struct arena *mem, uint8_t secret[CRYPTO_SECRET_LEN])
{
	uint8_t public_key[CRYPTO_PUBLIC_LEN];
	enum err err = signing_key_load(db, mem, secret);

	if (err != ERR_NOT_FOUND)
		return err;
	crypto_keypair(public_key, secret);
	if ((err = secret_add(JOB_OF(db, mem), SECRET_NAME,
			      (struct str){(const char *)secret, CRYPTO_SECRET_LEN})))
		return err;
	return signing_key_load(db, mem, secret); /* another process may have been first */
}

enum err signing_key_public(struct db *db, struct arena *mem, uint8_t public_key[CRYPTO_PUBLIC_LEN])
{
	uint8_t secret[CRYPTO_SECRET_LEN];
	enum err err = signing_key_load(db, mem, secret);

	if (err)
		return err;
	crypto_public_of(secret, public_key);
	crypto_wipe(secret, sizeof(secret));
	return ERR_OK;
}
