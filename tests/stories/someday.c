/* SPDX-License-Identifier: Apache-2.0 */
/* Linked beside main.c, it makes the program the stories run: the same, on another day. The program
   people run cannot be told one. ABDI_SOMEDAY: seconds from now to the moment it believes in. */
#include "base/sys.h"

#include <stdlib.h>

static int64_t shift;

static int64_t someday(void)
{
	return clock_files() + shift;
}

__attribute__((constructor)) static void believe(void)
{
	const char *seconds = getenv("ABDI_SOMEDAY");

	if (!seconds)
		return;
	shift = strtoll(seconds, NULL, 10) * 1000000;
	sys_use_clock(someday);
}
