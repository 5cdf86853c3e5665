/* SPDX-License-Identifier: Apache-2.0 */
/* Reads a sheet row by row without holding the whole. */
#include "render/xlsx_read.h"

#include "base/say.h"
#include "render/number_text.h"
#include "render/xlsx_parts.h"

#include <string.h>

#define CELL_BYTES_MAX 32767 /* what Excel itself allows */
#define SERIAL_FIRST 61 /* 1 March 1900 */
#define SERIAL_LAST 2958465 /* 31 December 9999 */

struct sheet_reading {
	struct xlsx_parts *parts;
	struct str sheet;
	xlsx_row_fn *row;
	void *arg;
	enum err err; /* what the caller's row function said; then the rest is skipped */
	int row_number, next_row, column, rows; /* rows: handed over, of all sheets */
	int64_t total; /* bytes of all cells so far */
	bool is_row_hidden;
	struct buf bytes; /* texts of this row, reused for every row */
	struct cell_place {
		size_t from, len, formula_from, formula_len, shown_from, shown_len; /* in bytes */
		struct date day;
		bool is_date;
		enum xlsx_flaw flaw;
	} cells[XLSX_COLUMNS_MAX], outside; /* outside: the first of those past the last column */
	int count, outside_column;
	char type; /* n s i b e t(ext) d(ate) */
	int64_t style;
	bool in_value, in_hint, in_formula, has_formula;
	struct cell_place cell; /* the one being read */
};

/* say: refuse 3 */
static enum err refuse(struct sheet_reading *s, const char *rule, struct str sentence)
{
	problem_add(s->parts->faults, STR("berkas"), rule, sentence);
	return ERR_INVALID;
}

struct str xlsx_column_name(struct arena *mem, int column)
{
	if (column < 26)
		return str_format(mem, "%c", (char)('A' + column));
	return str_format(mem, "%c%c", (char)('A' + column / 26 - 1), (char)('A' + column % 26));
}

static void row_start(struct sheet_reading *s, const char **attrs)
{
	int64_t number = 0;

	struct str hidden = xml_attr(attrs, "hidden");

	s->row_number = s->next_row;
	s->is_row_hidden = str_is(hidden, "1") || str_is(hidden, "true");
	if (str_parse_int(xml_attr(attrs, "r"), &number) && number > 0 && number <= 1048576)
		s->row_number = (int)number;
	s->next_row = s->row_number + 1;
	s->column = -1;
	s->count = 0;
	s->outside_column = -1;
	s->bytes.len = 0;
	memset(s->cells, 0, sizeof(s->cells));
}

/* "AB12" -> 27; a cell without r= stands right of the one before. */
static int column_of(struct str reference, int before)
{
	int column = 0;
	size_t i = 0;

	for (; i < reference.len && reference.at[i] >= 'A' && reference.at[i] <= 'Z' && i < 3; i++)
		column = column * 26 + (reference.at[i] - 'A' + 1);
	return i == 0 ? before + 1 : column - 1;
}

static char type_of(struct str type)
{
	if (str_is(type, "s"))
		return 's';
	if (str_is(type, "inlineStr"))
		return 'i';
	if (str_is(type, "str"))
		return 't';
	if (str_is(type, "d"))
		return 'd';
	if (str_is(type, "b"))
		return 'b';
	return str_is(type, "e") ? 'e' : 'n';
}

static void cell_start(struct sheet_reading *s, const char **attrs)
{
	s->column = column_of(xml_attr(attrs, "r"), s->column);
	s->type = type_of(xml_attr(attrs, "t"));
	s->style = 0;
	if (!str_parse_int(xml_attr(attrs, "s"), &s->style))
		s->style = 0;
	s->has_formula = false;
	s->cell = (struct cell_place){.from = s->bytes.len};
}

static void sheet_start(void *arg, const char *name, const char **attrs)
{
	struct sheet_reading *s = arg;

	if (strcmp(name, "row") == 0)
		row_start(s, attrs);
	else if (strcmp(name, "c") == 0)
		cell_start(s, attrs);
	else if (strcmp(name, "f") == 0)
		s->has_formula = s->in_formula = true;
	else if (strcmp(name, "rPh") == 0)
		s->in_hint = true;
	else if (strcmp(name, "v") == 0 || strcmp(name, "t") == 0)
		s->in_value = !s->in_hint;
}

static void sheet_text(void *arg, struct str text)
{
	struct sheet_reading *s = arg;

	if ((s->in_value || s->in_formula) &&
	    s->bytes.len - s->cell.from + text.len <= CELL_BYTES_MAX)
		buf_add(&s->bytes, text);
}

