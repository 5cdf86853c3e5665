/* SPDX-License-Identifier: Apache-2.0 */
/* The chain on the command line: what other rooms add to a verification is given by the caller. */
#ifndef ABDI_AUDIT_AUDIT_CLI_H
#define ABDI_AUDIT_AUDIT_CLI_H
#include "audit/audit_trail.h"
#include "audit/audit_verify.h"

#include <stdio.h>

/* A kind of record that is held against the trail: "laporan". */
struct audit_cli_kind {
	const char *name;
	enum err (*check)(struct job *job, struct audit_compare *compare);
};

/* Prints findings, the first hundred of them; arg of audit_find and of document_check. */
struct audit_cli_findings {
	FILE *out;
	int shown;
};
void audit_cli_finding_print(void *findings, const struct audit_finding *finding);

/* What the command line asked of the trail. */
struct audit_cli {
	struct store *store;
	const char *data_dir; /* where a server keeps what it remembers; that is looked at too */
	const char *anchor_path; /* lines of `abdi audit heads`, kept elsewhere; NULL: none */
	/* After a whole chain: compares what was signed with the trail, prints, and counts what is
	   not. May be NULL. */
	enum err (*signed_check)(struct job *job, struct audit_trail *trail, FILE *out, int *bad);
	/* Likewise, records that are not signed: each room its own kind. */
	const struct audit_cli_kind *kinds;
	int kind_count;
	FILE *out;
};

/* Verifies every agency, a line each; ERR_CONFLICT when anything is not what it was. Writes
   nothing. */
MUST_CHECK enum err audit_cli_verify(const struct audit_cli *cli);
/* Prints every signed head, a line each: kode, number, hash, when, why, signature. */
MUST_CHECK enum err audit_cli_heads(const struct audit_cli *cli);

#endif
