/* SPDX-License-Identifier: Apache-2.0 */
/* Who looked at whose data (AUD-01; reliability, section 4): reads of other people's data are gathered in memory, one a
   person and object, and written to the trail once a minute. A page never waits for the writer; a crash forgets at most
   the last minute. */
#ifndef ABDI_JEJAK_READING_H
#define ABDI_JEJAK_READING_H
#include "db/store.h"
#include "law/access.h"

#define READING_SECONDS 60

struct reading;

/* One look: who, at what ("read.skp"), whose identifier. deed is a literal. */
struct reading_look {
	const struct actor *actor;
	int64_t now;
	const char *deed;
	struct id object;
};

struct reading *reading_make(void);
/* Any thread; cheap. An own record is no entry, which is judged when it is written. */
void reading_note(struct reading *reading, const struct reading_look *look);
/* Is the oldest look a minute old, or is there much to write? */
bool reading_is_due(struct reading *reading, int64_t now);
/* Writes what was gathered; what could not be written stays for the next time. */
MUST_CHECK enum err reading_write(struct reading *reading, struct store *store);
/* Accepts NULL. */
void reading_free(struct reading *reading);

#endif
