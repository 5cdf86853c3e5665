/* SPDX-License-Identifier: Apache-2.0 */
/* A thread that reads what nobody wants any more. */
#include "http/linger.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define SCRAP 65536 /* bytes read at a time */

/* A socket half open. */
struct scrap {
	int fd;
	int64_t since_ms, moved_ms, bytes;
};

struct linger_watch {
	struct linger_limits limits;
	pthread_mutex_t lock; /* guards the sockets that are new, and the end */
	pthread_t thread;
	int wake;
	int fresh[LINGER_MOST], fresh_count;
	bool is_stopping;
	/* the thread's own */
	struct scrap at[LINGER_MOST];
	int count;
	char scrap[SCRAP];
};

static int64_t now_ms(void)
{
	struct timespec at;

	if (clock_gettime(CLOCK_MONOTONIC, &at))
		abort();
	return (int64_t)at.tv_sec * 1000 + at.tv_nsec / 1000000;
}

/* Takes over what was handed in; false when it is to end. */
static bool take_fresh(struct linger_watch *linger)
{
	int64_t now = now_ms();
	uint64_t woken;

	(void)!read(linger->wake, &woken, sizeof woken);
	pthread_mutex_lock(&linger->lock);
	for (int i = 0; i < linger->fresh_count; i++) {
		struct scrap scrap = {linger->fresh[i], now, now, 0};
		if (linger->count < LINGER_MOST)
			linger->at[linger->count++] = scrap;
		else
			(void)close(scrap.fd);
	}
	linger->fresh_count = 0;
	bool goes_on = !linger->is_stopping;
	pthread_mutex_unlock(&linger->lock);
	return goes_on;
}

/* Reads what is there; false when the other side is done, or has had its share. */
static bool read_off(struct linger_watch *linger, struct scrap *scrap, int64_t now)
{
	ssize_t got = read(scrap->fd, linger->scrap, SCRAP);

	if (got == 0 || (got < 0 && errno != EAGAIN && errno != EINTR))
		return false;
	if (got > 0) {
		scrap->bytes += got;
		scrap->moved_ms = now;
	}
	return scrap->bytes <= LINGER_BYTES && now - scrap->since_ms <= linger->limits.whole_ms &&
	       now - scrap->moved_ms <= linger->limits.silent_ms;
}

static void *linger_thread(void *arg)
{
	struct linger_watch *linger = arg;
	struct pollfd wait[LINGER_MOST + 1];

	while (take_fresh(linger)) {
		wait[0] = (struct pollfd){.fd = linger->wake, .events = POLLIN};
		for (int i = 0; i < linger->count; i++)
			wait[i + 1] = (struct pollfd){.fd = linger->at[i].fd, .events = POLLIN};
		(void)poll(wait, (nfds_t)linger->count + 1,
			   linger->count > 0 ? linger->limits.silent_ms : -1);
		int64_t now = now_ms();
		for (int i = linger->count - 1; i >= 0; i--) {
			if (read_off(linger, &linger->at[i], now))
				continue;
			(void)close(linger->at[i].fd);
			linger->at[i] = linger->at[--linger->count];
		}
	}
	for (int i = 0; i < linger->count; i++)
		(void)close(linger->at[i].fd);
	return NULL;
}

struct linger_watch *linger_start(const struct linger_limits *limits)
{
	struct linger_watch *linger = calloc(1, sizeof(*linger));

	if (!linger)
		abort();
	linger->limits = *limits;
	linger->wake = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
	pthread_mutex_init(&linger->lock, NULL);
	if (linger->wake < 0 || pthread_create(&linger->thread, NULL, linger_thread, linger))
		abort();
	return linger;
}

static void wake(struct linger_watch *linger)
{
	uint64_t one = 1;

	(void)!write(linger->wake, &one, sizeof one);
}

void linger_stop(struct linger_watch *linger)
{
	if (!linger)
		return;
	pthread_mutex_lock(&linger->lock);
	linger->is_stopping = true;
	pthread_mutex_unlock(&linger->lock);
	wake(linger);
	pthread_join(linger->thread, NULL);
	(void)close(linger->wake);
	pthread_mutex_destroy(&linger->lock);
	free(linger);
}

void linger_keep(struct linger_watch *linger, int fd)
{
	int kept = fcntl(fd, F_DUPFD_CLOEXEC, 0);

	if (kept < 0)
		return;
	(void)shutdown(kept, SHUT_WR); /* the answer is whole */
	pthread_mutex_lock(&linger->lock);
	bool has_room = linger->fresh_count < LINGER_MOST && !linger->is_stopping;
	if (has_room)
		linger->fresh[linger->fresh_count++] = kept;
	pthread_mutex_unlock(&linger->lock);
	if (has_room)
		wake(linger);
	else
		(void)close(kept);
}
