/* SPDX-License-Identifier: Apache-2.0 */
/* Reports that wait to be read: a question of the table of duties (kabar/duty.def). */
#ifndef ABDI_REPORT_REPORT_WAITING_H
#define ABDI_REPORT_REPORT_WAITING_H
#include "base/waiting.h"

#define REPORT_UNREAD_DAYS 14 /* unread reports older than this no longer nag [D] */

waiting_ask
	report_waits_to_be_read; /* of the actor's people; the record is the first one's person */

#endif
