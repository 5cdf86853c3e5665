/* SPDX-License-Identifier: Apache-2.0 */
/* A file while it is read: where the reading stands in a sheet. Inside the room only. */
#ifndef ABDI_IMPORT_IMPORT_READING_H
#define ABDI_IMPORT_IMPORT_READING_H
#include "import/import_memory.h"
#include "import/import_read.h"
#include "render/xlsx_read.h"

#define NOTES_MAX 100
#define HELD_MAX 30 /* rows kept back: above the headings, or perhaps below the table */

/* What a column of the file is, where it is none of ours. */
#define COLUMN_STRANGE (-1) /* has no heading we know */
#define COLUMN_TOLD (-2) /* found wrong at its heading: its cells are passed over */
#define COLUMN_LEFT_OUT (-3) /* is not for us: numbering, or left out by choice */

/* A sheet being read. */
struct reading {
	struct job *job;
	struct import_file *file;
	struct import_memory memory;
	struct str lembar;
	struct import_sheet *sheet; /* NULL: a sheet to skip */
	enum import_jenis jenis;
	bool is_csv, has_begun, is_any; /* is_any: something stood in the file */
	bool is_named, is_skipped; /* is_named: by the name of the sheet */
	int column_of[IMPORT_FILE_COLUMNS_MAX];
	int head_from, head_count; /* the first column with a heading; how many have one */
	int64_t number_next; /* of a column without heading that counts its rows; -1: it does not */
	bool has_numbers; /* such a column was told */
	struct xlsx_row held[HELD_MAX];
	int held_count, data_rows; /* data_rows: behind the headings, so far */
	int hidden_first;
};

/* say: sheet_fault 5, reading_note 2 */
void sheet_fault(struct reading *r, int baris, struct str nilai, const char *rule,
		 struct str alasan);
/* Says the column of the fault told last: by its heading where we know it, else by its letter. */
void fault_column(struct reading *r, int column);
/* Tells something of the sheet that is no fault. */
void reading_note(struct reading *r, struct str kalimat);

/* Names a cell the workbook itself spoils. True when nothing can be taken from it. */
bool flaw_tell(struct reading *r, int baris, const struct xlsx_cell *cell, int column);

/* "Kode Induk *", "KODE_INDUK" and "kode induk (wajib)" are one heading: kodeinduk. */
struct str heading_key(struct arena *mem, struct str cell);
/* Do all headings the kind cannot do without stand in the row? */
bool head_is_whole(const struct reading *r, enum import_jenis jenis, const struct xlsx_row *row);
/* How many headings of the kind stand in the row. */
int head_score(const struct reading *r, enum import_jenis jenis, const struct xlsx_row *row);
/* The kind of sheet whose needed headings all stand in the row; -1 when none. */
int head_jenis(const struct reading *r, const struct xlsx_row *row);
/* Takes the row as the headings of the sheet, and tells what is wrong with them. */
void head_take(struct reading *r, const struct xlsx_row *row);
/* Of the rows that were held, the one that looks most like headings, and of which kind where the
   sheet's name does not say; -1: none does. */
int head_guess(const struct reading *r, enum import_jenis *jenis);

/* Is the row no person and no unit: headings again, numbers of columns, a sum? Then it is told. */
bool row_is_aside(struct reading *r, const struct xlsx_row *row);
/* Could it stand below the table: a date, a signature? */
bool row_is_foot(const struct reading *r, const struct xlsx_row *row);
void row_take(struct reading *r, const struct xlsx_row *row);
/* Nothing stands in it. */
bool row_is_blank(const struct xlsx_row *row);
int row_filled(const struct xlsx_row *row);

#endif
