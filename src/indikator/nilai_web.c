/* SPDX-License-Identifier: Apache-2.0 */
/* The form of a month's values, and values of earlier years from a file. */
#include "base/say.h"
#include "form/form_web.h"
#include "form/table.h"
#include "generated/indikator_templates.h"
#include "generated/routes.h"
#include "http/response.h"
#include "http/shell_web.h"
#include "indikator/indikator_view.h"
#include "indikator/nilai_bulan.h"
#include "indikator/wilayah.h"
#include "law/access.h"
#include "org/org.h"
#include "org/unit_pick.h"

#define SARING_AT(form, member) FORM_AT(form, struct nilai_saring, member)
#define ISIAN_AT(form, member) FORM_AT(form, struct nilai_isian, member)

/* The definition in force in that month. */
static enum err load_indikator(struct request *req, int bulan, const struct indikator **out)
{
	struct indikator *versi;
	struct id id;
	int count = 0;
	enum err err;

	if ((err = request_id_param(req, "indikator_id", &id)) ||
	    (err = indikator_versions(request_job(req), &id, &versi, &count)))
		return err;
	*out = indikator_of_month(versi, count, bulan);
	return *out ? ERR_OK : ERR_NOT_FOUND;
}

/* "diimpor, sumber: kohort bayi", or who filled it in. */
static struct str origin(struct arena *mem, const struct nilai *n)
{
	struct str sumber = n->sumber_data.len > 0
				    ? say_format(mem, "sumber: %.*s, ", STR_ARG(n->sumber_data))
				    : STR_NONE;

	if (n->version == 0 || n->is_batal)
		return STR_NONE;
	if (str_is(n->asal, "impor"))
		return say_format(mem, "%.*sdiimpor", STR_ARG(sumber));
	if (str_is(n->asal, "sendiri"))
		return SAY(mem, "terisi sendiri");
	return say_format(mem, "%.*sdiisi %.*s", STR_ARG(sumber), STR_ARG(n->oleh_nama));
}

static struct str amount_of(struct arena *mem, const struct nilai *n)
{
	struct str first = say_hundredths(mem, n->pembilang);

	if (n->is_batal)
		return SAY(mem, "dikosongkan");
	return n->penyebut == 0 ? first
				: str_format(mem, "%.*s/%.*s", STR_ARG(first),
					     STR_ARG(say_hundredths(mem, n->penyebut)));
}

/* "sebelumnya 40/50, 38/50": what corrections replaced, newest first. */
static enum err tell_history(struct job *job, struct nilai_row *row)
{
	struct nilai *old;
	struct buf out;
	int count = 0;
	enum err err;

	if (row->stored->version < 2)
		return ERR_OK;
	if ((err = nilai_history(job, &row->stored->nilai_id, &old, &count)) || count == 0)
		return err;
	buf_init(&out, job->mem);
	for (int i = 0; i < count; i++)
		buf_add_format(&out, "%s%.*s", i ? ", " : "",
			       STR_ARG(amount_of(job->mem, &old[i])));
	row->lama = say_format(job->mem, "sebelumnya %.*s", STR_ARG(buf_str(&out)));
	return ERR_OK;
}

/* Rows named by their subjects; a definition without denominator asks none. */
static void make_rows(struct nilai_view *v, struct job *job, const struct nilai_subjek *subjek,
		      int count)
{
	struct choice *names = arena_array(job->mem, struct choice, count + 1);
	int at = ISIAN_AT(&v->form, baris);
	const struct form column = {.table = v->form.table->fields[at].rows};

	for (int i = 0; i < count; i++)
		names[i] = (struct choice){
			.key = id_str(job->mem,
				      !id_is_none(&subjek[i].wilayah_id)   ? &subjek[i].wilayah_id
				      : !id_is_none(&subjek[i].pegawai_id) ? &subjek[i].pegawai_id
									   : &v->isian.unit_id),
			.label = subjek[i].nama};
	if (!v->is_part)
		form_leave_out_of_rows(&v->form, at,
				       FORM_AT(&column, struct nilai_baris, penyebut));
	form_name_rows(&v->form, at, names, count);
	form_rows_until(&v->form, at, count);
	for (int i = 0; i < v->form.cells[at].row_count; i++) {
		struct form *row = &v->form.cells[at].rows[i];

		if (!v->is_part)
			continue;
		row->cells[FORM_AT(row, struct nilai_baris, pembilang)].label =
			v->indikator->rumus.pembilang;
		row->cells[FORM_AT(row, struct nilai_baris, penyebut)].label =
			v->indikator->rumus.penyebut;
	}
}

