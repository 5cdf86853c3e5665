/* SPDX-License-Identifier: Apache-2.0 */
/* An answer given before the whole request was read must reach the client: a socket that is closed
   with bytes unread is torn down, and the answer with it (RFC 9112 9.6). Such sockets are kept half
   open for a while, and what still comes is read and thrown away. */
#ifndef ABDI_HTTP_LINGER_H
#define ABDI_HTTP_LINGER_H
#include "base/err.h"

#include <stdint.h>

#define LINGER_MOST 64 /* at a time; what comes beyond is closed at once */
#define LINGER_BYTES (64LL << 20) /* of one, thrown away */

/* How long one is kept: altogether, and without a byte. */
struct linger_limits {
	int whole_ms, silent_ms;
};

struct linger_watch;

/* A thread that reads them off. */
MUST_CHECK struct linger_watch *linger_start(const struct linger_limits *limits);
/* Closes what it holds; accepts NULL. */
void linger_stop(struct linger_watch *linger);
/* Keeps a socket open that its owner is about to close: a copy of it. */
void linger_keep(struct linger_watch *linger, int fd);

#endif
