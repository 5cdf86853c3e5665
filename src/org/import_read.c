/* SPDX-License-Identifier: Apache-2.0 */
#include "org/import_read.h"

#include "render/csv.h"
#include "render/xlsx_read.h"

#include <stdio.h>
#include <string.h>

#define COLUMNS_MAX 64
#define CELL_CHARS_MAX 4000

struct reading {
	struct job *job;
	struct import_file *file;
	struct str lembar; /* sheet being read */
	struct import_sheet *sheet; /* NULL: a sheet to skip */
	enum import_jenis jenis;
	bool is_csv, has_begun;
};

void import_fault_add(struct import_faults *faults, const struct import_fault *fault)
{
	faults->at = arena_grow(faults->mem, faults->at, faults->count, sizeof *faults->at);
	faults->at[faults->count++] = *fault;
}

static void sheet_fault(struct reading *r, int baris, struct str nilai, const char *rule,
			struct str alasan)
{
	struct import_fault fault = {.lembar = r->lembar,
				     .baris = baris,
				     .nilai = str_copy(r->job->mem, nilai),
				     .rule = rule,
				     .alasan = alasan};

	import_fault_add(&r->file->faults, &fault);
}

/* "Kode Induk *" and "kode_induk" are one heading. */
static struct str heading_key(struct arena *mem, struct str cell)
{
	struct buf buf;

	cell = str_lower(mem, str_trim(cell));
	while (cell.len && cell.at[cell.len - 1] == '*')
		cell = str_trim(str_slice(cell, 0, cell.len - 1));
	buf_init(&buf, mem);
	for (size_t i = 0; i < cell.len; i++)
		buf_add_char(&buf, cell.at[i] == ' ' || cell.at[i] == '-' ? '_' : cell.at[i]);
	return buf_str(&buf);
}

static int kolom_find(enum import_jenis jenis, struct str key)
{
	int count;
	const struct import_kolom *kolom = import_kolom(jenis, &count);

	for (int i = 0; i < count; i++)
		if (str_equal(kolom[i].kunci, key))
			return i;
	return -1;
}

static bool has_heading(struct arena *mem, const struct str *cells, int cell_count,
			struct str kunci)
{
	for (int i = 0; i < cell_count; i++)
		if (str_equal(heading_key(mem, cells[i]), kunci))
			return true;
	return false;
}

/* The kind of sheet whose required headings all stand in this row; -1 when none. */
static int jenis_of_head(struct arena *mem, const struct str *cells, int cell_count)
{
	for (int jenis = IMPORT_JENIS_COUNT - 1; jenis >= 0; jenis--) {
		int count;
		const struct import_kolom *kolom = import_kolom((enum import_jenis)jenis, &count);
		bool fits = true;
		for (int i = 0; i < count && fits; i++)
			fits = !kolom[i].is_required ||
			       has_heading(mem, cells, cell_count, kolom[i].kunci);
		if (fits)
			return jenis;
	}
	return -1;
}

static int jenis_of_lembar(struct arena *mem, struct str lembar)
{
	struct str name = str_lower(mem, str_trim(lembar));

	for (int jenis = 0; jenis < IMPORT_JENIS_COUNT; jenis++)
		if (str_equal(name, str_lower(mem, import_lembar((enum import_jenis)jenis))))
			return jenis;
	return str_is(name, "hari libur") ? IMPORT_LIBUR : -1;
}

static void head_read(struct reading *r, int baris, const struct str *cells, int count)
{
	struct arena *mem = r->job->mem;
	int kolom_count;
	const struct import_kolom *kolom = import_kolom(r->jenis, &kolom_count);

	r->sheet->has_head = true;
	for (int i = 0; i < COLUMNS_MAX; i++)
		r->sheet->kolom_of[i] = -1;
	for (int i = 0; i < count && i < COLUMNS_MAX; i++) {
		struct str key = heading_key(mem, cells[i]);
		int at = kolom_find(r->jenis, key);
		if (key.len == 0)
			continue;
		if (at < 0)
			sheet_fault(r, baris, cells[i], "import.kolom_asing",
				    STR("Judul kolom ini tidak dikenal. Pakai judul seperti di "
					"templat."));
		else if (r->sheet->has_kolom[at])
			sheet_fault(r, baris, cells[i], "import.kolom_ganda",
				    STR("Judul kolom ini ada dua kali."));
		else
			r->sheet->kolom_of[i] = at;
		if (at >= 0)
			r->sheet->has_kolom[at] = true;
	}
	for (int i = 0; i < kolom_count; i++)
		if (kolom[i].is_required && !r->sheet->has_kolom[i])
			sheet_fault(r, baris, kolom[i].kunci, "import.kolom_kurang",
				    STR("Kolom wajib ini tidak ada."));
}

static struct import_row *row_add(struct import_sheet *sheet, struct arena *mem)
{
	sheet->rows = arena_grow(mem, sheet->rows, sheet->count, sizeof *sheet->rows);
	return &sheet->rows[sheet->count++];
}

