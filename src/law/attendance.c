/* SPDX-License-Identifier: Apache-2.0 */
#include "law/attendance.h"

#define POINTS_MAX 10000

static const struct {
	struct str key;
	int weight, absent, tap, ceremony, minute, hour;
	bool is_banded;
} profiles[] = {
#define PROFILE(name, key, weight, absent, tap, ceremony, minute, hour, banded, label)             \
	[PROFILE_##name] = {STR(key), weight, absent, tap, ceremony, minute, hour, banded},
#include "law/attendance.def"
#undef PROFILE
};

/* TL1-TL4 and PSW1-PSW4 [V range and names, K edges]: up to these minutes, these points. */
static const struct {
	int minutes, points;
} bands[] = {{0, 0}, {30, 50}, {60, 100}, {90, 125}, {INT32_MAX, 150}};

bool attendance_profile_parse(struct str key, enum attendance_profile *out)
{
	for (int i = 0; i < PROFILE_COUNT; i++)
		if (str_equal(profiles[i].key, key)) {
			*out = (enum attendance_profile)i;
			return true;
		}
	return false;
}

struct str attendance_profile_key(enum attendance_profile profile)
{
	return profiles[profile].key;
}

int attendance_weight(enum attendance_profile profile)
{
	return profiles[profile].weight;
}

int attendance_minutes_late(int tap_seconds, int start_seconds, int tolerance_seconds)
{
	int late = tap_seconds / 60 - start_seconds / 60 - tolerance_seconds / 60;
	return late > 0 ? late : 0;
}

static int band_points(int minutes)
{
	int band = 0;

	while (minutes > bands[band].minutes)
		band++;
	return bands[band].points;
}

static int64_t lost_time_points(enum attendance_profile profile, const int *minutes, int count)
{
	int64_t total = 0, points = 0;

	for (int i = 0; i < count; i++) {
		total += minutes[i];
		if (profiles[profile].is_banded)
			points += band_points(minutes[i]);
	}
	return points + total * profiles[profile].minute;
}

/* Whole hours of the month's lateness; the profile says nothing of early leave [V press]. */
static int64_t hour_points(enum attendance_profile profile, const struct attendance_month *month)
{
	int64_t total = 0;

	for (int i = 0; i < month->late_count; i++)
		total += month->late_minutes[i];
	return total / 60 * profiles[profile].hour;
}

int64_t attendance_points(enum attendance_profile profile, const struct attendance_month *month)
{
	int64_t points = lost_time_points(profile, month->late_minutes, month->late_count) +
			 lost_time_points(profile, month->early_minutes, month->early_count) +
			 hour_points(profile, month);

	points += (int64_t)month->missing_taps * profiles[profile].tap;
	points += (int64_t)month->absent_days * profiles[profile].absent;
	points += (int64_t)month->missed_ceremonies * profiles[profile].ceremony;
	return points > POINTS_MAX ? POINTS_MAX : points;
}

int64_t attendance_deduction(enum attendance_profile profile, int64_t allowance, int64_t points)
{
	/* percent of the allowance, times hundredths of a percent of that part; split so that it never overflows */
	int64_t share = profiles[profile].weight * points;
	return allowance / 1000000 * share + allowance % 1000000 * share / 1000000;
}
