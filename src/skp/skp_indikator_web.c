/* SPDX-License-Identifier: Apache-2.0 */
/* The page that takes an indicator of the catalogue into a result of the plan. */
#include "skp/skp_indikator.h"

#include "base/say.h"
#include "form/form_web.h"
#include "form/pick.h"
#include "form/table.h"
#include "generated/routes.h"
#include "generated/skp_templates.h"
#include "indikator/indikator.h"
#include "indikator/nilai.h"
#include "indikator/wilayah.h"
#include "skp/skp_conflict_web.h"
#include "skp/skp_indikator_view.h"
#include "skp/skp_web.h"

#define FORM_RECORD struct skp_ambil
static const struct field fields[] = {
	VERSION(version) FIELD_AS(RADIO, "indikator", indikator_id, "Indikator",
				  NEEDED("Pilih satu indikator."))
		FIELD_AS(PICK, "wilayah", wilayah_id, "Wilayah", NOTE("(boleh kosong)"),
			 HINT("Untuk indikator per wilayah: hanya angka wilayah ini yang dipakai. "
			      "Kosong berarti semua wilayah."))
			FIELD(HUNDREDTHS, target, "Target Anda", HAS(has_target),
			      NOTE("(kosong: target indikator)"),
			      WRONG("Tulis angka dengan paling banyak dua desimal, misalnya 12,5."))
				FIELD(HIDDEN, yakin, "Target yang dipastikan", .most = 40,
				      SURE_OF(target))};
static const struct form_table ambil_form = FORM_TABLE("skp_ambil", fields);
#undef FORM_RECORD

#define FORM_RECORD struct skp_ambil_saring
static const struct field saring_fields[] = {
	FIELD(SEARCH, cari, "Cari indikator", HINT("Sebagian nama indikator."))};
static const struct form_table saring_form = FORM_TABLE("skp_ambil_saring", saring_fields);
#undef FORM_RECORD

/* Its newest figure of the year, behind its name. */
static enum err figure_of(struct job *job, const struct skp *skp, const struct indikator *k,
			  struct str *out)
{
	struct indikator_tanya tanya = {.indikator_id = k->indikator_id,
					.unit_jalur = skp->unit_jalur,
					.pegawai_id = skp->pegawai_id,
					.dari = bulan_of(job->today.year, 1),
					.sampai = bulan_of_date(job->today)};
	struct indikator_angka angka;
	enum err err = indikator_value(job, &tanya, &angka);

	*out = STR_NONE;
	if (!err && angka.hasil.is_set)
		*out = indikator_angka_text(job->mem, k, &angka.hasil);
	return err == ERR_NOT_FOUND ? ERR_OK : err;
}

static enum err offer(struct job *job, struct skp_ambil_page *page)
{
	struct indikator *found;
	struct choice *choices;
	enum err err = indikator_offer(job, page->skp->unit_jalur, job->today, page->saring.cari,
				       &found, &page->count);

	if (err)
		return err;
	choices = arena_array(job->mem, struct choice, page->count + 1);
	for (int i = 0; i < page->count; i++) {
		const struct indikator *k = &found[i];

		choices[i] = (struct choice){
			.key = id_str(job->mem, &k->indikator_id),
			.label = k->nama,
			.means = say_format(job->mem, "%.*s%s. %.*s",
					    STR_ARG(indikator_measure_text(job->mem, k)),
					    k->is_wilayah ? SAY(job->mem, ", per wilayah").at : "",
					    STR_ARG(k->unit_nama))};
		if ((err = figure_of(job, page->skp, k, &choices[i].tag)))
			return err;
	}
	form_choose(&page->form, FORM_AT(&page->form, struct skp_ambil, indikator_id), choices,
		    page->count);
	return ERR_OK;
}

static const struct rhk *rhk_named(const struct skp *skp, struct str text)
{
	struct id id;

	if (!id_parse(text, &id))
		return NULL;
	for (int i = 0; i < skp->rhk_count; i++)
		if (id_equal(&skp->rhk[i].rhk_id, &id))
			return &skp->rhk[i];
	return NULL;
}