static void row_read(struct reading *r, int baris, const struct str *cells, int count)
{
	struct import_row row = {.baris = baris};
	bool is_empty = true;

	for (int i = 0; i < count && i < COLUMNS_MAX; i++) {
		struct str cell = str_trim(cells[i]);
		int at = r->sheet->kolom_of[i];
		if (cell.len == 0)
			continue;
		is_empty = false;
		if (cell.len > CELL_CHARS_MAX)
			sheet_fault(r, baris, str_slice(cell, 0, 40), "import.terlalu_panjang",
				    STR("Isi sel lebih dari 4.000 karakter."));
		else if (at >= 0)
			row.cells[at] = str_copy(r->job->mem, cell);
		else
			sheet_fault(r, baris, str_slice(cell, 0, 40), "import.tanpa_judul",
				    STR("Sel ini berada di kolom tanpa judul yang dikenal."));
	}
	if (!is_empty)
		*row_add(r->sheet, r->job->mem) = row;
}

/* First row of a sheet: which kind is it? */
static void sheet_begin(struct reading *r, struct str lembar, const struct str *cells, int count)
{
	struct arena *mem = r->job->mem;
	int jenis = r->is_csv ? -1 : jenis_of_lembar(mem, lembar);

	r->has_begun = true;
	r->lembar = str_copy(mem, lembar);
	r->sheet = NULL;
	if (jenis < 0)
		jenis = jenis_of_head(mem, cells, count);
	if (jenis < 0) {
		if (!str_is(str_lower(mem, lembar), "petunjuk"))
			sheet_fault(r, 0, lembar, "import.lembar_asing",
				    STR("Isi ini bukan Unit, Jabatan, Pegawai, atau Libur. Pakai "
					"templat yang tersedia."));
		return;
	}
	r->jenis = (enum import_jenis)jenis;
	if (r->is_csv)
		r->lembar = import_lembar(r->jenis);
	if (r->file->sheets[jenis].is_present) {
		sheet_fault(r, 0, lembar, "import.lembar_ganda",
			    STR("Lembar jenis ini ada dua kali."));
		return;
	}
	r->sheet = &r->file->sheets[jenis];
	r->sheet->is_present = true;
	r->sheet->lembar = r->lembar;
}

static bool is_blank(const struct str *cells, int count)
{
	for (int i = 0; i < count; i++)
		if (str_trim(cells[i]).len)
			return false;
	return true;
}

static enum err xlsx_take(void *arg, struct str lembar, int baris, const struct str *cells,
			  int count)
{
	struct reading *r = arg;

	if (is_blank(cells, count))
		return ERR_OK;
	if (!r->has_begun || !(str_equal(r->lembar, lembar)))
		sheet_begin(r, lembar, cells, count);
	if (!r->sheet)
		return ERR_OK;
	if (r->sheet->has_head)
		row_read(r, baris, cells, count);
	else
		head_read(r, baris, cells, count);
	return ERR_OK;
}

static enum err csv_take(void *arg, int baris, const struct str *cells, int count)
{
	struct reading *r = arg;

	if (is_blank(cells, count))
		return ERR_OK;
	if (!r->has_begun)
		sheet_begin(r, STR("CSV"), cells, count);
	if (!r->sheet)
		return ERR_OK;
	if (r->sheet->has_head)
		row_read(r, baris, cells, count);
	else
		head_read(r, baris, cells, count);
	return ERR_OK;
}

/* A zip (XLSX) or the container of old and encrypted workbooks; anything else is taken for CSV. */
static enum err looks_like_workbook(const char *path, bool *out)
{
	unsigned char head[4] = {0};
	FILE *file = fopen(path, "rb");

	if (!file)
		return ERR_IO;
	size_t got = fread(head, 1, sizeof(head), file);
	(void)fclose(file);
	*out = got == sizeof(head) &&
	       (memcmp(head, "PK", 2) == 0 || memcmp(head, "\xD0\xCF\x11\xE0", 4) == 0);
	return ERR_OK;
}

enum err import_read(struct job *job, const char *path, struct import_file **out)
{
	struct import_file *file = arena_new(job->mem, struct import_file);
	struct reading r = {.job = job, .file = file};
	bool is_workbook = false;
	enum err err;

	file->faults.mem = job->mem;
	if ((err = looks_like_workbook(path, &is_workbook)))
		return err;
	r.is_csv = !is_workbook;
	err = is_workbook ? xlsx_read(job->mem, path, job->faults, xlsx_take, &r)
			  : csv_read(job->mem, path, job->faults, csv_take, &r);
	if (err)
		return err;
	if (!r.has_begun) {
		problem_add(job->faults, STR("berkas"), "import.kosong",
			    STR("Berkas ini kosong. Isi templat lalu unggah lagi."));
		return ERR_INVALID;
	}
	*out = file;
	return ERR_OK;
}
