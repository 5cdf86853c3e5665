/* SPDX-License-Identifier: Apache-2.0 */
/* A form that brings the password first opens a new session; the gate then goes on with it. */
#include "app/passage.h"

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
	face_actor(p);
	return ERR_OK;
}

enum err gate_resume(struct passage *p)
{
	struct request *req = p->req;
	struct resume_sign_in in = {.p = p,
				    .who = {.login = request_field(req, "lanjut_masuk"),
					    .password = request_field(req, "lanjut_sandi"),
					    .address = request_address(req),
					    .known = request_cookie(req, COOKIE_KNOWN)}};
	enum err err = store_read(p->gate->store, agency_of(p), resume_check_work, &in);

	req->job.db = NULL; /* its view is closed, and the page asks what waits */
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
