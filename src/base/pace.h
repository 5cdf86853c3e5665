/* SPDX-License-Identifier: Apache-2.0 */
/* How work goes on that nobody waits for: in portions, with a rest between them, so that others go
   first. */
#ifndef ABDI_BASE_PACE_H
#define ABDI_BASE_PACE_H
#include <stdbool.h>
#include <stddef.h>

/* rest(arg) between two portions; false: it is time to stop, the rest is for another day. */
struct pace {
	bool (*rest)(void *arg);
	void *arg;
};

/* Shall another portion follow? pace NULL: at once. */
static inline bool pace_goes_on(const struct pace *pace)
{
	return !pace || pace->rest(pace->arg);
}

#endif
