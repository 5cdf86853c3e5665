/* SPDX-License-Identifier: Apache-2.0 */
/* The line in front of passwords: each takes memory and 20 ms, so few are looked at at once, and
   who waits for one has fair turns. */
#ifndef ABDI_APP_KNOCK_H
#define ABDI_APP_KNOCK_H
#include "app/passage.h"

/* Admitted, in the snapshot: finds out who asks to have a password looked at, if this request does,
   and whether there were too many tries already. */
void knock(struct passage *p);
/* Runs work(p) when its turn comes; at once where it will only say how long to wait. dropped(p) is
   run instead where it has to give way. */
MUST_CHECK enum err knock_wait(struct passage *p, pool_work *work, pool_work *dropped);

#endif
