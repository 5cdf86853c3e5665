/* SPDX-License-Identifier: Apache-2.0 */
/* Credits from predikat, months and coefficients. */
#include "law/angka_kredit.h"
#include "base/ratio.h"
#include "law/golongan.h"
#include "law/names.h"

static const struct law_name level_names[JENJANG_COUNT] = {
#define JENJANG(name, key, label) [JENJANG_##name] = {STR(#key), STR(label)},
#include "law/jenjang.def"
#undef JENJANG
};

static const enum law_value first_value[JENJANG_COUNT] = {
#define JENJANG(name, key, label) [JENJANG_##name] = LAW_ak_koefisien_##key,
#include "law/jenjang.def"
#undef JENJANG
};

/* koefisien, pangkat and jenjang stand side by side in defaults.def */
#define JENJANG(name, key, label)                                                                  \
	_Static_assert(LAW_ak_pangkat_##key == LAW_ak_koefisien_##key + 1 &&                       \
			       LAW_ak_jenjang_##key == LAW_ak_koefisien_##key + 2,                 \
		       "three values for each jenjang, in their order");
#include "law/jenjang.def"
#undef JENJANG

LAW_NAMES(jenjang, jenjang, level_names)
LAW_LABELS(jenjang, jenjang, level_names)

static int64_t need_pangkat(const struct law_values *law, enum jenjang jenjang)
{
	return law->of[(int)first_value[jenjang] + 1];
}

static int64_t need_jenjang(const struct law_values *law, enum jenjang jenjang)
{
	return law->of[(int)first_value[jenjang] + 2];
}

int angka_kredit_percent(const struct law_values *law, enum predikat predikat)
{
	return law->of[LAW_ak_percent_sangat_baik + (int)predikat];
}

int64_t angka_kredit_koefisien(const struct law_values *law, enum jenjang jenjang)
{
	return law->of[first_value[jenjang]];
}

int64_t angka_kredit_line(const struct law_values *law, enum jenjang jenjang,
			  enum predikat predikat, int months)
{
	static const int64_t unit[] = {100, 10, 1}; /* hundredths in the last decimal kept */
	int decimals = law->of[LAW_ak_round_decimals];
	int64_t amount =
		angka_kredit_koefisien(law, jenjang) * angka_kredit_percent(law, predikat) * months;
	return ratio_round_half_up(ratio_make(amount, 100 * 100 * 12), decimals) * unit[decimals];
}

int64_t angka_kredit_education(const struct law_values *law, enum jenjang jenjang)
{
	return ratio_round_half_up(
		ratio_make(need_pangkat(law, jenjang) * law->of[LAW_ak_education_pct], 100), 0);
}

struct credit_total angka_kredit_total(const struct law_values *law,
				       const struct credit_line *lines, int count)
{
	struct credit_total sum = {JENJANG_PEMULA, 0};

	for (int i = 0; i < count; i++) {
		if (lines[i].jenjang != sum.jenjang)
			sum = (struct credit_total){lines[i].jenjang, 0};
		sum.total += angka_kredit_line(law, lines[i].jenjang, lines[i].predikat,
					       lines[i].months);
	}
	return sum;
}

struct angka_kredit_standing angka_kredit_stand(const struct law_values *law, enum jenjang jenjang,
						int64_t total)
{
	int64_t pangkat = need_pangkat(law, jenjang), next = need_jenjang(law, jenjang);
	bool has_next = next > 0;

	return (struct angka_kredit_standing){
		.may_pangkat = total >= pangkat,
		.may_jenjang = has_next && total >= next,
		.pangkat_surplus = total - pangkat,
		.jenjang_surplus = has_next ? total - next : 0,
	};
}

bool angka_kredit_integration(const struct law_values *law, struct str golongan,
			      int64_t conventional, int64_t *out)
{
	int row = golongan_rank(golongan) - golongan_rank(STR("III/a"));

	if (row < 0)
		return false;
	int64_t rest =
		conventional - law->of[LAW_ak_dasar_iii_a + row]; /* IV/e is the last of both */
	*out = rest > 0 ? rest : 0;
	return true;
}
