/* SPDX-License-Identifier: Apache-2.0 */
/* Answers that are remembered for an actor: while the parts of the store they rest on stay, and for
   seconds at most, for other processes write too. */
#ifndef ABDI_KABAR_MEMORY_H
#define ABDI_KABAR_MEMORY_H
#include "base/waiting.h"

#define MEMORY_SECONDS 10
#define MEMORY_ANSWERS 24 /* numbers of questions; more do not compile */

/* The answer to a question (its number, and a bit per store_part it rests on): remembered, or asked
   and remembered. Without a reader (a change, or no store) nothing is asked: then the last answer
   stands, or none. */
MUST_CHECK enum err memory_ask(struct job *job, int number, unsigned parts, waiting_ask *ask,
			       struct waiting *out);

/* How many wait of each sort, all numbers at once: a page asks for these alone, in well under a
   microsecond. Found while no part of the store has changed since they were kept; without a reader
   the last ones. Which sorts are asked at all follows from roles, which are a part too. */
MUST_CHECK bool memory_find_counts(struct job *job, int64_t *at, int count);
void memory_keep_counts(struct job *job, const int64_t *at, int count);

#endif
