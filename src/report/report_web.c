/* SPDX-License-Identifier: Apache-2.0 */
/* The pages of work reports: one screen to send, a receipt, the month's list. */
#include "report/report.h"

#include "generated/routes.h"
#include "generated/templates.h"
#include "http/response.h"
#include "http/shell_web.h"
#include "law/access.h"
#include "report/report_file.h"
#include "report/report_sweep.h"
#include "report/report_view.h"

#define US_A_MINUTE ((int64_t)60 * 1000 * 1000)

static struct str saved_sentence(struct job *job, int64_t saved_at)
{
	enum zona zona = job->actor->zona;

	if (!saved_at)
		return STR_NONE;
	return str_format(job->mem, "Draf tersimpan %.*s %.*s.",
			  STR_ARG(time_clock(job->mem, saved_at, zona)), STR_ARG(zona_name(zona)));
}

/* The plan in force on the day the form is about; another one that a late report may belong to has a link. */
static enum err form_choices(struct job *job, struct report_form *form)
{
	struct laporan_pilihan_hari plan_hari;
	struct date day;
	enum err err;

	if (!date_parse(form->isi.tanggal, &day))
		day = job->today;
	if ((err = report_choices(job, day, &plan_hari)))
		return err;
	const struct laporan_pilihan *plan = plan_hari.at;
	int count = plan_hari.count;
	if (!date_is_none(plan_hari.lain)) {
		form->lain = date_long(job->mem, plan_hari.lain);
		form->lain_url = str_join(job->mem, STR("/lapor?tanggal="),
					  date_iso(job->mem, plan_hari.lain));
	}
	form->choice = arena_array(job->mem, struct report_choice, count + 1);
	form->has_plan = count > 0;
	for (int i = 0; i < count; i++)
		form->choice[i] = (struct report_choice){.value = id_str(job->mem, &plan[i].rhk_id),
							 .uraian = plan[i].uraian,
							 .satuan = plan[i].satuan};
	form->choice[count] = (struct report_choice){
		.value = STR("tambahan"), .uraian = STR("Tugas tambahan"), .satuan = STR("jam")};
	form->choice_count = count + 1;
	int checked = 0;
	for (int i = 0; i < form->choice_count; i++)
		if (str_equal(form->choice[i].value, form->isi.sasaran))
			checked = i;
	form->choice[checked].is_checked = true;
	return ERR_OK;
}

static enum err form_show(struct request *req, struct response *res, struct report_form *form,
			  int status)
{
	struct job *job = request_job(req);
	struct shell shell;
	enum err err;

	form->today = date_iso(job->mem, job->today);
	form->earliest = date_iso(job->mem, date_add_days(job->today, -LAPORAN_HARI_MUNDUR));
	if (form->isi.tanggal.len == 0)
		form->isi.tanggal = form->today;
	if ((err = form_choices(job, form)))
		return err;
	shell_make(req, &shell, "/lapor");
	html_report_form(respond_html(res, status), &shell, form, job->faults);
	return ERR_OK;
}

static enum err form_copy_last(struct job *job, struct report_form *form)
{
	struct laporan *last = NULL;
	enum err err = report_last(job, &last);

	if (err == ERR_NOT_FOUND) {
		form->note = STR("Belum ada laporan sebelumnya yang dapat disalin.");
		return ERR_OK;
	}
	if (err)
		return err;
	form->isi.uraian = last->uraian;
	form->isi.sasaran =
		id_is_none(&last->rhk_id) ? STR("tambahan") : id_str(job->mem, &last->rhk_id);
	if (last->has_jumlah)
		form->isi.jumlah = str_hundredths(job->mem, last->jumlah);
	form->note = str_format(job->mem, "Disalin dari laporan %.*s. Sesuaikan, lalu kirim.",
				STR_ARG(date_long(job->mem, last->tanggal)));
	return ERR_OK;
}

