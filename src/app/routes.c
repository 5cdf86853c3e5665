/* SPDX-License-Identifier: Apache-2.0 */
/* The route table, made of routes.def and api.def. */
#include "app/gate.h"
#include "form/field.h"
#include "generated/routes.h"
#include "law/access.h"
#include "law/api_scope.h"
#include "render/record.h"

#define PREPARE_READ(handler) NULL
#define PREPARE_WRITE(handler) NULL
#define PREPARE_SLOW(handler) NULL
#define PREPARE_INTAKE(handler) NULL
#define PREPARE_PASSWORD(handler) NULL
#define PREPARE_FILES(handler) handler##_files

/* What asks nothing, what answers no record. */
const struct form_table none_form = {.name = ""};
const struct record none_record = {.name = ""};

#define API(method, path, permission, scope, lane, handler, asks, tells, words)                    \
	static const struct route_api handler##_route = {SCOPE_##scope, &asks##_form,              \
							 &tells##_record, false, words};
#define API_LIST(method, path, permission, scope, lane, handler, asks, tells, words)               \
	static const struct route_api handler##_route = {SCOPE_##scope, &asks##_form,              \
							 &tells##_record, true, words};
#include "app/api.def"
#undef API_LIST
#undef API

static const struct route routes[] = {
#define ROUTE(method, path, permission, lane, handler)                                             \
	{#method, path, PERM_##permission, LANE_##lane, handler, PREPARE_##lane(handler), NULL},
#include "app/routes.def"
#undef ROUTE
#define API(method, path, permission, scope, lane, handler, asks, tells, words)                    \
	{#method,	  path, PERM_##permission, LANE_##lane, handler, PREPARE_##lane(handler),  \
	 &handler##_route},
#define API_LIST API
#include "app/api.def"
#undef API_LIST
#undef API
};

const struct route_table app_routes = {routes, (int)(sizeof(routes) / sizeof(*routes))};
