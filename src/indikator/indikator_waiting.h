/* SPDX-License-Identifier: Apache-2.0 */
/* What of the indicators waits for whom: questions of the table of duties (kabar/duty.def). */
#ifndef ABDI_INDIKATOR_INDIKATOR_WAITING_H
#define ABDI_INDIKATOR_INDIKATOR_WAITING_H
#include "base/waiting.h"

waiting_ask indikator_waits_to_decide; /* proposed by the head of a unit; holds up that unit */

#endif
