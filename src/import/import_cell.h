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
/* Reports a value that a record must have and that neither it nor the cell gives. */
bool cell_needed(struct import_cells *c, int column, struct str value);
/* Does the row say anything in this column? An empty cell, or none, leaves the record as it is. */
bool cell_is_given(const struct import_cells *c, int column);
/* "-": what stands there is to go. */
bool cell_is_dash(struct str cell);
/* These take the cell and tell whether the record differs now. */
bool cell_take(struct import_cells *c, int column, struct str *to);
bool cell_take_text(struct import_cells *c, int column, struct str cell,
		    struct str *to); /* the same with what the cell stands for */
bool cell_take_long(struct import_cells *c, int column, size_t most,
		    struct str *to); /* the same, of at most that many letters */
bool cell_take_bool(struct import_cells *c, int column, bool *to); /* ya/tidak, "-" is tidak */

/* A closed list: words as people write them, the key of each, and what to say of others. */
struct cell_list {
	const char *const *words, *const *keys; /* words end with NULL */
	const char *rule;
	struct str sentence;
	bool may_be_none; /* "-" takes it away */
};
/* Which word it is, whatever its case, blanks and signs; -1 none. */
int cell_word(struct str cell, const char *const *words);
bool cell_choose(struct import_cells *c, int column, const struct cell_list *list, struct str *to);
/* A record that ended and stands in a sheet again. */
bool cell_revive(struct import_cells *c, bool is_ended);
/* False, with a fault, when the cell is no day. */
bool cell_take_date(struct import_cells *c, int column, struct date *to);

#endif
