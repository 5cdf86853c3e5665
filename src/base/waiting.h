/* SPDX-License-Identifier: Apache-2.0 */
/* What a room answers when it is asked whether something waits for the actor: facts, of which the
   table of duties makes a sentence and an address (kabar/duty.def). */
#ifndef ABDI_BASE_WAITING_H
#define ABDI_BASE_WAITING_H
#include "base/job.h"

#define WAITING_MOST 100 /* more are not counted: nobody does so many at once */

/* How much of one kind waits. Zeroed, nothing does; members that a kind does not have stay so. */
struct waiting {
	int64_t count, all; /* all: of how many */
	struct id record; /* the first one, to be led to when it is alone */
	struct str who,
		what; /* whom the first one holds up; what it is about: "Triwulan IV 2026" */
	int tahun, nomor;
	struct date until; /* the last day; none: without */
};

/* A question of a room's face: one statement or two, reads only. Nobody else's duty is ever
   counted. */
typedef enum err waiting_ask(struct job *job, struct waiting *out);

/* What a question finds: the record, and whom it holds up. */
struct waiting_row {
	struct id record;
	struct str who;
};

/* Counts the rows; the first one is remembered. */
static inline void waiting_fill(struct waiting *waiting, const struct waiting_row *rows, int count)
{
	waiting->count = count;
	if (count > 0) {
		waiting->record = rows[0].record;
		waiting->who = rows[0].who;
	}
}

#endif
