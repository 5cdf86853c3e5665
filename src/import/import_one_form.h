/* SPDX-License-Identifier: Apache-2.0 */
/* What is filled in to move one person, and to end one. Inside the room only. */
#ifndef ABDI_IMPORT_IMPORT_ONE_FORM_H
#define ABDI_IMPORT_IMPORT_ONE_FORM_H
#include "form/form.h"
#include "import/import_one.h"

extern const struct form_table import_pindah_form; /* struct import_pindah */
extern const struct form_table import_akhir_form; /* struct import_akhir */

#endif
