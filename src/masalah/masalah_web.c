/* SPDX-License-Identifier: Apache-2.0 */
/* The public's form, and the administrators' list. */
#include "base/say.h"
#include "form/form_web.h"
#include "form/table.h"
#include "generated/routes.h"
#include "generated/masalah_templates.h"
#include "http/response.h"
#include "http/shell_web.h"
#include "law/access.h"
#include "masalah/masalah_form.h"
#include "masalah/masalah_view.h"

static void show(struct request *req, struct response *res, const struct form *form, int status)
{
	struct shell shell;

	shell_make_visit(req, &shell);
	html_masalah_form(respond_html(res, status), &shell, form, request_job(req)->faults);
}

enum err masalah_form_page(struct request *req, struct response *res)
{
	struct str page = request_query(req, "halaman");
	struct masalah record = {0};
	struct form form;

	if (str_is_utf8(page) && str_chars(page) <= MASALAH_HALAMAN_MAX)
		record.halaman = page;
	form_make(&form, request_job(req), &masalah_form, &record);
	form_fill(&form);
	show(req, res, &form, 200);
	return ERR_OK;
}

static enum err show_again(struct request *req, struct response *res, void *form)
{
	show(req, res, form, 422);
	return ERR_OK;
}

enum err masalah_send(struct request *req, struct response *res)
{
	struct form_source source = form_from_body(req);
	struct form *form = form_new(req, &masalah_form);
	struct masalah *record = form->record;
	struct shell shell;
	enum err err;

	form_read(form, &source);
	record->hapus_pada = request_deleted_on(req);
	err = problems_any(request_job(req)->faults) ? ERR_INVALID
						     : masalah_tell(request_job(req), record);
	if (err == ERR_INVALID)
		respond_again(res, show_again, form);
	if (err)
		return err;
	shell_make_visit(req, &shell);
	respond_note(res, STR("Terima kasih. Masukan Anda sampai ke pengelola halaman ini."));
	return respond_see_other(res, shell.visit.len > 0 ? shell.visit : STR("/"));
}

static void fill_rows(struct job *job, struct masalah_view *view)
{
	enum zona zona = job->actor->zona;

	view->moments = arena_array(job->mem, struct str, view->count + 1);
	view->actions = arena_array(job->mem, struct str, view->count + 1);
	for (int i = 0; i < view->count; i++) {
		const struct masalah *m = &view->rows[i];
		struct date day = date_of_time(m->created_at, zona);
		view->moments[i] = str_format(
			job->mem, "%.*s, %.*s %.*s", STR_ARG(say_date(job->mem, day)),
			STR_ARG(say_clock(job->mem, m->created_at, zona)), STR_ARG(zona_key(zona)));
		view->actions[i] = str_format(job->mem, "/masukan/%.*s",
					      STR_ARG(id_str(job->mem, &m->masalah_id)));
	}
}

/* Which of them the list shows. */
struct saring {
	struct str tampil;
};
static const struct choice tampil_at[] = {{.key = STR("selesai"), .label = STR(SAID("Selesai"))}};
static const struct choice_list tampil_list = CHOICE_LIST(tampil_at);
#define FORM_RECORD struct saring
static const struct field saring_fields[] = {
	FIELD(CHOICE, tampil, "Tampilkan", ONE_OF(tampil_list), NONE("Menunggu"))};
static const struct form_table saring_form = FORM_TABLE("masalah_saring", saring_fields);
#undef FORM_RECORD

enum err masalah_list_page(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct saring *saring = arena_new(job->mem, struct saring);
	struct masalah_view view = {.count = 0};
	struct masalah *rows = NULL;
	struct shell shell;
	struct id before;
	enum err err;

	list_read(&view.list, req, &saring_form, saring);
	before = list_after_id(&view.list);
	view.is_open = saring->tampil.len == 0;
	if ((err = masalah_list(job, view.is_open, &before, RECORDS_LIMIT_MAX + 1, &rows,
				&view.count)) ||
	    (err = masalah_count_open(job, &view.open_count)))
		return err;
	view.rows = rows;
	if (view.count > RECORDS_LIMIT_MAX) {
		view.count = RECORDS_LIMIT_MAX;
		list_go_on(&view.list, id_str(job->mem, &rows[view.count - 1].masalah_id));
	}
	fill_rows(job, &view);
	shell_make(req, &shell, "/masukan");
	html_masalah_list(respond_html(res, list_status(&view.list)), &shell, &view);
	return ERR_OK;
}

enum err masalah_handle_send(struct request *req, struct response *res)
{
	struct id masalah_id;
	enum err err;

	if ((err = request_id_param(req, "masalah_id", &masalah_id)) ||
	    (err = masalah_handle(request_job(req), &masalah_id)))
		return err;
	respond_note(res, STR("Ditandai selesai"));
	return respond_see_other(res, STR("/masukan"));
}
