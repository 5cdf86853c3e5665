/* SPDX-License-Identifier: Apache-2.0 */
/* Dates, exact fractions, ids, clock and log: date.h, ratio.h, id.h, sys.h, log.h. */
#include "base/arena_test_support.h"
#include "base/date.h"
#include "base/id.h"
#include "base/log.h"
#include "base/ratio.h"
#include "base/sys.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

static int64_t frozen_clock(void)
{
	return INT64_C(1795391000000000); /* 2026-11-22T23:43:20Z */
}

static void fixed_chance(void *out, size_t len)
{
	memset(out, 0xFF, len);
}

static void every_day_of_four_centuries_comes_back(void **state)
{
	struct date before = DATE(1899, 12, 31);

	(void)state;
	for (int32_t day = date_days(DATE(1900, 1, 1)); day <= date_days(DATE(2300, 1, 1)); day++) {
		struct date d = date_from_days(day);
		assert_true(date_is_valid(d));
		assert_int_equal(date_days(d), day);
		assert_true(date_compare(before, d) < 0);
		before = d;
	}
	assert_int_equal(date_days(DATE(1970, 1, 1)), 0);
	assert_int_equal(date_days(DATE(1969, 12, 31)), -1);
}

static void dates_are_read_strictly(void **state)
{
	static const char *const bad[] = {"",		"2025-02-29",  "2025-2-01",  "2025-13-01",
					  "2025-00-10", "2025-01-00",  "0000-01-01", "2025/01/01",
					  "2025-01-0a", "2025-01-011", "20x5-01-01"};
	struct date d = DATE(1, 2, 3);

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
		assert_false(date_parse(str_from(bad[i]), &d));
		assert_int_equal(d.day, 3);
	}
	assert_true(date_parse(STR("2024-02-29"), &d));
	assert_text(date_iso(mem, d), "2024-02-29");
	assert_true(date_is_none((struct date){0}) && !date_is_none(d));
	assert_int_equal(date_month_days(2100, 2), 28);
	assert_int_equal(date_month_days(2000, 2), 29);
	assert_int_equal(date_month_days(2025, 13), 0);
}

static void months_are_added_within_the_month(void **state)
{
	(void)state;
	assert_text(date_iso(mem, date_add_months(DATE(2025, 1, 31), 1)), "2025-02-28");
	assert_text(date_iso(mem, date_add_months(DATE(2024, 2, 29), 12)), "2025-02-28");
	assert_text(date_iso(mem, date_add_months(DATE(2025, 1, 15), -1)), "2024-12-15");
	assert_text(date_iso(mem, date_add_months(DATE(2025, 3, 31), -13)), "2024-02-29");
	assert_text(date_iso(mem, date_add_days(DATE(2025, 12, 31), 1)), "2026-01-01");
}

static void dates_are_written_in_indonesian(void **state)
{
	(void)state;
	assert_text(date_long(mem, DATE(2026, 11, 24)), "24 November 2026");
	assert_text(date_day_name(DATE(2026, 11, 24)), "Selasa");
	assert_int_equal(date_weekday(DATE(1970, 1, 1)), 4);
	assert_int_equal(date_weekday(DATE(1969, 12, 28)), 7);
	assert_text(date_long(mem, (struct date){0}), "0  0");
}

static void a_time_point_has_its_day_in_each_zone(void **state)
{
	int64_t at = time_of_date(DATE(2026, 11, 24), 8 * 60 + 42, ZONA_WIT);
	enum zona zona;

	(void)state;
	assert_text(time_utc_iso(mem, at), "2026-11-23T23:42:00.000000Z");
	assert_text(time_iso(mem, at, ZONA_WIT), "2026-11-24T08:42+09:00");
	assert_int_equal(date_compare(date_of_time(at, ZONA_WIT), DATE(2026, 11, 24)), 0);
	assert_int_equal(time_minute_of_day(-1, ZONA_WIB), 7 * 60 - 1);
	assert_text(time_utc_iso(mem, -1), "1969-12-31T23:59:59.999999Z");
	assert_true(zona_parse(STR("WITA"), &zona) && zona == ZONA_WITA);
	assert_true(zona_parse(STR("WIB"), &zona) && !zona_parse(STR("UTC"), &zona) &&
		    zona == ZONA_WIB);
	assert_text(zona_key((enum zona)0), "");
}

