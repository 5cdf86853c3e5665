/* SPDX-License-Identifier: Apache-2.0 */
/* Failed attempts to sign in, per name and per address, in memory: delays grow, nobody is locked
   out (E3). */
#ifndef ABDI_ACCOUNT_ATTEMPTS_H
#define ABDI_ACCOUNT_ATTEMPTS_H
#include "base/str.h"

/* Seconds to wait before key may try again, at most longest; 0: now. free_tries fail without
   delay. */
int attempts_wait(struct str key, int free_tries, int longest, int64_t now);
/* How often key has failed lately. */
int attempts_count(struct str key, int64_t now);
void attempts_failed(struct str key, int64_t now);
void attempts_succeeded(struct str key);

#endif
