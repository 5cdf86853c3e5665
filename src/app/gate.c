/* SPDX-License-Identifier: Apache-2.0 */
/* One request, step by step: prepare, identify, admit (or ask for the password and resume),
   work, answer. READ does all in one snapshot; WRITE and SLOW identify and admit in a snapshot
   of the connection's thread, then work on the writer or in the pool. */
#include "app/gate.h"

#include "account/session_cache.h"
#include "app/answer.h"
#include "account/refused.h"
#include "app/asking.h"
#include "app/health.h"
#include "app/knock.h"
#include "app/named_files.h"
#include "app/passage.h"
#include "app/public.h"
#include "app/repeat.h"
#include "app/resume.h"
#include "app/still.h"
#include "app/trail_route.h"
#include "base/crypto.h"
#include "base/sys.h"
#include "http/csrf.h"

#define GUEST_SECONDS 86400
#define REQUEST_ID_BYTES 9

/* With an initial password nothing else is open before it was changed. */
static bool is_open_before_change(const struct request *req)
{
	return str_is(req->path, "/sandi") || str_is(req->path, "/keluar") ||
	       str_is(req->path, "/healthz");
}

/* May this actor do the deed of this route? */
static enum err admit_actor(struct passage *p)
{
	struct request *req = p->req;
	enum permission permission = (enum permission)req->route->permission;

	if (p->actor.is_signed_in && p->actor.must_change && !is_open_before_change(req)) {
		p->is_refused = true;
		return respond_see_other(&req->response, STR("/sandi"));
	}
	if (permission != PERM_PUBLIC && !access_may(&p->actor, permission))
		return ERR_FORBIDDEN;
	return ERR_OK;
}

/* Deeds on the own account are begun anew: their forms hold passwords. */
static bool is_kept(const struct passage *p)
{
	return p->req->route->permission != PERM_ACCOUNT_OWN;
}

/* The form waits on the answer for the password, or has brought it. */
static enum err pause_form(struct passage *p, enum resume mode)
{
	p->is_refused = true;
	if (mode != RESUME_SEND && resume_is_answered(p->req))
		p->resume = mode;
	else
		resume_page(p->req, mode, &p->claim, 401);
	return ERR_OK;
}

/* A form of somebody whose session has ended. The page that kept it proves itself by the guest's
   token. */
static enum err admit_visitor_form(struct passage *p)
{
	struct request *req = p->req;

	if (request_is_reading(req) || !is_kept(p) || !resume_claim(req, &p->claim))
		return ERR_SIGN_IN;
	if (resume_is_answered(req) && !csrf_token_matches(req, p->actor.csrf))
		return ERR_FORBIDDEN;
	return pause_form(p, RESUME_SIGN_IN);
}

/* The token of an older session of the same account: another tab has signed in anew meanwhile. */
static enum err admit_old_form(struct passage *p)
{
	if (!p->actor.is_signed_in || !is_kept(p) || !resume_claim(p->req, &p->claim) ||
	    !id_equal(&p->claim, &p->actor.akun_id))
		return ERR_FORBIDDEN;
	return pause_form(p, RESUME_SEND);
}

static bool is_stale(const struct passage *p)
{
	return p->actor.is_signed_in && !p->actor.is_fresh &&
	       access_needs_fresh((enum permission)p->req->route->permission,
				  request_is_reading(p->req));
}

static enum err ask_password(struct passage *p)
{
	p->is_refused = true;
	p->claim = p->actor.akun_id;
	if (request_wants_json(p->req))
		return ERR_SIGN_IN;
	return request_is_reading(p->req) ? resume_reading(p->req) : pause_form(p, RESUME_CONFIRM);
}

/* Admitted only since the head of the request was judged: the files are gone, and sending again
   helps. */
static enum err keep_files(const struct request *req)
{
	return req->has_lost_files && req->upload_count > 0 ? ERR_BUSY : ERR_OK;
}

static enum err admit(struct passage *p)
{
	struct request *req = p->req;
	enum err err;

	if (api_gate_is_for(req)) {
		err = api_gate_admit(req, &p->caller, p->gate->limiter);
		return err ? err : keep_files(req);
	}
	if ((p->is_refused = req->is_visit && public_refuses_look(p->gate->limiter, req)))
		return ERR_OK;
	if (req->route->permission != PERM_PUBLIC && !p->actor.is_signed_in)
		return admit_visitor_form(p);
	if ((err = admit_actor(p)) || p->is_refused)
		return err;
	if (!request_is_reading(req) && !csrf_origin_matches(req))
		return ERR_FORBIDDEN;
	if (!request_is_reading(req) && req->public_form)
		return public_admit(p->gate->limiter, req, p->actor.csrf, &p->is_refused);
	if (!request_is_reading(req) && !csrf_token_matches(req, p->actor.csrf))
		return admit_old_form(p);
	if (is_stale(p))
		return ask_password(p);
	return keep_files(req);
}

