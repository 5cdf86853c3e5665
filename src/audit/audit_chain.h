/* SPDX-License-Identifier: Apache-2.0 */
/* How entries are linked: h(n) = BLAKE2b-256("audit1", h(n-1) ‖ canonical(n)). */
#ifndef ABDI_AUDIT_AUDIT_CHAIN_H
#define ABDI_AUDIT_AUDIT_CHAIN_H
#include "base/crypto.h"
#include "base/id.h"

/* An entry as it is stored. */
struct audit_row {
	int64_t number, at;
	struct id akun_id;
	struct str peran, deed, object, reason, before, after, request_id;
	struct str hash;
};

/* h(0): the chain belongs to this agency and to no other. */
void audit_chain_begin(const struct id *instansi, uint8_t out[CRYPTO_HASH_LEN]);
/* Replaces hash h(n-1) by h(n); mem is only used meanwhile. */
void audit_chain_next(struct arena *mem, const struct audit_row *row,
		      uint8_t hash[CRYPTO_HASH_LEN]);

#endif
