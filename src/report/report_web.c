/* SPDX-License-Identifier: Apache-2.0 */
/* The receipt of a work report, the month's list, and evidence on its way out. */
#include "report/report.h"

#include "base/say.h"
#include "form/table.h"
#include "generated/routes.h"
#include "generated/report_templates.h"
#include "http/response.h"
#include "http/shell_web.h"
#include "law/access.h"
#include "report/report_view.h"

static struct str moment_of(struct job *job, int64_t at)
{
	enum zona zona = job->actor->zona;

	return str_format(job->mem, "%.*s, %.*s %.*s",
			  STR_ARG(say_date(job->mem, date_of_time(at, zona))),
			  STR_ARG(say_clock(job->mem, at, zona)), STR_ARG(zona_key(zona)));
}

static enum err receipt_show(struct request *req, struct response *res, const struct id *laporan_id,
			     int status)
{
	struct job *job = request_job(req);
	struct laporan *l = NULL;
	struct shell shell;
	enum err err;

	if ((err = report_receipt(job, laporan_id, &l)))
		return err;
	enum zona zona = job->actor->zona;
	struct str url = str_join(job->mem, STR("/lapor/"), id_str(job->mem, laporan_id));
	bool holds = l->ditarik_at == 0;
	struct report_receipt receipt = {
		.laporan = l,
		.is_own = id_equal(&l->pegawai_id, &job->actor->pegawai_id),
		.time_iso = time_iso(job->mem, l->created_at, zona),
		.time = moment_of(job, l->created_at),
		.ditarik_iso = time_iso(job->mem, l->ditarik_at, zona),
		.ditarik = moment_of(job, l->ditarik_at),
		.url_replace =
			str_join(job->mem, STR("/lapor?ganti="), id_str(job->mem, laporan_id)),
		.url_successor =
			str_join(job->mem, STR("/lapor/"), id_str(job->mem, &l->pengganti_id)),
		.url_undo = str_join(job->mem, url, STR("/batal")),
		.url_list = str_join(job->mem, STR("/laporan/"), id_str(job->mem, &l->pegawai_id)),
	};
	if (holds && receipt.is_own && (err = report_hindrance(job, l, &receipt.hindrance)))
		return err;
	shell_make(req, &shell, receipt.is_own ? "/lapor" : "/tim");
	html_report_receipt(respond_html(res, status), &shell, &receipt, job->faults);
	return ERR_OK;
}

enum err report_receipt_page(struct request *req, struct response *res)
{
	struct id laporan_id;
	enum err err = request_id_param(req, "laporan_id", &laporan_id);

	return err ? err : receipt_show(req, res, &laporan_id, 200);
}

static enum err receipt_again(struct request *req, struct response *res, void *laporan_id)
{
	return receipt_show(req, res, laporan_id, 422);
}

enum err report_undo_send(struct request *req, struct response *res)
{
	struct id *laporan_id = arena_new(request_mem(req), struct id);
	enum err err;

	if ((err = request_id_param(req, "laporan_id", laporan_id)))
		return err;
	if ((err = report_undo(request_job(req), laporan_id)) == ERR_INVALID)
		respond_again(res, receipt_again, laporan_id);
	if (err)
		return err;
	respond_note(res, STR("Laporan dibatalkan."));
	return respond_see_other(res, STR("/laporan"));
}

/* What waits is known to the device alone; its script draws the list (assets/kirim.js). */
enum err report_outbox_page(struct request *req, struct response *res)
{
	struct shell shell;

	shell_make(req, &shell, "/lapor");
	shell_keep(&shell, res);
	html_report_outbox(respond_html(res, 200), &shell);
	return ERR_OK;
}

/* Which month is shown. */
struct saring {
	struct str bulan;
};
#define FORM_RECORD struct saring
static const struct field saring_fields[] = {FIELD(TEXT, bulan, "Bulan", .most = 7)};
static const struct form_table saring_form = FORM_TABLE("laporan_bulan", saring_fields);
#undef FORM_RECORD

/* The month asked for ("2026-11"), or this month; never one to come. */
static struct date month_of(struct job *job, struct str asked)
{
	struct date this_month = DATE(job->today.year, job->today.month, 1), day;
	bool is_month = date_parse(str_join(job->mem, asked, STR("-01")), &day) &&
			day.year >= 2000 && date_compare(day, job->today) <= 0;

