/* SPDX-License-Identifier: Apache-2.0 */
/* What a row does to its record, told in the words of people. Inside the room only. */
#ifndef ABDI_IMPORT_IMPORT_CHANGE_H
#define ABDI_IMPORT_IMPORT_CHANGE_H
#include "import/import_plan.h"

/* Fills the item's changes: codes with the names they stand for, numbers of people grouped. */
void import_change_tell(const struct import_plan *plan, struct plan_cell_changes changes,
			struct import_item *item);

#endif
