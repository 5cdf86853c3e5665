/* SPDX-License-Identifier: Apache-2.0 */
/* Pages of a standard: read, drafted, submitted, decided. */
#include "base/say.h"
#include "form/form_web.h"
#include "form/press.h"
#include "generated/layanan_templates.h"
#include "generated/routes.h"
#include "http/response.h"
#include "http/shell_web.h"
#include "layanan/layanan_own.h"
#include "layanan/layanan_view.h"

static const struct choice aksi_at[] = {{.key = STR("simpan")}, {.key = STR("ajukan")}};
static const struct choice_list aksi = CHOICE_LIST(aksi_at);
static const struct field buttons = FORM_BUTTONS("aksi", aksi, "Pilih Simpan atau Ajukan.");
enum { SIMPAN, AJUKAN };

static const struct choice putus_at[] = {{.key = STR("tetapkan")}, {.key = STR("kembalikan")}};
static const struct choice_list putus = CHOICE_LIST(putus_at);
static const struct field putus_buttons =
	FORM_BUTTONS("putusan", putus, "Pilih Tetapkan atau Kembalikan.");
enum { TETAPKAN, KEMBALIKAN };

static struct str status_label(struct arena *mem, struct str status)
{
	if (str_is(status, "draf"))
		return SAY(mem, "Rancangan");
	return str_is(status, "diajukan") ? SAY(mem, "Menunggu penetapan") : SAY(mem, "Ditetapkan");
}

void standar_view_fill(struct job *job, struct standar_view *view)
{
	const struct standar *s = &view->standar;
	int n = 0;

	view->janji = janji_text(job->mem, s->janji_jumlah, s->janji_satuan);
	view->status = status_label(job->mem, s->status);
	view->is_mine = id_equal(&s->diajukan_oleh, &job->actor->akun_id);
#define PART(member, label_, hint)                                                                 \
	view->part[n++] = (struct standar_part){.label = SAY(job->mem, label_), .text = s->member};
#include "layanan/standar_form.def"
}

static enum err load(struct request *req, struct standar_view *view)
{
	struct job *job = request_job(req);
	int64_t nomor;
	struct id id;
	enum err err = request_id_param(req, "layanan_id", &id);

	if (err)
		return err;
	if (!str_parse_int(request_route_param(req, "nomor"), &nomor) || nomor < 1 ||
	    nomor > INT32_MAX)
		return ERR_NOT_FOUND;
	if ((err = layanan_open(job, &id, PERM_LAYANAN_READ, &view->layanan)) ||
	    (err = standar_load(job, &id, (int)nomor, &view->standar)))
		return err;
	standar_view_fill(job, view);
	return ERR_OK;
}

enum err standar_page(struct request *req, struct response *res)
{
	struct standar_view view = {0};
	struct shell shell;
	enum err err = load(req, &view);

	if (err)
		return err;
	shell_make(req, &shell, "/layanan");
	html_standar_show(respond_html(res, 200), &shell, &view);
	return ERR_OK;
}

enum err standar_begin_send(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct id id;
	int nomor = 0;
	enum err err;

	if ((err = request_id_param(req, "layanan_id", &id)) ||
	    (err = standar_begin(job, &id, &nomor)))
		return err;
	return respond_see_other(
		res,
		layanan_url(job->mem, &id,
			    str_cstr(job->mem, str_format(job->mem, "/standar/%d/ubah", nomor))));
}

/* ---- the draft */

static void show_draft(struct request *req, struct response *res, struct standar_view *view,
		       int status)
{
	struct form *form = &view->form;
	struct shell shell;

	form_rows_until(form, FORM_AT(form, struct standar, syarat),
			view->standar.syarat_count + 2);
	form_rows_until(form, FORM_AT(form, struct standar, langkah),
			view->standar.langkah_count + 1);
	shell_make(req, &shell, "/layanan");
	html_standar_edit(respond_html(res, status), &shell, view, request_job(req)->faults);
}

static enum err load_draft(struct request *req, struct standar_view *view)
{
	struct job *job = request_job(req);
	enum err err = load(req, view);

	if (err)
		return err;
	if (!access_allows(job->actor, PERM_LAYANAN_EDIT,
			   &(struct access_record){.unit_jalur = view->layanan.unit_jalur}))
		return ERR_FORBIDDEN;
	form_make(&view->form, job, &standar_form, &view->standar);
	return ERR_OK;
}

enum err standar_edit_page(struct request *req, struct response *res)
{
	struct standar_view view = {0};
	enum err err = load_draft(req, &view);

	if (err)
		return err;
	if (!str_is(view.standar.status, "draf"))
		return respond_see_other(
			res, layanan_url(request_mem(req), &view.layanan.layanan_id, ""));
	form_fill(&view.form);
	show_draft(req, res, &view, 200);
	return ERR_OK;
}

