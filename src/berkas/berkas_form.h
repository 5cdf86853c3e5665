/* SPDX-License-Identifier: Apache-2.0 */
/* What the forms of the register ask. */
#ifndef ABDI_BERKAS_BERKAS_FORM_H
#define ABDI_BERKAS_BERKAS_FORM_H
#include "form/field.h"

extern const struct form_table berkas_masuk_form; /* struct berkas_masuk */
extern const struct form_table berkas_aksi_form; /* struct berkas_aksi */

#endif
