/* SPDX-License-Identifier: Apache-2.0 */
#include "law/skp_move.h"

enum skp_move law_skp_on_move(const struct skp *skp, struct date tmt)
{
	switch (skp->state) {
	case SKP_DRAF:
	case SKP_DIAJUKAN:
	case SKP_DIKEMBALIKAN: return SKP_GOES_ALONG;
	case SKP_DISETUJUI:
	case SKP_DITETAPKAN:
		return date_compare(tmt, skp->mulai) > 0 && date_compare(tmt, skp->selesai) <= 0
			       ? SKP_CLOSES
			       : SKP_STAYS;
	case SKP_DIREVISI:
	case SKP_DITUTUP: return SKP_STAYS;
	}
	__builtin_unreachable();
}
