/* SPDX-License-Identifier: Apache-2.0 */
/* Roles and the people who hold them, as stored. */
#include "account/role_store.h"

#include "generated/account_sql.h"
#include "org/browse.h"

/* Many identifiers in one question: as many elements of JSON, and their bytes side by side. One
   question each would cost a round trip each on PostgreSQL. */
struct asked_ids {
	struct buf rows, bytes;
};

static void ask_make(struct asked_ids *ids, struct arena *mem)
{
	buf_init(&ids->rows, mem);
	buf_init(&ids->bytes, mem);
}

static void ask_for(struct asked_ids *ids, const struct id *id)
{
	buf_add_cstr(&ids->rows, ids->rows.len > 0 ? ",0" : "[0");
	buf_add(&ids->bytes, (struct str){(const char *)id->bytes, sizeof id->bytes});
}

static struct str asked_rows(struct asked_ids *ids)
{
	buf_add_cstr(&ids->rows, ids->rows.len > 0 ? "]" : "[]");
	return buf_str(&ids->rows);
}

/* Rows of a person stand together, in the order of the people. */
static void roles_take(struct job *job, struct role_person *person, const struct role_row *rows,
		       int from, int to)
{
	person->roles = arena_array(job->mem, struct role, to - from + 1);
	person->role_count = 0;
	for (int i = from; i < to && id_equal(&rows[i].akun_id, &person->akun_id); i++)
		person->roles[person->role_count++] = rows[i].role;
}

static enum err roles_load(struct job *job, struct role_person *people, int count)
{
	struct asked_ids ids;
	struct role_row *rows;
	int row_count, taken = 0;

	ask_make(&ids, job->mem);
	for (int i = 0; i < count; i++)
		ask_for(&ids, &people[i].akun_id);
	enum err err =
		sql_role_of_accounts(job, asked_rows(&ids), buf_str(&ids.bytes), &rows, &row_count);
	for (int i = 0; i < count && !err; i++) {
		roles_take(job, &people[i], rows, taken, row_count);
		taken += people[i].role_count;
	}
	return err;
}

enum err role_holders_load(struct job *job, const struct id *after, struct role_page *out)
{
	enum err err = sql_role_holders(job, after, ROLE_PAGE, &out->people, &out->count);

	if (out->count == ROLE_PAGE)
		out->next = id_str(job->mem, &out->people[ROLE_PAGE - 1].akun_id);
	return err ? err : roles_load(job, out->people, out->count);
}

static void add_all(struct role_page *out, const struct role_person *people, int count)
{
	for (int i = 0; i < count; i++)
		out->people[out->count++] = people[i];
}

static enum err add_apart(struct job *job, struct str search, struct role_page *out)
{
	struct str pattern = query_pattern(job->mem, search);
	struct role_person *apart;
	int count;
	enum err err = sql_role_apart(job, pattern, ROLE_PAGE, &apart, &count);

	if (!err)
		add_all(out, apart, count);
	return err;
}

/* Somebody who was imported without a right to sign in has no account. */
static enum err add_people(struct job *job, const struct pegawai *pegawai, int many,
			   struct role_page *out)
{
	struct asked_ids ids;
	struct role_person *people;
	int count;

	ask_make(&ids, job->mem);
	for (int i = 0; i < many; i++)
		ask_for(&ids, &pegawai[i].pegawai_id);
	enum err err =
		sql_role_of_people(job, asked_rows(&ids), buf_str(&ids.bytes), &people, &count);
	if (!err)
		add_all(out, people, count);
	return err;
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
	if (err || (err = add_people(job, people, count, out)))
		return err;
	if (count == PEGAWAI_PAGE)
		out->next = people[count - 1].nip;
	return roles_load(job, out->people, out->count);
}

enum err role_person_load(struct job *job, const struct id *akun_id, struct role_person *out)
{
	*out = (struct role_person){0};

	enum err err = sql_role_person(job, akun_id, out);
	return err ? err : roles_load(job, out, 1);
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
