/* SPDX-License-Identifier: Apache-2.0 */
/* Where is my document? For whoever has its code. */
#include "berkas/berkas_cek.h"
#include "generated/berkas_templates.h"
#include "generated/routes.h"
#include "http/response.h"
#include "http/shell_web.h"
#include "org/org.h"

static enum err show_form(struct request *req, struct response *res, struct str typed, int status)
{
	struct shell shell;

	shell_make_visit(req, &shell);
	html_berkas_cek_cari(respond_html(res, status), &shell, typed, status != 200);
	return ERR_OK;
}

enum err berkas_cek_form_page(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct str typed = request_query(req, "kode");
	struct berkas found;
	struct shell shell;
	enum err err;

	if (typed.len == 0)
		return show_form(req, res, typed, 200);
	err = berkas_by_code(job, typed, &found);
	if (err)
		return err == ERR_NOT_FOUND ? show_form(req, res, typed, 422) : err;
	shell_make_visit(req, &shell);
	return respond_see_other(res, str_format(job->mem, "%.*s/cek/%.*s", STR_ARG(shell.visit),
						 STR_ARG(found.kode)));
}

enum err berkas_cek_page(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct str typed = request_param(req, "kode"), address;
	struct berkas_cek view;
	struct berkas found;
	struct shell shell;
	enum err err = berkas_by_code(job, typed, &found);

	if (err)
		return err == ERR_NOT_FOUND ? show_form(req, res, typed, 404) : err;
	if ((err = berkas_cek_make(job, &found, &view)) ||
	    (err = public_address_load(job, &address)))
		return err;
	berkas_cek_draw(job, address, &view);
	shell_make_visit(req, &shell);
	html_berkas_cek(respond_html(res, 200), &shell, &view);
	return ERR_OK;
}
