/* SPDX-License-Identifier: Apache-2.0 */
/* Promises of an office that is open 08.00 to 15.00, on Fridays until 11.30, in the week of Monday
   23 November 2026. */
#include "law/janji.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define MONDAY DATE(2026, 11, 23)
enum { MON, TUE, WED, THU, FRI, SAT, SUN, NEXT_MON };

static const struct kantor_waktu office = {
	.hari = {{480, 900}, {480, 900}, {480, 900}, {480, 900}, {480, 690}}};

static int64_t at(int day, int clock)
{
	return ((int64_t)date_days(MONDAY) + day) * 1440 + clock / 100 * 60 + clock % 100;
}

static void promised(const struct kantor_waktu *kantor, int64_t from, struct janji janji,
		     int64_t wanted)
{
	int64_t until = 0;

	assert_true(janji_until(kantor, from, janji, &until));
	assert_int_equal(until, wanted);
}

#define DAYS(n) ((struct janji){(n), JANJI_HARI_KERJA})
#define HOURS(n) ((struct janji){(n), JANJI_JAM_KERJA})
#define MINUTES(n) ((struct janji){(n), JANJI_MENIT})

static void a_working_day_ends_at_the_same_clock(void **state)
{
	(void)state;
	promised(&office, at(MON, 1100), DAYS(1), at(TUE, 1100));
	promised(&office, at(MON, 1100), DAYS(3), at(THU, 1100));
	promised(&office, at(FRI, 1000), DAYS(1), at(NEXT_MON, 1000));
	promised(&office, at(THU, 1400), DAYS(1), at(FRI, 1130)); /* closes earlier */
}

static void what_comes_after_hours_came_at_the_next_opening(void **state)
{
	(void)state;
	promised(&office, at(MON, 700), DAYS(1), at(TUE, 800));
	promised(&office, at(MON, 1459), DAYS(1), at(TUE, 1459));
	promised(&office, at(MON, 1500), DAYS(1), at(WED, 800));
	promised(&office, at(SAT, 900), DAYS(1), at(NEXT_MON + 1, 800));
	promised(&office, at(SAT, 900), MINUTES(15), at(NEXT_MON, 815));
}

static void a_day_that_opens_later_ends_the_promise_when_it_opens(void **state)
{
	struct kantor_waktu late = office;

	(void)state;
	late.hari[TUE] = (struct kantor_jam){600, 900};
	promised(&late, at(MON, 900), DAYS(1), at(TUE, 1000));
}

static void minutes_and_hours_run_while_the_office_is_open(void **state)
{
	(void)state;
	promised(&office, at(MON, 1100), MINUTES(20), at(MON, 1120));
	promised(&office, at(MON, 1100), HOURS(4), at(MON, 1500)); /* just the day */
	promised(&office, at(MON, 1101), HOURS(4), at(TUE, 801));
	promised(&office, at(FRI, 1100), HOURS(1), at(NEXT_MON, 830));
}

static void closed_days_do_not_count(void **state)
{
	const int32_t closed[] = {date_days(MONDAY) - 30, date_days(MONDAY) + THU};
	struct kantor_waktu kantor = office;

	(void)state;
	kantor.tutup = closed;
	kantor.tutup_count = 2;
	promised(&kantor, at(WED, 1000), DAYS(1), at(FRI, 1000));
	promised(&kantor, at(WED, 1400), HOURS(2), at(FRI, 900));
	assert_int_equal(kantor_jam_on(&kantor, DATE(2026, 11, 26)).tutup, 0);
	assert_int_equal(kantor_jam_on(&kantor, DATE(2026, 11, 27)).tutup, 690);
	assert_false(kantor_is_open(&kantor, at(THU, 900)));
	assert_true(kantor_is_open(&kantor, at(WED, 800)));
	assert_false(kantor_is_open(&kantor, at(WED, 759)));
	assert_true(kantor_is_open(&kantor, at(WED, 1459)));
	assert_false(kantor_is_open(&kantor, at(WED, 1500)));
}

static void an_office_that_never_opens_promises_nothing(void **state)
{
	const struct kantor_waktu never = {.tutup_count = 0};
	struct kantor_waktu once = office;
	int64_t until;

	(void)state;
	assert_false(janji_until(&never, at(MON, 900), DAYS(1), &until));
	assert_false(janji_until(&office, at(MON, 900),
				 (struct janji){JANJI_MOST * 3, JANJI_HARI_KERJA}, &until));
	assert_false(janji_until(&once, at(MON, 900),
				 (struct janji){JANJI_MOST * 20, JANJI_JAM_KERJA}, &until));
	assert_int_equal(janji_lama(&never, JANJI_HARI_KERJA, at(MON, 900), at(FRI, 900)), 0);
}

static void what_it_took_is_counted_in_the_promises_own_measure(void **state)
{
	(void)state;
	assert_int_equal(janji_lama(&office, JANJI_MENIT, at(MON, 1100), at(MON, 1120)), 20);
	assert_int_equal(janji_lama(&office, JANJI_JAM_KERJA, at(MON, 1400), at(TUE, 900)), 120);
	assert_int_equal(janji_lama(&office, JANJI_HARI_KERJA, at(MON, 1100), at(TUE, 1100)), 100);
	assert_int_equal(janji_lama(&office, JANJI_HARI_KERJA, at(MON, 800), at(MON, 1130)), 50);
	assert_int_equal(janji_lama(&office, JANJI_HARI_KERJA, at(THU, 1500), at(FRI, 1500)), 100);
	assert_int_equal(janji_lama(&office, JANJI_HARI_KERJA, at(FRI, 1130), at(NEXT_MON, 700)),
			 0);
	assert_int_equal(janji_lama(&office, JANJI_MENIT, at(TUE, 900), at(TUE, 900)), 0);
	assert_int_equal(janji_lama(&office, JANJI_MENIT, at(MON, 600), at(MON, 1700)), 420);
	assert_int_equal(janji_size(DAYS(3)), 300);
	assert_int_equal(janji_size(HOURS(2)), 120);
	assert_int_equal(janji_size(MINUTES(15)), 15);
}

static void minutes_are_those_of_the_offices_zone(void **state)
{
	(void)state;
	assert_int_equal(janji_minute(time_of_date(MONDAY, 480, ZONA_WIT), ZONA_WIT), at(MON, 800));
	assert_int_equal(janji_moment(at(MON, 800), ZONA_WIB), time_of_date(MONDAY, 480, ZONA_WIB));
	assert_int_equal(janji_minute(-1, ZONA_WIB), 420 - 1);
}

static void a_measure_has_one_stored_key(void **state)
{
	enum janji_satuan satuan;

	(void)state;
	assert_true(janji_satuan_parse(STR("jam_kerja"), &satuan));
	assert_int_equal(satuan, JANJI_JAM_KERJA);
	assert_true(str_is(janji_satuan_key(JANJI_HARI_KERJA), "hari_kerja"));
	assert_false(janji_satuan_parse(STR("hari"), &satuan));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_working_day_ends_at_the_same_clock),
		cmocka_unit_test(what_comes_after_hours_came_at_the_next_opening),
		cmocka_unit_test(a_day_that_opens_later_ends_the_promise_when_it_opens),
		cmocka_unit_test(minutes_and_hours_run_while_the_office_is_open),
		cmocka_unit_test(closed_days_do_not_count),
		cmocka_unit_test(an_office_that_never_opens_promises_nothing),
		cmocka_unit_test(what_it_took_is_counted_in_the_promises_own_measure),
		cmocka_unit_test(minutes_are_those_of_the_offices_zone),
		cmocka_unit_test(a_measure_has_one_stored_key),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
