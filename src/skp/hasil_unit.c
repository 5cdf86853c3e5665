/* SPDX-License-Identifier: Apache-2.0 */
#include "skp/hasil_unit.h"

#include "audit/audit.h"
#include "db/query.h"
#include "form/form.h"
#include "form/table.h"
#include "generated/sql_blocks.h"
#include "law/access.h"
#include "org/org.h"

#define HASIL_UNIT_MAX 100

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

static struct hasil_unit read_row(struct query *q, struct arena *mem)
{
	return (struct hasil_unit){
		.hasil_unit_id = query_column_id(q, 0),
		.unit_id = query_column_id(q, 1),
		.tahun = (int)query_column_int(q, 2),
		.urut = (int)query_column_int(q, 3),
		.uraian = query_column_text(q, 4, mem),
		.indikator = query_column_text(q, 5, mem),
		.target = query_column_int(q, 6),
		.has_target = true,
		.satuan = query_column_text(q, 7, mem),
		.version = query_column_int(q, 8),
		.unit_jalur = query_column_text(q, 9, mem),
		.unit_nama = query_column_text(q, 10, mem),
	};
}

enum err hasil_unit_list_owners(struct job *job, struct hasil_unit_owner **out, int *count)
{
	struct unit *units = NULL;
	int found = 0;
	enum err err;

	*count = 0;
	if (!access_may(job->actor, PERM_UNIT_RESULT_EDIT))
		return ERR_FORBIDDEN;
	if ((err = unit_list(job, access_scope_jalur(job->actor, PERM_UNIT_RESULT_EDIT), &units,
			     &found)))
		return err;
	*out = arena_array(job->mem, struct hasil_unit_owner, found + 1);
	for (int i = 0; i < found; i++)
		if (allows(job, units[i].jalur))
			(*out)[(*count)++] =
				(struct hasil_unit_owner){units[i].unit_id, units[i].nama};
	return ERR_OK;
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
	*out = arena_array(job->mem, struct hasil_unit, HASIL_UNIT_MAX);
	*count = 0;

	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_HASIL_UNIT_ROWS);

	query_int(q, 2, tahun);
	query_id(q, 3, unit_id);
	while (*count < HASIL_UNIT_MAX && query_next(q))
		(*out)[(*count)++] = read_row(q, job->mem);
	return query_error(q);
}

static enum err find(struct job *job, const struct id *id, struct hasil_unit *out)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_HASIL_UNIT_FIND);
	enum err err;

	query_id(q, 2, id);
	if (!query_next(q))
		return (err = query_error(q)) ? err : ERR_NOT_FOUND;
	*out = read_row(q, job->mem);
	return ERR_OK;
}

enum err hasil_unit_load(struct job *job, const struct id *hasil_unit_id, struct hasil_unit **out)
{
	struct hasil_unit *hasil = arena_new(job->mem, struct hasil_unit);
	enum err err = find(job, hasil_unit_id, hasil);

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
	form_check(&hasil_unit_form, h, job->faults);
	if (h->tahun < 2000 || h->tahun > 2100)
		problem_add(job->faults, STR("tahun"), "hasil_unit.tahun",
			    STR("Tulis tahun empat angka."));
	return problems_any(job->faults) ? ERR_INVALID : ERR_OK;
}

static enum err insert(struct job *job, const struct hasil_unit *h)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_HASIL_UNIT_INSERT);

	query_id(q, 2, &h->hasil_unit_id);
	query_int(q, 3, h->tahun);
	query_id(q, 4, &h->unit_id);
	query_text(q, 5, h->uraian);
	query_text(q, 6, h->indikator);
	query_int(q, 7, h->target);
	query_text(q, 8, h->satuan);
	return query_run(q, NULL);
}

static enum err update(struct job *job, const struct hasil_unit *h)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_HASIL_UNIT_UPDATE);
	int64_t changed = 0;
	enum err err;

	query_id(q, 2, &h->hasil_unit_id);
	query_int(q, 3, h->version);
	query_text(q, 4, h->uraian);
	query_text(q, 5, h->indikator);
	query_int(q, 6, h->target);
	query_text(q, 7, h->satuan);
	err = query_run(q, &changed);
	return err ? err : changed == 1 ? ERR_OK : ERR_CONFLICT;
}

/* PK-28: no silent change of a signed plan. What supports this result keeps its words and is told as to be synced. */
static enum err pin(struct job *job, const struct hasil_unit *before, const struct hasil_unit *now)
{
	if (str_equal(before->uraian, now->uraian))
		return ERR_OK;

	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_HASIL_UNIT_PIN);

	query_id(q, 2, &before->hasil_unit_id);
	query_text(q, 3, before->uraian);
	return query_run(q, NULL);
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
	if ((err = insert(job, hasil)))
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
	if ((err = check(job, hasil)) || (err = update(job, hasil)) ||
	    (err = pin(job, before, hasil)))
		return err;
	return audit(job, "hasil_unit.save", &hasil->hasil_unit_id, canonical(job->mem, before),
		     canonical(job->mem, hasil));
}

static enum err check_links(struct job *job, const struct id *id)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_HASIL_UNIT_LINKS);
	int64_t count;

	query_id(q, 2, id);
	if (!query_next(q))
		return query_error(q);
	count = query_column_int(q, 0);
	if (count == 0)
		return ERR_OK;
	problem_add(
		job->faults, STR("hasil_unit"), "hasil_unit.linked",
		str_format(
			job->mem,
			"Hasil ini didukung %lld hasil kerja dalam SKP, jadi tidak dapat dihapus.",
			(long long)count));
	return ERR_INVALID;
}

static enum err delete_row(struct job *job, const struct id *id, int64_t version)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_HASIL_UNIT_DELETE);
	int64_t changed = 0;
	enum err err;

	query_id(q, 2, id);
	query_int(q, 3, version);
	err = query_run(q, &changed);
	return err ? err : changed == 1 ? ERR_OK : ERR_CONFLICT;
}

enum err hasil_unit_remove(struct job *job, const struct id *hasil_unit_id, int64_t version)
{
	struct hasil_unit *before;
	enum err err;

	if ((err = hasil_unit_load(job, hasil_unit_id, &before)) ||
	    (err = check_links(job, hasil_unit_id)) ||
	    (err = delete_row(job, hasil_unit_id, version)))
		return err;
	return audit(job, "hasil_unit.remove", hasil_unit_id, canonical(job->mem, before),
		     STR_NONE);
}
