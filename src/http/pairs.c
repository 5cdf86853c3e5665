/* SPDX-License-Identifier: Apache-2.0 */
/* Names with values, found by walking. */
#include "http/pairs.h"

#include <strings.h>

void pairs_init(struct pairs *pairs, struct arena *mem)
{
	*pairs = (struct pairs){.mem = mem};
}

void pairs_add(struct pairs *pairs, struct str name, struct str value)
{
	pairs->at = arena_grow(pairs->mem, pairs->at, pairs->count, sizeof *pairs->at);
	pairs->at[pairs->count++] = (struct pair){name, value};
}

bool pairs_at(const struct pairs *pairs, struct str name, int n, struct str *out)
{
	for (int i = 0; i < pairs->count; i++) {
		if (str_equal(pairs->at[i].name, name) && n-- == 0) {
			*out = pairs->at[i].value;
			return true;
		}
	}
	return false;
}

static bool same_nocase(struct str a, struct str b)
{
	return a.len == b.len && strncasecmp(a.at, b.at, a.len) == 0;
}

bool pairs_at_nocase(const struct pairs *pairs, struct str name, int n, struct str *out)
{
	for (int i = 0; i < pairs->count; i++) {
		if (same_nocase(pairs->at[i].name, name) && n-- == 0) {
			*out = pairs->at[i].value;
			return true;
		}
	}
	return false;
}

int pairs_count_nocase(const struct pairs *pairs, struct str name)
{
	int count = 0;
	for (int i = 0; i < pairs->count; i++)
		count += same_nocase(pairs->at[i].name, name);
	return count;
}
