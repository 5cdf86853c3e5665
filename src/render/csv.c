/* SPDX-License-Identifier: Apache-2.0 */
/* CSV in and out: semicolons, quotes, and cells no spreadsheet takes for a formula. */
#include "render/csv.h"

#include "base/file.h"
#include "base/say.h"

#include <stdio.h>
#include <string.h>

#define MARK_LINES 50

struct csv {
	struct arena *mem;
	struct problems *faults;
	struct str text;
	size_t at;
	char mark; /* what separates cells */
	int row;
	struct str cells[CSV_COLUMNS_MAX];
	int count;
};

/* say: refuse 3 */
static enum err refuse(struct problems *faults, const char *rule, struct str sentence)
{
	problem_add(faults, STR("berkas"), rule, sentence);
	return ERR_INVALID;
}

/* Starts a spreadsheet would take for a formula, with their full-width twins. */
static bool is_formula_start(struct str s)
{
	static const char *const wide[] = {"\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D",
					   "\xEF\xBC\xA0", "\xEF\xBC\x9B"};

	if (s.len == 0)
		return false;
	if (memchr("=+-@\t\r;", s.at[0], 7))
		return true;
	for (size_t i = 0; i < sizeof(wide) / sizeof(wide[0]); i++)
		if (str_starts(s, wide[i]))
			return true;
	return false;
}

/* An apostrophe before apostrophes and a formula start is guarded too, so that reading back is
   exact. */
static bool needs_guard(struct str s)
{
	while (s.len && s.at[0] == '\'')
		s = str_slice(s, 1, s.len);
	return is_formula_start(s);
}

static struct str unguarded(struct str s)
{
	if (s.len > 1 && s.at[0] == '\'' && needs_guard(s))
		return str_slice(s, 1, s.len);
	return s;
}

static void write_cell(struct buf *out, struct str cell)
{
	bool is_plain = true;

	for (size_t i = 0; i < cell.len && is_plain; i++)
		is_plain = !memchr("\",;\r\n\t'", cell.at[i], 7);
	if (is_plain && !needs_guard(cell)) {
		buf_add(out, cell);
		return;
	}
	buf_add_char(out, '"');
	if (needs_guard(cell))
		buf_add_char(out, '\'');
	for (size_t i = 0; i < cell.len; i++) {
		if (cell.at[i] == '"')
			buf_add_char(out, '"');
		buf_add_char(out, cell.at[i]);
	}
	buf_add_char(out, '"');
}

void csv_write_row(struct buf *out, const struct str *cells, int count)
{
	for (int i = 0; i < count; i++) {
		if (i > 0)
			buf_add_char(out, ',');
		write_cell(out, cells[i]);
	}
	buf_add_cstr(out, "\r\n");
}

/* The first lines tell: the mark that stands most often outside quotes. A title above the table has
   few of any, and commas in names stand between quotes or are fewer than what separates them. */
static char mark_of(struct str text)
{
	static const char marks[] = {';', ',', '\t', '|'};
	int counts[sizeof marks] = {0}, most = 0, line = 0;
	bool is_quoted = false;

	for (size_t i = 0; i < text.len && line < MARK_LINES; i++) {
		char c = text.at[i];
		is_quoted ^= c == '"';
		line += c == '\n' && !is_quoted;
		for (size_t k = 0; k < sizeof marks && !is_quoted; k++)
			counts[k] += c == marks[k];
	}
	for (int k = 1; k < (int)sizeof marks; k++)
		most = counts[k] > counts[most] ? k : most;
	return counts[most] > 0 ? marks[most] : ',';
}

/* "sep=;" as the first line says it outright, to Excel too. */
static void mark_find(struct csv *csv)
{
	struct str rest = csv->text, line = str_trim(str_cut(csv->text, '\n', &rest));
	bool is_quoted = str_starts(line, "\"") && str_ends(line, "\"") && line.len > 2;

	if (is_quoted)
		line = str_slice(line, 1, line.len - 1);
	struct str head = str_lower(csv->mem, str_slice(line, 0, 4));
	bool is_tab = line.len == 4 && str_starts(csv->text, "sep=\t"); /* trimmed away */
	if (!str_is(head, "sep=") || (line.len != 5 && !is_tab)) {
		csv->mark = mark_of(csv->text);
		return;
	}
	csv->mark = is_tab ? '\t' : line.at[4];
	csv->at = rest.len > 0 ? csv->text.len - rest.len : csv->text.len;
}

static enum err encoding_check(struct csv *csv)
{
	struct str text = csv->text;
	int line = 1;

