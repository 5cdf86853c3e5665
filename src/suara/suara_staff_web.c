/* SPDX-License-Identifier: Apache-2.0 */
/* Staff's pages: services with their figures, one service with its words, voices from paper. */
#include "base/say.h"
#include "form/form_web.h"
#include "generated/routes.h"
#include "generated/suara_templates.h"
#include "http/response.h"
#include "http/shell_web.h"
#include "law/access.h"
#include "suara/suara_view.h"

#define HELD_SHOWN 25

static struct str url_of(struct arena *mem, struct str slug, const char *more)
{
	return str_format(mem, "/suara/layanan/%.*s%s", STR_ARG(slug), more);
}

static enum err read_filters(struct request *req, struct list *list, struct suara_saring *saring,
			     int *from, int *to)
{
	struct job *job = request_job(req);

	list_make(list, req, &suara_saring_form, saring);
	suara_period_choose(&list->form, FORM_AT(&list->form, struct suara_saring, periode),
			    job->today);
	list_take(list, req);
	return suara_period_asked(saring->periode, job->today, from, to) ? ERR_OK : ERR_INVALID;
}

/* A theme is one of those the words of this page have; of the list, none. */
static void check_tema(struct job *job, struct str tema, const struct suara_words *words)
{
	for (int i = 0; words && i < words->tema_count; i++)
		if (str_equal(words->tema[i].tema, tema))
			return;
	if (tema.len > 0)
		problem_add(job->faults, STR("tema"), "suara.tema",
			    STR("Pilih tema dari daftarnya."));
}

static void fill_rows(struct job *job, struct suara_daftar *view)
{
	view->urls = arena_array(job->mem, struct str, view->count + 1);
	view->index = arena_array(job->mem, struct str, view->count + 1);
	view->held_urls = arena_array(job->mem, struct str, view->held_count + 1);
	for (int i = 0; i < view->count; i++) {
		view->urls[i] =
			list_url(&view->list, url_of(job->mem, view->rows[i].slug, ""), STR_NONE);
		view->index[i] = str_hundredths(job->mem, view->rows[i].figures.index);
	}
	for (int i = 0; i < view->held_count; i++)
		view->held_urls[i] =
			str_format(job->mem, "/suara/tahan/%.*s",
				   STR_ARG(id_str(job->mem, &view->held[i].karantina_id)));
}

enum err suara_list_page(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct suara_saring *saring = arena_new(job->mem, struct suara_saring);
	struct suara_daftar view = {.count = 0};
	struct shell shell;
	int from, to;
	enum err err;

	if ((err = read_filters(req, &view.list, saring, &from, &to)) ||
	    (err = suara_list(job, from, to, &view.rows, &view.count)) ||
	    (err = karantina_list(job, HELD_SHOWN, &view.held, &view.held_count)))
		return err;
	view.period = suara_period_name(job->mem, from, to);
	view.may_write = access_may(job->actor, PERM_SUARA_WRITE);
	fill_rows(job, &view);
	check_tema(job, saring->tema, NULL);
	shell_make(req, &shell, "/suara");
	html_suara_daftar(respond_html(res, list_status(&view.list)), &shell, &view);
	return ERR_OK;
}

static enum err load_one(struct request *req, struct suara_saring *saring, struct suara_satu *view)
{
	struct job *job = request_job(req);
	struct suara_words_ask ask = {.lingkup = &view->lingkup};
	struct suara_which which = {.from = 0};
	enum err err;

	if ((err = read_filters(req, &view->list, saring, &view->from, &view->to)) ||
	    (err = suara_lingkup_load(job, request_route_param(req, "slug"), &view->lingkup)))
		return err;
	ask.from = which.from = view->from;
	ask.to = which.to = view->to;
	ask.tema = saring->tema;
	suara_which_is(&which, &view->lingkup);
	if ((err = suara_words_load(job, &ask, &view->words)) ||
	    (err = suara_figures(job, &which, &view->figures)))
		return err;
	check_tema(job, saring->tema, &view->words);
	suara_angka_say(job->mem, &view->figures, &view->angka);
	view->period = suara_period_name(job->mem, view->from, view->to);
	return ERR_OK;
}

