/* SPDX-License-Identifier: Apache-2.0 */
/* Values by name, and which row is in force on a day. */
#include "law/values.h"

static const struct law_value_about about[LAW_VALUE_COUNT] = {
#define DEFAULT(key, value, least, most, unit, help)                                               \
	{STR(#key), STR(unit), STR(help), value, least, most},
#include "law/defaults.def"
#undef DEFAULT
};

static const struct former {
	enum law_value which;
	struct date until;
	int value;
} formers[] = {
#define FORMER(key, year, month, day, value, source) {LAW_##key, {(year), (month), (day)}, (value)},
#include "law/former.def"
#undef FORMER
};

#define FORMER_COUNT (int)(sizeof formers / sizeof formers[0])

const struct law_value_about *law_value_about(enum law_value which)
{
	return &about[which];
}

bool law_value_find(struct str key, enum law_value *out)
{
	for (int i = 0; i < LAW_VALUE_COUNT; i++)
		if (str_equal(about[i].key, key)) {
			*out = (enum law_value)i;
			return true;
		}
	return false;
}

int law_value_before_agency(enum law_value which, struct date day)
{
	int value = about[which].value;

	/* newest change first, so the last one that still lies ahead of the day is the oldest value
	   that held */
	for (int i = 0; i < FORMER_COUNT; i++)
		if (formers[i].which == which && date_compare(day, formers[i].until) < 0)
			value = formers[i].value;
	return value;
}

static bool number_of(const struct law_row *row, enum law_value *which, int *value)
{
	int64_t number;

	if (!law_value_find(row->key, which) || !str_parse_int(str_trim(row->value), &number) ||
	    number < about[*which].least || number > about[*which].most)
		return false;
	*value = (int)number;
	return true;
}

void law_values_on(struct date day, const struct law_rows *rows, struct law_values *out)
{
	struct date began[LAW_VALUE_COUNT] = {0};

	for (int i = 0; i < LAW_VALUE_COUNT; i++)
		out->of[i] = law_value_before_agency((enum law_value)i, day);
	for (int i = 0; i < rows->count; i++) {
		const struct law_row *row = &rows->at[i];
		enum law_value which;
		int value;

		if (date_compare(row->since, day) > 0 || !number_of(row, &which, &value) ||
		    date_compare(row->since, began[which]) < 0)
			continue;
		began[which] = row->since;
		out->of[which] = value;
	}
}
