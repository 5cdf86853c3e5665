/* SPDX-License-Identifier: Apache-2.0 */
/* A file as rows of known columns, before anything is judged. */
#ifndef ABDI_IMPORT_IMPORT_READ_H
#define ABDI_IMPORT_IMPORT_READ_H
#include "base/job.h"
#include "import/import_column.h"

/* One row of the file, its cells where our table has their columns. */
struct import_row {
	int baris;
	struct str cells[IMPORT_COLUMN_MAX]; /* by column of the table, trimmed */
	unsigned told; /* bit per column: its cell was named as spoilt, so no check speaks of it
		         again */
};

/* One sheet, or what a CSV file holds. */
struct import_sheet {
	bool is_present, has_head;
	struct str lembar; /* as the file names it */
	bool has_column[IMPORT_COLUMN_MAX];
	int column_of[64]; /* file column -> our column, -1 unknown */
	struct import_row *rows;
	int count;
};

/* Faults in the order they were met. */
struct import_faults {
	struct arena *mem;
	struct import_fault *at;
	int count;
};

/* A file that was read. */
struct import_file {
	struct import_sheet sheets[IMPORT_JENIS_COUNT];
	struct import_faults faults;
};

/* Reads an XLSX or CSV file. Faults of the file itself (broken, encrypted, wrong encoding) go to
   job->faults and give ERR_INVALID; faults of its rows are kept in the file and shown by the
   preview. */
MUST_CHECK enum err import_read(struct job *job, const char *path, struct import_file **out);
/* Keeps one more fault; its texts live as long as the list. */
void import_fault_add(struct import_faults *faults, const struct import_fault *fault);

#endif
