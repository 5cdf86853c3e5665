/* SPDX-License-Identifier: Apache-2.0 */
/* A session as stored, with what its account, its person and their place tell of who acts. */
#ifndef ABDI_ACCOUNT_SESSION_ROW_H
#define ABDI_ACCOUNT_SESSION_ROW_H
#include "account/session.h"

/* One row; actor without what is no text of the store: roles, language, that one is signed in. */
struct session_row {
	struct session session;
	struct actor actor;
	struct str bahasa; /* empty: not chosen */
	struct str jam; /* what the agency says of session_decider_hours; empty: nothing */
	struct str perangkat;
};

#endif
