/* SPDX-License-Identifier: Apache-2.0 */
/* From numbers to item ratings, and from item ratings to the rating of results and of behaviour
   (rulebook 1.7.3). All are suggestions; the appraiser decides. */
#ifndef ABDI_LAW_RATING_H
#define ABDI_LAW_RATING_H
#include "base/ratio.h"
#include "law/figure.h"
#include "law/predikat.h"

/* Which way a target is better, PK-13 [D]. */
enum direction { DIRECTION_HIGHER, DIRECTION_LOWER, DIRECTION_RANGE };
struct str direction_key(enum direction direction); /* "higher_better", "lower_better", "range" */
MUST_CHECK bool direction_parse(struct str key, enum direction *out);

/* One indicator at the end of a period. Amounts are hundredths; target_min only counts for
   DIRECTION_RANGE. */
struct item {
	enum direction direction;
	int64_t target_min, target, realisasi;
	bool has_evidence;
	bool is_doubted; /* the figure does not make sense (figure_judge) */
};

/* Achievement in percent, never below 0. DIRECTION_RANGE [D]: 100 inside, measured against the
   nearer end outside. A target of 0 [D]: 100 when it is met exactly or exceeded in the better
   direction, else 0. */
struct ratio item_achievement(const struct item *item);
/* Values item_*, 1.7.3 [D]; without evidence, and of a doubted figure, never above SESUAI. */
enum rating item_rating(const struct law_values *law, const struct item *item);

/* One result with its weight and its rating. */
struct rated_result {
	bool is_utama;
	enum rating rating;
};
/* 1.7.3 steps 1-3 [D]. Nothing rated gives RATING_SESUAI; ask only when something is. */
enum rating rating_of_results(const struct law_values *law, const struct rated_result *results,
			      int count);
/* The same idea over the seven values: more than half below, or more than half above and none
   below. */
enum rating rating_of_behaviour(const struct law_values *law, const enum rating *values, int count);

#endif
