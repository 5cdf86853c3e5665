/* SPDX-License-Identifier: Apache-2.0 */
/* The door of the first page and the page behind "Lainnya". */
#include "base/name.h"
#include "base/say.h"
#include "generated/home_templates.h"
#include "generated/routes.h"
#include "home/home_view.h"
#include "http/response.h"
#include "http/shell_web.h"
#include "law/access.h"

static struct str greeting_of(struct job *job)
{
	int minute = time_minute_of_day(job->now, job->actor->zona);
	struct str part = minute < 11 * 60   ? SAY(job->mem, "Selamat pagi")
			  : minute < 15 * 60 ? SAY(job->mem, "Selamat siang")
			  : minute < 18 * 60 ? SAY(job->mem, "Selamat sore")
					     : SAY(job->mem, "Selamat malam");
	return str_format(job->mem, "%.*s, %.*s", STR_ARG(part),
			  STR_ARG(name_called(job->actor->nama)));
}

static void set_moment(struct job *job, struct home_view *view)
{
	enum zona zona = job->actor->zona;
	view->greeting = greeting_of(job);
	view->moment_iso = time_iso(job->mem, job->now, zona);
	view->moment = str_format(
		job->mem, "%.*s, %.*s · %.*s %.*s", STR_ARG(say_day_name(job->mem, job->today)),
		STR_ARG(say_date(job->mem, job->today)),
		STR_ARG(say_clock(job->mem, job->now, zona)), STR_ARG(zona_key(zona)));
}

static void set_week(struct job *job, struct home_view *view)
{
	static const char *const names[HOME_WEEK] = {SAID("Sen"), SAID("Sel"), SAID("Rab"),
						     SAID("Kam"), SAID("Jum"), SAID("Sab"),
						     SAID("Min")};
	for (int i = 0; i < HOME_WEEK; i++) {
		const struct home_day *day = &view->home->week[i];
		struct home_day_view *v = &view->week[i];
		*v = (struct home_day_view){.name = names[i],
					    .number = day->date.day,
					    .free_name = view->home->calendar.free_name[i]};
		v->is_today = date_compare(day->date, job->today) == 0;
		v->is_reported = day->reports > 0;
		v->kind = v->is_today			    ? "on"
			  : v->is_reported		    ? "ok"
			  : view->home->calendar.is_free[i] ? "off"
							    : "";
		v->says = v->is_reported ? say_format(job->mem, "%d laporan", day->reports)
					 : SAY(job->mem, "hari ini, belum ada laporan");
	}
}

static struct str quantity_of(struct arena *mem, int64_t amount, struct str unit)
{
	return str_format(mem, "%.*s %.*s", STR_ARG(say_hundredths(mem, amount)), STR_ARG(unit));
}

/* What stands in a field of the quick report. */
#define TYPED(view, member)                                                                        \
	(view)->form.cells[FORM_AT(&(view)->form, struct laporan_isian, member)].text

/* The plan's results and the work beside them. Without a draft the only result is chosen, when
   there is just one. */
static void offer_results(struct job *job, struct home_view *view)
{
	const struct home *home = view->home;
	struct choice *choices = arena_array(job->mem, struct choice, home->result_count + 1);

	for (int i = 0; i < home->result_count; i++)
		choices[i] = (struct choice){.key = id_str(job->mem, &home->results[i].rhk_id),
					     .label = home->results[i].uraian,
					     .tag = home->results[i].satuan};
	view->tambahan = SAY(job->mem, "Tugas tambahan atau lainnya");
	choices[home->result_count] =
		(struct choice){.key = STR("tambahan"), .label = view->tambahan};
	form_choose(&view->form, FORM_AT(&view->form, struct laporan_isian, sasaran), choices,
		    home->result_count + 1);
	if (TYPED(view, sasaran).len == 0 && home->result_count == 1)
		TYPED(view, sasaran) = choices[0].key;
}

static void set_report_form(struct job *job, struct home_view *view)
{
	const struct laporan_draf *draft = &view->home->draft;

	view->today_iso = date_iso(job->mem, job->today);
	form_make(&view->form, job, &laporan_form, &view->isian);
	form_make(&view->berkas_form, job, &bukti_form, &view->berkas);
	TYPED(view, sasaran) = draft->sasaran;
	TYPED(view, laporan.uraian) = draft->uraian;
	TYPED(view, laporan.jumlah) = draft->jumlah;
	TYPED(view, tautan) = draft->tautan;
	form_say(&view->form, FORM_AT(&view->form, struct laporan_isian, laporan.jumlah),
		 SAY(job->mem, "Hasil hari ini"), STR_NONE);
	offer_results(job, view);
}