enum err report_form_page(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct report_form form = {.choice_count = 0};
	enum err err;

	if (request_query(req, "salin").len)
		err = form_copy_last(job, &form);
	else
		err = report_draft_load(job, &form.isi);
	if (err)
		return err;
	form.saved = saved_sentence(job, form.isi.saved_at);
	if (request_query(req, "tanggal").len)
		form.isi.tanggal = request_query(req, "tanggal");
	/* A draft of a day now out of reach starts again at today. */
	if (str_compare(form.isi.tanggal,
			date_iso(job->mem, date_add_days(job->today, -LAPORAN_HARI_MUNDUR))) < 0)
		form.isi.tanggal = STR_NONE;
	return form_show(req, res, &form, 200);
}

static void read_typed(struct request *req, struct laporan_draf *out)
{
	*out = (struct laporan_draf){
		.sasaran = request_field(req, "sasaran"),
		.jumlah = str_trim(request_field(req, "jumlah")),
		.tanggal = str_trim(request_field(req, "tanggal")),
		.uraian = request_field(req, "uraian"),
		.tautan = str_trim(request_field(req, "tautan")),
	};
}

enum err report_draft_send(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct laporan_draf draf;
	enum err err;

	read_typed(req, &draf);
	if ((err = report_draft_save(job, &draf)))
		return err;
	html_report_draft(respond_html(res, 200), saved_sentence(job, job->now));
	return ERR_OK;
}

/* When the device wrote it ("2026-11-24T01:02:03.000Z"), so that a report sent late keeps its hour; 0 when unsaid. */
static int64_t captured_at(struct str iso)
{
	struct date day;
	int64_t hour, minute;

	if (iso.len < 20 || iso.at[10] != 'T' || iso.at[iso.len - 1] != 'Z')
		return 0;
	if (!date_parse(str_slice(iso, 0, 10), &day) ||
	    !str_parse_int(str_slice(iso, 11, 13), &hour) ||
	    !str_parse_int(str_slice(iso, 14, 16), &minute) || hour > 23 || minute > 59)
		return 0;
	return time_of_date(day, (int)(hour * 60 + minute), ZONA_WIB) + ZONA_WIB * US_A_MINUTE;
}

static void read_values(struct job *job, const struct laporan_draf *typed, struct laporan *out)
{
	if (!str_is(typed->sasaran, "tambahan") && !id_parse(typed->sasaran, &out->rhk_id))
		problem_add(job->faults, STR("sasaran"), "report.sasaran_missing",
			    STR("Pilih sasaran yang Anda kerjakan"));
	if (!date_parse(typed->tanggal, &out->tanggal))
		problem_add(job->faults, STR("tanggal"), "report.tanggal_form",
			    STR("Pilih tanggal kerja"));
	out->has_jumlah = typed->jumlah.len > 0;
	if (out->has_jumlah && !str_parse_hundredths(typed->jumlah, &out->jumlah))
		problem_add(job->faults, STR("jumlah"), "report.jumlah_form",
			    STR("Tulis angka saja, misalnya 12 atau 2,5"));
}

static void file_fault(struct job *job, const char *field, enum err err, struct str name)
{
	const char *why =
		err == ERR_TOO_LARGE ? "lebih dari 10 MB; perkecil dahulu"
		: err == ERR_INVALID
			? "rusak, terlalu besar untuk dibuka, atau bukan foto JPEG, PNG, WebP, atau "
			  "berkas PDF, Word, Excel, PowerPoint"
			: "belum dapat disimpan; coba kirim lagi";

	problem_add(job->faults, str_from(field), "report.bukti_file",
		    str_format(job->mem, "Berkas \"%.*s\" %s", STR_ARG(name), why));
}

/* What became of each uploaded file. */
struct report_file {
	const char *field;
	struct str name;
	enum err err;
	struct bukti bukti; /* when err is ERR_OK */
};

/* One more than allowed is kept in sight, so that it can be told. */
struct report_files {
	int count;
	struct report_file at[LAPORAN_BUKTI_MAX + 1];
};

