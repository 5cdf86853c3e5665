/* SPDX-License-Identifier: Apache-2.0 */
/* Are the stored years and periods those that were opened and closed? */
#ifndef ABDI_ORG_YEAR_CHECK_H
#define ABDI_ORG_YEAR_CHECK_H
#include "audit/audit_trail.h"
#include "base/job.h"

/* Holds every year and the state and days of its periods against their entries. Reads only. */
MUST_CHECK enum err year_check(struct job *job, struct audit_compare *compare);

#endif
