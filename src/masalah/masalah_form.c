/* SPDX-License-Identifier: Apache-2.0 */
/* The table of the form, which masalah_form.def fills. */
#include "masalah/masalah_form.h"

#include "form/table.h"
#include "masalah/masalah.h"

static const struct choice jenis[] = {
#define MASALAH_JENIS(key_, label_) {.key = STR(key_), .label = STR(label_)},
#include "masalah/masalah_jenis.def"
#undef MASALAH_JENIS
};
static const struct choice_list jenis_list = CHOICE_LIST(jenis);

#define FORM_RECORD struct masalah
static const struct field fields[] = {
#include "masalah/masalah_form.def"
};

const struct form_table masalah_form = FORM_TABLE("masalah", fields);
