/* SPDX-License-Identifier: Apache-2.0 */
/* Two people, or two tabs, saved one form: the form again with what was typed, beside what is
   stored now. */
#ifndef ABDI_RENDER_CONFLICT_H
#define ABDI_RENDER_CONFLICT_H
#include "base/str.h"

/* One field that differs: what was typed, what stands there now. */
struct conflict_row {
	struct str field, label; /* field: the id of its control, as faults name it */
	struct str stored, typed;
};

/* What is shown when somebody saved the same form first. */
struct conflict {
	struct arena *mem;
	struct str sentence; /* what happened meanwhile */
	struct str url; /* the page with what is stored */
	bool is_closed; /* nothing can be saved any more; what was typed is shown to be copied */
	int count;
	struct conflict_row *at;
};

/* No field yet; url shows the record as it stands. */
struct conflict *conflict_make(struct arena *mem, struct str url);
/* Nothing can be saved any more, and why. */
void conflict_close(struct conflict *conflict, struct str sentence);
/* The page's title, which says that there are two versions. */
struct str conflict_title(const struct conflict *conflict, struct arena *mem, struct str title);
/* Adds a row when the two texts differ. */
void conflict_compare(struct conflict *conflict, struct str field, struct str label,
		      struct str stored, struct str typed);
/* The row of a field, or NULL; conflict may be NULL. */
const struct conflict_row *conflict_for(const struct conflict *conflict, struct str field);

#endif
