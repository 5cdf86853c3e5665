/* SPDX-License-Identifier: Apache-2.0 */
/* The check of all signed papers from the command line. */
#ifndef ABDI_DOCUMENT_DOCUMENT_CLI_H
#define ABDI_DOCUMENT_DOCUMENT_CLI_H
#include "audit/audit_trail.h"
#include "base/job.h"

#include <stdio.h>

/* For struct audit_cli: compares everything signed with the verified trail and prints what is not
   as it was. */
MUST_CHECK enum err document_cli_check(struct job *job, struct audit_trail *trail, FILE *out,
				       int *bad);

#endif
