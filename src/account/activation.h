/* SPDX-License-Identifier: Apache-2.0 */
/* Codes that open an account once in place of a password. Imports leave "kode:" and the code's
   hash, derived from the installation's secret; a code made anew is random and lapses: "ulang:",
   its last day and its hash. */
#ifndef ABDI_ACCOUNT_ACTIVATION_H
#define ABDI_ACCOUNT_ACTIVATION_H
#include "base/date.h"
#include "base/id.h"

#define CODE_DAYS 7

/* "XXXX-XXXX-XXXX" in letters and digits that cannot be taken for one another: 60 random bits. */
struct str activation_make(struct arena *mem);
/* Capitals in groups of four, as a code is made, whatever stood between them. */
struct str activation_normal(struct arena *mem, struct str typed);
/* The first code of an account, always the same; and what the account keeps of it, without a last
   day. */
struct str activation_first(struct arena *mem, struct str secret, const struct id *akun_id);
struct str activation_first_hash(struct arena *mem, struct str secret, const struct id *akun_id);
/* What the account keeps; good through today + CODE_DAYS. */
struct str activation_hash(struct arena *mem, struct str code, struct date today);
/* Is this kept text a code and not a password? */
bool activation_is(struct str kept);
/* Compared as people copy it: without regard to case, spaces or dashes. */
bool activation_matches(struct arena *mem, struct str typed, struct str kept, struct date today);

#endif
