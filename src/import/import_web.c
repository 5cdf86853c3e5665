/* SPDX-License-Identifier: Apache-2.0 */
/* The page "Impor": upload, preview, confirm; faults to take home. Downloads are in
   import_xlsx.c. */
#include "generated/routes.h"
#include "base/say.h"
#include "generated/import_templates.h"
#include "form/form_web.h"
#include "form/table.h"
#include "http/response.h"
#include "http/shell_web.h"
#include "law/nip.h"
#include "import/import_kept.h"
#include "import/import_parsed.h"
#include "import/import_view.h"
#include "render/csv.h"

#include <limits.h>

#define FAULTS_SHOWN 200
#define ITEMS_SHOWN 200

#define FORM_RECORD struct import_isian
static const struct field fields[] = {FIELD(
	FILE, berkas, "Berkas XLSX atau CSV", .accept = ".xlsx,.csv", .is_strict = true,
	HINT("Satu berkas, paling banyak 100.000 baris."), NEEDED("Pilih berkas XLSX atau CSV."))};
static const struct form_table import_form = FORM_TABLE("impor", fields);
#undef FORM_RECORD

#define FORM_RECORD struct import_persetujuan
static const struct field apply_fields[] = {
	FIELD(TEXT, alasan, "Dasar atau alasan memberi peran", .most = 500,
	      HINT("Misalnya nomor surat keputusan. Berkas ini memberi peran."))};
static const struct form_table apply_form = FORM_TABLE("impor_simpan", apply_fields);

static void view_begin(struct request *req, struct import_page_view *view)
{
	form_make(&view->form, request_job(req), &import_form, &view->isian);
}

static void show(struct request *req, struct response *res, struct import_page_view *view,
		 int status)
{
	struct job *job = request_job(req);
	struct shell shell;

	for (int i = 0; i < IMPORT_JENIS_COUNT; i++) {
		struct import_column_view *lembar = &view->lembar[i];
		lembar->lembar = import_lembar((enum import_jenis)i);
		lembar->columns = import_column((enum import_jenis)i, &lembar->count);
		lembar->csv_url = str_format(job->mem, "/impor/templat/%.*s.csv",
					     STR_ARG(str_lower(job->mem, lembar->lembar)));
	}
	shell_make(req, &shell, "/impor");
	html_import_page(respond_html(res, status), &shell, view, job->faults);
}

enum err import_page(struct request *req, struct response *res)
{
	struct import_page_view view = {.isian = {NULL}};

	view_begin(req, &view);
	show(req, res, &view, 200);
	return ERR_OK;
}

static struct str preview_url(struct arena *mem, const struct id *id, const char *tail,
			      unsigned ends)
{
	return str_format(mem, "/impor/%.*s%s%s%.*s", STR_ARG(id_str(mem, id)), tail,
			  ends ? "?akhiri=" : "", STR_ARG(import_ends_text(mem, ends)));
}

/* The sheets that hold everything, as the form or the address says. */
static enum err ends_read(struct request *req, unsigned *ends)
{
	bool is_known = import_ends_parse(request_query(req, "akhiri"), ends);
	struct str words;

	for (int n = 0; request_field_at(req, "akhiri", n, &words); n++)
		is_known &= import_ends_parse(words, ends);
	if (!is_known)
		problem_add(request_job(req)->faults, STR("akhiri"), "form.malformed",
			    STR("Pilih lembar dari daftarnya."));
	return is_known ? ERR_OK : ERR_INVALID;
}

enum err import_upload_send(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct import_page_view view = {.isian = {NULL}};
	unsigned ends = 0;
	struct id id;
	enum err err;

	view_begin(req, &view);
	form_read_files(&view.form, req);
	err = ends_read(req, &ends);
	if (err || problems_any(job->faults)) {
		show(req, res, &view, 422);
		return ERR_INVALID;
	}
	if ((err = import_keep(job, view.isian.berkas->path, &id)))
		return err;
	return respond_see_other(res, preview_url(job->mem, &id, "", ends));
}

/* The kept file and what it would do; *file NULL with faults when it cannot be read. */
static enum err kept_read(struct request *req, struct id *id, struct import_file **file)
{
	struct job *job = request_job(req);
	const char *path;
	enum err err;