enum err suara_page(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct suara_saring *saring = arena_new(job->mem, struct suara_saring);
	struct suara_satu view = {.from = 0};
	struct shell shell;
	enum err err = load_one(req, saring, &view);

	if (err)
		return err;
	view.may_write =
		access_allows(job->actor, PERM_SUARA_WRITE,
			      &(struct access_record){.unit_jalur = view.lingkup.unit_jalur});
	view.form_url = str_format(job->mem, "/w/%.*s/suara/%.*s",
				   STR_ARG(job->actor->instansi_slug), STR_ARG(view.lingkup.slug));
	view.kiosk_url = str_join(job->mem, view.form_url, STR("?cara=kios"));
	view.paper_url = url_of(job->mem, view.lingkup.slug, "/kertas");
	view.tema_urls = arena_array(job->mem, struct str, view.words.tema_count + 1);
	for (int i = 0; i < view.words.tema_count; i++)
		view.tema_urls[i] =
			str_format(job->mem, "%.*s?periode=%.*s&tema=%.*s#kata",
				   STR_ARG(url_of(job->mem, view.lingkup.slug, "")),
				   STR_ARG(saring->periode), STR_ARG(view.words.tema[i].tema));
	shell_make(req, &shell, "/suara");
	html_suara_satu(respond_html(res, list_status(&view.list)), &shell, &view);
	return ERR_OK;
}

/* --- from paper --- */

enum err suara_paper_list_page(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct suara_cari *asked = arena_new(job->mem, struct suara_cari);
	struct layanan_cari which = {.is_aktif_only = true,
				     .jalur = access_scope_jalur(job->actor, PERM_SUARA_WRITE),
				     .most = RECORDS_LIMIT_MAX + 1};
	struct suara_pilih view = {.count = 0};
	struct layanan *rows;
	struct shell shell;
	enum err err;

	list_read(&view.list, req, &suara_cari_form, asked);
	which.cari = asked->cari;
	which.sesudah = view.list.ask.after;
	if ((err = layanan_list(job, &which, &rows, &view.count)))
		return err;
	view.rows = rows;
	if (view.count > RECORDS_LIMIT_MAX) {
		view.count = RECORDS_LIMIT_MAX;
		list_go_on(&view.list, rows[view.count - 1].slug);
	}
	shell_make(req, &shell, "/suara/kertas");
	html_suara_kertas_pilih(respond_html(res, list_status(&view.list)), &shell, &view);
	return ERR_OK;
}

static enum err load_paper(struct request *req, struct suara_view *view)
{
	struct job *job = request_job(req);
	enum err err = suara_lingkup_load(job, request_route_param(req, "slug"), &view->lingkup);

	if (err)
		return err;
	if (!access_allows(job->actor, PERM_SUARA_WRITE,
			   &(struct access_record){.unit_jalur = view->lingkup.unit_jalur}))
		return ERR_FORBIDDEN;
	view->is_nine = str_is(view->lingkup.bentuk, "sembilan");
	view->action = url_of(job->mem, view->lingkup.slug, "/kertas");
	form_make(&view->form, job, &suara_form, arena_new(job->mem, struct suara_kiriman));
	view->tanya_count = suara_form_ask(&view->form, view->is_nine, true, view->tanya);
	return ERR_OK;
}

static void show_paper(struct request *req, struct response *res, const struct suara_view *view,
		       int status)
{
	struct shell shell;

	shell_make(req, &shell, "/suara/kertas");
	html_suara_kertas(respond_html(res, status), &shell, view, request_job(req)->faults);
}

enum err suara_paper_page(struct request *req, struct response *res)
{
	struct suara_view view = {.tanya_count = 0};
	enum err err = load_paper(req, &view);

	if (err)
		return err;
	form_fill(&view.form);
	show_paper(req, res, &view, 200);
	return ERR_OK;
}

static enum err paper_again(struct request *req, struct response *res, void *arg)
{
	show_paper(req, res, arg, 422);
	return ERR_OK;
}

enum err suara_paper_send(struct request *req, struct response *res)
{
	struct form_source source = form_from_body(req);
	struct suara_view *view = arena_new(request_mem(req), struct suara_view);
	struct job *job = request_job(req);
	struct suara voice;
	enum err err = load_paper(req, view);

	if (err)
		return err;
	form_read(&view->form, &source);
	suara_form_voice(view->form.record, &voice);
	voice.bentuk = view->is_nine ? STR("sembilan") : STR("tiga");
	err = problems_any(job->faults) ? ERR_INVALID
					: suara_give_paper(job, &view->lingkup, &voice);
	if (err == ERR_INVALID)
		respond_again(res, paper_again, view);
	if (err)
		return err;
	respond_note(res, STR("Suara dari kertas tersimpan. Lanjutkan dengan lembar berikutnya."));
	return respond_see_other(res, view->action);
}
