/* SPDX-License-Identifier: Apache-2.0 */
/* PK-28: what an agreed result supports changed since; the plan itself does not. */
#ifndef ABDI_LAW_SKP_SYNC_H
#define ABDI_LAW_SKP_SYNC_H
#include "law/skp.h"

bool skp_rhk_needs_sync(const struct skp *skp, const struct rhk *rhk);
bool skp_needs_sync(const struct skp *skp);

#endif
