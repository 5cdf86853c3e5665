/* SPDX-License-Identifier: Apache-2.0 */
/* Finds sheets, headings and rows, whatever stands above them. */
#include "import/import_read.h"

#include "import/import_kind.h"
#include "render/csv.h"
#include "render/xlsx_read.h"

#include <stdio.h>
#include <string.h>

#define COLUMNS_MAX 64
#define CELL_CHARS_MAX 4000
#define TITLE_ROWS_MAX 10 /* rows above the headings: a title, a date */
#define COLUMNS_REPORTED -2 /* a heading already found wrong: its cells are passed over */

struct reading {
	struct job *job;
	struct import_file *file;
	struct str lembar; /* sheet being read */
	struct import_sheet *sheet; /* NULL: a sheet to skip */
	enum import_jenis jenis;
	bool is_csv, has_begun;
	int title_rows; /* of this sheet, passed over */
	/* the workbook's, with what is wrong with its cells; NULL of a CSV */
	const struct xlsx_row *row;
};

void import_fault_add(struct import_faults *faults, const struct import_fault *fault)
{
	faults->at = arena_grow(faults->mem, faults->at, faults->count, sizeof *faults->at);
	faults->at[faults->count++] = *fault;
}

/* say: sheet_fault 5, refuse 3 */
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

/* Tells the last fault's column: by its heading where we know it, else by its letter. */
static void fault_column(struct reading *r, int column)
{
	struct import_fault *fault = &r->file->faults.at[r->file->faults.count - 1];
	int at = r->sheet->column_of[column], count;

	fault->column = at >= 0 ? import_column(r->jenis, &count)[at].kunci
				: xlsx_column_name(r->job->mem, column);
}

static enum xlsx_flaw flaw_of(const struct reading *r, int column)
{
	return r->row && column < r->row->count ? r->row->cells[column].flaw : XLSX_FINE;
}

/* What a person sees of the cell in Excel's line of entry. */
static struct str flawed_text(const struct reading *r, int column)
{
	const struct xlsx_cell *cell = &r->row->cells[column];

	return cell->flaw == XLSX_FORMULA && cell->formula.len
		       ? str_join(r->job->mem, STR("="), str_slice(cell->formula, 0, 80))
		       : str_slice(cell->text, 0, 80);
}

