/* SPDX-License-Identifier: Apache-2.0 */
/* Working days: days that are no weekend, hari libur nasional or cuti bersama. Day 0, the day of the event, is not
   counted [D] (rulebook, conventions and 8.8). */
#ifndef ABDI_LAW_CALENDAR_H
#define ABDI_LAW_CALENDAR_H
#include "base/date.h"

struct calendar {
	const int32_t *libur; /* days since 1970, ascending, none twice */
	int count;
};

/* Sorts and keeps the days in mem; free days come from the agency's table. */
struct calendar calendar_make(struct arena *mem, const struct date *libur, int count);
bool calendar_is_working(const struct calendar *calendar, struct date day);
/* The n-th working day after the event's day; n 0 gives the day itself. */
struct date calendar_add_working(const struct calendar *calendar, struct date event, int n);
/* The n-th day after the event's, working or calendar day as the rule says. */
struct date calendar_add(const struct calendar *calendar, struct date event, int n,
			 bool in_working_days);
/* Working days in (from, to]; 0 when to is not after from. */
int calendar_count_working(const struct calendar *calendar, struct date from, struct date to);

#endif
