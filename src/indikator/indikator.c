/* SPDX-License-Identifier: Apache-2.0 */
/* Use cases of the catalogue: proposed, decided, changed by a new version, listed. */
#include "indikator/indikator.h"

#include "audit/audit.h"
#include "base/say.h"
#include "db/query.h"
#include "form/form.h"
#include "generated/indikator_sql.h"
#include "law/access.h"
#include "law/figure.h"
#include "org/org.h"

static bool allows(const struct job *job, enum permission deed, struct str jalur)
{
	struct access_record record = {.unit_jalur = jalur};

	return access_allows(job->actor, deed, &record);
}

bool indikator_may_edit(const struct job *job, struct str unit_jalur)
{
	return allows(job, PERM_INDIKATOR_EDIT, unit_jalur);
}

bool indikator_may_fill(const struct job *job, struct str unit_jalur)
{
	return allows(job, PERM_INDIKATOR_FILL, unit_jalur);
}

/* Offices of the whole agency decide; a unit's head where the agency says so. */
enum err indikator_decides(struct job *job, struct str unit_jalur, bool *out)
{
	struct law_values law;
	enum err err;

	*out = false;
	if (!allows(job, PERM_INDIKATOR_DECIDE, unit_jalur))
		return ERR_OK;
	*out = true;
	if (access_reach(job->actor, PERM_INDIKATOR_DECIDE) == REACH_INSTANSI)
		return ERR_OK;
	if ((err = setelan_values_load(job, job->today, &law)))
		return err;
	*out = law.of[LAW_indikator_pimpinan_memutuskan] == 1;
	return ERR_OK;
}

bool indikator_reaches(const struct indikator *indikator, struct str unit_jalur)
{
	return unit_jalur.len >= indikator->unit_jalur.len &&
	       str_equal(str_slice(unit_jalur, 0, indikator->unit_jalur.len),
			 indikator->unit_jalur);
}

/* --- read --- */

static enum err jalur_of(struct job *job, const struct id *unit_id, struct str *out)
{
	struct unit *unit;
	enum err err;

	*out = STR_NONE;
	if (id_is_none(unit_id))
		return ERR_OK;
	if ((err = unit_load(job, unit_id, &unit)))
		return err;
	*out = unit->jalur;
	return ERR_OK;
}

enum err indikator_list(struct job *job, const struct indikator_saring *which,
			const struct records_ask *ask, struct records_page *out)
{
	struct indikator *rows = NULL;
	struct id after = {{0}};
	struct str jalur;
	enum err err;

	*out = (struct records_page){.count = 0};
	if (!access_may(job->actor, PERM_INDIKATOR_READ))
		return ERR_FORBIDDEN;
	if (ask->after.len > 0 && !id_parse(ask->after, &after))
		return ERR_NOT_FOUND;
	if ((err = jalur_of(job, &which->unit, &jalur)))
		return err;
	err = sql_indikator_page(job, which->keadaan, query_pattern(job->mem, which->cari), jalur,
				 job->today, &after, ask->limit + 1, &rows, &out->count);
	out->rows = rows;
	if (!err && out->count > ask->limit)
		out->last = id_str(job->mem, &rows[(out->count = ask->limit) - 1].indikator_id);
	return err;
}

enum err indikator_on(struct job *job, const struct id *indikator_id, struct date day,
		      struct indikator *out)
{
	return sql_indikator_held(job, indikator_id, day, out);
}

enum err indikator_versions(struct job *job, const struct id *indikator_id, struct indikator **out,
			    int *count)
{
	enum err err;

	if (!access_may(job->actor, PERM_INDIKATOR_READ))
		return ERR_FORBIDDEN;
	if ((err = sql_indikator_all(job, indikator_id, out, count)))
		return err;
	return *count > 0 ? ERR_OK : ERR_NOT_FOUND;
}

enum err indikator_offer(struct job *job, struct str unit_jalur, struct date day, struct str cari,
			 struct indikator **out, int *count)
{
	return sql_indikator_offered(job, unit_jalur, day, query_pattern(job->mem, cari),
				     INDIKATOR_OFFER, out, count);
}

