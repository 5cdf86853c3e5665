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

MUST_CHECK enum err audit_add(struct job *job, const struct audit_entry *entry);

/* What verification found; first_bad 0 when the chain is whole. */
struct audit_verdict {
	int64_t count, first_bad;
	struct str why;
};
MUST_CHECK enum err audit_verify(struct job *job, struct audit_verdict *out);

/* The newest entry; number 0 when there is none. Kept outside (printed, sent) it proves a later
   loss of the end. */
struct audit_head {
	int64_t number, at;
	uint8_t hash[32];
};
MUST_CHECK enum err audit_head(struct job *job, struct audit_head *out);
/* audit_verify, and the chain must hold this head as it was. */
MUST_CHECK enum err audit_verify_against(struct job *job, const struct audit_head *anchor,
					 struct audit_verdict *out);

struct store;
struct audit_report { /* one agency's verdict, with its newest head */
	struct str kode;
	struct audit_verdict verdict;
	struct audit_head head;
};
/* Verifies every agency and tells each verdict. */
MUST_CHECK enum err audit_verify_all(struct store *store,
				     void (*tell)(void *arg, const struct audit_report *report),
				     void *arg);

/* Idempotency, in the same transaction as the change. found: *result is the first answer and
   nothing may be done again. A key used for another deed is ERR_CONFLICT; without a key
   (STR_NONE) every call is a first one. */
MUST_CHECK enum err once_begin(struct job *job, struct str key, const char *deed, bool *found,
			       struct str *result);
MUST_CHECK enum err once_keep(struct job *job, struct str key, const char *deed, struct str result);
/* Forgets the agency's keys older than this many days. */
MUST_CHECK enum err once_forget(struct job *job, int days);

#endif
