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
	assert_int_equal(seen.numbers[2], 4);
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
		cmocka_unit_test(half_a_file_is_refused),
		cmocka_unit_test(what_is_written_is_no_formula_and_reads_back_the_same),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
