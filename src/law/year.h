/* SPDX-License-Identifier: Apache-2.0 */
/* The year's suggestion from its periods, weighted by months (rulebook 1.7.4 [D]). Never an average
   of predikat names, never the last period only; the appraiser may differ with a reason. */
#ifndef ABDI_LAW_YEAR_H
#define ABDI_LAW_YEAR_H
#include "base/ratio.h"
#include "law/predikat.h"

/* A period of the year: how long, and what it was rated. */
struct year_period {
	int months; /* PK-33: full months in the post */
	bool is_rated; /* false for tidak_dinilai (PK-34): left out of the weights */
	enum rating hasil, perilaku;
};

/* What the periods come to. */
struct year_suggestion {
	struct ratio s_hasil, s_perilaku; /* on the scale annual_points_* */
	enum rating hasil, perilaku;
	enum predikat predikat;
	bool is_capped; /* results held at SESUAI because a main result is finally below */
};

/* Values annual_* [D]. False when no month was rated: then there is nothing to suggest. */
MUST_CHECK bool year_suggest(const struct law_values *law, const struct year_period *periods,
			     int count, bool has_main_below, struct year_suggestion *out);
/* The lowest and the highest number a rating counts as (annual_points_*). */
void year_scale(const struct law_values *law, int *least, int *most);
/* An appraiser who departs from the suggestion writes at least this many characters
   (override_reason_min_chars). */
bool year_reason_is_enough(struct str alasan, int least_chars);

/* Whole months in [from, to]: 15 January to 14 February is one. 0 when to lies before from. */
int year_full_months(struct date from, struct date to);
/* Months whose first day, or the day ak_month_day, lies in [from, to]: those are of this post
   (AK-05 [D]). */
int year_months_begun(const struct law_values *law, struct date from, struct date to);
/* Long enough in the post for an evaluation of its own (PK-33 [D])? */
bool year_is_separate(const struct law_values *law, struct date from, struct date to);
/* False, tidak_dinilai, when legitimate leave took more than its share of the period (PK-34
   [D]). */
bool year_is_rated(const struct law_values *law, int working_days, int days_on_leave);

#endif
