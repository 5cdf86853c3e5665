/* SPDX-License-Identifier: Apache-2.0 */
/* Tables that are shown, and what can be reckoned from them. Scope 0 is the agency, 1 a unit, 2 to
   4 its services. */
#include "law/sensor.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define LEAST 5
#define SCOPES 5
#define QUARTER_1 12

static void begin(struct sensor_scope scopes[SCOPES])
{
	memset(scopes, 0, SCOPES * sizeof(*scopes));
	scopes[0].above = -1;
	for (int i = 2; i < SCOPES; i++)
		scopes[i].above = 1;
}

static void add_up(struct sensor_scope scopes[SCOPES])
{
	for (int month = 0; month < SENSOR_MONTHS; month++) {
		for (int i = 2; i < SCOPES; i++)
			scopes[1].of[month] += scopes[i].of[month];
		scopes[0].of[month] += scopes[1].of[month];
	}
}

static void four_are_hidden_and_five_are_shown(void **state)
{
	struct sensor_scope scopes[SCOPES];

	(void)state;
	begin(scopes);
	scopes[2].of[0] = 5;
	scopes[3].of[1] = 4;
	add_up(scopes);
	sensor_decide(scopes, SCOPES, LEAST, SENSOR_MONTHS);
	assert_true(scopes[2].is_shown[0]);
	assert_true(scopes[1].is_shown[0]);
	assert_false(scopes[3].is_shown[1]);
	assert_false(scopes[0].is_shown[1]);
}

static void who_would_give_a_small_one_away_is_hidden_too(void **state)
{
	struct sensor_scope scopes[SCOPES];

	(void)state;
	begin(scopes);
	scopes[2].of[0] = 3;
	scopes[3].of[0] = 8;
	scopes[4].of[0] = 10;
	add_up(scopes);
	sensor_decide(scopes, SCOPES, LEAST, SENSOR_MONTHS);
	assert_true(scopes[1].is_shown[0]);
	assert_false(scopes[2].is_shown[0]);
	assert_false(scopes[3].is_shown[0]);
	assert_true(scopes[4].is_shown[0]);
}

static void a_month_is_shown_when_it_is_over(void **state)
{
	struct sensor_scope scopes[SCOPES];

	(void)state;
	begin(scopes);
	for (int month = 0; month < 3; month++)
		scopes[2].of[month] = 9;
	add_up(scopes);
	sensor_decide(scopes, SCOPES, LEAST, 2);
	assert_true(scopes[2].is_shown[1]);
	assert_false(scopes[2].is_shown[2]);
	assert_false(scopes[2].is_shown[QUARTER_1]);
	sensor_decide(scopes, SCOPES, LEAST, 3);
	assert_true(scopes[2].is_shown[2]);
	assert_true(scopes[2].is_shown[QUARTER_1]);
}

static void a_quarter_that_would_tell_of_a_hidden_month_is_hidden(void **state)
{
	struct sensor_scope scopes[SCOPES];

	(void)state;
	begin(scopes);
	scopes[2].of[0] = 9;
	scopes[2].of[1] = 9;
	scopes[2].of[2] = 3;
	add_up(scopes);
	sensor_decide(scopes, SCOPES, LEAST, SENSOR_MONTHS);
	assert_true(scopes[2].is_shown[0]);
	assert_false(scopes[2].is_shown[2]);
	assert_false(scopes[2].is_shown[QUARTER_1]);
	scopes[2].of[1] = 3; /* 9, 3, 3: together they are six */
	scopes[1].of[1] = scopes[0].of[1] = 3;
	sensor_decide(scopes, SCOPES, LEAST, SENSOR_MONTHS);
	assert_true(scopes[2].is_shown[QUARTER_1]);
}

static uint32_t seed = 20261201;

static int64_t some(int below)
{
	seed = seed * 1664525u + 1013904223u;
	return (int64_t)((seed >> 8) % (uint32_t)below);
}

static bool holds(const struct sensor_scope scopes[SCOPES], int outer, int inner)
{
	for (int at = inner; at >= 0; at = scopes[at].above)
		if (at == outer)
			return true;
	return false;
}

static bool holds_period(int outer, int inner)
{
	return sensor_first(outer) <= sensor_first(inner) &&
	       sensor_last(inner) <= sensor_last(outer);
}

static void check_pair(const struct sensor_scope scopes[SCOPES], const int outer[2],
		       const int inner[2])
{
	if (!holds(scopes, outer[0], inner[0]) || !holds_period(outer[1], inner[1]) ||
	    !scopes[outer[0]].is_shown[outer[1]] || !scopes[inner[0]].is_shown[inner[1]])
		return;
	int64_t differ = sensor_count(&scopes[outer[0]], outer[1]) -
			 sensor_count(&scopes[inner[0]], inner[1]);
	assert_true(differ == 0 || differ >= LEAST);
}

static void check_all(const struct sensor_scope scopes[SCOPES])
{
	for (int a = 0; a < SCOPES * SENSOR_PERIODS; a++)
		for (int b = 0; b < SCOPES * SENSOR_PERIODS; b++)
			check_pair(scopes, (int[]){a / SENSOR_PERIODS, a % SENSOR_PERIODS},
				   (int[]){b / SENSOR_PERIODS, b % SENSOR_PERIODS});
}

static void no_two_tables_that_are_shown_differ_by_one_to_four(void **state)
{
	struct sensor_scope scopes[SCOPES];
	int shown = 0;

	(void)state;
	for (int round = 0; round < 3000; round++) {
		begin(scopes);
		int spread = round % 2 ? 9 : 30;
		for (int i = 2; i < SCOPES; i++)
			for (int month = 0; month < SENSOR_MONTHS; month++)
				scopes[i].of[month] = some(3) ? some(spread) : 0;
		add_up(scopes);
		for (int month = 0; month < SENSOR_MONTHS; month++) { /* said of the unit alone */
			int64_t whole = some(4) ? 0 : some(7);
			scopes[1].of[month] += whole;
			scopes[0].of[month] += whole;
		}
		sensor_decide(scopes, SCOPES, LEAST, SENSOR_MONTHS);
		check_all(scopes);
		for (int i = 0; i < SCOPES; i++)
			for (int period = 0; period < SENSOR_PERIODS; period++)
				shown += scopes[i].is_shown[period];
	}
	assert_true(shown > 3000 * SENSOR_MONTHS); /* and it does not hide everything */
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(four_are_hidden_and_five_are_shown),
		cmocka_unit_test(who_would_give_a_small_one_away_is_hidden_too),
		cmocka_unit_test(a_month_is_shown_when_it_is_over),
		cmocka_unit_test(a_quarter_that_would_tell_of_a_hidden_month_is_hidden),
		cmocka_unit_test(no_two_tables_that_are_shown_differ_by_one_to_four),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
