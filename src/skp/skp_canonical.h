/* SPDX-License-Identifier: Apache-2.0 */
/* A plan as one text that never reads two ways: what the receipt's hash and the audit trail stand
   for. */
#ifndef ABDI_SKP_SKP_CANONICAL_H
#define ABDI_SKP_SKP_CANONICAL_H
#include "law/skp.h"

/* What was agreed: the same text before and after the appraiser's answer. */
struct str skp_canonical(struct arena *mem, const struct skp *skp);
/* The same with state, receipt and comments. */
struct str skp_audit_text(struct arena *mem, const struct skp *skp);

#endif