static void fractions_stay_exact(void **state)
{
	struct ratio third = ratio_make(1, 3);

	(void)state;
	assert_int_equal(ratio_compare(ratio_add(third, ratio_make(2, 3)), ratio_make(1, 1)), 0);
	assert_int_equal(ratio_compare(ratio_mul(third, ratio_make(-3, 5)), ratio_make(1, -5)), 0);
	assert_int_equal(ratio_compare(ratio_div(third, ratio_make(2, 3)), ratio_make(1, 2)), 0);
	assert_int_equal(ratio_compare(third, ratio_make(333333333, 1000000000)), 1);
	assert_int_equal(ratio_make(6, -4).num, -3);
	assert_int_equal(ratio_floor(ratio_make(-7, 2)), -4);
	assert_int_equal(ratio_floor(ratio_make(7, 2)), 3);
	assert_int_equal(ratio_ceil(ratio_make(-7, 2)), -3);
	assert_int_equal(ratio_ceil(ratio_make(7, 2)), 4);
	assert_int_equal(ratio_ceil(ratio_make(8, 2)), 4);
}

static void halves_are_rounded_away_from_zero(void **state)
{
	(void)state;
	assert_int_equal(ratio_round_half_up(ratio_make(9375, 1000), 2), 938);
	assert_int_equal(ratio_round_half_up(ratio_make(-9375, 1000), 2), -938);
	assert_int_equal(ratio_round_half_up(ratio_make(1, 3), 4), 3333);
	assert_text(ratio_decimal(mem, ratio_make(11, 4), 4), "2.7500");
	assert_text(ratio_decimal(mem, ratio_make(-1, 200), 2), "-0.01");
	assert_text(ratio_decimal(mem, ratio_make(5, 2), 0), "3");
}

static void decimals_are_read_exactly(void **state)
{
	static const char *const bad[] = {
		"", "-", ".5", "5.", "1,5", "1e3", "1.1234567", "1234567890123", "1.2.3", "--1"};
	struct ratio value;

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
		assert_false(ratio_parse(str_from(bad[i]), &value));
	assert_true(ratio_parse(STR("2.75"), &value) && value.num == 11 && value.den == 4);
	assert_true(ratio_parse(STR("-3"), &value) && value.num == -3 && value.den == 1);
	assert_true(ratio_parse(STR("0.1"), &value) && value.num == 1 && value.den == 10);
}

static void ids_grow_with_time_and_read_back(void **state)
{
	struct id id = id_make(), back;

	(void)state;
	assert_true(id_parse(id_str(mem, &id), &back) && id_equal(&id, &back) && !id_is_none(&id));
	sys_use_clock(frozen_clock);
	sys_use_random(fixed_chance);
	id = id_make();
	assert_text(id_str(mem, &id), "01a205a4-8dc0-7000-bfff-ffffffffffff");
	sys_use_clock(NULL);
	sys_use_random(NULL);
	assert_true(id_parse(STR("01A0-"), &back) == false);
}

static void ids_are_read_strictly(void **state)
{
	static const char *const bad[] = {"",
					  "00000000-0000-0000-0000-00000000000",
					  "00000000000000000000000000000000",
					  "0000000x-0000-0000-0000-000000000000",
					  "000000000-000-0000-0000-000000000000",
					  "00000000-0000-0000-0000-00000000000g"};
	struct id id;

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
		assert_false(id_parse(str_from(bad[i]), &id));
	assert_true(id_parse(STR("00000000-0000-0000-0000-000000000000"), &id) && id_is_none(&id));
	assert_true(id_parse(STR("ABCDEF01-2345-6789-abcd-ef0123456789"), &id));
	assert_text(id_str(mem, &id), "abcdef01-2345-6789-abcd-ef0123456789");
}

