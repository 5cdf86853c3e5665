/* SPDX-License-Identifier: Apache-2.0 */
/* What pages may see of units and people. */
#include "org/org.h"

#include "generated/org_sql.h"
#include "law/golongan.h"

/* Loads are used by every room, which judge the record they belong to; what pages show is judged
   here. */

enum err pegawai_load(struct job *job, const struct id *pegawai_id, struct pegawai **out)
{
	struct pegawai *pegawai = arena_new(job->mem, struct pegawai);
	enum err err = sql_pegawai_by_id(job, pegawai_id, pegawai);

	pegawai->pangkat = /* the name the rank carries now */
		err ? STR_NONE : pangkat_of_golongan(pegawai->golongan, job->today);
	*out = pegawai;
	return err;
}

enum err pegawai_list_bawahan(struct job *job, const struct id *penilai_id, struct pegawai **out,
			      int *count)
{
	return sql_pegawai_of_penilai(job, penilai_id, out, count);
}

enum err pegawai_list(struct job *job, struct str jalur, struct str search, struct str after,
		      struct pegawai **out, int *count)
{
	struct str pattern = query_pattern(job->mem, search);

	return sql_pegawai_page(job, jalur, pattern, after, PEGAWAI_PAGE, out, count);
}

enum err unit_load(struct job *job, const struct id *unit_id, struct unit **out)
{
	*out = arena_new(job->mem, struct unit);
	return sql_unit_by_id(job, unit_id, *out);
}

enum err unit_list(struct job *job, struct str jalur, struct unit **out, int *count)
{
	return sql_unit_below(job, jalur, out, count);
}

enum err jabatan_load(struct job *job, const struct id *jabatan_id, struct jabatan **out)
{
	*out = arena_new(job->mem, struct jabatan);
	return sql_jabatan_by_id(job, jabatan_id, *out);
}

/* A person outside what the actor may see is answered as absent. Everyone sees oneself. */
enum err pegawai_show(struct job *job, const struct id *pegawai_id, struct pegawai **out)
{
	enum err err = pegawai_load(job, pegawai_id, out);

	if (err)
		return err;
	struct access_record record = {.pegawai_id = (*out)->pegawai_id,
				       .penilai_id = (*out)->penilai_id,
				       .unit_jalur = (*out)->unit_jalur};
	if (id_equal(&job->actor->pegawai_id, &record.pegawai_id) ||
	    access_allows(job->actor, PERM_ORG_READ, &record))
		return ERR_OK;
	return ERR_NOT_FOUND;
}

/* The unit asked for when it lies within the actor's scope, else the scope itself. */
static enum err browse_jalur(struct job *job, const struct id *unit_id, struct str *out)
{
	struct str scope = access_scope_jalur(job->actor, PERM_ORG_READ);
	struct unit *unit;
	enum err err;

	*out = scope;
	if (id_is_none(unit_id))
		return ERR_OK;
	if ((err = unit_load(job, unit_id, &unit)))
		return err;
	if (!str_starts(unit->jalur, str_cstr(job->mem, scope)))
		return ERR_NOT_FOUND;
	*out = unit->jalur;
	return ERR_OK;
}

enum err pegawai_browse(struct job *job, const struct id *unit_id, struct str search,
			struct str after, struct pegawai **out, int *count)
{
	struct str jalur;
	enum err err;

	if (!access_may(job->actor, PERM_ORG_READ))
		return ERR_FORBIDDEN;
	if ((err = browse_jalur(job, unit_id, &jalur)))
		return err;
	return pegawai_list(job, jalur, search, after, out, count);
}

enum err unit_browse(struct job *job, struct unit **out, int *count)
{
	if (!access_may(job->actor, PERM_ORG_READ))
		return ERR_FORBIDDEN;
	return unit_list(job, access_scope_jalur(job->actor, PERM_ORG_READ), out, count);
}
