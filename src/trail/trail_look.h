/* SPDX-License-Identifier: Apache-2.0 */
/* Who looked at whose data (AUD-01; reliability, section 4): reads of other people's data are
   gathered in memory, one a person and object, and written to the trail once a minute. A page never
   waits for the writer; a crash forgets at most the last minute. */
#ifndef ABDI_TRAIL_TRAIL_LOOK_H
#define ABDI_TRAIL_TRAIL_LOOK_H
#include "db/store.h"
#include "law/access.h"

#define TRAIL_LOOK_SECONDS 60

struct trail_looks;

/* One look: who, at what ("read.skp"), whose identifier. deed is a literal. */
struct trail_look {
	const struct actor *actor;
	int64_t now;
	const char *deed;
	struct id object;
};

/* Nothing was seen yet. */
struct trail_looks *trail_looks_make(void);
/* Any thread; cheap. An own record is no entry, which is judged when it is written. */
void trail_looks_note(struct trail_looks *looks, const struct trail_look *look);
/* Is the oldest look a minute old, or is there much to write? */
bool trail_looks_is_due(struct trail_looks *looks, int64_t now);
/* Writes what was gathered; what could not be written stays for the next time. */
MUST_CHECK enum err trail_looks_write(struct trail_looks *looks, struct store *store);
/* Accepts NULL. */
void trail_looks_free(struct trail_looks *looks);

#endif
