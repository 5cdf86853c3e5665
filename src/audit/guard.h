/* SPDX-License-Identifier: Apache-2.0 */
/* The chain-head guard: the process remembers the newest entry whose commit was confirmed, also in
   a small file beside its data, and looks whether the database still holds it - at the start and on
   each new connection, before the first commit there. Missing: the database went back in time (a
   bad fail-over, a restored backup), and no change is kept until a person has looked
   (docs/audit.md).

   No false alarm: a head is remembered only after its commit was confirmed; a commit whose outcome
   is unknown is not. The file may be seconds behind, never ahead, and is replaced whole. */
#ifndef ABDI_AUDIT_GUARD_H
#define ABDI_AUDIT_GUARD_H
#include "audit/audit_verify.h"
#include "db/store.h"

struct guard;

/* Loads what is remembered of this installation, looks at once, and watches the store from now on.
   Says in the log what is missing; the store then refuses changes with ERR_HALTED, and pages are
   still read. */
MUST_CHECK enum err guard_open(struct store *store, const char *data_dir, struct guard **out);
/* Puts what is new into the file; any thread. Cheap when nothing is new. */
void guard_save(struct guard *guard);
/* Takes up every agency's newest entry as it stands in the database, whoever wrote it: so no
   process writes on over what another has confirmed and this database has lost. */
MUST_CHECK enum err guard_learn(struct guard *guard, struct store *store);
bool guard_is_halted(struct guard *guard);
/* Saves and forgets; the store must be closed before. Accepts NULL. */
void guard_close(struct guard *guard);

/* What the file beside this data says, as heads to verify against. ERR_NOT_FOUND: there is no file
   yet. */
MUST_CHECK enum err guard_read(struct store *store, const char *data_dir, struct arena *mem,
			       struct audit_anchor **out, int *count);
/* Takes the database as it is now for the right one: tells it in each agency's trail with the
   reason, signs the heads, and remembers them instead. For a store nobody watches. tell: each
   agency's number before (0: none) and now. */
struct guard_accept {
	const char *data_dir;
	struct str reason;
	int64_t now;
	void (*tell)(void *arg, struct str kode, int64_t before, int64_t now);
	void *arg;
};
MUST_CHECK enum err guard_accept(struct store *store, const struct guard_accept *order);

#endif
