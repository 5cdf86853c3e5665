/* SPDX-License-Identifier: Apache-2.0 */
/* Accounts and the keyed directory of sign-in names. */
#include "account/account_store.h"

#include "base/say.h"
#include "base/crypto.h"
#include "db/query.h"
#include "generated/account_sql.h"

#define SECRET_NAME "kunci_masuk"
#define SECRET_LEN 32

static enum err secret_find(struct job *job, struct str *out)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_SECRET_FIND);
	enum err err;

	query_text(q, 1, STR(SECRET_NAME));
	if (!query_next(q))
		return (err = query_error(q)) ? err : ERR_NOT_FOUND;
	*out = query_column_bytes(q, 0, job->mem);
	return ERR_OK;
}

static enum err secret_make(struct job *job)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_SECRET_INSERT);
	char secret[SECRET_LEN];

	crypto_random(secret, sizeof(secret));
	query_text(q, 1, STR(SECRET_NAME));
	query_bytes(q, 2, (struct str){secret, sizeof(secret)});
	return query_run(q, NULL);
}

/* NIP as digits, e-mail in lower case; a NIP may be typed in groups. */
static struct str login_normal(struct arena *mem, struct str login)
{
	login = str_trim(login);
	return str_has(login, "@") ? str_lower(mem, login) : str_digits(mem, login);
}

enum err login_secret_load(struct job *job, struct str *out)
{
	enum err err = secret_find(job, out);

	if (err != ERR_NOT_FOUND || !db_is_writer(job->db))
		return err;
	return (err = secret_make(job)) ? err : secret_find(job, out);
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

enum err login_key_find(struct job *job, struct str key, struct id *instansi_id, struct id *akun_id)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_LOGIN_KEY_FIND);
	enum err err;

	query_bytes(q, 1, key);
	if (!query_next(q))
		return (err = query_error(q)) ? err : ERR_NOT_FOUND;
	*instansi_id = query_column_id(q, 0);
	*akun_id = query_column_id(q, 1);
	return ERR_OK;
}

enum err login_key_add(struct job *job, struct str key, const struct id *akun_id)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_LOGIN_KEY_INSERT);

	query_bytes(q, 1, key);
	query_id(q, 2, db_instansi(job->db));
	query_id(q, 3, akun_id);
	return query_run(q, NULL);
}

enum err akun_load(struct job *job, const struct id *akun_id, struct akun *out)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_ACCOUNT_FIND);
	enum err err;

	query_id(q, 2, akun_id);
	if (!query_next(q))
		return (err = query_error(q)) ? err : ERR_NOT_FOUND;
	*out = (struct akun){
		.instansi_id = *db_instansi(job->db),
		.akun_id = *akun_id,
		.nama = query_column_text(q, 0, job->mem),
		.sandi_hash = query_column_text(q, 1, job->mem),
		.must_change = query_column_int(q, 2) != 0,
		.is_active = query_column_int(q, 3) != 0,
		.nip = query_column_text(q, 4, job->mem),
		.is_locked = query_column_int(q, 5) != 0,
	};
	return ERR_OK;
}

enum err akun_add(struct job *job, const struct account_new *account, const struct id *akun_id)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_ACCOUNT_INSERT);

	query_id(q, 2, akun_id);
	query_id(q, 3, &account->pegawai_id);
	query_text(q, 4, account->nama);
	query_text(q, 5, account->sandi_hash);
	query_int(q, 6, account->must_change);
	return query_run(q, NULL);
}

enum err akun_set_password(struct job *job, const struct id *akun_id, struct str hash,
			   bool must_change)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_ACCOUNT_SET_PASSWORD);

	query_id(q, 2, akun_id);
	query_text(q, 3, hash);
	query_int(q, 4, must_change);
	return query_run(q, NULL);
}

enum err akun_renew_hash(struct job *job, const struct id *akun_id, struct str old, struct str hash)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_ACCOUNT_RENEW_HASH);

	query_id(q, 2, akun_id);
	query_text(q, 3, hash);
	query_text(q, 4, old);
	return query_run(q, NULL);
}

enum err akun_set_theme(struct job *job, const struct id *akun_id, struct str theme)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_ACCOUNT_SET_THEME);

	query_id(q, 2, akun_id);
	query_text(q, 3, theme);
	return query_run(q, NULL);
}

enum err akun_set_language(struct job *job, const struct id *akun_id, enum bahasa bahasa)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_ACCOUNT_SET_LANGUAGE);

	query_id(q, 2, akun_id);
	query_text(q, 3, bahasa_key(bahasa));
	return query_run(q, NULL);
}
