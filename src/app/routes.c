/* SPDX-License-Identifier: Apache-2.0 */
#include "generated/routes.h"
#include "app/gate.h"
#include "law/access.h"

#define PREPARE_READ(handler) NULL
#define PREPARE_WRITE(handler) NULL
#define PREPARE_SLOW(handler) NULL
#define PREPARE_INTAKE(handler) NULL
#define PREPARE_PASSWORD(handler) NULL
#define PREPARE_FILES(handler) handler##_files

static const struct route routes[] = {
#define ROUTE(method, path, permission, lane, handler)                                             \
	{#method, path, PERM_##permission, LANE_##lane, handler, PREPARE_##lane(handler)},
#include "app/routes.def"
#undef ROUTE
};

const struct route_table app_routes = {routes, (int)(sizeof(routes) / sizeof(*routes))};
