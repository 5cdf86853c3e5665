/* SPDX-License-Identifier: Apache-2.0 */
/* One mail a day for whom something waits: how many duties and notices, and where; no name, no word
   of a record. Whose turn it is is written before the mail goes and given back when the server did
   not take it: a machine that dies between costs one person one digest. */
#ifndef ABDI_KABAR_DIGEST_H
#define ABDI_KABAR_DIGEST_H
#include "base/waiting.h"

struct store;

/* Between these hours of the office's day mails may go; the others are quiet. */
struct digest_hours {
	int from, until;
};

/* Everybody's turn that has come by now, agency after agency. Gives up for this time when the mail
   server does not take one, and when *is_stopping. */
MUST_CHECK enum err digest_run(struct store *store, struct digest_hours hours, int64_t now,
			       const _Atomic bool *is_stopping);
/* What it says for so many; address: the public one of the agency, empty when not known. */
struct str digest_words(struct arena *mem, int64_t duties, int64_t unread, struct str address);

/* The actor's own address, hidden but for its first letter and domain, and whether the digest comes
   to it. */
struct digest_choice {
	struct str address; /* empty: none is known */
	bool is_off;
};
MUST_CHECK enum err digest_choice_load(struct job *job, struct digest_choice *out);
MUST_CHECK enum err digest_choose(struct job *job, bool is_off);
/* The address as it is, for the trial that an administrator sends to it; ERR_NOT_FOUND when none is
   known. */
MUST_CHECK enum err digest_own_address(struct job *job, struct str *out);

#endif
