/* SPDX-License-Identifier: Apache-2.0 */
/* Pages of evaluation: the team, one person, the own results. */
#include "evaluation/evaluation.h"

#include "base/name.h"
#include "base/say.h"
#include "evaluation/evaluation_conflict_web.h"
#include "evaluation/evaluation_load.h"
#include "evaluation/evaluation_make.h"
#include "evaluation/evaluation_pick_web.h"
#include "evaluation/evaluation_recap.h"
#include "form/form_web.h"
#include "generated/routes.h"
#include "generated/evaluation_templates.h"
#include "http/response.h"
#include "http/shell_web.h"

static void team_row(struct arena *mem, const struct evaluasi_ringkas *from,
		     struct evaluation_team_row *row)
{
	row->row = from;
	row->initials = name_initials(mem, from->nama, 2);
	if (id_is_none(&from->skp_id)) {
		row->says = SAY(mem, "SKP belum ditetapkan");
		return;
	}
	row->url = view_review_url(mem, &from->pegawai_id, from->tahun, from->nomor);
	if (evaluasi_is_decided(from->state) && from->has_predikat) {
		row->says = say(mem, predikat_label(from->predikat));
		row->tag = predikat_tag(from->predikat);
	} else {
		row->says = from->state == EVALUASI_BELUM	? SAY(mem, "Siap ditinjau")
			    : from->state == EVALUASI_PENGISIAN ? SAY(mem, "Realisasi diisi")
								: SAY(mem, "Draf tersimpan");
	}
}

enum err evaluation_team_page(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct evaluasi_team_view view = {0};
	struct evaluasi_ringkas *team;
	struct shell shell;
	enum err err;

	if ((err = evaluation_pick(req, &view.list, &view.periode)))
		return err;
	if ((err = evaluation_team(job, view.periode.tahun, view.periode.nomor, &team,
				   &view.count)))
		return err;
	bool has_capaian = true;
	if (view.count > 0 && str_is(view.periode.status, "pengisian") &&
	    (err = evaluation_team_has_capaian(job, view.periode.tahun, view.periode.nomor,
					       &has_capaian)))
		return err;
	view.is_capaian_missing = !has_capaian;
	view.row = arena_array(job->mem, struct evaluation_team_row, view.count + 1);
	for (int i = 0; i < view.count; i++) {
		team_row(job->mem, &team[i], &view.row[i]);
		view.done += evaluasi_is_decided(team[i].state);
		if (!evaluasi_is_decided(team[i].state) && view.url_next.len == 0 &&
		    str_is(view.periode.status, "pengisian"))
			view.url_next = view.row[i].url;
	}
	view.percent = view.count ? view.done * 100 / view.count : 0;
	shell_make(req, &shell, "/tim/nilai");
	html_evaluation_team(respond_html(res, list_status(&view.list)), &shell, &view);
	return ERR_OK;
}

/* The appraiser's form, with the team at its side. */
static enum err form_show(struct request *req, struct response *res, const struct evaluasi *e,
			  const struct form *form)
{
	struct job *job = request_job(req);
	int status = form->conflict ? 409 : problems_any(job->faults) ? 422 : 200;
	struct evaluasi_ringkas *team;
	struct shell shell;
	int count = 0;
	enum err err;

	if ((err = evaluation_team(job, e->tahun, e->nomor, &team, &count)))
		return err;
	struct evaluation_review *view = view_review(job->mem, e, team, count);

	if (date_compare(e->periode.selesai, job->today) > 0)
		view->early = say_date(job->mem, e->periode.selesai);
	view->form = *form;
	view_fields(view);
	view->team = arena_array(job->mem, struct evaluation_team_row, count + 1);
	for (int i = 0; i < count; i++)
		team_row(job->mem, &team[i], &view->team[i]);
	shell_make(req, &shell, "/tim/nilai");
	shell.is_wide = true;
	html_evaluation_review(respond_html(res, status), &shell, view, job->faults);
	return ERR_OK;
}

static enum err stored_show(struct request *req, struct response *res, const struct evaluasi *e)
{
	struct evaluasi_input shown = penilaian_stored(request_mem(req), e);
	struct form form;

	penilaian_form_make(&form, request_job(req), e, &shown, false);
	form_fill(&form);
	return form_show(req, res, e, &form);
}

/* The form for who may decide now, the result in words for everyone else. */
static enum err review_show(struct request *req, struct response *res, const struct evaluasi *e)
{
	struct job *job = request_job(req);
	bool is_own = id_equal(&job->actor->pegawai_id, &e->pegawai->pegawai_id);
	struct shell shell;

	if (e->may_decide)
		return stored_show(req, res, e);
	shell_make(req, &shell, is_own ? "/penilaian" : "/tim/nilai");
	html_evaluation_result(respond_html(res, 200), &shell, view_review(job->mem, e, NULL, 0),
			       is_own);
	return ERR_OK;
}

enum err evaluation_page(struct request *req, struct response *res)
{
	struct evaluasi *e;
	struct id pegawai_id;
	int tahun = 0, nomor = 0;
	enum err err;

