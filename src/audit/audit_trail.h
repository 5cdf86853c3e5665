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
	bool is_end; /* of what a role was that was ended; else of what stood after the deed */
	bool has_name;
	uint8_t hash[CRYPTO_HASH_LEN];
	uint8_t name[CRYPTO_HASH_LEN]; /* of what is given and ended under one name: a role */
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
	struct table replaced; /* digests of reports that a corrected one took the place of */
	bool has_demo; /* a demonstration filled this agency */
	bool has_import; /* leaders were made by a list, which the trail tells as one deed */
};

/* One record that is not what its entry says. number: the entry; 0 when none told of it. */
struct audit_finding {
	const char *kind; /* "laporan" */
	struct id object;
	int64_t number;
	struct str deed, why;
};

/* Records of one kind held against the trail, and what was found so far. */
struct audit_compare {
	struct audit_trail *trail; /* of this agency, whole */
	void (*tell)(void *arg, const struct audit_finding *finding);
	void *arg;
	int equal, findings;
	int untold; /* made by a demonstration or a list, of which the trail tells sums only */
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
/* Whatever the trail tells of by deeds of these first letters, and is_met says of nothing: it was
   there and is no more. */
void audit_find_missing(struct audit_compare *compare, const char *kind, const char *deeds);
/* Is this digest the text's? */
bool audit_digest_is_of(const struct audit_trail_digest *digest, struct str text);
/* Tells and counts; told may be NULL. */
void audit_find(struct audit_compare *compare, const char *kind, const struct id *object,
		const struct audit_trail_object *told, const char *why);

#endif
