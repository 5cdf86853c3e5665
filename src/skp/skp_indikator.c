/* SPDX-License-Identifier: Apache-2.0 */
/* Rows of a plan and the indicators they hang on. */
#include "skp/skp_indikator.h"

#include "base/say.h"
#include "indikator/indikator.h"
#include "indikator/wilayah.h"

static void fault(struct job *job, const char *column, int n, const char *rule, struct str sentence)
{
	struct str field = str_format(job->mem, "iki_%s.%d", column, n);

	if (problem_for(job->faults, field).len == 0)
		problem_add(job->faults, field, rule,
			    say_format(job->mem, "Indikator %d: %.*s", n + 1, STR_ARG(sentence)));
}

static bool is_usable(const struct indikator *k, const struct skp *skp)
{
	return !k->is_henti && indikator_reaches(k, skp->unit_jalur);
}

/* Measured as the indicator is: its figure is put beside the target. */
static void check_measure(struct job *job, const struct iki *iki, int n, const struct indikator *k)
{
	if (!str_equal(iki->satuan, k->rumus.satuan))
		fault(job, "satuan", n, "skp.indikator_satuan",
		      say_format(job->mem, "satuannya mengikuti katalog: %.*s.",
				 STR_ARG(k->rumus.satuan)));
	if (!str_equal(iki->arah, k->rumus.arah))
		fault(job, "arah", n, "skp.indikator_arah",
		      SAY(job->mem, "arahnya mengikuti katalog indikator."));
}

static enum err check_area(struct job *job, const struct iki *iki, int n, const struct indikator *k)
{
	struct wilayah area;
	enum err err;

	if (id_is_none(&iki->wilayah_id))
		return ERR_OK;
	err = wilayah_load(job, &iki->wilayah_id, &area);
	if (err && err != ERR_NOT_FOUND)
		return err;
	if (err || !k->is_wilayah)
		fault(job, "uraian", n, "skp.indikator_wilayah",
		      SAY(job->mem, "indikator ini tidak dihitung untuk wilayah itu."));
	return ERR_OK;
}

static enum err check_one(struct job *job, const struct skp *skp, const struct iki *iki, int n)
{
	struct indikator k;
	enum err err = indikator_on(job, &iki->indikator_id, job->today, &k);

	if (err && err != ERR_NOT_FOUND)
		return err;
	if (err || !is_usable(&k, skp)) {
		fault(job, "uraian", n, "skp.indikator_gone",
		      SAY(job->mem, "indikator katalognya tidak berlaku lagi. Kosongkan baris ini, "
				    "lalu ambil yang lain."));
		return ERR_OK;
	}
	if (skp_is_kuantitatif(skp))
		check_measure(job, iki, n, &k);
	return check_area(job, iki, n, &k);
}

enum err skp_check_indikator(struct job *job, const struct skp *skp, const struct rhk *rhk)
{
	enum err err;

	for (int n = 0; n < rhk->iki_count; n++)
		if (!id_is_none(&rhk->iki[n].indikator_id) &&
		    (err = check_one(job, skp, &rhk->iki[n], n)))
			return err;
	return ERR_OK;
}

/* --- taken over --- */

static const struct rhk *rhk_of(const struct skp *skp, const struct id *rhk_id)
{
	for (int i = 0; i < skp->rhk_count; i++)
		if (id_equal(&skp->rhk[i].rhk_id, rhk_id))
			return &skp->rhk[i];
	return NULL;
}

/* "Cakupan imunisasi, Klademak" */
static enum err name_of(struct job *job, const struct indikator *k, const struct id *wilayah_id,
			struct str *out)
{
	struct wilayah area;
	enum err err;

	*out = k->nama;
	if (id_is_none(wilayah_id))
		return ERR_OK;
	if ((err = wilayah_load(job, wilayah_id, &area)))
		return err == ERR_NOT_FOUND ? ERR_OK : err; /* the check says so */
	*out = str_format(job->mem, "%.*s, %.*s", STR_ARG(k->nama), STR_ARG(area.nama));
	return ERR_OK;
}

static enum err row_of(struct job *job, const struct skp *skp, const struct skp_ambil *ambil,
		       struct iki *out)
{
	struct indikator k;
	bool is_counted = skp_is_kuantitatif(skp);
	enum err err = indikator_on(job, &ambil->indikator_id, job->today, &k);

	if (err)
		return err;
	*out = (struct iki){.indikator_id = ambil->indikator_id,
			    .wilayah_id = ambil->wilayah_id,
			    .aspek = skp_is_jpt(skp) ? STR_NONE : k.rumus.aspek,
			    .satuan = is_counted ? k.rumus.satuan : STR_NONE,
			    .arah = k.rumus.arah,
			    .has_target = is_counted && (ambil->has_target || k.has_target),
			    .target = ambil->has_target ? ambil->target : k.target,
			    .yakin = ambil->yakin};
	if (is_counted && !out->has_target)
		problem_add(job->faults, STR("target"), "skp.indikator_target",
			    STR("Tulis target Anda; indikator ini belum punya target."));
	return name_of(job, &k, &ambil->wilayah_id, &out->uraian);
}

/* On the page of one indicator its faults stand beside its own fields. */
static void rename_faults(struct problems *faults)
{
	for (int i = 0; i < faults->count; i++) {
		struct str *field = &faults->at[i].field;

		if (str_starts(*field, "iki_target."))
			*field = STR("target");
		else if (str_starts(*field, "iki"))
			*field = STR("indikator");
	}
}

enum err skp_take_indikator(struct job *job, const struct id *skp_id, const struct skp_ambil *ambil)
{
	const struct rhk *stored;
	struct rhk rhk;
	struct skp *skp;
	enum err err = skp_load(job, skp_id, &skp);

	if (err)
		return err;
	if (!(stored = rhk_of(skp, &ambil->rhk_id)))
		return ERR_NOT_FOUND;
	rhk = *stored;
	rhk.iki = arena_array(job->mem, struct iki, stored->iki_count + 1);
	for (int i = 0; i < stored->iki_count; i++)
		rhk.iki[i] = stored->iki[i];
	err = row_of(job, skp, ambil, &rhk.iki[rhk.iki_count++]);
	if (err == ERR_NOT_FOUND)
		problem_add(job->faults, STR("indikator"), "skp.indikator_gone",
			    STR("Pilih indikator dari daftarnya."));
	if (err && err != ERR_NOT_FOUND)
		return err;
	if (problems_any(job->faults))
		return ERR_INVALID;
	err = skp_save_rhk(job, skp_id, ambil->version, &rhk);
	rename_faults(job->faults);
	return err;
}
