/* SPDX-License-Identifier: Apache-2.0 */
/* Codes of units and posts, however they are written. Inside the room only. */
#ifndef ABDI_IMPORT_IMPORT_CODE_H
#define ABDI_IMPORT_IMPORT_CODE_H
#include "import/import_plan.h"

/* Codes are found whatever their case, accents, apostrophes, dashes and blanks; where two of the
   store differ in nothing else, each by its own writing. */
void import_code_put(struct table *codes, struct arena *mem, struct str kode, int at);
bool import_code_find(const struct table *codes, struct arena *mem, struct str kode, int *at);
/* A unit's or post's code as the record has it, for one written otherwise; else as it is. */
struct str import_unit_code(const struct import_plan *plan, struct str kode);
struct str import_jabatan_code(const struct import_plan *plan, struct str kode);

#endif
