/* SPDX-License-Identifier: Apache-2.0 */
/* Forms as browsers send them, and as nobody should. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "http/form.h"

static struct pairs decoded(struct arena *mem, struct str text, enum err expected)
{
	struct pairs out;
	pairs_init(&out, mem);
	assert_int_equal(form_decode(text, &out), expected);
	return out;
}

static void check_value(const struct pairs *pairs, const char *name, int n, const char *expected)
{
	struct str value;
	assert_true(pairs_at(pairs, str_from(name), n, &value));
	assert_true(str_is(value, expected));
}

static void names_and_values_are_decoded(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct pairs out = decoded(mem, STR("a=1&b=x+y%21&a=2&c&=z&&%C3%A9=%e2%82%ac"), ERR_OK);

	(void)state;
	check_value(&out, "a", 0, "1");
	check_value(&out, "a", 1, "2");
	check_value(&out, "b", 0, "x y!");
	check_value(&out, "c", 0, "");
	check_value(&out, "é", 0, "€");
}

static void broken_escapes_are_refused(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	static const char *const bad[] = {"a=%",   "a=%4",  "a=%4g", "%=1",   "a=%G1",
					  "a=1%2", "a=%00", "a=%ff", "a=%C3", "a=%ED%A0%80"};

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		(void)decoded(mem, str_from(bad[i]), ERR_INVALID);
}

static void line_ends_become_one_line_feed(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct pairs out = decoded(mem, STR("a=satu%0D%0Adua%0Atiga"), ERR_OK);

	(void)state;
	check_value(&out, "a", 0, "satu\ndua\ntiga");
}

static void fields_are_bounded(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct buf text;

	(void)state;
	buf_init(&text, mem);
	for (int i = 0; i < FORM_FIELDS_MAX; i++)
		buf_add_cstr(&text, "a=1&");
	assert_int_equal(decoded(mem, buf_str(&text), ERR_OK).count, FORM_FIELDS_MAX);
	buf_add_cstr(&text, "a=1");
	(void)decoded(mem, buf_str(&text), ERR_TOO_LARGE);
}

static void escaping_and_unescaping_meet(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct str text = STR("Laporan tersimpan; \"10%\" + ée\n/?&="), back;

	(void)state;
	assert_int_equal(form_unescape(mem, form_escape(mem, text), false, &back), ERR_OK);
	assert_true(str_equal(text, back));
}

static void a_plus_is_a_plus_in_paths(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct str out;

	(void)state;
	assert_int_equal(form_unescape(mem, STR("a+b"), false, &out), ERR_OK);
	assert_true(str_is(out, "a+b"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_and_values_are_decoded),
		cmocka_unit_test(broken_escapes_are_refused),
		cmocka_unit_test(line_ends_become_one_line_feed),
		cmocka_unit_test(fields_are_bounded),
		cmocka_unit_test(escaping_and_unescaping_meet),
		cmocka_unit_test(a_plus_is_a_plus_in_paths),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
