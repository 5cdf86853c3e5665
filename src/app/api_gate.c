/* SPDX-License-Identifier: Apache-2.0 */
/* Who comes with which key, and what it opens. */
#include "app/api_gate.h"

#include "account/attempts.h"
#include "base/limit.h"
#include "base/say.h"
#include "http/problem.h"
#include "http/router.h"

#define FREE_TRIES 20 /* wrong keys from one address without a wait */
#define LONGEST_WAIT 300 /* seconds */

bool api_gate_is_for(const struct request *req)
{
	return req->route && req->route->api;
}

/* The key of "Authorization: Bearer <key>", or STR_NONE. */
static struct str bearer(const struct request *req)
{
	struct str key, header = request_header(req, "Authorization");
	struct str scheme = str_cut(header, ' ', &key);

	return str_is(str_lower(req->mem, scheme), "bearer") ? str_trim(key) : STR_NONE;
}

bool api_gate_agency(const struct request *req, struct id *out)
{
	return api_key_agency(bearer(req), out);
}

static enum err refuse(struct request *req, int status, enum err err)
{
	respond_problem(&req->response, status, &req->faults);
	return err;
}

static enum err refuse_key(struct request *req)
{
	respond_header(&req->response, "WWW-Authenticate", STR("Bearer realm=\"Abdi\""));
	return refuse(req, 401, ERR_SIGN_IN);
}

static enum err ask_to_wait(struct request *req, int seconds)
{
	respond_header(&req->response, "Retry-After", str_format(req->mem, "%d", seconds));
	return refuse(req, 429, ERR_BUSY);
}

enum err api_gate_identify(struct request *req, struct api_caller *caller, struct actor *actor)
{
	struct str from = str_join(req->mem, STR("kunci api "), req->address);
	struct job *job = &req->job;
	struct id agency;

	*caller = (struct api_caller){.cakupan = 0};
	if (req->route->api->scope == SCOPE_NONE)
		return ERR_OK;
	int seconds = attempts_wait(from, FREE_TRIES, LONGEST_WAIT, job->now);
	if (seconds > 0)
		return ask_to_wait(req, seconds);
	if (bearer(req).len == 0)
		return refuse_key(req);
	enum err err = ERR_NOT_FOUND;
	if (api_gate_agency(req, &agency))
		err = api_key_load(job, bearer(req), caller, actor);
	if (err == ERR_NOT_FOUND) {
		attempts_failed(from, job->now);
		return refuse_key(req);
	}
	/* the trail's request tells by which key */
	job->request_id =
		str_format(req->mem, "%.*s.%.*s", STR_ARG(id_str(req->mem, &caller->kunci_id)),
			   STR_ARG(job->request_id));
	return err;
}

/* So many requests a key and minute; 0: this one is counted, else the seconds to wait. */
static int seconds_to_wait(struct request *req, const struct api_caller *caller,
			   struct limiter *limiter)
{
	struct limit_ask ask = {
		.who = str_join(req->mem, STR("kunci api "), id_str(req->mem, &caller->kunci_id)),
		.limit = {API_RATE_A_MINUTE, 60}};

	return limiter ? limiter_take(limiter, &ask, 1, req->job.now) : 0;
}

enum err api_gate_admit(struct request *req, const struct api_caller *caller,
			struct limiter *limiter)
{
	enum api_scope scope = (enum api_scope)req->route->api->scope;
	const struct actor *actor = req->job.actor;

	if (scope == SCOPE_NONE)
		return ERR_OK;
	if (!api_scopes_have(caller->cakupan, scope)) {
		problem_add(&req->faults, STR("Authorization"), "api.scope",
			    say_format(req->mem, "Kunci ini tidak punya cakupan %s",
				       api_scope_key(scope)));
		return refuse(req, 403, ERR_FORBIDDEN);
	}
	if (!access_may(actor, (enum permission)req->route->permission))
		return refuse(req, 403, ERR_FORBIDDEN);
	int seconds = seconds_to_wait(req, caller, limiter);
	return seconds > 0 ? ask_to_wait(req, seconds) : ERR_OK;
}
