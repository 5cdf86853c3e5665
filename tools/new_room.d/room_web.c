/* SPDX-License-Identifier: Apache-2.0 */
/* @Room@ at its two doors:
   the page with the list and the form, the same for programs. */
#include "form/form_schema.h"
#include "form/form_web.h"
#include "form/list.h"
#include "generated/@room@_templates.h"
#include "generated/routes.h"
#include "http/records.h"
#include "http/shell_web.h"
#include "@room@/@room@.h"

static enum err show(struct request *req, struct response *res, void *filled)
{
	struct form *form = filled;
	struct @room@_saring which = {.cari = STR_NONE};
	struct records_page page;
	struct list list;
	struct shell shell;
	enum err err;

	list_read(&list, req, &@room@_saring_form, &which);
	if ((err = @room@_list(request_job(req), &which, &list.ask, &page)))
		return err;
	if (page.last.len > 0)
		list_go_on(&list, page.last);
	shell_make(req, &shell, "/@room@");
	html_@room@(respond_html(res, list_status(&list)), &shell, &list, form, &page);
	return ERR_OK;
}

enum err @room@_page(struct request *req, struct response *res)
{
	return show(req, res, form_new(req, &@room@_form));
}

enum err @room@_send(struct request *req, struct response *res)
{
	struct form_source source = form_from_body(req);
	struct form *form = form_new(req, &@room@_form);
	enum err err;

	form_read(form, &source);
	if ((err = @room@_add(request_job(req), form->record)) == ERR_INVALID)
		respond_again(res, show, form);
	if (err)
		return err;
	respond_note(res, STR("Tersimpan."));
	return respond_see_other(res, STR("/@room@"));
}

#define RECORD_OF struct @room@
static const struct record_member members[] = {
	MEMBER(@room@_id, "Pengenal"),
	MEMBER(judul, "Judul"),
	MEMBER(tanggal, "Tanggal"),
	MEMBER(jenis, "Jenis"),
	MEMBER(isi, "Isi")
};
const struct record @room@_record = RECORD("@room@", members, "@Room@");

enum err @room@_list_api(struct request *req, struct response *res)
{
	struct @room@_saring which = {.cari = STR_NONE};
	struct records_page page;
	struct records_ask ask;
	struct list list;
	enum err err;

	list_read(&list, req, &@room@_saring_form, &which);
	if ((err = records_asked(req, &ask)) ||
	    (err = @room@_list(request_job(req), &which, &ask, &page)))
		return err;
	respond_records(res, &@room@_record, &page);
	return ERR_OK;
}

enum err @room@_add_api(struct request *req, struct response *res)
{
	struct form *form = form_new(req, &@room@_form);
	enum err err;

	if ((err = form_read_json(form, request_body(req))) ||
	    (err = @room@_add(request_job(req), form->record)))
		return err;
	respond_record(res, 201, &@room@_record, form->record);
	return ERR_OK;
}
