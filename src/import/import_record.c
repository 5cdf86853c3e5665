/* SPDX-License-Identifier: Apache-2.0 */
/* The words for what becomes of a record. */
#include "import/import_record.h"

struct str import_change_label(enum import_change change)
{
	switch (change) {
	case IMPORT_SAME: return STR("Tetap");
	case IMPORT_ADDED: return STR("Ditambah");
	case IMPORT_CHANGED: return STR("Diubah");
	case IMPORT_ENDED: return STR("Diakhiri");
	}
	return STR_NONE;
}
