/* SPDX-License-Identifier: Apache-2.0 */
/* Few threads and a short queue, so that heavy work never holds up pages. */
#ifndef ABDI_HTTP_POOL_H
#define ABDI_HTTP_POOL_H
#include "base/err.h"

struct pool;

typedef void pool_work(void *arg);

/* Starts that many threads with room for so many waiting works. */
struct pool *pool_start(int threads, int queue_max);
/* ERR_BUSY: the queue is full, nothing was taken. */
MUST_CHECK enum err pool_submit(struct pool *pool, pool_work *work, void *arg);
/* Finishes what was taken, then ends the threads. Accepts NULL. */
void pool_stop(struct pool *pool);

#endif
