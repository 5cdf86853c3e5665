/* SPDX-License-Identifier: Apache-2.0 */
/* The one screen that sends a work report, or a corrected one in place of another. */
#include "report/report.h"

#include "base/say.h"
#include "form/form_web.h"
#include "form/table.h"
#include "generated/routes.h"
#include "generated/report_templates.h"
#include "http/response.h"
#include "http/shell_web.h"
#include "law/access.h"
#include "report/report_draft.h"
#include "report/report_intake_web.h"
#include "report/report_sweep.h"
#include "report/report_view.h"

/* What stands in a field of the form. */
#define TYPED(form_, member)                                                                       \
	(form_)->form.cells[FORM_AT(&(form_)->form, struct laporan_isian, member)].text

#define US_A_MS 1000
#define US_A_MINUTE ((int64_t)60 * 1000 * 1000)

static struct str saved_sentence(struct job *job, int64_t saved_at)
{
	enum zona zona = job->actor->zona;

	if (!saved_at)
		return STR_NONE;
	return say_format(job->mem, "Draf tersimpan %.*s %.*s.",
			  STR_ARG(say_clock(job->mem, saved_at, zona)), STR_ARG(zona_key(zona)));
}

/* The results of a plan and the work beside it. A correction never moves to another result by
   itself. */
static void offer_results(struct report_form *form, const struct laporan_pilihan *plan, int count)
{
	struct arena *mem = form->form.mem;
	struct choice *choices = arena_array(mem, struct choice, count + 1);
	int at = FORM_AT(&form->form, struct laporan_isian, sasaran);
	struct str *typed = &TYPED(form, sasaran);

	for (int i = 0; i < count; i++)
		choices[i] = (struct choice){.key = id_str(mem, &plan[i].rhk_id),
					     .label = plan[i].uraian,
					     .tag = plan[i].satuan};
	choices[count] = (struct choice){
		.key = STR("tambahan"), .label = SAY(mem, "Tugas tambahan"), .tag = STR("jam")};
	form_choose(&form->form, at, choices, count + 1);
	bool is_one = choice_index(form->form.cells[at].choices, *typed) >= 0;
	form->has_no_result = !is_one && form->ganti.len > 0;
	if (!is_one && !form->has_no_result)
		*typed = choices[0].key;
}

/* The plan in force on the day the form is about; another one that a late report may belong to has
   a link. */
static enum err form_choices(struct job *job, struct report_form *form)
{
	struct laporan_pilihan_hari plan_hari;
	struct date day;
	enum err err;

	if (!date_parse(TYPED(form, laporan.tanggal), &day))
		day = job->today;
	if ((err = report_choices(job, day, &plan_hari)))
		return err;
	form->has_plan = plan_hari.count > 0;
	if (!date_is_none(plan_hari.lain)) {
		form->lain = say_date(job->mem, plan_hari.lain);
		form->lain_url = str_format(job->mem, "/lapor?%s%.*s%stanggal=%.*s",
					    form->ganti.len ? "ganti=" : "", STR_ARG(form->ganti),
					    form->ganti.len ? "&" : "",
					    STR_ARG(date_iso(job->mem, plan_hari.lain)));
	}
	offer_results(form, plan_hari.at, plan_hari.count);
	return ERR_OK;
}

/* Which days the calendar offers; a correction may leave the day as it was. */
static enum err offer_days(struct job *job, struct report_form *form)
{
	int at = FORM_AT(&form->form, struct laporan_isian, laporan.tanggal);
	int days;
	enum err err = report_late_days(job, &days);
	struct date late = date_add_days(job->today, -days), old;

	if (err)
		return err;
	struct str hint = say_format(job->mem, "Paling lama %d hari yang lalu.", days);
	if (date_parse(form->ganti_tanggal, &old)) {
		late = date_compare(old, late) < 0 ? old : late;
		hint = say_format(job->mem, "%d hari terakhir, atau tanggal semula.", days);
	}
	form_say(&form->form, at, form->form.cells[at].label, hint);
	form_days(&form->form, at, late, job->today);
	if (form->form.cells[at].text.len == 0)
		form->form.cells[at].text = date_iso(job->mem, job->today);
	return ERR_OK;
}

