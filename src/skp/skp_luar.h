/* SPDX-License-Identifier: Apache-2.0 */
/* The plan of who heads the agency: the appraiser (governor, regent, mayor) is outside the system
   and agrees on paper (rulebook 1.4). Somebody else records that, with the letter; nobody the own
   plan. */
#ifndef ABDI_SKP_SKP_LUAR_H
#define ABDI_SKP_SKP_LUAR_H
#include "skp/skp.h"

/* Plans of a year whose appraiser is outside, that were sent or stand; skp_team_row without the
   unused parts. */
MUST_CHECK enum err skp_list_luar(struct job *job, int tahun, struct skp_team_row **out,
				  int *count);
bool skp_may_record(const struct job *job, const struct skp *skp);
/* Agreed on paper: the plan is ditetapkan. version: what the page was made from. */
MUST_CHECK enum err skp_record(struct job *job, const struct id *skp_id, int64_t version,
			       const struct pejabat_luar *luar);
/* Not agreed: back to the person with the superior's note, on the first result. */
MUST_CHECK enum err skp_record_return(struct job *job, const struct id *skp_id, int64_t version,
				      struct str note);

#endif