	if ((err = evaluation_key(req, &pegawai_id, &tahun, &nomor)))
		return err;
	if ((err = evaluation_load(request_job(req), &pegawai_id, tahun, nomor, &e)))
		return err;
	return review_show(req, res, e);
}

/* The next person who still waits, else the list. */
static enum err next_url(struct job *job, const struct evaluasi *e, struct str *out)
{
	struct id next;
	enum err err = evaluation_next(job, e, &next);

	if (err)
		return err;
	*out = id_is_none(&next)
		       ? str_format(job->mem, "/tim/nilai?periode=%d-%d", e->tahun, e->nomor)
		       : view_review_url(job->mem, &next, e->tahun, e->nomor);
	return ERR_OK;
}

/* A form that was refused, and why. */
struct refused {
	struct evaluasi_input input;
	struct form form;
	enum err why;
};

/* The form again with what was typed: faults beside their fields, or beside what was stored
   meanwhile. */
static enum err draw_again(struct request *req, struct response *res, void *arg)
{
	struct refused *refused = arg;
	const struct evaluasi_input *input = &refused->input;
	struct evaluasi *e;
	enum err err = evaluation_load(request_job(req), &input->pegawai_id, input->tahun,
				       input->nomor, &e);

	if (err)
		return err;
	if (refused->why == ERR_CONFLICT)
		evaluation_conflict(e, &refused->form);
	evaluation_apply(request_job(req), input, e);
	return form_show(req, res, e, &refused->form);
}

static enum err respond_decided(struct response *res, struct job *job, const struct evaluasi *e)
{
	struct str url;
	enum err err = next_url(job, e, &url);

	if (err)
		return err;
	respond_note(res, say_format(job->mem, "Penilaian %.*s ditetapkan: %.*s.",
				     STR_ARG(e->pegawai->nama),
				     STR_ARG(say(job->mem, predikat_label(e->predikat)))));
	return respond_see_other(res, url);
}

enum err evaluation_send(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct refused *refused = arena_new(job->mem, struct refused);
	struct evaluasi_input *input = &refused->input;
	enum predikat predikat;
	enum err err;

	if ((err = evaluation_key(req, &input->pegawai_id, &input->tahun, &input->nomor)) ||
	    (err = evaluation_open(job, input, false, &input->opened)))
		return err;
	struct form_source source = form_from_body(req);
	bool is_draft = penilaian_aksi_read(job, &source) == PENILAIAN_DRAF;

	penilaian_form_make(&refused->form, job, input->opened, input, false);
	penilaian_form_read(&refused->form, &source, input->opened);
	err = is_draft ? evaluation_save_draft(job, input)
		       : evaluation_decide(job, input, &predikat);
	if (err == ERR_INVALID || err == ERR_CONFLICT) {
		refused->why = err;
		respond_again(res, draw_again, refused);
	}
	if (err)
		return err;
	if (!is_draft)
		return respond_decided(res, job, input->opened);
	respond_note(res, STR("Draf penilaian tersimpan."));
	return respond_see_other(
		res, view_review_url(job->mem, &input->pegawai_id, input->tahun, input->nomor));
}

/* The name of the period people fill now; none while no period is open. */
static enum err open_periode(struct job *job, struct str *out)
{
	struct periode periode;
	int tahun = 0, nomor = 0;
	enum err err = evaluation_periode_now(job, &tahun, &nomor);

	if (err)
		return err == ERR_NOT_FOUND ? ERR_OK : err;
	if ((err = evaluation_periode(job, tahun, nomor, &periode)))
		return err;
	if (str_is(periode.status, "pengisian"))
		*out = periode.nama;
	return ERR_OK;
}

enum err evaluation_own_page(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct evaluasi_ringkas *list = NULL;
	struct shell shell;
	struct str open = STR_NONE;
	int count = 0;
	enum err err;

	if (!id_is_none(&job->actor->pegawai_id) && (err = open_periode(job, &open)))
		return err;
	if (!id_is_none(&job->actor->pegawai_id) &&
	    (err = evaluation_list_of(job, &job->actor->pegawai_id, &list, &count)))
		return err;
	struct evaluation_own_row *rows =
		arena_array(job->mem, struct evaluation_own_row, count + 1);
	for (int i = 0; i < count; i++) {
		struct date day = date_of_time(list[i].ditetapkan_at, job->actor->zona);
		rows[i].row = &list[i];
		rows[i].url = view_review_url(job->mem, &list[i].pegawai_id, list[i].tahun,
					      list[i].nomor);
		rows[i].sentence = view_own_sentence(job->mem, &list[i]);
		rows[i].tanggal = say_date(job->mem, day);
		rows[i].tag = predikat_tag(list[i].predikat);
		if (str_equal(list[i].periode_nama, open))
			open = STR_NONE; /* decided: nothing is left to enter */
	}
	shell_make(req, &shell, "/penilaian");
	html_evaluation_own(respond_html(res, 200), &shell, rows, count, open);
	return ERR_OK;
}