/* --- what is right --- */

static void check_target(struct job *job, const struct law_values *law, const struct indikator *k)
{
	struct figure figure = {.amount = k->target, .satuan = k->rumus.satuan};
	struct figure_place place = {.field = STR("target")};

	if (!k->has_target)
		return;
	figure_check(law, &figure, k->yakin, &place, job->faults);
	if (k->target > INDIKATOR_MOST && problem_for(job->faults, STR("target")).len == 0)
		problem_add(job->faults, STR("target"), "indikator.target_large",
			    STR("Tulis paling banyak 100.000.000. Pakai satuan yang lebih besar, "
				"misalnya juta rupiah."));
}

/* The newest of the versions that hold, and the one that waits. */
struct standing {
	const struct indikator *last, *usul;
	int nomor; /* the highest so far */
};

static struct standing standing_of(const struct indikator *versi, int count)
{
	struct standing out = {.nomor = count > 0 ? versi[0].nomor : 0};

	for (int i = count - 1; i >= 0; i--) {
		if (str_is(versi[i].status, "berlaku"))
			out.last = &versi[i];
		if (str_is(versi[i].status, "usul"))
			out.usul = &versi[i];
	}
	return out;
}

/* What has been in force is never rewritten: the next version begins later. */
static void check_since(struct job *job, const struct indikator *k, const struct standing *before)
{
	if (date_is_none(k->sejak) || !before->last ||
	    date_compare(k->sejak, before->last->sejak) > 0)
		return;
	problem_add(job->faults, STR("sejak"), "indikator.sejak_before",
		    say_format(job->mem,
			       "Isi hari sesudah %.*s, mulai versi yang sekarang; yang sudah "
			       "berlaku tidak ditulis ulang.",
			       STR_ARG(say_date(job->mem, before->last->sejak))));
}

/* Only what is asked of a first version, or can change: a self-filling one is told of no area. */
static void check_more(struct job *job, const struct indikator *k, const struct standing *before)
{
	enum indikator_sumber sumber;

	if (!before->last && k->is_henti)
		problem_add(job->faults, STR("is_henti"), "indikator.henti_first",
			    STR("Indikator baru tidak dapat langsung berhenti."));
	if (sumber_parse(k->rumus.sumber, &sumber) && sumber != SUMBER_MANUAL && k->is_wilayah)
		problem_add(job->faults, STR("is_wilayah"), "indikator.wilayah_extra",
			    STR("Hanya indikator yang diisi tangan yang diisi per wilayah."));
	if (k->is_wilayah && str_is(k->atribusi, "pegawai"))
		problem_add(job->faults, STR("atribusi"), "indikator.wilayah_person",
			    STR("Yang diisi per wilayah adalah angka unit. Pilih unit pemilik, "
				"atau unit pegawai itu."));
	if (before->usul)
		problem_add(job->faults, STR("alasan"), "indikator.usul_waits",
			    STR("Masih ada usul untuk indikator ini yang menunggu keputusan."));
}

static enum err check(struct job *job, const struct indikator *k, const struct standing *before)
{
	struct law_values law;
	enum err err = setelan_values_load(job, job->today, &law);

	if (err)
		return err;
	form_check(&indikator_form, k, job->faults);
	indikator_check(&k->rumus, job->faults);
	check_target(job, &law, k);
	check_since(job, k, before);
	check_more(job, k, before);
	return problems_any(job->faults) ? ERR_INVALID : ERR_OK;
}

/* --- kept --- */

static struct str canonical(struct job *job, const struct indikator *k)
{
	return form_canonical(job->mem, &indikator_form, k);
}

static enum err insert_version(struct job *job, struct indikator *k, bool holds)
{
	const struct id *me = &job->actor->akun_id, none = {{0}};

	k->status = holds ? STR("berlaku") : STR("usul");
	return sql_indikator_versi_insert(job, k, me, job->now, holds ? me : &none,
					  holds ? job->now : 0);
}

