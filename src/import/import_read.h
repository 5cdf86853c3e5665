/* SPDX-License-Identifier: Apache-2.0 */
/* A file as rows of known columns, before anything is judged. */
#ifndef ABDI_IMPORT_IMPORT_READ_H
#define ABDI_IMPORT_IMPORT_READ_H
#include "base/job.h"
#include "import/import_column.h"

#define IMPORT_FAULTS_MAX 10000 /* that are kept; more are only counted */
#define IMPORT_FILE_COLUMNS_MAX 64

/* One row of the file, its cells where our table has their columns. */
struct import_row {
	int baris;
	unsigned told; /* bit per column: its cell was named as spoilt, so no check speaks of it
		         again */
	struct str cells[IMPORT_COLUMN_MAX]; /* by column of the table, clean */
};

/* A heading we do not know. */
struct import_stranger {
	struct str judul, kunci; /* as it stands there, and as it is remembered */
};

/* One sheet, or what a CSV file holds. */
struct import_sheet {
	bool is_present, has_head;
	struct str lembar; /* as the file names it */
	bool has_column[IMPORT_COLUMN_MAX];
	int hidden_count; /* rows passed over because nobody sees them */
	bool is_month_first[IMPORT_COLUMN_MAX]; /* dates of this column are written as in America */
	struct import_row *rows;
	int count;
	struct import_stranger *strangers;
	int stranger_count;
};

/* Faults in the order they were met. */
struct import_faults {
	struct arena *mem;
	struct import_fault *at;
	int count, more; /* more: met after IMPORT_FAULTS_MAX */
};

/* A file that was read. */
struct import_file {
	struct import_sheet sheets[IMPORT_JENIS_COUNT];
	struct import_faults faults;
	struct import_note *notes;
	int note_count;
};

/* Reads an XLSX or CSV file. Faults of the file itself (broken, encrypted, wrong encoding) go to
   job->faults and give ERR_INVALID; faults of its rows are kept in the file and shown by the
   preview. */
MUST_CHECK enum err import_read(struct job *job, const char *path, struct import_file **out);
/* Keeps one more fault; its texts live as long as the list. */
void import_fault_add(struct import_faults *faults, const struct import_fault *fault);

#endif
