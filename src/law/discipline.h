/* SPDX-License-Identifier: Apache-2.0 */
/* What absence without valid reason leads to, PP 94/2021 arts. 9-11 and 15 (rulebook 3.2 [V]). A proposal only: the
   competent official decides after summons and examination (DIS-01). */
#ifndef ABDI_LAW_DISCIPLINE_H
#define ABDI_LAW_DISCIPLINE_H
#include "law/calendar.h"

enum hukuman {
#define HUKUMAN(days, name, key, level, label) HUKUMAN_##name,
#include "law/discipline.def"
#undef HUKUMAN
	HUKUMAN_COUNT
};

struct discipline_proposal {
	enum hukuman hukuman;
	bool stop_gaji; /* salary stops from the next month, art. 15 (2) */
};

struct str hukuman_key(enum hukuman hukuman);
struct str hukuman_level(enum hukuman hukuman); /* "ringan", "sedang", "berat", "-" */
struct str hukuman_label(enum hukuman hukuman);

/* days: cumulative in the calendar year; consecutive: the longest run. Ten in a row override the ladder. */
struct discipline_proposal discipline_propose(int days, int consecutive);
/* Longest run of absent working days; weekends and holidays between do not break it [D]. absent is ascending. */
int discipline_longest_run(const struct calendar *calendar, const struct date *absent, int count);
/* The first day without salary: the first of the month after the tenth day in a row. */
struct date discipline_salary_stop(struct date tenth_day);

#endif
