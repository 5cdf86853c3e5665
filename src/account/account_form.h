/* SPDX-License-Identifier: Apache-2.0 */
/* What the forms of signing in, of the password and of the first run ask. */
#ifndef ABDI_ACCOUNT_ACCOUNT_FORM_H
#define ABDI_ACCOUNT_ACCOUNT_FORM_H
#include "account/account.h"
#include "account/installation.h"
#include "form/field.h"

extern const struct form_table sign_in_form; /* struct sign_in */
extern const struct form_table confirm_form; /* struct sign_in: only the password */
extern const struct form_table installation_form; /* struct installation */

/* A password changed by who knows the old one. */
struct sandi_isian {
	struct str sekarang, baru, ulang;
};
extern const struct form_table sandi_form;

#endif
