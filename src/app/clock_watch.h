/* SPDX-License-Identifier: Apache-2.0 */
/* Sees the wall clock being set. */
#ifndef ABDI_APP_CLOCK_WATCH_H
#define ABDI_APP_CLOCK_WATCH_H
#include <stdint.h>

#define CLOCK_JUMP_US INT64_C(2000000) /* it may be set so far, either way, without a word */

/* How far the wall clock stands from one that nobody sets, in microseconds. */
int64_t clock_offset(void);
/* Says in the log when it has moved by more, and takes the new one up. */
void clock_watch(int64_t *kept, int64_t offset);

#endif
