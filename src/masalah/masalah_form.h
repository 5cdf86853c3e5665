/* SPDX-License-Identifier: Apache-2.0 */
/* What the form of a page's problem asks. */
#ifndef ABDI_MASALAH_MASALAH_FORM_H
#define ABDI_MASALAH_MASALAH_FORM_H
#include "form/field.h"

extern const struct form_table masalah_form;

#endif
