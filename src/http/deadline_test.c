/* SPDX-License-Identifier: Apache-2.0 */
/* How long a head, a body and an answer may take. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "http/deadline.h"

static const struct deadlines limits = {.idle_ms = 30000,
					.head_ms = 10000,
					.body_ms = 30000,
					.send_ms = 60000,
					.bytes_per_second = 2000};

static void a_head_is_given_ten_seconds_however_many_bytes_come(void **state)
{
	(void)state;
	assert_false(deadline_is_over(&limits, LINE_HEAD, 10000, 0));
	assert_true(deadline_is_over(&limits, LINE_HEAD, 10001, 0));
	assert_true(deadline_is_over(&limits, LINE_HEAD, 10001, 1 << 20));
}

static void a_photograph_may_take_long_while_it_moves(void **state)
{
	(void)state;
	assert_true(deadline_is_over(&limits, LINE_BODY, 30001, 0));
	assert_false(deadline_is_over(&limits, LINE_BODY, 100000, 140000));
	assert_true(deadline_is_over(&limits, LINE_BODY, 100001, 140000));
}

static void an_answer_is_waited_for_by_its_size(void **state)
{
	(void)state;
	assert_false(deadline_is_over(&limits, LINE_SEND, 60000, 0));
	assert_true(deadline_is_over(&limits, LINE_SEND, 60001, 0));
	assert_false(deadline_is_over(&limits, LINE_SEND, 60001, 2000));
	assert_true(deadline_is_over(&limits, LINE_SEND, 61001, 2000));
}

static void our_own_work_has_no_limit_and_a_pause_has_that_of_the_next_head(void **state)
{
	(void)state;
	assert_false(deadline_is_over(&limits, LINE_WORK, INT64_C(86400000), 0));
	assert_false(deadline_is_over(&limits, LINE_IDLE, 40000, 0));
	assert_true(deadline_is_over(&limits, LINE_IDLE, 40001, 0));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_head_is_given_ten_seconds_however_many_bytes_come),
		cmocka_unit_test(a_photograph_may_take_long_while_it_moves),
		cmocka_unit_test(an_answer_is_waited_for_by_its_size),
		cmocka_unit_test(our_own_work_has_no_limit_and_a_pause_has_that_of_the_next_head),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
