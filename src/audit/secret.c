/* SPDX-License-Identifier: Apache-2.0 */
/* The table of secrets, by name. */
#include "audit/secret.h"

#include "base/crypto.h"
#include "db/store.h"
#include "generated/audit_sql.h"

enum err secret_find(const struct job *job, struct str nama, struct str *isi)
{
	return sql_secret_find(job, nama, isi);
}

enum err secret_load(struct job *job, struct str nama, struct str *isi)
{
	uint8_t fresh[CRYPTO_HASH_LEN];
	enum err err = secret_find(job, nama, isi);

	if (err != ERR_NOT_FOUND || !db_is_writer(job->db))
		return err;
	crypto_random(fresh, sizeof fresh);
	err = secret_add(job, nama, crypto_hash_str(fresh));
	crypto_wipe(fresh, sizeof fresh);
	return err ? err : secret_find(job, nama, isi);
}

enum err secret_add(const struct job *job, struct str nama, struct str isi)
{
	return sql_secret_add(job, nama, isi);
}
