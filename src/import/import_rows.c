/* SPDX-License-Identifier: Apache-2.0 */
/* Takes the rows of a sheet, and tells which of them are none of the table. */
#include "import/import_reading.h"

#include "import/import_date.h"

#include "base/letters.h"
#include "base/say.h"

#define CELL_CHARS_MAX 4000
#define QUOTED_MAX 40
#define SERIAL_LEAST 20000 /* a bare number that is meant as a day: 1954 … */
#define SERIAL_MOST 80000 /* … 2119 */

int row_filled(const struct xlsx_row *row)
{
	int filled = row->outside >= 0;

	for (int i = 0; i < row->count; i++)
		filled += row->cells[i].flaw != XLSX_FINE || str_trim(row->cells[i].text).len > 0;
	return filled;
}

bool row_is_blank(const struct xlsx_row *row)
{
	return row_filled(row) == 0;
}

/* The cell that names the record: a code, a NIP, a day. */
static struct str key_cell(const struct reading *r, const struct xlsx_row *row)
{
	for (int i = 0; i < row->count && i < IMPORT_FILE_COLUMNS_MAX; i++)
		if (r->column_of[i] == 0)
			return letters_clean(r->job->mem, row->cells[i].text, false);
	return STR_NONE;
}

static struct str first_cell(const struct reading *r, const struct xlsx_row *row)
{
	for (int i = 0; i < row->count; i++) {
		struct str text = letters_clean(r->job->mem, row->cells[i].text, false);
		if (text.len > 0)
			return text;
	}
	return STR_NONE;
}

/* 1, 2, 3 … or (1), (2), (3) … in every filled cell. */
static bool is_numbers_of_columns(const struct xlsx_row *row)
{
	int64_t number = 0, next = 1;

	for (int i = 0; i < row->count; i++) {
		struct str text = str_trim(row->cells[i].text);
		if (text.len == 0)
			continue;
		if (text.at[0] == '(' && text.at[text.len - 1] == ')')
			text = str_slice(text, 1, text.len - 1);
		if (!str_parse_int(text, &number) || number != next++)
			return false;
	}
	return next > 3;
}

/* "Jumlah", "TOTAL PEGAWAI : 25" where the record's own key would stand or before it. */
static bool is_sum(const struct reading *r, const struct xlsx_row *row)
{
	static const char *const words[] = {"jumlah", "total", "subtotal", "grandtotal"};
	struct str first = first_cell(r, row), rest;
	struct str key = key_cell(r, row);
	struct str word = str_cut(first, ' ', &rest);

	if (key.len > 0 && !str_equal(key, first))
		return false;
	word = heading_key(r->job->mem, str_cut(word, ':', &rest));
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		if (str_is(word, words[i]))
			return true;
	return false;
}

/* The headings again, as lists have them on every printed page. */
static bool is_headings_again(const struct reading *r, const struct xlsx_row *row)
{
	return head_is_whole(r, r->jenis, row);
}

bool row_is_aside(struct reading *r, const struct xlsx_row *row)
{
	struct arena *mem = r->job->mem;

	if (r->data_rows == 0 && is_numbers_of_columns(row))
		reading_note(r, say_format(mem, "Baris %d hanya menomori kolom: dilewati.",
					   row->number));
	else if (is_headings_again(r, row))
		reading_note(r, say_format(mem, "Baris %d mengulang judul kolom: dilewati.",
					   row->number));
	else if (is_sum(r, row))
		reading_note(r, say_format(mem, "Baris %d berisi jumlah: dilewati.", row->number));
	else
		return false;
	return true;
}

/* A date, a place and a signature are one or two cells without a code or number of a record. */
bool row_is_foot(const struct reading *r, const struct xlsx_row *row)
{
	struct str key = key_cell(r, row);

	if (r->head_count < 3 || row_filled(row) > 2)
		return false;
	if (key.len == 0)
		return true;
	return r->jenis == IMPORT_PEGAWAI || r->jenis == IMPORT_LIBUR
		       ? key.at[0] < '0' || key.at[0] > '9'
		       : str_has(key, " ");
}

/* --- cells --- */

static bool is_code(enum import_jenis jenis, int column)
{
	switch (jenis) {
	case IMPORT_UNIT: return column == UNIT_KODE || column == UNIT_INDUK;
	case IMPORT_JABATAN: return column == JABATAN_KODE || column == JABATAN_UNIT;
	case IMPORT_PEGAWAI: return column == PEGAWAI_JABATAN;
	case IMPORT_LIBUR:
	case IMPORT_JENIS_COUNT: return false;
	}
	__builtin_unreachable();
}

static bool is_day(enum import_jenis jenis, int column)
{
	return (jenis == IMPORT_PEGAWAI && (column == PEGAWAI_TMT || column == PEGAWAI_BERAKHIR)) ||
	       (jenis == IMPORT_LIBUR && column == LIBUR_TANGGAL);
}

/* A number that a spreadsheet keeps as a day, whatever it shows of it. */
static bool is_meant_as_day(const struct xlsx_cell *cell)
{
	int64_t serial = 0;

	return !date_is_none(cell->day) &&
	       (cell->is_date || (str_parse_int(cell->text, &serial) && serial >= SERIAL_LEAST &&
				  serial <= SERIAL_MOST));
}

