/* SPDX-License-Identifier: Apache-2.0 */
/* What happened meanwhile, when the plan was saved from elsewhere since the page was made. */
#ifndef ABDI_SKP_SKP_CONFLICT_WEB_H
#define ABDI_SKP_SKP_CONFLICT_WEB_H
#include "skp/skp_web.h"

/* A plan that left the draft meanwhile takes no change; what was typed can still be copied. tail:
   the page's. */
struct conflict *skp_conflict_begin(struct arena *mem, const struct skp *skp, const char *tail);
/* The same with another sentence: only that the plan changed since. */
struct conflict *skp_conflict_plain(struct arena *mem, const struct skp *skp, const char *tail,
				    struct str sentence);

#endif
