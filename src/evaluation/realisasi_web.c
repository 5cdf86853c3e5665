/* SPDX-License-Identifier: Apache-2.0 */
/* The employee's page: what became of each indicator in a period. */
#include "evaluation/realisasi.h"

#include "base/say.h"
#include "evaluation/evaluation_conflict_web.h"
#include "evaluation/evaluation_make.h"
#include "evaluation/evaluation_pick_web.h"
#include "form/form_web.h"
#include "generated/routes.h"
#include "generated/evaluation_templates.h"
#include "http/response.h"
#include "http/shell_web.h"

static void fill_view(struct arena *mem, const struct evaluasi *e, struct realisasi_view *v)
{

	v->e = e;
	v->url = str_format(mem, "/realisasi/%d/%d", e->tahun, e->nomor);
	v->is_open = realisasi_is_open(e);
	if (evaluasi_is_decided(e->state))
		v->url_result = view_review_url(mem, &e->pegawai->pegawai_id, e->tahun, e->nomor);
	v->iki = view_iki(mem, e, &v->iki_count);
	for (int i = 0; i < v->iki_count; i++) {
		v->iki[i].form = realisasi_iki_row(v->form, &v->iki[i].iki->iki_id);
		v->open_count += !v->iki[i].made->is_dihitung || v->iki[i].made->has_angka;
		v->filled += v->iki[i].made->has_realisasi || v->iki[i].made->isian.len > 0;
	}
}

static enum err form_show(struct request *req, struct response *res, const struct evaluasi *e,
			  struct realisasi_view *view)
{
	struct job *job = request_job(req);
	struct shell shell;

	if (e)
		fill_view(job->mem, e, view);
	int status = e && view->form->conflict ? 409 : list_status(&view->list);
	shell_make(req, &shell, "/penilaian");
	html_realisasi_form(respond_html(res, status), &shell, view, job->faults);
	return ERR_OK;
}

enum err realisasi_page(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct realisasi_view view = {0};
	struct realisasi_input input = {0};
	struct evaluasi *e = NULL;
	struct form form;
	enum err err;

	if ((err = evaluation_pick(req, &view.list, &view.periode)))
		return err;
	err = realisasi_load(job, view.periode.tahun, view.periode.nomor, &e);
	if (err == ERR_NOT_FOUND)
		return form_show(req, res, NULL, &view);
	if (err)
		return err;
	input.versi = e->realisasi_versi;
	input.iki = e->iki;
	input.iki_count = e->iki_count;
	realisasi_form_make(&form, job, e, &input);
	form_fill(&form);
	view.form = &form;
	return form_show(req, res, e, &view);
}

static enum err param_int(struct request *req, const char *name, int *out)
{
	int64_t value = 0;

	if (!str_parse_int(request_param(req, name), &value) || value < 0 || value > 9999)
		return ERR_NOT_FOUND;
	*out = (int)value;
	return ERR_OK;
}

/* What was sent of a period, and why it was refused. */
struct refused {
	struct realisasi_input input;
	struct form form;
	enum err why;
};

/* The form with what was typed, beside its faults or beside what was stored meanwhile. */
static enum err draw_again(struct request *req, struct response *res, void *arg)
{
	struct refused *refused = arg;
	const struct realisasi_input *input = &refused->input;
	struct job *job = request_job(req);
	struct realisasi_view view = {.periode = {.tahun = input->tahun, .nomor = input->nomor}};
	struct evaluasi *e;
	enum err err;

	if ((err = realisasi_load(job, input->tahun, input->nomor, &e)) ||
	    (err = evaluation_pick_sent(req, STR("/realisasi"), &view.list, &view.periode)))
		return err;
	view.periode.nama = e->periode.nama;
	if (refused->why == ERR_CONFLICT)
		realisasi_conflict(e, &refused->form);
	realisasi_put(input, e);
	view.form = &refused->form;
	return form_show(req, res, e, &view);
}

enum err realisasi_send(struct request *req, struct response *res)
{
	struct form_source source = form_from_body(req);
	struct job *job = request_job(req);
	struct refused *refused = arena_new(job->mem, struct refused);
	struct realisasi_input *input = &refused->input;
	enum err err;

	if ((err = param_int(req, "tahun", &input->tahun)) ||
	    (err = param_int(req, "nomor", &input->nomor)) ||
	    (err = realisasi_open(job, input->tahun, input->nomor, &input->opened)))
		return err;
	realisasi_form_make(&refused->form, job, input->opened, input);
	realisasi_form_read(&refused->form, &source, input->opened);
	err = realisasi_save(job, input);
	if (err == ERR_INVALID || err == ERR_CONFLICT) {
		refused->why = err;
		respond_again(res, draw_again, refused);
	}
	if (err)
		return err;
	respond_note(res, say_format(job->mem, "Realisasi %.*s tersimpan.",
				     STR_ARG(say_period(job->mem, input->opened->periode.nama))));
	return respond_see_other(
		res, str_format(job->mem, "/realisasi?periode=%d-%d", input->tahun, input->nomor));
}
