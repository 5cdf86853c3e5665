/* SPDX-License-Identifier: Apache-2.0 */
/* Compares years and periods with what the trail says of them. */
#include "org/year_check.h"

#include "generated/org_sql.h"
#include "org/org.h"
#include "org/year_text.h"

static struct audit_trail_object *told_of(struct job *job, const struct audit_compare *compare,
					  struct str name, struct id *object)
{
	*object = id_named(&job->actor->instansi_id, name);
	struct audit_trail_object *told = audit_trail_find(compare->trail, object);
	if (told)
		told->is_met = true;
	return told;
}

/* The newest entry decides; a period nobody touched stands as its year was opened. */
static void periode_one(struct job *job, struct audit_compare *compare,
			const struct tahun_kinerja *tahun, const struct periode *p)
{
	int months = str_is(tahun->periode_jenis, "bulan") ? 1 : 3;
	struct periode made = periode_make(job->mem, p->tahun, p->nomor, months);
	struct id object;
	const struct audit_trail_object *told =
		told_of(job, compare, periode_name(job->mem, p->tahun, p->nomor), &object);
	bool is_as_told = told && told->digests ? audit_digest_is_of(told->digests, p->status)
						: str_equal(p->status, made.status);

	if (date_compare(p->mulai, made.mulai) != 0 || date_compare(p->selesai, made.selesai) != 0)
		audit_find(compare, "periode", &object, told,
			   "tanggalnya bukan tanggal periode itu");
	else if (is_as_told)
		compare->equal++;
	else if (!told && compare->trail->has_demo)
		compare->untold++;
	else
		audit_find(compare, "periode", &object, told, "statusnya bukan yang ditetapkan");
}

static int periods_of(const struct tahun_kinerja *tahun)
{
	return str_is(tahun->periode_jenis, "bulan") ? 12 : 4;
}

/* Its first entry tells how it was opened, the newest its last days once they were changed. */
static void tahun_one(struct job *job, struct audit_compare *compare,
		      const struct tahun_kinerja *tahun)
{
	struct id object;
	const struct audit_trail_object *told =
		told_of(job, compare, tahun_name(job->mem, tahun->tahun), &object);
	bool is_set = told && str_is(told->deed, "tahun.set_batas") && told->digests;

	if (!told && compare->trail->has_demo)
		compare->untold++;
	else if (!told)
		audit_find(compare, "tahun", &object, NULL,
			   "tidak ada pembukaannya di jejak audit");
	else if (tahun->periode_count != periods_of(tahun) + 1)
		audit_find(compare, "tahun", &object, told, "periodenya tidak lengkap");
	else if (!audit_trail_tells(told, tahun_text(job->mem, tahun)) && !compare->trail->has_demo)
		audit_find(compare, "tahun", &object, told,
			   "pendekatan atau jenis periodenya berubah");
	else if (is_set && !audit_digest_is_of(told->digests, tahun_batas_text(job->mem, tahun)))
		audit_find(compare, "tahun", &object, told,
			   "batas tanggalnya bukan yang ditetapkan");
	else
		compare->equal++;
}

enum err year_check(struct job *job, struct audit_compare *compare)
{
	struct tahun_kinerja *tahun;
	int *years, count;
	enum err err = tahun_list(job, &years, &count);

	for (int i = 0; i < count && !err; i++) {
		if ((err = tahun_load(job, years[i], &tahun)))
			break;
		tahun_one(job, compare, tahun);
		for (int k = 0; k < tahun->periode_count; k++)
			periode_one(job, compare, tahun, &tahun->periode[k]);
	}
	if (!err)
		audit_find_missing(compare, "tahun", "tahun.");
	if (!err)
		audit_find_missing(compare, "periode", "periode.");
	return err;
}

/* ---- settings ---- */

/* A setting told newest of its key; when it is there the key's entry is met. */
static void setelan_one(struct job *job, struct audit_compare *compare, const struct law_row *row)
{
	struct str name = str_format(job->mem, "setelan/%.*s", STR_ARG(row->key));
	struct id object = id_named(&job->actor->instansi_id, name);
	struct audit_trail_object *told = audit_trail_find(compare->trail, &object);
	struct str text = setelan_text(job->mem, row->since, row->value);

	if (told && told->digests && audit_digest_is_of(told->digests, text))
		told->is_met = true;
	if (told && audit_trail_tells(told, text))
		compare->equal++;
	else
		audit_find(compare, "setelan", &object, told, "bukan yang disimpan");
}

enum err setelan_compare(struct job *job, struct audit_compare *compare)
{
	struct law_row *rows;
	int count;
	enum err err = sql_setelan_all(job, &rows, &count);

	for (int i = 0; i < count && !err; i++)
		setelan_one(job, compare, &rows[i]);
	if (!err)
		audit_find_missing(compare, "setelan", "setelan.");
	return err;
}
