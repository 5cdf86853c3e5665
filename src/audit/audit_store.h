/* SPDX-License-Identifier: Apache-2.0 */
/* The audit room's own SQL; other rooms use audit.h. */
#ifndef ABDI_AUDIT_AUDIT_STORE_H
#define ABDI_AUDIT_AUDIT_STORE_H
#include "audit/audit.h"
#include "audit/audit_chain.h"
#include "db/store.h"

/* The newest entry; number 0 when there is none. */
MUST_CHECK enum err audit_head_load(struct db *db, struct arena *mem, struct audit_head *out);
/* Calls each for at most limit entries after this number. */
MUST_CHECK enum err audit_each_after(struct db *db, int64_t number, int limit,
				     void (*each)(void *arg, const struct audit_row *row),
				     void *arg);

/* An agency of the installation. */
struct audit_instansi {
	struct id id;
	struct str kode;
};

/* All of them. */
struct audit_agencies {
	struct arena *mem;
	struct audit_instansi *at;
	int count;
};
/* In a snapshot of their own; fill mem before. */
MUST_CHECK enum err audit_agencies_load(struct store *store, struct audit_agencies *out);

#endif
