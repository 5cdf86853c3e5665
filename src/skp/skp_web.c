/* SPDX-License-Identifier: Apache-2.0 */
/* The plan's own pages: task list, check, receipt; and the appraiser's list. */
#include "skp/skp_web.h"

#include "base/say.h"
#include "form/form_web.h"
#include "form/table.h"
#include "generated/routes.h"
#include "generated/skp_templates.h"
#include "law/access.h"
#include "skp/skp_conflict_web.h"

#define FORM_RECORD struct skp_saring
static const struct field saring_fields[] = {FIELD(
	WHOLE, tahun, "Tahun", LIMITS(SKP_TAHUN_FIRST, SKP_TAHUN_LAST), .is_zero_blank = true)};
static const struct form_table saring_form = FORM_TABLE("tim", saring_fields);
#undef FORM_RECORD

void skp_web_list(struct request *req, struct list *list, struct skp_saring *out)
{
	list_read(list, req, &saring_form, out);
	if (out->tahun != 0)
		return;
	out->tahun = request_job(req)->today.year;
	if (!problems_any(list->form.faults))
		form_fill(&list->form);
}

enum err skp_web_again(struct request *req, struct response *res, response_draw *draw, enum err err)
{
	enum err *why = arena_new(request_mem(req), enum err);

	*why = err;
	if (err == ERR_INVALID || err == ERR_CONFLICT)
		respond_again(res, draw, why);
	return err;
}

bool skp_web_is_conflict(const void *why)
{
	return *(const enum err *)why == ERR_CONFLICT;
}

enum err skp_web_load(struct request *req, struct skp **out)
{
	struct id skp_id;
	enum err err = request_id_param(req, "skp_id", &skp_id);

	return err ? err : skp_load(request_job(req), &skp_id, out);
}

enum err skp_web_load_draft(struct request *req, struct skp **out)
{
	enum err err = skp_web_load(req, out);

	if (err)
		return err;
	return skp_may_edit(request_job(req), *out) ? ERR_OK : ERR_FORBIDDEN;
}

enum err skp_web_load_own(struct request *req, struct skp **out)
{
	const struct actor *actor = request_job(req)->actor;
	enum err err = skp_web_load(req, out);

	if (err)
		return err;
	return id_equal(&(*out)->pegawai_id, &actor->pegawai_id) ? ERR_OK : ERR_FORBIDDEN;
}

enum err skp_web_view(struct request *req, const struct skp *skp, struct skp_view *out)
{
	struct job *job = request_job(req);
	struct date batas;
	enum err err = skp_load_batas(job, skp->tahun, &batas);

	if (err)
		return err;
	skp_view_make(job, skp, out);
	if (!date_is_none(batas)) {
		out->batas = say_date(job->mem, batas);
		out->is_late = date_compare(job->today, batas) > 0;
	}
	return ERR_OK;
}

void skp_web_shell(struct request *req, const char *active, struct str title, struct shell *out)
{
	shell_make(req, out, active);
	out->title = problems_any(request_job(req)->faults)
			     ? str_join(out->mem, SAY(request_mem(req), "Kesalahan: "), title)
			     : title;
}

static enum err show(struct request *req, struct response *res, const struct skp *skp)
{
	struct skp_view view;
	struct shell shell;
	enum err err = skp_web_view(req, skp, &view);

	if (err || (err = skp_list_others(request_job(req), skp, &view.lain, &view.lain_count)))
		return err;
	skp_web_shell(req, view.is_own ? "/skp" : "/tim",
		      say_format(view.mem, "SKP %d", skp->tahun), &shell);
	html_skp_show(respond_html(res, 200), &shell, &view);
	return ERR_OK;
}

static enum err show_none(struct request *req, struct response *res, int tahun, int status)
{
	struct job *job = request_job(req);
	struct shell shell;

	skp_web_shell(req, "/skp", SAY(job->mem, "SKP saya"), &shell);
	html_skp_none(respond_html(res, status), &shell, tahun, job->faults);
	return ERR_OK;
}

/* GET /skp: the actor's own plan of a year, or the way to begin one. */
enum err skp_own_page(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct skp_saring asked = {.tahun = 0};
	struct skp *skp;
	enum err err;

	if (id_is_none(&job->actor->pegawai_id))
		return ERR_FORBIDDEN;
	if ((err = form_read_address(req, &saring_form, &asked)))
		return err;
	int tahun = asked.tahun ? asked.tahun : job->today.year;
	err = skp_load_of(job, &job->actor->pegawai_id, tahun, &skp);
	if (err == ERR_NOT_FOUND)
		return show_none(req, res, tahun, 200);
	return err ? err : show(req, res, skp);
}