static void fill_baris(struct nilai_isian *isian, const struct nilai *stored, int count)
{
	for (int i = 0; i < count; i++) {
		bool is_there = stored[i].version > 0 && !stored[i].is_batal;

		isian->baris[i] =
			(struct nilai_baris){.has_pembilang = is_there,
					     .has_penyebut = is_there && stored[i].penyebut > 0,
					     .pembilang = stored[i].pembilang,
					     .penyebut = stored[i].penyebut,
					     .version = stored[i].version};
	}
}

/* The form with its rows, empty. stored lives as long as the request. */
static enum err make_form(struct request *req, struct nilai_view *v, struct nilai **stored)
{
	struct job *job = request_job(req);
	struct nilai_subjek *subjek;
	enum err err = nilai_open(job, v->indikator, &v->isian, &subjek, stored, &v->count);

	if (err)
		return err;
	v->is_part = str_is(v->indikator->rumus.gabung, "bagian");
	v->url = indikator_url(job->mem, &v->indikator->indikator_id, "");
	v->action = indikator_url(job->mem, &v->indikator->indikator_id, "/nilai");
	v->bulan = bulan_text(job->mem, v->isian.bulan);
	form_make(&v->form, job, &nilai_form, &v->isian);
	make_rows(v, job, subjek, v->count);
	v->row = arena_array(job->mem, struct nilai_row, v->count + 1);
	for (int i = 0; i < v->count; i++) {
		v->row[i] = (struct nilai_row){.subjek = &subjek[i],
					       .stored = &(*stored)[i],
					       .asal = origin(job->mem, &(*stored)[i])};
		v->filled += (*stored)[i].version > 0 && !(*stored)[i].is_batal;
		if ((err = tell_history(job, &v->row[i])))
			return err;
	}
	return ERR_OK;
}

static void show(struct request *req, struct response *res, struct nilai_view *v, int status)
{
	const struct form_cell *cell = &v->form.cells[ISIAN_AT(&v->form, baris)];
	struct shell shell;

	for (int i = 0; i < v->count && i < cell->row_count; i++)
		v->row[i].form = &cell->rows[i];
	shell_make(req, &shell, "/indikator");
	html_nilai_isi(respond_html(res, status), &shell, v, request_job(req)->faults);
}

/* Last month when none is asked for: it is over, and its figures are there. */
static void choose_month(struct job *job, struct nilai_view *v)
{
	struct nilai_saring *s = &v->saring;
	int last = bulan_add(bulan_of_date(job->today), -1);
	int64_t month = 0;

	if (s->tahun == 0)
		s->tahun = last / 100;
	if (s->bulan.len == 0 || !str_parse_int(s->bulan, &month))
		month = last % 100;
	s->bulan = str_format(job->mem, "%d", (int)month);
	v->isian.bulan = bulan_of(s->tahun, (int)month);
}

static enum err choose_place(struct job *job, struct nilai_view *v)
{
	struct form *form = &v->list.form;
	enum err err = unit_pick(job, form, SARING_AT(form, unit), PERM_INDIKATOR_FILL);

	if (err || (err = wilayah_pick(job, form, SARING_AT(form, induk), true)))
		return err;
	v->isian.induk_id = v->saring.induk;
	v->isian.unit_id = v->saring.unit;
	if (!id_is_none(&v->isian.unit_id))
		return ERR_OK;
	/* The own unit where it may be filled, else the indicator's. */
	v->isian.unit_id = v->indikator->unit_id;
	if (!indikator_may_fill(job, v->indikator->unit_jalur) &&
	    indikator_reaches(v->indikator, job->actor->unit_jalur))
		v->isian.unit_id = job->actor->unit_id;
	v->saring.unit = v->isian.unit_id;
	return ERR_OK;
}

enum err nilai_page(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct nilai_view v = {.count = 0};
	struct nilai *stored;
	enum err err;

	list_make(&v.list, req, &nilai_saring_form, &v.saring);
	list_take(&v.list, req);
	choose_month(job, &v);
	if ((err = load_indikator(req, v.isian.bulan, &v.indikator)))
		return err;
	if (!v.indikator->is_wilayah) {
		form_leave_out(&v.list.form, SARING_AT(&v.list.form, induk));
		v.saring.induk = (struct id){{0}};
	}
	if ((err = choose_place(job, &v)))
		return err;
	int status = list_status(&v.list);
	if ((err = make_form(req, &v, &stored)))
		return err;
	v.isian.count = v.count;
	v.isian.baris = arena_array(job->mem, struct nilai_baris, v.count + 1);
	fill_baris(&v.isian, stored, v.count);
	form_fill(&v.form);
	form_fill(&v.list.form);
	if ((err = unit_pick(job, &v.list.form, SARING_AT(&v.list.form, unit),
			     PERM_INDIKATOR_FILL)))
		return err;
	show(req, res, &v, status);
	return ERR_OK;
}

