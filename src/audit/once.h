/* SPDX-License-Identifier: Apache-2.0 */
/* Idempotency (reliability, section 3): a change carries a key, which is kept with what the change
   led to in the same transaction; asked again with the key, the first answer is repeated and
   nothing is done. Keys are per account, or per guest, and live seven days. */
#ifndef ABDI_AUDIT_ONCE_H
#define ABDI_AUDIT_ONCE_H
#include "base/job.h"
#include "base/pace.h"
#include "db/store.h"

#define ONCE_DAYS 7

/* One asking: the key, whose it is, the deed it is for ("/lapor"), and a digest of what was sent
   with it. */
struct once {
	struct str key, deed, digest;
	struct id owner; /* an account, an API's key, or what once_guest makes of a visitor */
};

/* Whose keys a visitor's are, by the token of their guest's cookie; it leads back to nobody. */
struct id once_guest(struct str token);

/* Where a deed led, and what the next page says; of the API, the answer itself. */
struct once_outcome {
	struct str location, note;
};

/* What stands behind a key. */
struct once_kept {
	struct str deed, digest; /* digest empty: kept before there were digests */
	struct once_outcome outcome;
};

/* found: *out is the first outcome and nothing may be done again. ERR_CONFLICT: the key was used
   for another deed or with another content. */
MUST_CHECK enum err once_begin(struct job *job, const struct once *once, bool *found,
			       struct once_outcome *out);
MUST_CHECK enum err once_keep(struct job *job, const struct once *once,
			      const struct once_outcome *outcome);
/* The actor has undone or replaced what a key led to: asked again, it leads elsewhere, and to no
   page that is gone. */
MUST_CHECK enum err once_lead(struct job *job, struct str location,
			      const struct once_outcome *outcome);
/* Forgets every agency's keys that are older than ONCE_DAYS, in portions, so that no change waits
   long. */
MUST_CHECK enum err once_forget_old(struct store *store, int64_t now, const struct pace *pace);

#endif
