/* SPDX-License-Identifier: Apache-2.0 */
/* The seven values, from their table. */
#include "law/berakhlak.h"

static const struct berakhlak values[] = {
#define BERAKHLAK(code, label, first, second, third)                                               \
	{STR(code), STR(label), {STR(first), STR(second), STR(third)}},
#include "law/berakhlak.def"
#undef BERAKHLAK
};

_Static_assert(sizeof values / sizeof values[0] == BERAKHLAK_COUNT, "the law names seven values");

const struct berakhlak *berakhlak_all(void)
{
	return values;
}

int berakhlak_index(struct str code)
{
	for (int i = 0; i < BERAKHLAK_COUNT; i++)
		if (str_equal(values[i].code, code))
			return i;
	return -1;
}

struct str berakhlak_label(struct str code)
{
	int index = berakhlak_index(code);
	return index < 0 ? STR_NONE : values[index].label;
}
