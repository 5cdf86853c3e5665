/* SPDX-License-Identifier: Apache-2.0 */
/* One request, step by step: prepare, identify, admit (or ask for the password and resume), work, answer. READ does all
   in one snapshot; WRITE and SLOW identify and admit in a snapshot of the connection's thread, then work on the writer
   or in the pool. */
#include "app/gate.h"

#include "account/account.h"
#include "account/session_cache.h"
#include "app/answer.h"
#include "app/api_gate.h"
#include "app/asking.h"
#include "app/public.h"
#include "app/repeat.h"
#include "app/resume.h"
#include "app/trail_route.h"
#include "base/crypto.h"
#include "base/sys.h"
#include "http/cookie.h"
#include "http/csrf.h"

#define GUEST_SECONDS 86400
#define GUEST_TOKEN_BYTES 18
#define REQUEST_ID_BYTES 9

/* One request on its way through the gate; lives in the request's arena. */
struct passage {
	struct gate *gate;
	struct request *req;
	struct actor actor;
	struct session session;
	struct api_caller caller; /* instead of a session, at an address of the API */
	struct id instansi; /* whose data this request sees */
	bool has_instansi;
	bool has_session; /* the cookie names one, and it counts here */
	struct agency visited; /* where somebody without session has come; none: nowhere yet */
	bool is_known; /* session and actor are in memory already */
	uint64_t actors_version; /* from before anything was read */
	bool is_new_guest;
	bool is_refused; /* admitted not: the handler does not run */
	enum resume resume; /* the form brings the password it was asked for */
	struct id claim; /* the account a form was made for */
	struct str cookie; /* of a session opened on the way */
	enum err err; /* what the handler returned */
	struct repeat run;
};

static const struct id *agency_of(const struct passage *p)
{
	return p->has_instansi ? &p->instansi : NULL;
}

static void set_clock(struct passage *p)
{
	struct job *job = &p->req->job;

	job->today = date_of_time(job->now, p->actor.zona);
}

/* Somebody without session is one of the public of the agency they have come to, and gets a token of their own, so that
   their forms prove where they came from. */
static void become_guest(struct passage *p)
{
	struct request *req = p->req;
	struct str token = request_cookie(req, cookie_guest_name(req->is_tls));

	p->actor = (struct actor){.instansi_id = p->visited.instansi_id,
				  .instansi_nama = p->visited.nama,
				  .instansi_slug = p->visited.slug,
				  .zona = p->has_instansi ? p->visited.zona : ZONA_WIB};
	p->is_new_guest = !csrf_token_is_sound(token);
	p->actor.csrf = p->is_new_guest ? crypto_token(req->mem, GUEST_TOKEN_BYTES) : token;
	set_clock(p);
}

/* Before anything is read: the agency a visitor has come to. */
static enum err arrive(struct passage *p)
{
	enum err err = visits_arrive(p->gate->visits, p->req, &p->visited);

	p->instansi = p->visited.instansi_id;
	p->has_instansi = !id_is_none(&p->instansi);
	return err;
}

/* ERR_SIGN_IN when the cookie names no living session. */
static enum err identify(struct passage *p)
{
	enum err err;

