/* SPDX-License-Identifier: Apache-2.0 */
/* Setting up a year: its periods, its due dates, and who opens and closes them. */
#include "audit/audit.h"
#include "audit/audit_heads.h"
#include "base/say.h"
#include "form/form.h"
#include "generated/org_sql.h"
#include "law/deadlines.h"
#include "org/org.h"
#include "org/year_text.h"
#include "org/org_form.h"

static const char *const month_names[12] = {"Januari",	 "Februari", "Maret",	 "April",
					    "Mei",	 "Juni",     "Juli",	 "Agustus",
					    "September", "Oktober",  "November", "Desember"};
static const char *const quarter_names[4] = {SAID("Triwulan I"), SAID("Triwulan II"),
					     SAID("Triwulan III"), SAID("Triwulan IV")};

enum err tahun_load(struct job *job, int tahun, struct tahun_kinerja **out)
{
	*out = arena_new(job->mem, struct tahun_kinerja);

	enum err err = sql_tahun_find(job, tahun, *out);
	return err ? err
		   : sql_periode_of_tahun(job, tahun, &(*out)->periode, &(*out)->periode_count);
}

enum err tahun_list(struct job *job, int **out, int *count)
{
	return sql_tahun_all(job, out, count);
}

enum err hari_libur_list(struct job *job, struct date from, struct date to, struct date **out,
			 int *count)
{
	return sql_libur_days(job, from, to, out, count);
}

enum err hari_libur_load(struct job *job, int tahun, struct hari_libur **out, int *count)
{
	return sql_libur_between(job, DATE((int16_t)tahun, 1, 1), DATE((int16_t)tahun, 12, 31), out,
				 count);
}

struct periode periode_make(struct arena *mem, int tahun, int nomor, int months)
{
	int first = nomor == 0 ? 1 : (nomor - 1) * months + 1;
	int last = nomor == 0 ? 12 : nomor * months;
	struct str nama = nomor == 0 ? str_format(mem, "Tahun %d", tahun)
				     : str_format(mem, "%s %d",
						  months == 1 ? month_names[nomor - 1]
							      : quarter_names[nomor - 1],
						  tahun);

	return (struct periode){.tahun = tahun,
				.nomor = nomor,
				.nama = nama,
				.status = STR("belum_dibuka"),
				.mulai = DATE((int16_t)tahun, (int8_t)first, 1),
				.selesai = DATE((int16_t)tahun, (int8_t)last,
						(int8_t)date_month_days(tahun, last))};
}

struct str tahun_name(struct arena *mem, int tahun)
{
	return str_format(mem, "tahun/%d", tahun);
}

struct str periode_name(struct arena *mem, int tahun, int nomor)
{
	return str_format(mem, "periode/%d/%d", tahun, nomor);
}

struct str tahun_text(struct arena *mem, const struct tahun_kinerja *tahun)
{
	return str_format(mem, "%.*s %.*s", STR_ARG(tahun->pendekatan),
			  STR_ARG(tahun->periode_jenis));
}

struct str tahun_batas_text(struct arena *mem, const struct tahun_kinerja *tahun)
{
	return str_format(mem, "%.*s %.*s", STR_ARG(date_iso(mem, tahun->skp_batas)),
			  STR_ARG(date_iso(mem, tahun->evaluasi_batas)));
}

static enum err tahun_audit(struct job *job, const char *deed, struct str object, struct str after)
{
	struct audit_entry entry = {
		.deed = deed, .object = id_named(&job->actor->instansi_id, object), .after = after};

	return audit_add(job, &entry);
}

static enum err already_there(struct job *job)
{
	problem_add(job->faults, STR("tahun"), "tahun.ada", STR("Tahun ini sudah disiapkan."));
	return ERR_INVALID;
}

enum err tahun_open(struct job *job, int tahun, struct str pendekatan, struct str periode_jenis)
{
	struct tahun_kinerja kept;
	struct law_values law;
	enum err err;

	if (!access_may(job->actor, PERM_SETTING_MANAGE))
		return ERR_FORBIDDEN;
	kept = (struct tahun_kinerja){
		.tahun = tahun, .pendekatan = pendekatan, .periode_jenis = periode_jenis};
	form_check(&tahun_form, &kept, job->faults);
	if (problems_any(job->faults))
		return ERR_INVALID;
	if ((err = sql_tahun_find(job, tahun, &kept)) != ERR_NOT_FOUND)
		return err ? err : already_there(job);
	if ((err = setelan_values_load(job, DATE((int16_t)tahun, 1, 1), &law)))
		return err;
	kept = (struct tahun_kinerja){.tahun = tahun,
				      .pendekatan = pendekatan,
				      .periode_jenis = periode_jenis,
				      .skp_batas = deadline_skp(&law, tahun),
				      .evaluasi_batas = deadline_annual_evaluation(&law, tahun)};
	err = sql_tahun_add(job, &kept);
	int months = str_is(periode_jenis, "bulan") ? 1 : 3;
	for (int nomor = 0; nomor <= 12 / months && !err; nomor++) {
		struct periode periode = periode_make(job->mem, tahun, nomor, months);
		err = sql_periode_add(job, &periode);
	}
	if (err)
		return err;
	return tahun_audit(job, "tahun.open", tahun_name(job->mem, tahun),
			   tahun_text(job->mem, &kept));
}

