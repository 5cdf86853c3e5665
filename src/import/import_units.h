/* SPDX-License-Identifier: Apache-2.0 */
/* The rows of units, posts and holidays laid over what the store holds, with faults of single
   cells. Inside the room only. */
#ifndef ABDI_IMPORT_IMPORT_UNITS_H
#define ABDI_IMPORT_IMPORT_UNITS_H
#include "import/import_plan.h"

/* Units of the file; with ends what it leaves out is over. */
void import_plan_units(struct import_plan *plan);
/* Posts of the file; with ends what it leaves out is over. */
void import_plan_jabatans(struct import_plan *plan);
/* Holidays of the file; with ends those it leaves out of its years are gone. */
void import_plan_liburs(struct import_plan *plan);

#endif