/* The empty form of a result of that plan. */
static enum err begin(struct request *req, const struct skp *skp, struct skp_ambil_page *page)
{
	struct job *job = request_job(req);

	page->skp = skp;
	page->rhk = rhk_named(skp, request_route_param(req, "rhk_id"));
	if (!page->rhk)
		return ERR_NOT_FOUND;
	page->isian.rhk_id = page->rhk->rhk_id;
	page->isian.version = skp->version;
	page->url =
		str_format(job->mem, "%.*s/rhk/%.*s/indikator", STR_ARG(skp_url(job->mem, skp, "")),
			   STR_ARG(id_str(job->mem, &page->rhk->rhk_id)));
	list_read(&page->list, req, &saring_form, &page->saring);
	form_make(&page->form, job, &ambil_form, &page->isian);
	if (!skp_is_kuantitatif(skp)) {
		form_leave_out(&page->form, FORM_AT(&page->form, struct skp_ambil, target));
		form_leave_out(&page->form, FORM_AT(&page->form, struct skp_ambil, yakin));
	}
	return offer(job, page);
}

static enum err pick_area(struct request *req, struct skp_ambil_page *page)
{
	return wilayah_pick(request_job(req), &page->form,
			    FORM_AT(&page->form, struct skp_ambil, wilayah_id), false);
}

static void show(struct request *req, struct response *res, const struct skp_ambil_page *page,
		 int status)
{
	struct shell shell;

	skp_web_shell(req, "/skp",
		      conflict_title(page->form.conflict, request_mem(req),
				     SAY(request_mem(req), "Ambil dari katalog indikator")),
		      &shell);
	html_skp_indikator(respond_html(res, status), &shell, page, request_job(req)->faults);
}

enum err skp_indikator_page(struct request *req, struct response *res)
{
	struct skp_ambil_page page = {.count = 0};
	struct skp *skp;
	enum err err;

	if ((err = skp_web_load_draft(req, &skp)) || (err = begin(req, skp, &page)))
		return err;
	form_fill(&page.form);
	show(req, res, &page, list_status(&page.list));
	return ERR_OK;
}

static enum err read_page(struct request *req, struct skp_ambil_page *page)
{
	struct form_source source = form_from_body(req);
	struct skp *skp;
	enum err err;

	if ((err = skp_web_load_own(req, &skp)) || (err = begin(req, skp, page)))
		return err;
	form_read(&page->form, &source);
	page->isian.rhk_id = page->rhk->rhk_id;
	return pick_area(req, page);
}

static enum err show_again(struct request *req, struct response *res, void *why)
{
	struct skp_ambil_page page = {.count = 0};
	enum err err = read_page(req, &page);

	if (err)
		return err;
	if (skp_web_is_conflict(why)) {
		page.form.conflict = skp_conflict_begin(request_mem(req), page.skp, "");
		form_renew(&page.form, &(struct skp_ambil){.version = page.skp->version});
	}
	show(req, res, &page, skp_web_is_conflict(why) ? 409 : 422);
	return ERR_OK;
}

enum err skp_indikator_send(struct request *req, struct response *res)
{
	struct skp_ambil_page page = {.count = 0};
	struct job *job = request_job(req);
	enum err err = read_page(req, &page);

	if (err)
		return err;
	if (page.isian.version != page.skp->version)
		err = ERR_CONFLICT; /* also where nothing was chosen from the page of before */
	else if (problems_any(job->faults))
		err = ERR_INVALID;
	else
		err = skp_take_indikator(job, &page.skp->skp_id, &page.isian);
	if (skp_web_again(req, res, show_again, err))
		return err;
	respond_note(res, STR("Indikator ditambahkan. Realisasinya terisi sendiri."));
	return respond_see_other(res, skp_url(job->mem, page.skp, ""));
}
