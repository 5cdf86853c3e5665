/* SPDX-License-Identifier: Apache-2.0 */
/* Who asks: somebody with a session or a key, or one of the public of an agency. */
#include "account/session_cache.h"
#include "app/passage.h"
#include "base/crypto.h"
#include "http/cookie.h"
#include "http/csrf.h"
#include "http/exchange.h"

#define GUEST_TOKEN_BYTES 18

/* Somebody without session is one of the public of the agency they have come to, and gets a token
   of their own, so that their forms prove where they came from. */
void gate_become_guest(struct passage *p)
{
	struct request *req = p->req;
	struct str token = request_cookie(req, COOKIE_GUEST);

	p->actor = (struct actor){.instansi_id = p->visited.instansi_id,
				  .instansi_nama = p->visited.nama,
				  .instansi_slug = p->visited.slug,
				  .zona = p->has_instansi ? p->visited.zona : ZONA_WIB};
	p->is_new_guest = !csrf_token_is_sound(token);
	p->actor.csrf = p->is_new_guest ? crypto_token(req->mem, GUEST_TOKEN_BYTES) : token;
	face_actor(p);
}

enum err gate_arrive(struct passage *p)
{
	enum err err = visits_arrive(p->gate->visits, p->req, &p->visited);

	p->instansi = p->visited.instansi_id;
	p->has_instansi = !id_is_none(&p->instansi);
	return err;
}

enum err gate_identify(struct passage *p)
{
	enum err err;

	if (p->is_known)
		return ERR_OK;
	if (api_gate_is_for(p->req)) {
		err = api_gate_identify(p->req, &p->caller, &p->actor);
		p->is_known = !err;
		face_actor(p);
		return err;
	}
	if (!p->has_session) {
		gate_become_guest(p);
		return ERR_OK;
	}
	if ((err = session_load(&p->req->job, request_session(p->req), &p->session, &p->actor)))
		return err == ERR_NOT_FOUND ? ERR_SIGN_IN : err;
	p->is_known = true;
	session_cache_keep(p->gate->sessions, p->req->job.now, p->actors_version, &p->session,
			   &p->actor);
	face_actor(p);
	return ERR_OK;
}
