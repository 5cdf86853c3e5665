/* SPDX-License-Identifier: Apache-2.0 */
/* Working hours of Perpres 21/2023 (rulebook 3.1 [V]; end times in Ramadan derived [D]) and what
   lost time amounts to (DIS-03, an agency's choice). Units with shifts or other patterns keep their
   own. */
#ifndef ABDI_LAW_WORKING_TIME_H
#define ABDI_LAW_WORKING_TIME_H
#include "law/calendar.h"

/* When work begins and ends on a day. */
struct working_hours {
	int start, end, rest; /* minutes of the local day, and minutes of break */
};

/* All zero on the weekend (calendar_weekend). */
struct working_hours working_hours_of(const struct law_values *law, struct date day,
				      bool is_ramadan);
/* Minutes at work without the break. */
int working_minutes(struct working_hours hours);
/* Does the agency count lost time as absence (DIS-03 [D])? */
bool lost_time_counts(const struct law_values *law);
/* Whole absence days in lateness, early leave and missing taps of a year, where it does
   (DIS-03). */
int lost_time_days(const struct law_values *law, int64_t lost_minutes, int missing_taps);

/* Days somebody works at another place, and those a ministerial letter opens to all. */
struct flexible_days {
	const struct date *days;
	int count;
	const struct date *letters;
	int letter_count;
};
/* The week, by its Monday, with the most of them; none: week has no day. */
struct flexible_standing {
	struct date week;
	int most;
};
/* PermenPANRB 4/2025 (3.1 [V]): fleksibel_lokasi_most working days a week. Free days count for
   nobody, days of a letter not against the limit [D]; the same day twice is one. */
struct flexible_standing flexible_stand(const struct calendar *calendar,
					const struct flexible_days *days);

#endif
