/* SPDX-License-Identifier: Apache-2.0 */
/* Hours of a day and what lost time adds up to. */
#include "law/working_time.h"
#include "law/calendar.h"

#define FRIDAY 5

struct working_hours working_hours_of(const struct law_values *law, struct date day,
				      bool is_ramadan)
{
	/* start, end and break stand side by side */
	static const enum law_value first[2][2] = {
		{LAW_work_start, LAW_work_start_friday},
		{LAW_work_start_ramadan, LAW_work_start_ramadan_friday},
	};
	int weekday = date_weekday(day);

	if (calendar_is_weekend(law, day))
		return (struct working_hours){0};
	const int *of = &law->of[first[is_ramadan][weekday == FRIDAY]];
	return (struct working_hours){.start = of[0], .end = of[1], .rest = of[2]};
}

int working_minutes(struct working_hours hours)
{
	return hours.end - hours.start - hours.rest;
}

bool lost_time_counts(const struct law_values *law)
{
	return law->of[LAW_lost_time_to_absence];
}

int lost_time_days(const struct law_values *law, int64_t lost_minutes, int missing_taps)
{
	return (int)((lost_minutes + (int64_t)missing_taps * law->of[LAW_missing_tap_minutes]) /
		     law->of[LAW_lost_time_minutes_per_day]);
}

static bool is_among(struct date day, const struct date *list, int count)
{
	for (int i = 0; i < count; i++)
		if (date_compare(list[i], day) == 0)
			return true;
	return false;
}

static struct date monday_of(struct date day)
{
	return date_add_days(day, 1 - date_weekday(day));
}

/* Does the i-th day count against the limit? */
static bool counts(const struct calendar *calendar, const struct flexible_days *days, int i)
{
	return calendar_is_working(calendar, days->days[i]) &&
	       !is_among(days->days[i], days->letters, days->letter_count) &&
	       !is_among(days->days[i], days->days, i);
}

struct flexible_standing flexible_stand(const struct calendar *calendar,
					const struct flexible_days *days)
{
	struct flexible_standing standing = {.most = 0};

	for (int i = 0; i < days->count; i++) {
		struct date week = monday_of(days->days[i]);
		int in_week = 0;
		for (int j = 0; j < days->count; j++)
			in_week += counts(calendar, days, j) &&
				   date_compare(monday_of(days->days[j]), week) == 0;
		if (in_week > standing.most)
			standing = (struct flexible_standing){week, in_week};
	}
	return standing;
}
