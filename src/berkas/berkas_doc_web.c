/* SPDX-License-Identifier: Apache-2.0 */
/* One document: its history, what is done to it, its receipt. */
#include "base/say.h"
#include "berkas/berkas_cek.h"
#include "berkas/berkas_form.h"
#include "form/form_web.h"
#include "form/table.h"
#include "generated/berkas_templates.h"
#include "generated/routes.h"
#include "http/response.h"
#include "http/shell_web.h"
#include "law/access.h"
#include "org/org.h"
#include "render/conflict.h"

/* What the page of a document is asked for. */
struct minta {
	struct str aksi; /* a deed that needs words */
	bool baru; /* of the receipt: it was just taken in */
	struct str tampil; /* of a deed: the list it was done from */
};
static const struct choice aksi_at[] = {
	{.key = STR("kabari")}, {.key = STR("tunggu")}, {.key = STR("rak")}, {.key = STR("batal")}};
static const struct choice tampil_at[] = {{.key = STR("semua")},
					  {.key = STR("lewat")},
					  {.key = STR("hari")},
					  {.key = STR("warga")},
					  {.key = STR("siap")}};
static const struct choice_list aksi_list = CHOICE_LIST(aksi_at),
				tampil_list = CHOICE_LIST(tampil_at);
#define FORM_RECORD struct minta
static const struct field minta_fields[] = {
	FIELD(CHOICE, aksi, "Tindakan", ONE_OF(aksi_list), NONE("Pilih"))
		FIELD(YES, baru, "Tanda terima")
			FIELD(CHOICE, tampil, "Tampilkan", ONE_OF(tampil_list), NONE("Pilih"))};
static const struct form_table minta_form = FORM_TABLE("berkas_minta", minta_fields);
#undef FORM_RECORD

/* Deeds that ask something first. */
static bool asks_words(enum berkas_perbuatan aksi)
{
	return aksi == BERKAS_DO_KABARI || aksi == BERKAS_DO_TUNGGU || aksi == BERKAS_DO_RAK ||
	       aksi == BERKAS_DO_BATAL;
}

static struct str told_by(struct job *job, const struct berkas_jejak *jejak)
{
	enum berkas_perbuatan deed;
	struct str says = jejak->perbuatan;

	if (berkas_perbuatan_parse(jejak->perbuatan, &deed))
		says = say(job->mem, berkas_perbuatan_label(deed));
	if (!str_is(jejak->perbuatan, "langkah"))
		return says;
	return str_format(job->mem, "%.*s: %.*s", STR_ARG(says), STR_ARG(jejak->langkah_nama));
}

static enum err load_history(struct job *job, struct berkas_view *view)
{
	struct berkas_jejak *trail = NULL;
	enum err err = berkas_jejak_list(job, &view->berkas, &trail, &view->line_count);

	if (err)
		return err;
	view->lines = arena_array(job->mem, struct berkas_line, view->line_count + 1);
	for (int i = 0; i < view->line_count; i++)
		view->lines[i] = (struct berkas_line){
			.says = told_by(job, &trail[i]),
			.when = berkas_when(job, trail[i].pada, view->berkas.zona),
			.who = trail[i].akun_nama,
			.note = trail[i].catatan};
	return ERR_OK;
}

static enum err load(struct request *req, struct berkas_view *view)
{
	struct job *job = request_job(req);
	struct berkas_rupa *rupa;
	struct id berkas_id;
	enum err err;

	if ((err = request_id_param(req, "berkas_id", &berkas_id)) ||
	    (err = berkas_load(job, &berkas_id, &view->berkas)) ||
	    (err = berkas_look_all(job, &view->berkas, 1, &rupa)) ||
	    (err = load_history(job, view)))
		return err;
	view->rupa = *rupa;
	view->diterima = berkas_when(job, view->berkas.diterima_at, view->berkas.zona);
	if (!date_is_none(view->berkas.hapus_pada))
		view->hapus = say_date(job->mem, view->berkas.hapus_pada);
	for (int i = 0; i < BERKAS_DO_COUNT; i++)
		view->can[i] = berkas_can(&view->berkas, (enum berkas_perbuatan)i);
	return ERR_OK;
}

static void show(struct request *req, struct response *res, const struct berkas_view *view,
		 int status)
{
	struct shell shell;

	shell_make(req, &shell, "/berkas");
	html_berkas_dokumen(respond_html(res, status), &shell, view, request_job(req)->faults);
}

