/* SPDX-License-Identifier: Apache-2.0 */
/* One bounded queue: who comes first goes first. */
#include "http/pool.h"

#include "http/workers.h"

#include <assert.h>
#include <stdlib.h>

struct pool {
	struct workers workers;
	struct work *ring;
	int head, count, max;
};

static bool pool_next(void *queue, struct work *out)
{
	struct pool *pool = queue;

	if (pool->count == 0)
		return false;
	*out = pool->ring[pool->head];
	pool->head = (pool->head + 1) % pool->max;
	pool->count--;
	return true;
}

struct pool *pool_start(int threads, int queue_max)
{
	struct pool *pool = workers_alloc(1, sizeof(*pool));

	assert(queue_max > 0);
	pool->ring = workers_alloc((size_t)queue_max, sizeof(*pool->ring));
	pool->max = queue_max;
	workers_start(&pool->workers, threads, pool_next, pool);
	return pool;
}

enum err pool_submit(struct pool *pool, pool_work *work, void *arg)
{
	enum err err = ERR_BUSY;

	pthread_mutex_lock(&pool->workers.lock);
	if (pool->count < pool->max && !pool->workers.is_stopping) {
		pool->ring[(pool->head + pool->count) % pool->max] = (struct work){work, arg};
		pool->count++;
		workers_wake(&pool->workers);
		err = ERR_OK;
	}
	pthread_mutex_unlock(&pool->workers.lock);
	return err;
}

void pool_stop(struct pool *pool)
{
	if (!pool)
		return;
	workers_stop(&pool->workers);
	free(pool->ring);
	free(pool);
}
