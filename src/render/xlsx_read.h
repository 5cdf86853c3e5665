/* SPDX-License-Identifier: Apache-2.0 */
/* Reads a spreadsheet row by row in little memory, whatever its size; formula cells, DTDs and bombs are refused. */
#ifndef ABDI_RENDER_XLSX_READ_H
#define ABDI_RENDER_XLSX_READ_H
#include "base/problems.h"

#define XLSX_COLUMNS_MAX 64
#define XLSX_ROWS_MAX 200000
#define XLSX_STRINGS_MAX ((size_t)32 << 20) /* bytes of shared strings */
#define XLSX_FAULTS_MAX 100

/* One row that has cells; number counts from 1 as the spreadsheet shows it, cells[0] is column A. Dates come as
   YYYY-MM-DD. Cells live until the call returns. */
typedef enum err xlsx_row_fn(void *arg, struct str sheet, int number, const struct str *cells,
			     int count);

/* Every sheet in the workbook's order. Faults name the file ("berkas") or the cell ("Pegawai!C7"). */
MUST_CHECK enum err xlsx_read(struct arena *mem, const char *path, struct problems *faults,
			      xlsx_row_fn *row, void *arg);
/* 0 -> "A", 27 -> "AB". */
struct str xlsx_column_name(struct arena *mem, int column);

#endif
