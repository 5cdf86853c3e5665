/* SPDX-License-Identifier: Apache-2.0 */
/* Somebody's rights without their session. */
#include "account/account_actor.h"

#include "db/query.h"
#include "generated/account_sql.h"
#include "law/role.h"

static enum err load_scopes(struct job *job, struct actor *actor)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_ACCOUNT_SCOPES);

	query_id(q, 2, &actor->akun_id);
	query_date(q, 3, date_of_time(job->now, actor->zona));
	while (query_next(q) && actor->scope_count < ACTOR_SCOPES_MAX) {
		struct actor_scope *scope = &actor->scopes[actor->scope_count];
		scope->jalur = query_column_text(q, 1, job->mem);
		actor->scope_count += peran_parse(query_column_text(q, 0, job->mem), &scope->peran);
	}
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
		.zona = ZONA_WIB,
	};
	if (!zona_parse(place.zona, &out->zona))
		out->zona = ZONA_WIB;
	return load_scopes(job, out);
}
