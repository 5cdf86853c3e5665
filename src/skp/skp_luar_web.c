/* SPDX-License-Identifier: Apache-2.0 */
/* Somebody of the personnel office records what the superior outside the agency agreed to on
   paper. */
#include "skp/skp_luar.h"

#include "base/say.h"
#include "form/form_web.h"
#include "form/press.h"
#include "generated/routes.h"
#include "generated/skp_templates.h"
#include "law/access.h"
#include "skp/skp_conflict_web.h"
#include "skp/skp_web.h"

enum err skp_luar_list_page(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct luar_list_view team = {.mem = job->mem};
	struct shell shell;
	enum err err;

	skp_web_list(req, &team.list, &team.saring);
	if ((err = skp_list_luar(job, team.saring.tahun, &team.row, &team.count)))
		return err;
	skp_web_shell(req, "/persetujuan", SAY(job->mem, "SKP lewat surat"), &shell);
	html_skp_luar_list(respond_html(res, list_status(&team.list)), &shell, &team);
	return ERR_OK;
}

static enum err show(struct request *req, struct response *res, struct skp_luar_page *page,
		     int status)
{
	struct job *job = request_job(req);
	struct shell shell;

	if (status == 409) {
		form_renew(&page->form, &(struct luar_isian){.version = page->view.skp->version});
		page->form.conflict = skp_conflict_plain(
			job->mem, page->view.skp, "/persetujuan",
			SAY(job->mem,
			    "SKP ini berubah sejak Anda membuka halaman ini. Isian Anda masih ada "
			    "di bawah; periksa, lalu kirim lagi."));
	}
	skp_web_shell(req, "/persetujuan",
		      conflict_title(page->form.conflict, job->mem,
				     SAY(job->mem, "Persetujuan di atas kertas")),
		      &shell);
	html_skp_luar(respond_html(res, status), &shell, page, job->faults);
	return ERR_OK;
}

/* Only plans whose appraiser is outside have this page, and nobody opens it for the own one. */
static enum err load(struct request *req, struct skp_luar_page *page)
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
	*page = (struct skp_luar_page){0};
	skp_view_make(job, skp, &page->view);
	form_make(&page->form, job, &luar_form, &page->isian);
	return ERR_OK;
}

enum err skp_luar_page(struct request *req, struct response *res)
{
	struct skp_luar_page page;
	enum err err = load(req, &page);

	if (err)
		return err;
	page.isian.version = page.view.skp->version;
	form_fill(&page.form);
	return show(req, res, &page, 200);
}

enum luar_aksi { LUAR_CATAT, LUAR_KEMBALIKAN };
static const struct choice aksi_at[] = {{.key = STR("catat")}, {.key = STR("kembalikan")}};
static const struct choice_list aksi_list = CHOICE_LIST(aksi_at);
static const struct field aksi_buttons =
	FORM_BUTTONS("aksi", aksi_list, "Pilih catat persetujuan, atau kembalikan dengan catatan.");

/* After the rollback: the plan as it stands now, with what was typed. */
static enum err draw_again(struct request *req, struct response *res, void *why)
{
	struct form_source source = form_from_body(req);
	struct skp_luar_page page;
	enum err err = load(req, &page);

	if (err)
		return err;
	form_read(&page.form, &source);
	return show(req, res, &page, skp_web_is_conflict(why) ? 409 : 422);
}

enum err skp_luar_send(struct request *req, struct response *res)
{
	struct form_source source = form_from_body(req);
	struct job *job = request_job(req);
	struct skp_luar_page page;
	unsigned aksi;
	enum err err = load(req, &page);

	if (err)
		return err;
	form_read(&page.form, &source);
	const struct id *skp_id = &page.view.skp->skp_id;
	if (!(err = form_pressed(job, &aksi_buttons, &source, &aksi)))
		err = aksi == LUAR_KEMBALIKAN
			      ? skp_record_return(job, skp_id, page.isian.version,
						  page.isian.catatan)
			      : skp_record(job, skp_id, page.isian.version, &page.isian.luar);
	if (skp_web_again(req, res, draw_again, err))
		return err;
	respond_note(
		res,
		say_format(job->mem, "SKP %.*s %s.", STR_ARG(page.view.skp->pegawai_nama),
			   aksi == LUAR_KEMBALIKAN
				   ? SAY(job->mem, "dikembalikan dengan catatan atasan").at
				   : SAY(job->mem, "ditetapkan menurut surat persetujuan").at));
	return respond_see_other(
		res, str_format(job->mem, "/persetujuan?tahun=%d", page.view.skp->tahun));
}
