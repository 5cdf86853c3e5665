/* SPDX-License-Identifier: Apache-2.0 */
/* Memory that lives as long as one request, command or batch item, and is given back whole. */
#ifndef ABDI_BASE_ARENA_H
#define ABDI_BASE_ARENA_H
#include "base/bahasa.h"

#include <stddef.h>

struct arena;

/* Makes an arena; memory grows in blocks. Out of memory aborts. */
struct arena *arena_make(void);
/* Gives all memory back. Accepts NULL. */
void arena_free(struct arena *arena);
/* Forgets all allocations and keeps one block for the next use. */
void arena_clear(struct arena *arena);
/* Zeroed memory, 16-byte aligned, alive until the arena is cleared or freed. */
void *arena_alloc(struct arena *arena, size_t size);
/* The same, not zeroed: for bytes that are written before they are read. */
void *arena_room(struct arena *arena, size_t size);
/* A list with room for one more: the list itself, or a copy of twice the size when its count
   elements fill it. A list begins as NULL with a count of 0 and only ever grows by this; size is
   that of one element. */
void *arena_grow(struct arena *arena, void *list, int count, size_t size);
/* Whose sentences are made in it: the reader's language, Indonesian until set and after a clear
   (base/say.h). */
void arena_set_bahasa(struct arena *arena, enum bahasa bahasa);
enum bahasa arena_bahasa(const struct arena *arena);
/* Bytes handed out since the last clear, for limits and metrics. */
size_t arena_used(const struct arena *arena);
/* For CLEANUP(arena_close) struct arena *mem = arena_make(); */
void arena_close(struct arena **arena);

#define arena_new(arena, type) ((type *)arena_alloc((arena), sizeof(type)))
#define arena_array(arena, type, count)                                                            \
	((type *)arena_alloc((arena), sizeof(type) * (size_t)(count)))

#endif