const struct periode *periode_find(const struct tahun_kinerja *tahun, int nomor)
{
	for (int i = 0; i < tahun->periode_count; i++)
		if (tahun->periode[i].nomor == nomor)
			return &tahun->periode[i];
	return NULL;
}

/* What was closed stands in signed papers; who opens it again says why. */
static void periode_check(struct job *job, const struct periode *kept,
			  const struct periode_change *change, int least)
{
	size_t letters = str_chars(change->alasan);

	if (!str_is(change->status, "belum_dibuka") && !str_is(change->status, "pengisian") &&
	    !str_is(change->status, "ditutup"))
		problem_add(job->faults, STR("status"), "periode.status",
			    STR("Pilih status periode."));
	if (!str_is_utf8(change->alasan) || letters > PERIODE_ALASAN_MAX)
		problem_add(job->faults, STR("alasan"), "periode.alasan_long",
			    STR("Ringkas alasan menjadi paling banyak 500 huruf."));
	else if (str_is(kept->status, "ditutup") && letters < (size_t)least)
		problem_add(
			job->faults, STR("alasan"), "periode.alasan",
			say_format(job->mem,
				   "Tulis alasan membuka lagi, paling sedikit %d huruf. Alasan ini "
				   "tampil dalam jejak audit.",
				   least));
}

static enum err periode_audit(struct job *job, const struct periode *kept,
			      const struct periode_change *change)
{
	struct str name = periode_name(job->mem, change->tahun, change->nomor);
	struct audit_entry entry = {.deed = str_is(kept->status, "ditutup") ? "periode.reopen"
									    : "periode.set_status",
				    .object = id_named(&job->actor->instansi_id, name),
				    .reason = change->alasan,
				    .before = kept->status,
				    .after = change->status};

	return audit_add(job, &entry);
}

enum err periode_set_status(struct job *job, const struct periode_change *change)
{
	struct periode_change trimmed = *change;
	const struct periode *kept;
	struct tahun_kinerja *tahun;
	struct law_values law;
	enum err err;

	if (!access_may(job->actor, PERM_SETTING_MANAGE))
		return ERR_FORBIDDEN;
	if ((err = tahun_load(job, change->tahun, &tahun)) ||
	    (err = setelan_values_load(job, job->today, &law)))
		return err;
	if (!(kept = periode_find(tahun, change->nomor)))
		return ERR_NOT_FOUND;
	if (kept->version != change->version)
		return ERR_CONFLICT;
	trimmed.alasan = str_trim(change->alasan);
	periode_check(job, kept, &trimmed, law.of[LAW_period_reopen_reason_min_chars]);
	if (problems_any(job->faults))
		return ERR_INVALID;
	if ((err = sql_periode_save_status(job, &trimmed)) ||
	    (err = periode_audit(job, kept, &trimmed)))
		return err;
	return str_is(change->status, "ditutup") ? audit_head_sign(job, HEAD_TUTUP_PERIODE)
						 : ERR_OK;
}

static void batas_check(struct job *job, int tahun, struct date skp, struct date evaluasi)
{
	if (!date_is_valid(skp) || skp.year != tahun)
		problem_add(job->faults, STR("skp_batas"), "tahun.skp_batas",
			    say_format(job->mem, "Isi tanggal dalam tahun %d.", tahun));
	if (!date_is_valid(evaluasi) || date_compare(evaluasi, DATE((int16_t)tahun, 12, 31)) < 0 ||
	    evaluasi.year > tahun + 1)
		problem_add(job->faults, STR("evaluasi_batas"), "tahun.evaluasi_batas",
			    say_format(job->mem,
				       "Isi tanggal sejak 31 Desember %d sampai akhir %d.", tahun,
				       tahun + 1));
}

enum err tahun_set_batas(struct job *job, const struct tahun_kinerja *changed)
{
	struct tahun_kinerja *kept;
	enum err err;

	if (!access_may(job->actor, PERM_SETTING_MANAGE))
		return ERR_FORBIDDEN;
	if ((err = tahun_load(job, changed->tahun, &kept)))
		return err;
	if (kept->version != changed->version)
		return ERR_CONFLICT;
	batas_check(job, changed->tahun, changed->skp_batas, changed->evaluasi_batas);
	if (problems_any(job->faults))
		return ERR_INVALID;
	if ((err = sql_tahun_save_batas(job, changed)))
		return err;
	return tahun_audit(job, "tahun.set_batas", tahun_name(job->mem, changed->tahun),
			   tahun_batas_text(job->mem, changed));
}
