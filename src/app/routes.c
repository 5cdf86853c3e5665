/* SPDX-License-Identifier: Apache-2.0 */
/* The route table, made of routes.def. */
#include "app/gate.h"
#include "form/field.h"
#include "generated/routes.h"
#include "law/access.h"
#include "law/api_scope.h"
#include "render/record.h"

#define PREPARE_ALIVE(handler) NULL
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
#include "app/routes.def"

static const struct route routes[] = {
#define ROUTE(method, path, permission, lane, handler)                                             \
	{#method, path, PERM_##permission, LANE_##lane, handler, PREPARE_##lane(handler), NULL},
#define API(method, path, permission, scope, lane, handler, asks, tells, words)                    \
	{#method,	  path, PERM_##permission, LANE_##lane, handler, PREPARE_##lane(handler),  \
	 &handler##_route},
#include "app/routes.def"
};

/* What anybody may send has a row in public.def, with the day its words are deleted or why it
   keeps none: a route without one names a PUBLIC_DAYS_<handler> that does not exist. */
enum {
#define PUBLIC_FORM(handler, path, forget, days, an_address, the_form, purpose)                    \
	PUBLIC_DAYS_##handler = days,
#define PUBLIC_FREE(handler, why) PUBLIC_DAYS_##handler = 0,
#include "app/public.def"
#undef PUBLIC_FORM
#undef PUBLIC_FREE
};

#define PUBLIC_FREE(handler, why)
#define PUBLIC_FORM(handler, path, forget, days, an_address, the_form, purpose)                    \
	_Static_assert((days) > 0, "what the public writes is deleted one day: " #handler);
#include "app/public.def"
#undef PUBLIC_FORM

#define CHANGES_POST_PUBLIC ~, SENT
#define CHANGES_PUT_PUBLIC ~, SENT
#define CHANGES_PATCH_PUBLIC ~, SENT
#define CHANGES_DELETE_PUBLIC ~, SENT
#define SECOND(a, b, ...) b
#define SENT_OR_NOT(...) SECOND(__VA_ARGS__, NOT, )
#define DAYS_SENT(handler) PUBLIC_DAYS_##handler
#define DAYS_NOT(handler) 0
#define GLUE(a, b) a##b
#define DAYS(sent, handler) GLUE(DAYS_, sent)(handler)

#define ROUTE(method, path, permission, lane, handler)                                             \
	_Static_assert(DAYS(SENT_OR_NOT(CHANGES_##method##_##permission), handler) >= 0, path);
#include "app/routes.def"

const struct route_table app_routes = {routes, (int)(sizeof(routes) / sizeof(*routes))};
