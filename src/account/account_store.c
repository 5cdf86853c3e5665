/* SPDX-License-Identifier: Apache-2.0 */
/* Accounts and the keyed directory of sign-in names. */
#include "account/account_store.h"

#include "audit/secret.h"
#include "base/crypto.h"
#include "base/name.h"
#include "generated/account_sql.h"

#define SECRET_NAME STR("kunci_masuk")

/* NIP as digits, e-mail in lower case; a NIP may be typed in groups. */
static struct str login_normal(struct arena *mem, struct str login)
{
	login = str_trim(login);
	return str_has(login, "@") ? str_lower(mem, login) : str_digits(mem, login);
}

enum err login_secret_load(struct job *job, struct str *out)
{
	return secret_load(job, SECRET_NAME, out);
}

enum err login_key_make(struct job *job, struct str login, struct str *key)
{
	struct str secret, normal = login_normal(job->mem, login);
	uint8_t *hash = arena_alloc(job->mem, CRYPTO_HASH_LEN);
	enum err err = login_secret_load(job, &secret);

	*key = STR_NONE;
	if (err == ERR_NOT_FOUND) { /* no account was ever made */
		secret = STR("none");
		err = ERR_OK;
	}
	if (err || normal.len == 0)
		return err;
	crypto_hash256(secret, normal, hash);
	*key = crypto_hash_str(hash);
	return ERR_OK;
}

enum err login_key_find(struct job *job, struct str key, struct login_owner *out)
{
	return sql_login_key_find(job, key, out);
}

enum err login_key_add(struct job *job, struct str key, const struct id *akun_id)
{
	return sql_login_key_insert(job, key, akun_id);
}

enum err akun_load(struct job *job, const struct id *akun_id, struct akun *out)
{
	return sql_account_find(job, akun_id, out);
}

enum err akun_add(struct job *job, const struct account_new *account, const struct id *akun_id)
{
	struct account_new placed = *account;

	placed.urut = name_order(job->mem, account->nama);
	return sql_account_insert(job, &placed, akun_id);
}

enum err akun_set_password(struct job *job, const struct id *akun_id, struct str hash,
			   bool must_change)
{
	return sql_account_set_password(job, akun_id, hash, must_change);
}

enum err akun_renew_hash(struct job *job, const struct id *akun_id, struct str old, struct str hash)
{
	return sql_account_renew_hash(job, akun_id, hash, old);
}

enum err akun_set_theme(struct job *job, const struct id *akun_id, struct str theme)
{
	return sql_account_set_theme(job, akun_id, theme);
}

enum err akun_set_language(struct job *job, const struct id *akun_id, enum bahasa bahasa)
{
	return sql_account_set_language(job, akun_id, bahasa);
}
