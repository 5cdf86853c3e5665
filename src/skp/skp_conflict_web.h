/* SPDX-License-Identifier: Apache-2.0 */
/* What was typed beside what is stored, when the plan was saved from elsewhere since the page was made. */
#ifndef ABDI_SKP_SKP_CONFLICT_WEB_H
#define ABDI_SKP_SKP_CONFLICT_WEB_H
#include "skp/skp_web.h"

/* form gets the comparison; a result removed meanwhile becomes a new one. */
void skp_conflict_rhk(struct rhk_form *form);
struct conflict *skp_conflict_perilaku(struct arena *mem, const struct skp *skp,
				       const struct skp_perilaku *typed, int count);
struct conflict *skp_conflict_lampiran(const struct lampiran_form *typed,
				       const struct lampiran_form *stored);
/* The answer to a plan that was answered meanwhile: nothing can be sent any more. */
struct conflict *skp_conflict_review(const struct review_form *form);
/* A page without fields: only that the plan changed since. */
struct conflict *skp_conflict_plain(struct arena *mem, const struct skp *skp, const char *tail,
				    struct str sentence);

#endif
