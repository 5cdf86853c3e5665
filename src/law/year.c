/* SPDX-License-Identifier: Apache-2.0 */
/* Periods weighted by months. */
#include "law/year.h"

static enum rating rating_of_mean(const struct law_values *law, struct ratio mean)
{
	if (ratio_compare(mean, ratio_make(law->of[LAW_annual_above], 100)) >= 0)
		return RATING_DI_ATAS;
	return ratio_compare(mean, ratio_make(law->of[LAW_annual_below], 100)) < 0 ? RATING_DI_BAWAH
										   : RATING_SESUAI;
}

_Static_assert(LAW_annual_points_di_atas - LAW_annual_points_di_bawah == RATING_DI_ATAS,
	       "points for each rating, in their order");

static int points(const struct law_values *law, enum rating rating)
{
	return law->of[LAW_annual_points_di_bawah + (int)rating];
}

void year_scale(const struct law_values *law, int *least, int *most)
{
	*least = *most = points(law, RATING_DI_BAWAH);
	for (int i = 1; i < RATING_COUNT; i++) {
		int at = points(law, (enum rating)i);
		*least = at < *least ? at : *least;
		*most = at > *most ? at : *most;
	}
}

bool year_suggest(const struct law_values *law, const struct year_period *periods, int count,
		  bool has_main_below, struct year_suggestion *out)
{
	int64_t months = 0, hasil = 0, perilaku = 0;

	for (int i = 0; i < count; i++) {
		if (!periods[i].is_rated)
			continue;
		months += periods[i].months;
		hasil += (int64_t)periods[i].months * points(law, periods[i].hasil);
		perilaku += (int64_t)periods[i].months * points(law, periods[i].perilaku);
	}
	if (months <= 0)
		return false;
	out->s_hasil = ratio_make(hasil, months);
	out->s_perilaku = ratio_make(perilaku, months);
	out->hasil = rating_of_mean(law, out->s_hasil);
	out->perilaku = rating_of_mean(law, out->s_perilaku);
	out->is_capped = has_main_below && law->of[LAW_annual_cap_main_below] &&
			 out->hasil == RATING_DI_ATAS;
	if (out->is_capped)
		out->hasil = RATING_SESUAI;
	out->predikat = predikat_decide(out->hasil, out->perilaku);
	return true;
}

bool year_reason_is_enough(struct str alasan, int least_chars)
{
	return (int64_t)str_chars(str_trim(alasan)) >= least_chars;
}

int year_full_months(struct date from, struct date to)
{
	int months = (to.year - from.year) * 12 + to.month - from.month;

	while (date_compare(date_add_days(date_add_months(from, months), -1), to) > 0)
		months--;
	while (date_compare(date_add_days(date_add_months(from, months + 1), -1), to) <= 0)
		months++;
	return months > 0 ? months : 0;
}

int year_months_begun(const struct law_values *law, struct date from, struct date to)
{
	int day = law->of[LAW_ak_month_day];
	int months = (to.year - from.year) * 12 + to.month - from.month + (from.day <= day) -
		     (to.day < day);
	return months > 0 ? months : 0;
}

bool year_is_separate(const struct law_values *law, struct date from, struct date to)
{
	return year_full_months(from, to) >= law->of[LAW_separate_period_months];
}

bool year_is_rated(const struct law_values *law, int working_days, int days_on_leave)
{
	return 100 * days_on_leave <= law->of[LAW_not_rated_absent_pct] * working_days;
}
