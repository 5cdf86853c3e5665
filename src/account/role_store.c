/* SPDX-License-Identifier: Apache-2.0 */
#include "account/role_store.h"

#include "db/query.h"
#include "generated/account_sql.h"

#define ROLES_MAX 32

/* A role the program no longer knows is not shown and gives no right. */
static bool role_read(const struct query *q, struct arena *mem, struct role *out)
{
	*out = (struct role){
		.unit_id = query_column_id(q, 2),
		.unit_nama = query_column_text(q, 3, mem),
		.is_whole_agency = query_column_int(q, 4) != 0,
		.mulai = query_column_date(q, 5),
		.sampai = query_column_date(q, 6),
		.alasan = query_column_text(q, 7, mem),
	};
	return peran_parse(query_column_text(q, 0, mem), &out->peran) &&
	       penugasan_parse(query_column_text(q, 1, mem), &out->penugasan);
}

static enum err roles_load(struct job *job, struct role_person *person)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_ROLE_OF_ACCOUNT);

	person->roles = arena_array(job->mem, struct role, ROLES_MAX);
	query_id(q, 2, &person->akun_id);
	while (query_next(q) && person->role_count < ROLES_MAX)
		person->role_count += role_read(q, job->mem, &person->roles[person->role_count]);
	return query_error(q);
}

static void person_read(const struct query *q, struct arena *mem, struct role_person *out)
{
	*out = (struct role_person){
		.akun_id = query_column_id(q, 0),
		.pegawai_id = query_column_id(q, 1),
		.nama = query_column_text(q, 2, mem),
		.nip = query_column_text(q, 3, mem),
		.jabatan = query_column_text(q, 4, mem),
		.unit = query_column_text(q, 5, mem),
		.is_active = query_column_int(q, 6) != 0,
		.is_locked = query_column_int(q, 7) != 0,
		.is_new = query_column_int(q, 8) != 0,
	};
}

static enum err people_read(struct job *job, struct str search, const struct id *after,
			    struct role_person *people, int *count)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_ROLE_PEOPLE);

	query_text(q, 2, query_pattern(job->mem, search));
	query_int(q, 3, str_trim(search).len == 0);
	query_id(q, 4, after);
	query_int(q, 5, ROLE_PAGE);
	*count = 0;
	while (query_next(q) && *count < ROLE_PAGE)
		person_read(q, job->mem, &people[(*count)++]);
	return query_error(q);
}

enum err role_people_load(struct job *job, struct str search, const struct id *after,
			  struct role_person **out, int *count)
{
	struct role_person *people = arena_array(job->mem, struct role_person, ROLE_PAGE);
	enum err err = people_read(job, search, after, people, count);

	for (int i = 0; i < *count && !err; i++)
		err = roles_load(job, &people[i]);
	*out = people;
	return err;
}

enum err role_person_load(struct job *job, const struct id *akun_id, struct role_person *out)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_ROLE_PERSON);
	enum err err;

	query_id(q, 2, akun_id);
	if (!query_next(q))
		return (err = query_error(q)) ? err : ERR_NOT_FOUND;
	person_read(q, job->mem, out);
	return roles_load(job, out);
}

enum err role_save(struct job *job, const struct id *akun_id, const struct role *role)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_ROLE_SAVE);

	query_id(q, 2, akun_id);
	query_text(q, 3, peran_key(role->peran));
	query_id(q, 4, &role->unit_id);
	query_text(q, 5, penugasan_key(role->penugasan));
	query_date(q, 6, role->mulai);
	query_date(q, 7, role->sampai);
	query_text(q, 8, role->alasan);
	return query_run(q, NULL);
}

enum err role_delete(struct job *job, const struct id *akun_id, enum peran peran,
		     const struct id *unit_id)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_ROLE_DELETE);
	int64_t changed = 0;
	enum err err;

	query_id(q, 2, akun_id);
	query_text(q, 3, peran_key(peran));
	query_id(q, 4, unit_id);
	if ((err = query_run(q, &changed)))
		return err;
	return changed ? ERR_OK : ERR_NOT_FOUND;
}

enum err role_count_others(struct job *job, const struct id *akun_id, enum peran peran,
			   int64_t *out)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_ROLE_OTHERS);

	query_id(q, 2, akun_id);
	query_text(q, 3, peran_key(peran));
	query_date(q, 4, job->today);
	*out = query_next(q) ? query_column_int(q, 0) : 0;
	return query_error(q);
}

enum err role_save_lock(struct job *job, const struct id *akun_id, bool is_locked)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_ROLE_LOCK);

	query_id(q, 2, akun_id);
	if (is_locked)
		query_int(q, 3, job->now);
	else
		query_null(q, 3);
	return query_run(q, NULL);
}
