/* SPDX-License-Identifier: Apache-2.0 */
/* Threads that take works from a queue and sleep while it is empty. Which work is next is the
   queue's business: pool.h, turns.h. */
#ifndef ABDI_HTTP_WORKERS_H
#define ABDI_HTTP_WORKERS_H
#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>

/* Something to be done once. */
struct work {
	void (*run)(void *arg);
	void *arg;
};

/* Takes the next work out of the queue, with the lock held; false: it is empty. */
typedef bool workers_next(void *queue, struct work *out);

/* The threads of one queue. */
struct workers {
	pthread_mutex_t lock; /* guards the queue too */
	pthread_cond_t has_work;
	pthread_t *threads;
	int thread_count;
	bool is_stopping;
	workers_next *next;
	void *queue;
};

/* Zeroed memory, or the end. */
void *workers_alloc(size_t count, size_t size);
void workers_start(struct workers *workers, int threads, workers_next *next, void *queue);
/* With the lock held, after a work was put into the queue. */
void workers_wake(struct workers *workers);
/* What is in the queue is done first. */
void workers_stop(struct workers *workers);

#endif
