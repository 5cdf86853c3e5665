/* SPDX-License-Identifier: Apache-2.0 */
/* Faults of the user's input: all of them at once, each beside its field. */
#ifndef ABDI_BASE_PROBLEMS_H
#define ABDI_BASE_PROBLEMS_H
#include "base/str.h"

/* One fault of the input: the field, its rule, and what to do in the user's words. */
struct problem {
	struct str field; /* form field or "sheet!B7"; may carry an index: "iki.3" */
	struct str rule; /* stable key for tests and the API: "skp.iki_missing" */
	struct str sentence; /* what to do, in the user's words */
};

/* The rule of a question: what was entered can be right, and the same once more says that it is. */
#define PROBLEM_UNSURE "unsure"

/* All faults of one input. */
struct problems {
	struct arena *mem;
	struct problem *at;
	int count;
};

/* No fault yet. */
void problems_init(struct problems *faults, struct arena *mem);
/* Says the sentence in the reader's language; one with values comes from say_format(faults->mem,
   …). say: problem_add 4 */
void problem_add(struct problems *faults, struct str field, const char *rule, struct str sentence);
bool problems_any(const struct problems *faults);
/* The sentence for a field, or STR_NONE. */
struct str problem_for(const struct problems *faults, struct str field);
bool problems_has_rule(const struct problems *faults, const char *rule);
/* The same for one field. */
bool problem_is(const struct problems *faults, struct str field, const char *rule);

#endif
