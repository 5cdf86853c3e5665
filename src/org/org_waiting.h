/* SPDX-License-Identifier: Apache-2.0 */
/* What the agency still lacks: questions of the table of duties (kabar/duty.def). */
#ifndef ABDI_ORG_ORG_WAITING_H
#define ABDI_ORG_ORG_WAITING_H
#include "base/waiting.h"

waiting_ask org_waits_for_people; /* nobody is in it but who set it up */
waiting_ask org_waits_for_year; /* this year was not opened */
waiting_ask org_waits_for_address; /* the public address that papers lead to is not known */

#endif
