/* SPDX-License-Identifier: Apache-2.0 */
/* Looks words up in trail_deed.def. */
#include "trail/trail_deed.h"

static const struct {
	const char *deed, *label;
} deeds[] = {
#define GROUP(key, label) {NULL, key},
#define DEED(key, label) {key, label},
#include "trail/trail_deed.def"
#undef GROUP
#undef DEED
};

static const struct trail_bagian groups[] = {
#define GROUP(key, label) {key, label},
#define DEED(key, label)
#include "trail/trail_deed.def"
#undef GROUP
#undef DEED
};

const struct trail_bagian *trail_bagian_all(int *count)
{
	*count = (int)(sizeof groups / sizeof groups[0]);
	return groups;
}

struct str trail_deed_label(struct str deed)
{
	for (size_t i = 0; i < sizeof deeds / sizeof deeds[0]; i++)
		if (deeds[i].deed && str_is(deed, deeds[i].deed))
			return str_from(deeds[i].label);
	return deed;
}

bool trail_is_in(struct str deed, struct str bagian)
{
	bool is_here = false;

	for (size_t i = 0; i < sizeof deeds / sizeof deeds[0]; i++) {
		if (!deeds[i].deed)
			is_here = str_is(bagian, deeds[i].label);
		else if (is_here && str_is(deed, deeds[i].deed))
			return true;
	}
	return false;
}
