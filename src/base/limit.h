/* SPDX-License-Identifier: Apache-2.0 */
/* How often something may be asked for: counted in memory by a keyed hash of who asks. Whatever
   names a person (an address, a key) is never kept, and after a restart everybody begins anew. */
#ifndef ABDI_BASE_LIMIT_H
#define ABDI_BASE_LIMIT_H
#include "base/str.h"

/* So many at once, and the same number again spread over the span. */
struct limit {
	int count, seconds;
};

/* One question of the limiter: who ("form address"), and how much they may. */
struct limit_ask {
	struct str who;
	struct limit limit;
};

struct limiter;

/* Nothing was counted yet. */
struct limiter *limiter_make(void);
/* Accepts NULL. */
void limiter_free(struct limiter *limiter);
/* 0: all of them allow it, and it is counted with each. Else nothing is counted, and in so many
   seconds all will. */
int limiter_take(struct limiter *limiter, const struct limit_ask *asks, int count, int64_t now);

/* Whose address it is, for counting: an IPv6 line has 2^64 addresses, so its first half counts. */
struct str limit_address(struct arena *mem, struct str address);

#endif
