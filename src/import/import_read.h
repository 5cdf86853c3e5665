/* SPDX-License-Identifier: Apache-2.0 */
/* A file as rows of known columns, before anything is judged. */
#ifndef ABDI_IMPORT_IMPORT_READ_H
#define ABDI_IMPORT_IMPORT_READ_H
#include "import/import.h"

struct import_row {
	int baris;
	struct str cells[IMPORT_COLUMN_MAX]; /* by column of the table, trimmed */
	unsigned
		told; /* bit per column: its cell was named as spoilt, so no check speaks of it again */
};

struct import_sheet {
	bool is_present, has_head;
	struct str lembar; /* as the file names it */
	bool has_column[IMPORT_COLUMN_MAX];
	int column_of[64]; /* file column -> our column, -1 unknown */
	struct import_row *rows;
	int count;
};

struct import_faults {
	struct arena *mem;
	struct import_fault *at;
	int count;
};

struct import_file {
	struct import_sheet sheets[IMPORT_JENIS_COUNT];
	struct import_faults faults;
};

void import_fault_add(struct import_faults *faults, const struct import_fault *fault);

#endif
