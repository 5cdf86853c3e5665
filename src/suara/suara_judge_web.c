/* SPDX-License-Identifier: Apache-2.0 */
/* What was held back, and the themes. */
#include "base/say.h"
#include "form/form_web.h"
#include "form/press.h"
#include "form/table.h"
#include "generated/routes.h"
#include "generated/suara_templates.h"
#include "http/response.h"
#include "http/shell_web.h"
#include "law/access.h"
#include "suara/suara_view.h"

enum { HITUNG, TOLAK };
static const struct choice putusan_at[] = {{.key = STR("hitung")}, {.key = STR("tolak")}};
static const struct choice_list putusan = CHOICE_LIST(putusan_at);
static const struct field buttons =
	FORM_BUTTONS("putusan", putusan, "Pilih hitung atau jangan hitung.");

static enum err load_held(struct request *req, struct suara_tahan *view)
{
	struct job *job = request_job(req);
	struct karantina *record = arena_new(job->mem, struct karantina);
	struct suara_figures figures = {.is_shown = false};
	struct suara_angka angka;
	struct id id;
	enum err err;

	if ((err = request_id_param(req, "karantina_id", &id)) ||
	    (err = karantina_load(job, &id, &view->detail)))
		return err;
	figures.means = view->detail.means;
	suara_angka_say(job->mem, &figures, &angka);
	memcpy(view->unsur, angka.unsur, sizeof(view->unsur));
	view->period =
		suara_period_name(job->mem, view->detail.held.bulan, view->detail.held.bulan);
	view->action = str_format(job->mem, "/suara/tahan/%.*s", STR_ARG(id_str(job->mem, &id)));
	record->karantina_id = id;
	record->version = view->detail.held.version;
	form_make(&view->form, job, &karantina_form, record);
	return ERR_OK;
}

static void show_held(struct request *req, struct response *res, const struct suara_tahan *view,
		      int status)
{
	struct shell shell;

	shell_make(req, &shell, "/suara");
	html_suara_tahan(respond_html(res, status), &shell, view, request_job(req)->faults);
}

enum err karantina_page(struct request *req, struct response *res)
{
	struct suara_tahan view = {.period = STR_NONE};
	enum err err = load_held(req, &view);

	if (err)
		return err;
	form_fill(&view.form);
	show_held(req, res, &view, 200);
	return ERR_OK;
}

static enum err held_again(struct request *req, struct response *res, void *arg)
{
	show_held(req, res, arg, 422);
	return ERR_OK;
}

enum err karantina_send(struct request *req, struct response *res)
{
	struct form_source source = form_from_body(req);
	struct suara_tahan *view = arena_new(request_mem(req), struct suara_tahan);
	struct job *job = request_job(req);
	unsigned button = TOLAK;
	enum err err = load_held(req, view);

	if (err)
		return err;
	struct karantina *said = view->form.record;
	form_read(&view->form, &source);
	err = form_pressed(job, &buttons, &source, &button);
	said->status = button == HITUNG ? STR("diterima") : STR("ditolak");
	if (!err)
		err = problems_any(job->faults) ? ERR_INVALID : karantina_judge(job, said);
	if (err == ERR_INVALID)
		respond_again(res, held_again, view);
	if (err)
		return err;
	if (button == HITUNG)
		respond_note(res, STR("Suara itu dihitung sejak sekarang"));
	else
		respond_note(res, STR("Suara itu tidak dihitung"));
	return respond_see_other(res, STR("/suara"));
}

/* --- themes --- */

static enum err load_themes(struct request *req, struct suara_temas *view)
{
	struct job *job = request_job(req);
	struct suara_tema *rows;
	int count = 0;
	enum err err = suara_tema_list(job, &rows, &count);

	if (err)
		return err;
	view->count = count + 1;
	view->forms = arena_array(job->mem, struct form, view->count);
	view->names = arena_array(job->mem, struct str, view->count);
	view->may_edit = access_reaches_all(job->actor, PERM_SUARA_JUDGE);
	for (int i = 0; i <= count; i++) {
		struct suara_tema *record =
			i < count ? &rows[i] : arena_new(job->mem, struct suara_tema);
		view->names[i] = record->nama;
		form_make(&view->forms[i], job, &suara_tema_form, record);
		form_fill(&view->forms[i]);
	}
	return ERR_OK;
}

enum err suara_tema_page(struct request *req, struct response *res)
{
	struct suara_temas view = {.count = 0};
	struct shell shell;
	enum err err = load_themes(req, &view);

	if (err)
		return err;
	shell_make(req, &shell, "/suara");
	html_suara_temas(respond_html(res, 200), &shell, &view, request_job(req)->faults);
	return ERR_OK;
}

/* The one that was sent, as it was typed. */
static enum err theme_again(struct request *req, struct response *res, void *arg)
{
	struct suara_temas view = {.count = 1, .forms = arg, .names = NULL, .may_edit = true};
	struct suara_tema *typed = view.forms->record;
	struct shell shell;

	view.names = &typed->nama;
	shell_make(req, &shell, "/suara");
	html_suara_temas(respond_html(res, 422), &shell, &view, request_job(req)->faults);
	return ERR_OK;
}

enum err suara_tema_send(struct request *req, struct response *res)
{
	struct form_source source = form_from_body(req);
	struct form *form = form_new(req, &suara_tema_form);
	struct job *job = request_job(req);
	enum err err;

	form_read(form, &source);
	err = problems_any(job->faults) ? ERR_INVALID : suara_tema_save(job, form->record);
	if (err == ERR_INVALID)
		respond_again(res, theme_again, form);
	if (err)
		return err;
	respond_note(res, STR("Tema tersimpan, dan kata-kata dikelompokkan lagi"));
	return respond_see_other(res, STR("/suara/tema"));
}
