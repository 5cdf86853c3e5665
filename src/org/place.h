/* SPDX-License-Identifier: Apache-2.0 */
/* Where names stand in lists, for those that were stored before names had a place. Whoever writes a
   name writes its place with it (base/fold.h, base/name.h; decision 0023). */
#ifndef ABDI_ORG_PLACE_H
#define ABDI_ORG_PLACE_H
#include "db/batch.h"
#include "db/store.h"

/* A name without its place. */
struct placed {
	struct id id;
	struct str nama;
};

/* How one kind of names gets its places. */
struct place_kind {
	/* those without one, behind that one, by their ids */
	enum err (*page)(const struct job *job, const struct id *after, int most,
			 struct placed **rows, int *count);
	batch_store *save; /* a text and 16 bytes of id a row */
	struct str (*order)(struct arena *mem, struct str name);
};

/* At the start of the program, agency by agency. */
MUST_CHECK enum err places_fill(struct store *store, const struct place_kind *kinds, int count);
/* The same for people and units. */
MUST_CHECK enum err org_places_fill(struct store *store);

#endif
