/* SPDX-License-Identifier: Apache-2.0 */
/* Somebody of the personnel office records how the superior outside the agency rated its head, on
   paper. */
#include "evaluation/evaluation_conflict_web.h"
#include "base/say.h"
#include "evaluation/evaluation_make.h"
#include "evaluation/evaluation_pick_web.h"
#include "evaluation/evaluation_recap.h"
#include "form/form_web.h"
#include "generated/routes.h"
#include "generated/evaluation_templates.h"
#include "http/response.h"
#include "http/shell_web.h"

static struct str record_url(struct arena *mem, const struct id *pegawai_id, int tahun, int nomor)
{
	return str_join(mem, view_review_url(mem, pegawai_id, tahun, nomor), STR("/penetapan"));
}

static void list_row(struct arena *mem, const struct evaluasi_ringkas *from,
		     struct evaluation_team_row *row)
{
	bool is_decided = evaluasi_is_decided(from->state) && from->has_predikat;

	row->row = from;
	row->says = is_decided			? say(mem, predikat_label(from->predikat))
		    : id_is_none(&from->skp_id) ? SAY(mem, "SKP belum ditetapkan")
						: SAY(mem, "Menunggu surat");
	row->tag = is_decided ? predikat_tag(from->predikat) : STR("wait");
	if (is_decided)
		row->url = view_review_url(mem, &from->pegawai_id, from->tahun, from->nomor);
	else if (!id_is_none(&from->skp_id))
		row->url = record_url(mem, &from->pegawai_id, from->tahun, from->nomor);
}

enum err evaluation_luar_list_page(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct evaluation_luar_list view = {.count = 0};
	struct evaluasi_ringkas *list;
	struct shell shell;
	enum err err;

	if ((err = evaluation_pick(req, &view.list, &view.periode)))
		return err;
	if ((err = evaluation_list_luar(job, view.periode.tahun, view.periode.nomor, &list,
					&view.count)))
		return err;
	view.row = arena_array(job->mem, struct evaluation_team_row, view.count + 1);
	for (int i = 0; i < view.count; i++)
		list_row(job->mem, &list[i], &view.row[i]);
	shell_make(req, &shell, "/penetapan");
	html_evaluation_luar_list(respond_html(res, list_status(&view.list)), &shell, &view);
	return ERR_OK;
}

static enum err show(struct request *req, struct response *res, struct evaluation_luar_form *form,
		     const struct evaluasi *e)
{
	struct job *job = request_job(req);
	int status = form->form.conflict ? 409 : problems_any(job->faults) ? 422 : 200;
	struct shell shell;

	form->review = view_review(job->mem, e, NULL, 0);
	form->url = record_url(job->mem, &e->pegawai->pegawai_id, e->tahun, e->nomor);
	form->url_list = str_format(job->mem, "/penetapan?periode=%d-%d", e->tahun, e->nomor);
	if (access_may(job->actor, PERM_UNIT_ACHIEVEMENT))
		form->url_capaian = str_format(job->mem, "/capaian/%.*s/%d/%d",
					       STR_ARG(id_str(job->mem, &e->pegawai->unit_id)),
					       e->tahun, e->nomor);
	shell_make(req, &shell, "/penetapan");
	html_evaluation_luar(respond_html(res, status), &shell, form, job->faults);
	return ERR_OK;
}

static enum err load(struct request *req, struct evaluasi **out)
{
	struct id pegawai_id;
	int tahun = 0, nomor = 0;
	enum err err = evaluation_key(req, &pegawai_id, &tahun, &nomor);

	return err ? err : evaluation_load_luar(request_job(req), &pegawai_id, tahun, nomor, out);
}

/* The plan's letter names who agreed: most often the same who rates, so that nobody types it
   twice. */
enum err evaluation_luar_page(struct request *req, struct response *res)
{
	struct evaluation_luar_form form = {.url = STR_NONE};
	struct evaluasi_input input = {.version = 0};
	struct evaluasi *e;
	enum err err = load(req, &e);

	if (err)
		return err;
	if (evaluasi_is_decided(e->state))
		return respond_see_other(res,
					 view_review_url(request_mem(req), &e->pegawai->pegawai_id,
							 e->tahun, e->nomor));
	input = penilaian_stored(request_mem(req), e);
	input.luar.nama = e->skp->luar.nama;
	input.luar.jabatan = e->skp->luar.jabatan;
	penilaian_form_make(&form.form, request_job(req), e, &input, true);
	form_fill(&form.form);
	return show(req, res, &form, e);
}

/* What was read of the letter, and why it was refused. */
struct refused {
	struct evaluasi_input input;
	struct evaluation_luar_form form;
	enum err why;
};

static void read_form(struct request *req, struct refused *refused)
{
	struct form_source source = form_from_body(req);
	struct evaluasi_input *input = &refused->input;

	penilaian_form_make(&refused->form.form, request_job(req), input->opened, input, true);
	form_read(&refused->form.form, &source);
}

static enum err draw_again(struct request *req, struct response *res, void *arg)
{
	struct refused *refused = arg;
	struct evaluasi *e;
	enum err err = load(req, &e);

	if (err)
		return err;
	if (refused->why == ERR_CONFLICT) {
		struct evaluasi_input stored = penilaian_stored(request_mem(req), e);
		refused->form.form.conflict = evaluation_luar_conflict(request_mem(req), e);
		form_renew(&refused->form.form, &stored);
	}
	evaluation_apply(request_job(req), &refused->input, e);
	return show(req, res, &refused->form, e);
}

enum err evaluation_luar_send(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct refused *refused = arena_new(job->mem, struct refused);
	struct evaluasi_input *input = &refused->input;
	enum predikat predikat = PREDIKAT_BAIK;
	enum err err;

	if ((err = evaluation_key(req, &input->pegawai_id, &input->tahun, &input->nomor)) ||
	    (err = evaluation_open(job, input, true, &input->opened)))
		return err;
	read_form(req, refused);
	err = evaluation_record(job, input, &predikat);
	if (err == ERR_INVALID || err == ERR_CONFLICT) {
		refused->why = err;
		respond_again(res, draw_again, refused);
	}
	if (err)
		return err;
	respond_note(res, say_format(job->mem, "Penilaian %.*s dicatat menurut surat: %.*s.",
				     STR_ARG(input->opened->pegawai->nama),
				     STR_ARG(say(job->mem, predikat_label(predikat)))));
	return respond_see_other(
		res, view_review_url(job->mem, &input->pegawai_id, input->tahun, input->nomor));
}
