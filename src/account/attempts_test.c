/* SPDX-License-Identifier: Apache-2.0 */
/* Waiting after failed attempts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "account/attempts.h"

#define SECOND INT64_C(1000000)
#define NOW (INT64_C(1000000) * SECOND)

static void the_first_tries_are_free_then_delays_double(void **state)
{
	struct str key = STR("a");

	(void)state;
	for (int i = 0; i < 3; i++) {
		assert_int_equal(attempts_wait(key, 3, 300, NOW), 0);
		attempts_failed(key, NOW);
	}
	assert_int_equal(attempts_wait(key, 3, 300, NOW), 2);
	attempts_failed(key, NOW);
	assert_int_equal(attempts_wait(key, 3, 300, NOW), 4);
	assert_int_equal(attempts_wait(key, 3, 300, NOW + 3 * SECOND), 1);
	assert_int_equal(attempts_wait(key, 3, 300, NOW + 4 * SECOND), 0);
}

static void delays_have_an_end(void **state)
{
	struct str key = STR("b");

	(void)state;
	for (int i = 0; i < 1000; i++)
		attempts_failed(key, NOW);
	assert_int_equal(attempts_wait(key, 3, 300, NOW), 300);
	assert_int_equal(attempts_wait(key, 3, 300, NOW + 901 * SECOND), 0);
}

static void success_forgets_failures(void **state)
{
	struct str key = STR("c");

	(void)state;
	for (int i = 0; i < 10; i++)
		attempts_failed(key, NOW);
	attempts_succeeded(key);
	assert_int_equal(attempts_wait(key, 3, 300, NOW), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_first_tries_are_free_then_delays_double),
		cmocka_unit_test(delays_have_an_end),
		cmocka_unit_test(success_forgets_failures),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
