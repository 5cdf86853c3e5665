/* SPDX-License-Identifier: Apache-2.0 */
/* One request, step by step: prepare, identify, admit, work, answer. READ does all in one snapshot; WRITE and SLOW
   identify and admit in a snapshot of the connection's thread, then work on the writer or in the pool. */
#include "app/gate.h"

#include "account/session_cache.h"
#include "app/answer.h"
#include "base/crypto.h"
#include "base/log.h"
#include "base/sys.h"
#include "http/cookie.h"
#include "http/csrf.h"

#include <string.h>

#define GUEST_SECONDS 86400
#define GUEST_TOKEN_BYTES 18
#define REQUEST_ID_BYTES 9

/* One request on its way through the gate; lives in the request's arena. */
struct passage {
	struct gate *gate;
	struct request *req;
	struct actor actor;
	struct session session;
	struct id instansi;
	bool has_instansi;
	bool is_known; /* session and actor are in memory already */
	uint64_t actors_version; /* from before anything was read */
	bool is_new_guest;
	bool is_refused; /* admitted not: the handler does not run */
	enum err err; /* what the handler returned */
};

static const struct id *agency_of(const struct passage *p)
{
	return p->has_instansi ? &p->instansi : NULL;
}

static bool is_reading(const struct request *req)
{
	return str_is(req->method, "GET") || str_is(req->method, "HEAD");
}

static void set_clock(struct passage *p)
{
	struct job *job = &p->req->job;

	job->today = date_of_time(job->now, p->actor.zona);
}

/* A visitor without session gets a token of their own, so that also the sign-in form proves where it came from. */
static void become_guest(struct passage *p)
{
	struct request *req = p->req;
	struct str token = request_cookie(req, cookie_guest_name(req->is_tls));

	p->actor = (struct actor){.zona = ZONA_WIB};
	p->has_instansi = false;
	p->is_new_guest = token.len == 0 && is_reading(req);
	p->actor.csrf = p->is_new_guest ? crypto_token(req->mem, GUEST_TOKEN_BYTES) : token;
	set_clock(p);
}

/* ERR_SIGN_IN when the cookie names no living session. */
static enum err identify(struct passage *p)
{
	enum err err;

	if (!p->has_instansi) {
		become_guest(p);
		return ERR_OK;
	}
	if (p->is_known)
		return ERR_OK;
	if ((err = session_load(&p->req->job, request_session(p->req), &p->session, &p->actor)))
		return err == ERR_NOT_FOUND ? ERR_SIGN_IN : err;
	session_cache_keep(p->gate->sessions, p->req->job.now, p->actors_version, &p->session,
			   &p->actor);
	set_clock(p);
	return ERR_OK;
}

/* With an initial password nothing else is open before it was changed. */
static bool is_open_before_change(const struct request *req)
{
	return str_is(req->path, "/sandi") || str_is(req->path, "/keluar") ||
	       str_is(req->path, "/healthz");
}

static enum err admit(struct passage *p)
{
	struct request *req = p->req;
	enum permission permission = (enum permission)req->route->permission;

	if (permission != PERM_PUBLIC && !p->actor.is_signed_in)
		return ERR_SIGN_IN;
	if (p->actor.is_signed_in && p->session.must_change && !is_open_before_change(req)) {
		p->is_refused = true;
		return respond_see_other(&req->response, STR("/sandi"));
	}
	if (permission != PERM_PUBLIC && !access_may(&p->actor, permission))
		return ERR_FORBIDDEN;
	if (!is_reading(req) &&
	    (!csrf_origin_matches(req) || !csrf_token_matches(req, p->actor.csrf)))
		return ERR_FORBIDDEN;
	return ERR_OK;
}

static enum err enter(struct db *db, struct passage *p)
{
	enum err err;

	p->req->job.db = db;
	if ((err = identify(p)) || (err = admit(p)))
		p->is_refused = true;
	return err;
}

static enum err enter_work(struct db *db, void *arg)
{
	return enter(db, arg);
}

static enum err read_work(struct db *db, void *arg)
{
	struct passage *p = arg;
	enum err err = enter(db, p);

	if (err || p->is_refused)
		return err;
	return p->req->route->handler(p->req, &p->req->response);
}

/* Runs work in a snapshot of the agency the cookie names; a dead session comes in again as a guest. */
static enum err read_as(struct passage *p, db_work *work)
{
	struct gate *gate = p->gate;
	enum err err = store_read(gate->store, agency_of(p), work, p);

