/* SPDX-License-Identifier: Apache-2.0 */
/* Boxes, training hours and job match. */
#include "law/talent.h"
#include "base/say.h"
#include "law/names.h"

static const struct law_name potensi_names[POTENSI_COUNT] = {
	[POTENSI_RENDAH] = {STR("rendah"), STR(SAID("Rendah"))},
	[POTENSI_MENENGAH] = {STR("menengah"), STR(SAID("Menengah"))},
	[POTENSI_TINGGI] = {STR("tinggi"), STR(SAID("Tinggi"))},
};

LAW_NAMES(potensi, potensi, potensi_names)
LAW_LABELS(potensi, potensi, potensi_names)

enum potensi potensi_of_score(const struct law_values *law, int64_t hundredths)
{
	if (hundredths >= law->of[LAW_potensi_tinggi])
		return POTENSI_TINGGI;
	return hundredths >= law->of[LAW_potensi_menengah] ? POTENSI_MENENGAH : POTENSI_RENDAH;
}

/* The performance axis: Sangat Baik above, Baik meets, the others below (TAL-01 [V]). */
static enum rating talent_performance(enum predikat predikat)
{
	if (predikat == PREDIKAT_SANGAT_BAIK)
		return RATING_DI_ATAS;
	return predikat == PREDIKAT_BAIK ? RATING_SESUAI : RATING_DI_BAWAH;
}

/* Some agencies number the boxes differently, so the numbers are values; they stand row by row. */
int talent_box(const struct law_values *law, enum predikat predikat, enum potensi potensi)
{
	static const enum law_value first[RATING_COUNT] = {
		[RATING_DI_ATAS] = LAW_kotak_di_atas_rendah,
		[RATING_SESUAI] = LAW_kotak_sesuai_rendah,
		[RATING_DI_BAWAH] = LAW_kotak_di_bawah_rendah,
	};
	return law->of[(int)first[talent_performance(predikat)] + (int)potensi];
}

bool talent_is_amended(const struct law_values *law)
{
	return law->of[LAW_talenta_aturan] == 2;
}

bool talent_is_pool(const struct law_values *law, int box)
{
	return box >= law->of[LAW_talenta_pool_box];
}

bool talent_is_valid(const struct law_values *law, struct date assessed_on, struct date today)
{
	struct date end = date_add_months(assessed_on, 12 * law->of[LAW_talenta_valid_years]);
	return date_compare(today, end) < 0;
}

int training_shortfall(const struct law_values *law, int jp)
{
	int missing = law->of[LAW_jp_minimum_pns] - jp;
	return missing > 0 ? missing : 0;
}

int training_excess(const struct law_values *law, int jp)
{
	int excess = jp - law->of[LAW_jp_maximum_pppk];
	return excess > 0 ? excess : 0;
}

int training_jp(const struct law_values *law, int minutes)
{
	return minutes / law->of[LAW_jp_minutes];
}

int competence_gap(int required, int assessed)
{
	return assessed < required ? required - assessed : 0;
}

struct ratio job_match(const int *required, const int *assessed, int count)
{
	int64_t met = 0, wanted = 0;

	for (int i = 0; i < count; i++) {
		wanted += required[i];
		met += required[i] - competence_gap(required[i], assessed[i]);
	}
	return wanted > 0 ? ratio_make(met * 100, wanted) : ratio_make(100, 1);
}

struct str job_match_key(const struct law_values *law, struct ratio percent)
{
	if (ratio_compare(percent, ratio_make(law->of[LAW_match_optimal_pct], 1)) >= 0)
		return STR("optimal");
	return ratio_compare(percent, ratio_make(law->of[LAW_match_enough_pct], 1)) >= 0
		       ? STR("cukup_optimal")
		       : STR("kurang_optimal");
}
