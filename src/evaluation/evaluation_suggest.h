/* SPDX-License-Identifier: Apache-2.0 */
/* From what came in to what the law would suggest; the appraiser decides. */
#ifndef ABDI_EVALUATION_EVALUATION_SUGGEST_H
#define ABDI_EVALUATION_EVALUATION_SUGGEST_H
#include "evaluation/evaluation.h"

/* The settings a suggestion depends on, in force on the last day of its period: a later change leaves it as it was. */
struct suggest_limits {
	int above_percent, meets_percent;
	int annual_above, annual_below;
	int reason_min_chars;
	int distribution_min; /* people from whom on the pattern is more than advice */
};

MUST_CHECK enum err suggest_limits_load(struct job *job, struct date day,
					struct suggest_limits *out);
/* One number in force on the day, or the fallback where the agency set none. */
MUST_CHECK enum err suggest_setting(struct job *job, const char *key, struct date day, int fallback,
				    int *out);
/* Amounts of the period for one indicator: the sum of counted things, the mean of measures (percent, days). */
void suggest_realisasi(const struct iki *iki, const struct capaian_iki *capaian,
		       struct evaluasi_iki *out);
/* The part of a year's amount that falls to the period: by months for counted things, whole for measures. */
int64_t suggest_share(const struct iki *iki, const struct periode *periode, int64_t amount);
/* Each indicator's rating from its share of the year's target. */
void suggest_items(const struct suggest_limits *limits, struct evaluasi *evaluasi);
/* The two ratings: from the items and values, or for the year from its periods; a unit's head has the unit's. */
void suggest_ratings(struct arena *mem, const struct suggest_limits *limits,
		     struct evaluasi *evaluasi);
/* Months the period covers. */
int suggest_months(const struct periode *periode);

#endif
