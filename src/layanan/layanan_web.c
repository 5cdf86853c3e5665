/* SPDX-License-Identifier: Apache-2.0 */
/* Pages of the catalogue: the list, one service, its form, who serves it. */
#include "base/say.h"
#include "form/form_web.h"
#include "form/table.h"
#include "generated/layanan_templates.h"
#include "generated/routes.h"
#include "http/response.h"
#include "http/shell_web.h"
#include "layanan/layanan_own.h"
#include "layanan/layanan_view.h"
#include "org/org.h"
#include "org/unit_pick.h"

/* Whose a new service is. */
struct layanan_baru {
	struct id unit;
};
#define FORM_RECORD struct layanan_baru
static const struct field baru_fields[] = {FIELD(PICK, unit, "Unit yang melayani",
						 .finder = UNIT_FINDER,
						 NEEDED("Pilih unit yang melayani."))};
static const struct form_table baru_form = FORM_TABLE("layanan_baru", baru_fields);
#undef FORM_RECORD

struct str layanan_url(struct arena *mem, const struct id *layanan_id, const char *tail)
{
	return str_format(mem, "/layanan/%.*s%s", STR_ARG(id_str(mem, layanan_id)), tail);
}

static bool may(const struct job *job, const struct layanan *l, enum permission permission)
{
	return access_allows(job->actor, permission,
			     &(struct access_record){.unit_jalur = l->unit_jalur});
}

static enum err list_load(struct request *req, struct layanan_list_view *view)
{
	struct job *job = request_job(req);
	struct form *form = &view->list.form;
	struct layanan_cari which = {.most = RECORDS_LIMIT_MAX + 1};
	struct unit *unit;
	enum err err;

	list_read(&view->list, req, &layanan_saring_form, &view->saring);
	if ((err = unit_pick(job, form, FORM_AT(form, struct layanan_saring, unit),
			     PERM_LAYANAN_READ)))
		return err;
	which.cari = view->saring.cari;
	which.jalur = access_scope_jalur(job->actor, PERM_LAYANAN_READ);
	which.sesudah = view->list.ask.after;
	if (!id_is_none(&view->saring.unit)) {
		if ((err = unit_load(job, &view->saring.unit, &unit)))
			return err;
		which.jalur = unit->jalur;
	}
	if ((err = layanan_list(job, &which, &view->rows, &view->count)))
		return err;
	if (view->count > RECORDS_LIMIT_MAX) {
		view->count = RECORDS_LIMIT_MAX;
		list_go_on(&view->list, view->rows[view->count - 1].slug);
	}
	return ERR_OK;
}

enum err layanan_list_page(struct request *req, struct response *res)
{
	struct layanan_list_view view = {0};
	struct shell shell;
	enum err err = list_load(req, &view);

	if (err)
		return err;
	view.may_add = access_may(request_job(req)->actor, PERM_LAYANAN_EDIT);
	shell_make(req, &shell, "/layanan");
	html_layanan_list(respond_html(res, list_status(&view.list)), &shell, &view);
	return ERR_OK;
}

/* ---- the form of a service */

static void show_form(struct request *req, struct response *res, struct layanan_edit_view *view,
		      int status)
{
	struct shell shell;

	shell_make(req, &shell, "/layanan");
	html_layanan_edit(respond_html(res, status), &shell, view, request_job(req)->faults);
}

static void begin_new(struct job *job, struct layanan_edit_view *view)
{
	view->is_new = true;
	view->layanan.is_aktif = true;
	view->layanan.suara_bentuk = STR("tiga");
	form_make(&view->form, job, &layanan_form, &view->layanan);
	form_leave_out(&view->form, FORM_AT(&view->form, struct layanan, version));
	form_make(&view->unit_form, job, &baru_form, arena_new(job->mem, struct layanan_baru));
}

enum err layanan_new_page(struct request *req, struct response *res)
{
	struct layanan_edit_view view = {0};
	enum err err;

	begin_new(request_job(req), &view);
	form_fill(&view.form);
	form_fill(&view.unit_form);
	if ((err = unit_pick_or_highest(request_job(req), &view.unit_form, 0, PERM_LAYANAN_EDIT)))
		return err;
	show_form(req, res, &view, 200);
	return ERR_OK;
}

