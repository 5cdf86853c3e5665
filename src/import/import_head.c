/* SPDX-License-Identifier: Apache-2.0 */
/* Finds the row of headings, and which column is which. */
#include "import/import_reading.h"

#include "base/letters.h"
#include "base/say.h"

/* Headings of a column that only counts the rows. */
static const char *const numbering[] = {"no",	  "nomor",    "nourut", "nomorurut", "index",
					"indeks", "unnamed0", "urut",	"nr",	     NULL};

struct str heading_key(struct arena *mem, struct str cell)
{
	struct str clean = letters_clean(mem, cell, false), rest;
	struct buf key;

	buf_init(&key, mem);
	clean = str_cut(clean, '(', &rest);
	for (size_t i = 0; i < clean.len; i++) {
		char c = clean.at[i];
		if (c >= 'A' && c <= 'Z')
			c = (char)(c - 'A' + 'a');
		if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (unsigned char)c >= 0x80)
			buf_add_char(&key, c);
	}
	return buf_str(&key);
}

/* What people also write above a column: key, the column. */
static const struct {
	const char *key, *kunci;
} also[] = {
	{"mulaikontrak", "kontrak_mulai"},
	{"awalkontrak", "kontrak_mulai"},
	{"tmtkontrak", "kontrak_mulai"},
	{"tanggalmulaikontrak", "kontrak_mulai"},
	{"akhirkontrak", "kontrak_selesai"},
	{"selesaikontrak", "kontrak_selesai"},
	{"kontrakberakhir", "kontrak_selesai"},
	{"tanggalakhirkontrak", "kontrak_selesai"},
	{"tanggalselesaikontrak", "kontrak_selesai"},
	{"tanggalberakhirkontrak", "kontrak_selesai"},
};

static bool is_also(struct str key, struct str kunci)
{
	for (size_t i = 0; i < sizeof also / sizeof also[0]; i++)
		if (str_is(key, also[i].key) && str_is(kunci, also[i].kunci))
			return true;
	return false;
}

static bool key_is(struct str key, struct str kunci)
{
	size_t at = 0;

	for (size_t i = 0; i < kunci.len; i++) {
		if (kunci.at[i] == '_')
			continue;
		if (at == key.len || key.at[at++] != kunci.at[i])
			return false;
	}
	return at == key.len;
}

/* Our column of that heading, by its name or by what was said of it; COLUMN_STRANGE: none,
   COLUMN_LEFT_OUT: it is not for us. */
static int column_find(const struct reading *r, enum import_jenis jenis, struct str key)
{
	int count, column;
	const struct import_column *columns = import_column(jenis, &count);

	for (int i = 0; i < count; i++)
		if (key_is(key, columns[i].kunci) || is_also(key, columns[i].kunci))
			return i;
	if (import_memory_find(&r->memory, jenis, key, &column))
		return column >= 0 ? column : COLUMN_LEFT_OUT;
	return COLUMN_STRANGE;
}

/* Which of the kind's columns stand in the row, a bit each. */
static unsigned head_columns(const struct reading *r, enum import_jenis jenis,
			     const struct xlsx_row *row)
{
	unsigned found = 0;

	for (int i = 0; i < row->count; i++) {
		struct str key = heading_key(r->job->mem, row->cells[i].text);
		int column = key.len > 0 ? column_find(r, jenis, key) : COLUMN_STRANGE;
		if (column >= 0)
			found |= 1U << column;
	}
	return found;
}

static unsigned columns_needed(enum import_jenis jenis)
{
	int count;
	const struct import_column *columns = import_column(jenis, &count);
	unsigned needed = 0;

	for (int i = 0; i < count; i++)
		needed |= (unsigned)columns[i].is_required << i;
	return needed;
}

bool head_is_whole(const struct reading *r, enum import_jenis jenis, const struct xlsx_row *row)
{
	unsigned needed = columns_needed(jenis);

	return (head_columns(r, jenis, row) & needed) == needed;
}

int head_score(const struct reading *r, enum import_jenis jenis, const struct xlsx_row *row)
{
	return __builtin_popcount(head_columns(r, jenis, row));
}

int head_jenis(const struct reading *r, const struct xlsx_row *row)
{
	for (int jenis = IMPORT_JENIS_COUNT - 1; jenis >= 0; jenis--)
		if (head_is_whole(r, (enum import_jenis)jenis, row))
			return jenis;
	return -1;
}

