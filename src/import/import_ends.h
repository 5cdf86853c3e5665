/* SPDX-License-Identifier: Apache-2.0 */
/* What is to end while somebody still needs it. Inside the room only. */
#ifndef ABDI_IMPORT_IMPORT_ENDS_H
#define ABDI_IMPORT_IMPORT_ENDS_H
#include "import/import_plan.h"

/* Tells who still needs what is to end. */
void import_plan_check_ends(struct import_plan *plan);

#endif
