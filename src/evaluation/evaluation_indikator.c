/* SPDX-License-Identifier: Apache-2.0 */
/* Figures of indicators in an evaluation. */
#include "evaluation/evaluation_indikator.h"

#include "base/say.h"
#include "evaluation/evaluation_load.h"
#include "evaluation/realisasi.h"
#include "indikator/nilai.h"
#include "law/skp_target.h"

static bool is_disputed(const struct evaluasi_iki *iki)
{
	return str_is(iki->sikap, "sanggah");
}

/* The figure counts unless the person disputes it. */
static void count_it(struct evaluasi_iki *iki)
{
	iki->has_realisasi = iki->is_dihitung = true;
	iki->realisasi = iki->angka;
	iki->realisasi_teks = iki->sumber_data = STR_NONE;
	iki->realisasi_oleh = (struct id){0};
}

/* "278 anak dari 320 anak, 6 nilai, diimpor: 2" */
static struct str detail(struct arena *mem, const struct indikator_angka *angka)
{
	struct str parts = indikator_rincian(mem, &angka->definisi, &angka->hasil);
	struct buf out;

	buf_init(&out, mem);
	buf_add(&out, parts);
	buf_add_cstr(&out, parts.len > 0 ? " · " : "");
	buf_say_format(&out, "%d nilai sampai %.*s", angka->hasil.banyak,
		       STR_ARG(bulan_text(mem, angka->hasil.bulan_akhir)));
	if (angka->hasil.impor > 0)
		buf_say_format(&out, ", %d diimpor", angka->hasil.impor);
	return buf_str(&out);
}

static struct str url_of(struct arena *mem, const struct evaluasi *e, const struct iki *plan)
{
	return str_format(
		mem, "/indikator/%.*s?tahun=%d%s%.*s", STR_ARG(id_str(mem, &plan->indikator_id)),
		e->tahun, id_is_none(&plan->wilayah_id) ? "" : "&wilayah=",
		STR_ARG(id_is_none(&plan->wilayah_id) ? STR_NONE : id_str(mem, &plan->wilayah_id)));
}

static enum err take_one(struct job *job, const struct evaluasi *e, const struct iki *plan,
			 struct evaluasi_iki *iki)
{
	struct indikator_tanya tanya = {.indikator_id = plan->indikator_id,
					.wilayah_id = plan->wilayah_id,
					.pegawai_id = e->pegawai->pegawai_id,
					.unit_jalur = e->skp->unit_jalur,
					.dari = bulan_of_date(e->periode.mulai),
					.sampai = bulan_of_date(e->periode.selesai)};
	struct indikator_angka angka;
	enum err err = indikator_value(job, &tanya, &angka);

	if (err)
		return err == ERR_NOT_FOUND ? ERR_OK : err;
	iki->has_angka = angka.hasil.is_set;
	if (!iki->has_angka)
		return ERR_OK;
	iki->angka = angka.hasil.nilai;
	iki->rincian = detail(job->mem, &angka);
	if (plan->has_target && !is_disputed(iki))
		count_it(iki);
	else if (plan->has_target)
		iki->is_dihitung = false; /* the person's own figure, whatever reports sum to */
	return ERR_OK;
}

enum err evaluation_take_indikator(struct job *job, struct evaluasi *e)
{
	enum err err;

	for (int i = 0; i < e->iki_count; i++) {
		struct evaluasi_iki *iki = &e->iki[i];
		const struct iki *plan = evaluation_plan_iki(e->skp, &iki->iki_id);

		if (!plan || id_is_none(&plan->indikator_id))
			continue;
		iki->url = url_of(job->mem, e, plan);
		if (!evaluasi_is_decided(e->state) && (err = take_one(job, e, plan, iki)))
			return err;
	}
	return ERR_OK;
}

/* --- answered --- */

static struct str field_of(struct job *job, const char *name, const struct evaluasi_iki *iki)
{
	return str_format(job->mem, "%s.%.*s", name, STR_ARG(id_str(job->mem, &iki->iki_id)));
}

static void check_dispute(struct job *job, const struct evaluasi_iki *typed,
			  const struct evaluasi_iki *iki)
{
	if (typed->sikap_catatan.len == 0)
		problem_add(job->faults, field_of(job, "catatan", iki), "realisasi.sanggah_catatan",
			    STR("Tulis mengapa Anda menyanggah angka ini."));
	if (str_trim(typed->isian).len == 0)
		problem_add(job->faults, field_of(job, "real", iki), "realisasi.sanggah_angka",
			    STR("Tulis angka menurut Anda."));
}

static bool answer_one(struct job *job, const struct evaluasi_iki *typed, struct evaluasi_iki *iki)
{
	bool was_disputed = is_disputed(iki);

	if (str_equal(typed->sikap, iki->sikap) &&
	    str_equal(typed->sikap_catatan, iki->sikap_catatan) && !was_disputed)
		return false;
	bool is_changed = !str_equal(typed->sikap, iki->sikap) ||
			  !str_equal(typed->sikap_catatan, iki->sikap_catatan);
	iki->sikap = typed->sikap;
	iki->sikap_catatan = typed->sikap_catatan;
	if (!is_disputed(iki)) {
		count_it(iki);
		return is_changed;
	}
	check_dispute(job, typed, iki);
	iki->is_dihitung = false;
	return is_changed;
}

bool evaluation_answer_indikator(struct job *job, const struct evaluasi_iki *typed, int count,
				 struct evaluasi *e)
{
	bool is_changed = false;

	for (int i = 0; i < count; i++)
		for (int k = 0; k < e->iki_count; k++) {
			struct evaluasi_iki *iki = &e->iki[k];
			const struct iki *plan = evaluation_plan_iki(e->skp, &iki->iki_id);

			if (id_equal(&iki->iki_id, &typed[i].iki_id) && iki->has_angka &&
			    plan->has_target)
				is_changed |= answer_one(job, &typed[i], iki);
		}
	return is_changed;
}

struct str evaluation_answer_text(struct arena *mem, const struct iki *plan,
				  const struct evaluasi_iki *iki)
{
	struct str catatan = iki->sikap_catatan;

	if (!iki->has_angka || iki->sikap.len == 0)
		return STR_NONE;
	if (!is_disputed(iki))
		return catatan.len == 0 ? SAY(mem, "Pegawai membenarkan angka ini.")
					: say_format(mem, "Pegawai membenarkan angka ini: %.*s",
						     STR_ARG(catatan));
	return say_format(mem, "Pegawai menyanggah: menurutnya %.*s. %.*s",
			  STR_ARG(iki->has_realisasi
					  ? skp_amount_text(mem, iki->realisasi, plan->satuan)
					  : iki->realisasi_teks),
			  STR_ARG(catatan));
}
