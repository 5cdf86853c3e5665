/* SPDX-License-Identifier: Apache-2.0 */
/* The page of @room@: the list and the form below it. */
#include "form/form_web.h"
#include "generated/@room@_templates.h"
#include "generated/routes.h"
#include "http/response.h"
#include "http/shell_web.h"
#include "@room@/@room@_view.h"

#define ROWS_MAX 25 /* of a page [D] */

static enum err show(struct request *req, struct response *res, struct @room@_view *view,
		     int status)
{
	struct job *job = request_job(req);
	struct shell shell;
	struct id after = {{0}};
	enum err err;

	if (request_query(req, "sesudah").len > 0 && !id_parse(request_query(req, "sesudah"), &after))
		return ERR_NOT_FOUND;
	view->mem = job->mem;
	if ((err = @room@_list(job, &after, ROWS_MAX + 1, &view->row, &view->count)))
		return err;
	if (view->count > ROWS_MAX) {
		const struct id *last = &view->row[ROWS_MAX - 1].@room@_id;

		view->count = ROWS_MAX;
		view->next_url =
			str_format(job->mem, "/@room@?sesudah=%.*s", STR_ARG(id_str(job->mem, last)));
	}
	shell_make(req, &shell, "/@room@");
	html_@room@(respond_html(res, status), &shell, view, job->faults);
	return ERR_OK;
}

enum err @room@_page(struct request *req, struct response *res)
{
	struct @room@_view view = {.count = 0};
	struct @room@ empty = {.judul = STR_NONE};

	form_make(&view.form, request_job(req), &@room@_form, &empty);
	return show(req, res, &view, 200);
}

enum err @room@_send(struct request *req, struct response *res)
{
	struct form_source source = form_from_body(req);
	struct @room@_view view = {.count = 0};
	struct @room@ sent = {.judul = STR_NONE};
	enum err err;

	form_make(&view.form, request_job(req), &@room@_form, &sent);
	form_read(&view.form, &source);
	if ((err = @room@_add(request_job(req), &sent)) == ERR_INVALID) {
		enum err shown = show(req, res, &view, 422);

		return shown ? shown : ERR_INVALID;
	}
	if (err)
		return err;
	respond_note(res, STR("Tersimpan."));
	return respond_see_other(res, STR("/@room@"));
}
