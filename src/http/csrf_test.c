/* SPDX-License-Identifier: Apache-2.0 */
/* Which requests are taken for our own pages'. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "http/csrf.h"
#include "http/exchange.h"

#include <string.h>

#define TOKEN "0193f2ab-7c1e-7d00-9a55-5e0c2f7be101.Ab-_09zZkLmNoPqRsTuVwXyZ"

static bool matches(struct arena *mem, struct str given, const char *token)
{
	struct request req;

	request_init(&req, mem);
	pairs_add(&req.fields, STR("csrf"), given);
	return csrf_token_matches(&req, str_from(token));
}

static void each_page_carries_another_text_of_the_same_token(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();

	(void)state;
	for (int i = 0; i < 50; i++) {
		struct str one = csrf_mask(mem, STR(TOKEN)), two = csrf_mask(mem, STR(TOKEN));
		assert_false(str_equal(one, two));
		assert_false(str_has(one, "Ab-_09zZkLmNoPqRsTuVwXyZ"));
		assert_true(str_starts(one, "0193f2ab-7c1e-7d00-9a55-5e0c2f7be101."));
		assert_true(matches(mem, one, TOKEN) && matches(mem, two, TOKEN));
	}
	assert_true(matches(mem, csrf_mask(mem, STR("tamu")), "tamu"));
}

static void what_is_not_the_masked_token_is_refused(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct str good = csrf_mask(mem, STR(TOKEN));

	(void)state;
	assert_false(matches(mem, STR(TOKEN), TOKEN)); /* bare */
	assert_false(matches(mem, STR_NONE, TOKEN));
	assert_false(matches(mem, STR_NONE, ""));
	assert_false(matches(mem, STR("."), "."));
	assert_false(matches(mem, str_slice(good, 0, good.len - 1), TOKEN));
	assert_false(matches(mem, str_slice(good, 0, good.len - 2), TOKEN));
	assert_false(matches(mem, str_slice(good, 1, good.len), TOKEN));
	assert_false(matches(mem, STR("\xc3\xa9\xc3\xa9"), "tamu"));
	for (size_t i = 0; i < good.len; i++) {
		char *bent = arena_alloc(mem, good.len);
		memcpy(bent, good.at, good.len);
		bent[i] = bent[i] == 'A' ? 'B' : 'A';
		assert_false(matches(mem, (struct str){bent, good.len}, TOKEN));
	}
	assert_false(csrf_token_is_sound(STR("<script>")));
	assert_int_equal(csrf_mask(mem, STR("a b")).len, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_page_carries_another_text_of_the_same_token),
		cmocka_unit_test(what_is_not_the_masked_token_is_refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