/* Names a cell the workbook itself spoils. True when nothing can be taken from it. */
static bool flaw_tell(struct reading *r, int baris, int column)
{
	switch (flaw_of(r, column)) {
	case XLSX_FINE: return false;
	case XLSX_FORMULA:
		sheet_fault(r, baris, flawed_text(r, column), "import.rumus",
			    STR("Sel ini berisi rumus. Ganti dengan nilainya (Salin, lalu Tempel "
				"Khusus: Nilai)."));
		break;
	case XLSX_ERROR:
		sheet_fault(r, baris, flawed_text(r, column), "import.galat",
			    STR("Sel ini berisi galat Excel. Tulis isinya."));
		break;
	case XLSX_BROKEN:
		sheet_fault(r, baris, STR_NONE, "import.sel_rusak",
			    STR("Teks sel ini tidak ditemukan di dalam berkas. Tulis ulang isinya "
				"dan simpan."));
		break;
	}
	fault_column(r, column);
	return flaw_of(r, column) != XLSX_FORMULA || r->row->cells[column].text.len == 0;
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

static int column_find(enum import_jenis jenis, struct str key)
{
	int count;
	const struct import_column *column = import_column(jenis, &count);

	for (int i = 0; i < count; i++)
		if (str_equal(column[i].kunci, key))
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
		const struct import_column *column =
			import_column((enum import_jenis)jenis, &count);
		bool fits = true;
		for (int i = 0; i < count && fits; i++)
			fits = !column[i].is_required ||
			       has_heading(mem, cells, cell_count, column[i].kunci);
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
	int column_count;
	const struct import_column *column = import_column(r->jenis, &column_count);

	r->sheet->has_head = true;
	for (int i = 0; i < COLUMNS_MAX; i++)
		r->sheet->column_of[i] = -1;
	for (int i = 0; i < count && i < COLUMNS_MAX; i++) {
		struct str key = heading_key(mem, cells[i]);
		int at = column_find(r->jenis, key);
		if (key.len == 0)
			continue;
		r->sheet->column_of[i] = COLUMNS_REPORTED;
		if (flaw_tell(r, baris, i))
			continue;
		if (at < 0)
			sheet_fault(r, baris, cells[i], "import.kolom_asing",
				    STR("Judul kolom ini tidak dikenal. Pakai judul seperti di "
					"templat."));
		else if (r->sheet->has_column[at])
			sheet_fault(r, baris, cells[i], "import.kolom_ganda",
				    STR("Judul kolom ini ada dua kali."));
		else
			r->sheet->column_of[i] = at;
		if (r->sheet->column_of[i] == COLUMNS_REPORTED)
			fault_column(r, i);
		if (at >= 0)
			r->sheet->has_column[at] = true;
	}
	for (int i = 0; i < column_count; i++)
		if (column[i].is_required && !r->sheet->has_column[i])
			sheet_fault(r, baris, column[i].kunci, "import.kolom_kurang",
				    STR("Kolom wajib ini tidak ada."));
}

/* Does any heading of this kind stand in the row? A title above the table has none. */
static bool looks_like_head(const struct reading *r, const struct str *cells, int count)
{
	for (int i = 0; i < count; i++)
		if (column_find(r->jenis, heading_key(r->job->mem, cells[i])) >= 0)
			return true;
	return false;
}

static struct import_row *row_add(struct import_sheet *sheet, struct arena *mem)
{
	sheet->rows = arena_grow(mem, sheet->rows, sheet->count, sizeof *sheet->rows);
	return &sheet->rows[sheet->count++];
}

/* Without the blanks that come along from web pages and other documents: no-break spaces,
   zero-width marks. */
static struct str cell_clean(struct arena *mem, struct str cell)
{
	static const char *const blanks[] = {"\xC2\xA0", "\xE2\x80\x8B", "\xE2\x80\xAF",
					     "\xEF\xBB\xBF"};
	struct buf buf;
	bool is_plain = true;

	for (size_t k = 0; k < sizeof(blanks) / sizeof(blanks[0]); k++)
		is_plain = is_plain && !str_has(cell, blanks[k]);
	if (is_plain)
		return str_trim(cell);
	buf_init(&buf, mem);
	while (cell.len) {
		size_t skipped = 0;
		for (size_t k = 0; k < sizeof(blanks) / sizeof(blanks[0]) && !skipped; k++)
			skipped = str_starts(cell, blanks[k]) ? strlen(blanks[k]) : 0;
		buf_add_char(&buf, skipped ? ' ' : cell.at[0]);
		cell = str_slice(cell, skipped ? skipped : 1, cell.len);
	}
	return str_trim(buf_str(&buf));
}

static void cell_read(struct reading *r, struct import_row *row, struct str cell, int column)
{
	int at = r->sheet->column_of[column], before;

	if (at == COLUMNS_REPORTED)
		return;
	if (flaw_tell(r, row->baris, column)) {
		if (at >= 0)
			row->told |= 1U << at;
		return;
	}
	before = r->file->faults.count;
	if (at >= 0) /* also a wrong one, so that it is not called missing too */
		row->cells[at] = str_copy(r->job->mem, str_slice(cell, 0, CELL_CHARS_MAX));
	if (cell.len > CELL_CHARS_MAX)
		sheet_fault(r, row->baris, str_slice(cell, 0, 40), "import.terlalu_panjang",
			    STR("Isi sel lebih dari 4.000 karakter."));
	else if (at < 0)
		sheet_fault(r, row->baris, str_slice(cell, 0, 40), "import.tanpa_judul",
			    STR("Sel ini berada di kolom tanpa judul yang dikenal."));
	else if (cell.at[0] == '=')
		sheet_fault(r, row->baris, str_slice(cell, 0, 40), "import.rumus",
			    STR("Isi sel tampak seperti rumus. Ganti dengan nilainya."));
	if (r->file->faults.count == before)
		return;
	fault_column(r, column);
	if (at >= 0)
		row->told |= 1U << at;
}

/* Past the last column we read: the first such cell of a row is named. */
static bool outside_tell(struct reading *r, int baris)
{
	if (!r->row || r->row->outside < 0)
		return false;
	sheet_fault(r, baris, str_slice(r->row->outside_text, 0, 40), "import.di_luar",
		    STR("Sel ini berada di luar 64 kolom pertama."));
	r->file->faults.at[r->file->faults.count - 1].column =
		xlsx_column_name(r->job->mem, r->row->outside);
	return true;
}

static void row_read(struct reading *r, int baris, const struct str *cells, int count)
{
	struct import_row row = {.baris = baris};
	bool is_empty = true;

	for (int i = 0; i < count && i < COLUMNS_MAX; i++) {
		struct str cell = cell_clean(r->job->mem, cells[i]);
		if (cell.len == 0 && flaw_of(r, i) == XLSX_FINE)
			continue;
		is_empty = false;
		cell_read(r, &row, cell, i);
	}
	is_empty &= !outside_tell(r, baris);
	if (!is_empty)
		*row_add(r->sheet, r->job->mem) = row;
}

/* First row of a sheet: which kind is it? */
static void sheet_begin(struct reading *r, struct str lembar, const struct str *cells, int count)
{
	struct arena *mem = r->job->mem;
	int jenis = r->is_csv ? -1 : jenis_of_lembar(mem, lembar);

	r->has_begun = true;
	r->title_rows = 0;
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

static bool is_blank(const struct reading *r, const struct str *cells, int count)
{
	for (int i = 0; i < count; i++)
		if (str_trim(cells[i]).len || flaw_of(r, i) != XLSX_FINE)
			return false;
	return !r->row || r->row->outside < 0;
}

static void row_take(struct reading *r, int baris, const struct str *cells, int count)
{
	if (!r->sheet)
		return;
	if (r->sheet->has_head)
		row_read(r, baris, cells, count);
	else if (looks_like_head(r, cells, count) || r->title_rows++ == TITLE_ROWS_MAX)
		head_read(r, baris, cells, count);
}

static enum err xlsx_take(void *arg, const struct xlsx_row *row)
{
	struct reading *r = arg;
	struct str cells[XLSX_COLUMNS_MAX];

	for (int i = 0; i < row->count; i++)
		cells[i] = row->cells[i].text;
	r->row = row;
	if (is_blank(r, cells, row->count))
		return ERR_OK;
	if (!r->has_begun || !(str_equal(r->lembar, row->sheet)))
		sheet_begin(r, row->sheet, cells, row->count);
	row_take(r, row->number, cells, row->count);
	return ERR_OK;
}

static enum err csv_take(void *arg, int baris, const struct str *cells, int count)
{
	struct reading *r = arg;

	if (is_blank(r, cells, count))
		return ERR_OK;
	if (!r->has_begun)
		sheet_begin(r, STR("CSV"), cells, count);
	row_take(r, baris, cells, count);
	return ERR_OK;
}

static enum err refuse(struct job *job, const char *rule, struct str sentence)
{
	problem_add(job->faults, STR("berkas"), rule, sentence);
	return ERR_INVALID;
}

/* A sheet without headings, and a file with headings alone, say so once. */
static enum err sheets_check(struct reading *r)
{
	int rows = 0, faults = r->file->faults.count;

	for (int jenis = 0; jenis < IMPORT_JENIS_COUNT; jenis++) {
		const struct import_sheet *sheet = &r->file->sheets[jenis];
		rows += sheet->count;
		if (!sheet->is_present || sheet->has_head)
			continue;
		r->lembar = sheet->lembar;
		sheet_fault(r, 0, STR_NONE, "import.tanpa_judul_kolom",
			    STR("Judul kolom tidak ditemukan. Pakai baris judul dari templat."));
	}
	return rows || faults || r->file->faults.count
		       ? ERR_OK
		       : refuse(r->job, "import.tanpa_baris",
				STR("Berkas ini hanya berisi judul kolom. Isi barisnya lalu unggah "
				    "lagi."));
}

enum err import_read(struct job *job, const char *path, struct import_file **out)
{
	struct import_file *file = arena_new(job->mem, struct import_file);
	struct reading r = {.job = job, .file = file};
	enum import_kind kind = IMPORT_KIND_OTHER;
	struct str refusal = STR_NONE;
	enum err err;

	file->faults.mem = job->mem;
	if ((err = import_kind_find(path, &kind, &refusal)))
		return err;
	if (kind == IMPORT_KIND_OTHER)
		return refuse(job, "import.jenis_berkas", refusal);
	r.is_csv = kind == IMPORT_KIND_CSV;
	err = r.is_csv ? csv_read(job->mem, path, job->faults, csv_take, &r)
		       : xlsx_read(job->mem, path, job->faults, xlsx_take, &r);
	if (err)
		return err;
	if (!r.has_begun)
		return refuse(job, "import.kosong",
			      STR("Berkas ini kosong. Isi templat lalu unggah lagi."));
	if ((err = sheets_check(&r)))
		return err;
	*out = file;
	return ERR_OK;
}
