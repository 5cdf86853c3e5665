/* SPDX-License-Identifier: Apache-2.0 */
/* The plan written through the faces of org and account. Inside the room only. */
#ifndef ABDI_IMPORT_IMPORT_APPLY_H
#define ABDI_IMPORT_IMPORT_APPLY_H
#include "import/import_plan.h"

/* In the write the job is. */
MUST_CHECK enum err import_plan_store(struct import_plan *plan);

#endif
