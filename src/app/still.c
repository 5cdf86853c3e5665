/* SPDX-License-Identifier: Apache-2.0 */
/* The table of pages that need no database. */
#include "app/still.h"

#include "generated/routes.h"
#include "http/router.h"

enum when { STILL_DOWN, STILL_ALWAYS };

static const struct {
	enum when when;
	request_handler *handler;
} still[] = {
#define STILL(when, handler) {STILL_##when, handler},
#include "app/still.def"
#undef STILL
};

static bool is_told(const struct route *route, enum when when)
{
	for (size_t i = 0; i < sizeof still / sizeof still[0]; i++)
		if (still[i].handler == route->handler)
			return still[i].when >= when;
	return false;
}

bool still_is(const struct route *route)
{
	return is_told(route, STILL_DOWN);
}

bool still_arrives(struct passage *p)
{
	struct gate *gate = p->gate;

	if (!gate->readers || !is_told(p->req->route, STILL_ALWAYS))
		return false;
	if (p->has_session || api_gate_is_for(p->req))
		return p->is_known || !p->has_session;
	if (!visits_recall(gate->visits, gate->readers, p->req, &p->visited))
		return false;
	p->instansi = p->visited.instansi_id;
	p->has_instansi = !id_is_none(&p->instansi);
	return true;
}