	if (asked.len > 0 && !is_month)
		problem_add(job->faults, STR("bulan"), "form.malformed",
			    STR("Bulan: pilih dengan tombol sebelumnya dan berikutnya."));
	return is_month ? day : this_month;
}

/* "2026-11-24.<id>": the last report of the page before. */
static bool cursor_parse(struct str text, struct laporan *out)
{
	struct str id_text;
	struct str day = str_cut(text, '.', &id_text);

	return date_parse(day, &out->tanggal) && id_parse(id_text, &out->laporan_id);
}

static struct str month_url(struct arena *mem, struct str base, struct date month)
{
	return str_format(mem, "%.*s?bulan=%04d-%02d", STR_ARG(base), month.year, month.month);
}

static void month_links(struct job *job, struct report_month *page, struct date month,
			struct str base)
{
	struct date after = date_add_months(month, 1);
	struct str rest;

	(void)str_cut(say_date(job->mem, month), ' ', &rest);
	page->nama = rest;
	page->url_before = month_url(job->mem, base, date_add_months(month, -1));
	if (date_compare(after, job->today) <= 0)
		page->url_after = month_url(job->mem, base, after);
	page->url_read = str_join(job->mem, base, STR("/dibaca"));
	if (page->count <= LAPORAN_HALAMAN)
		return;
	page->count = LAPORAN_HALAMAN;
	const struct laporan *last = &page->row[page->count - 1];
	list_go_on(&page->list,
		   str_format(job->mem, "%.*s.%.*s", STR_ARG(date_iso(job->mem, last->tanggal)),
			      STR_ARG(id_str(job->mem, &last->laporan_id))));
}

static enum err month_show(struct request *req, struct response *res, const struct id *pegawai_id,
			   struct str base)
{
	struct job *job = request_job(req);
	struct saring *saring = arena_new(job->mem, struct saring);
	struct report_month page = {.count = 0};
	struct laporan after = {.jumlah = 0};
	struct shell shell;
	enum err err;

	list_read(&page.list, req, &saring_form, saring);
	struct date month = month_of(job, saring->bulan);
	struct date span[2] = {month, date_add_days(date_add_months(month, 1), -1)};
	bool is_later = cursor_parse(page.list.ask.after, &after);
	if (page.list.ask.after.len > 0 && !is_later)
		list_begin_again(&page.list);
	if ((err = report_owner(job, pegawai_id, &page.pemilik)))
		return err;
	if ((err = report_page_list(job, pegawai_id, span, is_later ? &after : NULL, &page.row,
				    &page.count)))
		return err;
	month_links(job, &page, month, base);
	for (int i = 0; i < page.count; i++)
		page.unread_count += page.row[i].read_at == 0;
	shell_make(req, &shell, page.pemilik.is_own ? "/lapor" : "/tim");
	if (page.pemilik.is_own)
		shell_keep(&shell, res);
	html_report_month(respond_html(res, list_status(&page.list)), &shell, &page);
	return ERR_OK;
}

enum err report_own_page(struct request *req, struct response *res)
{
	struct job *job = request_job(req);

	return month_show(req, res, &job->actor->pegawai_id, STR("/laporan"));
}

enum err report_person_page(struct request *req, struct response *res)
{
	struct id pegawai_id;
	enum err err = request_id_param(req, "pegawai_id", &pegawai_id);

	if (err)
		return err;
	return month_show(req, res, &pegawai_id,
			  str_join(request_mem(req), STR("/laporan/"),
				   id_str(request_mem(req), &pegawai_id)));
}

enum err report_mark_read_send(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct id pegawai_id;
	enum err err;

	if ((err = request_id_param(req, "pegawai_id", &pegawai_id)))
		return err;
	if ((err = report_mark_read(job, &pegawai_id)))
		return err;
	respond_note(res, STR("Laporan ditandai sudah dibaca."));
	return respond_see_other(
		res, str_join(job->mem, STR("/laporan/"), id_str(job->mem, &pegawai_id)));
}

enum err report_evidence_file(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct bukti_berkas file;
	struct id bukti_id;
	enum err err;

	if ((err = request_id_param(req, "bukti_id", &bukti_id)))
		return err;
	if ((err = report_evidence(job, &bukti_id, &file)))
		return err;
	if (file.path.len == 0)
		return ERR_NOT_FOUND;
	respond_header(res, "Content-Security-Policy", STR("sandbox; default-src 'none'"));
	return respond_file(res, str_cstr(job->mem, file.bukti.mime), file.bukti.nama, file.path);
}
