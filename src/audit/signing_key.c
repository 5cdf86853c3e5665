/* SPDX-License-Identifier: Apache-2.0 */
#include "audit/signing_key.h"

#include "db/query.h"
#include "generated/audit_sql.h"

#include <string.h>

enum err signing_key_load(struct db *db, struct arena *mem, uint8_t secret[CRYPTO_SECRET_LEN])
{
	CLEANUP(query_close) struct query *q = query_open(db, &SQL_SIGNING_KEY_LOAD);

	if (!query_next(q)) {
		enum err err = query_error(q);
		return err ? err : ERR_NOT_FOUND;
	}
	struct str isi = query_column_bytes(q, 0, mem);
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
	CLEANUP(query_close) struct query *q = query_open(db, &SQL_SIGNING_KEY_INSERT);
	query_bytes(q, 1, (struct str){(const char *)secret, CRYPTO_SECRET_LEN});
	if ((err = query_run(q, NULL)))
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
