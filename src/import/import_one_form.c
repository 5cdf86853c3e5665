/* SPDX-License-Identifier: Apache-2.0 */
/* The forms of the two deeds, for the page, for programs and for the command line. */
#include "import/import_one_form.h"

#include "form/table.h"

#define FORM_RECORD struct import_pindah
static const struct field move_fields[] = {
#include "import/import_pindah_form.def"
};
const struct form_table import_pindah_form = FORM_TABLE("pegawai_pindah", move_fields);
#undef FORM_RECORD

#define FORM_RECORD struct import_akhir
static const struct field end_fields[] = {
#include "import/import_akhir_form.def"
};
const struct form_table import_akhir_form = FORM_TABLE("pegawai_akhir", end_fields);
#undef FORM_RECORD
