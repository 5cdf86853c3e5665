/* SPDX-License-Identifier: Apache-2.0 */
/* PK-28: what an agreed result supports changed since; the plan itself does not. */
#ifndef ABDI_LAW_SKP_SYNC_H
#define ABDI_LAW_SKP_SYNC_H
#include "law/skp.h"

/* Does this result name words that have changed since? */
bool skp_rhk_needs_sync(const struct skp *skp, const struct rhk *rhk);
/* Does any of its results? */
bool skp_needs_sync(const struct skp *skp);

#endif
