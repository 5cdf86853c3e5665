/* SPDX-License-Identifier: Apache-2.0 */
/* Is a chain whole? Links, gaps, signed heads, and heads known from elsewhere. Reads
   only. */
#ifndef ABDI_AUDIT_AUDIT_VERIFY_H
#define ABDI_AUDIT_AUDIT_VERIFY_H
#include "audit/audit.h"
#include "audit/audit_chain.h"

/* A head known from outside the database: printed, mailed, or remembered by a server. */
struct audit_anchor {
	struct id instansi;
	int64_t number;
	uint8_t hash[CRYPTO_HASH_LEN];
	struct str source; /* "dicetak", for the sentence */
};

/* What is verified, and what was found so far. */
struct audit_check {
	const struct audit_anchor *anchors; /* of any agency, in any order */
	int anchor_count;
	/* Sees every entry that fits, in order; may be NULL. The row lives only during the call. */
	void (*each)(void *arg, const struct audit_row *row);
	void *arg;
};

#define AUDIT_CLOCK_SECONDS 120 /* a change may wait so long between its asking and its entry */

/* first_bad 0: whole. Otherwise the first bad entry, the deed it tells ("" when it is gone) and why
   it is bad. */
struct audit_verdict {
	int64_t count, first_bad;
	int heads; /* signed ones that fit */
	/* How often the wall clock stood more than AUDIT_CLOCK_SECONDS before that of an earlier
	   entry, and the first such entry: no fault of the chain, whose order is its numbers. */
	int64_t backward, first_backward;
	struct str deed, why;
};

/* check may be NULL. */
MUST_CHECK enum err audit_verify(struct job *job, const struct audit_check *check,
				 struct audit_verdict *out);

#endif
