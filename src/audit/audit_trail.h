/* SPDX-License-Identifier: Apache-2.0 */
/* What the trail says of signed objects: their digests since the last decision, gathered while a
   chain is verified. An object in the database must be one the trail tells of. */
#ifndef ABDI_AUDIT_AUDIT_TRAIL_H
#define ABDI_AUDIT_AUDIT_TRAIL_H
#include "audit/audit_chain.h"
#include "base/table.h"

/* The digest of one state of an object. */
struct audit_trail_digest {
	struct audit_trail_digest *older;
	uint8_t hash[CRYPTO_HASH_LEN];
};

/* What the trail says of one object. */
struct audit_trail_object {
	struct id object;
	int64_t number; /* of its newest entry */
	struct str deed; /* of its newest entry */
	struct audit_trail_digest *digests; /* newest first, back to the last decision */
	bool is_decided; /* some decision stands among its entries */
	bool is_met; /* for the caller: it was found in the database */
};

/* All objects the entries tell of. */
struct audit_trail {
	struct arena *mem;
	struct table of; /* by the object's id as text */
	struct audit_trail_object **objects;
	int count;
	bool has_demo; /* a demonstration filled this agency */
};

/* Nothing was told yet. */
void audit_trail_init(struct audit_trail *trail, struct arena *mem);
/* For audit_check.each; arg is the trail. Entries of other subjects are passed over. */
void audit_trail_take(void *trail, const struct audit_row *row);
/* NULL when the trail never told of it. */
struct audit_trail_object *audit_trail_find(const struct audit_trail *trail,
					    const struct id *object);
/* Does some digest since the last decision belong to this text? */
bool audit_trail_tells(const struct audit_trail_object *object, struct str text);

#endif
