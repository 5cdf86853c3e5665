/* SPDX-License-Identifier: Apache-2.0 */
/* Loading units, posts, people and holidays from a file: read, show what would change, apply all or nothing. */
#ifndef ABDI_IMPORT_IMPORT_H
#define ABDI_IMPORT_IMPORT_H
#include "base/job.h"
#include "law/access.h"

enum import_jenis { IMPORT_UNIT, IMPORT_JABATAN, IMPORT_PEGAWAI, IMPORT_LIBUR, IMPORT_JENIS_COUNT };
enum import_change { IMPORT_SAME, IMPORT_ADDED, IMPORT_CHANGED, IMPORT_ENDED };

#define IMPORT_COLUMN_MAX 12

struct import_column {
	struct str kunci, contoh, isi;
	bool is_required;
};

/* What is wrong, where: the sheet, its row as the spreadsheet counts, the column's heading.
   baris 0: the whole sheet. */
struct import_fault {
	struct str lembar, column, nilai, alasan;
	const char *rule;
	int baris;
};

struct import_count {
	bool is_present; /* the file has this sheet */
	int added, changed, ended, same;
};

/* What one cell does to a record, in words: the column's heading, what stands there now (none: nothing yet) and what
   will. Without a heading "sesudah" is a sentence. */
struct import_cell_change {
	struct str column, sebelum, sesudah;
};

struct import_item {
	enum import_jenis jenis;
	enum import_change change;
	struct str kode, nama;
	struct import_cell_change *changes;
	int cell_change_count;
};

struct import_preview {
	struct import_count counts[IMPORT_JENIS_COUNT];
	struct import_item *items; /* the first that change something, as many as were asked for */
	int item_count, change_count;
	struct import_fault *faults; /* every one */
	int fault_count;
};

struct import_file;

/* Columns of a sheet, and its name as in the template: "Pegawai". */
const struct import_column *import_column(enum import_jenis jenis, int *count);
struct str import_lembar(enum import_jenis jenis);
struct str import_change_label(enum import_change change);

/* Reads an XLSX or CSV file. Faults of the file itself (broken, encrypted, wrong encoding) go to job->faults and give
   ERR_INVALID; faults of its rows are kept in the file and shown by the preview. */
MUST_CHECK enum err import_read(struct job *job, const char *path, struct import_file **out);
/* Which sheets hold everything there is, a bit per enum import_jenis: what is missing from them ends. */
#define IMPORT_ENDS(jenis) (1U << (jenis))
/* "unit,pegawai" as bits and back; words that are no sheet are false. */
MUST_CHECK bool import_ends_parse(struct str words, unsigned *ends);
struct str import_ends_text(struct arena *mem, unsigned ends);

/* What applying would do; items_max of the records it changes are told one by one. */
MUST_CHECK enum err import_preview(struct job *job, const struct import_file *file, unsigned ends,
				   int items_max, struct import_preview **out);
/* Does it, in the write the job is; with any fault nothing, and ERR_INVALID. */
MUST_CHECK enum err import_apply(struct job *job, const struct import_file *file, unsigned ends,
				 struct import_preview **out);

/* First sign-in codes of people who have not signed in yet; the same code as often as one asks. */
struct import_kode {
	struct str nip, nama, unit, kode;
};
MUST_CHECK enum err import_kode_list(struct job *job, struct import_kode **out, int *count);

#endif
