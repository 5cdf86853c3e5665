/* SPDX-License-Identifier: Apache-2.0 */
/* The administrators' pages of how the public reaches each unit. */
#include "form/form_web.h"
#include "generated/routes.h"
#include "generated/kontak_templates.h"
#include "http/response.h"
#include "http/shell_web.h"
#include "law/access.h"
#include "kontak/kantor_form.h"
#include "kontak/kontak_form.h"
#include "kontak/kontak_units_web.h"

enum err kontak_list_page(struct request *req, struct response *res)
{
	struct kontak_view view = {.action = STR_NONE};
	struct shell shell;
	enum err err = kontak_units_read(
		req, &(struct id){{0}},
		access_scope_jalur(request_job(req)->actor, PERM_KONTAK_EDIT), &view.page);

	if (err)
		return err;
	shell_make(req, &shell, "/kontak");
	html_kontak_list(respond_html(res, list_status(&view.page.list)), &shell, &view);
	return ERR_OK;
}

static void show(struct request *req, struct response *res, struct kontak_view *view, int status)
{
	struct arena *mem = request_mem(req);
	struct shell shell;

	view->action = str_format(mem, "/kontak/%.*s", STR_ARG(id_str(mem, &view->kontak.unit_id)));
	view->tutup_action = str_join(mem, view->action, STR("/tutup"));
	shell_make(req, &shell, "/kontak");
	html_kontak_edit(respond_html(res, status), &shell, view, request_job(req)->faults);
}

static enum err load(struct request *req, struct kontak_view *view)
{
	struct job *job = request_job(req);
	struct id unit_id;
	enum err err = request_id_param(req, "unit_id", &unit_id);

	if (err || (err = kontak_load(job, &unit_id, &view->kontak)))
		return err;
	if (!access_allows(job->actor, PERM_KONTAK_EDIT,
			   &(struct access_record){.unit_jalur = view->kontak.jalur}))
		return ERR_FORBIDDEN;
	form_make(&view->form, job, &kontak_form, &view->kontak);
	form_make(&view->tutup_form, job, &kantor_tutup_form,
		  arena_new(job->mem, struct kantor_tutup));
	form_days(&view->tutup_form, FORM_AT(&view->tutup_form, struct kantor_tutup, tanggal),
		  job->today, (struct date){0});
	return tutup_list(job, &unit_id, job->today, &view->tutup, &view->tutup_count);
}

enum err kontak_edit_page(struct request *req, struct response *res)
{
	struct kontak_view view = {0};
	enum err err = load(req, &view);

	if (err)
		return err;
	form_fill(&view.form);
	show(req, res, &view, 200);
	return ERR_OK;
}

static enum err show_again(struct request *req, struct response *res, void *view)
{
	show(req, res, view, 422);
	return ERR_OK;
}

/* Saved by somebody else meanwhile: what was typed beside what is stored now. */
static enum err show_conflict(struct request *req, struct response *res, void *typed)
{
	struct kontak_view *view = typed;
	struct kontak stored;
	enum err err = kontak_load(request_job(req), &view->kontak.unit_id, &stored);

	if (err)
		return err;
	view->form.conflict = conflict_make(request_mem(req), request_path(req));
	form_compare(&view->form, &stored);
	show(req, res, view, 409);
	return ERR_OK;
}

enum err kontak_send(struct request *req, struct response *res)
{
	struct form_source source = form_from_body(req);
	struct kontak_view *view = arena_new(request_mem(req), struct kontak_view);
	enum err err = load(req, view);

	if (err)
		return err;
	form_read(&view->form, &source);
	err = problems_any(request_job(req)->faults) ? ERR_INVALID
						     : kontak_save(request_job(req), &view->kontak);
	if (err == ERR_INVALID)
		respond_again(res, show_again, view);
	if (err == ERR_CONFLICT)
		respond_again(res, show_conflict, view);
	if (err)
		return err;
	respond_note(res, STR("Kontak tersimpan"));
	return respond_see_other(res, STR("/kontak"));
}

/* The page with a closed day that was refused; the contact is what is stored. */
static enum err show_tutup(struct request *req, struct response *res, void *view)
{
	form_fill(&((struct kontak_view *)view)->form);
	show(req, res, view, 422);
	return ERR_OK;
}

enum err kontak_tutup_send(struct request *req, struct response *res)
{
	struct form_source source = form_from_body(req);
	struct kontak_view *view = arena_new(request_mem(req), struct kontak_view);
	struct job *job = request_job(req);
	enum err err = load(req, view);

	if (err)
		return err;
	form_read(&view->tutup_form, &source);
	err = problems_any(job->faults)
		      ? ERR_INVALID
		      : tutup_add(job, &view->kontak.unit_id, view->tutup_form.record);
	if (err == ERR_INVALID)
		respond_again(res, show_tutup, view);
	if (err)
		return err;
	respond_note(res, STR("Hari tutup tersimpan"));
	return respond_see_other(res, str_format(job->mem, "/kontak/%.*s",
						 STR_ARG(id_str(job->mem, &view->kontak.unit_id))));
}

enum err kontak_buka_send(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct date tanggal;
	struct id unit_id;
	enum err err = request_id_param(req, "unit_id", &unit_id);

	if (err)
		return err;
	if (!date_parse(request_route_param(req, "tanggal"), &tanggal))
		return ERR_NOT_FOUND;
	if ((err = tutup_remove(job, &unit_id, tanggal)))
		return err;
	respond_note(res, STR("Hari itu buka seperti biasa"));
	return respond_see_other(
		res, str_format(job->mem, "/kontak/%.*s", STR_ARG(id_str(job->mem, &unit_id))));
}
