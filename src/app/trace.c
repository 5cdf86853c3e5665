/* SPDX-License-Identifier: Apache-2.0 */
#include "app/trace.h"

#include "audit/audit.h"
#include "generated/routes.h"
#include "jejak/reading.h"
#include "law/access.h"

#define QUERY_MAX 300 /* a longer question tells nothing more of what was downloaded */

enum trace_kind { TRACE_READS, TRACE_LISTS, TRACE_EXPORTS, TRACE_ALONE };

static const struct trace {
	request_handler *handler;
	enum trace_kind kind;
	const char *deed, *param;
} traces[] = {
#define READS(handler, deed, param) {handler, TRACE_READS, deed, param},
#define LISTS(handler, deed) {handler, TRACE_LISTS, deed, NULL},
#define EXPORTS(handler, deed) {handler, TRACE_EXPORTS, deed, NULL},
#define ALONE(handler, why) {handler, TRACE_ALONE, NULL, NULL},
#include "app/trace.def"
#undef READS
#undef LISTS
#undef EXPORTS
#undef ALONE
};

static const struct trace *trace_of(const struct route *route)
{
	for (size_t i = 0; i < sizeof traces / sizeof traces[0]; i++)
		if (traces[i].handler == route->handler)
			return &traces[i];
	return NULL;
}

bool trace_knows(const struct route *route)
{
	return trace_of(route) != NULL;
}

void trace_reading(struct reading *reading, const struct request *req)
{
	const struct trace *trace = trace_of(req->route);
	struct reading_look look = {.actor = req->job.actor, .now = req->job.now};

	if (!trace || req->response.status != 200)
		return;
	if (trace->kind == TRACE_LISTS)
		look.object = look.actor->instansi_id;
	else if (trace->kind != TRACE_READS || request_id_param(req, trace->param, &look.object))
		return;
	look.deed = trace->deed;
	if (!id_equal(&look.object, &look.actor->pegawai_id) &&
	    !id_equal(&look.object, &look.actor->akun_id))
		reading_note(reading, &look);
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

enum err trace_export(struct store *store, const struct request *req)
{
	const struct trace *trace = trace_of(req->route);

	if (!trace || trace->kind != TRACE_EXPORTS || req->response.status != 200)
		return ERR_OK;
	struct exporting exporting = {req, trace->deed};
	return store_write(store, &req->job.actor->instansi_id, export_work, &exporting);
}
