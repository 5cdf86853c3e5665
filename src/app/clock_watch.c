/* SPDX-License-Identifier: Apache-2.0 */
/* The wall clock beside the one that counts since the machine began. */
#include "app/clock_watch.h"

#include "base/log.h"
#include "base/sys.h"

#include <time.h>

int64_t clock_offset(void)
{
	struct timespec steady;

	clock_gettime(CLOCK_BOOTTIME, &steady);
	return clock_files() - ((int64_t)steady.tv_sec * 1000000 + steady.tv_nsec / 1000);
}

void clock_watch(int64_t *kept, int64_t offset)
{
	int64_t jump = offset - *kept;

	if (jump > CLOCK_JUMP_US || jump < -CLOCK_JUMP_US)
		log_error("clock.jumped",
			  "the wall clock was set by %lld s; days and deadlines follow it, the "
			  "order of the trail does not",
			  (long long)(jump / 1000000));
	*kept = offset;
}
