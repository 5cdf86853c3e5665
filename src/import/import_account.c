/* SPDX-License-Identifier: Apache-2.0 */
/* Accounts of people who were loaded: made without a password. The first sign-in uses a code, which the personnel
   officer hands out; it is derived from the installation's secret, so that it is stored nowhere in the clear. */
#include "import/import_account.h"

#include "base/crypto.h"
#include "base/id.h"
#include "db/query.h"
#include "generated/import_sql.h"
#include "import/import_batch.h"

#include <string.h>

#define SECRET_NAME "kunci_masuk" /* the same secret that keys the directory of sign-in names */
#define SECRET_LEN 32

struct import_accounts {
	struct import_plan *plan;
	struct str secret;
	struct import_batch accounts, kuncis; /* of new accounts */
};

static enum err secret_load(struct db *db, struct arena *mem, struct str *out)
{
	CLEANUP(query_close) struct query *q = query_open(db, &SQL_IMPORT_SECRET);

	query_text(q, 1, STR(SECRET_NAME));
	if (query_next(q)) {
		*out = query_column_bytes(q, 0, mem);
		return ERR_OK;
	}
	enum err err = query_error(q);
	return err ? err : ERR_NOT_FOUND;
}

static enum err secret_make(struct db *db)
{
	CLEANUP(query_close) struct query *q = query_open(db, &SQL_IMPORT_SECRET_ADD);
	char secret[SECRET_LEN];

	crypto_random(secret, sizeof(secret));
	query_text(q, 1, STR(SECRET_NAME));
	query_bytes(q, 2, (struct str){secret, sizeof(secret)});
	return query_run(q, NULL);
}

/* Capital letters and digits that cannot be taken for one another, in three groups. */
static struct str kode_make(struct arena *mem, struct str secret, const struct id *akun_id)
{
	static const char letters[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
	struct str purpose = str_join(mem, STR("aktivasi1:"), id_str(mem, akun_id));
	uint8_t hash[CRYPTO_HASH_LEN];
	struct buf buf;

	crypto_hash256(secret, purpose, hash);
	buf_init(&buf, mem);
	for (int i = 0; i < 12; i++) {
		if (i == 4 || i == 8)
			buf_add_char(&buf, '-');
		buf_add_char(&buf, letters[hash[i] % 32]);
	}
	return buf_str(&buf);
}

/* What the account keeps instead of a password until the code was used. */
static struct str kode_hash(struct arena *mem, struct str kode)
{
	uint8_t hash[CRYPTO_HASH_LEN];
	struct buf buf;

	crypto_hash256(STR_NONE, kode, hash);
	buf_init(&buf, mem);
	buf_add_cstr(&buf, "kode:");
	buf_add_hex(&buf, hash, sizeof(hash));
	return buf_str(&buf);
}

enum err import_account_open(struct import_plan *plan, struct import_accounts **out)
{
	struct import_accounts *akun = arena_new(plan->job->mem, struct import_accounts);
	enum err err = secret_load(plan->job->db, plan->job->mem, &akun->secret);

	if (err == ERR_NOT_FOUND && !(err = secret_make(plan->job->db)))
		err = secret_load(plan->job->db, plan->job->mem, &akun->secret);
	akun->plan = plan;
	import_batch_open(&akun->accounts, plan->job->db, &SQL_IMPORT_ACCOUNT_ADD_MANY, STR_NONE);
	import_batch_open(&akun->kuncis, plan->job->db, &SQL_IMPORT_KUNCI_ADD_MANY, STR_NONE);
	*out = akun;
	return err;
}

static enum err account_find(struct import_accounts *akun, const struct plan_pegawai *pegawai,
			     struct id *out)
{
	CLEANUP(query_close)
	struct query *q = query_open(akun->plan->job->db, &SQL_IMPORT_ACCOUNT_OF);

	query_id(q, 2, &pegawai->id);
	if (query_next(q)) {
		*out = query_column_id(q, 0);
		return ERR_OK;
	}
	enum err err = query_error(q);
	return err ? err : ERR_NOT_FOUND;
}

void import_account_close(struct import_accounts *akun)
{
	if (!akun)
		return;
	import_batch_close(&akun->accounts);
	import_batch_close(&akun->kuncis);
}

static enum err kunci_batch(struct import_accounts *akun, const struct id *akun_id,
			    struct str login)
{
	uint8_t bytes[CRYPTO_HASH_LEN + sizeof(akun_id->bytes)];

