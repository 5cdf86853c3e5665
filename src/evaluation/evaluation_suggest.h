/* SPDX-License-Identifier: Apache-2.0 */
/* From what came in to what the law would suggest; the appraiser decides. */
#ifndef ABDI_EVALUATION_EVALUATION_SUGGEST_H
#define ABDI_EVALUATION_EVALUATION_SUGGEST_H
#include "evaluation/evaluation_record.h"
#include "law/figure.h"

/* Amounts of the period for one indicator: the sum of counted things, the mean of measures
   (percent, days). */
void suggest_realisasi(const struct iki *iki, const struct capaian_iki *capaian,
		       struct evaluasi_iki *out);
/* A realisation held against its share of the year's target, and against the periods before. */
struct figure realisasi_figure(const struct evaluasi *evaluasi, const struct iki *iki,
			       const struct evaluasi_iki *made);
/* Each indicator's rating from its share of the year's target. */
void suggest_items(struct evaluasi *evaluasi);
/* The two ratings: from the items and values, or for the year from its periods; a unit's head has
   the unit's. */
void suggest_ratings(struct arena *mem, struct evaluasi *evaluasi);

#endif