static void keep_files(struct request *req, const char *field, struct report_files *out)
{
	struct job *job = request_job(req);
	const struct upload *file;

	for (int i = 0;
	     out->count <= LAPORAN_BUKTI_MAX && (file = request_upload(req, field, i)) != NULL;
	     i++) {
		struct bukti_arrival arrival = {.data_dir = job->data_dir,
						.instansi_id = job->actor->instansi_id,
						.path = file->path,
						.file_name = file->file_name,
						.size = file->size};
		struct report_file *kept = &out->at[out->count++];
		kept->field = field;
		kept->name = file->file_name;
		if (out->count <= LAPORAN_BUKTI_MAX)
			kept->err = bukti_keep(job->mem, &arrival, &kept->bukti);
	}
}

enum err report_send_page_files(struct request *req)
{
	struct report_files *files = arena_new(request_mem(req), struct report_files);

	keep_files(req, "foto", files);
	keep_files(req, "berkas", files);
	request_set_prepared(req, files);
	return ERR_OK;
}

static void read_files(struct request *req, struct laporan *out)
{
	const struct report_files *files = request_prepared(req);
	struct job *job = request_job(req);

	for (int i = 0; files && i < files->count; i++) {
		const struct report_file *file = &files->at[i];
		if (i == LAPORAN_BUKTI_MAX)
			problem_add(job->faults, str_from(file->field), "report.bukti_many",
				    STR("Pilih paling banyak sepuluh bukti"));
		else if (file->err)
			file_fault(job, file->field, file->err, file->name);
		else
			out->bukti[out->bukti_count++] = file->bukti;
	}
}

static void read_link(struct laporan *out, struct str link)
{
	if (link.len == 0)
		return;
	out->bukti[out->bukti_count++] = (struct bukti){.bukti_id = id_make(),
							.jenis = STR("tautan"),
							.nama = STR("Tautan"),
							.tautan = link};
}

static void read_report(struct request *req, const struct laporan_draf *typed, struct laporan *out)
{
	struct job *job = request_job(req);

	out->bukti = arena_array(job->mem, struct bukti, LAPORAN_BUKTI_MAX + 1);
	out->uraian = typed->uraian;
	out->captured_at = captured_at(request_field(req, "pada"));
	read_values(job, typed, out);
	read_files(req, out);
	read_link(out, typed->tautan);
}

void report_send_page_ask(struct request *req)
{
	struct laporan laporan = {.jumlah = 0};

	bool has_result = id_parse(request_field(req, "sasaran"), &laporan.rhk_id);
	bool has_day = date_parse(str_trim(request_field(req, "tanggal")), &laporan.tanggal);

	if (has_result && has_day)
		report_ask(request_job(req), &laporan);
}

enum err report_send_page(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct report_form form = {.choice_count = 0};
	struct laporan laporan = {.jumlah = 0};
	enum err err;

	read_typed(req, &form.isi);
	read_report(req, &form.isi, &laporan);
	err = report_send(job, &laporan);
	if (err)
		report_sweep_doubt(&laporan, &job->actor->instansi_id);
	if (err == ERR_INVALID) {
		err = form_show(req, res, &form, 422);
		return err ? err : ERR_INVALID;
	}
	if (err)
		return err;
	respond_note(res,
		     laporan.is_clock_off
			     ? STR("Laporan tersimpan. Jam perangkat Anda meleset, jadi waktunya "
				   "dicatat menurut jam server.")
			     : STR("Laporan tersimpan. Terima kasih."));
	return respond_see_other(
		res, str_join(job->mem, STR("/lapor/"), id_str(job->mem, &laporan.laporan_id)));
}

