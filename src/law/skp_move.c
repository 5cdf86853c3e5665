/* SPDX-License-Identifier: Apache-2.0 */
/* What a new post means for a plan. */
#include "law/skp_move.h"

enum skp_move law_skp_on_move(const struct skp *skp, struct date tmt)
{
	bool is_agreed = skp->state == SKP_DISETUJUI || skp->state == SKP_DITETAPKAN;

	if (skp->state <= SKP_DIKEMBALIKAN)
		return SKP_GOES_ALONG;
	if (is_agreed && date_compare(tmt, skp->mulai) > 0 && date_compare(tmt, skp->selesai) <= 0)
		return SKP_CLOSES;
	return SKP_STAYS;
}
