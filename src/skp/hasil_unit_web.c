/* SPDX-License-Identifier: Apache-2.0 */
/* The page of unit results: choose a unit and a year, add, change, remove. */
#include "skp/skp_web.h"

#include "base/say.h"
#include "form/form_web.h"
#include "form/table.h"
#include "generated/routes.h"
#include "generated/skp_templates.h"
#include "org/org.h"
#include "org/unit_pick.h"

#define FORM_RECORD struct hasil_unit_saring
static const struct field saring_fields[] = {
	FIELD(PICK, unit, "Unit", .finder = UNIT_FINDER, HINT("Sebagian namanya atau kodenya."))
		FIELD(WHOLE, tahun, "Tahun", LIMITS(SKP_TAHUN_FIRST, SKP_TAHUN_LAST),
		      .is_zero_blank = true)};
static const struct form_table saring_table = FORM_TABLE("hasil_unit_saring", saring_fields);
#undef FORM_RECORD

/* The one whose form is opened. */
struct hasil_unit_asked {
	struct id ubah;
};
#define FORM_RECORD struct hasil_unit_asked
static const struct field asked_fields[] = {FIELD(HIDDEN, ubah, "Hasil kerja unit")};
static const struct form_table asked_table = FORM_TABLE("hasil_unit_asked", asked_fields);
#undef FORM_RECORD

/* What a form was sent for: a unit's result of a year, and which one when it is changed. */
struct hasil_unit_sent {
	struct id unit, hasil_unit_id;
	int tahun;
};
#define FORM_RECORD struct hasil_unit_sent
static const struct field sent_fields[] = {
	FIELD(ID, unit, "Unit", .is_needed = true) FIELD(ID, hasil_unit_id, "Hasil kerja unit")
		FIELD(WHOLE, tahun, "Tahun", LIMITS(SKP_TAHUN_FIRST, SKP_TAHUN_LAST),
		      .is_needed = true)};
static const struct form_table sent_table = FORM_TABLE("hasil_unit_sent", sent_fields);
#undef FORM_RECORD

/* The unit of view->saring, or the highest one, with its results of the year. */
static enum err load(struct request *req, struct hasil_unit_view *view)
{
	struct job *job = request_job(req);
	struct form *form = &view->saring_form;
	struct hasil_unit_saring *saring = &view->saring;
	struct unit *unit;
	enum err err = unit_pick_or_highest(
		job, form, FORM_AT(form, struct hasil_unit_saring, unit), PERM_UNIT_RESULT_EDIT);

	if (err)
		return err;
	if (saring->tahun == 0) {
		saring->tahun = job->today.year;
		form_fill(form);
	}
	view->tahun = saring->tahun;
	if (id_is_none(&saring->unit))
		return ERR_OK;
	if ((err = unit_load(job, &saring->unit, &unit)))
		return err;
	view->unit_id = id_str(job->mem, &saring->unit);
	view->unit_nama = unit->nama;
	return hasil_unit_list(job, &saring->unit, view->tahun, &view->row, &view->count);
}

static void begin(struct request *req, struct hasil_unit_view *view)
{
	struct job *job = request_job(req);

	*view = (struct hasil_unit_view){.mem = job->mem};
	form_make(&view->saring_form, job, &saring_table, &view->saring);
}

/* The page as its address asks. */
static enum err load_asked(struct request *req, struct hasil_unit_view *view)
{
	struct form_source source = form_from_address(req);

	begin(req, view);
	form_read(&view->saring_form, &source);
	return load(req, view);
}

/* The page of a unit whose form was sent. */
static enum err load_of(struct request *req, const struct id *unit_id, int tahun,
			struct hasil_unit_view *view)
{
	begin(req, view);
	view->saring = (struct hasil_unit_saring){*unit_id, tahun};
	form_fill(&view->saring_form);
	return load(req, view);
}

static void show(struct request *req, struct response *res, const struct hasil_unit_view *view,
		 int status)
{
	struct shell shell;

	skp_web_shell(req, "/hasil-unit",
		      conflict_title(view->form.conflict, view->mem,
				     SAY(request_mem(req), "Hasil kerja unit")),
		      &shell);
	html_hasil_unit(respond_html(res, status), &shell, view, request_job(req)->faults);
}

static const struct hasil_unit *stored_of(const struct hasil_unit_view *view, struct str edit_id)
{
	for (int i = 0; i < view->count; i++)
		if (str_equal(id_str(view->mem, &view->row[i].hasil_unit_id), edit_id))
			return &view->row[i];
	return NULL;
}

/* A new one is made from no version. */
static void leave_version(struct form *form)
{
	form_leave_out(form, FORM_AT(form, struct hasil_unit, version));
}

/* The form of the one being changed, or an empty one. */
static void fill_form(struct job *job, struct hasil_unit_view *view, struct str edit_id)
{
	const struct hasil_unit *h = stored_of(view, edit_id);
	struct hasil_unit *record = arena_new(job->mem, struct hasil_unit);

	form_make(&view->form, job, &hasil_unit_form, record);
	if (!h) {
		leave_version(&view->form);
		return;
	}
	*record = *h;
	form_fill(&view->form);
	view->edit_id = edit_id;
}