enum err skp_show_page(struct request *req, struct response *res)
{
	struct skp *skp;
	enum err err = skp_web_load(req, &skp);

	return err ? err : show(req, res, skp);
}

struct mulai_isian {
	int tahun;
};
#define FORM_RECORD struct mulai_isian
static const struct field mulai_fields[] = {
	FIELD(WHOLE, tahun, "Tahun", LIMITS(SKP_TAHUN_FIRST, SKP_TAHUN_LAST), .is_needed = true)};
static const struct form_table mulai_form = FORM_TABLE("mulai", mulai_fields);
#undef FORM_RECORD

/* After the rollback: a response_draw. */
static enum err none_again(struct request *req, struct response *res, void *isian)
{
	const struct mulai_isian *typed = isian;

	return show_none(req, res, typed->tahun ? typed->tahun : request_job(req)->today.year, 422);
}

enum err skp_start_send(struct request *req, struct response *res)
{
	struct form_source source = form_from_body(req);
	struct job *job = request_job(req);
	struct mulai_isian *isian = arena_new(job->mem, struct mulai_isian);
	struct form form;
	struct id skp_id;

	form_make(&form, job, &mulai_form, isian);
	form_read(&form, &source);
	enum err err =
		problems_any(job->faults) ? ERR_INVALID : skp_start(job, isian->tahun, &skp_id);
	if (err == ERR_INVALID)
		respond_again(res, none_again, isian);
	return err ? err : respond_see_other(res, skp_id_url(job->mem, &skp_id, ""));
}

static enum err show_check(struct request *req, struct response *res, const struct skp *skp,
			   int status)
{
	struct skp_view view;
	struct shell shell;
	enum err err = skp_web_view(req, skp, &view);

	if (err)
		return err;
	if (status == 409)
		view.conflict = skp_conflict_plain(
			view.mem, skp, "/periksa",
			SAY(request_mem(req),
			    "SKP ini sudah diubah dari tempat lain sejak Anda membuka halaman ini. "
			    "Periksa isinya sekali lagi, lalu ajukan."));
	skp_web_shell(req, "/skp",
		      conflict_title(view.conflict, view.mem, SAY(request_mem(req), "Periksa SKP")),
		      &shell);
	html_skp_check(respond_html(res, status), &shell, &view);
	return ERR_OK;
}

enum err skp_check_page(struct request *req, struct response *res)
{
	struct skp *skp;
	enum err err = skp_web_load_draft(req, &skp);

	if (err || (err = skp_find_gaps(request_job(req), skp)))
		return err;
	return show_check(req, res, skp, 200);
}

static enum err check_again(struct request *req, struct response *res, void *why)
{
	struct skp *skp;
	enum err err = skp_web_load_own(req, &skp);

	return err ? err : show_check(req, res, skp, skp_web_is_conflict(why) ? 409 : 422);
}

enum err skp_submit_send(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct skp *skp;
	enum err err;

	if ((err = skp_web_load_own(req, &skp)))
		return err;
	err = skp_submit(job, &skp->skp_id, form_version(req));
	return skp_web_again(req, res, check_again, err)
		       ? err
		       : respond_see_other(res, skp_url(job->mem, skp, "/tanda-terima"));
}

enum err skp_receipt_page(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	enum zona zona = job->actor->zona;
	struct skp_view view;
	struct shell shell;
	struct skp *skp;
	enum err err = skp_web_load(req, &skp);

	if (err)
		return err;
	if (skp->receipt_nomor.len == 0)
		return ERR_NOT_FOUND;
	skp_view_make(job, skp, &view);
	skp_web_shell(req, "/skp", SAY(job->mem, "Tanda terima SKP"), &shell);

	struct str day = say_date(job->mem, date_of_time(skp->submitted_at, zona));
	struct str clock = say_clock(job->mem, skp->submitted_at, zona);

	html_skp_receipt(respond_html(res, 200), &shell, &view,
			 say_format(job->mem, "%.*s pukul %.*s %.*s", STR_ARG(day), STR_ARG(clock),
				    STR_ARG(zona_key(zona))));
	return ERR_OK;
}

enum err skp_team_page(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct team_view view = {.mem = job->mem};
	const struct skp_team *team = &view.team;
	struct shell shell;
	enum err err;

	skp_web_list(req, &view.list, &view.saring);
	struct id after = list_after_id(&view.list);
	if ((err = skp_list_team(job, view.saring.tahun, &after, &view.team)))
		return err;
	if (team->has_more)
		list_go_on(&view.list, id_str(job->mem, &team->row[team->count - 1].pegawai_id));
	skp_web_shell(req, "/tim", SAY(job->mem, "Tim saya"), &shell);
	html_skp_team(respond_html(res, list_status(&view.list)), &shell, &view);
	return ERR_OK;
}
