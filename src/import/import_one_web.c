/* SPDX-License-Identifier: Apache-2.0 */
/* The page on which one person is moved or ended. */
#include "base/say.h"
#include "form/form_web.h"
#include "generated/import_templates.h"
#include "generated/routes.h"
#include "http/response.h"
#include "http/shell_web.h"
#include "import/import_one_form.h"
#include "import/import_one_view.h"
#include "law/nip.h"

static struct str one_url(struct arena *mem, const struct id *id, const char *tail)
{
	return str_format(mem, "/impor/pegawai/%.*s%s", STR_ARG(id_str(mem, id)), tail);
}

static struct import_one_view *view_new(struct request *req)
{
	struct job *job = request_job(req);
	struct import_one_view *view = arena_new(job->mem, struct import_one_view);

	form_make(&view->move_form, job, &import_pindah_form, &view->ask.pindah);
	form_make(&view->end_form, job, &import_akhir_form, &view->ask.akhir);
	form_days(&view->end_form, FORM_AT(&view->end_form, struct import_akhir, berakhir),
		  (struct date){0}, job->today);
	return view;
}

static enum err show(struct request *req, struct response *res, struct import_one_view *view,
		     int status)
{
	struct job *job = request_job(req);
	struct pegawai *pegawai;
	struct shell shell;
	struct id id;
	enum err err;

	if ((err = request_id_param(req, "pegawai_id", &id)) ||
	    (err = pegawai_load(job, &id, &pegawai)))
		return err;
	view->pegawai = pegawai;
	view->nip = nip_display(job->mem, pegawai->nip);
	view->person_url = str_format(job->mem, "/pegawai/%.*s", STR_ARG(id_str(job->mem, &id)));
	view->move_url = one_url(job->mem, &id, "/pindah");
	view->end_url = one_url(job->mem, &id, "/akhiri");
	shell_make(req, &shell, "/pegawai");
	html_import_one(respond_html(res, status), &shell, view, job->faults);
	return ERR_OK;
}

enum err import_one_page(struct request *req, struct response *res)
{
	return show(req, res, view_new(req), 200);
}

static enum err show_again(struct request *req, struct response *res, void *view)
{
	return show(req, res, view, 422);
}

/* What was typed into one of the forms, and the deed it asks for. */
static enum err send(struct request *req, struct response *res, struct import_one_view *view,
		     struct id *pegawai_id)
{
	bool is_end = view->ask.deed == IMPORT_END;
	struct form_source source = form_from_body(req);
	struct job *job = request_job(req);
	enum err err = request_id_param(req, "pegawai_id", pegawai_id);

	if (err)
		return err;
	form_read(is_end ? &view->end_form : &view->move_form, &source);
	err = problems_any(job->faults) ? ERR_INVALID : import_one(job, pegawai_id, &view->ask);
	if (err == ERR_INVALID)
		respond_again(res, show_again, view);
	return err;
}

enum err import_move_send(struct request *req, struct response *res)
{
	struct import_one_view *view = view_new(req);
	struct arena *mem = request_mem(req);
	struct id id;

	view->ask.deed = IMPORT_MOVE;
	enum err err = send(req, res, view, &id);
	if (err)
		return err;
	respond_note(res, SAY(mem, "Kepindahannya tersimpan"));
	return respond_see_other(res, one_url(mem, &id, ""));
}

enum err import_end_send(struct request *req, struct response *res)
{
	struct import_one_view *view = view_new(req);
	struct id id;

	view->ask.deed = IMPORT_END;
	enum err err = send(req, res, view, &id);
	if (err)
		return err;
	respond_note(res, SAY(request_mem(req), "Hari terakhirnya tersimpan"));
	return respond_see_other(res, STR("/pegawai"));
}
