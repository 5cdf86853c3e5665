/* SPDX-License-Identifier: Apache-2.0 */
/* The page that sets up a year: approach, due dates, periods, holidays. */
#include "form/form_web.h"
#include "form/table.h"
#include "base/say.h"
#include "generated/routes.h"
#include "generated/org_templates.h"
#include "http/response.h"
#include "http/shell_web.h"
#include "law/access.h"
#include "org/org_view.h"

#define LINES_MAX 16

static struct str status_label(struct str status)
{
	if (str_is(status, "pengisian"))
		return STR("Dibuka");
	return str_is(status, "ditutup") ? STR("Ditutup") : STR("Belum dibuka");
}

/* The reason stands once in the form it was typed in; the others begin empty. */
static void alasan_fill(struct arena *mem, const struct tahun_view *view,
			struct periode_view *periode)
{
	int nomor = periode->periode->nomor;

	periode->is_closed = str_is(periode->periode->status, "ditutup");
	periode->is_typed = view->periode_typed == nomor;
	periode->alasan = periode->is_typed ? view->alasan : STR_NONE;
	periode->field = periode->is_typed ? STR("alasan") : str_format(mem, "alasan-%d", nomor);
}

static void periode_fill(struct arena *mem, struct tahun_view *view)
{
	view->periode = arena_array(mem, struct periode_view, LINES_MAX);
	view->periode_count = view->kinerja->periode_count;
	for (int i = 0; i < view->periode_count; i++) {
		const struct periode *periode = &view->kinerja->periode[i];
		bool is_open = str_is(periode->status, "pengisian");
		view->periode[i] = (struct periode_view){
			.periode = periode,
			.span = say_format(mem, "%.*s sampai %.*s",
					   STR_ARG(say_date(mem, periode->mulai)),
					   STR_ARG(say_date(mem, periode->selesai))),
			.tag = is_open ? STR("ok") : STR_NONE,
			.action = str_format(mem, "/tahun/%d/periode/%d", periode->tahun,
					     periode->nomor),
			.status_label = say(mem, status_label(periode->status)),
			.next_status = is_open ? STR("ditutup") : STR("pengisian"),
			.next_label = is_open				   ? SAY(mem, "Tutup")
				      : str_is(periode->status, "ditutup") ? SAY(mem, "Buka lagi")
									   : SAY(mem, "Buka")};
		alasan_fill(mem, view, &view->periode[i]);
	}
}

static struct str libur_label(struct arena *mem, struct str jenis)
{
	if (str_is(jenis, "cuti_bersama"))
		return SAY(mem, "Cuti bersama");
	if (str_is(jenis, "wfa_edaran"))
		return SAY(mem, "Bekerja dari mana saja");
	return str_is(jenis, "libur_daerah") ? SAY(mem, "Libur daerah")
					     : SAY(mem, "Libur nasional");
}

static void libur_fill(struct arena *mem, struct tahun_view *view, const struct hari_libur *list,
		       int count)
{
	view->libur = arena_array(mem, struct libur_view, count + 1);
	view->libur_count = count;
	for (int i = 0; i < count; i++) {
		int day = date_weekday(list[i].tanggal);
		view->libur[i] = (struct libur_view){.hari = say_day_name(mem, list[i].tanggal),
						     .tanggal = say_date(mem, list[i].tanggal),
						     .nama = list[i].nama,
						     .jenis = libur_label(mem, list[i].jenis),
						     .is_weekend = day >= 6};
		view->libur_kerja += day < 6 && !str_is(list[i].jenis, "wfa_edaran");
	}
}

/* The dates as stored, unless the form brought its own. */
static void batas_fill(struct job *job, struct tahun_view *view)
{
	struct tahun_kinerja *kinerja = view->kinerja;
	struct arena *mem = job->mem;

	view->action_batas = str_format(mem, "/tahun/%d/batas", view->tahun);
	view->skp_long = say_date(mem, kinerja->skp_batas);
	view->evaluasi_long = say_date(mem, kinerja->evaluasi_batas);
	if (view->is_batas_typed)
		return;
	form_make(&view->batas, job, &batas_form, kinerja);
	form_fill(&view->batas);
}

static enum err view_fill(struct job *job, struct tahun_view *view)
{
	struct tahun_kinerja *kinerja;
	struct hari_libur *libur;
	struct law_values law;
	int count = 0;
	enum err err = tahun_load(job, view->tahun, &kinerja);

	if (err && err != ERR_NOT_FOUND)
		return err;
	if (!err) {
		view->kinerja = kinerja;
		periode_fill(job->mem, view);
		batas_fill(job, view);
	}
	if ((err = setelan_values_load(job, job->today, &law)))
		return err;
	view->alasan_least = law.of[LAW_period_reopen_reason_min_chars];
	if ((err = tahun_list(job, &view->tahuns, &view->tahun_count)) ||
	    (err = hari_libur_load(job, view->tahun, &libur, &count)))
		return err;
	libur_fill(job->mem, view, libur, count);
	return ERR_OK;
}

static enum err page(struct request *req, struct response *res, struct tahun_view *view, int status)
{
	struct job *job = request_job(req);
	struct shell shell;
	enum err err = view_fill(job, view);

	if (err)
		return err;
	struct tahun_kinerja next = {.tahun = view->kinerja ? view->tahun + 1 : view->tahun,
				     .pendekatan = STR("kuantitatif"),
				     .periode_jenis = STR("triwulan")};
	if (!view->is_typed) {
		form_make(&view->baru, job, &tahun_form, &next);
		form_fill(&view->baru);
	}
	view->may_import = access_may(job->actor, PERM_ORG_IMPORT);
	shell_make(req, &shell, "/tahun");
	html_tahun_page(respond_html(res, status), &shell, view, job->faults);
	return ERR_OK;
}

