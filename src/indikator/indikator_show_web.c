/* SPDX-License-Identifier: Apache-2.0 */
/* One indicator: its figure with the line of months, by area, its versions; and the same as a
   workbook. */
#include "indikator/indikator_show_web.h"

#include "base/say.h"
#include "form/form_web.h"
#include "form/table.h"
#include "generated/indikator_templates.h"
#include "generated/routes.h"
#include "http/response.h"
#include "http/shell_web.h"
#include "indikator/indikator_view.h"
#include "indikator/lembar_web.h"
#include "indikator/nilai.h"
#include "indikator/wilayah.h"
#include "law/access.h"
#include "org/org.h"
#include "org/unit_pick.h"
#include "render/trend.h"
#include "render/xlsx_write.h"

#define FORM_RECORD struct indikator_lihat
static const struct field fields[] = {
	FIELD(PICK, unit, "Unit", .finder = UNIT_FINDER) FIELD(PICK, wilayah, "Wilayah")
		FIELD(WHOLE, tahun, "Sampai tahun",
		      LIMITS(INDIKATOR_TAHUN_FIRST, INDIKATOR_TAHUN_LAST), .is_zero_blank = true)};
static const struct form_table lihat_form = FORM_TABLE("indikator_lihat", fields);
#undef FORM_RECORD

#define MONTHS 36 /* of the picture: two years back and this one */

/* What holds today, what waits, and the newest of all. */
static void find_standing(struct job *job, struct indikator_show_view *v)
{
	v->now = NULL;
	for (int i = 0; i < v->versi_count; i++) {
		const struct indikator *k = &v->versi[i];

		if (str_is(k->status, "usul"))
			v->usul = k;
		if (!v->now && str_is(k->status, "berlaku") &&
		    date_compare(k->sejak, job->today) <= 0) {
			v->now = k;
			v->is_held = !k->is_henti;
		}
	}
	for (int i = 0; i < v->versi_count && !v->now; i++)
		if (str_is(v->versi[i].status, "berlaku"))
			v->now = &v->versi[i];
	if (!v->now)
		v->now = &v->versi[0];
}

/* The months asked for: to the end of the year, or to today. */
static void span_of(struct job *job, const struct indikator_show_view *v,
		    struct indikator_tanya *out)
{
	int last = bulan_of_date(job->today), year = v->lihat.tahun;

	out->indikator_id = v->now->indikator_id;
	out->wilayah_id = v->lihat.wilayah;
	if (year > 0 && bulan_of(year, 12) < last)
		last = bulan_of(year, 12);
	out->sampai = last;
	out->dari = bulan_of(last / 100, 1);
}

static enum err narrow(struct job *job, struct indikator_show_view *v, struct indikator_tanya *out)
{
	struct form *form = &v->list.form;
	struct unit *unit;
	enum err err;

	out->unit_jalur = v->now->unit_jalur;
	if ((err = unit_pick(job, form, FORM_AT(form, struct indikator_lihat, unit),
			     PERM_INDIKATOR_READ)) ||
	    (err = wilayah_pick(job, form, FORM_AT(form, struct indikator_lihat, wilayah), false)))
		return err;
	if (id_is_none(&v->lihat.unit))
		return ERR_OK;
	if ((err = unit_load(job, &v->lihat.unit, &unit)))
		return err;
	if (indikator_reaches(v->now, unit->jalur))
		out->unit_jalur = unit->jalur;
	return ERR_OK;
}

static struct indikator_hasil one_month(const struct indikator *k,
					const struct indikator_bulan *bulan)
{
	struct indikator_hasil hasil;

	indikator_hitung(rumus_gabung(&k->rumus), satuan_is_persen(k->rumus.satuan), bulan, 1,
			 &hasil);
	return hasil;
}

static bool is_reached(const struct indikator *k, int64_t value, int64_t target)
{
	return str_is(k->rumus.arah, "lower_better") ? value <= target : value >= target;
}

static int64_t month_target(const struct indikator *k)
{
	return indikator_target_bulan(rumus_gabung(&k->rumus), k->target);
}

