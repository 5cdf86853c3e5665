/* SPDX-License-Identifier: Apache-2.0 */
/* Accounts that were stored before names had a place in lists get theirs. */
#ifndef ABDI_ACCOUNT_ACCOUNT_PLACE_H
#define ABDI_ACCOUNT_ACCOUNT_PLACE_H
#include "db/store.h"

/* At the start of the program. */
MUST_CHECK enum err account_places_fill(struct store *store);

#endif
