/* SPDX-License-Identifier: Apache-2.0 */
/* Are the stored years, periods and settings those that were opened, closed and saved? */
#ifndef ABDI_ORG_YEAR_CHECK_H
#define ABDI_ORG_YEAR_CHECK_H
#include "audit/audit_trail.h"
#include "base/job.h"

/* Holds every year and the state and days of its periods against their entries. Reads only. */
MUST_CHECK enum err year_check(struct job *job, struct audit_compare *compare);
/* The same for the agency's settings and their days. */
MUST_CHECK enum err setelan_compare(struct job *job, struct audit_compare *compare);

#endif
