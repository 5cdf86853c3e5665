/* SPDX-License-Identifier: Apache-2.0 */
/* Somebody of the personnel office records what the superior outside the agency agreed to on paper. */
#include "skp/skp_luar.h"

#include "generated/routes.h"
#include "generated/skp_templates.h"
#include "law/access.h"
#include "skp/skp_conflict_web.h"
#include "skp/skp_web.h"

enum err skp_luar_list_page(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct team_view team = {.mem = job->mem, .tahun = skp_web_tahun(req)};
	struct shell shell;
	enum err err = skp_list_luar(job, team.tahun, &team.row, &team.count);

	if (err)
		return err;
	skp_web_shell(req, "/persetujuan", STR("SKP lewat surat"), &shell);
	html_skp_luar_list(respond_html(res, 200), &shell, &team);
	return ERR_OK;
}

static enum err show(struct request *req, struct response *res, struct luar_form *form, int status)
{
	struct job *job = request_job(req);
	struct shell shell;

	if (status == 409)
		form->view.conflict = skp_conflict_plain(
			job->mem, form->view.skp, "/persetujuan",
			STR("SKP ini berubah sejak Anda membuka halaman ini. Isian Anda masih ada "
			    "di bawah; periksa, lalu kirim lagi."));
	skp_web_shell(
		req, "/persetujuan",
		conflict_title(form->view.conflict, job->mem, STR("Persetujuan di atas kertas")),
		&shell);
	html_skp_luar(respond_html(res, status), &shell, form, job->faults);
	return ERR_OK;
}

/* Only plans whose appraiser is outside have this page, and nobody opens it for the own one. */
static enum err load(struct request *req, struct luar_form *form)
{
	struct job *job = request_job(req);
	struct skp *skp;
	enum err err = skp_web_load(req, &skp);

	if (err)
		return err;
	if (id_equal(&skp->pegawai_id, &job->actor->pegawai_id))
		return ERR_FORBIDDEN;
	if (!id_is_none(&skp->penilai_id))
		return ERR_NOT_FOUND;
	*form = (struct luar_form){0};
	skp_view_make(job, skp, &form->view);
	return ERR_OK;
}

enum err skp_luar_page(struct request *req, struct response *res)
{
	struct luar_form form;
	enum err err = load(req, &form);

	return err ? err : show(req, res, &form, 200);
}

static enum err answer(struct request *req, const struct luar_form *form)
{
	struct job *job = request_job(req);
	const struct id *skp_id = &form->view.skp->skp_id;
	struct pejabat_luar luar = {
		.nama = form->nama, .jabatan = form->jabatan, .surat_nomor = form->surat_nomor};

	if (str_is(request_field(req, "aksi"), "kembalikan"))
		return skp_record_return(job, skp_id, skp_web_version(req), form->catatan);
	if (!date_parse(form->surat_tanggal, &luar.surat_tanggal))
		luar.surat_tanggal = (struct date){0};
	return skp_record(job, skp_id, skp_web_version(req), &luar);
}

enum err skp_luar_send(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct luar_form form;
	enum err err = load(req, &form);

	if (err)
		return err;
	form.nama = str_trim(request_field(req, "luar_nama"));
	form.jabatan = str_trim(request_field(req, "luar_jabatan"));
	form.surat_nomor = str_trim(request_field(req, "surat_nomor"));
	form.surat_tanggal = str_trim(request_field(req, "surat_tanggal"));
	form.catatan = str_trim(request_field(req, "catatan"));
	err = answer(req, &form);
	if (err == ERR_INVALID || err == ERR_CONFLICT) {
		enum err shown = show(req, res, &form, err == ERR_INVALID ? 422 : 409);

		return shown ? shown : err;
	}
	if (err)
		return err;
	respond_note(res, str_format(job->mem, "SKP %.*s %s.", STR_ARG(form.view.skp->pegawai_nama),
				     str_is(request_field(req, "aksi"), "kembalikan")
					     ? "dikembalikan dengan catatan atasan"
					     : "ditetapkan menurut surat persetujuan"));
	return respond_see_other(
		res, str_format(job->mem, "/persetujuan?tahun=%d", form.view.skp->tahun));
}