static void form_begin(struct job *job, struct report_form *form)
{
	*form = (struct report_form){.bukti_count = 0};
	form_make(&form->form, job, &laporan_form, &form->isian);
	form_make(&form->berkas_form, job, &bukti_form, &form->berkas);
}

static enum err form_show(struct request *req, struct response *res, struct report_form *form,
			  int status)
{
	struct job *job = request_job(req);
	struct shell shell;
	enum err err;

	if ((err = offer_days(job, form)) || (err = form_choices(job, form)))
		return err;
	shell_make(req, &shell, "/lapor");
	if (status == 200)
		shell_keep(&shell, res);
	html_report_form(respond_html(res, status), &shell, form, job->faults);
	return ERR_OK;
}

/* The report a correction is about, when there is such an own one; else the form is for a new
   one. */
static enum err form_correct(struct job *job, struct report_form *form,
			     const struct laporan_ganti *ganti, struct laporan **out)
{
	struct laporan *old = NULL;
	enum err err = report_load(job, &ganti->laporan_id, &old);

	*out = NULL;
	if (err == ERR_NOT_FOUND || err == ERR_FORBIDDEN)
		return ERR_OK;
	if (err || !id_equal(&old->pegawai_id, &job->actor->pegawai_id))
		return err;
	*out = old;
	form->ganti = id_str(job->mem, &old->laporan_id);
	form->ganti_nomor = old->nomor;
	form->ganti_sasaran = old->rhk_uraian;
	form->ganti_tanggal = date_iso(job->mem, old->tanggal);
	form->url_ganti = str_join(job->mem, STR("/lapor/"), form->ganti);
	form->bukti = arena_array(job->mem, struct report_kept, old->bukti_count + 1);
	for (int i = 0; i < old->bukti_count; i++) {
		const struct bukti *b = &old->bukti[i];
		form->bukti[form->bukti_count++] =
			(struct report_kept){.value = id_str(job->mem, &b->bukti_id),
					     .nama = b->tautan.len > 0 ? b->tautan : b->nama,
					     .is_kept = report_keeps(ganti, &b->bukti_id)};
	}
	return ERR_OK;
}

/* An earlier report's words in the form; its link stays evidence of the old one. */
static void form_take(struct job *job, struct report_form *form, const struct laporan *from)
{
	form->isian = report_isian(job->mem, from);
	form->isian.laporan.tanggal = (struct date){0};
	form_fill(&form->form);
}

/* What the form is asked for: a report to correct, the last one to copy, a day. */
struct form_asked {
	struct id ganti;
	bool is_salin;
	struct date tanggal;
};
#define FORM_RECORD struct form_asked
static const struct field asked_fields[] = {
	FIELD(HIDDEN, ganti, "Laporan yang diperbaiki")
		FIELD_AS(YES, "salin", is_salin, "Salin laporan terakhir")
			FIELD(DATE, tanggal, "Tanggal")};
static const struct form_table asked_form = FORM_TABLE("lapor_asked", asked_fields);
#undef FORM_RECORD

/* GET /lapor?ganti=: the old report in the form, with all its evidence. */
static enum err form_correction_page(struct request *req, struct response *res,
				     const struct form_asked *asked)
{
	struct job *job = request_job(req);
	struct report_form form;
	struct laporan_ganti ganti = {.laporan_id = asked->ganti};
	struct laporan *old = NULL;
	struct str hindrance = STR_NONE;
	enum err err;

	form_begin(job, &form);
	if ((err = form_correct(job, &form, &ganti, &old)) ||
	    (old && (err = report_hindrance(job, old, &hindrance))))
		return err;
	if (!old || hindrance.len > 0) /* its page says why not, or that it is not there */
		return respond_see_other(res, str_join(job->mem, STR("/lapor/"),
						       id_str(job->mem, &ganti.laporan_id)));
	for (int i = 0; i < form.bukti_count; i++)
		form.bukti[i].is_kept = true;
	form_take(job, &form, old);
	TYPED(&form, laporan.tanggal) = date_is_none(asked->tanggal)
						? form.ganti_tanggal
						: date_iso(job->mem, asked->tanggal);
	return form_show(req, res, &form, 200);
}

