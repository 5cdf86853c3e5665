/* SPDX-License-Identifier: Apache-2.0 */
/* Options of the whole server, which no session can set: without them a power loss takes what was
   confirmed. */
#ifndef ABDI_DB_POSTGRES_SAFETY_H
#define ABDI_DB_POSTGRES_SAFETY_H
#include <stdbool.h>

/* One of them; NULL past the last. */
const char *postgres_safety(int number);
/* May it be off here (store_let_off)? */
bool postgres_is_let_off(int number);

#endif
