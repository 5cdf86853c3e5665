/* SPDX-License-Identifier: Apache-2.0 */
/* Headings to columns, lines to rows. */
#include "indikator/lembar_web.h"

#include "base/file.h"
#include "base/say.h"
#include "http/response.h"
#include "render/csv.h"
#include "render/xlsx_read.h"
#include "render/xlsx_write.h"

#define XLSX_TYPE "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

/* A file being read: where each of its columns goes, -1 while it is not known. */
struct reading {
	struct job *job;
	const struct lembar_tabel *tabel;
	struct lembar *out;
	bool has_head, is_full;
	struct str sheet; /* the first one, which alone is read */
	int to[XLSX_COLUMNS_MAX];
};

static void fault(struct job *job, int baris, struct str sentence)
{
	problem_add(job->faults, STR("berkas"), "lembar.row",
		    say_format(job->mem, "Baris %d: %.*s", baris, STR_ARG(sentence)));
}

static int column_of(const struct lembar_tabel *tabel, struct str heading)
{
	for (int i = 0; i < tabel->count; i++)
		if (str_is(heading, tabel->kolom[i].judul))
			return i;
	return -1;
}

/* The line of headings: known ones have a place; needed ones must be there. */
static enum err take_head(struct reading *r, const struct str *cells, int count)
{
	bool has[LEMBAR_COLUMNS_MAX] = {false};
	struct job *job = r->job;

	for (int i = 0; i < XLSX_COLUMNS_MAX; i++) {
		struct str heading = i < count ? str_lower(job->mem, str_trim(cells[i])) : STR_NONE;

		r->to[i] = column_of(r->tabel, heading);
		if (r->to[i] >= 0 && has[r->to[i]])
			problem_add(job->faults, STR("berkas"), "lembar.twice",
				    say_format(job->mem, "Kolom %.*s ada dua kali. Hapus satu.",
					       STR_ARG(heading)));
		if (r->to[i] >= 0)
			has[r->to[i]] = true;
	}
	for (int i = 0; i < r->tabel->count; i++)
		if (!has[i] && r->tabel->kolom[i].is_needed)
			problem_add(job->faults, STR("berkas"), "lembar.missing",
				    say_format(job->mem,
					       "Kolom %s belum ada. Pakai judul kolom dari "
					       "templatnya.",
					       r->tabel->kolom[i].judul));
	r->has_head = true;
	return problems_any(job->faults) ? ERR_INVALID : ERR_OK;
}

static enum err take_row(struct reading *r, int number, const struct str *cells, int count)
{
	struct lembar_baris row = {.baris = number};
	struct lembar *out = r->out;
	bool is_filled = false;

	for (int i = 0; i < count && i < XLSX_COLUMNS_MAX; i++) {
		struct str text = str_trim(cells[i]);

		is_filled |= text.len > 0;
		if (r->has_head && r->to[i] >= 0)
			row.sel[r->to[i]] = str_copy(r->job->mem, text);
	}
	if (!is_filled)
		return ERR_OK;
	if (!r->has_head)
		return take_head(r, cells, count);
	if (out->count == r->tabel->most) {
		if (!r->is_full)
			problem_add(r->job->faults, STR("berkas"), "lembar.many",
				    say_format(r->job->mem,
					       "Berkas memuat lebih dari %d baris. Bagi menjadi "
					       "beberapa berkas.",
					       r->tabel->most));
		r->is_full = true;
		return ERR_OK;
	}
	for (int i = 0; i < r->tabel->count; i++)
		if (r->tabel->kolom[i].is_needed && row.sel[i].len == 0)
			fault(r->job, number,
			      say_format(r->job->mem, "isi kolom %s.", r->tabel->kolom[i].judul));
	out->baris = arena_grow(r->job->mem, out->baris, out->count, sizeof row);
	out->baris[out->count++] = row;
	return ERR_OK;
}

static enum err csv_row(void *arg, int number, const struct str *cells, int count)
{
	return take_row(arg, number, cells, count);
}

/* Of the first sheet, hidden rows too: the others explain. */
static enum err xlsx_row_take(void *arg, const struct xlsx_row *row)
{
	struct reading *r = arg;
	struct str cells[XLSX_COLUMNS_MAX];

