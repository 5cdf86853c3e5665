/* SPDX-License-Identifier: Apache-2.0 */
/* What waits for the actor, from one table (duty.def): the bell, the list and the first page ask
   here, so that they cannot disagree. */
#ifndef ABDI_KABAR_DUTY_H
#define ABDI_KABAR_DUTY_H
#include "base/waiting.h"

/* Every duty of duty.def. */
enum duty_name {
#define DUTY(name, permission, whom, icon, tone, ask, parts, place, list, record, one, more,       \
	     detail)                                                                               \
	DUTY_##name,
#include "kabar/duty.def"
#undef DUTY
	DUTY_COUNT
};

/* One duty with something waiting, in words; path leads to the very record when it is alone, else
   to their list. */
struct duty {
	enum duty_name name;
	int64_t count;
	struct str path, title, detail;
	const char *icon, *tone; /* tone: "y" holds others up, "b" does not */
};

/* All of an actor, in the order of the table. */
struct duty_list {
	int count;
	struct duty at[DUTY_COUNT];
};
MUST_CHECK enum err duty_list(struct job *job, struct duty_list *out);

/* How many wait of each, for the bell: at[DUTY_COUNT]. In a change, or without a store, only what
   is remembered. */
MUST_CHECK enum err duty_counts(struct job *job, int64_t at[DUTY_COUNT]);
/* The menu entry a duty belongs to. */
const char *duty_place(enum duty_name name);

/* Puts facts into a sentence or an address of a table: "{n} SKP" -> "3 SKP". */
struct str waiting_words(struct arena *mem, const char *pattern, const struct waiting *waiting);

#endif
