/* SPDX-License-Identifier: Apache-2.0 */
/* Keys and labels of a plan's closed lists. */
#include "law/skp_record.h"

bool law_skp_may_record(const struct skp *skp)
{
	return id_is_none(&skp->penilai_id) &&
	       (skp->state == SKP_DIAJUKAN ||
		(skp->state == SKP_DITETAPKAN && skp->luar.surat_nomor.len == 0));
}

enum err law_skp_record(struct skp *skp, const struct pejabat_luar *luar, struct date today,
			struct problems *faults)
{
	if (!law_skp_may_record(skp))
		problem_add(faults, STR("state"), "skp.not_diajukan",
			    STR("SKP ini tidak sedang menunggu persetujuan di atas kertas."));
	law_pejabat_luar_check(luar, (struct date){0}, today, faults);
	if (problems_any(faults))
		return ERR_INVALID;
	skp->luar = *luar;
	skp->state = SKP_DITETAPKAN;
	return ERR_OK;
}
