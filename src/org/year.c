/* SPDX-License-Identifier: Apache-2.0 */
/* Setting up a year: its periods, who opens and closes them, and settings that begin on a day. */
#include "audit/audit.h"
#include "audit/audit_heads.h"
#include "org/org_store.h"

static const char *const month_names[12] = {"Januari",	 "Februari", "Maret",	 "April",
					    "Mei",	 "Juni",     "Juli",	 "Agustus",
					    "September", "Oktober",  "November", "Desember"};
static const char *const quarter_names[4] = {"Triwulan I", "Triwulan II", "Triwulan III",
					     "Triwulan IV"};

enum err tahun_load(struct job *job, int tahun, struct tahun_kinerja **out)
{
	*out = arena_new(job->mem, struct tahun_kinerja);
	return org_tahun_load(job, tahun, *out);
}

static bool is_one_of(struct str value, const char *a, const char *b, const char *c)
{
	return str_is(value, a) || str_is(value, b) || (c && str_is(value, c));
}

static void tahun_check(struct job *job, int tahun, struct str pendekatan, struct str periode_jenis)
{
	if (tahun < 2021 || tahun > 2100)
		problem_add(job->faults, STR("tahun"), "tahun.range",
			    STR("Isi tahun antara 2021 dan 2100."));
	if (!is_one_of(pendekatan, "kuantitatif", "kualitatif", NULL))
		problem_add(job->faults, STR("pendekatan"), "tahun.pendekatan",
			    STR("Pilih pendekatan kuantitatif atau kualitatif."));
	if (!is_one_of(periode_jenis, "bulan", "triwulan", NULL))
		problem_add(job->faults, STR("periode_jenis"), "tahun.periode_jenis",
			    STR("Pilih periode bulanan atau triwulanan."));
}

static struct periode periode_make(struct arena *mem, int tahun, int nomor, int months)
{
	int first = nomor == 0 ? 1 : (nomor - 1) * months + 1;
	int last = nomor == 0 ? 12 : nomor * months;
	struct str nama = nomor == 0	? str_format(mem, "Tahun %d", tahun)
			  : months == 1 ? str_from(month_names[nomor - 1])
					: str_from(quarter_names[nomor - 1]);

	return (struct periode){.tahun = tahun,
				.nomor = nomor,
				.nama = nama,
				.status = STR("belum_dibuka"),
				.mulai = DATE((int16_t)tahun, (int8_t)first, 1),
				.selesai = DATE((int16_t)tahun, (int8_t)last,
						(int8_t)date_month_days(tahun, last))};
}

static enum err tahun_audit(struct job *job, const char *deed, struct str object, struct str after)
{
	struct audit_entry entry = {
		.deed = deed, .object = id_named(&job->actor->instansi_id, object), .after = after};

	return audit_add(job, &entry);
}

enum err tahun_open(struct job *job, int tahun, struct str pendekatan, struct str periode_jenis)
{
	struct tahun_kinerja kept;
	enum err err;

	if (!access_may(job->actor, PERM_SETTING_MANAGE))
		return ERR_FORBIDDEN;
	tahun_check(job, tahun, pendekatan, periode_jenis);
	if (problems_any(job->faults))
		return ERR_INVALID;
	if ((err = org_tahun_load(job, tahun, &kept)) != ERR_NOT_FOUND)
		return err ? err : ERR_CONFLICT;
	kept = (struct tahun_kinerja){.tahun = tahun,
				      .pendekatan = pendekatan,
				      .periode_jenis = periode_jenis,
				      .skp_batas = DATE((int16_t)tahun, 1, 31),
				      .evaluasi_batas = DATE((int16_t)(tahun + 1), 1, 31)};
	err = org_tahun_add(job->db, &kept);
	int months = str_is(periode_jenis, "bulan") ? 1 : 3;
	for (int nomor = 0; nomor <= 12 / months && !err; nomor++) {
		struct periode periode = periode_make(job->mem, tahun, nomor, months);
		err = org_periode_add(job->db, &periode);
	}
	if (err)
		return err;
	return tahun_audit(
		job, "tahun.open", str_format(job->mem, "tahun/%d", tahun),
		str_format(job->mem, "%.*s %.*s", STR_ARG(pendekatan), STR_ARG(periode_jenis)));
}

enum err periode_set_status(struct job *job, int tahun, int nomor, struct str status)
{
	enum err err;

	if (!access_may(job->actor, PERM_SETTING_MANAGE))
		return ERR_FORBIDDEN;
	if (!is_one_of(status, "belum_dibuka", "pengisian", "ditutup")) {
		problem_add(job->faults, STR("status"), "periode.status",
			    STR("Pilih status periode."));
		return ERR_INVALID;
	}
	if ((err = org_periode_save_status(job->db, tahun, nomor, status)))
		return err;
	if ((err = tahun_audit(job, "periode.set_status",
			       str_format(job->mem, "periode/%d/%d", tahun, nomor), status)))
		return err;
	return str_is(status, "ditutup") ? audit_head_sign(job, HEAD_TUTUP_PERIODE) : ERR_OK;
}

enum err setelan_load(struct job *job, const char *kunci, struct date day, struct str *out)
{
	enum err err = org_setelan_load(job, kunci, day, out);
	enum law_value which;

	if (err != ERR_NOT_FOUND || !law_value_find(str_from(kunci), &which))
		return err;
	*out = str_format(job->mem, "%d", law_value_before_agency(which, day));
	return ERR_OK;
}

enum err setelan_values_load(struct job *job, struct date day, struct law_values *out)
{
	struct law_rows rows;
	enum err err = setelan_rows_load(job, &rows);

	if (!err)
		law_values_on(day, &rows, out);
	return err;
}

enum err setelan_save(struct job *job, const char *kunci, struct date from, struct str value)
{
	enum err err;

	if (!access_may(job->actor, PERM_SETTING_MANAGE))
		return ERR_FORBIDDEN;
	if (!date_is_valid(from))
		problem_add(job->faults, STR("mulai"), "setelan.mulai",
			    STR("Isi tanggal mulai berlaku."));
	if (str_trim(value).len == 0)
		problem_add(job->faults, STR("nilai"), "setelan.nilai", STR("Isi nilainya."));
	if (problems_any(job->faults))
		return ERR_INVALID;
	if ((err = org_setelan_add(job->db, kunci, from, str_trim(value))))
		return err;
	return tahun_audit(job, "setelan.save", str_format(job->mem, "setelan/%s", kunci), value);
}
