/* SPDX-License-Identifier: Apache-2.0 */
/* Open addressing; grows before it is three quarters full. */
#include "base/table.h"

#include "base/sys.h"

#include <assert.h>

/* Keyed, so that no upload can be made of keys that all fall into one slot. */
static uint64_t hash_of(const struct table *table, struct str key)
{
	return hash_sip(table->key, key);
}

void table_init(struct table *table, struct arena *mem, size_t expected)
{
	size_t cap = 16;

	while (cap * 3 / 4 < expected)
		cap *= 2;
	*table = (struct table){
		.mem = mem, .slots = arena_array(mem, struct table_slot, cap), .cap = cap};
	random_bytes(&table->key, sizeof(table->key));
}

static struct table_slot *slot_find(const struct table *table, struct str key, uint64_t hash)
{
	size_t i = (size_t)hash & (table->cap - 1);

	while (table->slots[i].is_used) {
		if (table->slots[i].hash == hash && str_equal(table->slots[i].key, key))
			break;
		i = (i + 1) & (table->cap - 1);
	}
	return &table->slots[i];
}

static void table_grow(struct table *table)
{
	struct table larger = {
		.mem = table->mem, .cap = table->cap * 2, .count = table->count, .key = table->key};

	larger.slots = arena_array(table->mem, struct table_slot, larger.cap);
	for (size_t i = 0; i < table->cap; i++)
		if (table->slots[i].is_used)
			*slot_find(&larger, table->slots[i].key, table->slots[i].hash) =
				table->slots[i];
	*table = larger;
}

void table_put(struct table *table, struct str key, int64_t value)
{
	uint64_t hash = hash_of(table, key);

	assert(table->cap > 0);
	if ((table->count + 1) * 4 > table->cap * 3)
		table_grow(table);
	struct table_slot *slot = slot_find(table, key, hash);
	if (!slot->is_used)
		table->count++;
	*slot = (struct table_slot){.key = key, .hash = hash, .value = value, .is_used = true};
}

bool table_get(const struct table *table, struct str key, int64_t *value)
{
	const struct table_slot *slot = slot_find(table, key, hash_of(table, key));

	if (!slot->is_used)
		return false;
	*value = slot->value;
	return true;
}