static void a_name_always_gives_the_same_id(void **state)
{
	struct id space = {{1}}, other = {{2}};
	struct id first = id_named(&space, STR("skp/2026")),
		  again = id_named(&space, STR("skp/2026"));
	struct id elsewhere = id_named(&other, STR("skp/2026")),
		  next = id_named(&space, STR("skp/2027"));

	(void)state;
	assert_true(id_equal(&first, &again));
	assert_false(id_equal(&first, &elsewhere) || id_equal(&first, &next));
	assert_int_equal(first.bytes[6] >> 4, 8);
	assert_int_equal(first.bytes[8] >> 6, 2);
}

static void the_clock_and_chance_are_real_unless_a_test_puts_its_own(void **state)
{
	unsigned char a[32] = {0}, b[32] = {0};

	(void)state;
	assert_true(clock_now() > INT64_C(1700000000000000));
	assert_true(clock_cpu() > 0);
	random_bytes(a, sizeof a);
	random_bytes(b, sizeof b);
	assert_memory_not_equal(a, b, sizeof a);
	sys_use_clock(frozen_clock);
	assert_true(clock_now() == frozen_clock());
	sys_use_clock(NULL);
}

static void a_log_line_is_one_json_object(void **state)
{
	FILE *file = tmpfile();
	char line[512] = "";

	(void)state;
	sys_use_clock(frozen_clock);
	log_to(fileno(file));
	log_info("store.open", "a \"quoted\"\nline %d", 7);
	log_error("store.fail", "%s", "x");
	log_to(STDERR_FILENO);
	sys_use_clock(NULL);
	rewind(file);
	assert_non_null(fgets(line, sizeof line, file));
	assert_string_equal(line, "{\"at\":\"2026-11-22T23:43:20.000000Z\",\"level\":\"info\","
				  "\"event\":\"store.open\","
				  "\"text\":\"a \\\"quoted\\\"\\u000aline 7\"}\n");
	assert_non_null(fgets(line, sizeof line, file));
	assert_non_null(strstr(line, "\"level\":\"error\""));
	fclose(file);
}

/* Chance is drawn ahead: what a parent has left over must not be drawn again by its child. */
static void a_child_draws_other_chance_than_its_parent(void **state)
{
	unsigned char mine[16], its[16];
	int pipe_fd[2], status;

	(void)state;
	random_bytes(mine, sizeof mine); /* there is a rest from here on */
	assert_int_equal(pipe(pipe_fd), 0);
	pid_t child = fork();
	assert_true(child >= 0);
	random_bytes(mine, sizeof mine);
	if (child == 0)
		_exit(write(pipe_fd[1], mine, sizeof mine) != sizeof mine);
	assert_int_equal(read(pipe_fd[0], its, sizeof its), sizeof its);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
	assert_memory_not_equal(mine, its, sizeof mine);
	(void)close(pipe_fd[0]);
	(void)close(pipe_fd[1]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_day_of_four_centuries_comes_back),
		cmocka_unit_test(dates_are_read_strictly),
		cmocka_unit_test(months_are_added_within_the_month),
		cmocka_unit_test(dates_are_written_in_indonesian),
		cmocka_unit_test(a_time_point_has_its_day_in_each_zone),
		cmocka_unit_test(fractions_stay_exact),
		cmocka_unit_test(halves_are_rounded_away_from_zero),
		cmocka_unit_test(decimals_are_read_exactly),
		cmocka_unit_test(ids_grow_with_time_and_read_back),
		cmocka_unit_test(ids_are_read_strictly),
		cmocka_unit_test(a_name_always_gives_the_same_id),
		cmocka_unit_test(the_clock_and_chance_are_real_unless_a_test_puts_its_own),
		cmocka_unit_test(a_log_line_is_one_json_object),
		cmocka_unit_test(a_child_draws_other_chance_than_its_parent),
	};
	return cmocka_run_group_tests(tests, open_arena, close_arena);
}
