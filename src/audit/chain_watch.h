/* SPDX-License-Identifier: Apache-2.0 */
/* What the last look over each agency's chain found, kept in memory for the page that shows it. */
#ifndef ABDI_AUDIT_CHAIN_WATCH_H
#define ABDI_AUDIT_CHAIN_WATCH_H
#include "db/store.h"

/* What the last look over an agency's chain found. */
struct chain_state {
	struct id instansi;
	int64_t at; /* when it was looked at */
	int64_t count, first_bad; /* first_bad 0: whole up to entry count */
	int64_t backward; /* how often the wall clock jumped back */
};

/* Verifies every agency's chain as `abdi audit verify` does, without what is kept elsewhere; takes
   seconds for a million entries. One thread only. */
MUST_CHECK enum err chain_watch_run(struct store *store, int64_t now);
/* Any thread; false before the first look. */
MUST_CHECK bool chain_watch_find(const struct id *instansi, struct chain_state *out);

#endif