	if (str_starts(text, "\xFF\xFE") || str_starts(text, "\xFE\xFF") ||
	    memchr(text.at, 0, text.len))
		return refuse(csv->faults, "csv.utf16",
			      STR("Berkas ini bersandi UTF-16 atau bukan teks. Simpan sebagai "
				  "\"CSV UTF-8\" lalu "
				  "unggah lagi."));
	if (str_is_utf8(text))
		return ERR_OK;
	for (struct str rest = text; rest.len;) {
		struct str head = str_cut(rest, '\n', &rest);
		if (!str_is_utf8(head))
			break;
		line++;
	}
	return refuse(csv->faults, "csv.encoding",
		      say_format(csv->faults->mem,
				 "Baris %d tidak bersandi UTF-8 (mungkin Latin-1/Windows-1252). "
				 "Simpan sebagai \"CSV "
				 "UTF-8\" lalu unggah lagi.",
				 line));
}

/* After the opening quote: text up to the closing one, doubled quotes made single. */
static enum err read_quoted(struct csv *csv, struct str *out)
{
	struct buf buf;

	buf_init(&buf, csv->mem);
	for (; csv->at < csv->text.len; csv->at++) {
		char c = csv->text.at[csv->at];
		if (c != '"') {
			buf_add_char(&buf, c);
			continue;
		}
		if (csv->at + 1 < csv->text.len && csv->text.at[csv->at + 1] == '"') {
			buf_add_char(&buf, '"');
			csv->at++;
			continue;
		}
		csv->at++;
		*out = buf_str(&buf);
		return ERR_OK;
	}
	return refuse(csv->faults, "csv.half",
		      say_format(csv->faults->mem,
				 "Tanda kutip yang dibuka di baris %d tidak ditutup: berkas "
				 "terpotong atau rusak.",
				 csv->row));
}

static bool at_cell_end(const struct csv *csv)
{
	if (csv->at >= csv->text.len)
		return true;
	char c = csv->text.at[csv->at];
	return c == csv->mark || c == '\n' || c == '\r';
}

/* Whole cells stand in quotes; some programs close them early and go on: "Matias" Uji. */
static enum err read_cell(struct csv *csv, struct str *out)
{
	struct str quoted = STR_NONE;
	enum err err;

	if (csv->at < csv->text.len && csv->text.at[csv->at] == '"') {
		csv->at++;
		if ((err = read_quoted(csv, &quoted)))
			return err;
	}
	size_t from = csv->at;
	while (!at_cell_end(csv))
		csv->at++;
	struct str rest = str_slice(csv->text, from, csv->at);
	*out = quoted.len == 0		 ? rest
	       : str_trim(rest).len == 0 ? quoted
					 : str_join(csv->mem, quoted, rest);
	*out = unguarded(*out);
	return ERR_OK;
}

/* Reads one record and stands behind its line end. Empty cells past the last column are left by
   spreadsheets that saved more than the table. */
static enum err read_row(struct csv *csv)
{
	enum err err;

	for (csv->count = 0;; csv->at++) {
		struct str cell;
		if ((err = read_cell(csv, &cell)))
			return err;
		if (csv->count < CSV_COLUMNS_MAX)
			csv->cells[csv->count++] = cell;
		else if (str_trim(cell).len > 0)
			return refuse(csv->faults, "csv.columns",
				      say_format(csv->faults->mem,
						 "Baris %d berisi lebih dari %d kolom.", csv->row,
						 CSV_COLUMNS_MAX));
		if (csv->at >= csv->text.len || csv->text.at[csv->at] != csv->mark)
			break;
	}
	if (csv->at < csv->text.len && csv->text.at[csv->at] == '\r')
		csv->at++;
	if (csv->at < csv->text.len && csv->text.at[csv->at] == '\n')
		csv->at++;
	return ERR_OK;
}

enum err csv_parse(struct arena *mem, struct str text, struct problems *faults, csv_row_fn *row,
		   void *arg)
{
	struct csv csv = {.mem = mem, .faults = faults, .row = 1};
	enum err err;

	if (str_starts(text, "\xEF\xBB\xBF"))
		text = str_slice(text, 3, text.len);
	csv.text = text;
	if ((err = encoding_check(&csv)))
		return err;
	for (mark_find(&csv); csv.at < text.len; csv.row++) {
		if (csv.row > CSV_ROWS_MAX)
			return refuse(faults, "csv.rows",
				      STR("Berkas CSV ini lebih dari 100.000 baris. Bagi menjadi "
					  "beberapa berkas."));
		if ((err = read_row(&csv)) || (err = row(arg, csv.row, csv.cells, csv.count)))
			return err;
	}
	return ERR_OK;
}

enum err csv_read(struct arena *mem, const char *path, struct problems *faults, csv_row_fn *row,
		  void *arg)
{
	struct str bytes;
	enum err err = file_read(mem, path, CSV_BYTES_MAX, &bytes);

	if (err == ERR_INVALID)
		return refuse(
			faults, "csv.too_large",
			STR("Berkas CSV ini lebih dari 32 MiB. Bagi menjadi beberapa berkas."));
	return err ? err : csv_parse(mem, bytes, faults, row, arg);
}
