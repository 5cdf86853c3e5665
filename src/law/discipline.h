/* SPDX-License-Identifier: Apache-2.0 */
/* What absence without valid reason leads to, PP 94/2021 arts. 9-11 and 15 (rulebook 3.2 [V]). A
   proposal only: the competent official decides after summons and examination (DIS-01). Values
   disiplin_*. */
#ifndef ABDI_LAW_DISCIPLINE_H
#define ABDI_LAW_DISCIPLINE_H
#include "law/calendar.h"
#include "law/values.h"

/* The grades of punishment. */
enum hukuman {
#define HUKUMAN(name, key, level, label) HUKUMAN_##name,
#include "law/discipline.def"
#undef HUKUMAN
	HUKUMAN_COUNT
};

/* What the absence of a year proposes. */
struct discipline_proposal {
	enum hukuman hukuman;
	bool stop_gaji; /* salary stops from the next month, art. 15 (2) */
};

/* As stored. */
struct str hukuman_key(enum hukuman hukuman);
/* From disiplin_rating_mulai on, sedang and berat [D], the appraiser is asked to consider di bawah
   ekspektasi, never automatic (1.7.3 [D]). */
bool discipline_concerns_behaviour(const struct law_values *law, enum hukuman hukuman);

/* days: cumulative in the calendar year; consecutive: the longest run. Ten in a row override the
   ladder. */
struct discipline_proposal discipline_propose(const struct law_values *law, int days,
					      int consecutive);

/* How long somebody was absent. */
struct absence_standing {
	int days; /* in the calendar year of the last absence; the count starts again on 1 January
	             [K] */
	int longest; /* working days in a row, also over the turn of a year */
	struct date reached; /* when a run reached dismissal; none when it did not */
};
/* absent is ascending, no day twice. Only working days count; whether weekends and holidays between
   break a run is the value disiplin_libur_memutus: they do not [D]. */
struct absence_standing discipline_stand(const struct law_values *law,
					 const struct calendar *calendar, const struct date *absent,
					 int count);
/* The first day without salary: the first of the month after the run reached dismissal. */
struct date discipline_salary_stop(struct date reached);

#endif
