/* SPDX-License-Identifier: Apache-2.0 */
/* The change history of the agency as people read it: who did what, to whose record, when and why
   (AUD-01). */
#ifndef ABDI_TRAIL_TRAIL_H
#define ABDI_TRAIL_TRAIL_H
#include "base/job.h"

#define TRAIL_PAGE 25

/* Somebody; names may be equal, numbers are not. Empty when unknown, or not for this reader. */
struct trail_orang {
	struct str nama, nip; /* nip: empty for accounts without a person */
};

/* One change, or one look at somebody's data. */
struct trail_entry {
	int64_t number, at;
	struct id akun_id, object;
	struct str peran, deed, reason;
	struct trail_orang actor, owner; /* who did it; whose record it is about */
};

/* What is looked for; empty: everything. */
struct trail_filter {
	struct str pelaku, tentang; /* part of a name; tentang takes a NIP too */
	struct str bagian; /* a group of deeds: "skp" */
	struct date hari; /* none: every day */
	int64_t before; /* entries before this number; 0: from the newest on */
};

/* A page of the trail. */
struct trail_page {
	int count;
	struct trail_entry *at; /* newest first */
	int64_t next; /* before of the page after; 0: that was all */
};

/* One page of the trail; ERR_FORBIDDEN unless the actor may read it. Looks at a bounded stretch: a
   page may hold fewer than it could, or none, and still go on. */
MUST_CHECK enum err trail_list(struct job *job, const struct trail_filter *filter,
			       struct trail_page *out);

/* A deed in the words of the agency, or its key when it has none; and the groups deeds are looked
   for by. */
struct str trail_deed_label(struct str deed);
/* A group of deeds. */
struct trail_bagian {
	const char *key, *label;
};
const struct trail_bagian *trail_bagian_all(int *count);

#endif
