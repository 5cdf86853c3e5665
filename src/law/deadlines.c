/* SPDX-License-Identifier: Apache-2.0 */
/* Last days, counted as each source says. */
#include "law/deadlines.h"

/* A month and a day written as one number, 131 for 31 January; a day the month lacks is its last.
   The values' bounds keep the month between 1 and 12. */
static struct date day_of_year(int year, int month_and_day)
{
	int month = month_and_day / 100, last = date_month_days(year, month);
	int day = month_and_day % 100 > last ? last : month_and_day % 100;

	return DATE((int16_t)year, (int8_t)month, (int8_t)(day > 0 ? day : 1));
}

struct date deadline_skp(const struct law_values *law, int year)
{
	return day_of_year(year, law->of[LAW_skp_deadline]);
}

struct date deadline_annual_evaluation(const struct law_values *law, int year)
{
	return day_of_year(year + 1, law->of[LAW_annual_evaluation_deadline]);
}

struct date deadline_new_post(const struct law_values *law, const struct calendar *calendar,
			      struct date tmt)
{
	return calendar_add_working(calendar, tmt, law->of[LAW_new_post_working_days]);
}

struct date deadline_handover(const struct law_values *law, const struct calendar *calendar,
			      struct date signed_on)
{
	return calendar_add_working(calendar, signed_on, law->of[LAW_handover_working_days]);
}

struct date deadline_return(const struct law_values *law, const struct calendar *calendar,
			    struct date received_on)
{
	return calendar_add_working(calendar, received_on, law->of[LAW_return_working_days]);
}

enum objection_mode { MODE_CALENDAR, MODE_WORKING, MODE_BOTH };

struct objection_terms deadline_objection(const struct law_values *law,
					  const struct calendar *calendar, struct date received_on)
{
	int days = law->of[LAW_objection_days];
	struct objection_terms terms = {
		.calendar = calendar_add_days(calendar, received_on, days),
		.working = calendar_add_working(calendar, received_on, days),
	};

	terms.last =
		law->of[LAW_objection_days_mode] == MODE_CALENDAR ? terms.calendar : terms.working;
	return terms;
}

enum objection objection_judge(const struct law_values *law, const struct calendar *calendar,
			       struct date received_on, struct date filed_on)
{
	struct objection_terms terms = deadline_objection(law, calendar, received_on);

	if (date_compare(filed_on, received_on) < 0)
		return OBJECTION_EARLY;
	if (date_compare(filed_on, terms.last) > 0)
		return OBJECTION_LATE;
	return law->of[LAW_objection_days_mode] == MODE_BOTH &&
			       date_compare(filed_on, terms.calendar) > 0
		       ? OBJECTION_FLAGGED
		       : OBJECTION_IN_TIME;
}

struct str objection_key(enum objection objection)
{
	static const struct str keys[] = {
		[OBJECTION_EARLY] = STR("sebelum_diterima"),
		[OBJECTION_IN_TIME] = STR("tepat_waktu"),
		[OBJECTION_FLAGGED] = STR("lewat_14_hari_kalender"),
		[OBJECTION_LATE] = STR("terlambat"),
	};

	return keys[objection];
}

struct date deadline_objection_decision(const struct law_values *law,
					const struct calendar *calendar, struct date filed_on)
{
	return calendar_add_days(calendar, filed_on, law->of[LAW_objection_decision_days]);
}

struct date deadline_summons(const struct law_values *law, const struct calendar *calendar,
			     struct date summoned_on)
{
	return calendar_add_working(calendar, summoned_on, law->of[LAW_disiplin_panggilan_wd]);
}

int64_t deadline_breach_notice(const struct law_values *law, int64_t known_at)
{
	return known_at + law->of[LAW_breach_notice_hours] * INT64_C(3600000000);
}
