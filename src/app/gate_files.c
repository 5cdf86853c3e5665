/* SPDX-License-Identifier: Apache-2.0 */
/* The head of a request with files has come: are they worth keeping? */
#include "app/gate.h"
#include "app/passage.h"

#include "http/exchange.h"

static enum err identify_work(struct db *db, void *arg)
{
	struct passage *p = arg;
	enum err err;

	p->req->job.db = db;
	if ((err = gate_identify(p)))
		return err;
	if (api_gate_is_for(p->req))
		return api_gate_admit(p->req, &p->caller, NULL);
	return access_may(&p->actor, (enum permission)p->req->route->permission) ? ERR_OK
										 : ERR_FORBIDDEN;
}

static bool looks_up_files(struct passage *p)
{
	struct request *req = p->req;
	bool takes = store_read(p->gate->store, agency_of(p), identify_work, p) == ERR_OK;

	response_reset(&req->response); /* a refusal is told when the whole request is here */
	problems_init(&req->faults, req->mem);
	return takes;
}

enum files_verdict gate_takes_files(void *arg, struct request *req)
{
	struct passage *p = gate_passage(arg, req);
	bool takes = false;

	if (p->is_known)
		takes = access_may(&p->actor, (enum permission)req->route->permission);
	else if (p->has_session && p->gate->readers)
		return FILES_LATER;
	else if (p->has_session)
		takes = looks_up_files(p);
	return takes ? FILES_KEEP : FILES_DROP;
}

static void judge_run(void *arg)
{
	struct passage *p = arg;

	p->gate->judged(p->req, looks_up_files(p));
}

void gate_judge(void *arg, struct request *req)
{
	struct gate *gate = arg;

	if (pool_submit(gate->readers, judge_run, req->owner))
		gate->judged(req, false);
}
