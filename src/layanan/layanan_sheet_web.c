/* SPDX-License-Identifier: Apache-2.0 */
/* The catalogue as a file to take home and to bring, and the text an agency copies into SIPPN. */
#include "base/file.h"
#include "base/say.h"
#include "form/form_web.h"
#include "form/table.h"
#include "generated/layanan_templates.h"
#include "generated/routes.h"
#include "http/response.h"
#include "http/shell_web.h"
#include "layanan/layanan_own.h"
#include "layanan/layanan_sheet.h"
#include "layanan/layanan_view.h"
#include "org/org.h"
#include "org/unit_pick.h"

#define XLSX_TYPE "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

struct layanan_berkas {
	const struct upload *berkas;
};
#define FORM_RECORD struct layanan_berkas
static const struct field fields[] = {
	FIELD(FILE, berkas, "Berkas XLSX", .accept = ".xlsx", .is_strict = true,
	      HINT("Lembar Layanan, Syarat, dan Langkah, seperti berkas yang diunduh dari sini."),
	      NEEDED("Pilih berkas XLSX."))};
static const struct form_table berkas_form = FORM_TABLE("layanan_berkas", fields);

/* As the list is narrowed. */
static enum err asked_jalur(struct request *req, struct str *jalur)
{
	struct job *job = request_job(req);
	struct layanan_saring saring = {.cari = STR_NONE};
	struct unit *unit;
	enum err err;

	*jalur = access_scope_jalur(job->actor, PERM_LAYANAN_READ);
	if ((err = form_read_address(req, &layanan_saring_form, &saring)) ||
	    id_is_none(&saring.unit))
		return err;
	if ((err = unit_load(job, &saring.unit, &unit)))
		return err;
	if (!access_allows(job->actor, PERM_LAYANAN_READ,
			   &(struct access_record){.unit_jalur = unit->jalur}))
		return ERR_FORBIDDEN;
	*jalur = unit->jalur;
	return ERR_OK;
}

enum err layanan_sheet_file(struct request *req, struct response *res)
{
	CLEANUP(xlsx_close) struct xlsx *xlsx = NULL;
	struct job *job = request_job(req);
	struct id name = id_make();
	struct str path = str_format(job->mem, "%s/layanan-%.*s.tmp", job->data_dir,
				     STR_ARG(id_str(job->mem, &name)));
	struct str jalur, body;
	enum err err;

	if ((err = asked_jalur(req, &jalur)) ||
	    (err = xlsx_open(job->mem, str_cstr(job->mem, path), &xlsx)) ||
	    (err = layanan_sheet_write(job, jalur, xlsx)) || (err = xlsx_finish(xlsx)) ||
	    (err = file_take(job->mem, str_cstr(job->mem, path), SIZE_MAX, &body)))
		return err;
	return respond_bytes(res, XLSX_TYPE, STR("layanan.xlsx"), body);
}

static void show(struct request *req, struct response *res, const struct form *form, int status)
{
	struct shell shell;

	shell_make(req, &shell, "/layanan");
	html_layanan_sheet(respond_html(res, status), &shell, form, request_job(req)->faults);
}

enum err layanan_sheet_page(struct request *req, struct response *res)
{
	struct layanan_berkas record = {NULL};
	struct form form;

	form_make(&form, request_job(req), &berkas_form, &record);
	show(req, res, &form, 200);
	return ERR_OK;
}

static enum err apply_work(struct job *job, void *arg)
{
	return layanan_sheet_apply(job, arg);
}

enum err layanan_sheet_send(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct layanan_berkas *record = arena_new(job->mem, struct layanan_berkas);
	struct layanan_sheet sheet = {.count = 0};
	struct form form;
	enum err err = ERR_OK;

	form_make(&form, job, &berkas_form, record);
	form_read_files(&form, req);
	if (problems_any(job->faults))
		err = ERR_INVALID;
	if (!err)
		err = layanan_sheet_read(job, str_cstr(job->mem, record->berkas->path), &sheet);
	if (!err)
		err = request_write(req, apply_work, &sheet);
	if (err == ERR_INVALID)
		show(req, res, &form, 422);
	if (err)
		return err;
	respond_note(res, STR("Layanan dari berkas tersimpan sebagai rancangan"));
	return respond_see_other(res, STR("/layanan"));
}

enum err layanan_sippn_page(struct request *req, struct response *res)
{
	struct standar_view view = {0};
	struct job *job = request_job(req);
	struct shell shell;
	struct id id;
	enum err err;

	if ((err = request_id_param(req, "layanan_id", &id)) ||
	    (err = layanan_open(job, &id, PERM_LAYANAN_READ, &view.layanan)) ||
	    (err = standar_on(job, &id, job->today, &view.standar)))
		return err;
	standar_view_fill(job, &view);
	shell_make(req, &shell, "/layanan");
	html_layanan_sippn(respond_html(res, 200), &shell, &view);
	return ERR_OK;
}
