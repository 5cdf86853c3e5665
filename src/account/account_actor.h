/* SPDX-License-Identifier: Apache-2.0 */
/* Somebody's rights without their session: for work that the house does for an account by
   itself. */
#ifndef ABDI_ACCOUNT_ACCOUNT_ACTOR_H
#define ABDI_ACCOUNT_ACCOUNT_ACTOR_H
#include "base/job.h"
#include "law/access.h"

/* What an account may do by its person's place. */
struct account_place {
	struct id pegawai_id;
	struct str unit_jalur;
	struct str bahasa; /* its key; empty: none was chosen */
	enum zona zona;
	bool has_bawahan;
};

/* Roles, scopes and person of an account as they are today; no name, no token. ERR_NOT_FOUND: it
   may not sign in. */
MUST_CHECK enum err account_actor(struct job *job, const struct id *akun_id, struct actor *out);
/* The roles that actor->akun_id holds today, as many as an actor has room for. */
MUST_CHECK enum err account_scopes_load(struct job *job, struct actor *actor);

#endif
