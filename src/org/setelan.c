/* SPDX-License-Identifier: Apache-2.0 */
/* Settings that begin on a day: numbers of the law's defaults, and a few texts of the agency. */
#include "audit/audit.h"
#include "base/say.h"
#include "generated/org_sql.h"
#include "law/arsip.h"
#include "org/org.h"
#include "org/year_text.h"

#define ARSIP_HINT                                                                                 \
	SAID("Kode, tahun aktif, tahun inaktif, nasib akhir (musnah, permanen, atau "              \
	     "dinilai_kembali), misalnya 800.1.11; 2; 3; musnah. Selama kosong disimpan terus.")

static const struct setelan_teks texts[] = {
	{PUBLIC_ADDRESS, "", SAID("Alamat publik Abdi"),
	 SAID("Tercetak pada kode QR dokumen, misalnya https://kinerja.kota-contoh.go.id. Selama kosong "
	      "dokumen tidak berkode QR dan menyebut di mana keasliannya diperiksa.")},
#define ARSIP(key, label) {"jra_" #key, "", label, ARSIP_HINT},
#include "law/arsip.def"
#undef ARSIP
};

#define TEXT_COUNT (int)(sizeof texts / sizeof texts[0])

const struct setelan_teks *setelan_teks_all(int *count)
{
	*count = TEXT_COUNT;
	return texts;
}

const struct setelan_teks *setelan_teks_find(struct str kunci)
{
	for (int i = 0; i < TEXT_COUNT; i++)
		if (str_is(kunci, texts[i].kunci))
			return &texts[i];
	return NULL;
}

enum err setelan_load(struct job *job, const char *kunci, struct date day, struct str *out)
{
	enum err err = sql_setelan_in_force(job, str_from(kunci), day, out);
	const struct setelan_teks *teks = setelan_teks_find(str_from(kunci));
	enum law_value which;

	if (err != ERR_NOT_FOUND)
		return err;
	if (teks) {
		*out = str_from(teks->awal);
		return ERR_OK;
	}
	if (!law_value_find(str_from(kunci), &which))
		return ERR_NOT_FOUND;
	*out = str_format(job->mem, "%d", law_value_before_agency(which, day));
	return ERR_OK;
}

enum err setelan_rows_load(struct job *job, struct law_rows *out)
{
	struct law_row *rows;
	enum err err = sql_setelan_all(job, &rows, &out->count);

	out->at = rows;
	return err;
}

enum err setelan_values_load(struct job *job, struct date day, struct law_values *out)
{
	struct law_rows rows;
	enum err err = setelan_rows_load(job, &rows);

	if (!err)
		law_values_on(day, &rows, out);
	return err;
}

/* A line of the schedule of retention, or nothing. */
static void arsip_check(struct job *job, struct str value)
{
	struct arsip arsip;

	if (value.len > 0 && !arsip_parse(value, &arsip))
		problem_add(job->faults, STR("nilai"), "setelan.jra",
			    STR("Tulis kode, tahun aktif, tahun inaktif, dan nasib akhirnya, "
				"dipisah titik koma, misalnya 800.1.11; 2; 3; musnah."));
}

static void setelan_check(struct job *job, struct str kunci, struct str value)
{
	enum law_value which;
	int64_t number = 0;

	if (str_starts(kunci, "jra_") && setelan_teks_find(kunci)) {
		arsip_check(job, value);
		return;
	}
	if (setelan_teks_find(kunci)) {
		public_address_check(job, STR("nilai"), value);
		return;
	}
	if (!law_value_find(kunci, &which)) {
		problem_add(job->faults, STR("setelan"), "setelan.kunci", STR("Pilih setelannya."));
		return;
	}

	const struct law_value_about *about = law_value_about(which);

	if (!str_parse_int(value, &number))
		problem_add(job->faults, STR("nilai"), "setelan.angka",
			    STR("Isi nilai berupa angka bulat."));
	else if (number < about->least || number > about->most)
		problem_add(job->faults, STR("nilai"), "setelan.batas",
			    say_format(job->mem, "Isi nilai antara %d dan %d.", about->least,
				       about->most));
}

struct str setelan_text(struct arena *mem, struct date from, struct str value)
{
	return str_format(mem, "%.*s %.*s", STR_ARG(date_iso(mem, from)), STR_ARG(value));
}

static enum err audit_save(struct job *job, const char *kunci, struct date from, struct str value)
{
	struct str object = str_format(job->mem, "setelan/%s", kunci);
	struct audit_entry entry = {.deed = "setelan.save",
				    .object = id_named(db_instansi(job->db), object),
				    .after = setelan_text(job->mem, from, value)};

	return audit_add(job, &entry);
}

enum err setelan_begin(struct job *job, const char *kunci, struct date from, struct str value)
{
	enum err err = sql_setelan_add(job, str_from(kunci), from, value);

	return err ? err : audit_save(job, kunci, from, value);
}

enum err setelan_save(struct job *job, const char *kunci, struct date from, struct str value)
{
	if (!access_may(job->actor, PERM_SETTING_MANAGE))
		return ERR_FORBIDDEN;
	value = str_trim(value);
	setelan_check(job, str_from(kunci), value);
	if (!date_is_valid(from) && problem_for(job->faults, STR("mulai")).len == 0)
		problem_add(job->faults, STR("mulai"), "setelan.mulai",
			    STR("Isi tanggal mulai berlaku."));
	if (problems_any(job->faults))
		return ERR_INVALID;
	return setelan_begin(job, kunci, from, value);
}