/* "Triwulan III 2026" -> "TW III", "November 2026" -> "Nov": a picture has little room. */
static struct str short_period(struct arena *mem, struct str name)
{
	struct str rest, first = str_cut(name, ' ', &rest);
	if (!str_is(first, "Triwulan"))
		return str_slice(first, 0, 3);
	struct str number = str_cut(rest, ' ', &rest);
	return say_format(mem, "TW %.*s", STR_ARG(number));
}

/* The year stands only where periods of two years meet: "TW III", "TW IV", "TW I 27". */
static struct str step_label(struct arena *mem, const struct home *home, int at)
{
	const struct home_predikat *said = &home->predikat[at];
	struct str label = short_period(mem, said->periode);

	if (at == 0 || said->tahun == home->predikat[at - 1].tahun)
		return label;
	return str_format(mem, "%.*s %02d", STR_ARG(label), said->tahun % 100);
}

static void set_lists(struct job *job, struct home_view *view)
{
	const struct home *home = view->home;
	view->amounts = arena_array(job->mem, struct str, home->result_count + 1);
	for (int i = 0; i < home->result_count; i++) {
		const struct home_result *r = &home->results[i];
		struct str done = say_hundredths(job->mem, r->jumlah);
		view->amounts[i] =
			!r->is_measured
				? STR_NONE
				: str_format(job->mem, "%.*s / %.*s", STR_ARG(done),
					     STR_ARG(quantity_of(job->mem, r->target, r->satuan)));
	}
	view->clocks = arena_array(job->mem, struct str, home->today_count + 1);
	view->quantities = arena_array(job->mem, struct str, home->today_count + 1);
	for (int i = 0; i < home->today_count; i++) {
		view->clocks[i] =
			say_clock(job->mem, home->reports[i].created_at, job->actor->zona);
		view->quantities[i] =
			quantity_of(job->mem, home->reports[i].jumlah, home->reports[i].satuan);
	}
	for (int i = 0; i < 5; i++)
		view->level_names[i] = say(job->mem, predikat_label((enum predikat)i));
	for (int i = 0; i < home->predikat_count; i++)
		view->steps[i] = (struct chart_step){(int)home->predikat[i].predikat,
						     step_label(job->mem, home, i)};
}

static void set_pace(struct job *job, struct home_view *view)
{
	const struct home *home = view->home;
	struct buf out;
	int ahead = 0;
	for (int i = 0; i < home->result_count; i++)
		ahead += home->results[i].is_measured && home->results[i].percent >= home->pace;
	buf_init(&out, job->mem);
	if (home->calendar.periode_nomor > 0)
		buf_say_format(
			&out, "%d hari lagi sampai %.*s ditutup. ",
			(int)(date_days(home->calendar.periode_selesai) - date_days(home->today)),
			STR_ARG(say_period(job->mem, home->calendar.periode_nama)));
	if (ahead == home->measured_count)
		buf_add(&out, SAY(job->mem, "Semua sasaran sesuai patokan."));
	else
		buf_say_format(&out, "%d dari %d sasaran sesuai patokan, %d perlu dikejar.", ahead,
			       home->measured_count, home->measured_count - ahead);
	view->pace_sentence = buf_str(&out);
}

static void set_without_plan(struct home_view *view)
{
	const struct home_office *office = &view->home->office;
	int64_t plans = 0;

	for (int i = 0; i <= SKP_DITUTUP; i++)
		plans += office->plans[i];
	view->without_plan = office->pegawai > plans ? office->pegawai - plans : 0;
}

enum err home_page(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct home home;
	struct home_view view = {.home = &home};
	struct shell shell;
	enum err err;
	if ((err = home_load(job, &home)))
		return err;
	set_moment(job, &view);
	set_week(job, &view);
	set_report_form(job, &view);
	set_lists(job, &view);
	set_pace(job, &view);
	set_without_plan(&view);
	shell_make(req, &shell, "/beranda");
	shell_keep(&shell, res);
	html_home(respond_html(res, 200), &shell, &view);
	return ERR_OK;
}

enum err more_page(struct request *req, struct response *res)
{
	const struct actor *actor = request_job(req)->actor;
	struct shell shell;
	struct str account = actor->jabatan.len > 0 ? actor->jabatan : actor->instansi_nama;
	shell_make(req, &shell, "/lainnya");
	html_more(respond_html(res, 200), &shell, account, request_query(req, "cari"));
	return ERR_OK;
}
