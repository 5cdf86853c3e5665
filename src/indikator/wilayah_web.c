/* SPDX-License-Identifier: Apache-2.0 */
/* Pages of areas: the tree as a list, one area, a file of many. */
#include "base/say.h"
#include "form/form_web.h"
#include "form/pick.h"
#include "form/table.h"
#include "generated/indikator_templates.h"
#include "generated/routes.h"
#include "http/records.h"
#include "http/response.h"
#include "http/shell_web.h"
#include "indikator/nilai.h"
#include "indikator/wilayah_view.h"

static bool may_change(struct request *req)
{
	return access_reaches_all(request_job(req)->actor, PERM_WILAYAH_MANAGE);
}

enum err wilayah_list_page(struct request *req, struct response *res)
{
	struct wilayah_view view = {.may_change = may_change(req)};
	struct shell shell;
	enum err err;

	list_read(&view.list, req, &wilayah_saring_form, &view.saring);
	if ((err = wilayah_list(request_job(req), &view.saring, &view.list.ask, &view.page)))
		return err;
	if (view.page.last.len > 0)
		list_go_on(&view.list, view.page.last);
	shell_make(req, &shell, "/wilayah");
	html_wilayah_list(respond_html(res, list_status(&view.list)), &shell, &view);
	return ERR_OK;
}

/* --- one area --- */

static void show(struct request *req, struct response *res, struct wilayah_edit *view, int status)
{
	struct shell shell;

	shell_make(req, &shell, "/wilayah");
	html_wilayah_edit(respond_html(res, status), &shell, view, request_job(req)->faults);
}

static enum err pick_induk(struct request *req, struct wilayah_edit *view)
{
	return wilayah_pick(request_job(req), &view->form,
			    FORM_AT(&view->form, struct wilayah, induk_id), true);
}

static void begin(struct request *req, struct wilayah_edit *view)
{
	view->is_new = id_is_none(&view->wilayah.wilayah_id);
	view->action =
		view->is_new
			? STR("/wilayah/tambah")
			: str_format(request_mem(req), "/wilayah/%.*s",
				     STR_ARG(id_str(request_mem(req), &view->wilayah.wilayah_id)));
	form_make(&view->form, request_job(req), &wilayah_form, &view->wilayah);
	if (view->is_new)
		form_leave_out(&view->form, FORM_AT(&view->form, struct wilayah, version));
}

static enum err load(struct request *req, struct wilayah_edit *view)
{
	struct id id;
	enum err err = request_id_param(req, "wilayah_id", &id);

	return err ? err : wilayah_load(request_job(req), &id, &view->wilayah);
}

static enum err show_filled(struct request *req, struct response *res, struct wilayah_edit *view)
{
	enum err err;

	begin(req, view);
	form_fill(&view->form);
	if ((err = pick_induk(req, view)))
		return err;
	show(req, res, view, 200);
	return ERR_OK;
}

enum err wilayah_add_page(struct request *req, struct response *res)
{
	struct wilayah_edit view = {
		.wilayah = {.jenis = STR("kelurahan"), .sejak = request_job(req)->today}};

	return show_filled(req, res, &view);
}

enum err wilayah_page(struct request *req, struct response *res)
{
	struct wilayah_edit view = {.action = STR_NONE};
	enum err err = load(req, &view);

	return err ? err : show_filled(req, res, &view);
}

static enum err show_again(struct request *req, struct response *res, void *view)
{
	show(req, res, view, 422);
	return ERR_OK;
}

/* Saved by somebody else meanwhile: what was typed beside what is stored now. */
static enum err show_conflict(struct request *req, struct response *res, void *typed)
{
	struct wilayah_edit *view = typed;
	struct wilayah stored;
	enum err err = wilayah_load(request_job(req), &view->wilayah.wilayah_id, &stored);

	if (err)
		return err;
	form_pick_stored(&view->form, FORM_AT(&view->form, struct wilayah, induk_id),
			 stored.induk_nama);
	view->form.conflict = conflict_make(request_mem(req), view->action);
	form_compare(&view->form, &stored);
	show(req, res, view, 409);
	return ERR_OK;
}

static enum err save(struct request *req, struct response *res, struct wilayah_edit *view)
{
	struct form_source source = form_from_body(req);
	enum err err;

	begin(req, view);
	form_read(&view->form, &source);
	if ((err = pick_induk(req, view)))
		return err;
	err = wilayah_save(request_job(req), &view->wilayah);
	if (err == ERR_INVALID)
		respond_again(res, show_again, view);
	if (err == ERR_CONFLICT)
		respond_again(res, show_conflict, view);
	if (err)
		return err;
	respond_note(res, STR("Wilayah tersimpan."));
	return respond_see_other(res, STR("/wilayah"));
}

enum err wilayah_add_send(struct request *req, struct response *res)
{
	return save(req, res, arena_new(request_mem(req), struct wilayah_edit));
}

enum err wilayah_send(struct request *req, struct response *res)
{
	struct wilayah_edit *view = arena_new(request_mem(req), struct wilayah_edit);
	enum err err = load(req, view);

	return err ? err : save(req, res, view);
}

/* --- many from a file --- */

