/* SPDX-License-Identifier: Apache-2.0 */
/* Turns by start-time fair queueing: a work's mark is one more than that of the same asker's last,
   or the mark now being served; the least goes first. The line is short, so it is walked. */
#include "http/turns.h"

#include "base/crypto.h"
#include "base/hash.h"
#include "http/workers.h"

#include <assert.h>
#include <stdlib.h>

struct waiting {
	struct turn turn;
	uint64_t who, mark, came; /* came: among equals the first */
};

struct turns {
	struct workers workers;
	struct waiting *line;
	int count, max;
	uint64_t now, came; /* the mark served last */
	bool was_known; /* the last turn was of somebody known */
	struct hash_key key; /* random, so nobody can aim at being somebody else */
};

static bool goes_before(const struct waiting *a, const struct waiting *b)
{
	return a->mark != b->mark ? a->mark < b->mark : a->came < b->came;
}

/* The first of those that are known, or not; -1: none. */
static int first_of(const struct turns *turns, bool is_known)
{
	int first = -1;

	for (int i = 0; i < turns->count; i++) {
		if (turns->line[i].turn.is_known == is_known &&
		    (first < 0 || goes_before(&turns->line[i], &turns->line[first])))
			first = i;
	}
	return first;
}

static struct turn take_next(struct turns *turns)
{
	int next = first_of(turns, !turns->was_known);

	if (next < 0)
		next = first_of(turns, turns->was_known);
	struct waiting taken = turns->line[next];
	turns->line[next] = turns->line[--turns->count];
	turns->was_known = taken.turn.is_known;
	if (taken.mark > turns->now)
		turns->now = taken.mark;
	return taken.turn;
}

static bool turns_next(void *queue, struct work *out)
{
	struct turns *turns = queue;

	if (turns->count == 0)
		return false;
	struct turn turn = take_next(turns);
	*out = (struct work){turn.work, turn.arg};
	return true;
}

struct turns *turns_start(int threads, int queue_max)
{
	struct turns *turns = workers_alloc(1, sizeof(*turns));

	assert(queue_max > 0);
	turns->line = workers_alloc((size_t)queue_max, sizeof(*turns->line));
	turns->max = queue_max;
	crypto_random(&turns->key, sizeof(turns->key));
	workers_start(&turns->workers, threads, turns_next, turns);
	return turns;
}

static int count_of(const struct turns *turns, uint64_t who)
{
	int count = 0;

	for (int i = 0; i < turns->count; i++)
		count += turns->line[i].who == who;
	return count;
}

static uint64_t mark_of(const struct turns *turns, uint64_t who)
{
	uint64_t mark = turns->now;

	for (int i = 0; i < turns->count; i++) {
		if (turns->line[i].who == who && turns->line[i].mark > mark)
			mark = turns->line[i].mark;
	}
	return mark + 1;
}

/* The last work of who has most of the line, among those that are known, or not. */
static int most_crowding(const struct turns *turns, bool is_known, int *works)
{
	int worst = -1;

	*works = 0;
	for (int i = 0; i < turns->count; i++) {
		int count = count_of(turns, turns->line[i].who);
		if (turns->line[i].turn.is_known != is_known)
			continue;
		if (count > *works ||
		    (count == *works && goes_before(&turns->line[worst], &turns->line[i]))) {
			*works = count;
			worst = i;
		}
	}
	return worst;
}

/* Whose work gives way to this one in a full line; -1: nobody's. Half of the line belongs to those
   that are known, half to the others. */
static int giving_way(const struct turns *turns, const struct turn *turn, uint64_t who)
{
	int works, same = 0;

	for (int i = 0; i < turns->count; i++)
		same += turns->line[i].turn.is_known == turn->is_known;
	if (same < turns->max / 2)
		return most_crowding(turns, !turn->is_known, &works);
	int worst = most_crowding(turns, turn->is_known, &works);
	return works > count_of(turns, who) + 1 ? worst : -1;
}

enum err turns_submit(struct turns *turns, const struct turn *turn)
{
	struct turn dropped = {.drop = NULL};
	uint64_t who = hash_sip(turns->key, turn->who);
	enum err err = ERR_OK;

	pthread_mutex_lock(&turns->workers.lock);
	if (turns->workers.is_stopping) {
		err = ERR_BUSY;
	} else if (turns->count == turns->max) {
		int worst = giving_way(turns, turn, who);
		if (worst < 0) {
			err = ERR_BUSY;
		} else {
			dropped = turns->line[worst].turn;
			turns->line[worst] = turns->line[--turns->count];
		}
	}
	if (!err) {
		turns->line[turns->count++] = (struct waiting){
			*turn, who, mark_of(turns, who) + (uint64_t)turn->behind, turns->came++};
		workers_wake(&turns->workers);
	}
	pthread_mutex_unlock(&turns->workers.lock);
	if (dropped.drop)
		dropped.drop(dropped.arg);
	return err;
}

void turns_stop(struct turns *turns)
{
	if (!turns)
		return;
	workers_stop(&turns->workers);
	free(turns->line);
	free(turns);
}
