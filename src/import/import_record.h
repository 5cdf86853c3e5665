/* SPDX-License-Identifier: Apache-2.0 */
/* What is told of a file: its sheets, its faults, and what it would change. */
#ifndef ABDI_IMPORT_IMPORT_RECORD_H
#define ABDI_IMPORT_IMPORT_RECORD_H
#include "base/id.h"
#include "base/str.h"

/* The sheets of a file, in the order of the template. */
enum import_jenis { IMPORT_UNIT, IMPORT_JABATAN, IMPORT_PEGAWAI, IMPORT_LIBUR, IMPORT_JENIS_COUNT };
/* What becomes of one record. */
enum import_change { IMPORT_SAME, IMPORT_ADDED, IMPORT_CHANGED, IMPORT_ENDED };

/* Which sheets hold everything there is, a bit per enum import_jenis: what is missing from them
   ends. */
#define IMPORT_ENDS(jenis) (1U << (jenis))

/* What is asked with a file. */
struct import_wish {
	unsigned ends; /* IMPORT_ENDS of the sheets that hold everything */
	int items_max; /* as many changing records are told one by one */
	struct str alasan; /* why roles are given, where the file gives some */
	const struct id *orang; /* not a list but a deed with one person: the trail names them */
	const char *perbuatan; /* then what it is called there */
};

/* What is wrong, where: the sheet, its row as the spreadsheet counts, the column's heading.
   baris 0: the whole sheet. */
struct import_fault {
	struct str lembar, column, nilai, alasan;
	const char *rule;
	int baris;
};

/* What of a file was passed over, or how it was taken: a sentence about a sheet. */
struct import_note {
	struct str lembar, kalimat;
};

/* How many records of a sheet meet which fate. */
struct import_count {
	bool is_present; /* the file has this sheet */
	int added, changed, ended, same;
};

/* What one cell does to a record, in words: the column's heading, what stands there now (none:
   nothing yet) and what will. Without a heading "sesudah" is a sentence. */
struct import_cell_change {
	struct str column, sebelum, sesudah;
};

/* A record that changes, and by which cells. */
struct import_item {
	enum import_jenis jenis;
	enum import_change change;
	struct str kode, nama;
	struct import_cell_change *changes;
	int cell_change_count;
};

/* What applying a file would do. */
struct import_preview {
	struct import_count counts[IMPORT_JENIS_COUNT];
	struct import_item *items; /* the first that change something, as many as were asked for */
	int item_count, change_count, role_count; /* role_count: roles it gives, which asks why */
	struct import_fault *faults; /* the first IMPORT_FAULTS_MAX */
	int fault_count, faults_left_out;
	const struct import_note *notes;
	int note_count;
	bool has_strangers; /* headings that can be matched by hand */
};

/* "Ditambah", "Diubah", "Diakhiri", "Tetap". */
struct str import_change_label(enum import_change change);

#endif
