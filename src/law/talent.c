/* SPDX-License-Identifier: Apache-2.0 */
#include "law/talent.h"

static const struct str potensi_keys[POTENSI_COUNT] = {
	[POTENSI_RENDAH] = STR("rendah"),
	[POTENSI_MENENGAH] = STR("menengah"),
	[POTENSI_TINGGI] = STR("tinggi"),
};

bool potensi_parse(struct str key, enum potensi *out)
{
	for (int i = 0; i < POTENSI_COUNT; i++)
		if (str_equal(potensi_keys[i], key)) {
			*out = (enum potensi)i;
			return true;
		}
	return false;
}

struct str potensi_key(enum potensi potensi)
{
	return potensi_keys[potensi];
}

enum rating talent_performance(enum predikat predikat)
{
	if (predikat == PREDIKAT_SANGAT_BAIK)
		return RATING_DI_ATAS;
	return predikat == PREDIKAT_BAIK ? RATING_SESUAI : RATING_DI_BAWAH;
}

int talent_box(enum predikat predikat, enum potensi potensi)
{
	/* Some agencies number the boxes differently; this is the numbering of PermenPANRB 3/2020. */
	static const int boxes[RATING_COUNT][POTENSI_COUNT] = {
		[RATING_DI_ATAS] = {4, 7, 9},
		[RATING_SESUAI] = {2, 5, 8},
		[RATING_DI_BAWAH] = {1, 3, 6},
	};
	return boxes[talent_performance(predikat)][potensi];
}

int training_shortfall(int minimum_jp, int jp)
{
	return jp < minimum_jp ? minimum_jp - jp : 0;
}

struct ratio job_match(const int *required, const int *assessed, int count)
{
	int64_t met = 0, wanted = 0;

	for (int i = 0; i < count; i++) {
		wanted += required[i];
		met += assessed[i] < required[i] ? assessed[i] : required[i];
	}
	return wanted > 0 ? ratio_make(met * 100, wanted) : ratio_make(100, 1);
}

struct str job_match_key(struct ratio percent)
{
	if (ratio_compare(percent, ratio_make(90, 1)) >= 0)
		return STR("optimal");
	return ratio_compare(percent, ratio_make(78, 1)) >= 0 ? STR("cukup_optimal")
							      : STR("kurang_optimal");
}
