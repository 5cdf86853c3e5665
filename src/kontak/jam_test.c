/* SPDX-License-Identifier: Apache-2.0 */
/* Opening hours as people write them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "kontak/jam.h"

static void hours_are_read_as_people_write_them(void **state)
{
	static const char *const same[] = {"08.00-15.30", "8.00–15.30", " 08:00 - 15:30 ",
					   "8:00 – 15.30"};
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct jam jam;

	(void)state;
	for (size_t i = 0; i < sizeof(same) / sizeof(same[0]); i++) {
		assert_true(jam_parse(str_from(same[i]), &jam));
		assert_int_equal(jam.buka, 480);
		assert_int_equal(jam.tutup, 930);
	}
	assert_true(jam_parse(STR("8-24"), &jam));
	assert_true(str_is(jam_write(mem, jam), "08.00–24.00"));
	assert_true(jam_parse(STR(""), &jam));
	assert_int_equal(jam_write(mem, jam).len, 0);
}

static void what_is_no_hours_is_refused(void **state)
{
	static const char *const wrong[] = {"pagi",	   "08.00",	  "8-",	       "-15",
					    "15.00-08.00", "08.00-08.00", "8.60-9.00", "8.0-9.00",
					    "25-26",	   "8-15 WIT",	  "8-24.01",   "008-15"};
	struct jam jam;

	(void)state;
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++)
		assert_false(jam_parse(str_from(wrong[i]), &jam));
}

static void a_clock_has_two_digits_of_minutes_and_is_of_the_day(void **state)
{
	static const char *const wrong[] = {"", "14.3", "24.00", "14.60", "14.00 WIT", "-1", "x"};
	int minute;

	(void)state;
	assert_true(jam_clock_parse(STR("9"), &minute));
	assert_int_equal(minute, 540);
	assert_true(jam_clock_parse(STR("14:30"), &minute));
	assert_true(jam_clock_parse(STR("23.59"), &minute));
	assert_int_equal(minute, 1439);
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++)
		assert_false(jam_clock_parse(str_from(wrong[i]), &minute));
}

static void friday_and_the_weekend_have_their_own(void **state)
{
	(void)state;
	assert_int_equal(jam_of_day(DATE(2026, 11, 30)), JAM_KERJA); /* a Monday */
	assert_int_equal(jam_of_day(DATE(2026, 12, 3)), JAM_KERJA);
	assert_int_equal(jam_of_day(DATE(2026, 12, 4)), JAM_JUMAT);
	assert_int_equal(jam_of_day(DATE(2026, 12, 5)), JAM_SABTU);
	assert_int_equal(jam_of_day(DATE(2026, 12, 6)), JAM_MINGGU);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(hours_are_read_as_people_write_them),
		cmocka_unit_test(what_is_no_hours_is_refused),
		cmocka_unit_test(a_clock_has_two_digits_of_minutes_and_is_of_the_day),
		cmocka_unit_test(friday_and_the_weekend_have_their_own),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
