/* SPDX-License-Identifier: Apache-2.0 */
/* Spellings and periods of the recap of e-Kinerja BKN (rulebook BKN-01). */
#include "law/bkn.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void a_rating_is_read_as_it_is_written_and_in_no_other_way(void **state)
{
	static const char *const other[] = {"Di atas ekspektasi", "diatas ekspektasi",
					    "Diatas  Ekspektasi", "di_atas", ""};
	enum rating rating;

	(void)state;
	for (int i = 0; i < RATING_COUNT; i++) {
		assert_true(bkn_rating_parse(bkn_rating((enum rating)i), &rating));
		assert_int_equal(rating, i);
	}
	assert_true(str_is(bkn_rating(RATING_DI_ATAS), "Diatas Ekspektasi"));
	assert_true(str_is(bkn_rating(RATING_SESUAI), "Sesuai Ekspektasi"));
	for (size_t i = 0; i < sizeof other / sizeof other[0]; i++)
		assert_false(bkn_rating_parse(str_from(other[i]), &rating));
	assert_true(str_is(bkn_column(0), "No"));
	assert_true(str_is(bkn_column(4), "Rating Hasil Kinerja"));
	assert_true(str_is(bkn_column(5), "Rating Perilaku Kerja"));
	assert_true(str_is(bkn_column(BKN_COLUMNS - 1), "Predikat Kinerja Periodik"));
}

static void the_format_is_of_whole_months_from_2026_on(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();

	(void)state;
	assert_true(bkn_knows(DATE(2026, 1, 1), DATE(2026, 1, 31)));
	assert_true(bkn_knows(DATE(2028, 2, 1), DATE(2028, 2, 29)));
	assert_false(bkn_knows(DATE(2025, 12, 1), DATE(2025, 12, 31)));
	assert_false(bkn_knows(DATE(2026, 1, 1), DATE(2026, 3, 31)));
	assert_false(bkn_knows(DATE(2026, 1, 2), DATE(2026, 2, 1)));
	assert_true(str_is(bkn_period(mem, DATE(2026, 6, 1)), "Periode Bulanan 6 Tahun 2026"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_rating_is_read_as_it_is_written_and_in_no_other_way),
		cmocka_unit_test(the_format_is_of_whole_months_from_2026_on),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
