/* SPDX-License-Identifier: Apache-2.0 */
/* Walks a file sheet by sheet: titles, headings, rows, and what stands below. */
#include "import/import_read.h"

#include "import/import_kind.h"
#include "import/import_reading.h"
#include "base/letters.h"
#include "base/say.h"
#include "render/csv.h"

#include <string.h>

#define QUOTED_MAX 80

_Static_assert(XLSX_COLUMNS_MAX == IMPORT_FILE_COLUMNS_MAX &&
		       CSV_COLUMNS_MAX == IMPORT_FILE_COLUMNS_MAX,
	       "readers hand over as many columns as a sheet takes");

void import_fault_add(struct import_faults *faults, const struct import_fault *fault)
{
	if (faults->count == IMPORT_FAULTS_MAX) {
		faults->more++;
		return;
	}
	faults->at = arena_grow(faults->mem, faults->at, faults->count, sizeof *faults->at);
	faults->at[faults->count++] = *fault;
}

void sheet_fault(struct reading *r, int baris, struct str nilai, const char *rule,
		 struct str alasan)
{
	bool is_full = r->file->faults.count == IMPORT_FAULTS_MAX;
	struct import_fault fault = {.lembar = r->lembar,
				     .baris = baris,
				     .nilai = is_full ? STR_NONE : str_copy(r->job->mem, nilai),
				     .rule = rule,
				     .alasan = alasan};

	import_fault_add(&r->file->faults, &fault);
}

void fault_column(struct reading *r, int column)
{
	struct import_fault *fault = &r->file->faults.at[r->file->faults.count - 1];
	int at = column < IMPORT_FILE_COLUMNS_MAX ? r->column_of[column] : COLUMN_STRANGE;
	int count;

	if (fault->column.len == 0)
		fault->column = at >= 0 ? import_column(r->jenis, &count)[at].kunci
					: xlsx_column_name(r->job->mem, column);
}

void reading_note(struct reading *r, struct str kalimat)
{
	struct import_file *file = r->file;

	if (file->note_count == NOTES_MAX)
		return;
	file->notes = arena_grow(r->job->mem, file->notes, file->note_count, sizeof *file->notes);
	file->notes[file->note_count++] = (struct import_note){r->lembar, kalimat};
}

/* What a person sees of the cell in Excel's line of entry. */
static struct str flawed_text(const struct reading *r, const struct xlsx_cell *cell)
{
	struct arena *mem = r->job->mem;

	return cell->flaw == XLSX_FORMULA && cell->formula.len
		       ? str_join(mem, STR("="), letters_cut(mem, cell->formula, QUOTED_MAX))
		       : letters_cut(mem, cell->text, QUOTED_MAX);
}

static bool is_nip(const struct reading *r, int column)
{
	int at = r->column_of[column];

	return r->jenis == IMPORT_PEGAWAI && (at == PEGAWAI_NIP || at == PEGAWAI_PENILAI);
}

static void rounded_tell(struct reading *r, int baris, const struct xlsx_cell *cell, int column)
{
	if (is_nip(r, column))
		sheet_fault(r, baris, cell->text, "pegawai.nip_angka",
			    STR("NIP tersimpan sebagai angka sehingga digitnya hilang. Ubah "
				"format kolom menjadi Teks lalu tulis ulang."));
	else
		sheet_fault(r, baris, cell->text, "import.angka_panjang",
			    STR("Angka lebih dari 15 digit kehilangan digit terakhirnya. Ubah "
				"format kolom menjadi Teks lalu tulis ulang."));
}

bool flaw_tell(struct reading *r, int baris, const struct xlsx_cell *cell, int column)
{
	switch (cell->flaw) {
	case XLSX_FINE: return false;
	case XLSX_FORMULA:
		sheet_fault(r, baris, flawed_text(r, cell), "import.rumus",
			    STR("Sel ini berisi rumus. Ganti dengan nilainya (Salin, lalu Tempel "
				"Khusus: Nilai)."));
		break;
	case XLSX_ERROR:
		sheet_fault(r, baris, flawed_text(r, cell), "import.galat",
			    STR("Sel ini berisi galat Excel. Tulis isinya."));
		break;
	case XLSX_BROKEN:
		sheet_fault(r, baris, STR_NONE, "import.sel_rusak",
			    STR("Teks sel ini tidak ditemukan di dalam berkas. Tulis ulang isinya "
				"dan simpan."));
		break;
	case XLSX_ROUNDED: rounded_tell(r, baris, cell, column); break;
	}
	fault_column(r, column);
	return cell->flaw != XLSX_FORMULA || cell->text.len == 0;
}

/* --- sheets --- */

static int jenis_of_lembar(struct arena *mem, struct str lembar)
{
	struct str name = heading_key(mem, lembar);

	for (int jenis = 0; jenis < IMPORT_JENIS_COUNT; jenis++)
		if (str_equal(name, import_jenis_key((enum import_jenis)jenis)))
			return jenis;
	return str_is(name, "harilibur") ? IMPORT_LIBUR : -1;
}

