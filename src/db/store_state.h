/* SPDX-License-Identifier: Apache-2.0 */
/* How the store is: for those who tell it, not for those who work with it. */
#ifndef ABDI_DB_STORE_STATE_H
#define ABDI_DB_STORE_STATE_H
#include "db/store.h"

/* What can be done with it now, as far as this process has found. */
enum store_state {
	STORE_WRITABLE,
	STORE_FULL, /* its disk has no room: read-only, until there is some */
	STORE_DOWN, /* its server answers nobody, until it does */
	STORE_FAILED, /* its disk failed: read-only, until the process begins anew */
};
enum store_state store_state(const struct store *store);
/* failed(arg) is called once, on the writer, when the disk has failed. Once, before anybody
   writes. */
void store_on_failure(struct store *store, void (*failed)(void *arg), void *arg);
/* Is it another process that answers, for which one may have to wait? */
bool store_is_remote(const struct store *store);
/* Serving from it is this process' alone, until it ends, where the engine knows one server only:
   ERR_BUSY when another has claimed it, and the log says so. */
MUST_CHECK enum err store_claim(struct store *store);

#endif