static enum err tell(struct job *job, const char *deed, const struct indikator *before,
		     const struct indikator *after)
{
	return audit_add(job,
			 &(struct audit_entry){.deed = deed,
					       .object = after->indikator_id,
					       .before = before ? canonical(job, before) : STR_NONE,
					       .after = canonical(job, after)});
}

static enum err save_first(struct job *job, struct indikator *k)
{
	struct standing none = {.nomor = 0};
	struct unit *unit;
	bool holds = false;
	enum err err;

	if (id_is_none(&k->unit_id)) {
		form_check(&indikator_form, k, job->faults);
		return ERR_INVALID;
	}
	if ((err = unit_load(job, &k->unit_id, &unit)))
		return err;
	if (!indikator_may_edit(job, unit->jalur))
		return ERR_FORBIDDEN;
	if ((err = check(job, k, &none)) || (err = indikator_decides(job, unit->jalur, &holds)))
		return err;
	k->indikator_id = id_make();
	k->nomor = 1;
	if ((err = sql_indikator_insert(job, k)) || (err = insert_version(job, k, holds)))
		return err;
	return tell(job, holds ? "indikator.add" : "indikator.propose", NULL, k);
}

/* The unit of an indicator stays: in another it would be another. */
static enum err save_next(struct job *job, struct indikator *k)
{
	struct indikator *versi;
	struct standing before;
	bool holds = false;
	int count = 0;
	enum err err = sql_indikator_all(job, &k->indikator_id, &versi, &count);

	if (err || count == 0)
		return err ? err : ERR_NOT_FOUND;
	if (!indikator_may_edit(job, versi[0].unit_jalur))
		return ERR_FORBIDDEN;
	if (versi[0].version != k->version)
		return ERR_CONFLICT;
	before = standing_of(versi, count);
	k->unit_id = versi[0].unit_id;
	if ((err = check(job, k, &before)) ||
	    (err = indikator_decides(job, versi[0].unit_jalur, &holds)))
		return err;
	k->nomor = before.nomor + 1;
	if ((err = sql_indikator_touch(job, k)) || (err = insert_version(job, k, holds)))
		return err;
	return tell(job, holds ? "indikator.change" : "indikator.propose", before.last, k);
}

enum err indikator_save(struct job *job, struct indikator *k)
{
	return id_is_none(&k->indikator_id) ? save_first(job, k) : save_next(job, k);
}

static void check_decision(struct job *job, const struct indikator_putusan *putusan,
			   const struct standing *before)
{
	form_check(&indikator_putusan_form, putusan, job->faults);
	if (str_is(putusan->putusan, "tolak") && putusan->catatan.len == 0)
		problem_add(job->faults, STR("catatan"), "indikator.catatan_missing",
			    STR("Tulis mengapa usul ini ditolak."));
	if (str_is(putusan->putusan, "terima"))
		check_since(job, before->usul, before);
}

enum err indikator_decide(struct job *job, const struct id *indikator_id,
			  const struct indikator_putusan *putusan)
{
	struct indikator *versi, decided;
	struct standing before;
	bool decides = false;
	int count = 0;
	enum err err = sql_indikator_all(job, indikator_id, &versi, &count);

	if (err || count == 0)
		return err ? err : ERR_NOT_FOUND;
	if ((err = indikator_decides(job, versi[0].unit_jalur, &decides)))
		return err;
	if (!decides)
		return ERR_FORBIDDEN;
	before = standing_of(versi, count);
	if (versi[0].version != putusan->version || !before.usul)
		return ERR_CONFLICT;
	check_decision(job, putusan, &before);
	if (problems_any(job->faults))
		return ERR_INVALID;
	bool is_taken = str_is(putusan->putusan, "terima");
	decided = *before.usul;
	if ((err = sql_indikator_versi_decide(job, indikator_id, decided.nomor,
					      is_taken ? STR("berlaku") : STR("ditolak"),
					      putusan->catatan, &job->actor->akun_id, job->now)) ||
	    (err = sql_indikator_touch(job, &decided)))
		return err;
	return tell(job, is_taken ? "indikator.accept" : "indikator.refuse", before.last, &decided);
}