/* The kind of the sheet is known: its rows go where rows of that kind go. */
static void sheet_begin(struct reading *r, enum import_jenis jenis)
{
	r->jenis = jenis;
	if (r->is_csv)
		r->lembar = import_lembar(jenis);
	if (r->file->sheets[jenis].is_present) {
		sheet_fault(r, 0, r->lembar, "import.lembar_ganda",
			    STR("Lembar jenis ini ada dua kali."));
		return;
	}
	r->sheet = &r->file->sheets[jenis];
	r->sheet->is_present = true;
	r->sheet->lembar = r->lembar;
}

static void row_hold(struct reading *r, const struct xlsx_row *row)
{
	struct arena *mem = r->job->mem;
	struct xlsx_row held = *row;
	struct xlsx_cell *cells = arena_array(mem, struct xlsx_cell, (size_t)row->count + 1);

	for (int i = 0; i < row->count; i++) {
		cells[i] = row->cells[i];
		cells[i].text = str_copy(mem, cells[i].text);
		cells[i].shown = str_copy(mem, cells[i].shown);
		cells[i].formula = str_copy(mem, cells[i].formula);
	}
	held.cells = cells;
	held.outside_text = str_copy(mem, row->outside_text);
	r->held[r->held_count++] = held;
}

/* Rows that might have stood below the table were rows of it after all. */
static void held_take(struct reading *r)
{
	for (int i = 0; i < r->held_count; i++)
		row_take(r, &r->held[i]);
	r->held_count = 0;
}

static void data_take(struct reading *r, const struct xlsx_row *row)
{
	if (row_is_aside(r, row))
		return;
	if (row_is_foot(r, row) && r->held_count < HELD_MAX) {
		row_hold(r, row);
		return;
	}
	held_take(r);
	row_take(r, row);
}

/* No row had all headings: the one that looks most like it is taken, and what is wrong with it is
   told; the rows behind it are rows. */
static void head_settle(struct reading *r)
{
	struct xlsx_row rows[HELD_MAX];
	int count = r->held_count;
	int head = head_guess(r, &r->jenis);

	memcpy(rows, r->held, sizeof rows);
	r->held_count = 0;
	if (head < 0)
		return;
	if (!r->sheet)
		sheet_begin(r, r->jenis);
	if (!r->sheet)
		return;
	head_take(r, &rows[head]);
	for (int i = head + 1; i < count; i++)
		data_take(r, &rows[i]);
}

static bool is_guide(const struct reading *r)
{
	return str_is(heading_key(r->job->mem, r->lembar), "petunjuk");
}

/* A word or two a row: what people note beside their lists. */
static bool is_no_table(const struct reading *r)
{
	for (int i = 0; i < r->held_count; i++)
		if (row_filled(&r->held[i]) > 2)
			return false;
	return !r->is_csv;
}

/* Nothing in the sheet looked like headings. */
static void sheet_give_up(struct reading *r, bool is_no_list)
{
	r->is_skipped = true;
	if (r->sheet || is_guide(r))
		return;
	if (is_no_list)
		reading_note(r, SAY(r->job->mem, "Lembar ini bukan daftar: dilewati."));
	else
		sheet_fault(r, 0, r->lembar, "import.lembar_asing",
			    STR("Isi ini bukan Unit, Jabatan, Pegawai, atau Libur. Pakai "
				"templat yang tersedia."));
}

static bool is_settled(const struct reading *r)
{
	return r->sheet && r->sheet->has_head;
}

/* The sheet is over: what was held is below the table, or the sheet had no headings. */
static void sheet_finish(struct reading *r)
{
	if (!r->has_begun)
		return;
	if (r->held_count > 0 && !is_settled(r)) {
		bool is_no_list = is_no_table(r);
		head_settle(r);
		if (!is_settled(r))
			sheet_give_up(r, is_no_list);
	}
	if (is_settled(r) && r->held_count > 0)
		reading_note(r, r->held_count == 1
					? say_format(r->job->mem,
						     "Baris %d di bawah daftar: dilewati.",
						     r->held[0].number)
					: say_format(r->job->mem,
						     "Baris %d sampai %d di bawah daftar: "
						     "dilewati.",
						     r->held[0].number,
						     r->held[r->held_count - 1].number));
	if (is_settled(r) && r->sheet->hidden_count > 0)
		reading_note(r, say_format(r->job->mem,
					   "%d baris tersembunyi atau tersaring dilewati, mulai "
					   "baris %d. Tampilkan semua baris bila ikut dimuat.",
					   r->sheet->hidden_count, r->hidden_first));
	r->held_count = 0;
	r->has_begun = false;
}

static void sheet_open(struct reading *r, struct str lembar)
{
	int jenis = r->is_csv ? -1 : jenis_of_lembar(r->job->mem, lembar);

	sheet_finish(r);
	r->has_begun = r->is_any = true;
	r->lembar = str_copy(r->job->mem, lembar);
	r->sheet = NULL;
	r->is_skipped = false;
	r->is_named = jenis >= 0;
	if (!r->is_named)
		return;
	sheet_begin(r, (enum import_jenis)jenis);
	r->is_skipped = !r->sheet; /* a second one of its kind */
}

