/* SPDX-License-Identifier: Apache-2.0 */
/* People and units judged by who asks. */
#include "org/browse.h"

#include "generated/org_sql.h"
#include "org/search.h"

#include <assert.h>

bool pegawai_may_show(const struct job *job, const struct pegawai *pegawai)
{
	struct access_record record = {.pegawai_id = pegawai->pegawai_id,
				       .penilai_id = pegawai->penilai_id,
				       .unit_jalur = pegawai->unit_jalur};

	return id_equal(&job->actor->pegawai_id, &record.pegawai_id) ||
	       access_allows(job->actor, PERM_ORG_READ, &record);
}

/* A person outside what the actor may see is answered as absent. Everyone sees oneself. */
enum err pegawai_show(struct job *job, const struct id *pegawai_id, struct pegawai **out)
{
	enum err err = pegawai_load(job, pegawai_id, out);

	if (err)
		return err;
	return pegawai_may_show(job, *out) ? ERR_OK : ERR_NOT_FOUND;
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

static enum err page_of(struct job *job, const struct search *search, const struct pegawai *last,
			struct pegawai **out, int *count)
{
	static_assert(PEGAWAI_PAGE <= 25, "pegawai_page of org.sql goes so far");
	if (str_trim(search->typed).len > 0)
		return search_pegawai(job, search, last, out, count);
	return sql_pegawai_page(job, search->jalur, last ? last->unit_jalur : search->jalur,
				last ? last->urut : STR_NONE, last ? last->nip : STR_NONE,
				PEGAWAI_PAGE, out, count);
}

enum err pegawai_browse(struct job *job, const struct id *unit_id, struct str typed,
			struct str after, struct pegawai **out, int *count)
{
	struct search search = {.typed = typed};
	struct pegawai last;
	enum err err;

	if (!access_may(job->actor, PERM_ORG_READ))
		return ERR_FORBIDDEN;
	if ((err = browse_jalur(job, unit_id, &search.jalur)))
		return err;
	if (after.len > 0 && (err = sql_pegawai_by_nip(job, after, &last)))
		return err;
	return page_of(job, &search, after.len > 0 ? &last : NULL, out, count);
}

enum err unit_highest(struct job *job, enum permission deed, struct unit **out)
{
	struct str scope = access_scope_jalur(job->actor, deed);

	if (!access_may(job->actor, deed))
		return ERR_FORBIDDEN;
	*out = arena_new(job->mem, struct unit);
	return scope.len > 0 ? sql_unit_by_jalur(job, scope, *out) : sql_unit_root(job, *out);
}

enum err unit_show(struct job *job, const struct id *unit_id, struct unit **out)
{
	struct str scope = access_scope_jalur(job->actor, PERM_ORG_READ);
	enum err err;

	if (!access_may(job->actor, PERM_ORG_READ))
		return ERR_FORBIDDEN;
	if (id_is_none(unit_id))
		return unit_highest(job, PERM_ORG_READ, out);
	*out = arena_new(job->mem, struct unit);
	if ((err = sql_unit_by_id(job, unit_id, *out)))
		return err;
	return str_starts((*out)->jalur, str_cstr(job->mem, scope)) ? ERR_OK : ERR_NOT_FOUND;
}

enum err unit_list_below(struct job *job, const struct unit *unit, const struct id *after,
			 struct unit **out, int *count)
{
	struct unit last = {.urut = STR_NONE, .kode = STR_NONE};
	enum err err = id_is_none(after) ? ERR_OK : sql_unit_by_id(job, after, &last);

	return err ? err
		   : sql_unit_children(job, &unit->unit_id, last.urut, last.kode, UNIT_PAGE, out,
				       count);
}
