/* SPDX-License-Identifier: Apache-2.0 */
/* The audit entry of a change to a plan. */
#ifndef ABDI_SKP_SKP_AUDIT_H
#define ABDI_SKP_SKP_AUDIT_H
#include "skp/skp.h"

/* The plan as it was and as it now stands in the store. */
MUST_CHECK enum err skp_audit_change(struct job *job, const char *deed, const struct skp *before,
				     struct str reason);

#endif
