/* SPDX-License-Identifier: Apache-2.0 */
/* The first run is open to the first comer on this machine only. Where others can reach the server,
   it asks for a code that only whoever reads the server's log knows. */
#ifndef ABDI_ACCOUNT_SETUP_CODE_H
#define ABDI_ACCOUNT_SETUP_CODE_H
#include "base/str.h"

/* From now on the first run asks for a code; returns it, to be printed once. Call before
   serving. */
struct str setup_code_demand(struct arena *mem);
bool setup_code_is_demanded(void);
/* True for the code, and for anything where none is demanded. */
bool setup_code_matches(struct arena *mem, struct str typed);

#endif
