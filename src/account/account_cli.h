/* SPDX-License-Identifier: Apache-2.0 */
/* Rescue from the server's command line: for an installation whose administrator lost the
   password. */
#ifndef ABDI_ACCOUNT_ACCOUNT_CLI_H
#define ABDI_ACCOUNT_ACCOUNT_CLI_H
#include "db/store.h"

#include <stdio.h>

/* What the command line does to an account. */
enum account_deed { ACCOUNT_CODE, ACCOUNT_ADMIN };

/* What was asked on the command line. */
struct account_order {
	enum account_deed deed;
	const char *login; /* NIP or e-mail */
	int64_t now;
};

/* ACCOUNT_CODE prints a new activation code and unlocks; ACCOUNT_ADMIN makes the person an
   administrator. Both are written down. Returns the exit code. */
int account_cli(struct store *store, const struct account_order *order, FILE *out);

#endif
