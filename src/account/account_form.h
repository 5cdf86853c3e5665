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

/* What the forms about another account say beside a role. */
struct akun_isian {
	struct str keadaan, alasan; /* keadaan: "kunci" or "buka" */
};
extern const struct form_table role_give_form, role_end_form; /* struct role_form */
extern const struct form_table code_form, lock_form; /* struct akun_isian */

#endif
