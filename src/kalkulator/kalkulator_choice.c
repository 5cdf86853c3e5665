/* SPDX-License-Identifier: Apache-2.0 */
/* Closed lists in words: two columns of one table, in which the rows of a list stand together. */
#include "kalkulator/kalkulator.h"

static const struct choice choices[] = {
#define CHOICE(list, key_, label_) {.key = STR(key_), .label = STR(label_)},
#include "kalkulator/kalkulator_choice.def"
#undef CHOICE
};

static const enum kalk_list lists[] = {
#define CHOICE(list, key, label) KALK_LIST_##list,
#include "kalkulator/kalkulator_choice.def"
#undef CHOICE
};

#define CHOICE_COUNT (int)(sizeof choices / sizeof choices[0])

const struct choice *kalk_choices_of(enum kalk_list list, int *count)
{
	int first = 0;

	*count = 0;
	while (first < CHOICE_COUNT && lists[first] != list)
		first++;
	while (first + *count < CHOICE_COUNT && lists[first + *count] == list)
		++*count;
	return choices + (*count ? first : 0);
}

struct str kalk_choice_label(enum kalk_list list, struct str key)
{
	int count;
	const struct choice *at = kalk_choices_of(list, &count);

	for (int i = 0; i < count; i++)
		if (str_equal(at[i].key, key))
			return at[i].label;
	return key;
}
