/* SPDX-License-Identifier: Apache-2.0 */
/* The page that explains the API to who writes a program for it. */
#include "app/api_gate.h"
#include "app/api_guide_view.h"
#include "app/api_records.h"
#include "app/gate.h"
#include "generated/routes.h"
#include "generated/app_templates.h"
#include "http/records.h"
#include "http/router.h"
#include "http/shell_web.h"
#include "law/access.h"

static void routes_fill(struct arena *mem, struct api_guide_view *view)
{
	view->routes = arena_array(mem, struct api_guide_route, app_routes.count);
	for (int i = 0; i < app_routes.count; i++) {
		const struct route *route = &app_routes.at[i];
		if (!route->api)
			continue;
		view->routes[view->route_count++] = (struct api_guide_route){
			.method = route->method,
			.path = route->path,
			.words = route->api->words,
			.scope = api_scope_key((enum api_scope)route->api->scope),
			.record = route->api->tells->name,
			.is_list = route->api->is_list,
			.is_change = !str_is(str_from(route->method), "GET"),
			.takes_files = router_takes_files(route->lane),
			.asks = route->api->asks,
		};
	}
}

static void records_fill(struct arena *mem, struct api_guide_view *view)
{
	struct api_records all;

	api_records_gather(&all);
	view->records = arena_array(mem, struct api_guide_record, all.count + 1);
	view->record_count = all.count;
	for (int i = 0; i < all.count; i++) {
		const struct record *record = all.at[i];
		struct api_guide_member *members =
			arena_array(mem, struct api_guide_member, record->count);
		for (int m = 0; m < record->count; m++)
			members[m] = (struct api_guide_member){
				.name = record->members[m].name,
				.words = record->members[m].words,
				.type = record_type(mem, &record->members[m])};
		view->records[i] = (struct api_guide_record){record, members};
	}
}

enum err api_guide_page(struct request *req, struct response *res)
{
	struct api_guide_view view = {.limit_max = RECORDS_LIMIT_MAX, .rate = API_RATE_A_MINUTE};
	struct shell shell;

	routes_fill(request_mem(req), &view);
	records_fill(request_mem(req), &view);
	view.may_manage = access_may(request_job(req)->actor, PERM_API_MANAGE);
	view.kinds = problem_kinds(&view.kind_count);
	shell_make(req, &shell, "");
	html_api_guide(respond_html(res, 200), &shell, &view);
	return ERR_OK;
}
