/* SPDX-License-Identifier: Apache-2.0 */
/* What the form of how to reach a unit asks. */
#ifndef ABDI_KONTAK_KONTAK_FORM_H
#define ABDI_KONTAK_KONTAK_FORM_H
#include "form/field.h"

extern const struct form_table kontak_form;
extern const struct form_table kontak_cari_form; /* struct kontak_cari: a list's search */

#endif
