/* SPDX-License-Identifier: Apache-2.0 */
/* The figures of a service to print and to reckon with, as far as they may be told. */
#include "base/file.h"
#include "base/say.h"
#include "form/form_web.h"
#include "generated/routes.h"
#include "http/response.h"
#include "law/access.h"
#include "render/pdf.h"
#include "render/xlsx_write.h"
#include "suara/suara_view.h"

#define XLSX_TYPE "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#define PDF_TYPE "application/pdf"
#define LABEL_WIDTH 44
#define NUMBER_WIDTH 12

struct report {
	struct arena *mem;
	struct suara_lingkup lingkup;
	struct suara_figures figures;
	struct suara_angka angka;
	struct str agency, period, made;
};

static enum err load(struct request *req, struct report *r)
{
	struct job *job = request_job(req);
	struct suara_saring saring = {.periode = STR_NONE};
	struct suara_which which = {.from = 0};
	struct list list;
	enum err err;

	list_make(&list, req, &suara_saring_form, &saring);
	suara_period_choose(&list.form, FORM_AT(&list.form, struct suara_saring, periode),
			    job->today);
	list_take(&list, req);
	if (problems_any(job->faults) ||
	    !suara_period_asked(saring.periode, job->today, &which.from, &which.to))
		return ERR_INVALID;
	if ((err = suara_lingkup_load(job, request_route_param(req, "slug"), &r->lingkup)))
		return err;
	if (!access_allows(job->actor, PERM_SUARA_READ,
			   &(struct access_record){.unit_jalur = r->lingkup.unit_jalur}))
		return ERR_FORBIDDEN;
	suara_which_is(&which, &r->lingkup);
	if ((err = suara_figures(job, &which, &r->figures)))
		return err;
	r->mem = job->mem;
	r->agency = job->actor->instansi_nama;
	r->period = suara_period_name(job->mem, which.from, which.to);
	r->made = time_iso(job->mem, job->now, job->actor->zona);
	suara_angka_say(job->mem, &r->figures, &r->angka);
	return ERR_OK;
}

/* --- on paper --- */

static void draw_elements(struct pdf *pdf, const struct report *r)
{
	const struct pdf_cell head[] = {
		{.text = SAY(r->mem, "Unsur"), .is_bold = true, .is_shaded = true},
		{.text = SAY(r->mem, "Rata-rata, 1 sampai 4"),
		 .align = PDF_RIGHT,
		 .is_bold = true,
		 .is_shaded = true}};
	const struct pdf_table table = {
		.column_count = 2, .parts = {3, 1}, .head = head, .head_count = 2};

	pdf_table_begin(pdf, &table);
	for (int u = 0; u < UNSUR_COUNT; u++) {
		const struct suara_unsur *it = &r->angka.unsur[u];
		if (it->mean.len == 0)
			continue;
		const struct pdf_cell row[] = {
			{.text = it->label, .is_bold = it->is_low},
			{.text = it->mean, .align = PDF_RIGHT, .is_bold = it->is_low}};
		pdf_row(pdf, row, 2);
	}
	pdf_table_end(pdf);
}

static void draw(struct pdf *pdf, const void *arg)
{
	const struct report *r = arg;
	const struct str lines[] = {r->agency, r->lingkup.unit_nama};

	pdf_letterhead(pdf, lines, 2);
	pdf_title(pdf, SAY(r->mem, "Survei Kepuasan Masyarakat"));
	pdf_text(pdf, r->lingkup.nama, PDF_CENTER);
	pdf_text(pdf, r->period, PDF_CENTER);
	pdf_gap(pdf, 10);
	if (!r->figures.is_shown) {
		pdf_text(pdf, SAY(r->mem, "Belum cukup suara untuk ditampilkan."), PDF_LEFT);
		return;
	}
	pdf_section(pdf, say_format(r->mem, SAID("Indeks %.*s, mutu %c"), STR_ARG(r->angka.index),
				    r->figures.mutu));
	if (r->angka.other.len > 0)
		pdf_text(pdf, r->angka.other, PDF_LEFT);
	if (r->angka.percaya.len > 0)
		pdf_text(pdf, r->angka.percaya, PDF_LEFT);
	pdf_gap(pdf, 6);
	draw_elements(pdf, r);
	pdf_gap(pdf, 6);
	pdf_text(pdf, SAY(r->mem, "Tebal: unsur terendah, yang perlu rencana tindak lanjut."),
		 PDF_LEFT);
	pdf_small(pdf, r->angka.method);
}

enum err suara_report_file(struct request *req, struct response *res)
{
	struct report r = {.mem = NULL};
	struct pdf_page page = {.footer = STR_NONE};
	struct str body;
	enum err err = load(req, &r);

	if (err)
		return err;
	page.title =
		str_format(r.mem, "SKM %.*s, %.*s", STR_ARG(r.lingkup.nama), STR_ARG(r.period));
	page.author = r.agency;
	page.footer = r.period;
	page.created_iso = r.made;
	if ((err = pdf_make(r.mem, &page, draw, &r, &body)))
		return err;
	return respond_bytes(res, PDF_TYPE,
			     str_format(r.mem, "skm-%.*s.pdf", STR_ARG(r.lingkup.slug)), body);
}

/* --- as a sheet --- */

static void row(struct xlsx *xlsx, struct str label, int64_t hundredths)
{
	xlsx_text(xlsx, 0, label);
	xlsx_hundredths(xlsx, 1, hundredths);
	xlsx_next_row(xlsx);
}

static void write_sheet(struct xlsx *xlsx, const struct report *r)
{
	const struct suara_figures *f = &r->figures;
	const struct str head[] = {r->lingkup.nama, r->period};

	xlsx_head(xlsx, head, 2);
	if (!f->is_shown) {
		xlsx_text(xlsx, 0, SAY(r->mem, "Belum cukup suara untuk ditampilkan."));
		xlsx_next_row(xlsx);
		return;
	}
	row(xlsx, SAY(r->mem, "Jumlah suara"), f->n * 100);
	row(xlsx, SAY(r->mem, "Indeks"), f->index);
	for (int u = 0; u < UNSUR_COUNT; u++)
		if (f->means.applies[u])
			row(xlsx, r->angka.unsur[u].label,
			    ratio_round_half_up(f->means.mean[u], 2));
	if (f->percaya > 0)
		row(xlsx, SAY(r->mem, "Kepercayaan"), f->percaya);
	xlsx_text(xlsx, 0, r->angka.method);
	xlsx_next_row(xlsx);
}

enum err suara_sheet_file(struct request *req, struct response *res)
{
	CLEANUP(xlsx_close) struct xlsx *xlsx = NULL;
	const int widths[] = {LABEL_WIDTH, NUMBER_WIDTH};
	struct job *job = request_job(req);
	struct report r = {.mem = NULL};
	struct id name = id_make();
	struct str path = str_format(job->mem, "%s/suara-%.*s.tmp", job->data_dir,
				     STR_ARG(id_str(job->mem, &name)));
	struct str body;
	enum err err;

	if ((err = load(req, &r)) || (err = xlsx_open(job->mem, str_cstr(job->mem, path), &xlsx)) ||
	    (err = xlsx_sheet(xlsx, STR("SKM"), widths, 2)))
		return err;
	write_sheet(xlsx, &r);
	if ((err = xlsx_finish(xlsx)) ||
	    (err = file_take(job->mem, str_cstr(job->mem, path), SIZE_MAX, &body)))
		return err;
	return respond_bytes(res, XLSX_TYPE,
			     str_format(job->mem, "skm-%.*s.xlsx", STR_ARG(r.lingkup.slug)), body);
}
