/* SPDX-License-Identifier: Apache-2.0 */
/* The room's own SQL. */
#ifndef ABDI_TRAIL_TRAIL_STORE_H
#define ABDI_TRAIL_TRAIL_STORE_H
#include "base/table.h"
#include "db/store.h"
#include "trail/trail.h"

/* An entry as it is stored: its object is text, which may be no id. */
struct trail_row {
	struct trail_entry entry;
	struct str object;
};

/* Whose record an object is; none when it is nobody's or gone. */
MUST_CHECK enum err trail_owner_load(const struct job *job, const struct id *object,
				     struct id *owner);
/* Calls each from the entry before this number down to the last, until it says no. */
struct trail_span {
	int64_t before, least;
};
MUST_CHECK enum err trail_each(struct job *job, struct trail_span span,
			       bool (*each)(void *arg, const struct trail_entry *entry), void *arg);
/* Whose account it is, or who a person is; empty when unknown. */
MUST_CHECK enum err trail_account_load(struct job *job, const struct id *akun_id,
				       struct trail_orang *out);
MUST_CHECK enum err trail_person_load(struct job *job, const struct id *pegawai_id,
				      struct trail_orang *out);
/* Accounts of people whose name holds this text; and the records of such people. By the id's
   text. */
MUST_CHECK enum err trail_accounts_named(struct job *job, struct str name, struct table *out);
MUST_CHECK enum err trail_objects_named(struct job *job, struct str name, struct table *out);

#endif
