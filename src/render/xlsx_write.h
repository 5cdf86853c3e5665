/* SPDX-License-Identifier: Apache-2.0 */
/* Writes a spreadsheet row by row in constant memory; texts are text cells and never become
   formulas (F5). */
#ifndef ABDI_RENDER_XLSX_WRITE_H
#define ABDI_RENDER_XLSX_WRITE_H
#include "base/str.h"

struct xlsx;

/* The file at path appears when xlsx_finish returns ERR_OK. */
MUST_CHECK enum err xlsx_open(struct arena *mem, const char *path, struct xlsx **out);
/* Begins a sheet; widths (in characters, may be NULL) for the first count columns. Rows then start
   again at 1. */
MUST_CHECK enum err xlsx_sheet(struct xlsx *xlsx, struct str name, const int *widths, int count);
/* These columns hold numbers: what is counted below them is counted. */
void xlsx_numbers(struct xlsx *xlsx, int from, int to, int width);
/* A row in bold that stays in sight. */
void xlsx_head(struct xlsx *xlsx, const struct str *cells, int count);
/* A row of texts; empty cells are left out. */
void xlsx_row(struct xlsx *xlsx, const struct str *cells, int count);
/* Cells one at a time, left to right, then xlsx_next_row. */
void xlsx_text(struct xlsx *xlsx, int column, struct str text);
void xlsx_hundredths(struct xlsx *xlsx, int column,
		     int64_t hundredths); /* 1250 is the number 12.5 */
void xlsx_next_row(struct xlsx *xlsx);
/* Writes the file; a failure anywhere before is told here. */
MUST_CHECK enum err xlsx_finish(struct xlsx *xlsx);
/* For CLEANUP: gives an unfinished file up. */
void xlsx_close(struct xlsx **xlsx);

#endif
