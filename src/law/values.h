/* SPDX-License-Identifier: Apache-2.0 */
/* The numbers in force on one day: defaults.def, what stood before a change (former.def), and over
   both what the agency set with the day it begins. Rules take this set, never a constant of their
   own. */
#ifndef ABDI_LAW_VALUES_H
#define ABDI_LAW_VALUES_H
#include "base/date.h"

/* Every number an agency may set, by name. */
enum law_value {
#define DEFAULT(key, value, least, most, unit, help) LAW_##key,
#include "law/defaults.def"
#undef DEFAULT
	LAW_VALUE_COUNT
};

/* All of them as of one day. */
struct law_values {
	int of[LAW_VALUE_COUNT];
};

/* One row an agency set: from that day on the value holds. */
struct law_row {
	struct str key;
	struct date since;
	struct str value;
};

/* The agency's own rows. */
struct law_rows {
	const struct law_row *at;
	int count;
};

/* What everybody should know about a value. */
struct law_value_about {
	struct str key, unit, help; /* help opens with the rulebook id and [V], [K] or [D] */
	int value, least, most;
};
const struct law_value_about *law_value_about(enum law_value which);
MUST_CHECK bool law_value_find(struct str key, enum law_value *out);
/* The value without any agency's own, on that day. */
int law_value_before_agency(enum law_value which, struct date day);
/* The values in force on that day. Of an agency's rows the one that began last counts; rows of
   other keys, and values outside what defaults.def allows, do not. */
void law_values_on(struct date day, const struct law_rows *rows, struct law_values *out);

#endif
