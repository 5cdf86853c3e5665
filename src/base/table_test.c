/* SPDX-License-Identifier: Apache-2.0 */
/* A table finds what was put, and nothing else. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/table.h"

static void a_table_finds_each_of_many_keys(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct table table;
	int64_t value = -1;

	(void)state;
	table_init(&table, mem, 0);
	for (int i = 0; i < 5000; i++)
		table_put(&table, str_format(mem, "kunci%d", i), i);
	for (int i = 0; i < 5000; i++) {
		assert_true(table_get(&table, str_format(mem, "kunci%d", i), &value));
		assert_int_equal(value, i);
	}
	assert_false(table_get(&table, STR("kunci5000"), &value));
	assert_int_equal(table.count, 5000);
}

static void putting_a_key_again_replaces_its_value(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct table table;
	int64_t value = 0;

	(void)state;
	table_init(&table, mem, 4);
	table_put(&table, STR("a"), 1);
	table_put(&table, STR("a"), 2);
	assert_true(table_get(&table, STR("a"), &value));
	assert_int_equal(value, 2);
	assert_int_equal(table.count, 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_table_finds_each_of_many_keys),
		cmocka_unit_test(putting_a_key_again_replaces_its_value),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