/* One line of the table, by the definition that counted that month. */
static struct indikator_titik month_row(struct arena *mem, const struct indikator_show_view *v,
					const struct indikator_bulan *bulan)
{
	const struct indikator *k = indikator_of_month(v->versi, v->versi_count, bulan->bulan);
	struct indikator_hasil hasil = one_month(k, bulan);
	bool is_part = str_is(k->rumus.gabung, "bagian"),
	     is_reached_ =
		     hasil.is_set && k->has_target && is_reached(k, hasil.nilai, month_target(k));

	return (struct indikator_titik){
		.bulan = bulan->bulan,
		.nama = bulan_text(mem, bulan->bulan),
		.angka = indikator_angka_text(mem, k, &hasil),
		.pembilang = is_part ? say_hundredths(mem, bulan->pembilang) : STR_NONE,
		.penyebut = is_part ? say_hundredths(mem, bulan->penyebut) : STR_NONE,
		.target = k->has_target ? say_hundredths(mem, month_target(k)) : STR_NONE,
		.tag = !k->has_target || !hasil.is_set ? STR_NONE
		       : is_reached_		       ? STR("ok")
						       : STR("wait"),
		.tag_says = is_reached_ ? SAY(mem, "Tercapai") : SAY(mem, "Belum tercapai"),
		.is_impor = bulan->impor > 0,
		.hasil = hasil,
		.target_bulan = k->has_target ? month_target(k) : -1,
	};
}

/* The picture has a place for each month, also for those without a value. */
static void draw(struct arena *mem, struct indikator_show_view *v,
		 const struct indikator_bulan *bulan, int count)
{
	int first = bulan[0].bulan, last = bulan[count - 1].bulan, n = 0;
	struct trend_point *at = arena_array(mem, struct trend_point, MONTHS + 1);
	struct buf out;

	for (int m = first; m <= last && n < MONTHS; m = bulan_add(m, 1), n++) {
		at[n] = (struct trend_point){.label = bulan_short(mem, m)};
		for (int i = 0; i < count; i++)
			if (bulan[i].bulan == m) {
				const struct indikator *k =
					indikator_of_month(v->versi, v->versi_count, m);
				struct indikator_hasil hasil = one_month(k, &bulan[i]);

				at[n].is_set = hasil.is_set &&
					       indikator_is_alike(&k->rumus, &v->now->rumus);
				at[n].value = hasil.nilai;
				at[n].is_other = bulan[i].impor > 0;
			}
	}
	struct trend trend = {
		.at = at,
		.count = n,
		.has_limit = v->now->has_target,
		.limit = month_target(v->now),
		.limit_says = say_format(mem, "target %.*s",
					 STR_ARG(say_hundredths(mem, month_target(v->now)))),
		.says = say_format(mem, "%.*s per bulan: terakhir %.*s pada %.*s.",
				   STR_ARG(v->now->nama), STR_ARG(v->titik[0].angka),
				   STR_ARG(v->titik[0].nama))};
	buf_init(&out, mem);
	trend_draw(&out, &trend);
	v->gambar = (struct safe_html){buf_str(&out)};
}

static enum err fill_figure(struct job *job, struct indikator_show_view *v,
			    const struct indikator_tanya *tanya)
{
	struct indikator_angka angka;
	enum err err = indikator_value(job, tanya, &angka);

	if (err == ERR_NOT_FOUND)
		return ERR_OK;
	if (err)
		return err;
	v->angka = indikator_angka_text(job->mem, v->now, &angka.hasil);
	v->rincian = indikator_rincian(job->mem, v->now, &angka.hasil);
	v->sumber = angka.sumber;
	if (angka.terputus > 0)
		v->cut = say_format(job->mem,
				    "%d bulan dihitung dengan versi lama yang mengukur hal lain, "
				    "jadi tidak ikut dijumlahkan.",
				    angka.terputus);
	return ERR_OK;
}

/* How far the bar of each area goes: to the target, where that is a measure, else to the
   largest. */
