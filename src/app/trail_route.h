/* SPDX-License-Identifier: Apache-2.0 */
/* What the trail tells of pages that show somebody's data: trail_route.def. */
#ifndef ABDI_APP_TRAIL_ROUTE_H
#define ABDI_APP_TRAIL_ROUTE_H
#include "db/store.h"
#include "http/exchange.h"
#include "http/router.h"

struct trail_looks;

/* A page was answered: if it showed somebody's data it is noted, and written within a minute. */
void trail_route_look(struct trail_looks *looks, const struct request *req);
/* A download is ready: its entry is written now, and without it the bytes do not leave. */
MUST_CHECK enum err trail_route_export(struct store *store, const struct request *req);
/* Does trail_route.def name this route? */
bool trail_route_knows(const struct route *route);

#endif