static enum err enter(struct db *db, struct passage *p)
{
	enum err err;

	p->req->job.db = db;
	if ((err = gate_identify(p)) || (err = admit(p)))
		p->is_refused = true;
	else
		knock(p);
	return err;
}

static enum err enter_work(struct db *db, void *arg)
{
	struct passage *p = arg;
	enum err err = enter(db, p);

	p->statements += db_statements(db);
	return err;
}

static enum err read_work(struct db *db, void *arg)
{
	struct passage *p = arg;
	enum err err = enter(db, p);

	p->has_run = !err && !p->is_refused;
	if (p->has_run)
		err = p->req->route->handler(p->req, &p->req->response);
	p->statements += db_statements(db);
	return err;
}

/* Runs work in a snapshot of the agency the cookie names; a dead session comes in again as a
   guest. */
static enum err read_as(struct passage *p, db_work *work)
{
	struct gate *gate = p->gate;
	enum err err = store_read(gate->store, agency_of(p), work, p);

	if (err == ERR_SIGN_IN && p->has_session && !p->actor.is_signed_in &&
	    !api_gate_is_for(p->req)) {
		p->has_session = p->is_refused = false;
		respond_session(&p->req->response, STR_NONE, 0);
		if (!(err = gate_arrive(p)))
			err = store_read(gate->store, agency_of(p), work, p);
	}
	p->req->job.db = NULL;
	return err;
}

/* Everything of an answer but its sending. */
static void settle(struct passage *p, enum err err)
{
	struct request *req = p->req;
	bool is_seen = p->actor.is_signed_in && !p->is_refused;

	req->job.db = NULL;
	if (err == ERR_FORBIDDEN)
		refused_note(REFUSED_DEED, &p->actor.instansi_id, &p->actor.akun_id, req->job.now);
	if (is_seen && api_gate_is_for(req)) {
		api_key_touch(p->gate->store, &p->caller, &p->actor, req->job.today);
	} else if (is_seen && session_is_due(&p->session, req->job.now) &&
		   request_is_reading(req)) {
		respond_session(&req->response, request_session(req), SESSION_SECONDS);
		session_touch(p->gate->store, &p->session, &p->actor, req->job.now);
		session_cache_forget(p->gate->sessions, &p->session);
	}
	if (p->cookie.len > 0)
		respond_session(&req->response, p->cookie, SESSION_SECONDS);
	answer_outcome(req, err);
	if (!p->is_refused)
		answer_receipt(req);
	if (is_seen && request_is_reading(req))
		trail_route_look(p->gate->looks, req);
	if (p->gate->tells_statements)
		respond_header(&req->response, "Server-Timing",
			       str_format(req->mem, "db;desc=\"%u statements\"", p->statements));
	if (p->is_new_guest && req->response.content_type &&
	    str_starts(str_from(req->response.content_type), "text/html"))
		respond_cookie(&req->response, COOKIE_GUEST, p->actor.csrf, GUEST_SECONDS);
}

/* The database does not answer, and the page can be told without it: as to a visitor. */
static enum err answer_without_store(struct passage *p)
{
	struct request *req = p->req;

	p->has_session = p->is_refused = p->has_instansi = false;
	p->visited = (struct agency){0}; /* its own pages stand in the database */
	gate_become_guest(p);
	p->is_new_guest = false; /* their own token may still be there, behind the session */
	response_reset(&req->response);
	req->job.db = NULL;
	return req->route->handler(req, &req->response);
}

static void draw_run(void *arg)
{
	struct passage *p = arg;

	gate_draw(p->gate, p->req);
	p->gate->answer(p->req);
}

/* A page that is still to be drawn is drawn by gate_draw: on the connection's own thread, or on one
   that may wait for the database. */
static void finish(struct passage *p, enum err err)
{
	struct response *res = &p->req->response;

	if ((err == ERR_STORE || err == ERR_BUSY) && !p->has_run && still_is(p->req->route))
		err = answer_without_store(p);
	p->err = err;
	if (res->draw && p->gate->readers) {
		if (!pool_submit(p->gate->readers, draw_run, p))
			return;
		res->draw = NULL;
		err = ERR_BUSY;
	}
	if (!res->draw)
		settle(p, err);
	p->gate->answer(p->req);
}

/* --- WRITE: on the writer, answered after the commit --- */

