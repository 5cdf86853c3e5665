/* SPDX-License-Identifier: Apache-2.0 */
#include "law/angka_kredit.h"
#include "base/ratio.h"

static const struct {
	struct str key, label;
	int64_t koefisien, pangkat, jenjang;
} levels[] = {
#define JENJANG(name, key, label, koefisien, pangkat, jenjang)                                     \
	[JENJANG_##name] = {STR(key), STR(label), koefisien, pangkat, jenjang},
#include "law/jenjang.def"
#undef JENJANG
};

struct str jenjang_key(enum jenjang jenjang)
{
	return levels[jenjang].key;
}

struct str jenjang_label(enum jenjang jenjang)
{
	return levels[jenjang].label;
}

bool jenjang_parse(struct str key, enum jenjang *out)
{
	for (int i = 0; i < JENJANG_COUNT; i++)
		if (str_equal(levels[i].key, key)) {
			*out = (enum jenjang)i;
			return true;
		}
	return false;
}

int angka_kredit_percent(enum predikat predikat)
{
	static const int percent[PREDIKAT_COUNT] = {
		[PREDIKAT_SANGAT_BAIK] = 150,	 [PREDIKAT_BAIK] = 100,
		[PREDIKAT_BUTUH_PERBAIKAN] = 75, [PREDIKAT_KURANG] = 50,
		[PREDIKAT_SANGAT_KURANG] = 25,
	};
	return percent[predikat];
}

int64_t angka_kredit_koefisien(enum jenjang jenjang)
{
	return levels[jenjang].koefisien;
}

int64_t angka_kredit_line(enum jenjang jenjang, enum predikat predikat, int months)
{
	int64_t amount = angka_kredit_koefisien(jenjang) * angka_kredit_percent(predikat) * months;
	return ratio_round_half_up(ratio_make(amount, 100 * 12), 0);
}

int64_t angka_kredit_education(enum jenjang jenjang)
{
	return levels[jenjang].pangkat / 4;
}

struct angka_kredit_standing angka_kredit_stand(enum jenjang jenjang, int64_t total)
{
	bool has_next = levels[jenjang].jenjang > 0;

	return (struct angka_kredit_standing){
		.may_pangkat = total >= levels[jenjang].pangkat,
		.may_jenjang = has_next && total >= levels[jenjang].jenjang,
		.pangkat_surplus = total - levels[jenjang].pangkat,
		.jenjang_surplus = has_next ? total - levels[jenjang].jenjang : 0,
	};
}
