/* SPDX-License-Identifier: Apache-2.0 */
/* What the forms of the catalogue ask. */
#ifndef ABDI_LAYANAN_LAYANAN_FORM_H
#define ABDI_LAYANAN_LAYANAN_FORM_H
#include "form/field.h"

extern const struct form_table layanan_form; /* struct layanan */
extern const struct form_table standar_form; /* struct standar, complete or not */
/* The texts alone, for the trail; and the same where every component must be there. */
extern const struct form_table standar_teks_form, standar_whole_form;
extern const struct form_table penetapan_form; /* struct penetapan */
extern const struct form_table maklumat_form; /* struct maklumat */
extern const struct form_table layanan_saring_form;
/* What a list of services is narrowed by. */
struct layanan_saring {
	struct str cari;
	struct id unit;
};

#endif