static void write_done(void *arg, enum err err);

static enum err write_work(struct db *db, void *arg)
{
	struct passage *p = arg;
	struct request *req = p->req;

	response_reset(&req->response);
	problems_init(&req->faults, req->mem);
	req->job.db = db;
	p->err = repeat_handle(req, &p->run);
	p->statements += db_statements(db);
	return p->err;
}

/* The handler's questions, sent ahead for several forms at once. */
static void write_ask(struct db *db, void *arg)
{
	struct passage *p = arg;

	p->req->job.db = db;
	asking_of(p->req->route)(p->req);
}

/* A form that was asked about its key first takes its own way. */
static enum err write_submit(struct passage *p)
{
	bool asks = asking_of(p->req->route) && !p->run.asks_first;
	struct store_order order = {.instansi = agency_of(p),
				    .ask = asks ? write_ask : NULL,
				    .work = write_work,
				    .done = write_done,
				    .arg = p};

	return store_submit_order(p->gate->store, &order);
}

static void write_done(void *arg, enum err err)
{
	struct passage *p = arg;

	if (err == ERR_CONFLICT && !p->run.is_asked && !p->run.asks_first) {
		p->run.asks_first =
			true; /* the key was there already, or something else stands in the way */
		if (!(err = write_submit(p)))
			return;
	}
	if (err != p->err) /* the handler was content, the commit was not */
		response_reset(&p->req->response);
	finish(p, err == p->err && p->run.is_known ? p->run.err : err);
}

/* --- FILES: what was uploaded is hashed and synced in the pool, so that the writer never waits
   for it --- */

static void files_run(void *arg)
{
	struct passage *p = arg;
	enum err err;

	named_files_read(p->req);
	err = p->req->route->prepare(p->req);
	if (!err)
		err = write_submit(p);
	if (err)
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
	struct passage *p = write->req->owner;
	struct job job = write->req->job;
	enum err err;

	job.db = db;
	err = write->work(&job, write->arg);
	p->statements += db_statements(db);
	return err;
}

static enum err slow_write(struct request *req, enum err (*work)(struct job *job, void *arg),
			   void *arg)
{
	struct passage *p = req->owner;
	struct slow_write write = {req, work, arg};
	enum err err =
		store_write(p->gate->store, req->job.db ? db_instansi(req->job.db) : agency_of(p),
			    slow_write_work, &write);

	p->has_kept = p->has_kept || err == ERR_OK;
	return err;
}

static enum err slow_read_work(struct db *db, void *arg)
{
	struct passage *p = arg;
	enum err err;

	p->req->job.db = db;
	err = p->req->route->handler(p->req, &p->req->response);
	p->statements += db_statements(db);
	return err;
}

/* Would be told as "nothing is stored", which is no longer true once a part of the deed is. */
static bool says_refused(enum err err)
{
	return err == ERR_BUSY || err == ERR_STORE || err == ERR_IO || err == ERR_HALTED;
}

static void slow_run(void *arg)
{
	struct passage *p = arg;

	named_files_read(p->req);
	enum err err = store_read(p->gate->store, agency_of(p), slow_read_work, p);

	if (!err)
		err = trail_route_export(p->gate->store, p->req);
	finish(p, p->has_kept && says_refused(err) ? ERR_UNKNOWN : err);
}

/* --- resume: a form that brings the password opens a new session, then goes on in its lane --- */

static enum err submit(struct passage *p);

static void resume_run(void *arg)
{
	struct passage *p = arg;
	enum err err = gate_resume(p);

	if (!err && !p->is_refused)
		err = admit_actor(p);
	if (err || p->is_refused) {
		finish(p, err);
		return;
	}
	resume_strip(p->req);
	p->resume = RESUME_NOT; /* from here like any other */
	if (p->req->route->lane == LANE_READ)
		slow_run(p);
	else if ((err = submit(p)))
		finish(p, err);
}

/* --- the hooks --- */

static void recall(struct passage *p)
{
	p->actors_version = store_version(p->gate->store, STORE_ACTORS);
	if (!p->has_session || api_gate_is_for(p->req))
		return;
	session_name(request_session(p->req), &p->session);
	p->is_known = session_cache_find(p->gate->sessions, &p->req->job, p->actors_version,
					 &p->session, &p->actor);
	if (p->is_known)
		face_actor(p);
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
	face_actor(p);
	req->trouble = health_trouble(gate);
	req->is_visit = req->route && router_is_visit(req->route);
	req->public_form = req->is_visit ? public_form_of(req->route) : NULL;
	p->has_session =
		api_gate_is_for(req)
			? api_gate_agency(req, &p->instansi)
			: !req->is_visit && session_agency(request_session(req), &p->instansi);
	p->has_instansi = p->has_session;
	return p;
}

