/* SPDX-License-Identifier: Apache-2.0 */
/* The accounts and roles of people who are loaded. Inside the room only. */
#ifndef ABDI_IMPORT_IMPORT_ACCOUNT_H
#define ABDI_IMPORT_IMPORT_ACCOUNT_H
#include "import/import_plan.h"

/* After the people were stored; keys somebody else signs in with are faults of their rows. */
MUST_CHECK enum err import_accounts_store(struct import_plan *plan);

#endif
