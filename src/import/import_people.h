/* SPDX-License-Identifier: Apache-2.0 */
/* The rows of people laid over what the store holds, with faults of single cells. Inside the room
   only. */
#ifndef ABDI_IMPORT_IMPORT_PEOPLE_H
#define ABDI_IMPORT_IMPORT_PEOPLE_H
#include "import/import_plan.h"

/* People of the file; with ends who is left out is gone. */
void import_plan_pegawais(struct import_plan *plan);

#endif
