/* SPDX-License-Identifier: Apache-2.0 */
/* Numbers of files in the digits people see. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "render/number_text.h"

static const struct {
	const char *text, *shown; /* shown NULL: no number; "": too many digits */
} numbers[] = {
	{"0", "0"},
	{"-0", "0"},
	{"3", "3"},
	{"3.0", "3"},
	{"3.1000000000000001", "3.1"},
	{"0.30000000000000004", "0.3"},
	{"0.05", "0.05"},
	{"-1.50", "-1.5"},
	{"+7", "7"},
	{"007", "7"},
	{"45292.999999999996", "45293"},
	{"9.9999999999999996", "10"},
	{"999999999999999", "999999999999999"},
	{"999999999999999.9", ""},
	{"1000000000000000", ""},
	{"198204172008042020", ""},
	{"1.98204172008042E+17", ""},
	{"1.5E3", "1500"},
	{"1.5e-3", "0.0015"},
	{"12E1", "120"},
	{"1E14", "100000000000000"},
	{"1E15", ""},
	{"1E-20", "0.00000000000000000001"},
	{"1E-22", NULL},
	{"1E401", NULL},
	{"", NULL},
	{".", NULL},
	{"1.2.3", NULL},
	{"1,5", NULL},
	{"1E", NULL},
	{"E5", NULL},
	{"nan", NULL},
	{"12a", NULL},
};

static void numbers_are_written_out_in_fifteen_digits(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
		struct number number;
		bool is = number_parse(str_from(numbers[i].text), &number);
		struct str got = {number.text, number.len};
		if (is != (numbers[i].shown != NULL) || (is && !str_is(got, numbers[i].shown)))
			fail_msg("%s: %d %.*s", numbers[i].text, is, STR_ARG(got));
		if (is)
			assert_int_equal(number.len == 0, number.digits_before > NUMBER_DIGITS);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_are_written_out_in_fifteen_digits),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