/* The formula stands before the value: what was gathered so far is its text. */
static void formula_end(struct sheet_reading *s)
{
	s->in_formula = false;
	s->cell.formula_from = s->cell.from;
	s->cell.formula_len = s->bytes.len - s->cell.from;
	s->cell.from = s->bytes.len;
}

/* Days since 1899-12-30 (or 1904-01-01) as a date; the time of day is dropped. Before March 1900
   spreadsheets count a day that never was. */
static struct date serial_date(const struct xlsx_parts *parts, struct str value)
{
	struct str fraction;
	int64_t days = 0;

	if (!str_parse_int(str_cut(value, '.', &fraction), &days) || days < SERIAL_FIRST ||
	    days > SERIAL_LAST)
		return (struct date){0};
	return date_from_days((
		int32_t)(days + date_days(parts->is_1904 ? DATE(1904, 1, 1) : DATE(1899, 12, 30))));
}

static void value_replace(struct sheet_reading *s, struct str value)
{
	s->bytes.len = s->cell.from;
	buf_add(&s->bytes, value);
}

/* A number as it was typed is kept beside what its format makes of it. */
static void shown_add(struct sheet_reading *s, struct str number, struct xlsx_style style)
{
	struct str decimals, whole = str_cut(number, '.', &decimals);
	bool is_plain = whole.len > 0 && whole.at[0] != '-' && (int)decimals.len <= style.decimals;

	s->cell.shown_from = s->bytes.len;
	if ((style.whole == 0 && style.decimals == 0) || (!is_plain && decimals.len > 0))
		return;
	for (int i = (int)whole.len; i < style.whole; i++)
		buf_add_char(&s->bytes, '0');
	buf_add(&s->bytes, whole);
	if (style.decimals > 0)
		buf_add_char(&s->bytes, '.');
	buf_add(&s->bytes, decimals);
	for (int i = (int)decimals.len; i < style.decimals; i++)
		buf_add_char(&s->bytes, '0');
	s->cell.shown_len = s->bytes.len - s->cell.shown_from;
}

static void number_convert(struct sheet_reading *s, struct str value)
{
	const struct xlsx_parts *parts = s->parts;
	struct xlsx_style style = {0};
	struct number number;

	if (!number_parse(str_trim(value), &number))
		return; /* its text tells what it is */
	if (number.digits_before > XLSX_DIGITS) {
		s->cell.flaw = XLSX_ROUNDED;
		return;
	}
	if (s->style >= 0 && s->style < parts->style_count)
		style = parts->styles[s->style];
	value_replace(s, (struct str){number.text, number.len});
	s->cell.day = serial_date(parts, (struct str){number.text, number.len});
	s->cell.is_date = style.is_date && !date_is_none(s->cell.day);
	if (s->cell.is_date) {
		char iso[DATE_TEXT_LEN];
		date_write(s->cell.day, iso);
		value_replace(s, (struct str){iso, DATE_TEXT_LEN});
	}
	s->cell.len = s->bytes.len - s->cell.from;
	if (!s->cell.is_date)
		shown_add(s, (struct str){number.text, number.len}, style);
}

static void text_unescape(struct sheet_reading *s, struct str value)
{
	if (str_has(value, "_x"))
		value_replace(s, xlsx_unescape(s->parts->mem, str_copy(s->parts->mem, value)));
}

static void value_convert(struct sheet_reading *s)
{
	struct str value = str_slice(buf_str(&s->bytes), s->cell.from, s->bytes.len);
	int64_t index = 0;

	if (s->type == 's') {
		bool is_there = str_parse_int(str_trim(value), &index) && index >= 0 &&
				index < s->parts->string_count;
		value_replace(s, is_there ? s->parts->strings[index] : STR_NONE);
		if (!is_there)
			s->cell.flaw = XLSX_BROKEN;
	} else if (s->type == 'b') {
		value_replace(s, str_is(str_trim(value), "1") ? STR("ya") : STR("tidak"));
	} else if (s->type == 'e') {
		s->cell.flaw = XLSX_ERROR;
	} else if (s->type == 'n' && value.len) {
		number_convert(s, value);
	} else {
		text_unescape(s, value);
	}
}

