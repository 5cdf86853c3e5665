/* SPDX-License-Identifier: Apache-2.0 */
/* Working hours of Perpres 21/2023 (rulebook 3.1 [V]; end times in Ramadan derived [D]) and what lost time amounts to
   (DIS-03, an agency's choice). Units with shifts or other patterns keep their own. */
#ifndef ABDI_LAW_WORKING_TIME_H
#define ABDI_LAW_WORKING_TIME_H
#include "base/date.h"

struct working_hours {
	int start, end, rest; /* minutes of the local day, and minutes of break */
};

/* All zero on Saturday and Sunday. */
struct working_hours working_hours_of(struct date day, bool is_ramadan);
/* Minutes at work without the break. */
int working_minutes(struct working_hours hours);
/* Whole absence days in lateness, early leave and missing taps of a year. */
int lost_time_days(int64_t lost_minutes, int missing_taps, int tap_minutes, int minutes_per_day);

#endif
