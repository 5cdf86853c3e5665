/* SPDX-License-Identifier: Apache-2.0 */
/* The table of pages that need no database. */
#include "app/still.h"

#include "generated/routes.h"

static request_handler *const still[] = {
#define STILL(handler) handler,
#include "app/still.def"
#undef STILL
};

bool still_is(const struct route *route)
{
	for (size_t i = 0; i < sizeof still / sizeof still[0]; i++)
		if (still[i] == route->handler)
			return true;
	return false;
}
