/* SPDX-License-Identifier: Apache-2.0 */
/* SipHash-2-4: a keyed 64-bit hash for tables and derived ids. Not for passwords or chains of
   evidence. */
#ifndef ABDI_BASE_HASH_H
#define ABDI_BASE_HASH_H
#include "base/str.h"

/* The secret of one process, so that nobody can choose names that collide. */
struct hash_key {
	uint64_t k0, k1;
};

/* SipHash-2-4. */
uint64_t hash_sip(struct hash_key key, struct str text);

#endif