/* --- sent --- */

/* Which month's form was sent; without it nobody can tell what to draw. */
struct sent {
	struct id unit_id, induk_id;
	int bulan;
};
#define FORM_RECORD struct sent
static const struct field sent_fields[] = {FIELD(ID, unit_id, "Unit", .is_needed = true) FIELD(
	ID, induk_id, "Kecamatan") FIELD(HIDDEN, bulan, "Bulan", .is_needed = true)};
static const struct form_table sent_form = FORM_TABLE("nilai_kirim", sent_fields);
#undef FORM_RECORD

static enum err read_sent(struct request *req, struct nilai_view *v, struct nilai **stored)
{
	struct form_source source = form_from_body(req);
	struct job *job = request_job(req);
	struct sent sent = {.bulan = 0};
	struct form form;
	enum err err;

	form_make(&form, job, &sent_form, &sent);
	form_read(&form, &source);
	if ((err = load_indikator(req,
				  bulan_is_valid(sent.bulan)
					  ? sent.bulan
					  : job->today.year * 100 + job->today.month,
				  &v->indikator)))
		return err;
	if (problems_any(job->faults) || !bulan_is_valid(sent.bulan))
		return ERR_INVALID;
	v->isian = (struct nilai_isian){
		.unit_id = sent.unit_id, .induk_id = sent.induk_id, .bulan = sent.bulan};
	v->saring = (struct nilai_saring){sent.unit_id, sent.induk_id, sent.bulan / 100,
					  str_format(job->mem, "%d", sent.bulan % 100)};
	if ((err = make_form(req, v, stored)))
		return err;
	form_read(&v->form, &source);
	return ERR_OK;
}

/* The filters above a refused form are those it was made with. */
static enum err fill_filters(struct request *req, struct nilai_view *v)
{
	struct job *job = request_job(req);
	struct nilai_saring saring = v->saring;
	struct form *form = &v->list.form;
	enum err err;

	list_make(&v->list, req, &nilai_saring_form, &v->saring);
	v->saring = saring;
	v->list.path = v->action;
	if (!v->indikator->is_wilayah)
		form_leave_out(form, SARING_AT(form, induk));
	form_fill(form);
	if ((err = unit_pick(job, form, SARING_AT(form, unit), PERM_INDIKATOR_FILL)))
		return err;
	return wilayah_pick(job, form, SARING_AT(form, induk), true);
}

static enum err show_again(struct request *req, struct response *res, void *arg)
{
	struct nilai_view *v = arg;
	enum err err = fill_filters(req, v);

	if (!err)
		show(req, res, v, 422);
	return err;
}

/* Saved by somebody else meanwhile: each row beside what is stored now. */
static enum err show_conflict(struct request *req, struct response *res, void *arg)
{
	struct job *job = request_job(req);
	struct nilai_view *v = arg;
	struct nilai_isian stored_isian = v->isian;
	struct nilai_subjek *subjek;
	struct nilai *stored;
	int count = 0;
	enum err err = nilai_open(job, v->indikator, &v->isian, &subjek, &stored, &count);

	if (err || (err = fill_filters(req, v)))
		return err;
	stored_isian.count = count;
	stored_isian.baris = arena_array(job->mem, struct nilai_baris, count + 1);
	fill_baris(&stored_isian, stored, count);
	v->form.conflict = conflict_make(job->mem, v->action);
	form_compare(&v->form, &stored_isian);
	show(req, res, v, 409);
	return ERR_OK;
}

enum err nilai_send(struct request *req, struct response *res)
{
	struct nilai_view *v = arena_new(request_mem(req), struct nilai_view);
	struct job *job = request_job(req);
	struct nilai *stored;
	enum err err = read_sent(req, v, &stored);

	if (err)
		return err;
	err = nilai_save(job, v->indikator, &v->isian);
	if (err == ERR_INVALID)
		respond_again(res, show_again, v);
	if (err == ERR_CONFLICT)
		respond_again(res, show_conflict, v);
	if (err)
		return err;
	respond_note(res, say_format(job->mem, "Angka %.*s tersimpan.", STR_ARG(v->bulan)));
	return respond_see_other(
		res, str_format(job->mem, "%.*s?unit=%.*s%s%.*s&tahun=%d&bulan=%d",
				STR_ARG(v->action), STR_ARG(id_str(job->mem, &v->isian.unit_id)),
				id_is_none(&v->isian.induk_id) ? "" : "&induk=",
				STR_ARG(id_is_none(&v->isian.induk_id)
						? STR_NONE
						: id_str(job->mem, &v->isian.induk_id)),
				v->isian.bulan / 100, v->isian.bulan % 100));
}
