/* SPDX-License-Identifier: Apache-2.0 */
/* A thread that closes connections which overran their time. */
#include "http/deadline.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <time.h>

#define LOOK_MS_MAX 1000

struct line {
	struct line *prev, *next;
	int fd;
	_Atomic enum line_phase phase;
	_Atomic int64_t since_ms, bytes;
};

struct line_watch {
	struct deadlines limits;
	pthread_mutex_t lock; /* guards the list and keeps every socket on it open */
	pthread_cond_t changed;
	pthread_t thread;
	struct line *first;
	bool is_stopping;
};

static int64_t monotonic_ms(void)
{
	struct timespec at;

	if (clock_gettime(CLOCK_MONOTONIC_COARSE, &at))
		abort();
	return (int64_t)at.tv_sec * 1000 + at.tv_nsec / 1000000;
}

bool deadline_is_over(const struct deadlines *limits, enum line_phase phase, int64_t elapsed_ms,
		      int64_t bytes)
{
	int64_t for_size = bytes * 1000 / limits->bytes_per_second;

	switch (phase) {
	case LINE_IDLE: /* the next request may be on its way, not yet a line */
		return elapsed_ms > limits->idle_ms + limits->head_ms;
	case LINE_HEAD: return elapsed_ms > limits->head_ms;
	case LINE_BODY: return elapsed_ms > limits->body_ms + for_size;
	case LINE_SEND: return elapsed_ms > limits->send_ms + for_size;
	case LINE_WORK: break;
	}
	return false;
}

/* The time is read before the phase: one that begins meanwhile then only looks younger. */
static void cut_slow(struct line_watch *watch)
{
	int64_t now = monotonic_ms();

	for (struct line *line = watch->first; line; line = line->next) {
		enum line_phase phase = atomic_load(&line->phase);
		if (deadline_is_over(&watch->limits, phase, now - atomic_load(&line->since_ms),
				     atomic_load(&line->bytes)))
			(void)shutdown(line->fd,
				       SHUT_RDWR); /* its thread sees the end and closes */
	}
}

/* Often enough for the shortest of the limits, and no oftener than it takes. */
static int64_t look_ms(const struct deadlines *limits)
{
	int64_t least = limits->head_ms < limits->body_ms ? limits->head_ms : limits->body_ms;

	least = limits->send_ms < least ? limits->send_ms : least;
	return least < LOOK_MS_MAX ? least : LOOK_MS_MAX;
}

static void wait_to_look(struct line_watch *watch)
{
	int64_t ms = look_ms(&watch->limits);
	struct timespec until;

	(void)clock_gettime(CLOCK_MONOTONIC, &until);
	until.tv_nsec += ms % 1000 * 1000000;
	until.tv_sec += ms / 1000 + until.tv_nsec / 1000000000;
	until.tv_nsec %= 1000000000;
	(void)pthread_cond_timedwait(&watch->changed, &watch->lock, &until);
}

static void *watch_thread(void *arg)
{
	struct line_watch *watch = arg;

	pthread_mutex_lock(&watch->lock);
	while (!watch->is_stopping) {
		if (watch->first) {
			wait_to_look(watch);
			cut_slow(watch);
		} else {
			pthread_cond_wait(&watch->changed, &watch->lock);
		}
	}
	pthread_mutex_unlock(&watch->lock);
	return NULL;
}

struct line_watch *line_watch_start(const struct deadlines *limits)
{
	struct line_watch *watch = calloc(1, sizeof(*watch));
	pthread_condattr_t monotonic;

	if (!watch)
		abort();
	watch->limits = *limits;
	pthread_mutex_init(&watch->lock, NULL);
	pthread_condattr_init(&monotonic);
	pthread_condattr_setclock(&monotonic, CLOCK_MONOTONIC);
	pthread_cond_init(&watch->changed, &monotonic);
	pthread_condattr_destroy(&monotonic);
	if (pthread_create(&watch->thread, NULL, watch_thread, watch))
		abort();
	return watch;
}

void line_watch_stop(struct line_watch *watch)
{
	if (!watch)
		return;
	pthread_mutex_lock(&watch->lock);
	watch->is_stopping = true;
	pthread_cond_signal(&watch->changed);
	pthread_mutex_unlock(&watch->lock);
	pthread_join(watch->thread, NULL);
	pthread_cond_destroy(&watch->changed);
	pthread_mutex_destroy(&watch->lock);
	free(watch);
}

struct line *line_open(struct line_watch *watch, int fd)
{
	struct line *line = calloc(1, sizeof(*line));

	if (!line)
		abort();
	line->fd = fd;
	line_enter(line, LINE_HEAD, 0);
	pthread_mutex_lock(&watch->lock);
	line->next = watch->first;
	if (line->next)
		line->next->prev = line;
	else
		pthread_cond_signal(&watch->changed);
	watch->first = line;
	pthread_mutex_unlock(&watch->lock);
	return line;
}

/* The youngest wins: the time moves first, so that a new phase is never measured from an old
   beginning. */
void line_enter(struct line *line, enum line_phase phase, int64_t bytes)
{
	atomic_store(&line->since_ms, monotonic_ms());
	atomic_store(&line->bytes, bytes);
	atomic_store(&line->phase, phase);
}

void line_moved(struct line *line, int64_t bytes)
{
	atomic_fetch_add(&line->bytes, bytes);
}

void line_woken(struct line *line)
{
	if (atomic_load(&line->phase) == LINE_IDLE)
		line_enter(line, LINE_HEAD, 0);
}

void line_close(struct line_watch *watch, struct line *line)
{
	pthread_mutex_lock(&watch->lock);
	if (line->prev)
		line->prev->next = line->next;
	else
		watch->first = line->next;
	if (line->next)
		line->next->prev = line->prev;
	pthread_mutex_unlock(&watch->lock);
	free(line);
}