static void cell_end(struct sheet_reading *s)
{
	if (s->has_formula)
		s->cell.flaw = XLSX_FORMULA;
	else if (s->bytes.len == s->cell.from)
		return;
	value_convert(s);
	if (s->cell.len == 0)
		s->cell.len = s->bytes.len - s->cell.from;
	s->total += (int64_t)(s->bytes.len - s->cell.from);
	if (s->total > XLSX_CELLS_MAX && !s->err)
		s->err = refuse(s, "xlsx.cells",
				STR(SAID("Isi sel di dalam berkas ini seluruhnya lebih dari 64 "
					 "MiB. Bagi menjadi beberapa berkas.")));
	if (s->err) { /* nothing more is taken in */
		s->bytes.len = s->cell.from;
		return;
	}
	if (s->column >= XLSX_COLUMNS_MAX) {
		if (s->outside_column < 0) {
			s->outside_column = s->column;
			s->outside = s->cell;
		}
		return;
	}
	s->cells[s->column] = s->cell;
	if (s->column >= s->count)
		s->count = s->column + 1;
}

static struct str text_at(const struct sheet_reading *s, size_t from, size_t len)
{
	return len ? (struct str){s->bytes.at + from, len} : STR_NONE;
}

static enum err row_hand_over(struct sheet_reading *s)
{
	struct xlsx_cell cells[XLSX_COLUMNS_MAX];
	struct xlsx_row row = {.sheet = s->sheet,
			       .is_hidden = s->is_row_hidden,
			       .number = s->row_number,
			       .count = s->count,
			       .cells = cells,
			       .outside = s->outside_column};

	for (int i = 0; i < s->count; i++) {
		const struct cell_place *at = &s->cells[i];
		cells[i] =
			(struct xlsx_cell){.text = text_at(s, at->from, at->len),
					   .formula = text_at(s, at->formula_from, at->formula_len),
					   .shown = text_at(s, at->shown_from, at->shown_len),
					   .day = at->day,
					   .is_date = at->is_date,
					   .flaw = at->flaw};
	}
	if (row.outside >= 0)
		row.outside_text = text_at(s, s->outside.from, s->outside.len);
	return s->row(s->arg, &row);
}

static void row_end(struct sheet_reading *s)
{
	if (s->count == 0 && s->outside_column < 0)
		return;
	if (++s->rows <= XLSX_ROWS_MAX)
		s->err = row_hand_over(s);
	else
		s->err = refuse(s, "xlsx.rows",
				STR(SAID("Berkas ini lebih dari 100.000 baris. Bagi menjadi "
					 "beberapa berkas.")));
}

static void sheet_end(void *arg, const char *name)
{
	struct sheet_reading *s = arg;

	if (strcmp(name, "v") == 0 || strcmp(name, "t") == 0)
		s->in_value = false;
	else if (strcmp(name, "f") == 0)
		formula_end(s);
	else if (strcmp(name, "rPh") == 0)
		s->in_hint = false;
	else if (strcmp(name, "c") == 0)
		cell_end(s);
	else if (strcmp(name, "row") == 0 && !s->err)
		row_end(s);
}

static enum err sheet_read(struct archive *archive, struct sheet_reading *s,
			   const struct xlsx_sheet_part *part)
{
	struct xml_handler handler = {sheet_start, sheet_end, sheet_text, s};

	s->sheet = part->name;
	s->next_row = 1;
	s->in_value = s->in_hint = s->in_formula = false;
	if (part->is_hidden)
		return s->row(
			s->arg,
			&(struct xlsx_row){.sheet = part->name, .is_hidden = true, .outside = -1});
	enum err err =
		xlsx_part_read(archive, s->parts, str_cstr(s->parts->mem, part->path), &handler);
	if (err == ERR_NOT_FOUND) {
		problem_add(s->parts->faults, STR("berkas"), "xlsx.broken",
			    say_format(s->parts->faults->mem,
				       "Lembar %.*s tidak ada di dalam berkas; berkas rusak.",
				       STR_ARG(part->name)));
		return ERR_INVALID;
	}
	return err ? err : s->err;
}

static enum err sheets_read(struct archive *archive, struct sheet_reading *s)
{
	enum err err = xlsx_parts_load(archive, s->parts);

	for (int i = 0; i < s->parts->sheet_count && !err; i++)
		err = sheet_read(archive, s, &s->parts->sheets[i]);
	return err;
}

enum err xlsx_read(struct arena *mem, const char *path, struct problems *faults, xlsx_row_fn *row,
		   void *arg)
{
	CLEANUP(archive_close) struct archive *archive = NULL;
	struct xlsx_parts *parts = arena_new(mem, struct xlsx_parts);
	struct sheet_reading *s = arena_new(mem, struct sheet_reading);
	enum err err;

	if ((err = archive_open(mem, path, faults, &archive)))
		return err;
	parts->mem = mem;
	parts->faults = faults;
	s->parts = parts;
	s->outside_column = -1;
	s->row = row;
	s->arg = arg;
	buf_init(&s->bytes, mem);
	buf_reserve(&s->bytes, (size_t)65536);
	return sheets_read(archive, s);
}
