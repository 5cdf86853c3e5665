/* SPDX-License-Identifier: Apache-2.0 */
/* Gathers one evaluation: person, plan, realisation, evidence, the unit's achievement and the
   suggestion. */
#include "evaluation/evaluation_load.h"

#include "evaluation/evaluation_indikator.h"
#include "evaluation/evaluation_store.h"
#include "evaluation/realisasi.h"
#include "generated/evaluation_sql.h"
#include "law/berakhlak.h"
#include "skp/skp.h"

struct access_record evaluation_record_of(const struct pegawai *pegawai)
{
	return (struct access_record){pegawai->pegawai_id, pegawai->penilai_id,
				      pegawai->unit_jalur};
}

enum err evaluation_periode(struct job *job, int tahun, int nomor, struct periode *out)
{
	return sql_evaluasi_periode(job, tahun, nomor, out);
}

/* Lays out the plan's indicators and the seven values, empty. */
static void lay_out(struct job *job, struct evaluasi *e)
{
	e->iki_count = 0;
	for (int i = 0; i < e->skp->rhk_count; i++)
		e->iki_count += e->skp->rhk[i].iki_count;
	e->iki = arena_array(job->mem, struct evaluasi_iki, e->iki_count + 1);
	int at = 0;
	for (int i = 0; i < e->skp->rhk_count; i++)
		for (int j = 0; j < e->skp->rhk[i].iki_count; j++)
			e->iki[at++].iki_id = e->skp->rhk[i].iki[j].iki_id;
	for (int i = 0; i < BERAKHLAK_COUNT; i++)
		e->nilai[i].nilai = berakhlak_all()[i].code;
}

const struct iki *evaluation_plan_iki(const struct skp *skp, const struct id *iki_id)
{
	for (int i = 0; i < skp->rhk_count; i++)
		for (int j = 0; j < skp->rhk[i].iki_count; j++)
			if (id_equal(&skp->rhk[i].iki[j].iki_id, iki_id))
				return &skp->rhk[i].iki[j];
	return NULL;
}

/* Reports tell an amount, so it is counted; what somebody entered before they did gives way. */
static void take_counted(const struct iki *plan, const struct capaian_iki *made,
			 struct evaluasi_iki *iki)
{
	if (!plan || !plan->has_target || made->jumlah == 0)
		return;
	suggest_realisasi(plan, made, iki);
	iki->is_dihitung = true;
	iki->realisasi_teks = iki->sumber_data = STR_NONE;
	iki->realisasi_oleh = (struct id){0};
}

static const struct capaian_iki *find_made(const struct capaian_iki *made, int count,
					   const struct id *iki_id)
{
	for (int i = 0; i < count; i++)
		if (id_equal(&made[i].iki_id, iki_id))
			return &made[i];
	return NULL;
}

/* Reports and evidence belong to the result: they stand for each of its indicators. */
static void take_result(struct evaluasi *e, const struct rhk *rhk, int first,
			const struct capaian_iki *made, int count)
{
	int reports = 0, with_evidence = 0;

	for (int j = 0; j < rhk->iki_count; j++) {
		const struct capaian_iki *one = find_made(made, count, &rhk->iki[j].iki_id);
		if (!one)
			continue;
		reports += one->banyak;
		with_evidence += one->bukti_banyak;
		if (!evaluasi_is_decided(e->state))
			take_counted(&rhk->iki[j], one, &e->iki[first + j]);
	}
	for (int j = 0; j < rhk->iki_count; j++) {
		e->iki[first + j].laporan_banyak = reports;
		e->iki[first + j].bukti_banyak = with_evidence;
	}
}

/* What the reports sum to; who may read the result but not reports sees none, but whoever records a
   decision must not lose it. */
static enum err sum_reports(struct job *job, const struct evaluasi *e, struct capaian_iki **out,
			    int *count)
{
	const int span[3] = {e->tahun, e->periode.mulai.month, e->periode.selesai.month};
	struct access_record record = evaluation_record_of(e->pegawai);

	if (!e->is_dicatat && !access_allows(job->actor, PERM_REPORT_READ, &record))
		return ERR_OK;
	return report_capaian_sum(job, &e->skp->skp_id, span, out, count);
}

static enum err load_realisasi(struct job *job, struct evaluasi *e)
{
	struct capaian_iki *made = NULL;
	int count = 0, first = 0;
	enum err err = sum_reports(job, e, &made, &count);

	if (err)
		return err;
	for (int i = 0; i < e->skp->rhk_count; first += e->skp->rhk[i++].iki_count)
		take_result(e, &e->skp->rhk[i], first, made, count);
	if ((err = evaluation_take_indikator(job, e)))
		return err;
	for (int i = 0; i < e->iki_count; i++) {
		struct evaluasi_iki *iki = &e->iki[i];
		if (evaluasi_is_decided(e->state))
			iki->is_dihitung = iki->has_realisasi && id_is_none(&iki->realisasi_oleh);
		iki->isian = realisasi_isian(job->mem, iki);
	}
	return ERR_OK;
}

enum err evaluation_gather_laporan(struct job *job, struct evaluasi *e)
{
	enum err err = report_glance(job, &e->pegawai->pegawai_id, e->periode.mulai,
				     e->periode.selesai, &e->laporan);

	return err == ERR_FORBIDDEN ? ERR_OK : err;
}

