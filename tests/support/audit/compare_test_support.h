/* SPDX-License-Identifier: Apache-2.0 */
/* Holds the records of one kind against the trail of an agency, as `abdi audit verify` does. */
#ifndef ABDI_AUDIT_COMPARE_TEST_SUPPORT_H
#define ABDI_AUDIT_COMPARE_TEST_SUPPORT_H
#include "audit/audit_trail.h"
#include "base/job.h"
#include "db/store_test_support.h"

/* What was found; said: the first finding, "laporan: isinya …", or "". */
struct compare_seen {
	int equal, untold, findings;
	char said[200];
};

typedef enum err compare_kind(struct job *job, struct audit_compare *compare);
/* The chain itself must be whole. */
struct compare_seen compare_look(struct store *store, const struct id *instansi,
				 compare_kind *kind);
/* One row is changed past the program: sql must change some, and one finding must say this. */
void compare_tamper(struct store *store, const struct id *instansi, compare_kind *kind,
		    const char *sql, const char *said);

#endif
