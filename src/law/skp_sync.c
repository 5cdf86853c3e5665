/* SPDX-License-Identifier: Apache-2.0 */
/* Compares what was signed with what stands there now. */
#include "law/skp_sync.h"

bool skp_rhk_needs_sync(const struct skp *skp, const struct rhk *rhk)
{
	bool is_agreed = skp->state == SKP_DISETUJUI || skp->state == SKP_DITETAPKAN;

	return is_agreed && (rhk->is_pimpinan_renewed ||
			     !str_equal(rhk->hasil_unit_uraian, rhk->hasil_unit_kini));
}

bool skp_needs_sync(const struct skp *skp)
{
	for (int i = 0; i < skp->rhk_count; i++)
		if (skp_rhk_needs_sync(skp, &skp->rhk[i]))
			return true;
	return false;
}
