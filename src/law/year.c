/* SPDX-License-Identifier: Apache-2.0 */
#include "law/year.h"
#include "law/defaults.h"

struct year_limits year_limits_default(void)
{
	return (struct year_limits){LAW_DEFAULT_annual_above, LAW_DEFAULT_annual_below};
}

static enum rating rating_of_mean(const struct year_limits *limits, struct ratio mean)
{
	if (ratio_compare(mean, ratio_make(limits->above, 100)) >= 0)
		return RATING_DI_ATAS;
	return ratio_compare(mean, ratio_make(limits->below, 100)) < 0 ? RATING_DI_BAWAH
								       : RATING_SESUAI;
}

/* di bawah 1, sesuai 2, di atas 3 */
static int points(enum rating rating)
{
	return (int)rating + 1;
}

bool year_suggest(const struct year_limits *limits, const struct year_period *periods, int count,
		  bool has_main_below, struct year_suggestion *out)
{
	int64_t months = 0, hasil = 0, perilaku = 0;

	for (int i = 0; i < count; i++) {
		if (!periods[i].is_rated)
			continue;
		months += periods[i].months;
		hasil += (int64_t)periods[i].months * points(periods[i].hasil);
		perilaku += (int64_t)periods[i].months * points(periods[i].perilaku);
	}
	if (months <= 0)
		return false;
	out->s_hasil = ratio_make(hasil, months);
	out->s_perilaku = ratio_make(perilaku, months);
	out->hasil = rating_of_mean(limits, out->s_hasil);
	out->perilaku = rating_of_mean(limits, out->s_perilaku);
	out->is_capped = has_main_below && out->hasil == RATING_DI_ATAS;
	if (out->is_capped)
		out->hasil = RATING_SESUAI;
	out->predikat = predikat_decide(out->hasil, out->perilaku);
	return true;
}

bool year_reason_is_enough(struct str alasan, int least_chars)
{
	struct str text = str_trim(alasan);
	return str_chars(text) >= (size_t)(least_chars > 0 ? least_chars : 0);
}
