/* SPDX-License-Identifier: Apache-2.0 */
/* Are the stored keys of the API those that were made? */
#ifndef ABDI_API_API_KEY_CHECK_H
#define ABDI_API_API_KEY_CHECK_H
#include "audit/audit_trail.h"
#include "base/job.h"

/* Holds every key, its holder, scopes, unit, last day and revoking, against its entries, and every
   key told of against what is stored. Keys made before the trail told of all that are only looked
   for. Reads only. */
MUST_CHECK enum err api_key_check(struct job *job, struct audit_compare *compare);

#endif
