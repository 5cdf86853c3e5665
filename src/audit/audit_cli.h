/* SPDX-License-Identifier: Apache-2.0 */
#ifndef ABDI_AUDIT_AUDIT_CLI_H
#define ABDI_AUDIT_AUDIT_CLI_H
#include "base/err.h"

#include <stdio.h>

struct store;

/* Verifies every agency's chain, a line each with its newest head; ERR_CONFLICT when one is not
   whole. Writes nothing. */
MUST_CHECK enum err audit_cli_verify(struct store *store, FILE *out);

#endif
