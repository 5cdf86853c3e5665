/* SPDX-License-Identifier: Apache-2.0 */
/* Threads that take works from one bounded queue. */
#include "http/pool.h"

#include <assert.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>

struct task {
	pool_work *work;
	void *arg;
};

struct pool {
	pthread_mutex_t lock;
	pthread_cond_t has_work;
	pthread_t *threads;
	int thread_count;
	struct task *ring;
	int head, count, max;
	bool is_stopping;
};

static void *pool_thread(void *arg)
{
	struct pool *pool = arg;

	pthread_mutex_lock(&pool->lock);
	for (;;) {
		while (pool->count == 0 && !pool->is_stopping)
			pthread_cond_wait(&pool->has_work, &pool->lock);
		if (pool->count == 0)
			break;
		struct task task = pool->ring[pool->head];
		pool->head = (pool->head + 1) % pool->max;
		pool->count--;
		pthread_mutex_unlock(&pool->lock);
		task.work(task.arg);
		pthread_mutex_lock(&pool->lock);
	}
	pthread_mutex_unlock(&pool->lock);
	return NULL;
}

static void *must_alloc(size_t count, size_t size)
{
	void *at = calloc(count, size);
	if (!at)
		abort();
	return at;
}

struct pool *pool_start(int threads, int queue_max)
{
	struct pool *pool = must_alloc(1, sizeof(*pool));

	assert(threads > 0 && queue_max > 0);
	pthread_mutex_init(&pool->lock, NULL);
	pthread_cond_init(&pool->has_work, NULL);
	pool->ring = must_alloc((size_t)queue_max, sizeof(*pool->ring));
	pool->max = queue_max;
	pool->threads = must_alloc((size_t)threads, sizeof(*pool->threads));
	for (int i = 0; i < threads; i++) {
		if (pthread_create(&pool->threads[i], NULL, pool_thread, pool) != 0)
			abort();
		pool->thread_count++;
	}
	return pool;
}

enum err pool_submit(struct pool *pool, pool_work *work, void *arg)
{
	enum err err = ERR_BUSY;

	pthread_mutex_lock(&pool->lock);
	if (pool->count < pool->max && !pool->is_stopping) {
		pool->ring[(pool->head + pool->count) % pool->max] = (struct task){work, arg};
		pool->count++;
		pthread_cond_signal(&pool->has_work);
		err = ERR_OK;
	}
	pthread_mutex_unlock(&pool->lock);
	return err;
}

void pool_stop(struct pool *pool)
{
	if (!pool)
		return;
	pthread_mutex_lock(&pool->lock);
	pool->is_stopping = true;
	pthread_cond_broadcast(&pool->has_work);
	pthread_mutex_unlock(&pool->lock);
	for (int i = 0; i < pool->thread_count; i++)
		pthread_join(pool->threads[i], NULL);
	pthread_cond_destroy(&pool->has_work);
	pthread_mutex_destroy(&pool->lock);
	free(pool->threads);
	free(pool->ring);
	free(pool);
}
