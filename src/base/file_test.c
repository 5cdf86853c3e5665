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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_file_comes_whole_and_stays),
		cmocka_unit_test(one_byte_more_than_allowed_is_refused),
		cmocka_unit_test(a_taken_file_is_gone_and_a_missing_one_is_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
