/* SPDX-License-Identifier: Apache-2.0 */
/* The questions behind the first page; each fills its part of struct home. */
#ifndef ABDI_HOME_HOME_STORE_H
#define ABDI_HOME_HOME_STORE_H
#include "home/home.h"

/* How many plans of the year stand in a state. */
struct home_state {
	enum skp_state state;
	int64_t count;
};

/* has_plan false when the person has none for the year; span is its first and last day. */
MUST_CHECK enum err home_load_plan(struct job *job, struct home *home, struct date span[2]);
MUST_CHECK enum err home_load_results(struct job *job, struct home *home);
MUST_CHECK enum err home_load_week(struct job *job, struct home *home);
/* The year and period around today, and the week's free days; remembered by home_calendar.h. */
MUST_CHECK enum err home_load_year(struct job *job, struct home *home);
MUST_CHECK enum err home_load_free_days(struct job *job, struct home *home);
MUST_CHECK enum err home_load_predikat(struct job *job, struct home *home);
MUST_CHECK enum err home_load_office(struct job *job, struct home *home);

#endif