	if (api_gate_is_for(p->req)) {
		err = api_gate_identify(p->req, &p->caller, &p->actor);
		set_clock(p);
		return err;
	}
	if (!p->has_session) {
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

/* A form of somebody whose session has ended. The page that kept it proves itself by the guest's token. */
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
	int64_t age = p->req->job.now - p->session.signed_in_at;

	return p->actor.is_signed_in && age > ACCESS_FRESH_SECONDS * INT64_C(1000000) &&
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

/* Admitted only since the head of the request was judged: the files are gone, and sending again helps. */
static enum err keep_files(const struct request *req)
{
	return req->has_lost_files && req->upload_count > 0 ? ERR_BUSY : ERR_OK;
}

static enum err admit(struct passage *p)
{
	struct request *req = p->req;
	enum err err;

	if (api_gate_is_for(req)) {
		err = api_gate_admit(req, &p->caller);
		return err ? err : keep_files(req);
	}
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

	if (err == ERR_SIGN_IN && p->has_session && !p->actor.is_signed_in &&
	    !api_gate_is_for(p->req)) {
		p->has_session = p->is_refused = false;
		respond_session(&p->req->response, STR_NONE, 0);
		if (!(err = arrive(p)))
			err = store_read(gate->store, agency_of(p), work, p);
	}
	p->req->job.db = NULL;
	return err;
}

static void finish(struct passage *p, enum err err)
{
	struct request *req = p->req;
	bool is_seen = p->actor.is_signed_in && !p->is_refused;

	req->job.db = NULL;
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
	if (is_seen && request_is_reading(req))
		trail_route_look(p->gate->looks, req);
	if (p->is_new_guest && req->response.content_type &&
	    str_starts(str_from(req->response.content_type), "text/html"))
		respond_cookie(&req->response, cookie_guest_name(req->is_tls), p->actor.csrf,
			       GUEST_SECONDS);
	p->gate->answer(req);
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

/* --- FILES: what was uploaded is hashed and synced in the pool, so that the writer never waits for it --- */

static void files_run(void *arg)
{
	struct passage *p = arg;
	enum err err = p->req->route->prepare(p->req);

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

	enum err err = store_read(p->gate->store, agency_of(p), slow_read_work, p);

	finish(p, err ? err : trail_route_export(p->gate->store, p->req));
}

/* --- resume: a form that brings the password first opens a new session, then goes on in its lane --- */

struct resume_sign_in {
	struct passage *p;
	struct sign_in who;
};

static enum err resume_check_work(struct db *db, void *arg)
{
	struct resume_sign_in *in = arg;
	struct job *job = &in->p->req->job;
	enum err err;

	job->db = db;
	if (in->p->resume == RESUME_CONFIRM)
		return account_confirm(job, STR("sandi"), &in->who);
	if ((err = account_check(job, &in->who)))
		return err;
	if (id_equal(&in->who.akun_id, &in->p->claim))
		return ERR_OK;
	problem_add(job->faults, STR("masuk"), "account.other",
		    STR("Isian ini ditulis dengan akun lain. Masuk dengan akun yang sama."));
	return ERR_INVALID;
}

static enum err resume_open_work(struct db *db, void *arg)
{
	struct resume_sign_in *in = arg;
	struct request *req = in->p->req;
	struct job job = req->job;

	job.db = db;
	return account_sign_in(&job, &in->who, request_header(req, "User-Agent"),
			       request_session(req), &in->p->cookie);
}

static enum err resume_load_work(struct db *db, void *arg)
{
	struct passage *p = arg;
	struct job *job = &p->req->job;
	enum err err;

	job->db = db;
	if ((err = session_load(job, p->cookie, &p->session, &p->actor)))
		return err;
	set_clock(p);
	return admit_actor(p);
}

/* Faults of the sign-in stand on the page that keeps the form. */
static enum err resume_sign_in(struct passage *p)
{
	struct request *req = p->req;
	struct resume_sign_in in = {.p = p,
				    .who = {.login = request_field(req, "lanjut_masuk"),
					    .password = request_field(req, "lanjut_sandi"),
					    .address = request_address(req),
					    .known = request_cookie(req, COOKIE_KNOWN)}};
	enum err err = store_read(p->gate->store, agency_of(p), resume_check_work, &in);

	if (problems_any(&req->faults)) {
		resume_page(req, p->resume, &p->claim, err == ERR_BUSY ? 429 : 422);
		return ERR_OK;
	}
	if (err || (err = store_write(p->gate->store, &in.who.instansi_id, resume_open_work, &in)))
		return err;
	p->instansi = in.who.instansi_id;
	p->has_instansi = p->has_session = true;
	p->is_new_guest = p->is_refused = false;
	return store_read(p->gate->store, &p->instansi, resume_load_work, p);
}

static enum err submit(struct passage *p);

static void resume_run(void *arg)
{
	struct passage *p = arg;
	enum err err = resume_sign_in(p);

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
	req->is_visit = req->route && router_is_visit(req->route);
	req->public_form = req->is_visit ? public_form_of(req->route) : NULL;
	p->has_session =
		api_gate_is_for(req)
			? api_gate_agency(req, &p->instansi)
			: !req->is_visit && session_agency(request_session(req), &p->instansi);
	p->has_instansi = p->has_session;
	return p;
}

static enum err submit(struct passage *p)
{
	if (p->resume != RESUME_NOT)
		return pool_submit(p->gate->passwords, resume_run, p);
	switch (p->req->route->lane) {
	case LANE_READ: return ERR_OK;
	case LANE_WRITE: return write_submit(p);
	case LANE_FILES:
		if (p->req->upload_count > 0)
			return pool_submit(p->gate->pool, files_run, p);
		return write_submit(p);
	case LANE_SLOW:
	case LANE_INTAKE: return pool_submit(p->gate->pool, slow_run, p);
	case LANE_PASSWORD: return pool_submit(p->gate->passwords, slow_run, p);
	}
	__builtin_unreachable();
}

/* Answered already, unless it goes on in another lane or brings the password first. */
static bool goes_on(const struct passage *p)
{
	return p->resume != RESUME_NOT || (!p->is_refused && p->req->route->lane != LANE_READ);
}

void gate_handle(void *arg, struct request *req)
{
	struct passage *p = passage_make(arg, req);
	enum err err = p->has_session || api_gate_is_for(req) ? ERR_OK : arrive(p);

	recall(p);
	if (err)
		p->is_refused = true;
	else if (req->route->lane == LANE_READ)
		err = read_as(p, read_work);
	else
		err = p->is_known ? enter(NULL, p) : read_as(p, enter_work);
	if (err || !goes_on(p) || (err = submit(p)))
		finish(p, err);
}

static enum err identify_work(struct db *db, void *arg)
{
	struct passage *p = arg;
	enum err err;

	p->req->job.db = db;
	if ((err = identify(p)))
		return err;
	if (api_gate_is_for(p->req))
		return api_gate_admit(p->req, &p->caller);
	return access_may(&p->actor, (enum permission)p->req->route->permission) ? ERR_OK
										 : ERR_FORBIDDEN;
}

bool gate_takes_files(void *arg, struct request *req)
{
	struct passage *p = passage_make(arg, req);

	recall(p);
	if (!p->has_session)
		return false;
	if (p->is_known)
		return access_may(&p->actor, (enum permission)req->route->permission);
	bool takes = store_read(p->gate->store, agency_of(p), identify_work, p) == ERR_OK;
	response_reset(&req->response); /* a refusal is told when the whole request is here */
	problems_init(&req->faults, req->mem);
	return takes;
}

void gate_refuse(void *arg, struct request *req, int status)
{
	struct passage *p = passage_make(arg, req);

	p->has_session = p->has_instansi = false; /* errors before a route need nobody's data */
	answer_status(req, status);
}
