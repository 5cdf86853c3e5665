/* SPDX-License-Identifier: Apache-2.0 */
/* Whether the targets of a plan can be (PK-13 [D], law/figure.h). */
#ifndef ABDI_LAW_SKP_FIGURE_H
#define ABDI_LAW_SKP_FIGURE_H
#include "law/figure.h"
#include "law/skp.h"

/* Targets that cannot be, or are unlikely and not confirmed, beside the fields of the result's
   form. */
void law_skp_check_figures(const struct law_values *law, const struct rhk *rhk,
			   struct problems *faults);
/* Targets of the whole plan that cannot be: those of drafts older than the rule. */
void law_skp_figure_gaps(const struct law_values *law, const struct skp *skp,
			 struct problems *faults);

#endif
