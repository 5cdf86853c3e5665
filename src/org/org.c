/* SPDX-License-Identifier: Apache-2.0 */
/* Units and people as every room loads them. */
#include "org/org.h"

#include "generated/org_sql.h"
#include "law/golongan.h"

/* Loads are used by every room, which judge the record they belong to; what pages show is judged
   in browse.c. */

enum err pegawai_load(struct job *job, const struct id *id, struct pegawai **out)
{
	struct pegawai *pegawai = arena_new(job->mem, struct pegawai);
	enum err err = sql_pegawai_by_id(job, id, pegawai);

	pegawai->pangkat = /* the name the rank carries now */
		err ? STR_NONE : pangkat_of_golongan(pegawai->golongan, job->today);
	*out = pegawai;
	return err;
}

enum err pegawai_by_nip(struct job *job, struct str nip, struct pegawai **out)
{
	*out = arena_new(job->mem, struct pegawai);
	return sql_pegawai_by_nip(job, str_digits(job->mem, nip), *out);
}

enum err pegawai_list_bawahan(struct job *job, const struct id *penilai_id, struct pegawai **out,
			      int *count)
{
	return sql_pegawai_of_penilai(job, penilai_id, out, count);
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

enum err jabatan_load(struct job *job, const struct id *id, struct jabatan **out)
{
	*out = arena_new(job->mem, struct jabatan);
	return sql_jabatan_by_id(job, id, *out);
}
