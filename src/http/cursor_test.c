/* SPDX-License-Identifier: Apache-2.0 */
/* A cursor comes back as it was given, and no other is taken. */
#include "http/cursor.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void a_place_comes_back_as_it_was(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	const char *const places[] = {"a", "ab", "abc", "2026-11-24.0193f2ab-7c1e-7d00", "é|9"};

	(void)state;
	for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
		struct str place, cursor = cursor_write(mem, str_from(places[i]));
		assert_true(cursor_read(mem, cursor, &place));
		assert_true(str_is(place, places[i]));
	}
}

static void what_was_not_made_by_us_is_refused(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct str place;

	(void)state;
	assert_false(cursor_read(mem, STR(""), &place));
	assert_false(cursor_read(mem, STR("a b"), &place));
	assert_false(cursor_read(mem, STR("____"), &place)); /* no UTF-8 */
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_place_comes_back_as_it_was),
		cmocka_unit_test(what_was_not_made_by_us_is_refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
