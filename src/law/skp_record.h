/* SPDX-License-Identifier: Apache-2.0 */
/* A plan whose appraiser is outside the system: agreed on paper, recorded by somebody else
   (rulebook 1.4). */
#ifndef ABDI_LAW_SKP_RECORD_H
#define ABDI_LAW_SKP_RECORD_H
#include "law/skp.h"

/* Waits for an agreement on paper, or stands without one because it is older than this rule. */
bool law_skp_may_record(const struct skp *skp);
/* Takes over who agreed and by which letter, and moves the plan to DITETAPKAN; or lists every
   fault. */
MUST_CHECK enum err law_skp_record(struct skp *skp, const struct pejabat_luar *luar,
				   struct date today, struct problems *faults);

#endif
