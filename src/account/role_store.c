/* SPDX-License-Identifier: Apache-2.0 */
/* Roles and the people who hold them, as stored. */
#include "account/role_store.h"

#include "generated/account_sql.h"
#include "org/browse.h"

static enum err roles_load(struct job *job, struct role_person *person)
{
	return sql_role_of_account(job, &person->akun_id, &person->roles, &person->role_count);
}

enum err role_holders_load(struct job *job, const struct id *after, struct role_page *out)
{
	enum err err = sql_role_holders(job, after, ROLE_PAGE, &out->people, &out->count);

	for (int i = 0; i < out->count && !err; i++)
		err = roles_load(job, &out->people[i]);
	if (out->count == ROLE_PAGE)
		out->next = id_str(job->mem, &out->people[ROLE_PAGE - 1].akun_id);
	return err;
}

static enum err add_apart(struct job *job, struct str search, struct role_page *out)
{
	struct str pattern = query_pattern(job->mem, search);
	struct role_person *apart;
	int count;
	enum err err = sql_role_apart(job, pattern, ROLE_PAGE, &apart, &count);

	for (int i = 0; i < count && !err; i++)
		if (!(err = roles_load(job, &apart[i])))
			out->people[out->count++] = apart[i];
	return err;
}

/* Somebody who was imported without a right to sign in has no account. */
static enum err add_person(struct job *job, const struct pegawai *pegawai, struct role_page *out)
{
	struct role_person *person = &out->people[out->count];
	enum err err = sql_role_of_pegawai(job, &pegawai->pegawai_id, person);

	if (err)
		return err == ERR_NOT_FOUND ? ERR_OK : err;
	out->count++;
	return roles_load(job, person);
}

enum err role_people_find(struct job *job, struct str search, struct str after,
			  struct role_page *out)
{
	struct pegawai *people;
	int count;
	enum err err = pegawai_browse(job, &(struct id){{0}}, search, after, &people, &count);

	out->people = arena_array(job->mem, struct role_person, ROLE_PAGE + PEGAWAI_PAGE);
	if (!err && after.len == 0)
		err = add_apart(job, search, out);
	for (int i = 0; !err && i < count; i++)
		err = add_person(job, &people[i], out);
	if (!err && count == PEGAWAI_PAGE)
		out->next = people[count - 1].nip;
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
