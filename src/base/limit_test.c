/* SPDX-License-Identifier: Apache-2.0 */
/* How often is too often, and for whom. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/limit.h"

#define SECOND INT64_C(1000000)

static int take(struct limiter *limiter, const char *who, int64_t at)
{
	struct limit_ask ask = {.who = str_from(who), .limit = {.count = 3, .seconds = 60}};

	return limiter_take(limiter, &ask, 1, at * SECOND);
}

static void as_many_as_the_limit_are_let_in_and_the_next_waits(void **state)
{
	struct limiter *limiter = limiter_make();

	(void)state;
	for (int i = 0; i < 3; i++)
		assert_int_equal(take(limiter, "a", 1000), 0);
	assert_int_equal(take(limiter, "a", 1000), 20);
	assert_int_equal(take(limiter, "b", 1000), 0); /* somebody else does not wait */
	limiter_free(limiter);
}

static void what_was_taken_runs_off_with_time(void **state)
{
	struct limiter *limiter = limiter_make();

	(void)state;
	for (int i = 0; i < 4; i++)
		(void)take(limiter, "a", 1000);
	assert_int_equal(take(limiter, "a", 1019), 1);
	assert_int_equal(take(limiter, "a", 1020), 0); /* a refusal was not counted */
	assert_int_equal(take(limiter, "a", 1020), 20);
	for (int i = 0; i < 3; i++)
		assert_int_equal(take(limiter, "a", 2000), 0);
	assert_int_equal(take(limiter, "a", 2000), 20);
	limiter_free(limiter);
}

static void what_one_limit_refuses_is_counted_with_none(void **state)
{
	struct limiter *limiter = limiter_make();
	struct limit_ask asks[] = {{.who = STR("sempit"), .limit = {.count = 1, .seconds = 60}},
				   {.who = STR("lapang"), .limit = {.count = 2, .seconds = 60}}};

	(void)state;
	assert_int_equal(limiter_take(limiter, asks, 2, SECOND), 0);
	assert_int_equal(limiter_take(limiter, asks, 2, SECOND), 60);
	assert_int_equal(limiter_take(limiter, asks + 1, 1, SECOND), 0);
	assert_int_equal(limiter_take(limiter, asks + 1, 1, SECOND), 30);
	limiter_free(limiter);
}

static void an_ipv6_line_counts_as_one(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct str one = limit_address(mem, STR("2001:db8:1:2::1"));

	(void)state;
	assert_true(str_equal(one, limit_address(mem, STR("2001:db8:1:2:ffff::9"))));
	assert_false(str_equal(one, limit_address(mem, STR("2001:db8:1:3::1"))));
	assert_true(str_is(limit_address(mem, STR("192.0.2.7")), "192.0.2.7"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(as_many_as_the_limit_are_let_in_and_the_next_waits),
		cmocka_unit_test(what_was_taken_runs_off_with_time),
		cmocka_unit_test(what_one_limit_refuses_is_counted_with_none),
		cmocka_unit_test(an_ipv6_line_counts_as_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
