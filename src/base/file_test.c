/* SPDX-License-Identifier: Apache-2.0 */
/* Whole files: there, missing, too long, taken away. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/arena.h"

static const char path[] = "file_test.tmp";

static void write_text(const char *text)
{
	FILE *file = fopen(path, "wb");

	assert_non_null(file);
	assert_int_equal(fwrite(text, 1, strlen(text), file), strlen(text));
	assert_int_equal(fclose(file), 0);
}

static void a_file_comes_whole_and_stays(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct str bytes;

	(void)state;
	write_text("dua baris\nlagi");
	assert_int_equal(file_read(mem, path, 14, &bytes), ERR_OK);
	assert_true(str_is(bytes, "dua baris\nlagi"));
	assert_int_equal(access(path, R_OK), 0);
}

static void one_byte_more_than_allowed_is_refused(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct str bytes;

	(void)state;
	write_text("dua baris\nlagi");
	assert_int_equal(file_read(mem, path, 13, &bytes), ERR_INVALID);
}

static void a_taken_file_is_gone_and_a_missing_one_is_told(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct str bytes;

	(void)state;
	write_text("sekali");
	assert_int_equal(file_take(mem, path, 100, &bytes), ERR_OK);
	assert_true(str_is(bytes, "sekali"));
	assert_int_equal(file_take(mem, path, 100, &bytes), ERR_NOT_FOUND);
	assert_int_equal(bytes.len, 0);
}

static void what_cannot_be_read_is_named_with_what_to_do(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();

	(void)state;
	write_text("ada");
	assert_int_equal(file_hindrance(mem, path).len, 0);
	assert_int_equal(remove(path), 0);
	assert_string_equal(str_cstr(mem, file_hindrance(mem, "tidak/ada.csv")),
			    "Berkas \"tidak/ada.csv\" tidak ada. Periksa nama dan foldernya.");
	assert_string_equal(str_cstr(mem, file_hindrance(mem, ".")),
			    "\".\" bukan berkas. Sebut satu berkas.");
	for (int err = ERR_OK; err <= ERR_IO; err++)
		assert_null(strstr(err_told((enum err)err), "ERR_"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_file_comes_whole_and_stays),
		cmocka_unit_test(one_byte_more_than_allowed_is_refused),
		cmocka_unit_test(a_taken_file_is_gone_and_a_missing_one_is_told),
		cmocka_unit_test(what_cannot_be_read_is_named_with_what_to_do),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