#define FORM_RECORD struct tahun_kinerja
static const struct field asked_fields[] = {FIELD(WHOLE, tahun, "Tahun", LIMITS(2000, 2200))};
static const struct form_table asked_form = FORM_TABLE("tahun_saring", asked_fields);
#undef FORM_RECORD

/* The year a form is sent to. */
static enum err year_sent(struct request *req, int *out)
{
	int64_t year = 0;

	if (!str_parse_int(request_route_param(req, "tahun"), &year) || year < 2000 || year > 2200)
		return ERR_NOT_FOUND;
	*out = (int)year;
	return ERR_OK;
}

enum err tahun_page(struct request *req, struct response *res)
{
	struct tahun_kinerja asked = {.tahun = 0};
	struct tahun_view view = {.periode_typed = -1};
	enum err err = form_read_address(req, &asked_form, &asked);

	view.tahun = asked.tahun ? asked.tahun : request_job(req)->today.year;
	return err ? err : page(req, res, &view, 200);
}

static enum err page_again(struct request *req, struct response *res, void *view)
{
	return page(req, res, view, 422);
}

/* What was sent, for the year's page if it is refused. */
static struct tahun_view *view_new(struct request *req)
{
	struct tahun_view *view = arena_new(request_mem(req), struct tahun_view);

	view->periode_typed = -1;
	return view;
}

enum err tahun_open_send(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct tahun_view *view = view_new(req);
	struct form_source source = form_from_body(req);
	struct tahun_kinerja *baru = arena_new(job->mem, struct tahun_kinerja);

	view->tahun = job->today.year;
	view->is_typed = true;
	form_make(&view->baru, job, &tahun_form, baru);
	form_read(&view->baru, &source);
	enum err err = tahun_open(job, baru->tahun, baru->pendekatan, baru->periode_jenis);
	if (err == ERR_INVALID)
		respond_again(res, page_again, view);
	if (err)
		return err;
	respond_note(res, say_format(job->mem, "Tahun %d siap", baru->tahun));
	return respond_see_other(res, str_format(job->mem, "/tahun?tahun=%d", baru->tahun));
}

/* Somebody opened or closed it meanwhile: what is now beside what was wanted. */
static enum err periode_clash(struct request *req, struct response *res, void *sent)
{
	struct tahun_view *view = sent;
	struct job *job = request_job(req);
	struct tahun_kinerja *stored;
	enum err err = tahun_load(job, view->tahun, &stored);
	const struct periode *periode = err ? NULL : periode_find(stored, view->periode_typed);

	if (!periode)
		return err ? err : ERR_NOT_FOUND;
	view->conflict =
		conflict_make(job->mem, str_format(job->mem, "/tahun?tahun=%d", view->tahun));
	struct str typed = say(job->mem, status_label(view->status));
	if (view->alasan.len > 0) /* its form may be gone, what was written is not */
		typed = str_format(job->mem, "%.*s. %.*s", STR_ARG(typed), STR_ARG(view->alasan));
	conflict_compare(view->conflict, STR("status"), periode->nama,
			 status_label(periode->status), typed);
	return page(req, res, view, 409);
}

enum err periode_status_send(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct tahun_view *view = view_new(req);
	struct form_source source = form_from_body(req);
	struct form *form = form_new(req, &periode_form);
	struct periode_change *change = form->record;
	int64_t nomor = 0;
	enum err err = year_sent(req, &view->tahun);

	if (err)
		return err;
	form_read(form, &source);
	view->alasan = change->alasan;
	view->status = change->status;
	change->tahun = view->tahun;
	if (!str_parse_int(request_param(req, "nomor"), &nomor) || nomor < 0 || nomor > 12)
		return ERR_NOT_FOUND;
	change->nomor = view->periode_typed = (int)nomor;
	err = problems_any(job->faults) ? ERR_INVALID : periode_set_status(job, change);
	if (err == ERR_INVALID)
		respond_again(res, page_again, view);
	if (err == ERR_CONFLICT)
		respond_again(res, periode_clash, view);
	if (err)
		return err;
	respond_note(res, str_is(change->status, "pengisian") ? STR("Periode dibuka")
							      : STR("Periode ditutup"));
	return respond_see_other(res, str_format(job->mem, "/tahun?tahun=%d", view->tahun));
}

/* The dates somebody saved meanwhile beside what was typed. */
static enum err batas_clash(struct request *req, struct response *res, void *sent)
{
	struct tahun_view *view = sent;
	struct job *job = request_job(req);
	struct tahun_kinerja *stored;
	enum err err = tahun_load(job, view->tahun, &stored);

	if (err)
		return err;
	view->conflict = view->batas.conflict =
		conflict_make(job->mem, str_format(job->mem, "/tahun?tahun=%d", stored->tahun));
	form_compare(&view->batas, stored);
	return page(req, res, view, 409);
}

enum err tahun_batas_send(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct tahun_view *view = view_new(req);
	struct form_source source = form_from_body(req);
	struct tahun_kinerja *changed = arena_new(job->mem, struct tahun_kinerja);
	enum err err = year_sent(req, &view->tahun);

	if (err)
		return err;
	view->is_batas_typed = true;
	changed->tahun = view->tahun;
	form_make(&view->batas, job, &batas_form, changed);
	form_read(&view->batas, &source);
	err = tahun_set_batas(job, changed);
	if (err == ERR_INVALID)
		respond_again(res, page_again, view);
	if (err == ERR_CONFLICT)
		respond_again(res, batas_clash, view);
	if (err)
		return err;
	respond_note(res, say_format(job->mem, "Tanggal batas %d tersimpan", view->tahun));
	return respond_see_other(res, str_format(job->mem, "/tahun?tahun=%d", view->tahun));
}
