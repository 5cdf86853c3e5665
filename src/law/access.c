/* SPDX-License-Identifier: Apache-2.0 */
/* The widest reach of any role, then the record. */
#include "law/access.h"

static const unsigned char reaches[PERM_COUNT][PERAN_COUNT] = {
#define GRANT(peran, permission, reach) [PERM_##permission][PERAN_##peran] = REACH_##reach,
#include "law/rights.def"
};

enum fresh { FRESH_NEVER, FRESH_CHANGE, FRESH_ALWAYS };

static const enum fresh freshness[PERM_COUNT] = {
#define PERMISSION(name, fresh, label) [PERM_##name] = FRESH_##fresh,
#include "law/rights.def"
};

/* No unit path begins like this, so a list narrowed by it is empty. */
#define JALUR_NOWHERE "//"

/* PUBLIK is everyone; PEGAWAI and PEJABAT_PENILAI follow from being on staff, the others are given.
   A key one made for oneself reaches oneself only: who is somebody's appraiser judges and reads
   them at a page. */
bool actor_has_role(const struct actor *actor, enum peran peran)
{
	if (peran == PERAN_PUBLIK)
		return true;
	if (peran == PERAN_PEJABAT_PENILAI && !id_is_none(&actor->kunci_id))
		return false;
	if (peran == PERAN_PEGAWAI || peran == PERAN_PEJABAT_PENILAI)
		return !id_is_none(&actor->pegawai_id);
	for (int i = 0; i < actor->scope_count; i++)
		if (actor->scopes[i].peran == peran)
			return true;
	return false;
}

enum reach access_reach(const struct actor *actor, enum permission permission)
{
	unsigned char widest = REACH_NONE;

	for (int peran = 0; peran < PERAN_COUNT; peran++)
		if (reaches[permission][peran] > widest && actor_has_role(actor, (enum peran)peran))
			widest = reaches[permission][peran];
	return (enum reach)widest;
}

bool access_may(const struct actor *actor, enum permission permission)
{
	return access_reach(actor, permission) != REACH_NONE;
}

static bool is_same_person(const struct id *a, const struct id *b)
{
	return !id_is_none(a) && id_equal(a, b);
}

/* PK-20 [V], AUD-02 [D]: deeds that judge somebody are never done on the own record, whatever role
   allows them. */
static bool is_judging(enum permission permission)
{
	return permission == PERM_SKP_DECIDE || permission == PERM_EVALUATION_DECIDE ||
	       permission == PERM_SKP_RECORD || permission == PERM_EVALUATION_RECORD ||
	       permission == PERM_UNIT_ACHIEVEMENT;
}

/* What a unit achieved is set by who leads the unit above it (1.7 step 1 [V]), so the scope's own
   unit is excluded. */
static bool is_in_scope(struct str jalur, struct str scope, enum permission permission)
{
	if (scope.len == 0)
		return true;
	if (jalur.len < scope.len || !str_equal(str_slice(jalur, 0, scope.len), scope))
		return false;
	return permission != PERM_UNIT_ACHIEVEMENT || jalur.len > scope.len;
}

static bool reaches_unit(const struct actor *actor, enum peran peran, enum permission permission,
			 struct str jalur)
{
	for (int i = 0; i < actor->scope_count; i++)
		if (actor->scopes[i].peran == peran &&
		    is_in_scope(jalur, actor->scopes[i].jalur, permission))
			return true;
	return false;
}

static bool role_allows(const struct actor *actor, enum peran peran, enum permission permission,
			const struct access_record *record)
{
	enum reach reach = (enum reach)reaches[permission][peran];
	bool is_own = is_same_person(&actor->pegawai_id, &record->pegawai_id);

	if (reach == REACH_NONE || !actor_has_role(actor, peran) ||
	    (is_own && is_judging(permission)))
		return false;
	if (reach >= REACH_INSTANSI)
		return true;
	if (is_own)
		return reach == REACH_SELF;
	if (reach == REACH_UNIT)
		return reaches_unit(actor, peran, permission, record->unit_jalur);
	return reach == REACH_BAWAHAN && is_same_person(&actor->pegawai_id, &record->penilai_id);
}

bool access_allows(const struct actor *actor, enum permission permission,
		   const struct access_record *record)
{
	for (int peran = 0; peran < PERAN_COUNT; peran++)
		if (role_allows(actor, (enum peran)peran, permission, record))
			return true;
	return false;
}

/* The shortest of the paths when there are several: a list shows one subtree, each record is judged
   again. */
struct str access_scope_jalur(const struct actor *actor, enum permission permission)
{
	struct str found = STR(JALUR_NOWHERE);
	bool is_found = false;

	if (access_reach(actor, permission) >= REACH_INSTANSI)
		return STR_NONE;
	for (int i = 0; i < actor->scope_count; i++) {
		const struct actor_scope *scope = &actor->scopes[i];
		if (reaches[permission][scope->peran] != REACH_UNIT ||
		    (is_found && scope->jalur.len >= found.len))
			continue;
		found = scope->jalur;
		is_found = true;
	}
	return found;
}

bool access_reaches_all(const struct actor *actor, enum permission permission)
{
	return access_may(actor, permission) && access_scope_jalur(actor, permission).len == 0;
}

bool access_needs_fresh(enum permission permission, bool is_reading)
{
	return freshness[permission] == FRESH_ALWAYS ||
	       (freshness[permission] == FRESH_CHANGE && !is_reading);
}

bool access_decides(const struct actor *actor)
{
	enum reach least = actor->has_bawahan ? REACH_BAWAHAN : REACH_UNIT;

	for (int permission = 0; permission < PERM_COUNT; permission++)
		if (freshness[permission] != FRESH_NEVER &&
		    access_reach(actor, (enum permission)permission) >= least)
			return true;
	return false;
}

bool peran_is_given(enum peran peran)
{
	return peran != PERAN_PUBLIK && peran != PERAN_PEGAWAI && peran != PERAN_PEJABAT_PENILAI &&
	       peran != PERAN_SISTEM;
}

bool peran_is_agency_wide(enum peran peran)
{
	for (int permission = 0; permission < PERM_COUNT; permission++)
		if (reaches[permission][peran] == REACH_INSTANSI)
			return true;
	return false;
}
