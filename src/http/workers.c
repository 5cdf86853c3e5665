/* SPDX-License-Identifier: Apache-2.0 */
/* Starts, wakes and ends the threads of a queue. */
#include "http/workers.h"

#include <assert.h>
#include <stdlib.h>

void *workers_alloc(size_t count, size_t size)
{
	void *at = calloc(count, size);

	if (!at)
		abort();
	return at;
}

static void *worker(void *arg)
{
	struct workers *workers = arg;
	struct work work;

	pthread_mutex_lock(&workers->lock);
	for (;;) {
		if (workers->next(workers->queue, &work)) {
			pthread_mutex_unlock(&workers->lock);
			work.run(work.arg);
			pthread_mutex_lock(&workers->lock);
		} else if (workers->is_stopping) {
			break;
		} else {
			pthread_cond_wait(&workers->has_work, &workers->lock);
		}
	}
	pthread_mutex_unlock(&workers->lock);
	return NULL;
}

void workers_start(struct workers *workers, int threads, workers_next *next, void *queue)
{
	assert(threads > 0);
	pthread_mutex_init(&workers->lock, NULL);
	pthread_cond_init(&workers->has_work, NULL);
	workers->next = next;
	workers->queue = queue;
	workers->threads = workers_alloc((size_t)threads, sizeof(*workers->threads));
	for (int i = 0; i < threads; i++) {
		if (pthread_create(&workers->threads[i], NULL, worker, workers) != 0)
			abort();
		workers->thread_count++;
	}
}

void workers_wake(struct workers *workers)
{
	pthread_cond_signal(&workers->has_work);
}

void workers_stop(struct workers *workers)
{
	pthread_mutex_lock(&workers->lock);
	workers->is_stopping = true;
	pthread_cond_broadcast(&workers->has_work);
	pthread_mutex_unlock(&workers->lock);
	for (int i = 0; i < workers->thread_count; i++)
		pthread_join(workers->threads[i], NULL);
	pthread_cond_destroy(&workers->has_work);
	pthread_mutex_destroy(&workers->lock);
	free(workers->threads);
}
