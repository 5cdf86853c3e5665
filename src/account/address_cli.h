/* SPDX-License-Identifier: Apache-2.0 */
/* Where others find an agency, said from the server: for who installs by a script. */
#ifndef ABDI_ACCOUNT_ADDRESS_CLI_H
#define ABDI_ACCOUNT_ADDRESS_CLI_H
#include "db/store.h"

#include <stdio.h>

/* What was asked on the command line. */
struct address_order {
	const char *address; /* "https://kinerja.kota.go.id" */
	const char *slug; /* which agency; NULL: the only one */
	int64_t now;
};

/* Holds from today. Returns the exit code. */
int address_cli(struct store *store, const struct address_order *order, FILE *out);

#endif
