/* SPDX-License-Identifier: Apache-2.0 */
/* What the form of a closed day asks. */
#ifndef ABDI_KONTAK_KANTOR_FORM_H
#define ABDI_KONTAK_KANTOR_FORM_H
#include "form/field.h"

extern const struct form_table kantor_tutup_form;

#endif
