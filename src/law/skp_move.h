/* SPDX-License-Identifier: Apache-2.0 */
/* PK-32: what becomes of a plan when its person has another post from a day on. */
#ifndef ABDI_LAW_SKP_MOVE_H
#define ABDI_LAW_SKP_MOVE_H
#include "law/skp.h"

/* What becomes of a plan whose person moves. */
enum skp_move { SKP_STAYS, SKP_CLOSES, SKP_GOES_ALONG };

/* An agreed plan closes; what is not agreed goes along. A post that began no later than the plan is
   a correction of the records: the agreed plan stays. */
enum skp_move law_skp_on_move(const struct skp *skp, struct date tmt);

#endif