	if (r->sheet.len == 0)
		r->sheet = str_copy(r->job->mem, row->sheet);
	if (!str_equal(r->sheet, row->sheet))
		return ERR_OK;
	for (int i = 0; i < row->count && i < XLSX_COLUMNS_MAX; i++) {
		const struct xlsx_cell *cell = &row->cells[i];

		cells[i] = cell->shown.len > 0 && !cell->is_date ? cell->shown : cell->text;
		if (cell->flaw == XLSX_ERROR || cell->flaw == XLSX_BROKEN)
			fault(r->job, row->number,
			      say_format(r->job->mem, "sel kolom %.*s rusak.",
					 STR_ARG(xlsx_column_name(r->job->mem, i))));
	}
	return take_row(arg, row->number, cells, row->count);
}

/* Many faults are told as the first ones and a number. */
static void shorten(struct job *job)
{
	int over = job->faults->count - LEMBAR_FAULTS_MAX;

	if (over <= 0)
		return;
	job->faults->count = LEMBAR_FAULTS_MAX;
	problem_add(job->faults, STR("berkas"), "lembar.more",
		    say_format(job->mem, "Masih ada %d kesalahan lain. Perbaiki yang ini dahulu.",
			       over));
}

enum err lembar_read(struct job *job, const struct upload *file, const struct lembar_tabel *tabel,
		     struct lembar *out)
{
	struct reading reading = {.job = job, .tabel = tabel, .out = out};
	const char *path = str_cstr(job->mem, file->path);
	struct str head;
	enum err err = file_read(job->mem, path, 4, &head);

	*out = (struct lembar){0};
	if (err && err != ERR_INVALID)
		return err;
	err = str_starts(head, "PK")
		      ? xlsx_read(job->mem, path, job->faults, xlsx_row_take, &reading)
		      : csv_read(job->mem, path, job->faults, csv_row, &reading);
	if (!err && !reading.has_head)
		problem_add(job->faults, STR("berkas"), "lembar.empty",
			    STR("Berkas ini kosong. Isi templatnya lalu unggah lagi."));
	shorten(job);
	if (err)
		return err;
	return problems_any(job->faults) ? ERR_INVALID : ERR_OK;
}

const char *lembar_path(struct job *job)
{
	struct id name = id_make();

	return str_cstr(job->mem, str_format(job->mem, "%s/indikator-%.*s.tmp", job->data_dir,
					     STR_ARG(id_str(job->mem, &name))));
}

enum err lembar_send(struct request *req, struct response *res, const char *path, struct str name)
{
	struct arena *mem = request_mem(req);
	struct str body;
	enum err err = file_take(mem, path, SIZE_MAX, &body);

	if (err)
		return err;
	return respond_bytes(res, XLSX_TYPE, str_join(mem, file_name_of(mem, name), STR(".xlsx")),
			     body);
}

static enum err write_guide(struct job *job, struct xlsx *xlsx, const struct lembar_tabel *tabel)
{
	static const int widths[] = {16, 10, 80};
	struct str row[3] = {SAY(job->mem, "Kolom"), SAY(job->mem, "Wajib"), SAY(job->mem, "Isi")};
	enum err err = xlsx_sheet(xlsx, SAY(job->mem, "Petunjuk"), widths, 3);

	if (err)
		return err;
	xlsx_head(xlsx, row, 3);
	for (int i = 0; i < tabel->count; i++) {
		row[0] = str_from(tabel->kolom[i].judul);
		row[1] = tabel->kolom[i].is_needed ? SAY(job->mem, "ya") : SAY(job->mem, "tidak");
		row[2] = say(job->mem, tabel->kolom[i].isi);
		xlsx_row(xlsx, row, 3);
	}
	return ERR_OK;
}

enum err lembar_template(struct request *req, struct response *res,
			 const struct lembar_tabel *tabel)
{
	struct job *job = request_job(req);
	CLEANUP(xlsx_close) struct xlsx *xlsx = NULL;
	struct str head[LEMBAR_COLUMNS_MAX], sample[LEMBAR_COLUMNS_MAX];
	const char *path = lembar_path(job);
	int widths[LEMBAR_COLUMNS_MAX];
	enum err err = xlsx_open(job->mem, path, &xlsx);

	for (int i = 0; i < tabel->count; i++) {
		head[i] = str_from(tabel->kolom[i].judul);
		sample[i] = str_from(tabel->kolom[i].contoh);
		widths[i] = 20;
	}
	if (err || (err = xlsx_sheet(xlsx, tabel->nama, widths, tabel->count)))
		return err;
	xlsx_head(xlsx, head, tabel->count);
	xlsx_row(xlsx, sample, tabel->count);
	if ((err = write_guide(job, xlsx, tabel)) || (err = xlsx_finish(xlsx)))
		return err;
	return lembar_send(req, res, path, tabel->nama);
}
