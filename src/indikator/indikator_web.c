/* SPDX-License-Identifier: Apache-2.0 */
/* Pages of the catalogue: the list, the form of a definition, what is decided of a proposal. */
#include "base/say.h"
#include "form/form_web.h"
#include "generated/indikator_templates.h"
#include "generated/routes.h"
#include "http/response.h"
#include "http/shell_web.h"
#include "indikator/indikator_show_web.h"
#include "indikator/indikator_view.h"
#include "indikator/nilai.h"
#include "law/access.h"
#include "org/unit_pick.h"

struct str indikator_url(struct arena *mem, const struct id *indikator_id, const char *tail)
{
	return str_format(mem, "/indikator/%.*s%s", STR_ARG(id_str(mem, indikator_id)), tail);
}

struct str indikator_status_label(struct str status)
{
	if (str_is(status, "usul"))
		return STR(SAID("Usul"));
	return str_is(status, "ditolak") ? STR(SAID("Ditolak")) : STR(SAID("Berlaku"));
}

struct str indikator_status_tag(struct str status)
{
	if (str_is(status, "usul"))
		return STR("wait");
	return str_is(status, "ditolak") ? STR("bad") : STR("ok");
}

/* --- the list --- */

/* The newest figure of the year so far. */
static enum err fill_item(struct job *job, const struct indikator *k, struct indikator_item *item)
{
	int now = bulan_of_date(job->today);
	struct indikator_tanya tanya = {.indikator_id = k->indikator_id,
					.unit_jalur = k->unit_jalur,
					.dari = bulan_of(job->today.year, 1),
					.sampai = now};
	struct indikator_angka angka;
	enum err err;

	*item = (struct indikator_item){.indikator = k,
					.today = job->today,
					.url = indikator_url(job->mem, &k->indikator_id, "")};
	if (k->has_target)
		item->target = str_format(
			job->mem, "%s%.*s %.*s", str_is(k->rumus.arah, "lower_better") ? "≤ " : "",
			STR_ARG(say_hundredths(job->mem, k->target)), STR_ARG(k->rumus.satuan));
	err = indikator_value(job, &tanya, &angka);
	if (err == ERR_NOT_FOUND || (!err && !nilai_may_read(job, angka.versi, angka.versi_count)))
		return ERR_OK;
	if (!err && angka.hasil.is_set) {
		item->angka = indikator_angka_text(job->mem, k, &angka.hasil);
		item->kapan = bulan_text(job->mem, angka.hasil.bulan_akhir);
	}
	return err;
}

enum err indikator_list_page(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct indikator_list_view view = {
		.may_add = access_reach(job->actor, PERM_INDIKATOR_EDIT) >= REACH_UNIT};
	struct records_page page;
	struct shell shell;
	enum err err;

	list_make(&view.list, req, &indikator_saring_form, &view.saring);
	if (access_reach(job->actor, PERM_INDIKATOR_READ) < REACH_UNIT)
		form_leave_out(&view.list.form,
			       FORM_AT(&view.list.form, struct indikator_saring, unit));
	list_take(&view.list, req);
	if ((err = unit_pick(job, &view.list.form,
			     FORM_AT(&view.list.form, struct indikator_saring, unit),
			     PERM_INDIKATOR_READ)) ||
	    (err = indikator_list(job, &view.saring, &view.list.ask, &page)))
		return err;
	view.count = page.count;
	view.item = arena_array(job->mem, struct indikator_item, page.count + 1);
	for (int i = 0; i < page.count; i++)
		if ((err = fill_item(job, (const struct indikator *)page.rows + i, &view.item[i])))
			return err;
	if (page.last.len > 0)
		list_go_on(&view.list, page.last);
	shell_make(req, &shell, "/indikator");
	html_indikator_list(respond_html(res, list_status(&view.list)), &shell, &view);
	return ERR_OK;
}

/* --- the form of a definition --- */

static void show(struct request *req, struct response *res, struct indikator_edit *view, int status)
{
	struct shell shell;

	shell_make(req, &shell, "/indikator");
	html_indikator_edit(respond_html(res, status), &shell, view, request_job(req)->faults);
}

static int unit_at(const struct form *form)
{
	return FORM_AT(form, struct indikator, unit_id);
}

/* What is not asked: of a new one the version and the end, of a next version the unit. */
static void begin(struct request *req, struct indikator_edit *view)
{
	struct arena *mem = request_mem(req);
	struct form *form = &view->form;
	const struct id *id = &view->indikator.indikator_id;

	view->is_new = id_is_none(id);
	view->action = view->is_new ? STR("/indikator/tambah") : indikator_url(mem, id, "/ubah");
	view->back = view->is_new ? STR("/indikator") : indikator_url(mem, id, "");
	form_make(form, request_job(req), &indikator_form, &view->indikator);
	if (!view->is_new) {
		form_leave_out(form, unit_at(form));
		return;
	}
	form_leave_out(form, FORM_AT(form, struct indikator, version));
	form_leave_out(form, FORM_AT(form, struct indikator, is_henti));
}

static enum err pick_unit(struct request *req, struct indikator_edit *view, bool is_first)
{
	struct job *job = request_job(req);
	struct form *form = &view->form;

