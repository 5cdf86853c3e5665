/* SPDX-License-Identifier: Apache-2.0 */
/* Makes the accounts of people who are loaded, in few statements. */
#include "account/bulk.h"

#include "account/account.h"
#include "account/account_store.h"
#include "account/activation.h"
#include "account/role.h"
#include "base/crypto.h"
#include "base/name.h"
#include "db/batch.h"
#include "generated/account_sql.h"

#include <string.h>

struct bulk {
	struct job *job;
	struct str secret;
	struct batch accounts, keys; /* of new accounts */
};

static void bulk_close(struct bulk *bulk)
{
	batch_close(&bulk->accounts);
	batch_close(&bulk->keys);
}

static enum err key_batch(struct bulk *bulk, const struct id *akun_id, struct str login)
{
	uint8_t bytes[CRYPTO_HASH_LEN + sizeof(akun_id->bytes)];

	if (login.len == 0)
		return ERR_OK;
	crypto_hash256(bulk->secret, login, bytes);
	memcpy(bytes + CRYPTO_HASH_LEN, akun_id->bytes, sizeof(akun_id->bytes));
	return batch_add(&bulk->keys, NULL, 0, (struct str){(const char *)bytes, sizeof(bytes)});
}

static enum err account_make(struct bulk *bulk, struct bulk_person *person)
{
	struct arena *mem = bulk->accounts.mem;
	enum err err;

	person->akun_id = id_make();
	const struct id ids[2] = {person->akun_id, person->pegawai_id};
	struct str texts[] = {person->nama,
			      activation_first_hash(mem, bulk->secret, &person->akun_id),
			      name_order(mem, person->nama)};
	if ((err = batch_add(&bulk->accounts, texts, 3,
			     (struct str){(const char *)ids, sizeof(ids)})) ||
	    (err = key_batch(bulk, &person->akun_id, person->nip)))
		return err;
	return key_batch(bulk, &person->akun_id, person->email);
}

/* Somebody else may already sign in with it, also in another agency: then it is told, not silently
   taken over. */
static enum err key_add(struct bulk *bulk, const struct id *akun_id, struct str login,
			bool *is_taken)
{
	uint8_t hash[CRYPTO_HASH_LEN];
	int64_t changed = 0;

	if (login.len == 0)
		return ERR_OK;
	crypto_hash256(bulk->secret, login, hash);
	enum err err = sql_bulk_key_add(bulk->job, crypto_hash_str(hash), akun_id, &changed);
	*is_taken = !err && changed == 0;
	return err;
}

static enum err keys_save(struct bulk *bulk, struct bulk_person *person)
{
	enum err err = ERR_OK;

	if (person->email_before.len && !str_equal(person->email, person->email_before)) {
		uint8_t hash[CRYPTO_HASH_LEN];
		crypto_hash256(bulk->secret, person->email_before, hash);
		err = sql_bulk_key_end(bulk->job, crypto_hash_str(hash), &person->akun_id);
	}
	if (err || (err = key_add(bulk, &person->akun_id, person->nip, &person->is_nip_taken)))
		return err;
	return key_add(bulk, &person->akun_id, person->email, &person->is_email_taken);
}

static enum err person_save(struct bulk *bulk, struct bulk_person *person)
{
	enum err err = ERR_NOT_FOUND;

	if (!person->is_new)
		err = account_of_pegawai(bulk->job, &person->pegawai_id, &person->akun_id);
	if (err == ERR_NOT_FOUND)
		return person->is_ended ? ERR_OK : account_make(bulk, person);
	if (!err && person->is_ended)
		err = role_is_last_admin(bulk->job, &person->akun_id, &person->is_last_admin);
	person->urut = name_order(bulk->job->mem, person->nama);
	if (err || (err = sql_bulk_account_save(bulk->job, person)))
		return err;
	return keys_save(bulk, person);
}

/* A key that was taken shows only in the count; then each is tried alone, to name whose it is. */
static enum err bulk_flush(struct bulk *bulk, struct bulk_person *people, int count)
{
	enum err err;

	if ((err = batch_flush(&bulk->accounts)) || (err = batch_flush(&bulk->keys)))
		return err;
	for (int i = 0; i < count && bulk->keys.is_short && !err; i++)
		if (people[i].is_new && !id_is_none(&people[i].akun_id))
			err = keys_save(bulk, &people[i]);
	return err;
}

enum err bulk_people_save(struct job *job, struct bulk_person *people, int count)
{
	CLEANUP(bulk_close) struct bulk bulk = {.job = job};
	enum err err = login_secret_load(job, &bulk.secret);

	batch_open(&bulk.accounts, job, sql_bulk_account_add_many);
	batch_open(&bulk.keys, job, sql_bulk_key_add_many);
	for (int i = 0; i < count && !err; i++)
		err = person_save(&bulk, &people[i]);
	return err ? err : bulk_flush(&bulk, people, count);
}

enum err bulk_roles_save(struct job *job, const struct bulk_role *roles, int count)
{
	enum err err = ERR_OK;

	for (int i = 0; i < count && !err; i++)
		err = roles[i].is_ended ? sql_bulk_role_end(job, &roles[i])
					: sql_bulk_role_add(job, &roles[i]);
	return err;
}

enum err bulk_code_list(struct job *job, struct bulk_code **out, int *count)
{
	struct str secret;
	enum err err;

	*count = 0;
	*out = NULL;
	if (!access_may(job->actor, PERM_ORG_IMPORT))
		return ERR_FORBIDDEN;
	if ((err = login_secret_load(job, &secret)))
		return err == ERR_NOT_FOUND ? ERR_OK : err; /* no account was ever made */
	if ((err = sql_bulk_code_rows(job, out, count)))
		return err;
	for (int i = 0; i < *count; i++)
		(*out)[i].kode = activation_first(job->mem, secret, &(*out)[i].akun_id);
	return ERR_OK;
}
