/* SPDX-License-Identifier: Apache-2.0 */
/* CSV as offices send it, and as we write it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "render/csv.h"

#define ROWS_MAX 8
#define CELLS_MAX 8

struct seen {
	struct arena *mem;
	struct problems faults;
	struct str cells[ROWS_MAX][CELLS_MAX];
	int counts[ROWS_MAX], numbers[ROWS_MAX], rows;
};

static enum err keep(void *arg, int number, const struct str *cells, int count)
{
	struct seen *seen = arg;

	assert_true(seen->rows < ROWS_MAX && count <= CELLS_MAX);
	for (int i = 0; i < count; i++)
		seen->cells[seen->rows][i] = cells[i];
	seen->numbers[seen->rows] = number;
	seen->counts[seen->rows++] = count;
	return ERR_OK;
}

static enum err parse(struct seen *seen, struct arena *mem, struct str text)
{
	*seen = (struct seen){.mem = mem};
	problems_init(&seen->faults, mem);
	return csv_parse(mem, text, &seen->faults, keep, seen);
}

static void assert_cell(const struct seen *seen, int row, int cell, const char *text)
{
	assert_true(cell < seen->counts[row]);
	assert_true(str_is(seen->cells[row][cell], text));
}

static void commas_semicolons_and_quotes_are_understood(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct seen seen;

	(void)state;
	assert_int_equal(parse(&seen, mem, STR("a,b\r\n\"x,1\",\"dia \"\"Budi\"\"\"\n")), ERR_OK);
	assert_int_equal(seen.rows, 2);
	assert_cell(&seen, 1, 0, "x,1");
	assert_cell(&seen, 1, 1, "dia \"Budi\"");
	assert_int_equal(parse(&seen, mem, STR("\xEF\xBB\xBFkode;nama\n1;\"dua\nbaris\"\n2;x")),
			 ERR_OK);
	assert_cell(&seen, 0, 0, "kode");
	assert_cell(&seen, 1, 1, "dua\nbaris");
	assert_int_equal(seen.numbers[2], 3); /* a row is a row, however many lines it takes */
}

static void wrong_encodings_are_refused_by_name(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct seen seen;

	(void)state;
	assert_int_equal(parse(&seen, mem, STR("nama\nJos\xE9\n")), ERR_INVALID);
	assert_true(problems_has_rule(&seen.faults, "csv.encoding"));
	assert_true(str_has(problem_for(&seen.faults, STR("berkas")), "Baris 2"));
	assert_int_equal(parse(&seen, mem, STR("\xFF\xFEn\0a\0")), ERR_INVALID);
	assert_true(problems_has_rule(&seen.faults, "csv.utf16"));
}

static void text_behind_a_closing_quote_is_kept(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct seen seen;

	(void)state;
	assert_int_equal(parse(&seen, mem,
			       STR("nip;nama\n1;\"Matias\" Uji, S.H.\n2;\"Ny.\" Ester;\n"
				   "3;\"a\"  \n")),
			 ERR_OK);
	assert_cell(&seen, 1, 1, "Matias Uji, S.H.");
	assert_cell(&seen, 2, 1, "Ny. Ester");
	assert_cell(&seen, 3, 1, "a");
}

static void what_separates_is_told_by_many_lines_or_outright(void **state)
{
	static const struct {
		const char *text;
		int row; /* where "a" and "b" are */
	} files[] = {
		{"a;b\n1;2\n", 0},
		{"DAFTAR, PEGAWAI, DINAS\na;b;c;d;e\n1;2;3;4;5\n", 1},
		{"a\tb\n1,5\t2\n3\t4\n", 0},
		{"a|b\n1|2\n", 0},
		{"sep=;\na;b\n1,1,1,1;2\n", 0},
		{"\xEF\xBB\xBFsep=,\r\na,b\r\n", 0},
		{"SEP=|\na|b\n;;;\n", 0},
		{"\"sep=;\"\na;b\n", 0},
		{"sep=\t\na\tb\n", 0},
	};

	(void)state;
	for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
		CLEANUP(arena_close) struct arena *mem = arena_make();
		struct seen seen;
		assert_int_equal(parse(&seen, mem, str_from(files[i].text)), ERR_OK);
		assert_cell(&seen, files[i].row, 0, "a");
		assert_cell(&seen, files[i].row, 1, "b");
		assert_int_equal(seen.numbers[files[i].row], files[i].row + 1);
	}
}

