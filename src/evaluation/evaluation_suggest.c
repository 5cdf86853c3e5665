/* SPDX-License-Identifier: Apache-2.0 */
/* What figures and limits suggest; a person decides. */
#include "evaluation/evaluation_suggest.h"

#include "evaluation/evaluation_share.h"
#include "law/rating.h"
#include "law/year.h"

void suggest_realisasi(const struct iki *iki, const struct capaian_iki *capaian,
		       struct evaluasi_iki *out)
{
	out->has_realisasi = capaian->banyak > 0;
	out->realisasi = capaian->jumlah;
	if (out->has_realisasi && !iki_is_summed(iki))
		out->realisasi = capaian->jumlah / capaian->banyak;
}

struct figure realisasi_figure(const struct evaluasi *e, const struct iki *iki,
			       const struct evaluasi_iki *made)
{
	return (struct figure){.amount = made->realisasi,
			       .target = iki_share(iki, &e->periode, iki->target),
			       .has_target = iki->has_target,
			       .satuan = iki->satuan,
			       .is_mean = made->is_dihitung && !iki_is_summed(iki),
			       .usual_sum = made->lalu_jumlah,
			       .usual_count = made->lalu_banyak,
			       .is_of_periods = true};
}

static struct rating_choice suggest_item(const struct evaluasi *e, const struct iki *iki,
					 const struct evaluasi_iki *made)
{
	struct rating_choice saran = {0};
	struct item item = {.realisasi = made->realisasi,
			    .has_evidence = made->bukti_banyak > 0 || made->has_angka};

	if (!iki->has_target || !direction_parse(iki->arah, &item.direction))
		return saran;
	if (!made->has_realisasi && (item.direction != DIRECTION_HIGHER || !iki_is_summed(iki)))
		return saran; /* nothing reported is none made, but says nothing of quality or
		                 time */
	item.target = iki_share(iki, &e->periode, iki->target);
	item.target_min = iki_share(iki, &e->periode, iki->target_min);
	struct figure figure = realisasi_figure(e, iki, made);
	item.is_doubted = figure_judge(&e->law, &figure) != FIGURE_SOUND;
	saran = (struct rating_choice){true, item_rating(&e->law, &item)};
	return saran;
}

void suggest_items(struct evaluasi *e)
{
	int at = 0;

	for (int i = 0; i < e->skp->rhk_count; i++)
		for (int j = 0; j < e->skp->rhk[i].iki_count; j++, at++)
			e->iki[at].saran = suggest_item(e, &e->skp->rhk[i].iki[j], &e->iki[at]);
}

/* What counts for an indicator: the appraiser's word, else the suggestion. */
static struct rating_choice item_says(const struct evaluasi_iki *iki)
{
	return iki->rating.is_set ? iki->rating : iki->saran;
}

static int collect_results(const struct evaluasi *e, struct rated_result *results)
{
	int count = 0, at = 0;

	for (int i = 0; i < e->skp->rhk_count; i++)
		for (int j = 0; j < e->skp->rhk[i].iki_count; j++, at++) {
			struct rating_choice said = item_says(&e->iki[at]);
			if (said.is_set)
				results[count++] = (struct rated_result){
					str_is(e->skp->rhk[i].jenis, "utama"), said.value};
		}
	return count;
}

static void suggest_from_items(const struct rated_result *results, int count, struct evaluasi *e)
{
	enum rating values[BERAKHLAK_COUNT];
	int value_count = 0;

	e->saran_hasil = e->saran_perilaku = (struct rating_choice){0};
	if (count > 0)
		e->saran_hasil =
			(struct rating_choice){true, rating_of_results(&e->law, results, count)};
	for (int i = 0; i < BERAKHLAK_COUNT; i++)
		if (e->nilai[i].rating.is_set)
			values[value_count++] = e->nilai[i].rating.value;
	if (value_count > 0)
		e->saran_perilaku = (struct rating_choice){
			true, rating_of_behaviour(&e->law, values, value_count)};
}

static void suggest_from_periods(struct arena *mem, const struct rated_result *results, int count,
				 struct evaluasi *e)
{
	struct year_period *periods = arena_array(mem, struct year_period, e->periodik_count + 1);
	struct year_suggestion saran;
	bool has_main_below = false;

	for (int i = 0; i < count; i++)
		has_main_below |= results[i].is_utama && results[i].rating == RATING_DI_BAWAH;
	for (int i = 0; i < e->periodik_count; i++) {
		const struct evaluasi_ringkas *p = &e->periodik[i];
		periods[i] = (struct year_period){p->bulan, p->hasil.is_set && p->perilaku.is_set,
						  p->hasil.value, p->perilaku.value};
	}
	if (year_suggest(&e->law, periods, e->periodik_count, has_main_below, &saran)) {
		e->saran_hasil = (struct rating_choice){true, saran.hasil};
		e->saran_perilaku = (struct rating_choice){true, saran.perilaku};
	}
}

void suggest_ratings(struct arena *mem, struct evaluasi *e)
{
	struct rated_result *results = arena_array(mem, struct rated_result, e->iki_count + 1);
	int count = collect_results(e, results);

	suggest_from_items(results, count, e);
	if (e->nomor == 0 && e->periodik_count > 0)
		suggest_from_periods(mem, results, count, e);
	if (!e->is_kepala_mandiri)
		return;
	/* PK-41 [V]: who heads the organisation has its achievement as the result rating. */
	e->saran_hasil = (struct rating_choice){e->capaian.is_set, RATING_SESUAI};
	if (e->capaian.is_set)
		e->saran_hasil.value = rating_of_capaian(&e->law, e->capaian.predikat);
	e->hasil = e->saran_hasil;
}