static void measure_areas(struct indikator_show_view *v)
{
	bool is_held = v->now->has_target && !str_is(v->now->rumus.gabung, "jumlah");
	int64_t most = is_held ? v->now->target : 1;

	for (int i = 0; i < v->wilayah_count; i++)
		if (v->wilayah[i].hasil.nilai > most)
			most = v->wilayah[i].hasil.nilai;
	for (int i = 0; i < v->wilayah_count; i++) {
		struct indikator_bagian *part = &v->wilayah[i];

		part->persen = (int)(part->hasil.nilai * 100 / (most > 0 ? most : 1));
		part->is_ok = !is_held || is_reached(v->now, part->hasil.nilai, v->now->target);
	}
}

static enum err fill_months(struct job *job, struct indikator_show_view *v,
			    struct indikator_tanya *tanya)
{
	struct indikator_bulan *bulan;
	int count = 0;
	enum err err;

	if ((err = fill_figure(job, v, tanya)) ||
	    (err = indikator_by_area(job, tanya, v->now, &v->wilayah, &v->wilayah_count)))
		return err;
	measure_areas(v);
	tanya->dari = bulan_add(tanya->sampai, 1 - MONTHS);
	if ((err = indikator_months(job, tanya, &bulan, &count)))
		return err;
	v->titik = arena_array(job->mem, struct indikator_titik, count + 1);
	for (int i = count - 1; i >= 0; i--)
		v->titik[v->titik_count++] = month_row(job->mem, v, &bulan[i]);
	if (count > 0)
		draw(job->mem, v, bulan, count);
	return ERR_OK;
}

/* Everything of the page but its form. */
static enum err gather(struct request *req, struct indikator_show_view *v)
{
	struct job *job = request_job(req);
	struct indikator_tanya tanya = {.dari = 0};
	struct id id;
	enum err err;

	*v = (struct indikator_show_view){.titik_count = 0};
	if ((err = request_id_param(req, "indikator_id", &id)) ||
	    (err = indikator_versions(job, &id, &v->versi, &v->versi_count)))
		return err;
	find_standing(job, v);
	list_make(&v->list, req, &lihat_form, &v->lihat);
	if (access_reach(job->actor, PERM_INDIKATOR_READ) < REACH_UNIT)
		form_leave_out(&v->list.form, FORM_AT(&v->list.form, struct indikator_lihat, unit));
	if (!v->now->is_wilayah)
		form_leave_out(&v->list.form,
			       FORM_AT(&v->list.form, struct indikator_lihat, wilayah));
	list_take(&v->list, req);
	if ((err = narrow(job, v, &tanya)))
		return err;
	span_of(job, v, &tanya);
	v->is_narrowed = v->list.reset_url.len > 0;
	v->url = indikator_url(job->mem, &id, "");
	v->may_edit = indikator_may_edit(job, v->now->unit_jalur);
	v->may_fill = str_is(v->now->rumus.sumber, "manual") && v->is_held &&
		      (indikator_may_fill(job, v->now->unit_jalur) ||
		       (access_may(job->actor, PERM_INDIKATOR_FILL) &&
			indikator_reaches(v->now, job->actor->unit_jalur)));
	if (v->usul && (err = indikator_decides(job, v->now->unit_jalur, &v->may_decide)))
		return err;
	v->may_see = nilai_may_read(job, v->versi, v->versi_count);
	return v->may_see ? fill_months(job, v, &tanya) : ERR_OK;
}

enum err indikator_show(struct request *req, struct response *res, struct form *refused, int status)
{
	struct indikator_show_view view;
	struct indikator_putusan putusan = {.version = 0};
	struct shell shell;
	enum err err = gather(req, &view);

	if (err)
		return err;
	putusan.version = view.now->version;
	form_make(&view.putusan, request_job(req), &indikator_putusan_form, &putusan);
	form_fill(&view.putusan);
	if (refused)
		view.putusan = *refused;
	if (status == 409) {
		view.putusan.conflict = conflict_make(request_mem(req), view.url);
		view.putusan.conflict->sentence =
			SAY(request_mem(req), "Usul ini sudah diputuskan atau diubah dari tempat "
					      "lain. Beginilah keadaannya sekarang.");
	}
	shell_make(req, &shell, "/indikator");
	html_indikator_show(respond_html(res, status == 200 ? list_status(&view.list) : status),
			    &shell, &view, request_job(req)->faults);
	return ERR_OK;
}

