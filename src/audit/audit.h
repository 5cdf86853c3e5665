/* SPDX-License-Identifier: Apache-2.0 */
/* The audit trail: one entry a change, hash-chained per agency, in the same transaction
   (reliability, section 4). */
#ifndef ABDI_AUDIT_AUDIT_H
#define ABDI_AUDIT_AUDIT_H
#include "base/job.h"

/* before and after are canonical texts of the record; only their digests are kept. reason may be
   STR_NONE. */
struct audit_entry {
	const char *deed; /* "skp.submit" */
	struct id object;
	struct str reason, before, after;
};

/* Adds the entry, chained to the newest; in the transaction of what it tells of. */
MUST_CHECK enum err audit_add(struct job *job, const struct audit_entry *entry);

/* The newest entry; number 0 when there is none. */
struct audit_head {
	int64_t number, at;
	uint8_t hash[32];
};
MUST_CHECK enum err audit_head(struct job *job, struct audit_head *out);

#endif