static enum err load_one(struct request *req, enum permission permission, struct layanan *out)
{
	struct id id;
	enum err err = request_id_param(req, "layanan_id", &id);

	return err ? err : layanan_open(request_job(req), &id, permission, out);
}

enum err layanan_edit_page(struct request *req, struct response *res)
{
	struct layanan_edit_view view = {0};
	enum err err = load_one(req, PERM_LAYANAN_EDIT, &view.layanan);

	if (err)
		return err;
	form_make(&view.form, request_job(req), &layanan_form, &view.layanan);
	form_fill(&view.form);
	show_form(req, res, &view, 200);
	return ERR_OK;
}

static enum err show_again(struct request *req, struct response *res, void *view)
{
	show_form(req, res, view, 422);
	return ERR_OK;
}

static enum err show_conflict(struct request *req, struct response *res, void *typed)
{
	struct layanan_edit_view *view = typed;
	struct job *job = request_job(req);
	struct layanan stored;
	enum err err = layanan_load(job, &view->layanan.layanan_id, &stored);

	if (err)
		return err;
	view->form.conflict =
		conflict_make(job->mem, layanan_url(job->mem, &stored.layanan_id, "/ubah"));
	form_compare(&view->form, &stored);
	show_form(req, res, view, 409);
	return ERR_OK;
}

static enum err save(struct request *req, struct response *res, struct layanan_edit_view *view)
{
	struct job *job = request_job(req);
	enum err err = problems_any(job->faults) ? ERR_INVALID : layanan_save(job, &view->layanan);

	if (err == ERR_INVALID)
		respond_again(res, show_again, view);
	if (err == ERR_CONFLICT && !view->is_new)
		respond_again(res, show_conflict, view);
	if (err)
		return err;
	respond_note(res, STR("Layanan tersimpan"));
	return respond_see_other(res, layanan_url(job->mem, &view->layanan.layanan_id, ""));
}

enum err layanan_add_send(struct request *req, struct response *res)
{
	struct form_source source = form_from_body(req);
	struct layanan_edit_view *view = arena_new(request_mem(req), struct layanan_edit_view);
	struct job *job = request_job(req);
	struct layanan_baru *baru;
	enum err err;

	begin_new(job, view);
	form_read(&view->unit_form, &source);
	form_read(&view->form, &source);
	if ((err = unit_pick(job, &view->unit_form, 0, PERM_LAYANAN_EDIT)))
		return err;
	baru = view->unit_form.record;
	view->layanan.unit_id = baru->unit;
	return save(req, res, view);
}

enum err layanan_send(struct request *req, struct response *res)
{
	struct form_source source = form_from_body(req);
	struct layanan_edit_view *view = arena_new(request_mem(req), struct layanan_edit_view);
	enum err err = load_one(req, PERM_LAYANAN_EDIT, &view->layanan);

	if (err)
		return err;
	form_make(&view->form, request_job(req), &layanan_form, &view->layanan);
	form_read(&view->form, &source);
	return save(req, res, view);
}

/* ---- one service */

static enum err load_open(struct job *job, struct layanan_show_view *view)
{
	enum err err =
		standar_list(job, &view->layanan.layanan_id, &view->versions, &view->version_count);

	if (!err && view->version_count > 0 && !str_is(view->versions[0].status, "ditetapkan"))
		view->open = view->versions[0];
	return err;
}

enum err layanan_page(struct request *req, struct response *res)
{
	struct layanan_show_view view = {0};
	struct job *job = request_job(req);
	struct shell shell;
	enum err err;

	if ((err = load_one(req, PERM_LAYANAN_READ, &view.layanan)) ||
	    (err = standar_on(job, &view.layanan.layanan_id, job->today, &view.now.standar)) ||
	    (err = load_open(job, &view)) ||
	    (err = layanan_jabatan_list(job, &view.layanan.layanan_id, &view.posts,
					&view.post_count)) ||
	    (err = maklumat_load(job, &view.layanan.unit_id, &view.maklumat)))
		return err;
	view.now.layanan = view.layanan;
	standar_view_fill(job, &view.now);
	view.may_edit = may(job, &view.layanan, PERM_LAYANAN_EDIT);
	view.may_decide = may(job, &view.layanan, PERM_LAYANAN_DECIDE);
	view.public_url =
		str_format(job->mem, "/w/%.*s/layanan/%.*s", STR_ARG(job->actor->instansi_slug),
			   STR_ARG(view.layanan.slug));
	shell_make(req, &shell, "/layanan");
	html_layanan_show(respond_html(res, 200), &shell, &view, job->faults);
	return ERR_OK;
}

