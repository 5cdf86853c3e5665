/* SPDX-License-Identifier: Apache-2.0 */
/* Finds a route's row and writes or gathers what it tells. */
#include "app/trail_route.h"

#include "audit/audit.h"
#include "generated/routes.h"
#include "trail/trail_look.h"
#include "law/access.h"

#define QUERY_MAX 300 /* a longer question tells nothing more of what was downloaded */

enum trail_kind { ROUTE_READS, ROUTE_LISTS, ROUTE_EXPORTS, ROUTE_ALONE };

static const struct trail_route {
	request_handler *handler;
	enum trail_kind kind;
	const char *deed, *param;
} trail_routes[] = {
#define READS(handler, deed, param) {handler, ROUTE_READS, deed, param},
#define LISTS(handler, deed) {handler, ROUTE_LISTS, deed, NULL},
#define EXPORTS(handler, deed) {handler, ROUTE_EXPORTS, deed, NULL},
#define ALONE(handler, why) {handler, ROUTE_ALONE, NULL, NULL},
#include "app/trail_route.def"
#undef READS
#undef LISTS
#undef EXPORTS
#undef ALONE
};

static const struct trail_route *trail_route_of(const struct route *route)
{
	for (size_t i = 0; i < sizeof trail_routes / sizeof trail_routes[0]; i++)
		if (trail_routes[i].handler == route->handler)
			return &trail_routes[i];
	return NULL;
}

bool trail_route_knows(const struct route *route)
{
	return trail_route_of(route) != NULL;
}

void trail_route_look(struct trail_looks *looks, const struct request *req)
{
	const struct trail_route *told = trail_route_of(req->route);
	struct trail_look look = {.actor = req->job.actor, .now = req->job.now};

	if (!told || req->response.status != 200)
		return;
	if (told->kind == ROUTE_LISTS)
		look.object = look.actor->instansi_id;
	else if (told->kind != ROUTE_READS || request_id_param(req, told->param, &look.object))
		return;
	look.deed = told->deed;
	if (!id_equal(&look.object, &look.actor->pegawai_id) &&
	    !id_equal(&look.object, &look.actor->akun_id))
		trail_looks_note(looks, &look);
}

struct exporting {
	const struct request *req;
	const char *deed;
};

static enum err export_work(struct db *db, void *arg)
{
	struct exporting *exporting = arg;
	const struct request *req = exporting->req;
	struct job job = req->job;
	struct audit_entry entry = {.deed = exporting->deed, .reason = req->path};

	job.db = db;
	if (req->query_text.len > 0 && req->query_text.len < QUERY_MAX)
		entry.reason = str_format(job.mem, "%.*s?%.*s", STR_ARG(req->path),
					  STR_ARG(req->query_text));
	return audit_add(&job, &entry);
}

enum err trail_route_export(struct store *store, const struct request *req)
{
	const struct trail_route *told = trail_route_of(req->route);

	if (!told || told->kind != ROUTE_EXPORTS || req->response.status != 200)
		return ERR_OK;
	struct exporting exporting = {req, told->deed};
	return store_write(store, &req->job.actor->instansi_id, export_work, &exporting);
}