	*file = NULL;
	if ((err = request_id_param(req, "impor_id", id)) ||
	    (err = import_kept_path(job, id, &path)))
		return err;
	err = import_parse(job, path, file);
	return err == ERR_INVALID ? ERR_OK : err;
}

/* As people read it, "19860926 201505 1 001". */
static void nips_group(struct arena *mem, const struct import_preview *preview)
{
	for (int i = 0; i < preview->item_count; i++)
		if (preview->items[i].jenis == IMPORT_PEGAWAI)
			preview->items[i].kode = nip_display(mem, preview->items[i].kode);
}

/* The kept file of an address, what is wished with it, and what it would do. */
struct kept {
	struct id id;
	struct import_file *file; /* NULL, as the preview, when it cannot be read */
	struct import_wish wish;
	struct import_preview *preview;
};

static void preview_fill(struct import_preview_view *view, struct job *job, const struct kept *kept)
{
	const struct import_preview *preview = view->preview = kept->preview;
	unsigned ends = kept->wish.ends;

	view->akhiri = import_ends_text(job->mem, ends);
	view->isian.alasan = kept->wish.alasan;
	view->action = preview_url(job->mem, &kept->id, "", 0);
	view->faults_url = preview_url(job->mem, &kept->id, "/kesalahan.csv", ends);
	view->changes_url = preview_url(job->mem, &kept->id, "/perubahan.csv", ends);
	view->pair_action = preview_url(job->mem, &kept->id, "/kolom", ends);
	form_make(&view->form, job, &apply_form, &view->isian);
	form_fill(&view->form);
	if (kept->file && !view->pair_form.table)
		import_pair_make(&view->pair_form, job, kept->file, &view->pairs);
	if (!preview)
		return;
	view->faults_shown =
		preview->fault_count < FAULTS_SHOWN ? preview->fault_count : FAULTS_SHOWN;
	nips_group(job->mem, preview);
}

static void preview_show(struct request *req, struct response *res,
			 const struct import_preview_view *view)
{
	struct job *job = request_job(req);
	struct shell shell;

	shell_make(req, &shell, "/impor");
	html_import_preview_page(respond_html(res, problems_any(job->faults) ? 422 : 200), &shell,
				 view, job->faults);
}

static enum err kept_preview(struct request *req, int items_max, struct kept *kept)
{
	*kept = (struct kept){.wish.items_max = items_max};
	enum err err = ends_read(req, &kept->wish.ends);

	if (!err)
		err = kept_read(req, &kept->id, &kept->file);
	if (!err && kept->file)
		err = import_preview(request_job(req), kept->file, &kept->wish, &kept->preview);
	return err;
}

static void kept_show(struct request *req, struct response *res, const struct kept *kept)
{
	struct job *job = request_job(req);
	struct import_preview_view view = {.preview = NULL};

	preview_fill(&view, job, kept);
	preview_show(req, res, &view);
}

enum err import_preview_page(struct request *req, struct response *res)
{
	struct kept kept;
	enum err err = kept_preview(req, ITEMS_SHOWN, &kept);

	if (err)
		return err;
	kept_show(req, res, &kept);
	return ERR_OK;
}

struct pairing {
	struct import_remembered rows[IMPORT_PAIRS_MAX];
	int count;
};

static enum err pair_work(struct job *job, void *arg)
{
	const struct pairing *pairing = arg;

	return import_memory_keep(job, pairing->rows, pairing->count);
}

/* What was matched holds from the next look at the file on, and for every file of the agency. */
enum err import_pair_send(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct pairing *pairing = arena_new(job->mem, struct pairing);
	struct form_source source = form_from_body(req);
	struct import_preview_view view = {.preview = NULL};
	struct kept kept = {.file = NULL};
	const char *path;
	enum err err = ends_read(req, &kept.wish.ends);

	if (err || (err = kept_read(req, &kept.id, &kept.file)))
		return err;
	if (!kept.file)
		return ERR_NOT_FOUND;
	import_pair_make(&view.pair_form, job, kept.file, &view.pairs);
	pairing->count = import_pair_read(&view.pair_form, &source, kept.file, pairing->rows);
	if (problems_any(job->faults)) {
		if ((err = import_preview(job, kept.file, &kept.wish, &kept.preview)))
			return err;
		preview_fill(&view, job, &kept);
		preview_show(req, res, &view);
		return ERR_INVALID;
	}
	if ((err = request_write(req, pair_work, pairing)) ||
	    (err = import_kept_path(job, &kept.id, &path)))
		return err;
	import_parsed_remove(job, path);
	return respond_see_other(res, preview_url(job->mem, &kept.id, "", kept.wish.ends));
}

