/* SPDX-License-Identifier: Apache-2.0 */
/* Roles and the people who hold them, as stored. */
#include "account/role_store.h"

#include "generated/account_sql.h"

static enum err roles_load(struct job *job, struct role_person *person)
{
	return sql_role_of_account(job, &person->akun_id, &person->roles, &person->role_count);
}

enum err role_people_load(struct job *job, struct str search, const struct id *after,
			  struct role_person **out, int *count)
{
	struct str pattern = query_pattern(job->mem, search);
	bool is_any = str_trim(search).len > 0;
	enum err err = sql_role_people(job, pattern, is_any, after, ROLE_PAGE, out, count);

	for (int i = 0; i < *count && !err; i++)
		err = roles_load(job, &(*out)[i]);
	return err;
}

enum err role_person_load(struct job *job, const struct id *akun_id, struct role_person *out)
{
	*out = (struct role_person){0};

	enum err err = sql_role_person(job, akun_id, out);
	return err ? err : roles_load(job, out);
}

enum err role_save(struct job *job, const struct id *akun_id, const struct role *role)
{
	return sql_role_save(job, role, akun_id);
}

enum err role_delete(struct job *job, const struct id *akun_id, enum peran peran,
		     const struct id *unit_id)
{
	int64_t changed = 0;
	enum err err = sql_role_delete(job, akun_id, peran, unit_id, &changed);

	return err || changed ? err : ERR_NOT_FOUND;
}

enum err role_count_others(struct job *job, const struct id *akun_id, enum peran peran,
			   int64_t *out)
{
	return sql_role_others(job, akun_id, peran, job->today, out);
}

enum err role_save_lock(struct job *job, const struct id *akun_id, bool is_locked)
{
	return sql_role_lock(job, akun_id, is_locked ? job->now : 0);
}