enum { KODE, NAMA, JENIS, INDUK, SEJAK, SAMPAI, COLUMNS };
static const struct lembar_kolom columns[COLUMNS] = {
	[KODE] = {"kode", SAID("Kode wilayah Kemendagri; wilayah dibedakan menurut kodenya"),
		  "92.71.01", true},
	[NAMA] = {"nama", SAID("Nama wilayah"), "Distrik Sorong", true},
	[JENIS] = {"jenis", SAID("kecamatan (distrik) atau kelurahan (desa, kampung)"), "kecamatan",
		   true},
	[INDUK] = {"kode_kecamatan", SAID("Hanya kelurahan: kode kecamatannya"), "", false},
	[SEJAK] = {"sejak", SAID("Hari mulai berlaku; kosong berarti hari ini"), "2026-01-01",
		   false},
	[SAMPAI] = {"sampai", SAID("Hari terakhir berlaku, bila sudah dihapus"), "", false},
};
static const struct lembar_tabel tabel = {STR("Wilayah"), columns, COLUMNS, WILAYAH_FILE_ROWS};

#define FORM_RECORD struct berkas_isian
static const struct field berkas_fields[] = {
	FIELD(FILE, berkas, "Berkas XLSX atau CSV", .accept = ".xlsx,.csv", .is_strict = true,
	      NEEDED("Pilih berkas XLSX atau CSV."))
		FIELD(TEXT, sumber_data, "Sumber data", .most = NILAI_SUMBER_MAX)};
const struct form_table berkas_form = FORM_TABLE("berkas_isian", berkas_fields);
#undef FORM_RECORD

static void berkas_show(struct request *req, struct response *res, struct berkas_view *view,
			int status)
{
	struct shell shell;

	shell_make(req, &shell, "/wilayah");
	html_berkas_masuk(respond_html(res, status), &shell, view, request_job(req)->faults);
}

static void berkas_begin(struct request *req, struct berkas_view *view)
{
	struct arena *mem = request_mem(req);

	*view = (struct berkas_view){
		.tabel = &tabel,
		.title = SAY(mem, "Wilayah dari berkas"),
		.back = STR("/wilayah"),
		.back_says = SAY(mem, "Wilayah"),
		.action = STR("/wilayah/impor"),
		.template_url = STR("/wilayah/templat.xlsx"),
		.lead = SAY(mem, "Satu baris satu wilayah; kecamatan ditulis sebelum kelurahannya. "
				 "Kode yang sudah ada diperbarui, yang lain ditambah. Bila satu "
				 "baris salah, belum ada yang tersimpan.")};
	form_make(&view->form, request_job(req), &berkas_form, &view->isian);
	form_leave_out(&view->form, FORM_AT(&view->form, struct berkas_isian, sumber_data));
}

enum err wilayah_impor_page(struct request *req, struct response *res)
{
	struct berkas_view view;

	berkas_begin(req, &view);
	berkas_show(req, res, &view, 200);
	return ERR_OK;
}

enum err wilayah_template_file(struct request *req, struct response *res)
{
	return lembar_template(req, res, &tabel);
}

/* The lines on the way to the writer, and what came of them. */
struct intake {
	struct wilayah_baris *rows;
	int count;
	struct wilayah_impor did;
};

static enum err intake_work(struct job *job, void *arg)
{
	struct intake *intake = arg;

	return wilayah_import(job, intake->rows, intake->count, &intake->did);
}

static enum err take_in(struct request *req, const struct upload *file, struct intake *intake)
{
	struct job *job = request_job(req);
	struct lembar lembar;
	enum err err = lembar_read(job, file, &tabel, &lembar);

	if (err)
		return err;
	intake->count = lembar.count;
	intake->rows = arena_array(job->mem, struct wilayah_baris, lembar.count + 1);
	for (int i = 0; i < lembar.count; i++) {
		const struct str *cell = lembar.baris[i].sel;

		intake->rows[i] = (struct wilayah_baris){
			lembar.baris[i].baris, cell[KODE],  cell[NAMA],	 cell[JENIS],
			cell[INDUK],	       cell[SEJAK], cell[SAMPAI]};
	}
	return request_write(req, intake_work, intake);
}

enum err wilayah_impor_send(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct intake intake = {.count = 0};
	struct berkas_view view;
	enum err err;

	berkas_begin(req, &view);
	form_read_files(&view.form, req);
	err = problems_any(job->faults) ? ERR_INVALID : take_in(req, view.isian.berkas, &intake);
	if (err == ERR_INVALID)
		berkas_show(req, res, &view, 422);
	if (err)
		return err;
	respond_note(res, say_format(job->mem, "Wilayah: %d baru, %d berubah, %d tetap.",
				     intake.did.baru, intake.did.berubah, intake.did.sama));
	return respond_see_other(res, STR("/wilayah"));
}

/* --- for programs --- */

#define RECORD_OF struct wilayah
static const struct record_member members[] = {
	MEMBER(wilayah_id, "Pengenal wilayah di Abdi"),
	MEMBER(kode, "Kode wilayah Kemendagri"),
	MEMBER(nama, "Nama"),
	MEMBER(jenis, "kecamatan atau kelurahan"),
	MEMBER(induk_id, "Pengenal kecamatannya; null untuk kecamatan"),
	MEMBER(sejak, "Hari mulai berlaku"),
	MEMBER(sampai, "Hari terakhir berlaku; null selama masih berlaku"),
};
const struct record wilayah_record = RECORD("wilayah", members, "Satu wilayah");

enum err wilayah_list_api(struct request *req, struct response *res)
{
	struct wilayah_saring saring = {.cari = STR_NONE};
	struct records_page page;
	struct records_ask ask;
	struct list list;
	enum err err;

	list_read(&list, req, &wilayah_saring_form, &saring);
	if ((err = records_asked(req, &ask)) || list_status(&list) != 200)
		return err ? err : ERR_INVALID;
	if ((err = wilayah_list(request_job(req), &saring, &ask, &page)))
		return err;
	respond_records(res, &wilayah_record, &page);
	return ERR_OK;
}
