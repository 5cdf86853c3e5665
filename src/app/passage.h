/* SPDX-License-Identifier: Apache-2.0 */
/* One request on its way through the gate, as the gate's own files share it. */
#ifndef ABDI_APP_PASSAGE_H
#define ABDI_APP_PASSAGE_H
#include "account/account.h"
#include "account/installation.h"
#include "account/session.h"
#include "app/api_gate.h"
#include "app/gate.h"
#include "app/repeat.h"
#include "app/resume.h"
#include "http/language.h"

/* Lives in the request's arena. */
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
	bool has_run; /* its handler has begun reading */
	bool is_refused; /* admitted not: the handler does not run */
	enum resume resume; /* the form brings the password it was asked for */
	struct str asker; /* whose turn it is in the line for passwords (app/knock.h) */
	int asker_failed; /* tries from there that were wrong, lately */
	bool is_known_asker, must_wait; /* must_wait: too many tries already */
	struct id claim; /* the account a form was made for */
	struct str cookie; /* of a session opened on the way */
	enum err err; /* what the handler returned */
	struct repeat run;
	bool has_kept; /* on the SLOW lane: a part of the deed is committed */
	unsigned statements; /* sent to the database so far */
};

static inline const struct id *agency_of(const struct passage *p)
{
	return p->has_instansi ? &p->instansi : NULL;
}

/* The actor is known: their day, and the language of all that is said to them. */
static inline void face_actor(struct passage *p)
{
	struct job *job = &p->req->job;

	job->today = date_of_time(job->now, p->actor.zona);
	p->actor.is_fresh =
		p->actor.is_signed_in &&
		job->now - p->session.signed_in_at <= ACCESS_FRESH_SECONDS * INT64_C(1000000);
	if (!p->actor.has_bahasa)
		p->actor.bahasa = request_language(p->req, !p->actor.is_signed_in);
	arena_set_bahasa(job->mem, p->actor.bahasa);
}

/* The request's own, made at its first use. */
struct passage *gate_passage(struct gate *gate, struct request *req);
/* Nobody is signed in: one of the public. */
void gate_become_guest(struct passage *p);
/* Before anything is read: the agency a visitor has come to. */
MUST_CHECK enum err gate_arrive(struct passage *p);
/* Who asks; ERR_SIGN_IN when the cookie names no living session. */
MUST_CHECK enum err gate_identify(struct passage *p);
/* Signs in again who brings the password with a kept form: p is then that actor's. Faults of the
   sign-in stand on the page that keeps the form, and p stays refused. */
MUST_CHECK enum err gate_resume(struct passage *p);

#endif