static enum err form_copy_last(struct job *job, struct report_form *form)
{
	struct laporan *last = NULL;
	enum err err = report_last(job, &last);

	if (err == ERR_NOT_FOUND) {
		form->note = SAY(job->mem, "Belum ada laporan sebelumnya yang dapat disalin.");
		return ERR_OK;
	}
	if (err)
		return err;
	form_take(job, form, last);
	form->note = say_format(job->mem, "Disalin dari laporan %.*s. Sesuaikan, lalu kirim.",
				STR_ARG(say_date(job->mem, last->tanggal)));
	return ERR_OK;
}

/* What was typed and not sent yet, as it was typed. */
static enum err form_draft(struct job *job, struct report_form *form)
{
	struct laporan_draf draf;
	enum err err = report_draft_load(job, &draf);

	if (err)
		return err;
	TYPED(form, sasaran) = draf.sasaran;
	TYPED(form, laporan.jumlah) = draf.jumlah;
	TYPED(form, laporan.tanggal) = draf.tanggal;
	TYPED(form, laporan.uraian) = draf.uraian;
	TYPED(form, tautan) = draf.tautan;
	form->saved = saved_sentence(job, draf.saved_at);
	form->saved_ms = draf.saved_at / US_A_MS;
	return ERR_OK;
}

enum err report_form_page(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct form_asked asked = {.is_salin = false};
	struct report_form form;
	int late_days;
	struct str *day;
	enum err err;

	if ((err = form_read_address(req, &asked_form, &asked)))
		return err;
	if (!id_is_none(&asked.ganti))
		return form_correction_page(req, res, &asked);
	form_begin(job, &form);
	if (asked.is_salin)
		err = form_copy_last(job, &form);
	else
		err = form_draft(job, &form);
	if (err || (err = report_late_days(job, &late_days)))
		return err;
	day = &TYPED(&form, laporan.tanggal);
	if (!date_is_none(asked.tanggal))
		*day = date_iso(job->mem, asked.tanggal);
	/* A draft of a day now out of reach starts again at today. */
	if (str_compare(*day, date_iso(job->mem, date_add_days(job->today, -late_days))) < 0)
		*day = STR_NONE;
	return form_show(req, res, &form, 200);
}

/* What is there must be what the form would take; what is not there yet is no fault of a draft. */
static enum err check_draft(struct request *req, struct report_form *form)
{
	struct form_source source = form_from_body(req);
	struct job *job = request_job(req);
	enum err err;

	form_begin(job, form);
	TYPED(form, laporan.tanggal) = str_trim(request_field(req, "tanggal"));
	if ((err = form_choices(job, form)))
		return err;
	form_read(&form->form, &source);
	for (int i = 0; i < job->faults->count; i++)
		if (!str_is(job->faults->at[i].rule, "form.missing"))
			return ERR_INVALID;
	return ERR_OK;
}

enum err report_draft_send(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct report_form *form = arena_new(job->mem, struct report_form);
	struct laporan_draf draf;
	enum err err = check_draft(req, form);

	draf = (struct laporan_draf){
		.sasaran = TYPED(form, sasaran),
		.jumlah = str_trim(TYPED(form, laporan.jumlah)),
		.tanggal = str_trim(TYPED(form, laporan.tanggal)),
		.uraian = TYPED(form, laporan.uraian),
		.tautan = str_trim(TYPED(form, tautan)),
	};
	if (err || (err = report_draft_save(job, &draf)))
		return err;
	html_report_draft(respond_html(res, 200), saved_sentence(job, job->now));
	return ERR_OK;
}

/* When the device wrote it ("2026-11-24T01:02:03.000Z"), so that a report sent late keeps its hour;
   0 when unsaid. */
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

enum err report_form_send_files(struct request *req)
{
	return report_intake(req);
}

static struct laporan *read_report(struct request *req, struct report_form *form)
{
	struct form_source source = form_from_body(req);
	struct laporan *laporan = &form->isian.laporan;

	form_read(&form->form, &source);
	laporan->captured_at = captured_at(request_field(req, "pada"));
	report_intake_read(req, laporan);
	return report_of(&form->isian, form->form.faults);
}

