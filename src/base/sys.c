/* SPDX-License-Identifier: Apache-2.0 */
/* Clock and chance of the operating system, unless a test put its own in place. */
#include "base/sys.h"

#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <time.h>
#include <unistd.h>

static int64_t (*test_clock)(void);
static void (*test_random)(void *out, size_t len);

static int64_t read_clock(clockid_t clock)
{
	struct timespec at;

	if (clock_gettime(clock, &at))
		abort();
	return (int64_t)at.tv_sec * 1000000 + at.tv_nsec / 1000;
}

int64_t clock_now(void)
{
	return test_clock ? test_clock() : clock_files();
}

int64_t clock_files(void)
{
	return read_clock(CLOCK_REALTIME);
}

int64_t clock_cpu(void)
{
	return read_clock(CLOCK_PROCESS_CPUTIME_ID);
}

/* A server that cannot draw chance must not go on making keys. */
static void draw(unsigned char *at, size_t len)
{
	while (len) {
		ssize_t got = getrandom(at, len, 0);
		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			abort();
		at += got;
		len -= (size_t)got;
	}
}

/* Chance drawn ahead, for a page takes it three times and each call of the kernel costs more than a
   row of the store. What was given away is wiped at once; a child of the process draws its own. */
#define AHEAD 480
struct ahead {
	unsigned char bytes[AHEAD];
	size_t left; /* at the front */
	unsigned family;
};
static _Thread_local struct ahead ahead;
static atomic_uint family = 1;

static void begin_family(void)
{
	atomic_fetch_add(&family, 1);
}

static void watch_forks(void)
{
	if (pthread_atfork(NULL, NULL, begin_family))
		abort();
}

void random_bytes(void *out, size_t len)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;

	if (test_random) {
		test_random(out, len);
		return;
	}
	if (len > AHEAD / 8) {
		draw(out, len);
		return;
	}
	(void)pthread_once(&once, watch_forks);
	if (ahead.left < len || ahead.family != atomic_load(&family)) {
		draw(ahead.bytes, AHEAD);
		ahead.left = AHEAD;
		ahead.family = atomic_load(&family);
	}
	ahead.left -= len;
	memcpy(out, ahead.bytes + ahead.left, len);
	explicit_bzero(ahead.bytes + ahead.left, len);
}

/* What the container may use; INT64_MAX: no limit is told. */
static int64_t memory_limit(void)
{
	FILE *file = fopen("/sys/fs/cgroup/memory.max", "re");
	char text[32];
	int64_t limit = 0;

	if (!file)
		return INT64_MAX;
	if (fgets(text, sizeof(text), file))
		limit = strtoll(text, NULL, 10);
	(void)fclose(file);
	return limit > 0 ? limit : INT64_MAX; /* "max" */
}

int64_t memory_total(void)
{
	int64_t machine = (int64_t)sysconf(_SC_PHYS_PAGES) * sysconf(_SC_PAGESIZE);
	int64_t limit = memory_limit();

	return machine < limit ? machine : limit;
}

void sys_use_clock(int64_t (*now)(void))
{
	test_clock = now;
}

void sys_use_random(void (*fill)(void *out, size_t len))
{
	test_random = fill;
}