/* Before the headings are known. */
static void open_take(struct reading *r, const struct xlsx_row *row)
{
	int jenis = r->is_named ? (head_is_whole(r, r->jenis, row) ? (int)r->jenis : -1)
				: head_jenis(r, row);

	if (jenis < 0) {
		row_hold(r, row);
		if (r->held_count == HELD_MAX) {
			head_settle(r);
			if (!is_settled(r))
				sheet_give_up(r, false);
		}
		return;
	}
	r->held_count = 0;
	if (!r->sheet)
		sheet_begin(r, (enum import_jenis)jenis);
	if (r->sheet)
		head_take(r, row);
	else
		r->is_skipped = true;
}

static enum err any_take(void *arg, const struct xlsx_row *row)
{
	struct reading *r = arg;

	if (row->number == 0) { /* a sheet nobody sees */
		sheet_finish(r);
		r->is_any = true;
		r->lembar = str_copy(r->job->mem, row->sheet);
		reading_note(r, SAY(r->job->mem, "Lembar ini tersembunyi: dilewati."));
		return ERR_OK;
	}
	if (row_is_blank(row))
		return ERR_OK;
	if (!r->has_begun || !str_equal(r->lembar, row->sheet))
		sheet_open(r, row->sheet);
	if (r->is_skipped)
		return ERR_OK;
	if (row->is_hidden) {
		if (r->sheet && r->sheet->hidden_count++ == 0)
			r->hidden_first = row->number;
		return ERR_OK;
	}
	if (is_settled(r))
		data_take(r, row);
	else
		open_take(r, row);
	return ERR_OK;
}

static enum err csv_take(void *arg, int baris, const struct str *cells, int count)
{
	struct xlsx_cell as_cells[CSV_COLUMNS_MAX] = {0};
	struct xlsx_row row = {.sheet = STR("CSV"),
			       .number = baris,
			       .count = count,
			       .cells = as_cells,
			       .outside = -1};
	struct reading *r = arg;

	for (int i = 0; i < count; i++)
		as_cells[i].text = cells[i];
	if (r->has_begun)
		row.sheet = r->lembar; /* named by its kind meanwhile */
	return any_take(r, &row);
}

/* say: refuse 3 */
static enum err refuse(struct job *job, const char *rule, struct str sentence)
{
	problem_add(job->faults, STR("berkas"), rule, sentence);
	return ERR_INVALID;
}

/* A sheet without headings, and a file with headings alone, say so once. */
static enum err sheets_check(struct reading *r)
{
	int rows = 0, faults = r->file->faults.count, sheets = 0;

	for (int jenis = 0; jenis < IMPORT_JENIS_COUNT; jenis++) {
		const struct import_sheet *sheet = &r->file->sheets[jenis];
		rows += sheet->count;
		sheets += sheet->is_present;
		if (!sheet->is_present || sheet->has_head)
			continue;
		r->lembar = sheet->lembar;
		sheet_fault(r, 0, STR_NONE, "import.tanpa_judul_kolom",
			    STR("Judul kolom tidak ditemukan. Pakai baris judul dari templat."));
	}
	if (sheets == 0 && faults == 0)
		return refuse(r->job, "import.tanpa_daftar",
			      STR("Tidak ada daftar di dalam berkas ini. Pakai templat yang "
				  "tersedia."));
	return rows || faults || r->file->faults.count
		       ? ERR_OK
		       : refuse(r->job, "import.tanpa_baris",
				STR("Berkas ini hanya berisi judul kolom. Isi barisnya lalu unggah "
				    "lagi."));
}

static enum err rows_read(struct reading *r, const char *path)
{
	struct job *job = r->job;
	enum err err = r->is_csv ? csv_read(job->mem, path, job->faults, csv_take, r)
				 : xlsx_read(job->mem, path, job->faults, any_take, r);

	if (err)
		return err;
	sheet_finish(r);
	if (!r->is_any)
		return refuse(job, "import.kosong",
			      STR("Berkas ini kosong. Isi templat lalu unggah lagi."));
	return sheets_check(r);
}

enum err import_read(struct job *job, const char *path, struct import_file **out)
{
	struct import_file *file = arena_new(job->mem, struct import_file);
	struct reading *r = arena_new(job->mem, struct reading);
	enum import_kind kind = IMPORT_KIND_OTHER;
	struct str refusal = STR_NONE;
	enum err err;

	*r = (struct reading){.job = job, .file = file};
	file->faults.mem = job->mem;
	if ((err = import_kind_find(path, &kind, &refusal)))
		return err;
	if (kind == IMPORT_KIND_OTHER)
		return refuse(job, "import.jenis_berkas", refusal);
	r->is_csv = kind == IMPORT_KIND_CSV;
	if ((err = import_memory_load(job, &r->memory)) || (err = rows_read(r, path)))
		return err;
	*out = file;
	return ERR_OK;
}
