/* SPDX-License-Identifier: Apache-2.0 */
/* What only the whole agency shows: codes that lead nowhere, circles, two heads, ended appraisers.
   Inside the room only. */
#ifndef ABDI_IMPORT_IMPORT_CHECK_H
#define ABDI_IMPORT_IMPORT_CHECK_H
#include "import/import_plan.h"

/* Links the records, orders them from above to below, and tells the faults. */
void import_plan_check(struct import_plan *plan);

#endif
