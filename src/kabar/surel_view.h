/* SPDX-License-Identifier: Apache-2.0 */
/* What the page about the mail server says. */
#ifndef ABDI_KABAR_SUREL_VIEW_H
#define ABDI_KABAR_SUREL_VIEW_H
#include "base/str.h"

/* Times in words of the actor's zone; empty: none since the program began. */
struct surel_view {
	bool is_configured;
	struct str own_address; /* where a trial goes, hidden; empty: the account has none */
	struct str sent, failed, why;
};

#endif
