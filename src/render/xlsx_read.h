/* SPDX-License-Identifier: Apache-2.0 */
/* Reads a spreadsheet row by row in little memory, whatever its size. DTDs and bombs are refused;
   what is wrong with one cell comes with its row, so that the reader names every such cell and
   reads on. */
#ifndef ABDI_RENDER_XLSX_READ_H
#define ABDI_RENDER_XLSX_READ_H
#include "base/date.h"
#include "base/problems.h"
#include "render/number_text.h"

#define XLSX_COLUMNS_MAX 64
#define XLSX_ROWS_MAX 100000 /* filled ones, of all sheets together */
#define XLSX_STRINGS_MAX ((size_t)32 << 20) /* bytes of shared strings */
#define XLSX_CELLS_MAX                                                                             \
	((int64_t)64 << 20) /* bytes of all cells, each as often as it stands there */
#define XLSX_DIGITS NUMBER_DIGITS

/* What can be wrong with a cell. */
enum xlsx_flaw {
	XLSX_FINE,
	XLSX_FORMULA, /* the cell holds what was last calculated, or nothing */
	XLSX_ERROR, /* the cell holds "#REF!" and the like */
	XLSX_BROKEN, /* its text stands nowhere in the file */
	XLSX_ROUNDED, /* a number of more than XLSX_DIGITS digits; text is as the file has it */
};

/* A cell as text, with what is wrong with it. A number has at most XLSX_DIGITS digits; one that is
   shown as a date is YYYY-MM-DD. */
struct xlsx_cell {
	struct str text, formula; /* formula without "="; empty when the file tells it elsewhere */
	struct str shown; /* of a number, with the zeros its format adds: "1.10" */
	struct date day; /* of a number, the day it would be; none: it is no number, or no day */
	bool is_date; /* and it is shown as one */
	enum xlsx_flaw flaw;
};

/* One row that has cells; number counts from 1 as the spreadsheet shows it, cells[0] is column A.
   A row that is hidden, by hand or by a filter, says so; of a hidden sheet comes one row without
   cells, of number 0. Lives until the call returns. */
struct xlsx_row {
	struct str sheet;
	bool is_hidden;
	int number, count;
	const struct xlsx_cell *cells;
	int outside; /* the first column past XLSX_COLUMNS_MAX that is filled, or -1 */
	struct str outside_text;
};
typedef enum err xlsx_row_fn(void *arg, const struct xlsx_row *row);

/* Every sheet in the workbook's order. Faults of the file as a whole go to faults (field
   "berkas"). */
MUST_CHECK enum err xlsx_read(struct arena *mem, const char *path, struct problems *faults,
			      xlsx_row_fn *row, void *arg);
/* 0 -> "A", 27 -> "AB". */
struct str xlsx_column_name(struct arena *mem, int column);

#endif
