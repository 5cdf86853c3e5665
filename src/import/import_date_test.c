/* SPDX-License-Identifier: Apache-2.0 */
/* Days as people write them, and those that may mean two. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "import/import_date.h"

static const struct {
	const char *text, *iso; /* iso NULL: refused */
	enum import_day why;
} days[] = {
	{"2024-01-02", "2024-01-02", IMPORT_DAY_READ},
	{"2024/1/2", "2024-01-02", IMPORT_DAY_READ},
	{"2024.01.02", "2024-01-02", IMPORT_DAY_READ},
	{"02/01/2024", "2024-01-02", IMPORT_DAY_READ},
	{"2-1-2024", "2024-01-02", IMPORT_DAY_READ},
	{"02.01.2024", "2024-01-02", IMPORT_DAY_READ},
	{"02 01 2024", "2024-01-02", IMPORT_DAY_READ},
	{"12/3/1985", "1985-03-12", IMPORT_DAY_READ},
	{"2 Januari 2024", "2024-01-02", IMPORT_DAY_READ},
	{"02 JANUARI 2024", "2024-01-02", IMPORT_DAY_READ},
	{"Selasa, 2 Januari 2024", "2024-01-02", IMPORT_DAY_READ},
	{"12 Maret 1985", "1985-03-12", IMPORT_DAY_READ},
	{"12-Mar-85", "1985-03-12", IMPORT_DAY_READ},
	{"12 Mar 27", "2027-03-12", IMPORT_DAY_READ}, /* one year ahead is this century */
	{"12 Mar 28", "1928-03-12", IMPORT_DAY_READ},
	{"2-Agt-2024", "2024-08-02", IMPORT_DAY_READ},
	{"2 Ags 2024", "2024-08-02", IMPORT_DAY_READ},
	{"2 Agustus 2024", "2024-08-02", IMPORT_DAY_READ},
	{"2 Mei 2024", "2024-05-02", IMPORT_DAY_READ},
	{"2 Nopember 2024", "2024-11-02", IMPORT_DAY_READ},
	{"1 Des 2024", "2024-12-01", IMPORT_DAY_READ},
	{"Jan 2, 2024", "2024-01-02", IMPORT_DAY_READ},
	{"2024-01-02 00:00:00", "2024-01-02", IMPORT_DAY_READ},
	{"2024-01-02T00:00:00", "2024-01-02", IMPORT_DAY_READ},
	{"2020-01-01T00:00:00.000Z", "2020-01-01", IMPORT_DAY_READ},
	{"2019-12-31T15:00:00.000Z", "2020-01-01", IMPORT_DAY_READ}, /* midnight of WIT */
	{"2019-12-31T17:00:00Z", "2020-01-01", IMPORT_DAY_READ}, /* of WIB */
	{"2019-12-31T14:59:00Z", "2019-12-31", IMPORT_DAY_READ},
	{"2020-01-01T00:00:00+09:00", "2020-01-01", IMPORT_DAY_READ},
	{"02/01/2024 00:00", "2024-01-02", IMPORT_DAY_READ},
	{"45293", "2024-01-02", IMPORT_DAY_READ},
	{"20000", "1954-10-03", IMPORT_DAY_READ},
	{"80000", "2119-01-11", IMPORT_DAY_READ},
	{"19999", NULL, IMPORT_DAY_WRONG},
	{"80001", NULL, IMPORT_DAY_WRONG},
	{"20240102", "2024-01-02", IMPORT_DAY_READ},
	{"31122024", "2024-12-31", IMPORT_DAY_READ},
	{"20102010", "2010-10-20", IMPORT_DAY_READ},
	{"20103210", NULL, IMPORT_DAY_WRONG},
	{"13/3/85", "1985-03-13", IMPORT_DAY_READ},
	{"3/3/85", "1985-03-03", IMPORT_DAY_READ},
	{"12/3/85", NULL, IMPORT_DAY_TWO_WAYS},
	{"02/01/24", NULL, IMPORT_DAY_TWO_WAYS},
	{"12/31/2024", NULL, IMPORT_DAY_MONTH_FIRST},
	{"31/12/2024", "2024-12-31", IMPORT_DAY_READ},
	{"30/02/2024", NULL, IMPORT_DAY_WRONG},
	{"2026-02-29", NULL, IMPORT_DAY_WRONG},
	{"31/04/2024", NULL, IMPORT_DAY_WRONG},
	{"2 Foobar 2024", NULL, IMPORT_DAY_WRONG},
	{"2024", NULL, IMPORT_DAY_WRONG},
	{"Januari 2024", NULL, IMPORT_DAY_WRONG},
	{"2 Januari 1899", NULL, IMPORT_DAY_WRONG},
	{"2 Januari 2201", NULL, IMPORT_DAY_WRONG},
	{"2024-01-02 besok", NULL, IMPORT_DAY_WRONG},
	{"02/01/2024 s.d. 03/01/2024", NULL, IMPORT_DAY_WRONG},
	{"-", NULL, IMPORT_DAY_WRONG},
	{"", NULL, IMPORT_DAY_WRONG},
};

static void days_are_read_as_people_write_them(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();

	(void)state;
	for (size_t i = 0; i < sizeof days / sizeof days[0]; i++) {
		struct date day = {0};
		enum import_day read = import_day_parse(str_from(days[i].text), DATE(2026, 11, 24),
							ZONA_WIT, &day);
		struct str got = read == IMPORT_DAY_READ ? date_iso(mem, day) : STR_NONE;
		if (read != (days[i].iso ? IMPORT_DAY_READ : days[i].why) ||
		    (days[i].iso && !str_is(got, days[i].iso)))
			fail_msg("%s: %d %s", days[i].text, (int)read, str_cstr(mem, got));
	}
}

static void a_column_tells_when_it_is_written_month_first(void **state)
{
	(void)state;
	assert_true(import_day_is_month_first(STR("1/13/2024")));
	assert_false(import_day_is_month_first(STR("13/1/2024")));
	assert_false(import_day_is_month_first(STR("1/12/2024")));
	assert_true(import_day_ends_in_year(STR("1/12/2024")));
	assert_false(import_day_ends_in_year(STR("2024-12-01")));
	assert_false(import_day_ends_in_year(STR("1 Mei 2024")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(days_are_read_as_people_write_them),
		cmocka_unit_test(a_column_tells_when_it_is_written_month_first),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
