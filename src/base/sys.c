/* SPDX-License-Identifier: Apache-2.0 */
#include "base/sys.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/random.h>
#include <time.h>

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
	return test_clock ? test_clock() : read_clock(CLOCK_REALTIME);
}

int64_t clock_cpu(void)
{
	return read_clock(CLOCK_PROCESS_CPUTIME_ID);
}

/* A server that cannot draw chance must not go on making keys. */
void random_bytes(void *out, size_t len)
{
	unsigned char *at = out;

	if (test_random) {
		test_random(out, len);
		return;
	}
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

void sys_use_clock(int64_t (*now)(void))
{
	test_clock = now;
}

void sys_use_random(void (*fill)(void *out, size_t len))
{
	test_random = fill;
}