	if (login.len == 0)
		return ERR_OK;
	crypto_hash256(akun->secret, login, bytes);
	memcpy(bytes + CRYPTO_HASH_LEN, akun_id->bytes, sizeof(akun_id->bytes));
	return import_batch_add(&akun->kuncis, NULL, 0,
				(struct str){(const char *)bytes, sizeof(bytes)});
}

static enum err account_make(struct import_accounts *akun, struct plan_pegawai *pegawai)
{
	struct arena *mem = akun->accounts.mem;
	enum err err;

	pegawai->akun_id = id_make();
	const struct id ids[2] = {pegawai->akun_id, pegawai->id};
	struct str texts[] = {pegawai->nama,
			      kode_hash(mem, kode_make(mem, akun->secret, &pegawai->akun_id))};
	if ((err = import_batch_add(&akun->accounts, texts, 2,
				    (struct str){(const char *)ids, sizeof(ids)})) ||
	    (err = kunci_batch(akun, &pegawai->akun_id, pegawai->nip)))
		return err;
	return kunci_batch(akun, &pegawai->akun_id, pegawai->email);
}

static enum err account_save(struct import_accounts *akun, const struct plan_pegawai *pegawai)
{
	CLEANUP(query_close)
	struct query *q = query_open(akun->plan->job->db, &SQL_IMPORT_ACCOUNT_SAVE);

	query_id(q, 2, &pegawai->id);
	query_text(q, 3, pegawai->nama);
	query_int(q, 4, !pegawai->is_ended);
	return query_run(q, NULL);
}

/* Somebody else may already sign in with it, also in another agency: then it is a fault, not a silent take-over. */
static enum err kunci_add(struct import_accounts *akun, const struct id *akun_id,
			  const struct plan_cell *cell)
{
	CLEANUP(query_close)
	struct query *q = query_open(akun->plan->job->db, &SQL_IMPORT_KUNCI_ADD);
	uint8_t hash[CRYPTO_HASH_LEN];
	int64_t changed = 0;

	if (cell->nilai.len == 0)
		return ERR_OK;
	crypto_hash256(akun->secret, cell->nilai, hash);
	query_bytes(q, 1, (struct str){(const char *)hash, sizeof(hash)});
	query_id(q, 2, db_instansi(akun->plan->job->db));
	query_id(q, 3, akun_id);
	enum err err = query_run(q, &changed);
	if (!err && changed == 0)
		import_plan_fault(
			akun->plan, *cell, "pegawai.kunci_dipakai",
			STR("Sudah dipakai untuk masuk oleh akun lain. Hubungi pengelola sistem."));
	return err;
}

static enum err kunci_end(struct import_accounts *akun, const struct id *akun_id, struct str login)
{
	CLEANUP(query_close)
	struct query *q = query_open(akun->plan->job->db, &SQL_IMPORT_KUNCI_END);
	uint8_t hash[CRYPTO_HASH_LEN];

