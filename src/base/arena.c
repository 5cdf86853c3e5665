/* SPDX-License-Identifier: Apache-2.0 */
/* Blocks in a list; nothing in them is given back alone. */
#include "base/arena.h"

#include <assert.h>
#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* What most pages take with their texts: one block, kept for the next. Each further one has twice
   the size, so that much memory is few pieces. */
#define BLOCK_SIZE ((size_t)64 * 1024)
#define BLOCK_MOST ((size_t)1024 * 1024)
#define KEPT_MOST ((size_t)256 * 1024) /* a larger block is given back by a clear */
#define ALIGNMENT ((size_t)16)
#define LIST_FIRST 8

struct block {
	struct block *next;
	size_t size, used;
	alignas(16) unsigned char bytes[];
};

struct arena {
	struct block *top; /* the block we fill; older ones hang below */
	size_t handed_out;
	enum bahasa bahasa;
};

static struct block *block_make(size_t size)
{
	assert(size < SIZE_MAX / 2);
	struct block *block = malloc(sizeof *block + size);
	if (!block)
		abort();
	block->next = NULL;
	block->size = size;
	block->used = 0;
	return block;
}

struct arena *arena_make(void)
{
	struct arena *arena = malloc(sizeof *arena);
	if (!arena)
		abort();
	arena->top = block_make(BLOCK_SIZE);
	arena->handed_out = 0;
	arena->bahasa = BAHASA_ID;
	return arena;
}

static void blocks_free(struct block *block)
{
	while (block) {
		struct block *next = block->next;
		free(block);
		block = next;
	}
}

void arena_free(struct arena *arena)
{
	if (!arena)
		return;
	blocks_free(arena->top);
	free(arena);
}

void arena_close(struct arena **arena)
{
	arena_free(*arena);
	*arena = NULL;
}

/* Keeps one block: the largest that is not too large to lie idle. What is asked the same again fits
   into it and needs no further piece. */
void arena_clear(struct arena *arena)
{
	struct block *kept = arena->top;

	while (kept->next && kept->size > KEPT_MOST) {
		struct block *next = kept->next;
		free(kept);
		kept = next;
	}
	blocks_free(kept->next);
	kept->next = NULL;
	kept->used = 0;
	arena->top = kept;
	arena->handed_out = 0;
	arena->bahasa = BAHASA_ID;
}

void *arena_room(struct arena *arena, size_t size)
{
	assert(size < SIZE_MAX / 4);
	size_t rounded = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
	struct block *top = arena->top;

	if (top->size - top->used < rounded) {
		size_t usual = top->size < BLOCK_MOST ? top->size * 2 : BLOCK_MOST;
		struct block *more = block_make(rounded > usual ? rounded : usual);
		more->next = top;
		arena->top = top = more;
	}
	void *bytes = top->bytes + top->used;
	top->used += rounded;
	arena->handed_out += rounded;
	return bytes;
}

void *arena_alloc(struct arena *arena, size_t size)
{
	return memset(arena_room(arena, size), 0, size);
}

/* Needs no capacity kept beside the list: from LIST_FIRST on, a list is full when its count is a
   power of two. */
void *arena_grow(struct arena *arena, void *list, int count, size_t size)
{
	size_t full = (size_t)count;

	if (count > 0 && (count < LIST_FIRST || (full & (full - 1)) != 0))
		return list;
	void *larger = arena_alloc(arena, size * (count ? full * 2 : LIST_FIRST));
	if (count > 0)
		memcpy(larger, list, size * full);
	return larger;
}

void arena_set_bahasa(struct arena *arena, enum bahasa bahasa)
{
	arena->bahasa = bahasa;
}

enum bahasa arena_bahasa(const struct arena *arena)
{
	return arena->bahasa;
}

size_t arena_used(const struct arena *arena)
{
	return arena->handed_out;
}
