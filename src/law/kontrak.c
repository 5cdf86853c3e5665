/* SPDX-License-Identifier: Apache-2.0 */
/* Contracts, and the evaluations that belong to them. */
#include "law/kontrak.h"

#include "law/year.h"

/* The last day of so many months from that day on. */
static struct date last_of(struct date from, int months)
{
	return date_add_days(date_add_months(from, months), -1);
}

enum kontrak_sense kontrak_judge(const struct law_values *law, enum jenis_asn jenis,
				 const struct kontrak *kontrak)
{
	bool has_begin = !date_is_none(kontrak->mulai), has_end = !date_is_none(kontrak->selesai);
	bool is_part_time = jenis == JENIS_ASN_pppk_paruh_waktu;

	if (jenis < JENIS_ASN_pppk)
		return has_begin || has_end ? KONTRAK_NONE_OF_PNS : KONTRAK_SOUND;
	if (!has_end)
		return is_part_time ? KONTRAK_NO_END : KONTRAK_SOUND;
	if (!has_begin)
		return KONTRAK_SOUND;
	if (date_compare(kontrak->selesai, kontrak->mulai) < 0)
		return KONTRAK_TURNED;
	struct date most = last_of(kontrak->mulai, law->of[LAW_paruh_waktu_kontrak_bulan]);
	return is_part_time && date_compare(kontrak->selesai, most) > 0 ? KONTRAK_TOO_LONG
									: KONTRAK_SOUND;
}

int kontrak_period_months(const struct law_values *law, enum jenis_asn jenis, int months)
{
	int most = law->of[LAW_paruh_waktu_periode_bulan];

	return jenis == JENIS_ASN_pppk_paruh_waktu && months > most ? most : months;
}

static struct date earlier(struct date a, struct date b)
{
	return date_compare(a, b) < 0 ? a : b;
}

static struct date later(struct date a, struct date b)
{
	return date_compare(a, b) > 0 ? a : b;
}

static int count_within(const struct date *days, int count, struct date from, struct date to)
{
	int within = 0;

	for (int i = 0; i < count; i++)
		within += date_compare(days[i], from) >= 0 && date_compare(days[i], to) <= 0;
	return within;
}

/* The period of the calendar year in which the day lies; the last one of a year ends with it. */
static struct kontrak period_of(const struct law_values *law, struct date day)
{
	int months = kontrak_period_months(law, JENIS_ASN_pppk_paruh_waktu, 12);
	int first = (day.month - 1) / months * months + 1;
	struct date from = DATE(day.year, (int8_t)first, 1);

	return (struct kontrak){from, earlier(last_of(from, months), DATE(day.year, 12, 31))};
}

struct kontrak_rated kontrak_rate(const struct law_values *law, const struct kontrak *kontrak,
				  const struct date *evaluated, int count, struct date today)
{
	struct date end = kontrak->selesai, from = kontrak->mulai;
	struct kontrak_rated state = {
		.since = date_add_days(end, -law->of[LAW_paruh_waktu_ingat_hari])};

	if (date_is_none(from))
		from = date_add_months(date_add_days(end, 1),
				       -law->of[LAW_paruh_waktu_kontrak_bulan]);
	for (struct date day = from; date_compare(day, end) <= 0;) {
		struct kontrak period = period_of(law, day);
		struct date first = later(period.mulai, from), last = earlier(period.selesai, end);
		day = date_add_days(period.selesai, 1);
		if (date_compare(last, today) >= 0 || !year_is_separate(law, first, last))
			continue;
		state.due++;
		state.rated += count_within(evaluated, count, first, period.selesai) > 0;
	}
	state.all = count_within(evaluated, count, from, period_of(law, end).selesai);
	state.is_shown = date_compare(today, state.since) >= 0 &&
			 (state.all == 0 || state.rated < state.due);
	return state;
}

struct date kontrak_shown_until(const struct law_values *law, struct date today)
{
	return date_add_days(today, law->of[LAW_paruh_waktu_ingat_hari]);
}
