/* SPDX-License-Identifier: Apache-2.0 */
/* What lateness and absence take from an allowance, by the agency's profile (rulebook 3.3). Values
   profil_*, pita_*. */
#ifndef ABDI_LAW_ATTENDANCE_H
#define ABDI_LAW_ATTENDANCE_H
#include "law/values.h"

/* The working patterns. */
enum attendance_profile {
#define PROFILE(name, key) PROFILE_##name,
#include "law/attendance.def"
#undef PROFILE
	PROFILE_COUNT
};

/* One month of one person. Minutes stand day by day; early leave separately from lateness. */
struct attendance_month {
	const int *late_minutes, *early_minutes;
	int late_count, early_count;
	int missing_taps, absent_days, missed_ceremonies;
	int permitted_days, maternity_days;
	bool is_absent_after_holiday; /* absent on the day after a long holiday */
};

/* False when it is no pattern. */
MUST_CHECK bool attendance_profile_parse(struct str key, enum attendance_profile *out);
/* As stored. */
struct str attendance_profile_key(enum attendance_profile profile);
/* What the agency set (profil_bawaan). */
enum attendance_profile attendance_profile_of(const struct law_values *law);
/* Percent of the allowance the points are taken from. */
/* max(0, tap - start - tolerance) in whole minutes, seconds of the tap rounded as
   late_seconds_round says [D]; times are seconds of the local day. The value late_tolerance_min is
   the agency's tolerance. */
int attendance_minutes_late(const struct law_values *law, int tap_seconds, int start_seconds,
			    int tolerance_minutes);
/* Hundredths of a percent point of the month, at most potongan_most. */
int64_t attendance_points(const struct law_values *law, enum attendance_profile profile,
			  const struct attendance_month *month);
/* Whole rupiah taken from the allowance, rounded as potongan_round says. */
int64_t attendance_deduction(const struct law_values *law, enum attendance_profile profile,
			     int64_t allowance, int64_t points);

#endif
