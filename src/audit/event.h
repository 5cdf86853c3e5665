/* SPDX-License-Identifier: Apache-2.0 */
/* What was decided, told upward: a row of peristiwa, and at once the readers of the rooms above, in
   the same transaction (docs/decisions/0011-told-upward.md). */
#ifndef ABDI_AUDIT_EVENT_H
#define ABDI_AUDIT_EVENT_H
#include "base/job.h"

/* What has happened, to what. */
struct event {
	struct id objek_id;
	/* the object as the deed has it in hand, so that nobody loads it again: a struct evaluasi
	   for "evaluasi.ditetapkan"; NULL from who has it not, and for every other kind */
	const void *objek;
};

/* What a room above does about it. Any error is the deed's: nothing of it is kept. */
struct event_reader {
	const char *jenis; /* "skp.ditetapkan" */
	enum err (*read)(struct job *job, const struct event *event);
};

/* The table of the roof (app/readers.def): the program does not link without it, so no deed can go
   around it. */
extern const struct event_reader event_readers[];
extern const int event_reader_count;

/* The last act of a use case, after its audit entry. */
MUST_CHECK enum err event_tell(struct job *job, struct str jenis, const struct id *objek_id);
/* The same with the object as it stands after the deed. */
MUST_CHECK enum err event_tell_with(struct job *job, struct str jenis, const struct event *event);
/* What the readers would say, with nothing told: for events whose readers do no more than
   refuse. */
MUST_CHECK enum err event_ask(struct job *job, struct str jenis, const struct id *objek_id);

#endif
