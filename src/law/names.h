/* SPDX-License-Identifier: Apache-2.0 */
/* A closed list: each value of an enum has a stored key and a label. */
#ifndef ABDI_LAW_NAMES_H
#define ABDI_LAW_NAMES_H
#include "base/str.h"

/* A stored key and what people read. */
struct law_name {
	struct str key, label;
};

/* Where the key stands, or -1. */
int law_name_find(const struct law_name *names, int count, struct str key);

/* Defines <list>_key and <list>_parse over a table, as the list's header declares them. */
#define LAW_NAMES(list, type, table)                                                               \
	struct str list##_key(enum type value)                                                     \
	{                                                                                          \
		return table[value].key;                                                           \
	}                                                                                          \
	bool list##_parse(struct str key, enum type *out)                                          \
	{                                                                                          \
		int at = law_name_find(table, (int)(sizeof table / sizeof table[0]), key);         \
		if (at >= 0)                                                                       \
			*out = (enum type)at;                                                      \
		return at >= 0;                                                                    \
	}

#define LAW_LABELS(list, type, table)                                                              \
	struct str list##_label(enum type value)                                                   \
	{                                                                                          \
		return table[value].label;                                                         \
	}

#endif
