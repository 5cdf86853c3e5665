/* SPDX-License-Identifier: Apache-2.0 */
/* Comma- and semicolon-separated text: read as strictly UTF-8, written so that no spreadsheet runs
   it (F5). */
#ifndef ABDI_RENDER_CSV_H
#define ABDI_RENDER_CSV_H
#include "base/problems.h"

#define CSV_BYTES_MAX ((size_t)32 << 20)
#define CSV_COLUMNS_MAX 64
#define CSV_ROWS_MAX 100000 /* empty ones counted */

/* One row, counted from 1 as a spreadsheet that opens the file counts it: a cell with line breaks
   is in one row, and a first line "sep=;" is none. Cells live as long as the text read. */
typedef enum err csv_row_fn(void *arg, int number, const struct str *cells, int count);

/* Reads a whole file. Wrong encodings, an unclosed quote, too many columns and rows are refused in
   faults ("berkas"). */
MUST_CHECK enum err csv_read(struct arena *mem, const char *path, struct problems *faults,
			     csv_row_fn *row, void *arg);
/* The same from text already in memory. */
MUST_CHECK enum err csv_parse(struct arena *mem, struct str text, struct problems *faults,
			      csv_row_fn *row, void *arg);

/* Adds one line: quoted where needed, formula starts guarded with an apostrophe, which csv_read
   takes away again. */
void csv_write_row(struct buf *out, const struct str *cells, int count);

#endif
