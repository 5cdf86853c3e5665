/* SPDX-License-Identifier: Apache-2.0 */
/* The list of faults. */
#include "base/problems.h"

#include "base/say.h"

void problems_init(struct problems *faults, struct arena *mem)
{
	*faults = (struct problems){.mem = mem};
}

void problem_add(struct problems *faults, struct str field, const char *rule, struct str sentence)
{
	faults->at = arena_grow(faults->mem, faults->at, faults->count, sizeof *faults->at);
	faults->at[faults->count++] = (struct problem){
		.field = str_copy(faults->mem, field),
		.rule = str_from(rule),
		.sentence = str_copy(faults->mem, say(faults->mem, sentence)),
	};
}

bool problems_any(const struct problems *faults)
{
	return faults->count > 0;
}

struct str problem_for(const struct problems *faults, struct str field)
{
	for (int i = 0; faults && i < faults->count; i++)
		if (str_equal(faults->at[i].field, field))
			return faults->at[i].sentence;
	return STR_NONE;
}

bool problems_has_rule(const struct problems *faults, const char *rule)
{
	for (int i = 0; i < faults->count; i++)
		if (str_is(faults->at[i].rule, rule))
			return true;
	return false;
}

bool problem_is(const struct problems *faults, struct str field, const char *rule)
{
	for (int i = 0; i < faults->count; i++)
		if (str_equal(faults->at[i].field, field) && str_is(faults->at[i].rule, rule))
			return true;
	return false;
}
