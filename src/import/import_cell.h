/* SPDX-License-Identifier: Apache-2.0 */
/* Taking the cells of one row into a record. A column the file lacks leaves the record as it is. */
#ifndef ABDI_IMPORT_IMPORT_CELL_H
#define ABDI_IMPORT_IMPORT_CELL_H
#include "import/import_plan.h"

/* The row being taken, and what it changed so far. */
struct import_cells {
	struct import_plan *plan;
	enum import_jenis jenis;
	const struct import_sheet *sheet;
	const struct import_row *row;
	struct plan_cell_change changes[IMPORT_COLUMN_MAX + 1]; /* of this row, so far */
	int cell_change_count, new_count; /* new_count: new records of the sheet, so far */
};

/* The next row of the sheet. */
void cells_row(struct import_cells *c, int i);
/* Notes that a cell, or a sentence with NO_COLUMN, makes the record another one. */
void cell_note(struct import_cells *c, int column, struct str sebelum, struct str sesudah);
/* What was noted in the row, to keep with its record. */
struct plan_cell_changes cells_changes(struct import_cells *c, bool is_new);

/* say: cell_fault 4 */
void cell_fault(struct import_cells *c, int column, const char *rule, struct str alasan);
/* Reports an empty cell of a column that stands in the file (or is required). */
bool cell_required(struct import_cells *c, int column);
/* These take the cell and tell whether the record differs now. */
bool cell_take(struct import_cells *c, int column, struct str *to);
bool cell_take_text(struct import_cells *c, int column, struct str cell,
		    struct str *to); /* the same with what the cell stands for */
bool cell_take_filled(struct import_cells *c, int column,
		      struct str *to); /* an empty cell keeps the record's */
bool cell_take_lower(struct import_cells *c, int column, struct str *to);
bool cell_take_bool(struct import_cells *c, int column, bool *to); /* ya/tidak, empty is tidak */
/* A record that ended and stands in a sheet again. */
bool cell_revive(struct import_cells *c, bool is_ended);
/* False, with a fault, when the cell is no date. */
bool cell_take_date(struct import_cells *c, int column, struct date *to);
bool cell_is_one_of(struct str value, const char *const *keys); /* keys end with NULL */

#endif
