/* SPDX-License-Identifier: Apache-2.0 */
/* Hides the small ones, then what would give them away. Months are decided before quarters and
   quarters before the year, since they are read first and what was shown stays shown. */
#include "law/sensor.h"

#define QUARTERS 4
#define QUARTER_MONTHS 3

int sensor_first(int period)
{
	if (period < SENSOR_MONTHS)
		return period;
	return period == SENSOR_YEAR ? 0 : (period - SENSOR_MONTHS) * QUARTER_MONTHS;
}

int sensor_last(int period)
{
	if (period < SENSOR_MONTHS)
		return period;
	return period == SENSOR_YEAR ? SENSOR_MONTHS - 1
				     : sensor_first(period) + QUARTER_MONTHS - 1;
}

int64_t sensor_count(const struct sensor_scope *scope, int period)
{
	int64_t sum = 0;

	for (int month = sensor_first(period); month <= sensor_last(period); month++)
		sum += scope->of[month];
	return sum;
}

/* The parts of a period: months of a quarter, quarters of the year. */
static int part_first(int period)
{
	return period == SENSOR_YEAR ? SENSOR_MONTHS : sensor_first(period);
}

static int part_count(int period)
{
	if (period < SENSOR_MONTHS)
		return 0;
	return period == SENSOR_YEAR ? QUARTERS : QUARTER_MONTHS;
}

/* Its parts are all shown, or none of them, or those that are not are small by themselves and
   together large enough. */
static bool fits_parts(const struct sensor_scope *scope, int period, int least)
{
	int64_t rest = 0;
	int shown = 0;
	bool has_large_hidden = false;

	for (int i = 0; i < part_count(period); i++) {
		int part = part_first(period) + i;
		int64_t of = sensor_count(scope, part);
		if (of == 0)
			continue;
		if (scope->is_shown[part]) {
			shown++;
			continue;
		}
		rest += of;
		has_large_hidden |= of >= least;
	}
	return rest == 0 || shown == 0 || (rest >= least && !has_large_hidden);
}

/* A scope below is hidden with the one above. */
static bool hide_below(struct sensor_scope *scopes, int count, int period)
{
	bool has_changed = false;

	for (int i = 0; i < count; i++) {
		struct sensor_scope *scope = &scopes[i];
		if (!scope->is_shown[period] || scope->above < 0 ||
		    scopes[scope->above].is_shown[period])
			continue;
		scope->is_shown[period] = false;
		has_changed = true;
	}
	return has_changed;
}

/* What of a scope is not shown below it is nothing or large enough, else the smallest that is shown
   is hidden too. */
static bool hide_beside(struct sensor_scope *scopes, int count, int at, int period, int least)
{
	int64_t rest = sensor_count(&scopes[at], period);
	int smallest = at; /* nothing below it is shown: then it has no rest that is small */

	for (int i = 0; i < count; i++) {
		if (scopes[i].above != at || !scopes[i].is_shown[period])
			continue;
		rest -= sensor_count(&scopes[i], period);
		if (smallest == at ||
		    sensor_count(&scopes[i], period) < sensor_count(&scopes[smallest], period))
			smallest = i;
	}
	if (rest == 0 || rest >= least)
		return false;
	scopes[smallest].is_shown[period] = false;
	return true;
}

static void decide_period(struct sensor_scope *scopes, int count, int least, int period)
{
	bool has_changed = true;

	for (int i = 0; i < count; i++)
		scopes[i].is_shown[period] = sensor_count(&scopes[i], period) >= least &&
					     fits_parts(&scopes[i], period, least);
	while (has_changed) {
		has_changed = hide_below(scopes, count, period);
		for (int i = 0; i < count; i++)
			if (scopes[i].is_shown[period])
				has_changed |= hide_beside(scopes, count, i, period, least);
	}
}

void sensor_decide(struct sensor_scope *scopes, int count, int least, int months_over)
{
	for (int period = 0; period < SENSOR_PERIODS; period++) {
		if (sensor_last(period) < months_over) {
			decide_period(scopes, count, least, period);
			continue;
		}
		for (int i = 0; i < count; i++)
			scopes[i].is_shown[period] = false;
	}
}
