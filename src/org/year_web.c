/* SPDX-License-Identifier: Apache-2.0 */
/* The page that sets up a year: approach, periods, holidays, settings with the day they begin. */
#include "generated/routes.h"
#include "generated/templates.h"
#include "http/response.h"
#include "http/shell_web.h"
#include "org/org_view.h"

#define LINES_MAX 16

static struct str status_label(struct str status)
{
	if (str_is(status, "pengisian"))
		return STR("Dibuka");
	return str_is(status, "ditutup") ? STR("Ditutup") : STR("Belum dibuka");
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
			.action = str_format(mem, "/tahun/%d/periode/%d", periode->tahun,
					     periode->nomor),
			.status_label = status_label(periode->status),
			.next_status = is_open ? STR("ditutup") : STR("pengisian"),
			.next_label = is_open				   ? STR("Tutup")
				      : str_is(periode->status, "ditutup") ? STR("Buka lagi")
									   : STR("Buka")};
	}
}

static enum err setelan_fill(struct job *job, struct tahun_view *view)
{
	struct law_values law;
	enum err err = setelan_values_load(job, job->today, &law);

	view->setelan = arena_array(job->mem, struct setelan_view, LAW_VALUE_COUNT);
	view->setelan_count = LAW_VALUE_COUNT;
	for (int i = 0; i < LAW_VALUE_COUNT && !err; i++) {
		struct setelan_view *setelan = &view->setelan[i];
		const struct law_value_about *about = law_value_about((enum law_value)i);
		*setelan = (struct setelan_view){.kunci = about->key,
						 .satuan = about->unit,
						 .isi = about->help,
						 .nilai = str_format(job->mem, "%d", law.of[i]),
						 .is_chosen = str_equal(about->key, view->kunci)};
	}
	return err;
}

static enum err view_fill(struct job *job, struct tahun_view *view)
{
	struct tahun_kinerja *kinerja;
	enum err err = tahun_load(job, view->tahun, &kinerja);

	if (err && err != ERR_NOT_FOUND)
		return err;
	if (!err) {
		view->kinerja = kinerja;
		periode_fill(job->mem, view);
	}
	if ((err = tahun_list(job, &view->tahuns, &view->tahun_count)) ||
	    (err = hari_libur_load(job, view->tahun, &view->libur, &view->libur_count)))
		return err;
	return setelan_fill(job, view);
}

static enum err page(struct request *req, struct response *res, struct tahun_view *view, int status)
{
	struct job *job = request_job(req);
	struct shell shell;
	enum err err = view_fill(job, view);

	if (err)
		return err;
	if (view->tahun_isi.len == 0)
		view->tahun_isi =
			str_format(job->mem, "%d", view->kinerja ? view->tahun + 1 : view->tahun);
	shell_make(req, &shell, "/tahun");
	html_tahun_page(respond_html(res, status), &shell, view, job->faults);
	return ERR_OK;
}

static int year_of(struct str text, struct date today)
{
	int64_t year = 0;

	return str_parse_int(text, &year) && year >= 2000 && year <= 2200 ? (int)year : today.year;
}

enum err tahun_page(struct request *req, struct response *res)
{
	struct tahun_view view = {
		.tahun = year_of(request_query(req, "tahun"), request_job(req)->today)};

	return page(req, res, &view, 200);
}

/* Faults leave the page filled and roll the write back. */
static enum err page_again(struct request *req, struct response *res, struct tahun_view *view)
{
	enum err err = page(req, res, view, 422);

	return err ? err : ERR_INVALID;
}

enum err tahun_open_send(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct tahun_view view = {.tahun = job->today.year,
				  .tahun_isi = request_field(req, "tahun"),
				  .pendekatan = request_field(req, "pendekatan"),
				  .periode_jenis = request_field(req, "periode_jenis")};
	int64_t tahun = 0;

	if (!str_parse_int(str_trim(view.tahun_isi), &tahun) || tahun < 0 || tahun > 9999)
		tahun = 0;
	enum err err = tahun_open(job, (int)tahun, view.pendekatan, view.periode_jenis);
	if (err == ERR_CONFLICT) {
		problem_add(job->faults, STR("tahun"), "tahun.ada",
			    STR("Tahun ini sudah disiapkan."));
		err = ERR_INVALID;
	}
	if (err == ERR_INVALID)
		return page_again(req, res, &view);
	if (err)
		return err;
	respond_note(res, str_format(job->mem, "Tahun %d siap", (int)tahun));
	return respond_see_other(res, str_format(job->mem, "/tahun?tahun=%d", (int)tahun));
}

enum err periode_status_send(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct tahun_view view = {.tahun = year_of(request_param(req, "tahun"), job->today)};
	int64_t nomor = 0;

	if (!str_parse_int(request_param(req, "nomor"), &nomor) || nomor < 0 || nomor > 12)
		return ERR_NOT_FOUND;
	struct str status = request_field(req, "status");
	enum err err = periode_set_status(job, view.tahun, (int)nomor, status);
	if (err == ERR_INVALID)
		return page_again(req, res, &view);
	if (err)
		return err;
	respond_note(res,
		     str_is(status, "pengisian") ? STR("Periode dibuka") : STR("Periode ditutup"));
	return respond_see_other(res, str_format(job->mem, "/tahun?tahun=%d", view.tahun));
}

enum err setelan_send(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct tahun_view view = {.tahun = job->today.year,
				  .kunci = request_field(req, "kunci"),
				  .nilai = str_trim(request_field(req, "nilai")),
				  .mulai = request_field(req, "mulai")};
	enum law_value which = LAW_VALUE_COUNT;
	struct date from = {0};
	int64_t number = 0;

	if (!law_value_find(view.kunci, &which))
		problem_add(job->faults, STR("kunci"), "setelan.kunci", STR("Pilih setelannya."));
	if (!str_parse_int(view.nilai, &number) || number < 0)
		problem_add(job->faults, STR("nilai"), "setelan.angka",
			    STR("Isi nilai berupa angka bulat."));
	else if (which < LAW_VALUE_COUNT &&
		 (number < law_value_about(which)->least || number > law_value_about(which)->most))
		problem_add(job->faults, STR("nilai"), "setelan.batas",
			    str_format(job->mem, "Isi nilai antara %d dan %d.",
				       law_value_about(which)->least,
				       law_value_about(which)->most));
	if (!date_parse(view.mulai, &from))
		problem_add(job->faults, STR("mulai"), "setelan.mulai",
			    STR("Isi tanggal mulai berlaku."));
	if (problems_any(job->faults))
		return page_again(req, res, &view);
	enum err err = setelan_save(job, str_cstr(job->mem, view.kunci), from, view.nilai);
	if (err)
		return err;
	respond_note(res, STR("Setelan tersimpan"));
	return respond_see_other(res, STR("/tahun"));
}
