/* SPDX-License-Identifier: Apache-2.0 */
/* An office that is open 08.00 to 15.00, Monday 23 November 2026 and on. */
#include "law/lama.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const struct kantor_waktu office = {
	.hari = {{480, 900}, {480, 900}, {480, 900}, {480, 900}, {480, 900}}};

static int64_t at(int day, int clock)
{
	return ((int64_t)date_days(DATE(2026, 11, 23)) + day) * 1440 + clock / 100 * 60 +
	       clock % 100;
}

static void resumed(int64_t until, int64_t from, int64_t to, int64_t wanted)
{
	int64_t out = 0;

	assert_true(janji_resumed(&office, until, from, to, &out));
	assert_int_equal(out, wanted);
}

static void what_was_left_of_a_promise_begins_again(void **state)
{
	(void)state;
	resumed(at(1, 1100), at(0, 1400), at(2, 1300), at(3, 1000));
	resumed(at(1, 1100), at(1, 1059), at(1, 1459), at(1, 1500));
	resumed(at(1, 1100), at(0, 1600), at(0, 1700), at(1, 1100)); /* while it was closed */
	resumed(at(1, 1100), at(0, 1400), at(0, 1400), at(1, 1100));
}

static void a_promise_that_had_passed_stays(void **state)
{
	(void)state;
	resumed(at(1, 1100), at(1, 1100), at(3, 900), at(1, 1100));
	resumed(at(1, 1100), at(2, 900), at(3, 900), at(1, 1100));
}

static void an_office_that_never_opens_again_is_told(void **state)
{
	static const struct kantor_waktu shut = {.tutup_count = 0};
	int64_t out = 0;

	(void)state;
	assert_false(janji_resumed(&shut, at(1, 1100), at(0, 1400), at(0, 1500), &out));
}

static void the_middle_is_a_length_that_was_taken(void **state)
{
	static const struct lama_hitung rows[] = {{10, 5}, {20, 4}, {90, 1}};

	(void)state;
	assert_int_equal(lama_within(rows, 3, LAMA_MEDIAN), 10); /* the fifth of ten */
	assert_int_equal(lama_within(rows, 3, LAMA_P90), 20);
	assert_int_equal(lama_within(rows, 3, 91), 90);
	assert_int_equal(lama_within(rows, 1, LAMA_P90), 10);
	assert_int_equal(lama_within(rows, 0, LAMA_MEDIAN), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_was_left_of_a_promise_begins_again),
		cmocka_unit_test(a_promise_that_had_passed_stays),
		cmocka_unit_test(an_office_that_never_opens_again_is_told),
		cmocka_unit_test(the_middle_is_a_length_that_was_taken),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
