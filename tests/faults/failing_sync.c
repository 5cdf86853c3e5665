/* SPDX-License-Identifier: Apache-2.0 */
/* Loaded before a program: while the file that ABDI_FAIL_SYNC names exists, every sync fails as a
   dying disk's does. */
#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

static int sync_or_fail(const char *name, int file)
{
	int (*real)(int file);
	const char *trigger = getenv("ABDI_FAIL_SYNC");

	if (trigger && access(trigger, F_OK) == 0) {
		errno = EIO;
		return -1;
	}
	*(void **)&real = dlsym(RTLD_NEXT, name);
	return real(file);
}

int fsync(int file)
{
	return sync_or_fail("fsync", file);
}

int fdatasync(int file)
{
	return sync_or_fail("fdatasync", file);
}
