/* SPDX-License-Identifier: Apache-2.0 */
/* Somebody's rights without their session. */
#include "account/account_actor.h"

#include "base/say.h"
#include "generated/account_sql.h"

enum err account_scopes_load(struct job *job, struct actor *actor)
{
	struct date today = date_of_time(job->now, actor->zona);
	CLEANUP(query_close)
	struct query *q = sql_account_scopes(job, &actor->akun_id, today);

	while (actor->scope_count < ACTOR_SCOPES_MAX &&
	       sql_account_scopes_next(q, job->mem, &actor->scopes[actor->scope_count]))
		actor->scope_count++;
	return query_error(q);
}

enum err account_actor(struct job *job, const struct id *akun_id, struct actor *out)
{
	struct account_place place;
	enum err err = sql_account_place(job, akun_id, &place);

	if (err)
		return err;
	*out = (struct actor){
		.instansi_id = *db_instansi(job->db),
		.akun_id = *akun_id,
		.pegawai_id = place.pegawai_id,
		.unit_jalur = place.unit_jalur,
		.has_bawahan = place.has_bawahan,
		.is_signed_in = true,
		.zona = place.zona,
	};
	out->has_bahasa = bahasa_parse(place.bahasa, &out->bahasa);
	return account_scopes_load(job, out);
}
