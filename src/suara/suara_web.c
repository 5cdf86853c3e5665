/* SPDX-License-Identifier: Apache-2.0 */
/* The public's form: asked, taken, thanked for. */
#include "base/limit.h"
#include "base/say.h"
#include "form/form_web.h"
#include "generated/routes.h"
#include "generated/suara_templates.h"
#include "http/response.h"
#include "http/shell_web.h"
#include "law/access.h"
#include "org/org.h"
#include "suara/suara_view.h"

#define KIOSK STR("kios")
#define NINE STR("sembilan")
#define KIOSK_SECONDS STR("20; url=")

/* What is asked about, and in which form: nine by the service's own choice, or by the visitor's. */
static enum err load(struct request *req, const struct suara_alamat *asked, struct suara_view *view)
{
	enum err err = suara_lingkup_load(request_job(req), request_route_param(req, "slug"),
					  &view->lingkup);

	if (err)
		return err;
	view->is_nine = str_equal(view->lingkup.bentuk, NINE) || str_equal(asked->bentuk, NINE);
	view->is_kiosk = str_equal(asked->cara, KIOSK);
	return ERR_OK;
}

static void show(struct request *req, struct response *res, struct suara_view *view, int status)
{
	struct arena *mem = request_mem(req);
	struct shell shell;

	shell_make_visit(req, &shell);
	view->list_url = str_join(mem, shell_visit(&shell), STR("/suara"));
	view->action =
		str_format(mem, "%.*s/%.*s", STR_ARG(view->list_url), STR_ARG(view->lingkup.slug));
	view->nine_url = str_format(mem, "%.*s?bentuk=sembilan%s", STR_ARG(view->action),
				    view->is_kiosk ? "&cara=kios" : "");
	html_suara_form(respond_html(res, status), &shell, view, request_job(req)->faults);
}

enum err suara_form_page(struct request *req, struct response *res)
{
	struct suara_view view = {.tanya_count = 0};
	struct suara_kiriman record = {.kata = STR_NONE};
	struct suara_alamat asked = {.bentuk = STR_NONE};
	enum err err = form_read_address(req, &suara_alamat_form, &asked);

	if (err || (err = load(req, &asked, &view)))
		return err;
	record.bentuk = view.is_nine ? NINE : STR("tiga");
	record.cara = view.is_kiosk ? KIOSK : STR("daring");
	form_make(&view.form, request_job(req), &suara_form, &record);
	view.tanya_count = suara_form_ask(&view.form, view.is_nine, false, view.tanya);
	form_fill(&view.form);
	show(req, res, &view, 200);
	return ERR_OK;
}

static enum err show_again(struct request *req, struct response *res, void *arg)
{
	show(req, res, arg, 422);
	return ERR_OK;
}

static struct suara voice_of(struct request *req, const struct suara_view *view)
{
	const struct job *job = request_job(req);
	struct suara voice;

	suara_form_voice(view->form.record, &voice);
	voice.bentuk = view->is_nine ? NINE : STR("tiga");
	voice.asal =
		suara_asal(job->mem, limit_address(job->mem, request_address(req)), job->today);
	return voice;
}

/* The page always sends both. */
static void check_carried(struct job *job, const struct suara_alamat *asked)
{
	if (asked->bentuk.len == 0 && !problem_for(job->faults, STR("bentuk")).len)
		problem_add(job->faults, STR("bentuk"), "suara.form",
			    STR("Muat ulang halaman ini, lalu kirim lagi."));
	if (asked->cara.len == 0 && !problem_for(job->faults, STR("cara")).len)
		problem_add(job->faults, STR("cara"), "suara.way",
			    STR("Muat ulang halaman ini, lalu kirim lagi."));
}

enum err suara_send(struct request *req, struct response *res)
{
	struct form_source source = form_from_body(req);
	struct suara_view *view = arena_new(request_mem(req), struct suara_view);
	struct job *job = request_job(req);
	struct form *asked = form_new(req, &suara_alamat_form);
	struct suara voice;
	struct shell shell;
	enum err err;

	form_read(asked, &source);
	check_carried(job, asked->record);
	if ((err = load(req, asked->record, view)))
		return err;
	form_make(&view->form, job, &suara_form, arena_new(job->mem, struct suara_kiriman));
	view->tanya_count = suara_form_ask(&view->form, view->is_nine, false, view->tanya);
	form_read(&view->form, &source);
	voice = voice_of(req, view);
	err = problems_any(job->faults) ? ERR_INVALID : suara_give(job, &view->lingkup, &voice);
	if (err == ERR_INVALID)
		respond_again(res, show_again, view);
	if (err)
		return err;
	shell_make_visit(req, &shell);
	return respond_see_other(
		res, str_format(job->mem, "%.*s/suara/%.*s/terima%s", STR_ARG(shell_visit(&shell)),
				STR_ARG(view->lingkup.slug), view->is_kiosk ? "?cara=kios" : ""));
}

/* Figures of a month are told on the second day of the next (decision 0039). */
static struct date told_on(struct date today)
{
	struct date next = date_add_months(DATE(today.year, today.month, 1), 1);

	return date_add_days(next, 1);
}

enum err suara_thanks_page(struct request *req, struct response *res)
{
	struct suara_view view = {.tanya_count = 0};
	struct arena *mem = request_mem(req);
	struct shell shell;
	struct suara_alamat asked = {.bentuk = STR_NONE};
	enum err err = form_read_address(req, &suara_alamat_form, &asked);

	if (err || (err = load(req, &asked, &view)))
		return err;
	shell_make_visit(req, &shell);
	view.open_on = told_on(request_job(req)->today);
	view.action = str_format(mem, "%.*s/suara/%.*s?cara=kios", STR_ARG(shell_visit(&shell)),
				 STR_ARG(view.lingkup.slug));
	if (view.is_kiosk) /* the next one finds the form, whoever left the screen */
		respond_header(res, "Refresh", str_join(mem, KIOSK_SECONDS, view.action));
	html_suara_terima(respond_html(res, 200), &shell, &view);
	return ERR_OK;
}

enum err suara_choose_page(struct request *req, struct response *res)
{
	struct suara_cari *asked = arena_new(request_mem(req), struct suara_cari);
	struct layanan_cari which = {.is_aktif_only = true, .most = RECORDS_LIMIT_MAX + 1};
	struct suara_pilih view = {.count = 0};
	struct layanan *rows;
	struct shell shell;
	enum err err;

	list_read(&view.list, req, &suara_cari_form, asked);
	which.cari = asked->cari;
	which.sesudah = view.list.ask.after;
	if ((err = layanan_list(request_job(req), &which, &rows, &view.count)))
		return err;
	view.rows = rows;
	if (view.count > RECORDS_LIMIT_MAX) {
		view.count = RECORDS_LIMIT_MAX;
		list_go_on(&view.list, rows[view.count - 1].slug);
	}
	shell_make_visit(req, &shell);
	html_suara_pilih(respond_html(res, list_status(&view.list)), &shell, &view);
	return ERR_OK;
}