enum err berkas_page(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct berkas_view view = {.asks = false};
	struct berkas_aksi *record = arena_new(job->mem, struct berkas_aksi);
	struct minta minta = {.baru = false};
	enum err err;

	if ((err = form_read_address(req, &minta_form, &minta)) || (err = load(req, &view)))
		return err;
	view.asks = berkas_perbuatan_parse(minta.aksi, &view.aksi) && view.can[view.aksi];
	record->version = view.berkas.version;
	record->rak = view.berkas.rak;
	form_make(&view.form, job, &berkas_aksi_form, record);
	form_fill(&view.form);
	show(req, res, &view, 200);
	return ERR_OK;
}

/* After the rollback: the document as it stands now, with what was typed. */
static enum err draw_again(struct request *req, struct response *res, int status)
{
	struct form_source source = form_from_body(req);
	struct berkas_view view = {.asks = false};
	struct berkas_aksi *record = arena_new(request_mem(req), struct berkas_aksi);
	enum err err = load(req, &view);

	if (err)
		return err;
	form_make(&view.form, request_job(req), &berkas_aksi_form, record);
	form_read(&view.form, &source);
	view.aksi = record->aksi;
	view.asks = asks_words(view.aksi) && view.can[view.aksi];
	if (status == 409) {
		view.form.conflict = conflict_make(request_mem(req), view.rupa.url);
		view.form.conflict->sentence = SAY(
			request_mem(req),
			"Berkas ini baru saja dikerjakan orang lain. Lihat keadaannya sekarang.");
		form_renew(&view.form, &(struct berkas_aksi){.version = view.berkas.version});
	}
	show(req, res, &view, status);
	return ERR_OK;
}

static enum err draw_wrong(struct request *req, struct response *res, void *arg)
{
	(void)arg;
	return draw_again(req, res, 422);
}

static enum err draw_conflict(struct request *req, struct response *res, void *arg)
{
	(void)arg;
	return draw_again(req, res, 409);
}

/* Back to the list it was done from, else to the document. */
static enum err go_on(struct request *req, struct response *res, const struct berkas_aksi *said,
		      struct str tampil)
{
	struct arena *mem = request_mem(req);
	struct str url = str_format(mem, "/berkas/%.*s", STR_ARG(id_str(mem, &said->berkas_id)));

	if (str_is(tampil, "semua"))
		url = STR("/berkas");
	else if (tampil.len > 0)
		url = str_format(mem, "/berkas?tampil=%.*s", STR_ARG(tampil));
	return respond_see_other(res, url);
}

enum err berkas_aksi_send(struct request *req, struct response *res)
{
	struct form_source source = form_from_body(req);
	struct form *form = form_new(req, &berkas_aksi_form);
	struct job *job = request_job(req);
	struct berkas_aksi *said = form->record;
	struct berkas b;
	struct minta minta = {.baru = false};
	enum err err;

	if ((err = form_read_address(req, &minta_form, &minta)) ||
	    (err = request_id_param(req, "berkas_id", &said->berkas_id)))
		return err;
	form_read(form, &source);
	err = problems_any(job->faults) ? ERR_INVALID : berkas_do(job, said, &b);
	if (err == ERR_INVALID)
		respond_again(res, draw_wrong, NULL);
	if (err == ERR_CONFLICT)
		respond_again(res, draw_conflict, NULL);
	if (err)
		return err;
	respond_note(res,
		     str_format(job->mem, "%.*s: %.*s", STR_ARG(berkas_kode_text(job->mem, b.kode)),
				STR_ARG(say(job->mem, berkas_perbuatan_label(said->aksi)))));
	return go_on(req, res, said, minta.tampil);
}

enum err berkas_tanda_page(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct minta minta = {.baru = false};
	struct berkas_cek view;
	struct berkas b;
	struct id berkas_id;
	struct str address, next;
	struct shell shell;
	enum err err;

	if ((err = form_read_address(req, &minta_form, &minta)) ||
	    (err = request_id_param(req, "berkas_id", &berkas_id)) ||
	    (err = berkas_load(job, &berkas_id, &b)) || (err = berkas_cek_make(job, &b, &view)) ||
	    (err = public_address_load(job, &address)))
		return err;
	berkas_cek_draw(job, address, &view);
	next = minta.baru ? str_format(job->mem, "/berkas?layanan=%.*s#layanan",
				       STR_ARG(id_str(job->mem, &b.layanan_id)))
			  : str_format(job->mem, "/berkas/%.*s",
				       STR_ARG(id_str(job->mem, &b.berkas_id)));
	shell_make(req, &shell, "/berkas");
	html_berkas_tanda(respond_html(res, 200), &shell, &view, minta.baru, next);
	return ERR_OK;
}
