/* SPDX-License-Identifier: Apache-2.0 */
/* Guards the first run of a server that others can reach. */
#ifndef ABDI_APP_SETUP_H
#define ABDI_APP_SETUP_H
#include "app/app.h"

/* Before serving: where no agency is there yet and the address is not only this machine's (or a
   proxy stands in front), demands a set-up code and prints it once in the log. */
MUST_CHECK enum err setup_guard(struct app *app);
/* "127.0.0.1:8080", "[::1]:8080", "localhost:8080": reachable from this machine alone. */
bool setup_is_local(struct str listen);

#endif
