/* SPDX-License-Identifier: Apache-2.0 */
#include "law/working_time.h"

#define CLOCK(hour, minute) ((hour)*60 + (minute))
#define FRIDAY 5

struct working_hours working_hours_of(struct date day, bool is_ramadan)
{
	static const struct working_hours usual = {CLOCK(7, 30), CLOCK(16, 0), 60};
	static const struct working_hours usual_friday = {CLOCK(7, 30), CLOCK(16, 30), 90};
	static const struct working_hours ramadan = {CLOCK(8, 0), CLOCK(15, 0), 30};
	static const struct working_hours ramadan_friday = {CLOCK(8, 0), CLOCK(15, 30), 60};
	int weekday = date_weekday(day);

	if (weekday > FRIDAY)
		return (struct working_hours){0};
	if (weekday == FRIDAY)
		return is_ramadan ? ramadan_friday : usual_friday;
	return is_ramadan ? ramadan : usual;
}

int working_minutes(struct working_hours hours)
{
	return hours.end - hours.start - hours.rest;
}

int lost_time_days(int64_t lost_minutes, int missing_taps, int tap_minutes, int minutes_per_day)
{
	return (int)((lost_minutes + (int64_t)missing_taps * tap_minutes) / minutes_per_day);
}
