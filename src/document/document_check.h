/* SPDX-License-Identifier: Apache-2.0 */
/* Does the database still hold what was signed? Documents by their signature and by what stands in
   them, evaluations and plans by the digests in a verified trail. Reads only. */
#ifndef ABDI_DOCUMENT_DOCUMENT_CHECK_H
#define ABDI_DOCUMENT_DOCUMENT_CHECK_H
#include "audit/audit_trail.h"
#include "base/job.h"

/* How many of a kind were looked at and found right. */
struct document_tally {
	int dokumen, evaluasi, skp; /* compared and found equal */
	int untold; /* made by a demonstration, which tells its trail in sums only */
	int findings;
};

/* What is checked, and what was found so far. */
struct document_check {
	struct audit_trail *trail; /* of this agency, whole */
	void (*tell)(void *arg, const struct audit_finding *finding);
	void *arg;
};

/* job->actor must be allowed to read every plan and evaluation of the agency. */
MUST_CHECK enum err document_check_run(struct job *job, const struct document_check *check,
				       struct document_tally *out);

#endif
