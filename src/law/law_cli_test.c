/* SPDX-License-Identifier: Apache-2.0 */
#include "law/law_cli.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static char out[4096], errors[4096];

static void read_back(FILE *file, char *text, size_t size)
{
	rewind(file);
	size_t len = fread(text, 1, size - 1, file);
	text[len] = '\0';
	fclose(file);
}

/* Runs the command with both streams caught. */
static int run(int argc, char **argv)
{
	FILE *kept_out = stdout, *kept_errors = stderr;
	FILE *out_file = tmpfile(), *error_file = tmpfile();

	stdout = out_file;
	stderr = error_file;
	int code = law_cli(argc, argv);
	stdout = kept_out;
	stderr = kept_errors;
	read_back(out_file, out, sizeof out);
	read_back(error_file, errors, sizeof errors);
	return code;
}

static void a_good_question_gives_one_json_object(void **state)
{
	char *argv[] = {"predikat", "hasil=di_atas", "perilaku=sesuai", NULL};

	(void)state;
	assert_int_equal(run(3, argv), 0);
	assert_string_equal(out, "{\"predikat\":\"baik\"}\n");
	assert_string_equal(errors, "");
}

static void bad_input_names_every_key_and_prints_no_answer(void **state)
{
	char *argv[] = {"predikat", "hasil=bagus", "nilai=90", "perilaku", NULL};

	(void)state;
	assert_int_equal(run(4, argv), 2);
	assert_string_equal(out, "");
	assert_non_null(strstr(errors, "hasil: pilih salah satu"));
	assert_non_null(strstr(errors, "nilai: tidak dikenal"));
	assert_non_null(strstr(errors, "perilaku: tulis sebagai"));
}

static void without_a_known_name_the_calculators_are_listed(void **state)
{
	char *argv[] = {"skor", NULL};

	(void)state;
	assert_int_equal(run(1, argv), 2);
	assert_non_null(strstr(errors, "angka-kredit"));
	assert_int_equal(run(0, argv), 2);
	assert_string_equal(out, "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_good_question_gives_one_json_object),
		cmocka_unit_test(bad_input_names_every_key_and_prints_no_answer),
		cmocka_unit_test(without_a_known_name_the_calculators_are_listed),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
