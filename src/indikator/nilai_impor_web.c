/* SPDX-License-Identifier: Apache-2.0 */
/* Values of earlier months and years from a sheet, with the source they come from. */
#include "base/say.h"
#include "form/form_web.h"
#include "generated/indikator_templates.h"
#include "generated/routes.h"
#include "http/response.h"
#include "http/shell_web.h"
#include "indikator/indikator_view.h"
#include "indikator/nilai.h"
#include "indikator/wilayah_view.h"
#include "law/access.h"
#include "org/org.h"
#include "org/unit_pick.h"

enum { BULAN, UNIT, WILAYAH, NILAI, PENYEBUT, CACAH, COLUMNS };
static const struct lembar_kolom columns[COLUMNS] = {
	[BULAN] = {"bulan", SAID("Tahun dan bulan"), "2025-03", true},
	[UNIT] = {"kode_unit", SAID("Kode unit; kosong berarti unit pemilik indikator"), "", false},
	[WILAYAH] = {"kode_wilayah", SAID("Kode wilayah, bila indikator diisi per wilayah"),
		     "92.71.01.1001", false},
	[NILAI] = {"nilai", SAID("Angkanya; untuk pembilang dibagi penyebut: pembilangnya"), "48",
		   true},
	[PENYEBUT] = {"penyebut", SAID("Penyebutnya, bila ada"), "50", false},
	[CACAH] = {"cacah", SAID("Banyaknya kasus di belakang rata-rata, bila diketahui"), "",
		   false},
};
static const struct lembar_tabel tabel = {STR("Nilai indikator"), columns, COLUMNS,
					  NILAI_FILE_ROWS};

static enum err begin(struct request *req, struct berkas_view *view, struct id *id)
{
	struct arena *mem = request_mem(req);
	struct indikator *versi;
	int count = 0;
	enum err err;

	if ((err = request_id_param(req, "indikator_id", id)) ||
	    (err = indikator_versions(request_job(req), id, &versi, &count)))
		return err;
	if (!indikator_may_fill(request_job(req), versi[0].unit_jalur))
		return ERR_FORBIDDEN;
	*view = (struct berkas_view){
		.tabel = &tabel,
		.title = SAY(mem, "Angka tahun sebelumnya dari berkas"),
		.back = indikator_url(mem, id, ""),
		.back_says = versi[0].nama,
		.action = indikator_url(mem, id, "/impor"),
		.template_url = STR("/indikator/templat.xlsx"),
		.lead = SAY(mem, "Satu baris satu bulan, unit, dan wilayah. Angkanya diberi tanda "
				 "diimpor beserta sumbernya, dan dapat diperbaiki dengan "
				 "mengunggahnya lagi. Bila satu baris salah, belum ada yang "
				 "tersimpan.")};
	form_make(&view->form, request_job(req), &berkas_form, &view->isian);
	return ERR_OK;
}

static void show(struct request *req, struct response *res, struct berkas_view *view, int status)
{
	struct shell shell;

	shell_make(req, &shell, "/indikator");
	html_berkas_masuk(respond_html(res, status), &shell, view, request_job(req)->faults);
}

enum err nilai_impor_page(struct request *req, struct response *res)
{
	struct berkas_view view;
	struct id id;
	enum err err = begin(req, &view, &id);

	if (err)
		return err;
	show(req, res, &view, 200);
	return ERR_OK;
}

enum err nilai_template_file(struct request *req, struct response *res)
{
	return lembar_template(req, res, &tabel);
}

static void fault(struct job *job, int baris, struct str sentence)
{
	problem_add(job->faults, STR("berkas"), "nilai.row",
		    say_format(job->mem, "Baris %d: %.*s", baris, STR_ARG(sentence)));
}

/* "2025-03", and a day of that month as spreadsheets make of it. */
static int parse_month(struct str text)
{
	int64_t year = 0, month = 0;
	struct str rest, first = str_cut(text, '-', &rest);

	if (str_has(rest, "-"))
		rest = str_cut(rest, '-', &(struct str){"", 0});
	if (!str_parse_int(first, &year) || !str_parse_int(rest, &month) || year > 9999 ||
	    year < 0 || month < 1 || month > 12)
		return 0;
	return bulan_of((int)year, (int)month);
}

static void read_amount(struct job *job, const struct lembar_baris *row, int column, int64_t *out)
{
	struct str text = row->sel[column];

	if (text.len > 0 && !str_parse_hundredths(text, out))
		fault(job, row->baris,
		      say_format(job->mem, "kolom %s bukan angka dengan paling banyak dua desimal.",
				 columns[column].judul));
}

