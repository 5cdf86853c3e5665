/* SPDX-License-Identifier: Apache-2.0 */
/* Are the stored reports those that were sent? */
#ifndef ABDI_REPORT_REPORT_CHECK_H
#define ABDI_REPORT_REPORT_CHECK_H
#include "audit/audit_trail.h"
#include "base/job.h"

/* Holds every report and its evidence against the entry of its sending, and finds those that are
   gone without a deed. Reads only. */
MUST_CHECK enum err report_check(struct job *job, struct audit_compare *compare);

#endif