/* Whose achievement counts: kept once decided, else the own unit's for its head and the nearest one
   for others. */
static enum err load_capaian(struct job *job, struct evaluasi *e)
{
	const struct id *unit_id = e->tetap.is_kept ? &e->tetap.unit_id : &e->pegawai->unit_id;
	enum err err = e->tetap.is_kept || e->is_kepala_mandiri
			       ? sql_capaian_find(job, unit_id, e->tahun, e->nomor, &e->capaian)
			       : sql_capaian_nearest(job, unit_id, e->tahun, e->nomor, &e->capaian);

	if (e->tetap.is_kept) {
		e->capaian.is_set = true;
		e->capaian.predikat = e->tetap.predikat;
	}
	return err == ERR_NOT_FOUND ? ERR_OK : err;
}

/* The decided periods of the year, for the year's suggestion. */
static enum err load_periodik(struct job *job, struct evaluasi *e)
{
	struct evaluasi_ringkas *all;
	int count = 0;
	enum err err;

	if (e->nomor != 0)
		return ERR_OK;
	if ((err = sql_evaluasi_list_of(job, &e->pegawai->pegawai_id, &all, &count)))
		return err;
	e->periodik = arena_array(job->mem, struct evaluasi_ringkas, count + 1);
	for (int i = count - 1; i >= 0; i--)
		if (all[i].tahun == e->tahun && all[i].nomor != 0)
			e->periodik[e->periodik_count++] = all[i];
	return ERR_OK;
}

/* What the same indicators came to in the periods before; the year is the sum of its periods and
   has none before it. */
static enum err load_earlier(struct job *job, struct evaluasi *e)
{
	struct evaluasi_iki *earlier;
	int count = 0;
	enum err err = e->nomor == 0 ? ERR_OK
				     : sql_evaluasi_lalu(job, &e->skp->skp_id, e->tahun, e->nomor,
							 &earlier, &count);

	for (int i = 0; i < count && !err; i++)
		for (int k = 0; k < e->iki_count; k++)
			if (id_equal(&e->iki[k].iki_id, &earlier[i].iki_id)) {
				e->iki[k].lalu_jumlah = earlier[i].lalu_jumlah;
				e->iki[k].lalu_banyak = earlier[i].lalu_banyak;
			}
	return err;
}

static enum err load_rows(struct job *job, struct evaluasi *e)
{
	enum err err;

	lay_out(job, e);
	if ((err = evaluation_store_load(job, e)) || (err = load_earlier(job, e)))
		return err;
	return load_realisasi(job, e);
}

/* Who signed stays who judged; before that it is the person's appraiser of today. */
static enum err load_penilai(struct job *job, struct evaluasi *e)
{
	bool is_decided = evaluasi_is_decided(e->state);

	if (!is_decided)
		e->penilai_id = e->pegawai->penilai_id;
	e->is_luar = is_decided ? e->luar.surat_nomor.len > 0
				: e->pegawai->is_top && id_is_none(&e->penilai_id);
	return id_is_none(&e->penilai_id) ? ERR_OK : pegawai_load(job, &e->penilai_id, &e->penilai);
}

/* ERR_NOT_FOUND without an agreed plan. */
static enum err load_plan(struct job *job, struct evaluasi *e)
{
	struct id skp_id;
	enum err err = sql_evaluasi_skp_of(job, &e->pegawai->pegawai_id, e->tahun, e->nomor,
					   e->periode.mulai, e->periode.selesai, &skp_id);

	if (err)
		return err;
	return id_is_none(&skp_id) ? ERR_NOT_FOUND : skp_load_results(job, &skp_id, &e->skp);
}

/* The pattern the unit has so far, for who decides now (SE MenPANRB 3/2023). */
static enum err load_sebaran(struct job *job, struct evaluasi *e)
{
	enum err err;

	if (evaluasi_is_decided(e->state) || !e->capaian.is_set)
		return ERR_OK;
	if ((err = evaluation_store_spread(job, e)))
		return err;
	int people = distribution_total(&e->sebaran) + e->sebaran_terbuka + 1;
	e->is_pola_wajib = people >= e->law.of[LAW_distribution_min_unit_size];
	for (int i = 0; i < PREDIKAT_COUNT; i++)
		e->batas[i] =
			distribution_limit(&e->law, e->capaian.predikat, (enum predikat)i, people);
	return ERR_OK;
}

enum err evaluation_gather_plan(struct job *job, struct evaluasi *e)
{
	enum err err;

	if ((err = evaluation_periode(job, e->tahun, e->nomor, &e->periode)))
		return err;
	if ((err = load_plan(job, e)))
		return err;
	if ((err = setelan_values_load(job, e->periode.selesai, &e->law)) ||
	    (err = load_rows(job, e)))
		return err;
	return load_penilai(job, e);
}

enum err evaluation_gather(struct job *job, struct evaluasi *e)
{
	const struct pegawai *p = e->pegawai;
	enum err err;

	e->is_kepala_mandiri = p->is_top || (p->is_kepala && p->unit_is_mandiri);
	if ((err = evaluation_gather_plan(job, e)) || (err = load_capaian(job, e)) ||
	    (err = load_sebaran(job, e)) || (err = load_periodik(job, e)))
		return err;
	if (evaluasi_is_decided(e->state))
		return ERR_OK;
	suggest_items(e);
	suggest_ratings(job->mem, e);
	return ERR_OK;
}
