/* SPDX-License-Identifier: Apache-2.0 */
/* A hash table from text to a number (usually an index); keys are not copied and must outlive the
   table. */
#ifndef ABDI_BASE_TABLE_H
#define ABDI_BASE_TABLE_H
#include "base/hash.h"

/* A place of the table; an empty key is a free one. */
struct table_slot {
	struct str key;
	uint64_t hash;
	int64_t value;
	bool is_used;
};

/* Numbers by text. */
struct table {
	struct arena *mem;
	struct table_slot *slots;
	struct hash_key key;
	size_t cap, count; /* cap is a power of two */
};

/* expected is a hint; the table grows in the arena. */
void table_init(struct table *table, struct arena *mem, size_t expected);
/* Sets the value of a key, adding it when absent. */
void table_put(struct table *table, struct str key, int64_t value);
/* False when the key is absent; then *value is kept. */
bool table_get(const struct table *table, struct str key, int64_t *value);

#endif