static enum err count_rows(void *arg, int number, const struct str *cells, int count)
{
	(void)cells;
	(void)count;
	*(int *)arg = number;
	return ERR_OK;
}

static void bounds_hold_at_the_limit_and_behind_it(void **state)
{
	(void)state;
	for (int more = 0; more <= 1; more++) {
		CLEANUP(arena_close) struct arena *mem = arena_make();
		struct problems faults;
		struct buf text;
		int rows = 0;
		problems_init(&faults, mem);
		buf_init(&text, mem);
		for (int i = 0; i < CSV_ROWS_MAX + more; i++)
			buf_add_cstr(&text, "a\n");
		assert_int_equal(csv_parse(mem, buf_str(&text), &faults, count_rows, &rows),
				 more ? ERR_INVALID : ERR_OK);
		assert_int_equal(rows, CSV_ROWS_MAX);
		assert_int_equal(problems_has_rule(&faults, "csv.rows"), more);
		text.len = 0;
		for (int i = 0; i < CSV_COLUMNS_MAX + more; i++)
			buf_add_cstr(&text, i ? ";a" : "a");
		assert_int_equal(csv_parse(mem, buf_str(&text), &faults, count_rows, &rows),
				 more ? ERR_INVALID : ERR_OK);
		buf_add_cstr(&text, ";;;;"); /* empty ones past the last do no harm */
		assert_int_equal(csv_parse(mem, buf_str(&text), &faults, count_rows, &rows),
				 more ? ERR_INVALID : ERR_OK);
	}
}

static void half_a_file_is_refused(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct seen seen;

	(void)state;
	assert_int_equal(parse(&seen, mem, STR("a,b\n1,\"terpo")), ERR_INVALID);
	assert_true(problems_has_rule(&seen.faults, "csv.half"));
}

static void what_is_written_is_no_formula_and_reads_back_the_same(void **state)
{
	static const char *const texts[] = {"=1+1",
					    "+62",
					    "-3",
					    "@x",
					    "\tx",
					    "'=1",
					    "''a",
					    "a'b",
					    "a;b",
					    "\"q\"",
					    ";x",
					    "",
					    "biasa",
					    ("\xEF\xBC\x9D"
					     "1"),
					    "baris\ndua",
					    "'"};
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct seen seen;

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		struct str cells[2] = {str_from(texts[i]), STR("x")};
		struct buf buf;
		buf_init(&buf, mem);
		csv_write_row(&buf, cells, 2);
		assert_null(str_is(cells[0], "") ? NULL : memchr("=+-@\t;", buf.at[0], 6));
		if (buf.at[0] == '"')
			assert_null(memchr("=+-@\t;", buf.at[1], 6));
		assert_int_equal(parse(&seen, mem, buf_str(&buf)), ERR_OK);
		assert_cell(&seen, 0, 0, texts[i]);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(commas_semicolons_and_quotes_are_understood),
		cmocka_unit_test(wrong_encodings_are_refused_by_name),
		cmocka_unit_test(text_behind_a_closing_quote_is_kept),
		cmocka_unit_test(what_separates_is_told_by_many_lines_or_outright),
		cmocka_unit_test(bounds_hold_at_the_limit_and_behind_it),
		cmocka_unit_test(half_a_file_is_refused),
		cmocka_unit_test(what_is_written_is_no_formula_and_reads_back_the_same),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
