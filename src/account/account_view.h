/* SPDX-License-Identifier: Apache-2.0 */
/* What the forms of this room show again after a fault; never a password. */
#ifndef ABDI_ACCOUNT_ACCOUNT_VIEW_H
#define ABDI_ACCOUNT_ACCOUNT_VIEW_H
#include "account/installation.h"
#include "account/setup_code.h"
#include "render/shell.h"

struct sign_in_view {
	struct str login, target; /* target: where to go afterwards */
};

#endif