/* Words over words, no numbers: so look headings, known or not. */
static bool is_wordy(struct arena *mem, const struct xlsx_row *row)
{
	for (int i = 0; i < row->count; i++) {
		struct str text = row->cells[i].text;
		if (!date_is_none(row->cells[i].day) || str_digits(mem, text).len > 40)
			return false;
		if (text.len > 0 && text.at[0] >= '0' && text.at[0] <= '9')
			return false;
	}
	return row_filled(row) >= 3;
}

int head_guess(const struct reading *r, enum import_jenis *jenis)
{
	int best = -1, most = 1;

	for (int i = 0; i < r->held_count; i++)
		for (int kind = IMPORT_JENIS_COUNT - 1; kind >= 0; kind--) {
			int score = head_score(r, (enum import_jenis)kind, &r->held[i]);
			if ((r->is_named && kind != (int)*jenis) || score <= most)
				continue;
			most = score;
			best = i;
			*jenis = (enum import_jenis)kind;
		}
	for (int i = 0; i < r->held_count && best < 0 && r->is_named; i++)
		if (is_wordy(r->job->mem, &r->held[i]) ||
		    head_score(r, *jenis, &r->held[i]) * 2 > row_filled(&r->held[i]))
			best = i;
	return best;
}

static bool is_numbering(struct str judul, struct str key)
{
	for (int i = 0; numbering[i]; i++)
		if (str_is(key, numbering[i]))
			return true;
	return key.len == 0 && (str_is(judul, "#") || str_is(judul, "№"));
}

static void stranger_add(struct reading *r, int baris, int column, struct str judul, struct str key)
{
	struct import_sheet *sheet = r->sheet;

	sheet_fault(r, baris, judul, "import.kolom_asing",
		    STR("Judul kolom ini tidak dikenal. Pakai judul seperti di templat, atau "
			"pasangkan di bawah."));
	r->column_of[column] = COLUMN_TOLD;
	fault_column(r, column);
	sheet->strangers = arena_grow(r->job->mem, sheet->strangers, sheet->stranger_count,
				      sizeof *sheet->strangers);
	sheet->strangers[sheet->stranger_count++] = (struct import_stranger){judul, key};
}

static void heading_take(struct reading *r, int baris, const struct xlsx_cell *cell, int column)
{
	struct arena *mem = r->job->mem;
	struct str judul = letters_clean(mem, str_copy(mem, cell->text), false);
	struct str key = heading_key(mem, judul);

	r->column_of[column] = COLUMN_STRANGE;
	if (judul.len == 0 && cell->flaw == XLSX_FINE)
		return;
	if (r->head_count++ == 0)
		r->head_from = column;
	r->column_of[column] = COLUMN_TOLD;
	if (flaw_tell(r, baris, cell, column))
		return;
	int at = column_find(r, r->jenis, key);
	if (at == COLUMN_STRANGE && is_numbering(judul, key)) {
		r->column_of[column] = COLUMN_LEFT_OUT;
		reading_note(r, say_format(mem, "Kolom \"%.*s\" hanya menomori baris: dilewati.",
					   STR_ARG(judul)));
	} else if (at == COLUMN_LEFT_OUT) {
		r->column_of[column] = COLUMN_LEFT_OUT;
		reading_note(r, say_format(mem,
					   "Kolom \"%.*s\" dilewati, seperti yang pernah dipilih.",
					   STR_ARG(judul)));
	} else if (at == COLUMN_STRANGE) {
		stranger_add(r, baris, column, judul, key);
	} else if (r->sheet->has_column[at]) {
		sheet_fault(r, baris, judul, "import.kolom_ganda",
			    STR("Judul kolom ini ada dua kali."));
		fault_column(r, column);
	} else {
		r->column_of[column] = at;
		r->sheet->has_column[at] = true;
	}
}

void head_take(struct reading *r, const struct xlsx_row *row)
{
	int count;
	const struct import_column *columns = import_column(r->jenis, &count);

	r->sheet->has_head = true;
	r->head_from = r->head_count = r->data_rows = 0;
	r->number_next = 0;
	r->has_numbers = false;
	for (int i = 0; i < IMPORT_FILE_COLUMNS_MAX; i++)
		r->column_of[i] = COLUMN_STRANGE;
	for (int i = 0; i < row->count && i < IMPORT_FILE_COLUMNS_MAX; i++)
		heading_take(r, row->number, &row->cells[i], i);
	for (int i = 0; i < count; i++)
		if (columns[i].is_required && !r->sheet->has_column[i])
			sheet_fault(r, row->number, columns[i].kunci, "import.kolom_kurang",
				    STR("Kolom wajib ini tidak ada."));
	if (row->number > 1)
		reading_note(
			r, say_format(r->job->mem, "Judul kolom dibaca di baris %d.", row->number));
}
