/* SPDX-License-Identifier: Apache-2.0 */
/* Few threads and a short line in which each asker has turns: of those that wait, the one of who
   has had least is next, so that many works of one never hold up one of another. Whoever is known
   has every second turn, while there are both. */
#ifndef ABDI_HTTP_TURNS_H
#define ABDI_HTTP_TURNS_H
#include "base/str.h"
#include "http/pool.h"

struct turns;

/* A work that waits for its turn. */
struct turn {
	struct str who; /* who asks: an address, an account */
	bool is_known;
	int behind; /* stands back so many turns: who was wrong before goes after who was not */
	pool_work *work;
	pool_work *drop; /* instead of work, from another asker's thread, when it gave way */
	void *arg;
};

/* Starts that many threads with room for so many waiting works. */
struct turns *turns_start(int threads, int queue_max);
/* Takes it. With the line full the last work of who has most of it is dropped; half of the line
   belongs to those that are known, half to the others. ERR_BUSY: that would be this one, and
   nothing was taken. */
MUST_CHECK enum err turns_submit(struct turns *turns, const struct turn *turn);
/* Finishes what was taken, then ends the threads. Accepts NULL. */
void turns_stop(struct turns *turns);

#endif
