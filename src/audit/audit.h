/* SPDX-License-Identifier: Apache-2.0 */
/* The audit trail: one entry a change, hash-chained per agency, in the same transaction (reliability, section 4). */
#ifndef ABDI_AUDIT_AUDIT_H
#define ABDI_AUDIT_AUDIT_H
#include "base/job.h"

/* before and after are canonical texts of the record; only their digests are kept. reason may be STR_NONE. */
struct audit_entry {
	const char *deed;  /* "skp.submit" */
	struct id object;
	struct str reason, before, after;
};

MUST_CHECK enum err audit_add(struct job *job, const struct audit_entry *entry);

/* What verification found; first_bad 0 when the chain is whole. */
struct audit_verdict {
	int64_t count, first_bad;
	struct str why;
};
MUST_CHECK enum err audit_verify(struct job *job, struct audit_verdict *out);

/* Idempotency, in the same transaction as the change. found: *result is the first answer and nothing may be done again. */
MUST_CHECK enum err once_begin(struct job *job, struct str key, const char *deed, bool *found, struct str *result);
MUST_CHECK enum err once_keep(struct job *job, struct str key, const char *deed, struct str result);

#endif
