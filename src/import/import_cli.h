/* SPDX-License-Identifier: Apache-2.0 */
/* The import from the command line, by whoever may run this program on the server. */
#ifndef ABDI_IMPORT_IMPORT_CLI_H
#define ABDI_IMPORT_IMPORT_CLI_H
#include "base/date.h"
#include "base/id.h"

#include <stdio.h>

struct store;

/* What was asked on the command line. */
struct import_order {
	const char *path, *kode; /* kode of the agency; NULL when there is only one */
	const char *data_dir;
	bool applies;
	const char *alasan; /* why the roles of the file are given; NULL: not said */
	unsigned ends; /* IMPORT_ENDS of the sheets that hold everything */
	int64_t now;
};

/* One person moved or ended; each as it was typed, NULL: not said. */
struct import_one_order {
	bool is_end;
	const char *nip, *kode; /* kode of the agency; NULL when there is only one */
	const char *kode_jabatan, *nip_penilai; /* of a move */
	const char *hari; /* of a move its TMT, else the last day: 2026-11-24 */
	const char *dasar;
	int64_t now;
};

/* Does it and prints who stands where now, or every fault. As import_cli answers. */
int import_one_cli(struct store *store, const struct import_one_order *order, FILE *out);

/* Prints what the file would do, every fault, and with applies does it. 0 done, 1 faults, 2 wrong
   use or failure. */
int import_cli(struct store *store, const struct import_order *order, FILE *out);

#endif
