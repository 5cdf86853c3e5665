/* SPDX-License-Identifier: Apache-2.0 */
/* Handed over at the sign-out, given back at the next sign-in. */
#include "account/titipan.h"

#include "audit/secret.h"
#include "base/crypto.h"
#include "base/log.h"
#include "generated/account_sql.h"
#include "law/access.h"
#include "org/org.h"
#include "render/json_read.h"

#define SECRET_NAME STR("titipan")
#define DAY_US INT64_C(86400000000)

/* A key of the account's own, so that no row opens with another's. */
static enum err key_of(struct job *job, uint8_t key[CRYPTO_HASH_LEN])
{
	struct str secret;
	enum err err = secret_load(job, SECRET_NAME, &secret);

	if (!err)
		crypto_hash256(secret, id_str(job->mem, &job->actor->akun_id), key);
	return err;
}

static bool is_pair_of_texts(const struct json_value *value)
{
	return value->type == JSON_ARRAY && value->count == 2 &&
	       value->items[0].type == JSON_TEXT && value->items[1].type == JSON_TEXT;
}

/* One that could not come back as what it was is told now, while it is still on the device. */
static bool is_whole(struct job *job, struct str isi)
{
	struct json_value all;
	const struct json_value *draf, *kotak;

	if (json_read(job->mem, isi, &all) || all.type != JSON_OBJECT)
		return false;
	draf = json_find(&all, STR("draf"));
	kotak = json_find(&all, STR("kotak"));
	if (!draf || !kotak || draf->type != JSON_ARRAY || kotak->type != JSON_ARRAY ||
	    draf->count + kotak->count > TITIPAN_ITEMS_MAX)
		return false;
	for (int i = 0; i < draf->count; i++)
		if (!is_pair_of_texts(&draf->items[i]))
			return false;
	for (int i = 0; i < kotak->count; i++)
		if (kotak->items[i].type != JSON_OBJECT)
			return false;
	return true;
}

enum err titipan_save(struct job *job, struct str isi)
{
	uint8_t key[CRYPTO_HASH_LEN];
	enum err err;

	if (isi.len > TITIPAN_BYTES_MAX || !is_whole(job, isi)) {
		problem_add(job->faults, STR("isi"), "titipan.isi",
			    STR("Isian sebanyak ini tidak dapat dititipkan. Kirim atau buang "
				"sebagian dahulu."));
		return ERR_INVALID;
	}
	if ((err = key_of(job, key)))
		return err;
	struct str sealed = crypto_seal(job->mem, key, isi);
	crypto_wipe(key, sizeof key);
	return sql_titipan_save(job, &job->actor->akun_id, sealed, job->now);
}

enum err titipan_load(struct job *job, struct str *isi)
{
	struct titipan_isi row;
	uint8_t key[CRYPTO_HASH_LEN];
	enum err err = sql_titipan_load(job, &job->actor->akun_id, &row);

	*isi = STR_NONE;
	if (err)
		return err == ERR_NOT_FOUND ? ERR_OK : err;
	if ((err = key_of(job, key)))
		return err;
	if (!crypto_open(job->mem, key, row.isi, isi))
		log_error("account.titipan", "what was handed over does not open");
	crypto_wipe(key, sizeof key);
	return ERR_OK;
}

enum err titipan_drop(struct job *job)
{
	return sql_titipan_drop(job, &job->actor->akun_id);
}

/* Of one agency. */
static enum err forget_work(struct db *db, void *arg)
{
	const int64_t *now = arg;
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct job job = {.mem = mem, .db = db, .now = *now};
	struct law_values law;
	enum err err;

	job.today = date_of_time(*now, ZONA_WIB);
	if ((err = setelan_values_load(&job, job.today, &law)))
		return err;
	return sql_titipan_forget(&job, *now - law.of[LAW_titipan_days] * DAY_US);
}

enum err titipan_forget_old(struct store *store, const struct id *instansi_id, int64_t now)
{
	return store_write(store, instansi_id, forget_work, &now);
}
