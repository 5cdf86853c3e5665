/* SPDX-License-Identifier: Apache-2.0 */
/* Finds the questions of a form that may travel ahead. */
#include "app/asking.h"

#include "generated/routes.h"

static const struct {
	request_handler *handler;
	request_ask *ask;
} askings[] = {
#define ASKING(handler, ask, ground) {handler, ask},
#include "app/asking.def"
#undef ASKING
};

request_ask *asking_of(const struct route *route)
{
	for (size_t i = 0; i < sizeof(askings) / sizeof(askings[0]); i++)
		if (askings[i].handler == route->handler)
			return askings[i].ask;
	return NULL;
}
