/* SPDX-License-Identifier: Apache-2.0 */
/* What of the plans waits for whom: questions of the table of duties (kabar/duty.def). */
#ifndef ABDI_SKP_SKP_WAITING_H
#define ABDI_SKP_SKP_WAITING_H
#include "base/waiting.h"

/* The year's last day for plans, and the actor's newest plan in it, if any. */
struct waiting_own {
	struct date skp_batas;
	struct id skp_id;
	struct str state;
};

waiting_ask skp_waits_to_start; /* the actor has no plan for the year that was set up */
waiting_ask skp_waits_to_submit; /* the own plan is a draft */
waiting_ask skp_waits_to_mend; /* the own plan came back with comments */
waiting_ask skp_waits_to_decide; /* sent to the actor, who appraises; holds up whose plan it is */
waiting_ask
	skp_waits_for_letter; /* sent to somebody outside of Abdi, whose letter is to be recorded */
waiting_ask hasil_unit_waits; /* the year has no unit results yet, on which plans rest */

#endif