	if (err == ERR_SIGN_IN && p->has_instansi && !p->actor.is_signed_in) {
		p->has_instansi = false;
		p->is_refused = false;
		respond_session(&p->req->response, STR_NONE, 0);
		err = store_read(gate->store, NULL, work, p);
	}
	p->req->job.db = NULL;
	return err;
}

static void finish(struct passage *p, enum err err)
{
	struct request *req = p->req;
	bool is_seen = p->actor.is_signed_in && !p->is_refused;

	req->job.db = NULL;
	if (is_seen && session_is_due(&p->session, req->job.now) && is_reading(req)) {
		respond_session(&req->response, request_session(req), SESSION_SECONDS);
		session_touch(p->gate->store, &p->session, &p->actor, req->job.now);
		session_cache_forget(p->gate->sessions, &p->session);
	}
	answer_outcome(req, err);
	if (p->is_new_guest && req->response.content_type &&
	    str_starts(str_from(req->response.content_type), "text/html"))
		respond_cookie(&req->response, cookie_guest_name(req->is_tls), p->actor.csrf,
			       GUEST_SECONDS);
	p->gate->answer(req);
}

/* --- WRITE: on the writer, answered after the commit --- */

static enum err write_work(struct db *db, void *arg)
{
	struct passage *p = arg;
	struct request *req = p->req;

	response_reset(&req->response);
	problems_init(&req->faults, req->mem);
	req->job.db = db;
	p->err = req->route->handler(req, &req->response);
	return p->err;
}

static void write_done(void *arg, enum err err)
{
	struct passage *p = arg;

	if (err != p->err) /* the handler was content, the commit was not */
		response_reset(&p->req->response);
	finish(p, err);
}

/* --- SLOW: in the pool, with a snapshot; request_write changes --- */

struct slow_write {
	struct request *req;
	enum err (*work)(struct job *job, void *arg);
	void *arg;
};

static enum err slow_write_work(struct db *db, void *arg)
{
	struct slow_write *write = arg;
	struct job job = write->req->job;

	job.db = db;
	return write->work(&job, write->arg);
}

static enum err slow_write(struct request *req, enum err (*work)(struct job *job, void *arg),
			   void *arg)
{
	struct passage *p = req->owner;
	struct slow_write write = {req, work, arg};

	return store_write(p->gate->store, req->job.db ? db_instansi(req->job.db) : agency_of(p),
			   slow_write_work, &write);
}

static enum err slow_read_work(struct db *db, void *arg)
{
	struct passage *p = arg;

	p->req->job.db = db;
	return p->req->route->handler(p->req, &p->req->response);
}

static void slow_run(void *arg)
{
	struct passage *p = arg;

	finish(p, store_read(p->gate->store, agency_of(p), slow_read_work, p));
}

/* --- the hooks --- */

static void recall(struct passage *p)
{
	p->actors_version = store_actors_version(p->gate->store);
	if (!p->has_instansi)
		return;
	session_name(request_session(p->req), &p->session);
	p->is_known = session_cache_find(p->gate->sessions, &p->req->job, p->actors_version,
					 &p->session, &p->actor);
	if (p->is_known)
		set_clock(p);
}

static struct passage *passage_make(struct gate *gate, struct request *req)
{
	struct passage *p = arena_new(req->mem, struct passage);

	p->gate = gate;
	p->req = req;
	p->actor.zona = ZONA_WIB;
	req->owner = p;
	req->write = slow_write;
	req->job.now = clock_now();
	req->job.actor = &p->actor;
	req->job.request_id = crypto_token(req->mem, REQUEST_ID_BYTES);
	req->job.data_dir = gate->data_dir;
	set_clock(p);
	p->has_instansi = session_agency(request_session(req), &p->instansi);
	return p;
}

static enum err submit(struct passage *p)
{
	switch (p->req->route->lane) {
	case LANE_READ: return ERR_OK;
	case LANE_WRITE:
		return store_submit(p->gate->store, agency_of(p), write_work, write_done, p);
	case LANE_SLOW: return pool_submit(p->gate->pool, slow_run, p);
	}
	__builtin_unreachable();
}

void gate_handle(void *arg, struct request *req)
{
	struct passage *p = passage_make(arg, req);
	enum err err;

	recall(p);
	if (req->route->lane == LANE_READ) {
		finish(p, read_as(p, read_work));
		return;
	}
	err = p->is_known ? enter(NULL, p) : read_as(p, enter_work);
	if (err || p->is_refused || (err = submit(p)))
		finish(p, err);
}

void gate_refuse(void *arg, struct request *req, int status)
{
	struct passage *p = passage_make(arg, req);

	p->has_instansi = false; /* errors before a route need nobody's data */
	answer_status(req, status);
}