/* The mark that makes a spreadsheet keep a number as text came along with it. */
static struct str without_text_mark(struct str text)
{
	return text.len > 1 && text.at[0] == '\'' && text.at[1] >= '0' && text.at[1] <= '9'
		       ? str_slice(text, 1, text.len)
		       : text;
}

/* What the cell stands for in that column. */
static struct str cell_text(const struct reading *r, const struct xlsx_cell *cell, int column)
{
	struct arena *mem = r->job->mem;

	if (column >= 0 && is_code(r->jenis, column) && cell->shown.len > 0)
		return str_copy(mem, cell->shown);
	if (column >= 0 && is_day(r->jenis, column) && is_meant_as_day(cell))
		return date_iso(mem, cell->day);
	struct str text = letters_clean(mem, cell->text, false);
	return without_text_mark(text.at == cell->text.at ? str_copy(mem, text) : text);
}

/* A cell whose content is wrong in itself. say: cell_wrong 4 */
struct cell_place {
	int baris, column;
	struct str text;
};

static bool cell_wrong(struct reading *r, struct cell_place at, const char *rule, struct str alasan)
{
	sheet_fault(r, at.baris, letters_cut(r->job->mem, at.text, QUOTED_MAX), rule, alasan);
	fault_column(r, at.column);
	return true;
}

/* Says what is wrong with a cell in itself, whatever column it stands in. */
static bool cell_tell(struct reading *r, struct cell_place place, bool is_date)
{
	int at = r->column_of[place.column], point = 0;

	if (letters_unshowable(place.text, &point)) {
		place.text = letters_marked(r->job->mem, place.text);
		return cell_wrong(r, place, "import.tanda",
				  say_format(r->job->mem,
					     "Sel ini memuat tanda yang tidak dapat ditampilkan "
					     "(U+%04X). Tulis ulang isinya.",
					     point));
	}
	if (str_chars(place.text) > CELL_CHARS_MAX)
		return cell_wrong(r, place, "import.terlalu_panjang",
				  STR("Isi sel lebih dari 4.000 karakter."));
	if (at == COLUMN_STRANGE)
		return cell_wrong(r, place, "import.tanpa_judul",
				  STR("Sel ini berada di kolom tanpa judul yang dikenal."));
	if (place.text.at[0] == '=')
		return cell_wrong(r, place, "import.rumus",
				  STR("Isi sel tampak seperti rumus. Ganti dengan nilainya."));
	if (at >= 0 && is_code(r->jenis, at) && is_date)
		return cell_wrong(r, place, "import.kode_tanggal",
				  STR("Kode ini berubah menjadi tanggal. Ubah format kolom menjadi "
				      "Teks lalu tulis ulang."));
	return false;
}

/* A column without a heading left of all others that counts the rows: 0, 1, 2 … or 1, 2, 3 … */
static bool is_row_number(struct reading *r, int column, struct str text)
{
	int64_t number = 0;

	if (column >= r->head_from || !str_parse_int(text, &number) ||
	    number < r->number_next - (r->data_rows == 0) || r->number_next < 0)
		return false;
	if (r->data_rows == 0 && number > 1)
		return false;
	r->number_next = number + 1;
	if (!r->has_numbers)
		reading_note(r,
			     SAY(r->job->mem, "Kolom tanpa judul yang menomori baris: dilewati."));
	r->has_numbers = true;
	return true;
}

static void cell_read(struct reading *r, const struct xlsx_row *row, int column,
		      struct import_row *out)
{
	const struct xlsx_cell *cell = &row->cells[column];
	int at = r->column_of[column];

	if (at == COLUMN_TOLD || at == COLUMN_LEFT_OUT)
		return;
	struct str text = cell_text(r, cell, at);
	if (at == COLUMN_STRANGE && is_row_number(r, column, text))
		return;
	if (flaw_tell(r, row->number, cell, column)) {
		out->told |= at >= 0 ? 1U << at : 0;
		return;
	}
	if (text.len == 0)
		return;
	if (at >= 0 && is_day(r->jenis, at))
		r->sheet->is_month_first[at] |= import_day_is_month_first(text);
	if (at >= 0) /* also a wrong one, so that it is not called missing too */
		out->cells[at] = letters_cut(r->job->mem, text, CELL_CHARS_MAX);
	if (cell_tell(r, (struct cell_place){row->number, column, text}, cell->is_date) && at >= 0)
		out->told |= 1U << at;
}

void row_take(struct reading *r, const struct xlsx_row *row)
{
	struct import_sheet *sheet = r->sheet;
	struct import_row out = {.baris = row->number};

	for (int i = 0; i < row->count && i < IMPORT_FILE_COLUMNS_MAX; i++)
		cell_read(r, row, i, &out);
	if (row->outside >= 0) {
		sheet_fault(r, row->number, letters_cut(r->job->mem, row->outside_text, QUOTED_MAX),
			    "import.di_luar", STR("Sel ini berada di luar 64 kolom pertama."));
		fault_column(r, row->outside);
	}
	r->data_rows++;
	sheet->rows = arena_grow(r->job->mem, sheet->rows, sheet->count, sizeof *sheet->rows);
	sheet->rows[sheet->count++] = out;
}
