/* SPDX-License-Identifier: Apache-2.0 */
/* The contract of a PPPK in a row of people. Inside the room only. */
#ifndef ABDI_IMPORT_IMPORT_KONTRAK_H
#define ABDI_IMPORT_IMPORT_KONTRAK_H
#include "import/import_cell.h"

/* Takes both days, "-" takes one away; tells whether the record differs now. */
bool kontrak_take(struct import_cells *c, struct plan_pegawai *pegawai);
/* Whether its kind may have such a contract, or needs one (rulebook 8.6). */
void kontrak_check(struct import_cells *c, const struct plan_pegawai *pegawai);

#endif
