/* SPDX-License-Identifier: Apache-2.0 */
/* Lateness, early leaving and what a day counts. */
#include "law/attendance.h"
#include "law/names.h"
#include "law/rounding.h"

#define WHOLE 10000 /* all of it, in hundredths of a percent */
#define BAND_COUNT 3

/* In the order in which defaults.def lists the rates of a profile. */
enum rate { WEIGHT, ABSENT, TAP, CEREMONY, MINUTE, HOUR, BANDED, PERMITTED, MATERNITY, HOLIDAY };

static const enum law_value first_rate[PROFILE_COUNT] = {
#define PROFILE(name, key) [PROFILE_##name] = LAW_profil_##key##_weight,
#include "law/attendance.def"
#undef PROFILE
};

#define PROFILE(name, key)                                                                         \
	_Static_assert(LAW_profil_##key##_after_holiday - LAW_profil_##key##_weight == HOLIDAY,    \
		       "every profile has all rates, in their order");
#include "law/attendance.def"
#undef PROFILE

static const struct law_name profile_names[PROFILE_COUNT] = {
#define PROFILE(name, key) [PROFILE_##name] = {STR(#key), STR(#key)},
#include "law/attendance.def"
#undef PROFILE
};

LAW_NAMES(attendance_profile, attendance_profile, profile_names)

enum attendance_profile attendance_profile_of(const struct law_values *law)
{
	return (enum attendance_profile)(law->of[LAW_profil_bawaan] - 1);
}

static int64_t rate_of(const struct law_values *law, enum attendance_profile profile,
		       enum rate rate)
{
	return law->of[(int)first_rate[profile] + (int)rate];
}

int attendance_minutes_late(const struct law_values *law, int tap_seconds, int start_seconds,
			    int tolerance_minutes)
{
	int tap = (int)rounding_apply(law->of[LAW_late_seconds_round], ratio_make(tap_seconds, 60));
	int late = tap - start_seconds / 60 - tolerance_minutes;
	return late > 0 ? late : 0;
}

/* TL1-TL4 and PSW1-PSW4: up to these minutes, these points; the fourth has no end. */
static int band_points(const struct law_values *law, int minutes)
{
	const int *band = &law->of[LAW_pita_1_minutes];

	if (minutes == 0)
		return 0;
	for (int i = 0; i < BAND_COUNT; i++)
		if (minutes <= band[2 * i])
			return band[2 * i + 1];
	return law->of[LAW_pita_4_points];
}

_Static_assert(LAW_pita_4_points - LAW_pita_1_minutes == 2 * BAND_COUNT,
	       "an edge and its points for each band");

/* Lateness of a day that is flexi-time costs nothing; a longer one counts whole. */
static int64_t flexi_points(const struct law_values *law, enum attendance_profile profile,
			    const struct attendance_month *month)
{
	int64_t free = 0;

	for (int i = 0; i < month->late_count && profile == PROFILE_KEMNAKER_2024; i++)
		if (month->late_minutes[i] <= law->of[LAW_tpp_kemnaker_flexi_menit])
			free += month->late_minutes[i];
	return free * rate_of(law, profile, MINUTE);
}

static int64_t lost_time_points(const struct law_values *law, enum attendance_profile profile,
				const int *minutes, int count)
{
	int64_t total = 0, points = 0;

	for (int i = 0; i < count; i++) {
		total += minutes[i];
		if (rate_of(law, profile, BANDED))
			points += band_points(law, minutes[i]);
	}
	return points + total * rate_of(law, profile, MINUTE);
}

/* Whole hours of the month's lateness; the profile says nothing of early leave [V press]. */
static int64_t hour_points(const struct law_values *law, enum attendance_profile profile,
			   const struct attendance_month *month)
{
	int64_t total = 0;

	for (int i = 0; i < month->late_count; i++)
		total += month->late_minutes[i];
	return total / 60 * rate_of(law, profile, HOUR);
}

int64_t attendance_points(const struct law_values *law, enum attendance_profile profile,
			  const struct attendance_month *month)
{
	int64_t points = lost_time_points(law, profile, month->late_minutes, month->late_count) +
			 lost_time_points(law, profile, month->early_minutes, month->early_count) +
			 hour_points(law, profile, month) - flexi_points(law, profile, month);

	points += month->missing_taps * rate_of(law, profile, TAP);
	points += month->absent_days * rate_of(law, profile, ABSENT);
	points += month->missed_ceremonies * rate_of(law, profile, CEREMONY);
	points += month->permitted_days * rate_of(law, profile, PERMITTED);
	points += month->maternity_days * rate_of(law, profile, MATERNITY);
	points += month->is_absent_after_holiday * rate_of(law, profile, HOLIDAY) * WHOLE;
	return points > law->of[LAW_potongan_most] ? law->of[LAW_potongan_most] : points;
}

int64_t attendance_deduction(const struct law_values *law, enum attendance_profile profile,
			     int64_t allowance, int64_t points)
{
	/* percent of the allowance, times hundredths of a percent of that part; split so that it
	   never overflows */
	int64_t share = rate_of(law, profile, WEIGHT) * points;
	return allowance / 1000000 * share +
	       rounding_apply(law->of[LAW_potongan_round],
			      ratio_make(allowance % 1000000 * share, 1000000));
}
