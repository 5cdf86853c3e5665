/* SPDX-License-Identifier: Apache-2.0 */
/* Are the stored roles those that were given? */
#ifndef ABDI_ACCOUNT_ROLE_CHECK_H
#define ABDI_ACCOUNT_ROLE_CHECK_H
#include "audit/audit_trail.h"
#include "base/job.h"

/* Holds every held role against the entries of its account, and every role given and not ended
   against what is held. Leaders of units that a list or a demonstration made or ended have no entry
   of their own. Reads only. */
MUST_CHECK enum err role_check(struct job *job, struct audit_compare *compare);

#endif
