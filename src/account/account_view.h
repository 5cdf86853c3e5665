/* SPDX-License-Identifier: Apache-2.0 */
/* What the forms of this room show again after a fault; never a password. */
#ifndef ABDI_ACCOUNT_ACCOUNT_VIEW_H
#define ABDI_ACCOUNT_ACCOUNT_VIEW_H
#include "account/account_form.h"
#include "account/setup_code.h"
#include "form/form.h"
#include "render/shell.h"

/* A form for whoever comes, and where to go afterwards. */
struct sign_in_view {
	struct form form;
	struct str target;
};

#endif
