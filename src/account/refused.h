/* SPDX-License-Identifier: Apache-2.0 */
/* What was refused, counted in memory and told once a minute: to the trail of the agency it
   concerns, and as bare numbers to the log. A page never waits for it; a crash forgets at most the
   last minute. */
#ifndef ABDI_ACCOUNT_REFUSED_H
#define ABDI_ACCOUNT_REFUSED_H
#include "base/id.h"
#include "db/store.h"

/* What was refused. */
enum refused {
	REFUSED_PASSWORD, /* a wrong one for an account */
	REFUSED_NAME, /* a sign-in with a name nobody has; only the log hears of it */
	REFUSED_WAIT, /* too many tries: the same */
	REFUSED_DEED, /* what this account may not do, or a form that is not its own */
	REFUSED_COUNT
};

/* Counts one; the account whose it is or who asked, and its agency, or none of both. Any thread. */
void refused_note(enum refused what, const struct id *instansi_id, const struct id *akun_id,
		  int64_t now);
/* Is the oldest a minute old? */
bool refused_is_due(int64_t now);
/* Tells what was counted; what the trail could not take stays for the next time. */
MUST_CHECK enum err refused_tell(struct store *store);

#endif
