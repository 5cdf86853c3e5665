/* SPDX-License-Identifier: Apache-2.0 */
/* Walks from day to day over weekends and holidays. */
#include "law/calendar.h"

#include <stdlib.h>

static int compare_days(const void *a, const void *b)
{
	int32_t left = *(const int32_t *)a, right = *(const int32_t *)b;
	return (left > right) - (left < right);
}

bool calendar_is_weekend(const struct law_values *law, struct date day)
{
	return law->of[LAW_calendar_weekend] >> (date_weekday(day) - 1) & 1;
}

struct calendar calendar_make(struct arena *mem, const struct law_values *law,
			      const struct date *libur, int count)
{
	int32_t *days = arena_array(mem, int32_t, count > 0 ? count : 1);
	int kept = 0;

	for (int i = 0; i < count; i++)
		days[i] = date_days(libur[i]);
	if (count > 1)
		qsort(days, (size_t)count, sizeof *days, compare_days);
	for (int i = 0; i < count; i++)
		if (kept == 0 || days[kept - 1] != days[i])
			days[kept++] = days[i];
	return (struct calendar){days, kept, law->of[LAW_calendar_weekend],
				 law->of[LAW_calendar_day_zero]};
}

/* The first free day at or after the given one, as an index. */
static int libur_from(const struct calendar *calendar, int32_t day)
{
	int low = 0, high = calendar->count;

	while (low < high) {
		int middle = low + (high - low) / 2;
		if (calendar->libur[middle] < day)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

bool calendar_is_working(const struct calendar *calendar, struct date day)
{
	int32_t number = date_days(day);
	int at = libur_from(calendar, number);

	if (calendar->weekend >> (date_weekday(day) - 1) & 1)
		return false;
	return at == calendar->count || calendar->libur[at] != number;
}

/* Walks day by day, the list of free days beside it, so a far deadline costs no search per day. */
struct walk {
	const struct calendar *calendar;
	int32_t day;
	int weekday, next_libur;
};

static struct walk walk_from(const struct calendar *calendar, struct date day)
{
	int32_t number = date_days(day);
	return (struct walk){calendar, number, date_weekday(day), libur_from(calendar, number + 1)};
}

/* Goes to the next day and says whether it is a working one. */
static bool walk_next(struct walk *walk)
{
	bool is_libur = false;

	walk->day++;
	walk->weekday = walk->weekday % 7 + 1;
	if (walk->next_libur < walk->calendar->count &&
	    walk->calendar->libur[walk->next_libur] == walk->day) {
		walk->next_libur++;
		is_libur = true;
	}
	return !is_libur && !(walk->calendar->weekend >> (walk->weekday - 1) & 1);
}

struct date calendar_before(const struct calendar *calendar, struct date event, int n)
{
	return calendar->has_day_zero && n > 0 ? date_add_days(event, -1) : event;
}

struct date calendar_add_working(const struct calendar *calendar, struct date event, int n)
{
	struct walk walk = walk_from(calendar, calendar_before(calendar, event, n));

	while (n > 0)
		n -= walk_next(&walk);
	return date_from_days(walk.day);
}

struct date calendar_add_days(const struct calendar *calendar, struct date event, int n)
{
	return date_add_days(calendar_before(calendar, event, n), n);
}

struct date calendar_add(const struct calendar *calendar, struct date event, int n,
			 bool in_working_days)
{
	return in_working_days ? calendar_add_working(calendar, event, n)
			       : calendar_add_days(calendar, event, n);
}

int calendar_count_working(const struct calendar *calendar, struct date from, struct date to)
{
	struct walk walk = walk_from(calendar, from);
	int32_t last = date_days(to);
	int working = 0;

	while (walk.day < last)
		working += walk_next(&walk);
	return working;
}