static enum err receipt_show(struct request *req, struct response *res, const struct id *laporan_id,
			     int status)
{
	struct job *job = request_job(req);
	struct laporan *l = NULL;
	struct shell shell;
	enum err err;

	if ((err = report_load(job, laporan_id, &l)))
		return err;
	enum zona zona = job->actor->zona;
	struct str url = str_join(job->mem, STR("/lapor/"), id_str(job->mem, laporan_id));
	struct report_receipt receipt = {
		.laporan = l,
		.is_own = id_equal(&l->pegawai_id, &job->actor->pegawai_id),
		.time_iso = time_iso(job->mem, l->created_at, zona),
		.time = str_format(job->mem, "%.*s, %.*s %.*s",
				   STR_ARG(date_long(job->mem, date_of_time(l->created_at, zona))),
				   STR_ARG(time_clock(job->mem, l->created_at, zona)),
				   STR_ARG(zona_name(zona))),
		.url_undo = str_join(job->mem, url, STR("/batal")),
		.url_list = str_join(job->mem, STR("/laporan/"), id_str(job->mem, &l->pegawai_id)),
	};
	if (receipt.is_own && (err = report_undo_hindrance(job, l, &receipt.hindrance)))
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

enum err report_undo_send(struct request *req, struct response *res)
{
	struct id laporan_id;
	enum err err;

	if ((err = request_id_param(req, "laporan_id", &laporan_id)))
		return err;
	if ((err = report_undo(request_job(req), &laporan_id)) == ERR_INVALID) {
		err = receipt_show(req, res, &laporan_id, 422);
		return err ? err : ERR_INVALID;
	}
	if (err)
		return err;
	respond_note(res, STR("Laporan dibatalkan."));
	return respond_see_other(res, STR("/laporan"));
}

/* The month asked for ("2026-11"), or this month; never one to come. */
static struct date month_of(struct request *req)
{
	struct date today = request_job(req)->today, day = DATE(0, 0, 0);
	struct str asked = str_join(request_mem(req), request_query(req, "bulan"), STR("-01"));

	if (!date_parse(asked, &day) || day.year < 2000 || date_compare(day, today) > 0)
		day = DATE(today.year, today.month, 1);
	return day;
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

	(void)str_cut(date_long(job->mem, month), ' ', &rest);
	page->nama = rest;
	page->url_before = month_url(job->mem, base, date_add_months(month, -1));
	if (date_compare(after, job->today) <= 0)
		page->url_after = month_url(job->mem, base, after);
	page->url_read = str_join(job->mem, base, STR("/dibaca"));
	if (page->count <= LAPORAN_HALAMAN)
		return;
	page->count = LAPORAN_HALAMAN;
	const struct laporan *last = &page->row[page->count - 1];
	page->url_next = str_format(job->mem, "%.*s&setelah=%.*s.%.*s",
				    STR_ARG(month_url(job->mem, base, month)),
				    STR_ARG(date_iso(job->mem, last->tanggal)),
				    STR_ARG(id_str(job->mem, &last->laporan_id)));
}

static enum err month_show(struct request *req, struct response *res, const struct id *pegawai_id,
			   struct str base)
{
	struct job *job = request_job(req);
	struct date month = month_of(req);
	struct date span[2] = {month, date_add_days(date_add_months(month, 1), -1)};
	struct report_month page = {.count = 0};
	struct laporan after = {.jumlah = 0};
	struct shell shell;
	bool is_later = cursor_parse(request_query(req, "setelah"), &after);
	enum err err;

	if ((err = report_owner(job, pegawai_id, &page.pemilik)))
		return err;
	if ((err = report_page_list(job, pegawai_id, span, is_later ? &after : NULL, &page.row,
				    &page.count)))
		return err;
	month_links(job, &page, month, base);
	for (int i = 0; i < page.count; i++)
		page.unread_count += page.row[i].read_at == 0;
	shell_make(req, &shell, page.pemilik.is_own ? "/lapor" : "/tim");
	html_report_month(respond_html(res, 200), &shell, &page);
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
	struct id pegawai_id, laporan_id = {{0}};
	struct str one = request_field(req, "laporan_id");
	enum err err;

	if ((err = request_id_param(req, "pegawai_id", &pegawai_id)))
		return err;
	if (one.len && !id_parse(one, &laporan_id))
		return ERR_NOT_FOUND;
	if ((err = report_mark_read(job, &pegawai_id, &laporan_id)))
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
