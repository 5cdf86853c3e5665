/* SPDX-License-Identifier: Apache-2.0 */
/* What an agency serves its public with: all services by need, and the page of one. */
#include "base/say.h"
#include "generated/muka_templates.h"
#include "generated/routes.h"
#include "http/response.h"
#include "http/shell_web.h"
#include "muka/muka_reach.h"
#include "org/org.h"

#define SERVICES_SHOWN 200
#define CLOSED_AHEAD 3

/* The reader's own language where the agency wrote it. */
static struct str written(const struct arena *mem, struct str indonesian, struct str english)
{
	return arena_bahasa(mem) == BAHASA_EN && english.len > 0 ? english : indonesian;
}

struct str muka_layanan_line(struct arena *mem, const struct layanan *l)
{
	struct str words = janji_text(mem, l->janji_jumlah, l->janji_satuan);

	return words.len > 0 ? say_format(mem, "janji %.*s", STR_ARG(words)) : l->unit_nama;
}

struct str muka_layanan_name(const struct arena *mem, const struct layanan *l)
{
	return written(mem, l->nama, l->nama_en);
}

/* The services of a need stand together, in the order of kelompok.def. */
static void group(struct job *job, const struct layanan *rows, int count,
		  struct muka_layanan_list *out)
{
	out->kelompok = arena_array(job->mem, struct muka_kelompok, (size_t)count + 1);
	for (int i = 0; i < count; i++) {
		struct muka_kelompok *at = NULL;
		for (int k = 0; k < out->kelompok_count && !at; k++)
			if (str_equal(out->kelompok[k].label, rows[i].kelompok_label))
				at = &out->kelompok[k];
		if (!at) {
			at = &out->kelompok[out->kelompok_count++];
			at->label = rows[i].kelompok_label;
			at->ikon = rows[i].ikon;
			at->layanan = arena_array(job->mem, const struct layanan *, (size_t)count);
		}
		at->layanan[at->count++] = &rows[i];
	}
}

enum err muka_layanan_load(struct job *job, int most, struct muka_layanan_list *out)
{
	const struct layanan_cari which = {.is_aktif_only = true, .most = most};
	struct layanan *rows;
	int count = 0;
	enum err err = layanan_list(job, &which, &rows, &count);

	*out = (struct muka_layanan_list){.count = count};
	if (!err)
		group(job, rows, count, out);
	return err;
}

enum err muka_layanan_list_page(struct request *req, struct response *res)
{
	struct muka_layanan_list view;
	struct shell shell;
	enum err err = muka_layanan_load(request_job(req), SERVICES_SHOWN, &view);

	if (err)
		return err;
	shell_make_visit(req, &shell);
	html_muka_layanan_list(respond_html(res, 200), &shell, &view);
	return ERR_OK;
}

/* As others find it: with the public address the agency set. */
static enum err set_address(struct job *job, struct muka_layanan *view)
{
	struct str address;
	enum err err = public_address_load(job, &address);

	if (err || address.len == 0)
		return err;
	view->url = str_format(job->mem, "%.*s/w/%.*s/layanan/%.*s", STR_ARG(address),
			       STR_ARG(job->actor->instansi_slug), STR_ARG(view->layanan.slug));
	return qr_make(job->mem, view->url, &view->qr);
}

/* "0,8 hari kerja", "22 menit" */
static struct str took(struct arena *mem, const struct berkas_angka *angka, int64_t lama)
{
	if (str_is(angka->ukuran, "hari"))
		return say_format(mem, "%.*s hari kerja", STR_ARG(say_hundredths(mem, lama)));
	return say_format(mem, "%lld menit", (long long)lama);
}

/* What the last days tell of the promise, where it is counted as they were. */
static enum err set_figures(struct job *job, struct muka_layanan *view)
{
	const struct berkas_lingkup which = {.layanan_id = view->layanan.layanan_id,
					     .from = date_add_days(job->today, -MUKA_DAYS),
					     .to = job->today};
	struct chart_promise *chart = &view->chart;
	struct berkas_angka *angka = &view->angka;
	struct janji janji;
	enum err err = berkas_figures(job, &which, angka);
	bool is_days;

	if (err || angka->selesai < MUKA_LEAST || !standar_janji(&view->standar, &janji))
		return err;
	is_days = str_is(angka->ukuran, "hari");
	if (is_days != (janji.satuan == JANJI_HARI_KERJA))
		return ERR_OK;
	chart->promised = janji_size(janji);
	chart->half = angka->median;
	chart->most = angka->p90;
	chart->half_text = took(job->mem, angka, angka->median);
	chart->most_text = took(job->mem, angka, angka->p90);
	chart->promised_text = say_format(job->mem, "janji %.*s", STR_ARG(view->janji));
	chart->title = say_format(
		job->mem, "Separuh selesai dalam %.*s, 9 dari 10 dalam %.*s; janji %.*s.",
		STR_ARG(chart->half_text), STR_ARG(chart->most_text), STR_ARG(view->janji));
	return ERR_OK;
}

static enum err load(struct request *req, struct muka_layanan *view)
{
	struct job *job = request_job(req);
	enum err err;

	if ((err = layanan_by_slug(job, request_route_param(req, "slug"), &view->layanan)))
		return err;
	if (!view->layanan.is_aktif)
		return ERR_NOT_FOUND;
	view->nama = written(job->mem, view->layanan.nama, view->layanan.nama_en);
	view->ringkas = written(job->mem, view->layanan.ringkas, view->layanan.ringkas_en);
	view->janji = janji_text(job->mem, view->layanan.janji_jumlah, view->layanan.janji_satuan);
	if ((err = standar_on(job, &view->layanan.layanan_id, job->today, &view->standar)) ||
	    (err = maklumat_load(job, &view->layanan.unit_id, &view->maklumat)) ||
	    (err = muka_reach_load(job, &view->layanan.unit_id, &view->reach)) ||
	    (err = tutup_list(job, &view->layanan.unit_id, job->today, &view->tutup,
			      &view->tutup_count)))
		return err;
	if ((err = set_figures(job, view)))
		return err;
	if (view->tutup_count > CLOSED_AHEAD)
		view->tutup_count = CLOSED_AHEAD;
	return set_address(job, view);
}

enum err muka_layanan_page(struct request *req, struct response *res)
{
	struct muka_layanan view = {0};
	struct shell shell;
	enum err err = load(req, &view);

	if (err)
		return err;
	shell_make_visit(req, &shell);
	shell.is_wide = true;
	html_muka_layanan(respond_html(res, 200), &shell, &view);
	return ERR_OK;
}