void report_form_send_ask(struct request *req)
{
	struct laporan laporan = {.jumlah = 0};

	bool has_result = id_parse(request_field(req, "sasaran"), &laporan.rhk_id);
	bool has_day = date_parse(str_trim(request_field(req, "tanggal")), &laporan.tanggal);

	/* A correction asks other questions first. */
	if (has_result && has_day && request_field(req, "ganti").len == 0)
		report_ask(request_job(req), &laporan);
}

#define FORM_RECORD struct laporan_ganti
static const struct field ganti_fields[] = {
	FIELD_AS(HIDDEN, "ganti", laporan_id, "Laporan yang diperbaiki",
		 WRONG("Laporan yang akan diperbaiki tidak terbaca, jadi belum ada yang tersimpan. "
		       "Bila dikirim lagi dari sini, isian ini menjadi laporan baru."))};
static const struct form_table ganti_form = FORM_TABLE("ganti", ganti_fields);
#undef FORM_RECORD
static const struct field bukti_field = {
	.name = "bukti", .label = STR(SAID("Bukti laporan lama")), .most = LAPORAN_BUKTI_MAX};

/* False when the form sends a new report. */
static bool read_correction(struct request *req, struct laporan_ganti *out)
{
	struct form_source source = form_from_body(req);
	struct form form;
	struct str *kept;

	form_make(&form, request_job(req), &ganti_form, out);
	form_read(&form, &source);
	out->bukti_count = form_ticked(req, &bukti_field, &kept);
	out->bukti = arena_array(request_mem(req), struct id, (size_t)out->bukti_count + 1);
	for (int i = 0; i < out->bukti_count; i++)
		if (!id_parse(kept[i], &out->bukti[i]))
			out->bukti[i] = (struct id){{0}};
	return form.cells[0].text.len > 0;
}

static struct str sent_note(const struct laporan *sent, bool is_correction)
{
	if (is_correction)
		return STR(SAID("Perbaikan tersimpan. Ini tanda terima yang berlaku."));
	if (sent->is_clock_off)
		return STR(
			SAID("Laporan tersimpan. Jam perangkat Anda meleset, jadi waktunya dicatat "
			     "menurut jam server."));
	return STR(SAID("Laporan tersimpan. Terima kasih."));
}

/* A form that was refused: what was typed, and which report it corrects. */
struct refused {
	struct report_form form;
	struct laporan_ganti ganti;
	bool is_correction;
};

static void take_kept_files(struct request *req, struct report_form *form)
{
	struct str value, name;

	form->unggah = arena_array(request_mem(req), struct report_kept, LAPORAN_BUKTI_MAX + 1);
	while (form->unggah_count < LAPORAN_BUKTI_MAX &&
	       request_kept_upload(req, form->unggah_count, &value, &name))
		form->unggah[form->unggah_count++] =
			(struct report_kept){.value = value, .nama = name, .is_kept = true};
}

/* After the rollback: a response_draw. */
static enum err form_again(struct request *req, struct response *res, void *arg)
{
	struct refused *refused = arg;
	struct laporan *old;
	enum err err = ERR_OK;

	take_kept_files(req, &refused->form);
	if (refused->is_correction)
		err = form_correct(request_job(req), &refused->form, &refused->ganti, &old);
	return err ? err : form_show(req, res, &refused->form, 422);
}

enum err report_form_send(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct refused *sent = arena_new(job->mem, struct refused);
	struct laporan *laporan;
	enum err err;

	form_begin(job, &sent->form);
	sent->is_correction = read_correction(req, &sent->ganti);
	laporan = read_report(req, &sent->form);
	if (problem_for(job->faults, STR("ganti")).len > 0)
		err = ERR_INVALID;
	else
		err = sent->is_correction ? report_replace(job, &sent->ganti, laporan)
					  : report_send(job, laporan);
	if (err)
		report_sweep_doubt(laporan, &job->actor->instansi_id);
	if (err == ERR_INVALID)
		respond_again(res, form_again, sent);
	if (err)
		return err;
	respond_note(res, sent_note(laporan, sent->is_correction));
	return respond_see_other(
		res, str_join(job->mem, STR("/lapor/"), id_str(job->mem, &laporan->laporan_id)));
}
