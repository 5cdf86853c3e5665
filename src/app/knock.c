/* SPDX-License-Identifier: Apache-2.0 */
/* Who asks: the account that is signed in, the browser that has signed in with this name before, or
   else an address, which many may share. */
#include "app/knock.h"

#include "account/attempts.h"
#include "base/limit.h"
#include "http/router.h"

#define BEHIND_MOST 30 /* turns: enough to let those in that were never wrong */

static bool asks_for_password(const struct passage *p)
{
	return p->resume != RESUME_NOT || p->req->route->lane == LANE_PASSWORD;
}

void knock(struct passage *p)
{
	struct request *req = p->req;
	bool is_resumed = p->resume != RESUME_NOT;

	if (!asks_for_password(p))
		return;
	if (p->actor.is_signed_in) {
		p->asker = id_str(req->mem, &p->actor.akun_id);
		p->is_known_asker = true;
		return;
	}
	struct sign_in who = {.login = request_field(req, is_resumed ? "lanjut_masuk" : "masuk"),
			      .address = req->address,
			      .known = request_cookie(req, COOKIE_KNOWN)};
	p->asker = limit_address(req->mem, req->address);
	if (who.login.len == 0)
		return;
	p->must_wait = account_knock(&req->job, &who) == ERR_BUSY;
	p->is_known_asker = who.is_known;
	if (!who.is_known)
		p->asker_failed = attempts_count(req->address, req->job.now);
	if (who.is_known)
		p->asker = who.known;
}

enum err knock_wait(struct passage *p, pool_work *work, pool_work *dropped)
{
	if (p->must_wait) {
		work(p);
		return ERR_OK;
	}
	int behind = p->asker_failed < BEHIND_MOST ? p->asker_failed : BEHIND_MOST;

	return turns_submit(p->gate->passwords, &(struct turn){.who = p->asker,
							       .is_known = p->is_known_asker,
							       .behind = behind,
							       .work = work,
							       .drop = dropped,
							       .arg = p});
}
