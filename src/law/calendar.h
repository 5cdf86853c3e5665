/* SPDX-License-Identifier: Apache-2.0 */
/* Working days: days that are no weekend, hari libur nasional or cuti bersama (rulebook,
   conventions and 8.8). Which days are the weekend, and whether day 0, the day of the event, is
   counted, are the values calendar_* [K/D]. */
#ifndef ABDI_LAW_CALENDAR_H
#define ABDI_LAW_CALENDAR_H
#include "law/values.h"

/* Which days are free, besides weekends. */
struct calendar {
	const int32_t *libur; /* days since 1970, ascending, none twice */
	int count;
	int weekend; /* 1 for Monday, 2 for Tuesday … 64 for Sunday */
	bool has_day_zero; /* the day of the event is day 1 */
};

/* Sorts and keeps the days in mem; free days come from the agency's table. */
struct calendar calendar_make(struct arena *mem, const struct law_values *law,
			      const struct date *libur, int count);
bool calendar_is_weekend(const struct law_values *law, struct date day);
bool calendar_is_working(const struct calendar *calendar, struct date day);
/* The day after which counting n days begins: the event's own, or the one before it where day 0
   counts. */
struct date calendar_before(const struct calendar *calendar, struct date event, int n);
/* The n-th working day after the event's day; n 0 gives the day itself. */
struct date calendar_add_working(const struct calendar *calendar, struct date event, int n);
/* The n-th calendar day likewise. */
struct date calendar_add_days(const struct calendar *calendar, struct date event, int n);
/* The n-th day after the event's, working or calendar day as the rule says. */
struct date calendar_add(const struct calendar *calendar, struct date event, int n,
			 bool in_working_days);
/* Working days in (from, to]; 0 when to is not after from. */
int calendar_count_working(const struct calendar *calendar, struct date from, struct date to);

#endif