static enum err find_unit(struct job *job, const struct lembar_baris *row,
			  const struct indikator *k, struct id *out)
{
	struct unit unit;
	enum err err;

	*out = k->unit_id;
	if (row->sel[UNIT].len == 0)
		return ERR_OK;
	err = unit_by_kode(job, row->sel[UNIT], &unit);
	if (err && err != ERR_NOT_FOUND)
		return err;
	if (err || !indikator_reaches(k, unit.jalur) || !indikator_may_fill(job, unit.jalur))
		fault(job, row->baris,
		      say_format(job->mem, "unit berkode %.*s tidak memakai indikator ini.",
				 STR_ARG(row->sel[UNIT])));
	else
		*out = unit.unit_id;
	return ERR_OK;
}

static enum err find_area(struct job *job, const struct lembar_baris *row, struct id *out)
{
	struct wilayah area = {.version = 0};
	enum err err;

	if (row->sel[WILAYAH].len == 0)
		return ERR_OK;
	err = wilayah_by_kode(job, row->sel[WILAYAH], &area);
	if (err == ERR_NOT_FOUND)
		fault(job, row->baris,
		      say_format(job->mem, "wilayah berkode %.*s tidak ada.",
				 STR_ARG(row->sel[WILAYAH])));
	*out = area.wilayah_id;
	return err == ERR_NOT_FOUND ? ERR_OK : err;
}

static enum err read_row(struct job *job, const struct lembar_baris *row, const struct indikator *k,
			 struct str sumber, struct nilai *out)
{
	int64_t cacah = 0;
	enum err err;

	*out = (struct nilai){.bulan = parse_month(row->sel[BULAN]),
			      .sumber_data = sumber,
			      .kata = say_format(job->mem, "Baris %d: ", row->baris)};
	if (out->bulan == 0)
		fault(job, row->baris, SAY(job->mem, "tulis bulan seperti 2025-03."));
	read_amount(job, row, NILAI, &out->pembilang);
	read_amount(job, row, PENYEBUT, &out->penyebut);
	if (row->sel[CACAH].len > 0 &&
	    (!str_parse_int(row->sel[CACAH], &cacah) || cacah < 0 || cacah > INDIKATOR_CACAH_MOST))
		fault(job, row->baris, SAY(job->mem, "kolom cacah bukan bilangan bulat."));
	else
		out->cacah = (int)cacah;
	if ((err = find_unit(job, row, k, &out->unit_id)))
		return err;
	return find_area(job, row, &out->wilayah_id);
}

/* The lines on the way to the writer, and how many values became different. */
struct intake {
	struct id indikator_id;
	struct nilai *rows;
	int count, changed;
};

static enum err intake_work(struct job *job, void *arg)
{
	struct intake *intake = arg;

	return nilai_import(job, &intake->indikator_id, intake->rows, intake->count,
			    &intake->changed);
}

static enum err take_in(struct request *req, struct berkas_view *view, struct intake *intake)
{
	struct job *job = request_job(req);
	struct indikator *versi;
	struct lembar lembar;
	int count = 0;
	enum err err = indikator_versions(job, &intake->indikator_id, &versi, &count);

	if (err || (err = lembar_read(job, view->isian.berkas, &tabel, &lembar)))
		return err;
	intake->count = lembar.count;
	intake->rows = arena_array(job->mem, struct nilai, lembar.count + 1);
	for (int i = 0; i < lembar.count; i++)
		if ((err = read_row(job, &lembar.baris[i], &versi[0], view->isian.sumber_data,
				    &intake->rows[i])))
			return err;
	return problems_any(job->faults) ? ERR_INVALID : request_write(req, intake_work, intake);
}

enum err nilai_impor_send(struct request *req, struct response *res)
{
	struct form_source source = form_from_body(req);
	struct job *job = request_job(req);
	struct intake intake = {.count = 0};
	struct berkas_view view;
	enum err err = begin(req, &view, &intake.indikator_id);

	if (err)
		return err;
	form_read(&view.form, &source);
	form_read_files(&view.form, req);
	if (view.isian.sumber_data.len == 0)
		problem_add(job->faults, STR("sumber_data"), "nilai.sumber_missing",
			    STR("Tulis dari mana angka ini, misalnya Profil Kesehatan 2025."));
	err = problems_any(job->faults) ? ERR_INVALID : take_in(req, &view, &intake);
	if (err == ERR_INVALID)
		show(req, res, &view, 422);
	if (err)
		return err;
	respond_note(res, say_format(job->mem, "%d angka diimpor.", intake.changed));
	return respond_see_other(res, view.back);
}