enum err indikator_page(struct request *req, struct response *res)
{
	return indikator_show(req, res, NULL, 200);
}

/* --- the same as a workbook --- */

static enum err write_months(struct arena *mem, struct xlsx *xlsx,
			     const struct indikator_show_view *v)
{
	static const int widths[] = {18, 16, 16, 22, 14, 18, 30};
	const struct str head[] = {SAY(mem, "Bulan"), SAY(mem, "Pembilang"), SAY(mem, "Penyebut"),
				   SAY(mem, "Angka"), SAY(mem, "Target"),    SAY(mem, "Keadaan"),
				   SAY(mem, "Asal")};
	enum err err = xlsx_sheet(xlsx, SAY(mem, "Per bulan"), widths, 7);

	if (err)
		return err;
	xlsx_numbers(xlsx, 1, 4, 16);
	xlsx_head(xlsx, head, 7);
	for (int i = v->titik_count - 1; i >= 0; i--) {
		const struct indikator_titik *t = &v->titik[i];

		xlsx_text(xlsx, 0, t->nama);
		if (t->penyebut.len > 0) {
			xlsx_hundredths(xlsx, 1, t->hasil.pembilang);
			xlsx_hundredths(xlsx, 2, t->hasil.penyebut);
		}
		if (t->hasil.is_set)
			xlsx_hundredths(xlsx, 3, t->hasil.nilai);
		if (t->target_bulan >= 0)
			xlsx_hundredths(xlsx, 4, t->target_bulan);
		xlsx_text(xlsx, 5, t->tag.len > 0 ? t->tag_says : STR_NONE);
		xlsx_text(xlsx, 6, t->is_impor ? SAY(mem, "diimpor") : STR_NONE);
		xlsx_next_row(xlsx);
	}
	return ERR_OK;
}

static enum err write_areas(struct arena *mem, struct xlsx *xlsx,
			    const struct indikator_show_view *v)
{
	static const int widths[] = {20, 36, 18, 18, 18};
	const struct str head[] = {SAY(mem, "Kode"), SAY(mem, "Wilayah"), SAY(mem, "Pembilang"),
				   SAY(mem, "Penyebut"), SAY(mem, "Angka")};
	enum err err;

	if (v->wilayah_count == 0)
		return ERR_OK;
	if ((err = xlsx_sheet(xlsx, SAY(mem, "Per wilayah"), widths, 5)))
		return err;
	xlsx_numbers(xlsx, 2, 4, 18);
	xlsx_head(xlsx, head, 5);
	for (int i = 0; i < v->wilayah_count; i++) {
		const struct indikator_bagian *part = &v->wilayah[i];

		xlsx_text(xlsx, 0, part->kode);
		xlsx_text(xlsx, 1, part->nama);
		xlsx_hundredths(xlsx, 2, part->hasil.pembilang);
		if (part->hasil.penyebut > 0)
			xlsx_hundredths(xlsx, 3, part->hasil.penyebut);
		if (part->hasil.is_set)
			xlsx_hundredths(xlsx, 4, part->hasil.nilai);
		xlsx_next_row(xlsx);
	}
	return ERR_OK;
}

enum err indikator_file(struct request *req, struct response *res)
{
	CLEANUP(xlsx_close) struct xlsx *xlsx = NULL;
	struct job *job = request_job(req);
	struct indikator_show_view view;
	const char *path;
	enum err err = gather(req, &view);

	if (err)
		return err;
	if (list_status(&view.list) != 200)
		return ERR_INVALID;
	path = lembar_path(job);
	if ((err = xlsx_open(job->mem, path, &xlsx)) ||
	    (err = write_months(job->mem, xlsx, &view)) ||
	    (err = write_areas(job->mem, xlsx, &view)) || (err = xlsx_finish(xlsx)))
		return err;
	return lembar_send(req, res, path, view.now->nama);
}
