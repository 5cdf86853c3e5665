/* SPDX-License-Identifier: Apache-2.0 */
/* What the store holds now, as a plan. Inside the room only. */
#ifndef ABDI_IMPORT_IMPORT_STORE_H
#define ABDI_IMPORT_IMPORT_STORE_H
#include "import/import_plan.h"

/* Who holds a role, by its key. */
struct plan_role {
	struct id pegawai_id;
	struct str peran;
};

/* Every record IMPORT_SAME. */
MUST_CHECK enum err import_plan_load(struct import_plan *plan);

#endif