	crypto_hash256(akun->secret, login, hash);
	query_bytes(q, 1, (struct str){(const char *)hash, sizeof(hash)});
	query_id(q, 2, db_instansi(akun->plan->job->db));
	query_id(q, 3, akun_id);
	return query_run(q, NULL);
}

static enum err kunci_store(struct import_accounts *akun, const struct id *akun_id,
			    const struct plan_pegawai *pegawai)
{
	struct plan_cell nip = {IMPORT_PEGAWAI, pegawai->baris, PEGAWAI_NIP, pegawai->nip};
	struct plan_cell email = {IMPORT_PEGAWAI, pegawai->baris, PEGAWAI_EMAIL, pegawai->email};
	enum err err = ERR_OK;

	if (pegawai->email_before.len && !str_equal(pegawai->email, pegawai->email_before))
		err = kunci_end(akun, akun_id, pegawai->email_before);
	if (err || (err = kunci_add(akun, akun_id, &nip)))
		return err;
	return kunci_add(akun, akun_id, &email);
}

static enum err peran_run(struct import_accounts *akun, const struct sql_block *block,
			  const struct id *akun_id, enum peran peran, int unit)
{
	CLEANUP(query_close) struct query *q = query_open(akun->plan->job->db, block);

	query_id(q, 2, akun_id);
	query_text(q, 3, peran_key(peran));
	query_id(q, 4, &akun->plan->units[unit].id);
	return query_run(q, NULL);
}

static int top_of(const struct import_plan *plan, int unit)
{
	while (plan->units[unit].induk >= 0)
		unit = plan->units[unit].induk;
	return unit;
}

/* Who leads a unit is its pimpinan_unit; leaving the post ends that. Roles of the file reach the whole agency. */
static enum err peran_store(struct import_accounts *akun, const struct id *akun_id,
			    const struct plan_pegawai *pegawai)
{
	const struct import_plan *plan = akun->plan;
	const struct plan_jabatan *jabatan = &plan->jabatans[pegawai->jabatan];
	bool leads = jabatan->is_kepala && !pegawai->is_ended;
	enum err err = ERR_OK;

	if (pegawai->jabatan_before >= 0) {
		const struct plan_jabatan *before = &plan->jabatans[pegawai->jabatan_before];
		bool stays = leads && before == jabatan && before->unit == before->unit_before;
		if (before->was_kepala && before->unit_before >= 0 && !stays)
			err = peran_run(akun, &SQL_IMPORT_PERAN_END, akun_id, PERAN_PIMPINAN_UNIT,
					before->unit_before);
	}
	if (!err && leads)
		err = peran_run(akun, &SQL_IMPORT_PERAN_ADD, akun_id, PERAN_PIMPINAN_UNIT,
				jabatan->unit);
	for (int peran = 0; peran < PERAN_COUNT && !err; peran++) {
		bool is_given = (pegawai->peran & ~pegawai->peran_before) >> peran & 1;
		int unit =
			peran == PERAN_PIMPINAN_UNIT ? jabatan->unit : top_of(plan, jabatan->unit);
		if (is_given)
			err = peran_run(akun, &SQL_IMPORT_PERAN_ADD, akun_id, (enum peran)peran,
					unit);
	}
	return err;
}

enum err import_account_peran(struct import_accounts *akun, const struct plan_pegawai *pegawai)
{
	return id_is_none(&pegawai->akun_id) ? ERR_OK
					     : peran_store(akun, &pegawai->akun_id, pegawai);
}

enum err import_account_store(struct import_accounts *akun, struct plan_pegawai *pegawai)
{
	enum err err = ERR_NOT_FOUND;

	if (pegawai->change != IMPORT_ADDED)
		err = account_find(akun, pegawai, &pegawai->akun_id);
	if (err == ERR_NOT_FOUND)
		return pegawai->is_ended ? ERR_OK : account_make(akun, pegawai);
	if (err || (err = account_save(akun, pegawai)))
		return err;
	return kunci_store(akun, &pegawai->akun_id, pegawai);
}

/* A key that was taken shows only in the count; then each is tried alone, to name the row. */
enum err import_account_flush(struct import_accounts *akun)
{
	struct import_plan *plan = akun->plan;
	enum err err;

	if ((err = import_batch_flush(&akun->accounts)) ||
	    (err = import_batch_flush(&akun->kuncis)))
		return err;
	for (int i = 0; i < plan->pegawai_count && akun->kuncis.is_short && !err; i++)
		if (plan->pegawais[i].change == IMPORT_ADDED)
			err = kunci_store(akun, &plan->pegawais[i].akun_id, &plan->pegawais[i]);
	return err;
}

enum err import_kode_list(struct job *job, struct import_kode **out, int *count)
{
	struct str secret;
	int n = 0;
	enum err err;

	if (!access_may(job->actor, PERM_ORG_IMPORT))
		return ERR_FORBIDDEN;
	*count = 0;
	*out = NULL;
	if ((err = secret_load(job->db, job->mem, &secret)))
		return err == ERR_NOT_FOUND ? ERR_OK : err;
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_IMPORT_KODE_PENDING);
	while (query_next(q)) {
		*out = arena_grow(job->mem, *out, n, sizeof **out);
		struct id akun_id = query_column_id(q, 0);
		(*out)[n++] = (struct import_kode){.nip = query_column_text(q, 1, job->mem),
						   .nama = query_column_text(q, 2, job->mem),
						   .unit = query_column_text(q, 3, job->mem),
						   .kode = kode_make(job->mem, secret, &akun_id)};
	}
	*count = n;
	return query_error(q);
}
