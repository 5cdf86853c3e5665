/* SPDX-License-Identifier: Apache-2.0 */
/* Reports that wait to be read: a question of the table of duties (kabar/duty.def). */
#ifndef ABDI_REPORT_REPORT_WAITING_H
#define ABDI_REPORT_REPORT_WAITING_H
#include "base/waiting.h"

/* Of the actor's people; the record is the first one's person. */
waiting_ask report_waits_to_be_read;

#endif
