/* SPDX-License-Identifier: Apache-2.0 */
/* An agency's pages for its public: the first one, its units, one unit. And where "/" leads. */
#include "account/installation.h"
#include "base/say.h"
#include "generated/routes.h"
#include "generated/muka_templates.h"
#include "http/response.h"
#include "http/shell_web.h"
#include "kontak/kontak_units_web.h"
#include "muka/muka_reach.h"

#define SERVICES_FRONT 24 /* services the first page shows */

static const struct id nobody;

static void set_jam(struct job *job, struct muka_kontak *view)
{
	static const char *const names[JAM_HARI_COUNT] = {SAID("Senin–Kamis"), SAID("Jumat"),
							  SAID("Sabtu"), SAID("Minggu")};

	view->has_jam = kontak_has_jam(view->kontak);
	for (int hari = 0; hari < JAM_HARI_COUNT; hari++) {
		struct str jam = kontak_jam(view->kontak, (enum jam_hari)hari);
		view->jam[hari] =
			(struct muka_jam){.hari = say(job->mem, names[hari]),
					  .jam = jam.len > 0 ? jam : SAY(job->mem, "tutup"),
					  .is_today = (int)jam_of_day(job->today) == hari};
	}
}

/* "+62 967 531" -> "0967531": what a telephone dials; the plus would be lost in an address. */
static struct str dialled(struct arena *mem, struct str number)
{
	struct buf out;

	buf_init(&out, mem);
	if (str_starts(number, "+62")) {
		buf_add_char(&out, '0');
		number = str_slice(number, 3, number.len);
	}
	for (size_t i = 0; i < number.len; i++)
		if (number.at[i] >= '0' && number.at[i] <= '9')
			buf_add_char(&out, number.at[i]);
	return buf_str(&out);
}

enum err muka_reach_load(struct job *job, const struct id *unit_id, struct muka_kontak *view)
{
	struct kontak *kontak = arena_new(job->mem, struct kontak);
	enum err err = kontak_load(job, unit_id, kontak);

	if (err)
		return err;
	*view = (struct muka_kontak){.kontak = kontak};
	set_jam(job, view);
	view->has_any = view->has_jam || kontak->alamat.len > 0 || kontak->telepon.len > 0 ||
			kontak->email.len > 0;
	view->email_nama = str_cut(kontak->email, '@', &view->email_tempat);
	view->telepon_angka = dialled(job->mem, kontak->telepon);
	return kontak_buka_load(job, kontak, &view->buka);
}

static enum err show_front(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct kontak_cari which = {.most = KONTAK_FIRST + 1};
	struct muka_view view = {0};
	struct shell shell;
	enum err err;

	if ((err = muka_reach_load(job, &nobody, &view.reach)) ||
	    (err = muka_layanan_load(job, SERVICES_FRONT, &view.layanan)))
		return err;
	which.induk_id = view.reach.kontak->unit_id;
	if ((err = kontak_units(job, &which, &view.page.units, &view.page.count)))
		return err;
	view.has_more = view.page.count > KONTAK_FIRST;
	view.page.count -= view.has_more;
	shell_make_visit(req, &shell);
	shell.is_wide = true;
	html_muka(respond_html(res, 200), &shell, &view);
	return ERR_OK;
}

enum err muka_page(struct request *req, struct response *res)
{
	return show_front(req, res);
}

enum err muka_front_page(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	bool is_set_up;
	enum err err;

	if (job->actor->is_signed_in)
		return respond_see_other(res, STR("/beranda"));
	if (job->actor->instansi_slug.len > 0)
		return show_front(req, res);
	if ((err = installation_is_set_up(job, &is_set_up)))
		return err;
	return respond_see_other(res, is_set_up ? STR("/masuk") : STR("/mulai"));
}

enum err muka_unit_list_page(struct request *req, struct response *res)
{
	struct kontak_units page = {0};
	struct shell shell;
	enum err err = kontak_units_read(req, &nobody, STR_NONE, &page);

	if (err)
		return err;
	shell_make_visit(req, &shell);
	html_muka_unit_list(respond_html(res, list_status(&page.list)), &shell, &page);
	return ERR_OK;
}

enum err muka_unit_page(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct muka_view view = {0};
	struct id unit_id;
	struct shell shell;
	enum err err;

	if ((err = request_id_param(req, "unit_id", &unit_id)) ||
	    (err = muka_reach_load(job, &unit_id, &view.reach)) ||
	    (err = kontak_units_read(req, &unit_id, STR_NONE, &view.page)))
		return err;
	shell_make_visit(req, &shell);
	if (!id_is_none(&view.reach.kontak->induk_id))
		view.reach.induk_url =
			str_format(job->mem, "%.*s/kantor/%.*s", STR_ARG(shell.visit),
				   STR_ARG(id_str(job->mem, &view.reach.kontak->induk_id)));
	html_muka_unit(respond_html(res, list_status(&view.page.list)), &shell, &view);
	return ERR_OK;
}
