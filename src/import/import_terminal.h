/* SPDX-License-Identifier: Apache-2.0 */
/* Whoever may run this program on the server acts as the personnel officer of one agency. Inside
   the room only. */
#ifndef ABDI_IMPORT_IMPORT_TERMINAL_H
#define ABDI_IMPORT_IMPORT_TERMINAL_H
#include "base/job.h"
#include "db/store.h"
#include "law/access.h"

#include <stdio.h>

/* An agency of this installation. */
struct import_agency {
	struct id instansi_id;
	struct str kode, nama, zona;
};

/* What a command was started with; kode: of the agency, NULL when there is only one. */
struct import_sitting {
	struct store *store;
	struct arena *mem;
	const char *kode;
	int64_t now;
	FILE *out;
};

/* Who acts, for which agency; the job still lacks its database. */
struct import_terminal {
	struct job job;
	struct actor actor;
	struct problems faults;
	struct id instansi;
};

/* The agency meant and the job in it; what hinders is printed. */
MUST_CHECK enum err import_terminal_begin(struct import_terminal *at,
					  const struct import_sitting *sitting);
/* Prints what was wrong with it. 0 done, 1 faults, 2 failure of that command. */
int import_terminal_end(const struct import_terminal *at, enum err err, const char *command,
			FILE *out);

#endif
