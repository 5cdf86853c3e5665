/* SPDX-License-Identifier: Apache-2.0 */
/* The table of the form, which kontak_form.def fills. */
#include "kontak/kontak_form.h"

#include "form/table.h"
#include "kontak/kontak.h"

#define FORM_RECORD struct kontak
static const struct field fields[] = {
#include "kontak/kontak_form.def"
};

const struct form_table kontak_form = FORM_TABLE("kontak", fields);
#undef FORM_RECORD

#define FORM_RECORD struct kontak_cari
static const struct field cari_fields[] = {FIELD(SEARCH, cari, "Cari unit", .most = 60)};

const struct form_table kontak_cari_form = FORM_TABLE("kontak_cari", cari_fields);