/* The posts a form may name: those its page offers. */
static struct choice *post_choices(struct arena *mem, const struct layanan_jabatan *posts,
				   int count)
{
	struct choice *choices = arena_array(mem, struct choice, (size_t)count + 1);

	for (int i = 0; i < count; i++)
		choices[i] = (struct choice){.key = id_str(mem, &posts[i].jabatan_id),
					     .label = posts[i].nama};
	return choices;
}

enum err layanan_pelaksana_send(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct layanan_jabatan *posts;
	struct layanan l;
	struct str *ticked;
	struct id *ids;
	int post_count = 0, count = 0;
	enum err err;

	if ((err = load_one(req, PERM_LAYANAN_EDIT, &l)) ||
	    (err = layanan_jabatan_list(job, &l.layanan_id, &posts, &post_count)))
		return err;
	const struct choice_list offered = {post_choices(job->mem, posts, post_count), post_count};
	const struct field field = {.name = "jabatan",
				    .label = STR(SAID("Jabatan yang melayani")),
				    .choices = &offered,
				    .most = post_count + 1};
	count = form_ticked(req, &field, &ticked);
	if (problems_any(job->faults))
		return ERR_INVALID;
	ids = arena_array(job->mem, struct id, (size_t)count + 1);
	for (int i = 0; i < count; i++)
		if (!id_parse(ticked[i], &ids[i]))
			return ERR_INVALID;
	if ((err = layanan_set_pelaksana(job, &l.layanan_id, ids, count)))
		return err;
	respond_note(res, STR("Jabatan yang melayani tersimpan"));
	return respond_see_other(res, layanan_url(job->mem, &l.layanan_id, "#pelaksana"));
}

/* ---- the promise of a unit */

static enum err maklumat_begin(struct request *req, struct maklumat_view *view)
{
	struct job *job = request_job(req);
	struct maklumat *record = arena_new(job->mem, struct maklumat);
	struct unit *unit;
	struct id id;
	enum err err;

	if ((err = request_id_param(req, "unit_id", &id)) || (err = unit_load(job, &id, &unit)) ||
	    (err = maklumat_load(job, &id, &view->stored)))
		return err;
	if (!access_allows(job->actor, PERM_LAYANAN_DECIDE,
			   &(struct access_record){.unit_jalur = unit->jalur}))
		return ERR_FORBIDDEN;
	view->unit_nama = unit->nama;
	view->action = str_format(job->mem, "/maklumat/%.*s", STR_ARG(id_str(job->mem, &id)));
	*record = (struct maklumat){.unit_id = id, .isi = view->stored.isi};
	form_make(&view->form, job, &maklumat_form, record);
	return ERR_OK;
}

static enum err show_maklumat(struct request *req, struct response *res,
			      const struct maklumat_view *view, int status)
{
	struct shell shell;

	shell_make(req, &shell, "/layanan");
	html_maklumat_edit(respond_html(res, status), &shell, view, request_job(req)->faults);
	return ERR_OK;
}

enum err maklumat_page(struct request *req, struct response *res)
{
	struct maklumat_view view = {0};
	enum err err = maklumat_begin(req, &view);

	if (err)
		return err;
	form_fill(&view.form);
	return show_maklumat(req, res, &view, 200);
}

static enum err maklumat_again(struct request *req, struct response *res, void *view)
{
	return show_maklumat(req, res, view, 422);
}

enum err maklumat_send(struct request *req, struct response *res)
{
	struct form_source source = form_from_body(req);
	struct maklumat_view *view = arena_new(request_mem(req), struct maklumat_view);
	struct job *job = request_job(req);
	enum err err = maklumat_begin(req, view);

	if (err)
		return err;
	form_read(&view->form, &source);
	err = problems_any(job->faults) ? ERR_INVALID : maklumat_sign(job, view->form.record);
	if (err == ERR_INVALID)
		respond_again(res, maklumat_again, view);
	if (err)
		return err;
	respond_note(res, STR("Maklumat ditandatangani"));
	return respond_see_other(res, STR("/layanan"));
}