/* Saved or removed from elsewhere meanwhile: what was typed beside what is stored now. */
static void make_conflict(struct hasil_unit_view *view)
{
	const struct hasil_unit *h = stored_of(view, view->edit_id);
	struct str page = str_format(view->mem, "/hasil-unit?unit=%.*s&tahun=%d",
				     STR_ARG(view->unit_id), view->tahun);
	struct conflict *c = view->form.conflict = conflict_make(view->mem, page);

	if (!h) {
		c->sentence = SAY(view->mem,
				  "Hasil kerja unit ini sudah dihapus dari tempat lain. Bila Anda "
				  "menyimpannya, ia menjadi hasil kerja baru.");
		view->edit_id = STR_NONE;
		leave_version(&view->form);
		return;
	}
	form_compare(&view->form, h);
}

enum err hasil_unit_page(struct request *req, struct response *res)
{
	struct hasil_unit_asked asked = {{{0}}};
	struct hasil_unit_view view;
	enum err err;

	if ((err = form_read_address(req, &asked_table, &asked)) || (err = load_asked(req, &view)))
		return err;

	struct str ubah = id_is_none(&asked.ubah) ? STR_NONE : id_str(view.mem, &asked.ubah);
	int status = problems_any(request_job(req)->faults) ? 422 : 200;
	if (ubah.len > 0 && !stored_of(&view, ubah))
		return ERR_NOT_FOUND;
	fill_form(request_job(req), &view, ubah);
	show(req, res, &view, status);
	return ERR_OK;
}

static enum err see_unit(struct request *req, struct response *res, const struct hasil_unit *hasil,
			 const char *note)
{
	struct arena *mem = request_mem(req);

	respond_note(res, str_from(note));
	return respond_see_other(res,
				 str_format(mem, "/hasil-unit?unit=%.*s&tahun=%d",
					    STR_ARG(id_str(mem, &hasil->unit_id)), hasil->tahun));
}

/* A form that was refused or was sent to remove one, and why. */
struct refused {
	struct hasil_unit_sent sent;
	struct hasil_unit hasil;
	enum err why;
};

static void read_hasil(struct request *req, struct form *form, struct refused *out)
{
	struct form_source source = form_from_body(req);

	out->hasil = (struct hasil_unit){.unit_id = out->sent.unit,
					 .hasil_unit_id = out->sent.hasil_unit_id,
					 .tahun = out->sent.tahun};
	form_make(form, request_job(req), &hasil_unit_form, &out->hasil);
	if (id_is_none(&out->sent.hasil_unit_id))
		leave_version(form);
	form_read(form, &source);
}

/* After the rollback: a response_draw. */
static enum err draw_again(struct request *req, struct response *res, void *arg)
{
	struct refused *refused = arg;
	struct hasil_unit_view view;
	enum err err = load_of(req, &refused->sent.unit, refused->sent.tahun, &view);

	if (err)
		return err;
	read_hasil(req, &view.form, refused);
	if (!id_is_none(&refused->sent.hasil_unit_id))
		view.edit_id = id_str(view.mem, &refused->sent.hasil_unit_id);
	if (refused->why == ERR_CONFLICT)
		make_conflict(&view);
	show(req, res, &view, refused->why == ERR_CONFLICT ? 409 : 422);
	return ERR_OK;
}

enum err hasil_unit_send(struct request *req, struct response *res)
{
	struct form_source source = form_from_body(req);
	struct job *job = request_job(req);
	struct refused *refused = arena_new(job->mem, struct refused);
	struct form form;

	form_make(&form, job, &sent_table, &refused->sent);
	form_read(&form, &source);
	if (problems_any(job->faults)) /* nobody can tell which unit's page to draw */
		return ERR_INVALID;
	read_hasil(req, &form, refused);

	enum err err = hasil_unit_save(job, &refused->hasil);
	if (err == ERR_NOT_FOUND && !id_is_none(&refused->sent.hasil_unit_id))
		err = ERR_CONFLICT; /* removed meanwhile */
	refused->why = err;
	if (err == ERR_INVALID || err == ERR_CONFLICT)
		respond_again(res, draw_again, refused);
	return err ? err : see_unit(req, res, &refused->hasil, SAID("Hasil kerja unit tersimpan."));
}

/* The same where one could not be removed. */
static enum err draw_kept(struct request *req, struct response *res, void *arg)
{
	const struct refused *refused = arg;
	struct job *job = request_job(req);
	struct hasil_unit_view view;
	enum err err = load_of(req, &refused->hasil.unit_id, refused->hasil.tahun, &view);

	if (err)
		return err;
	fill_form(job, &view, STR_NONE);
	if (refused->why == ERR_CONFLICT) {
		view.form.conflict = conflict_make(job->mem, STR("/hasil-unit"));
		view.form.conflict->sentence = SAY(
			job->mem, "Hasil kerja unit itu sudah diubah dari tempat lain sejak Anda "
				  "membuka halaman ini. Baca lagi sebelum menghapusnya.");
	}
	show(req, res, &view, refused->why == ERR_CONFLICT ? 409 : 422);
	return ERR_OK;
}

enum err hasil_unit_remove_send(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct refused *refused = arena_new(job->mem, struct refused);
	struct hasil_unit *hasil;
	struct id id;
	enum err err = request_id_param(req, "hasil_unit_id", &id);

	if (err || (err = hasil_unit_load(job, &id, &hasil)))
		return err;
	err = hasil_unit_remove(job, &id, form_version(req));
	*refused = (struct refused){.hasil = *hasil, .why = err};
	if (err == ERR_INVALID || err == ERR_CONFLICT)
		respond_again(res, draw_kept, refused);
	return err ? err : see_unit(req, res, hasil, SAID("Hasil kerja unit dihapus."));
}