/* Does what was found out at the head of a request with files still hold at its end? As long as the
   memory of sessions would have held it. */
static bool is_fresh(const struct passage *p)
{
	return p->actors_version == store_version(p->gate->store, STORE_ACTORS) &&
	       clock_now() - p->req->job.now < SESSION_CACHE_SECONDS * INT64_C(1000000);
}

/* Who asks is found out once for each request, be it at its head. */
struct passage *gate_passage(struct gate *gate, struct request *req)
{
	struct passage *p = req->owner;

	if (p && is_fresh(p)) {
		req->job.now = clock_now();
		face_actor(p);
		return p;
	}
	p = passage_make(gate, req);
	recall(p);
	return p;
}

static void give_way(void *arg)
{
	finish(arg, ERR_BUSY);
}

static enum err submit(struct passage *p)
{
	if (p->resume != RESUME_NOT)
		return knock_wait(p, resume_run, give_way);
	if (router_takes_files(p->req->route->lane))
		named_files_add(p->req);
	switch (p->req->route->lane) {
	case LANE_ALIVE:
	case LANE_READ: return ERR_OK;
	case LANE_WRITE: return write_submit(p);
	case LANE_FILES:
		if (p->req->upload_count > 0)
			return pool_submit(p->gate->pool, files_run, p);
		return write_submit(p);
	case LANE_SLOW:
	case LANE_INTAKE: return pool_submit(p->gate->pool, slow_run, p);
	case LANE_PASSWORD: return knock_wait(p, slow_run, give_way);
	}
	__builtin_unreachable();
}

/* Answered already, unless it goes on in another lane or brings the password first. */
static bool goes_on(const struct passage *p)
{
	return p->resume != RESUME_NOT || (!p->is_refused && p->req->route->lane != LANE_READ);
}

/* Everything that may wait for the database. */
static void handle(struct passage *p)
{
	struct request *req = p->req;
	enum err err = p->has_session || api_gate_is_for(req) ? ERR_OK : gate_arrive(p);

	if (err)
		p->is_refused = true;
	else if (req->route->lane == LANE_READ)
		err = read_as(p, read_work);
	else
		err = p->is_known ? enter(NULL, p) : read_as(p, enter_work);
	if (err || !goes_on(p) || (err = submit(p)))
		finish(p, err);
}

/* A question whose asker has left is not asked; a change is made all the same: it was sent. */
static void handle_run(void *arg)
{
	struct passage *p = arg;

	if (request_is_reading(p->req) && p->gate->is_deserted(p->req))
		finish(p, ERR_BUSY);
	else
		handle(p);
}

/* On the connection's own thread: nothing of it waits. */
static enum err tell_still(struct passage *p)
{
	enum err err = enter(NULL, p);

	p->has_run = !err && !p->is_refused;
	return p->has_run ? p->req->route->handler(p->req, &p->req->response) : err;
}

void gate_handle(void *arg, struct request *req)
{
	struct gate *gate = arg;
	struct passage *p = gate_passage(gate, req);
	enum err err;

	if (req->route->lane == LANE_ALIVE) {
		gate_become_guest(p);
		finish(p, req->route->handler(req, &req->response));
	} else if (still_arrives(p)) {
		finish(p, tell_still(p));
	} else if (!gate->readers || (p->is_known && req->route->lane != LANE_READ)) {
		handle(p);
	} else if ((err = pool_submit(gate->readers, handle_run, p))) {
		finish(p, err);
	}
}

static enum err draw_work(struct db *db, void *arg)
{
	struct passage *p = arg;
	struct response *res = &p->req->response;
	enum err err;

	p->req->job.db = db;
	err = res->draw(p->req, res, res->draw_arg);
	p->statements += db_statements(db);
	return err;
}

void gate_draw(void *arg, struct request *req)
{
	struct gate *gate = arg;
	struct passage *p = req->owner;
	enum err err;

	named_files_keep(req);
	err = store_read(gate->store, agency_of(p), draw_work, p);

	req->response.draw = NULL;
	settle(p, err ? err : p->err);
}

void gate_refuse(void *arg, struct request *req, int status)
{
	if ((status == 404 || status == 405) && req->cookies.count == 0)
		(void)!request_parse(req); /* the language, and whether somebody may be signed in */
	struct passage *p = passage_make(arg, req);

	p->has_session = p->has_instansi = false; /* errors before a route need nobody's data */
	answer_status(req, status);
}
