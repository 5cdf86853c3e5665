/* SPDX-License-Identifier: Apache-2.0 */
/* JSON as others write it: what is read, and what is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena_test_support.h"
#include "render/json_read.h"

static void an_object_gives_each_value_by_its_key(void **state)
{
	struct json_value v;

	(void)state;
	assert_int_equal(
		json_read(mem,
			  STR(" {\"a\": [1, -2.50, 3e+2], \"b\": {\"c\": null}, \"d\": true} "),
			  &v),
		ERR_OK);
	const struct json_value *a = json_find(&v, STR("a"));
	assert_int_equal(a->count, 3);
	assert_text(a->items[1].text, "-2.50");
	assert_text(a->items[2].text, "3e+2");
	assert_int_equal(json_find(json_find(&v, STR("b")), STR("c"))->type, JSON_NULL);
	assert_int_equal(json_find(&v, STR("d"))->type, JSON_TRUE);
	assert_null(json_find(&v, STR("e")));
}

static void escapes_become_characters(void **state)
{
	struct json_value v;

	(void)state;
	assert_int_equal(
		json_read(mem, STR("\"a\\\"\\\\\\/\\n\\t\\u00e9\\u20ac\\ud83d\\ude00\""), &v),
		ERR_OK);
	assert_text(v.text, "a\"\\/\n\té€😀");
}

static void what_is_no_json_is_refused(void **state)
{
	static const char *const bad[] = {"",
					  "{",
					  "[1,]",
					  "{\"a\":1,\"a\":2}",
					  "{a:1}",
					  "01",
					  "1.",
					  "-",
					  "1e",
					  "\"\\u12\"",
					  "\"\\ud83d\"",
					  "\"\\u0000\"",
					  "\"a",
					  "\"\n\"",
					  "nul",
					  "1 2",
					  "[1}",
					  "\"\xff\"",
					  "'a'",
					  "{\"a\" 1}",
					  "[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]",
					  "+1",
					  "\"\\x\""};

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
		struct json_value v;
		if (json_read(mem, str_from(bad[i]), &v) != ERR_INVALID)
			fail_msg("read: %s", bad[i]);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_object_gives_each_value_by_its_key),
		cmocka_unit_test(escapes_become_characters),
		cmocka_unit_test(what_is_no_json_is_refused),
	};
	return cmocka_run_group_tests(tests, open_arena, close_arena);
}