	if (!view->is_new)
		return ERR_OK;
	return is_first ? unit_pick_or_highest(job, form, unit_at(form), PERM_INDIKATOR_EDIT)
			: unit_pick(job, form, unit_at(form), PERM_INDIKATOR_EDIT);
}

/* Will what this person saves hold at once? Of a new one the unit is still to be chosen. */
static enum err find_decides(struct request *req, struct indikator_edit *view)
{
	struct job *job = request_job(req);
	struct str jalur = view->is_new ? access_scope_jalur(job->actor, PERM_INDIKATOR_DECIDE)
					: view->indikator.unit_jalur;

	return indikator_decides(job, jalur, &view->decides);
}

enum err indikator_add_page(struct request *req, struct response *res)
{
	struct indikator_edit view = {
		.indikator = {.rumus = {.sumber = STR("manual"), .gabung = STR("bagian")},
			      .atribusi = STR("unit"),
			      .sejak = request_job(req)->today}};
	enum err err;

	begin(req, &view);
	form_fill(&view.form);
	if ((err = pick_unit(req, &view, true)) || (err = find_decides(req, &view)))
		return err;
	show(req, res, &view, 200);
	return ERR_OK;
}

/* The newest that holds, else the newest: what the next version begins from. */
static enum err load(struct request *req, struct indikator *out)
{
	struct indikator *versi;
	struct id id;
	int count = 0, at = 0;
	enum err err;

	if ((err = request_id_param(req, "indikator_id", &id)) ||
	    (err = indikator_versions(request_job(req), &id, &versi, &count)))
		return err;
	for (int i = count - 1; i >= 0; i--)
		if (str_is(versi[i].status, "berlaku"))
			at = i;
	*out = versi[at];
	return indikator_may_edit(request_job(req), out->unit_jalur) ? ERR_OK : ERR_FORBIDDEN;
}

enum err indikator_change_page(struct request *req, struct response *res)
{
	struct indikator_edit view = {.action = STR_NONE};
	enum err err = load(req, &view.indikator);

	if (err)
		return err;
	view.indikator.alasan = STR_NONE;
	view.indikator.sejak = request_job(req)->today;
	begin(req, &view);
	form_fill(&view.form);
	if ((err = find_decides(req, &view)))
		return err;
	show(req, res, &view, 200);
	return ERR_OK;
}

static enum err show_again(struct request *req, struct response *res, void *arg)
{
	struct indikator_edit *view = arg;
	enum err err = find_decides(req, view);

	if (!err)
		show(req, res, view, 422);
	return err;
}

static enum err show_conflict(struct request *req, struct response *res, void *arg)
{
	struct indikator_edit *view = arg;
	struct indikator stored;
	enum err err = load(req, &stored);

	if (err || (err = find_decides(req, view)))
		return err;
	view->form.conflict = conflict_make(request_mem(req), view->back);
	form_compare(&view->form, &stored);
	show(req, res, view, 409);
	return ERR_OK;
}

static enum err save(struct request *req, struct response *res, struct indikator_edit *view)
{
	struct form_source source = form_from_body(req);
	struct job *job = request_job(req);
	struct indikator *k = &view->indikator;
	enum err err;

	begin(req, view);
	form_read(&view->form, &source);
	if ((err = pick_unit(req, view, false)))
		return err;
	err = indikator_save(job, k);
	if (err == ERR_INVALID)
		respond_again(res, show_again, view);
	if (err == ERR_CONFLICT && !view->is_new)
		respond_again(res, show_conflict, view);
	if (err)
		return err;
	if (str_is(k->status, "usul"))
		respond_note(res, STR("Usul terkirim. Pengelola kinerja memutuskannya."));
	else
		respond_note(res, STR("Indikator tersimpan."));
	return respond_see_other(res, indikator_url(job->mem, &k->indikator_id, ""));
}

enum err indikator_add_send(struct request *req, struct response *res)
{
	return save(req, res, arena_new(request_mem(req), struct indikator_edit));
}

enum err indikator_change_send(struct request *req, struct response *res)
{
	struct indikator_edit *view = arena_new(request_mem(req), struct indikator_edit);
	enum err err = load(req, &view->indikator);

	return err ? err : save(req, res, view);
}

/* --- a decision --- */

static enum err decide_again(struct request *req, struct response *res, void *arg)
{
	return indikator_show(req, res, arg, 422);
}

/* Decided by somebody else meanwhile: the page shows what stands now. */
static enum err decide_late(struct request *req, struct response *res, void *arg)
{
	(void)arg;
	return indikator_show(req, res, NULL, 409);
}

enum err indikator_decide_send(struct request *req, struct response *res)
{
	struct form_source source = form_from_body(req);
	struct job *job = request_job(req);
	struct form *form = form_new(req, &indikator_putusan_form);
	struct id id;
	enum err err = request_id_param(req, "indikator_id", &id);

	if (err)
		return err;
	form_read(form, &source);
	err = indikator_decide(job, &id, form->record);
	if (err == ERR_INVALID)
		respond_again(res, decide_again, form);
	if (err == ERR_CONFLICT)
		respond_again(res, decide_late, form);
	if (err)
		return err;
	respond_note(res, STR("Keputusan tersimpan."));
	return respond_see_other(res, indikator_url(job->mem, &id, ""));
}
