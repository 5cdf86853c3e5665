/* SPDX-License-Identifier: Apache-2.0 */
/* The nine cells, and the achievement of who leads a unit. */
#include "law/predikat.h"
#include "base/say.h"
#include "law/names.h"

/* Nine cells, PermenPANRB 6/2022 (rulebook 1.7.1 [V]). Rows hasil kerja, columns perilaku kerja. */
enum predikat predikat_decide(enum rating hasil, enum rating perilaku)
{
	static const enum predikat matrix[RATING_COUNT][RATING_COUNT] = {
		[RATING_DI_BAWAH] =
			{
				[RATING_DI_BAWAH] = PREDIKAT_SANGAT_KURANG,
				[RATING_SESUAI] = PREDIKAT_BUTUH_PERBAIKAN,
				[RATING_DI_ATAS] = PREDIKAT_BUTUH_PERBAIKAN,
			},
		[RATING_SESUAI] =
			{
				[RATING_DI_BAWAH] = PREDIKAT_KURANG,
				[RATING_SESUAI] = PREDIKAT_BAIK,
				[RATING_DI_ATAS] = PREDIKAT_BAIK,
			},
		[RATING_DI_ATAS] =
			{
				[RATING_DI_BAWAH] = PREDIKAT_KURANG,
				[RATING_SESUAI] = PREDIKAT_BAIK,
				[RATING_DI_ATAS] = PREDIKAT_SANGAT_BAIK,
			},
	};
	return matrix[hasil][perilaku];
}

/* PK-41: who heads the unit gets the unit's achievement as result rating [V]; five to three levels
   [D]. */
enum rating rating_of_capaian(const struct law_values *law, enum capaian capaian)
{
	return (enum rating)(law->of[LAW_pimpinan_istimewa + (int)capaian] - 1);
}

_Static_assert(LAW_pimpinan_sangat_kurang - LAW_pimpinan_istimewa == CAPAIAN_SANGAT_KURANG,
	       "one value for each achievement, in their order");

/* 1.7 step 1, annual [D]: the values stand row by row, the agreement first. */
enum capaian capaian_suggest(const struct law_values *law, enum rating pk, enum rating ekspektasi)
{
	int cell = (int)pk * RATING_COUNT + (int)ekspektasi;
	return (enum capaian)(law->of[LAW_organisasi_di_bawah_di_bawah + cell] - 1);
}

_Static_assert(LAW_organisasi_di_atas_di_atas - LAW_organisasi_di_bawah_di_bawah == 8,
	       "nine cells in the order of the ratings");

static const struct law_name rating_names[RATING_COUNT] = {
	[RATING_DI_BAWAH] = {STR("di_bawah"), STR(SAID("Di bawah ekspektasi"))},
	[RATING_SESUAI] = {STR("sesuai"), STR(SAID("Sesuai ekspektasi"))},
	[RATING_DI_ATAS] = {STR("di_atas"), STR(SAID("Di atas ekspektasi"))},
};

static const struct law_name predikat_names[PREDIKAT_COUNT] = {
#define PREDIKAT(name, key, label) [PREDIKAT_##name] = {STR(key), STR(label)},
#include "law/predikat.def"
#undef PREDIKAT
};

static const struct law_name capaian_names[CAPAIAN_COUNT] = {
	[CAPAIAN_ISTIMEWA] = {STR("istimewa"), STR(SAID("Istimewa"))},
	[CAPAIAN_BAIK] = {STR("baik"), STR(SAID("Baik"))},
	[CAPAIAN_BUTUH_PERBAIKAN] = {STR("butuh_perbaikan"), STR(SAID("Butuh Perbaikan"))},
	[CAPAIAN_KURANG] = {STR("kurang"), STR(SAID("Kurang"))},
	[CAPAIAN_SANGAT_KURANG] = {STR("sangat_kurang"), STR(SAID("Sangat Kurang"))},
};

LAW_NAMES(rating, rating, rating_names)
LAW_LABELS(rating, rating, rating_names)
LAW_NAMES(predikat, predikat, predikat_names)
LAW_LABELS(predikat, predikat, predikat_names)
LAW_NAMES(capaian, capaian, capaian_names)
LAW_LABELS(capaian, capaian, capaian_names)
