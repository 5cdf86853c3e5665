/* SPDX-License-Identifier: Apache-2.0 */
/* Compares what is stored of units' achievements with what the trail says of them. */
#include "evaluation/capaian_check.h"

#include "evaluation/capaian_record.h"
#include "generated/evaluation_sql.h"

#include <string.h>

#define NOMOR_MOST 12 /* a year in months; 0 is the year */

/* What the newest entry of that unit says of a period; false: none does. Its digest fits one of the
   few things that can be said. */
static bool told_newest(struct arena *mem, const struct audit_trail_object *told, int tahun,
			int nomor, enum capaian *out)
{
	uint8_t hashes[CAPAIAN_COUNT][CRYPTO_HASH_LEN];

	for (int k = 0; k < CAPAIAN_COUNT; k++)
		crypto_hash256(STR_NONE, capaian_text(mem, tahun, nomor, (enum capaian)k),
			       hashes[k]);
	for (const struct audit_trail_digest *d = told->digests; d; d = d->older)
		for (int k = 0; k < CAPAIAN_COUNT; k++)
			if (memcmp(d->hash, hashes[k], sizeof(d->hash)) == 0) {
				*out = (enum capaian)k;
				return true;
			}
	return false;
}

static void row_one(struct arena *mem, struct audit_compare *compare,
		    const struct capaian_said *row)
{
	const struct audit_trail_object *told = audit_trail_find(compare->trail, &row->unit_id);
	enum capaian said = row->predikat;
	bool is_told = told && told_newest(mem, told, row->tahun, row->nomor, &said);

	if (is_told && said == row->predikat)
		compare->equal++;
	else if (!is_told && compare->trail->has_demo)
		compare->untold++;
	else
		audit_find(compare, "capaian unit", &row->unit_id, told,
			   is_told ? "bukan yang ditetapkan"
				   : "tidak ada penetapannya di jejak audit");
}

static bool is_there(const struct capaian_said *rows, int count, const struct id *unit_id,
		     const int *when)
{
	for (int i = 0; i < count; i++)
		if (id_equal(&rows[i].unit_id, unit_id) && rows[i].tahun == when[0] &&
		    rows[i].nomor == when[1])
			return true;
	return false;
}

/* Said of a year that is set up, and not there. */
static void missing_of_year(struct arena *mem, struct audit_compare *compare,
			    const struct capaian_said *rows, const int *count_and_year)
{
	const struct audit_trail *trail = compare->trail;
	enum capaian said;

	for (int i = 0; i < trail->count; i++) {
		const struct audit_trail_object *told = trail->objects[i];
		if (!str_is(told->deed, "capaian.set"))
			continue;
		for (int nomor = 0; nomor <= NOMOR_MOST; nomor++) {
			int when[2] = {count_and_year[1], nomor};
			if (told_newest(mem, told, when[0], nomor, &said) &&
			    !is_there(rows, count_and_year[0], &told->object, when))
				audit_find(compare, "capaian unit", &told->object, told,
					   "hilang dari basis data");
		}
	}
}

enum err capaian_check(struct job *job, struct audit_compare *compare)
{
	struct capaian_said *rows;
	int count, years, *tahun;
	enum err err;

	if ((err = sql_capaian_check(job, &rows, &count)) ||
	    (err = tahun_list(job, &tahun, &years)))
		return err;
	for (int i = 0; i < count; i++)
		row_one(job->mem, compare, &rows[i]);
	for (int i = 0; i < years; i++)
		missing_of_year(job->mem, compare, rows, (int[]){count, tahun[i]});
	return ERR_OK;
}
