/* SPDX-License-Identifier: Apache-2.0 */
#include "law/predikat.h"

struct name {
	struct str key, label;
};

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

/* PK-41: who heads the unit gets the unit's achievement as result rating [V]; five to three levels [D]. */
enum rating rating_of_capaian(enum capaian capaian)
{
	if (capaian == CAPAIAN_ISTIMEWA)
		return RATING_DI_ATAS;
	return capaian == CAPAIAN_BAIK ? RATING_SESUAI : RATING_DI_BAWAH;
}

static const struct name rating_names[RATING_COUNT] = {
	[RATING_DI_BAWAH] = {STR("di_bawah"), STR("Di bawah ekspektasi")},
	[RATING_SESUAI] = {STR("sesuai"), STR("Sesuai ekspektasi")},
	[RATING_DI_ATAS] = {STR("di_atas"), STR("Di atas ekspektasi")},
};

static const struct name predikat_names[PREDIKAT_COUNT] = {
#define PREDIKAT(name, key, label) [PREDIKAT_##name] = {STR(key), STR(label)},
#include "law/predikat.def"
#undef PREDIKAT
};

static const struct name capaian_names[CAPAIAN_COUNT] = {
	[CAPAIAN_ISTIMEWA] = {STR("istimewa"), STR("Istimewa")},
	[CAPAIAN_BAIK] = {STR("baik"), STR("Baik")},
	[CAPAIAN_BUTUH_PERBAIKAN] = {STR("butuh_perbaikan"), STR("Butuh Perbaikan")},
	[CAPAIAN_KURANG] = {STR("kurang"), STR("Kurang")},
	[CAPAIAN_SANGAT_KURANG] = {STR("sangat_kurang"), STR("Sangat Kurang")},
};

/* Where the key stands, or -1. */
static int name_find(const struct name *names, int count, struct str key)
{
	for (int i = 0; i < count; i++)
		if (str_equal(names[i].key, key))
			return i;
	return -1;
}

struct str rating_key(enum rating rating)
{
	return rating_names[rating].key;
}

struct str rating_label(enum rating rating)
{
	return rating_names[rating].label;
}

bool rating_parse(struct str key, enum rating *out)
{
	int at = name_find(rating_names, RATING_COUNT, key);

	if (at >= 0)
		*out = (enum rating)at;
	return at >= 0;
}

struct str predikat_key(enum predikat predikat)
{
	return predikat_names[predikat].key;
}

struct str predikat_label(enum predikat predikat)
{
	return predikat_names[predikat].label;
}

bool predikat_parse(struct str key, enum predikat *out)
{
	int at = name_find(predikat_names, PREDIKAT_COUNT, key);

	if (at >= 0)
		*out = (enum predikat)at;
	return at >= 0;
}

struct str capaian_key(enum capaian capaian)
{
	return capaian_names[capaian].key;
}

struct str capaian_label(enum capaian capaian)
{
	return capaian_names[capaian].label;
}

bool capaian_parse(struct str key, enum capaian *out)
{
	int at = name_find(capaian_names, CAPAIAN_COUNT, key);

	if (at >= 0)
		*out = (enum capaian)at;
	return at >= 0;
}