static enum err draft_again(struct request *req, struct response *res, void *view)
{
	show_draft(req, res, view, 422);
	return ERR_OK;
}

static enum err draft_conflict(struct request *req, struct response *res, void *typed)
{
	struct standar_view *view = typed;
	struct job *job = request_job(req);
	struct standar stored;
	enum err err = standar_load(job, &view->layanan.layanan_id, view->standar.nomor, &stored);

	if (err)
		return err;
	view->form.conflict = conflict_make(job->mem, request_path(req));
	form_compare(&view->form, &stored);
	show_draft(req, res, view, 409);
	return ERR_OK;
}

static enum err keep(struct job *job, struct standar_view *view, unsigned button)
{
	enum err err;

	if (problems_any(job->faults))
		return ERR_INVALID;
	if ((err = standar_save(job, &view->standar)) || button == SIMPAN)
		return err;
	return standar_submit(job, &view->layanan.layanan_id, view->standar.version + 1);
}

enum err standar_send(struct request *req, struct response *res)
{
	struct form_source source = form_from_body(req);
	struct standar_view *view = arena_new(request_mem(req), struct standar_view);
	struct job *job = request_job(req);
	unsigned button = SIMPAN;
	enum err err = load_draft(req, view);

	if (err)
		return err;
	form_read(&view->form, &source);
	err = form_pressed(job, &buttons, &source, &button);
	if (!err)
		err = keep(job, view, button);
	if (err == ERR_INVALID)
		respond_again(res, draft_again, view);
	if (err == ERR_CONFLICT)
		respond_again(res, draft_conflict, view);
	if (err)
		return err;
	if (button == AJUKAN)
		respond_note(res, STR("Standar diajukan kepada pimpinan unit"));
	else
		respond_note(res, STR("Rancangan tersimpan"));
	return respond_see_other(res, layanan_url(job->mem, &view->layanan.layanan_id, ""));
}

/* ---- the decision */

static enum err load_waiting(struct request *req, struct standar_view *view)
{
	struct penetapan *said = arena_new(request_mem(req), struct penetapan);
	struct job *job = request_job(req);
	enum err err = load(req, view);

	if (err)
		return err;
	if (!access_allows(job->actor, PERM_LAYANAN_DECIDE,
			   &(struct access_record){.unit_jalur = view->layanan.unit_jalur}))
		return ERR_FORBIDDEN;
	*said = (struct penetapan){.layanan_id = view->layanan.layanan_id,
				   .berlaku_sejak = job->today,
				   .version = view->standar.version};
	form_make(&view->form, job, &penetapan_form, said);
	form_days(&view->form, FORM_AT(&view->form, struct penetapan, berlaku_sejak), job->today,
		  (struct date){0});
	return ERR_OK;
}

static enum err show_decision(struct request *req, struct response *res, struct standar_view *view,
			      int status)
{
	struct shell shell;

	shell_make(req, &shell, "/layanan");
	html_standar_decide(respond_html(res, status), &shell, view, request_job(req)->faults);
	return ERR_OK;
}

enum err standar_decide_page(struct request *req, struct response *res)
{
	struct standar_view view = {0};
	enum err err = load_waiting(req, &view);

	if (err)
		return err;
	if (!str_is(view.standar.status, "diajukan"))
		return respond_see_other(
			res, layanan_url(request_mem(req), &view.layanan.layanan_id, ""));
	form_fill(&view.form);
	return show_decision(req, res, &view, 200);
}

static enum err decision_again(struct request *req, struct response *res, void *view)
{
	return show_decision(req, res, view, 422);
}

enum err standar_decide_send(struct request *req, struct response *res)
{
	struct form_source source = form_from_body(req);
	struct standar_view *view = arena_new(request_mem(req), struct standar_view);
	struct job *job = request_job(req);
	struct penetapan *said;
	unsigned button = TETAPKAN;
	enum err err = load_waiting(req, view);

	if (err)
		return err;
	said = view->form.record;
	form_read(&view->form, &source);
	err = form_pressed(job, &putus_buttons, &source, &button);
	said->is_kembali = button == KEMBALIKAN;
	if (!err)
		err = problems_any(job->faults) ? ERR_INVALID : standar_decide(job, said);
	if (err == ERR_INVALID)
		respond_again(res, decision_again, view);
	if (err)
		return err;
	if (said->is_kembali)
		respond_note(res, STR("Standar dikembalikan dengan catatan"));
	else
		respond_note(res, STR("Standar ditetapkan"));
	return respond_see_other(res, layanan_url(job->mem, &view->layanan.layanan_id, ""));
}