static enum err respond_csv(struct response *res, const char *name, const struct buf *out)
{
	return respond_bytes(res, "text/csv; charset=utf-8", str_from(name), buf_str(out));
}

static void csv_begin(struct buf *out, struct arena *mem, const struct str *head, int count)
{
	buf_init(out, mem);
	buf_add_cstr(out, "\xEF\xBB\xBF");
	csv_write_row(out, head, count);
}

enum err import_faults_file(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	static const struct str head[] = {
		{"lembar", 6}, {"baris", 5}, {"kolom", 5}, {"isi", 3}, {"alasan", 6}};
	struct kept kept;
	struct buf out;
	enum err err = kept_preview(req, 0, &kept);

	if (err)
		return err;
	csv_begin(&out, job->mem, head, 5);
	for (int i = 0; kept.preview && i < kept.preview->fault_count; i++) {
		const struct import_fault *fault = &kept.preview->faults[i];
		struct str cells[] = {fault->lembar, str_format(job->mem, "%d", fault->baris),
				      fault->column, fault->nilai, fault->alasan};
		csv_write_row(&out, cells, 5);
	}
	return respond_csv(res, "kesalahan-impor.csv", &out);
}

/* A line for each cell; what ends has one line without. */
static void item_write(struct buf *out, const struct import_item *item)
{
	static const struct import_cell_change none;
	int lines = item->cell_change_count ? item->cell_change_count : 1;

	for (int i = 0; i < lines; i++) {
		const struct import_cell_change *cell =
			item->cell_change_count ? &item->changes[i] : &none;
		struct str cells[] = {import_lembar(item->jenis),
				      item->kode,
				      item->nama,
				      say(out->mem, import_change_label(item->change)),
				      cell->column,
				      cell->sebelum,
				      cell->sesudah};
		csv_write_row(out, cells, 7);
	}
}

enum err import_changes_file(struct request *req, struct response *res)
{
	static const struct str head[] = {{"lembar", 6},    {"kode", 4},  {"nama", 4},
					  {"perubahan", 9}, {"kolom", 5}, {"sebelum", 7},
					  {"sesudah", 7}};
	const struct import_preview *preview;
	struct kept kept;
	struct buf out;
	enum err err = kept_preview(req, INT_MAX, &kept);

	if (err)
		return err;
	preview = kept.preview;
	csv_begin(&out, request_job(req)->mem, head, 7);
	for (int i = 0; preview && preview->fault_count == 0 && i < preview->item_count; i++)
		item_write(&out, &preview->items[i]);
	return respond_csv(res, "perubahan-impor.csv", &out);
}

static enum err apply_work(struct job *job, void *arg)
{
	struct kept *kept = arg;

	return import_apply(job, kept->file, &kept->wish, &kept->preview);
}

enum err import_apply_send(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct form_source source = form_from_body(req);
	struct import_persetujuan isian = {STR_NONE};
	struct kept kept = {.wish.items_max = ITEMS_SHOWN};
	struct form form;
	enum err err = ends_read(req, &kept.wish.ends);

	form_make(&form, job, &apply_form, &isian);
	form_read(&form, &source);
	kept.wish.alasan = isian.alasan;
	if (err || (err = kept_read(req, &kept.id, &kept.file)))
		return err;
	err = kept.file ? request_write(req, apply_work, &kept) : ERR_INVALID;
	if (err == ERR_INVALID)
		kept_show(req, res, &kept);
	if (err)
		return err;
	import_kept_remove(job, &kept.id);
	respond_note(res, say_format(job->mem, "Impor tersimpan: %d perubahan",
				     kept.preview->change_count));
	return respond_see_other(res, STR("/impor"));
}
