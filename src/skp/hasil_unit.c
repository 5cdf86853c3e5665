/* SPDX-License-Identifier: Apache-2.0 */
/* The use cases of what a unit promised for a year. */
#include "skp/hasil_unit.h"

#include "audit/audit.h"
#include "base/say.h"
#include "form/form.h"
#include "form/table.h"
#include "generated/skp_sql.h"
#include "law/access.h"
#include "law/figure.h"
#include "org/org.h"

#define FORM_RECORD struct hasil_unit
static const struct field fields[] = {
#include "skp/hasil_unit_form.def"
};
const struct form_table hasil_unit_form = FORM_TABLE("hasil_unit", fields);

static bool allows(const struct job *job, struct str jalur)
{
	struct access_record record = {.unit_jalur = jalur};

	return access_allows(job->actor, PERM_UNIT_RESULT_EDIT, &record);
}

enum err hasil_unit_list(struct job *job, const struct id *unit_id, int tahun,
			 struct hasil_unit **out, int *count)
{
	struct unit *unit;
	enum err err = unit_load(job, unit_id, &unit);

	if (err)
		return err;
	if (!allows(job, unit->jalur))
		return ERR_FORBIDDEN;
	return sql_hasil_unit_rows(job, tahun, unit_id, out, count);
}

enum err hasil_unit_load(struct job *job, const struct id *hasil_unit_id, struct hasil_unit **out)
{
	struct hasil_unit *hasil = arena_new(job->mem, struct hasil_unit);
	enum err err = sql_hasil_unit_find(job, hasil_unit_id, hasil);

	if (err)
		return err;
	*out = hasil;
	return allows(job, hasil->unit_jalur) ? ERR_OK : ERR_FORBIDDEN;
}

static struct str canonical(struct arena *mem, const struct hasil_unit *h)
{
	return str_format(mem,
			  "hasil_unit 1\nunit %.*s\ntahun %d\nuraian %zu:%.*s\nindikator "
			  "%zu:%.*s\ntarget %lld\nsatuan %zu:%.*s\n",
			  STR_ARG(id_str(mem, &h->unit_id)), h->tahun, h->uraian.len,
			  STR_ARG(h->uraian), h->indikator.len, STR_ARG(h->indikator),
			  (long long)h->target, h->satuan.len, STR_ARG(h->satuan));
}

static enum err check(struct job *job, const struct hasil_unit *h)
{
	struct figure figure = {.amount = h->target, .satuan = h->satuan};
	struct figure_place place = {.field = STR("target")};
	struct law_values law;
	enum err err = setelan_values_load(job, job->today, &law);

	if (err)
		return err;
	form_check(&hasil_unit_form, h, job->faults);
	if (h->tahun < SKP_TAHUN_FIRST || h->tahun > SKP_TAHUN_LAST)
		problem_add(job->faults, STR("tahun"), "hasil_unit.tahun",
			    STR("Tulis tahun empat angka."));
	if (h->has_target)
		figure_check(&law, &figure, h->yakin, &place, job->faults);
	return problems_any(job->faults) ? ERR_INVALID : ERR_OK;
}

/* PK-28: no silent change of a signed plan. What supports this result keeps its words and is told
   as to be synced. */
static enum err pin(struct job *job, const struct hasil_unit *before, const struct hasil_unit *now)
{
	if (str_equal(before->uraian, now->uraian))
		return ERR_OK;
	return sql_hasil_unit_pin(job, &before->hasil_unit_id, before->uraian);
}

static enum err audit(struct job *job, const char *deed, const struct id *id, struct str before,
		      struct str after)
{
	struct audit_entry entry = {deed, *id, STR_NONE, before, after};

	return audit_add(job, &entry);
}

static enum err add(struct job *job, struct hasil_unit *hasil)
{
	struct unit *unit;
	enum err err = unit_load(job, &hasil->unit_id, &unit);

	if (err)
		return err;
	if (!allows(job, unit->jalur))
		return ERR_FORBIDDEN;
	if ((err = check(job, hasil)))
		return err;
	hasil->hasil_unit_id = id_make();
	if ((err = sql_hasil_unit_insert(job, hasil)))
		return err;
	return audit(job, "hasil_unit.add", &hasil->hasil_unit_id, STR_NONE,
		     canonical(job->mem, hasil));
}

enum err hasil_unit_save(struct job *job, struct hasil_unit *hasil)
{
	struct hasil_unit *before;
	enum err err;

	if (id_is_none(&hasil->hasil_unit_id))
		return add(job, hasil);
	if ((err = hasil_unit_load(job, &hasil->hasil_unit_id, &before)))
		return err;
	hasil->unit_id = before->unit_id;
	hasil->tahun = before->tahun;
	if ((err = check(job, hasil)) || (err = sql_hasil_unit_update(job, hasil)) ||
	    (err = pin(job, before, hasil)))
		return err;
	return audit(job, "hasil_unit.save", &hasil->hasil_unit_id, canonical(job->mem, before),
		     canonical(job->mem, hasil));
}

static enum err check_links(struct job *job, const struct id *id)
{
	int count = 0;
	enum err err = sql_hasil_unit_links(job, id, &count);

	if (err)
		return err;
	if (count == 0)
		return ERR_OK;
	problem_add(
		job->faults, STR("hasil_unit"), "hasil_unit.linked",
		say_format(job->mem,
			   "Hasil ini didukung %d hasil kerja dalam SKP, jadi tidak dapat dihapus.",
			   count));
	return ERR_INVALID;
}

enum err hasil_unit_remove(struct job *job, const struct id *hasil_unit_id, int64_t version)
{
	struct hasil_unit *before;
	enum err err;

	if ((err = hasil_unit_load(job, hasil_unit_id, &before)))
		return err;
	if (before->version != version)
		return ERR_CONFLICT;
	if ((err = check_links(job, hasil_unit_id)) ||
	    (err = sql_hasil_unit_delete(job, hasil_unit_id, version)))
		return err;
	return audit(job, "hasil_unit.remove", hasil_unit_id, canonical(job->mem, before),
		     STR_NONE);
}
