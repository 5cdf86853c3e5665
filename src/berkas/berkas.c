/* SPDX-License-Identifier: Apache-2.0 */
/* Documents read: by their code, by who works on them, in lists. */
#include "berkas/berkas.h"

#include "berkas/berkas_own.h"
#include "berkas/berkas_step.h"
#include "generated/berkas_sql.h"
#include "law/access.h"

#define LAST INT64_MAX
#define NIK_DIGITS 16

static const char *const keadaan_keys[] = {
#define KEADAAN(name, key, label) key,
#include "berkas/berkas_keadaan.def"
#undef KEADAAN
};
static const char *const keadaan_labels[] = {
#define KEADAAN(name, key, label) label,
#include "berkas/berkas_keadaan.def"
#undef KEADAAN
};

struct str berkas_keadaan_key(enum berkas_keadaan keadaan)
{
	return str_from(keadaan_keys[keadaan]);
}

struct str berkas_keadaan_label(enum berkas_keadaan keadaan)
{
	return str_from(keadaan_labels[keadaan]);
}

bool berkas_keadaan_parse(struct str key, enum berkas_keadaan *out)
{
	for (int i = 0; i < BERKAS_KEADAAN_COUNT; i++) {
		if (!str_is(key, keadaan_keys[i]))
			continue;
		*out = (enum berkas_keadaan)i;
		return true;
	}
	return false;
}

enum err berkas_by_code(struct job *job, struct str kode, struct berkas *out)
{
	struct str plain;

	*out = (struct berkas){.nama = STR_NONE};
	if (!berkas_kode_parse(job->mem, kode, &plain))
		return ERR_NOT_FOUND;
	return sql_berkas_by_kode(job, plain, out);
}

/* Names are opened only here, behind the right to work on the documents. */
static enum err open_all(struct job *job, struct berkas *rows, int count)
{
	struct berkas_keys keys;
	enum err err = count > 0 ? berkas_keys_load(job, &keys) : ERR_OK;

	for (int i = 0; !err && i < count; i++)
		berkas_unseal(job, &keys, &rows[i]);
	crypto_wipe(&keys, sizeof keys);
	return err == ERR_NOT_FOUND ? ERR_OK : err;
}

enum err berkas_load(struct job *job, const struct id *berkas_id, struct berkas *out)
{
	enum err err = sql_berkas_by_id(job, berkas_id, out);

	if (err)
		return err;
	if (!access_allows(job->actor, PERM_BERKAS_WORK,
			   &(struct access_record){.unit_jalur = out->unit_jalur}))
		return ERR_NOT_FOUND;
	return open_all(job, out, 1);
}

enum err berkas_jejak_list(struct job *job, const struct berkas *berkas, struct berkas_jejak **out,
			   int *count)
{
	return sql_jejak_rows(job, &berkas->berkas_id, out, count);
}

/* Where the day after the actor's today begins. */
static int64_t tomorrow(const struct job *job)
{
	return time_of_date(date_add_days(job->today, 1), 0, job->actor->zona);
}

enum err berkas_count(struct job *job, struct berkas_jumlah *out)
{
	if (!access_may(job->actor, PERM_BERKAS_WORK))
		return ERR_FORBIDDEN;
	return sql_berkas_open_count(job, access_scope_jalur(job->actor, PERM_BERKAS_WORK),
				     job->now, tomorrow(job), URUT_WAITS, URUT_READY, out);
}

enum err berkas_list(struct job *job, const struct berkas_cari *which, struct berkas **out,
		     int *count)
{
	const int64_t span[BERKAS_TAMPIL_COUNT][2] = {
		[BERKAS_SEMUA] = {0, LAST},
		[BERKAS_LEWAT] = {0, job->now},
		[BERKAS_HARI_INI] = {job->now, tomorrow(job)},
		[BERKAS_WARGA] = {URUT_WAITS, URUT_READY},
		[BERKAS_DIAMBIL] = {URUT_READY, LAST},
	};
	enum err err;

	if (!access_may(job->actor, PERM_BERKAS_WORK))
		return ERR_FORBIDDEN;
	err = sql_berkas_page(job, access_scope_jalur(job->actor, PERM_BERKAS_WORK),
			      span[which->tampil][0], span[which->tampil][1], which->urut,
			      &which->berkas_id, which->most, out, count);
	return err ? err : open_all(job, *out, *count);
}

static bool is_nik(struct str typed, struct str digits)
{
	for (size_t i = 0; i < typed.len; i++)
		if (typed.at[i] >= 'A' && typed.at[i] <= 'Z')
			return false;
	return digits.len == NIK_DIGITS;
}

static enum err find_nik(struct job *job, struct str nik, struct str jalur, int most,
			 struct berkas **out, int *count)
{
	struct berkas_keys keys;
	enum err err = berkas_keys_load(job, &keys);

	if (err)
		return err == ERR_NOT_FOUND ? ERR_OK : err;
	err = sql_berkas_by_nik(job, berkas_nik_hash(job, &keys, nik), jalur, most, out, count);
	crypto_wipe(&keys, sizeof keys);
	return err;
}

static enum err find_words(struct job *job, struct str cari, struct str jalur, int most,
			   struct berkas **out, int *count)
{
	struct str from, to = STR("");

	/* a part of a code is no code, but has its signs */
	if (berkas_kode_parse(job->mem, cari, &from) ||
	    (from.len >= BERKAS_KODE_LEAST && from.len < BERKAS_KODE_LEN))
		to = str_join(job->mem, from, STR("~"));
	return sql_berkas_by_words(job, from, to, str_lower(job->mem, cari), jalur, most, out,
				   count);
}

enum err berkas_find(struct job *job, struct str cari, int most, struct berkas **out, int *count)
{
	struct str digits = str_digits(job->mem, cari), jalur;
	enum err err;

	*out = NULL;
	*count = 0;
	cari = str_trim(cari);
	if (!access_may(job->actor, PERM_BERKAS_WORK))
		return ERR_FORBIDDEN;
	jalur = access_scope_jalur(job->actor, PERM_BERKAS_WORK);
	err = is_nik(cari, digits) ? find_nik(job, digits, jalur, most, out, count)
				   : find_words(job, cari, jalur, most, out, count);
	return err ? err : open_all(job, *out, *count);
}

enum err berkas_waits(struct job *job, struct waiting *out)
{
	struct waiting_row *rows;
	int count = 0;
	enum err err = sql_berkas_untold(job, access_scope_jalur(job->actor, PERM_BERKAS_WORK),
					 job->now, WAITING_MOST, &rows, &count);

	if (!err)
		waiting_fill(out, rows, count);
	return err;
}
