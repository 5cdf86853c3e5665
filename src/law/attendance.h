/* SPDX-License-Identifier: Apache-2.0 */
/* Lateness and what a month's attendance deducts (rulebook 3.1 and 3.3). Profiles are data, attendance.def. */
#ifndef ABDI_LAW_ATTENDANCE_H
#define ABDI_LAW_ATTENDANCE_H
#include "base/str.h"

enum attendance_profile {
#define PROFILE(name, key, weight, absent, tap, ceremony, minute, hour, banded, label)             \
	PROFILE_##name,
#include "law/attendance.def"
#undef PROFILE
	PROFILE_COUNT
};

/* One month of one person. Minutes stand day by day; early leave separately from lateness. */
struct attendance_month {
	const int *late_minutes, *early_minutes;
	int late_count, early_count;
	int missing_taps, absent_days, missed_ceremonies;
};

MUST_CHECK bool attendance_profile_parse(struct str key, enum attendance_profile *out);
struct str attendance_profile_key(enum attendance_profile profile);
/* max(0, tap - start - tolerance) in whole minutes, seconds dropped [D]; all in seconds of the local day. */
int attendance_minutes_late(int tap_seconds, int start_seconds, int tolerance_seconds);
/* Hundredths of percent points, at most 100.00. */
int64_t attendance_points(enum attendance_profile profile, const struct attendance_month *month);
/* Percent of the allowance that the points cut from. */
int attendance_weight(enum attendance_profile profile);
/* Rupiah deducted from the allowance, rounded down. */
int64_t attendance_deduction(enum attendance_profile profile, int64_t allowance, int64_t points);

#endif
