/* SPDX-License-Identifier: Apache-2.0 */
/* What a row does to its record, kept while the plan is made and told in the words of people. Inside the room only. */
#ifndef ABDI_IMPORT_IMPORT_CHANGE_H
#define ABDI_IMPORT_IMPORT_CHANGE_H
#include "import/import.h"

struct import_plan;

/* What the cells of a row do to its record, as the store writes it; column NO_COLUMN: a sentence.
   Kept for what changes, and for the first new records of a sheet (items_max). */
#define NO_COLUMN (-1)
struct plan_cell_change {
	int column;
	struct str sebelum, sesudah;
};
struct plan_cell_changes {
	const struct plan_cell_change *at;
	int count;
};

/* Codes with the names they stand for, numbers of people grouped. */
void import_change_tell(const struct import_plan *plan, struct plan_cell_changes changes,
			struct import_item *item);

#endif
