/* SPDX-License-Identifier: Apache-2.0 */
/* Compares every held role with what the trail says was given and ended. */
#include "account/role_check.h"

#include "account/role_store.h"
#include "generated/account_sql.h"

static bool is_open(const struct role *role)
{
	return role->penugasan == PENUGASAN_DEFINITIF && date_is_none(role->mulai) &&
	       date_is_none(role->sampai);
}

/* Given with just these terms, and not ended since. */
static bool is_told(struct arena *mem, const struct audit_trail_object *told,
		    const struct role *role)
{
	struct role named = {.peran = role->peran, .unit_id = role->unit_id};
	struct str ended = role_text(mem, &named), given = role_text(mem, role);

	for (const struct audit_trail_digest *d = told->digests; d; d = d->older) {
		if (d->is_end && audit_digest_is_of(d, ended))
			return false;
		if (!d->is_end &&
		    (audit_digest_is_of(d, given) ||
		     (is_open(role) && audit_digest_is_of(d, peran_key(role->peran)))))
			return true;
	}
	return false;
}

static void role_one(struct arena *mem, struct audit_compare *compare, const struct role_row *row)
{
	const struct audit_trail *trail = compare->trail;
	const struct audit_trail_object *told = audit_trail_find(trail, &row->akun_id);
	bool is_listed = row->role.peran == PERAN_PIMPINAN_UNIT && is_open(&row->role);

	if (told && is_told(mem, told, &row->role))
		compare->equal++;
	else if (is_listed && (trail->has_demo || trail->has_import))
		compare->untold++;
	else
		audit_find(compare, "peran akun", &row->akun_id, told,
			   told ? "bukan yang diberikan, atau sudah diakhiri"
				: "tidak ada pemberiannya di jejak audit");
}

enum err role_check(struct job *job, struct audit_compare *compare)
{
	struct role_row *rows;
	int count;
	enum err err = sql_role_check(job, &rows, &count);

	for (int i = 0; i < count && !err; i++)
		role_one(job->mem, compare, &rows[i]);
	return err;
}
