/* SPDX-License-Identifier: Apache-2.0 */
/* Which passwords are refused, and with which words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "account/password_rule.h"

#define OWN STR("198609262015051001 Yohana Debora Wally yohana.wally@kota.go.id")

static void what_everybody_tries_first_is_common(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	static const char *const easy[] = {"Indonesia1945!", "bismillah12345", "P4$$w0rd2026!",
					   "AdminPemkot#1", "sayang kamu 123"};

	(void)state;
	for (size_t i = 0; i < sizeof(easy) / sizeof(easy[0]); i++)
		if (!password_is_common(mem, str_from(easy[i]), OWN))
			fail_msg("%s", easy[i]);
}

static void keyboards_dates_and_repetitions_are_common(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	static const char *const easy[] = {"qwertyuiop123", "1234567890123", "081234567890",
					   "poiuytrewq321", "abcdabcdabcd",  "17-08-1945 17-08",
					   "xyzwxyzwxyzw",  "aaaabbbbcccc"};

	(void)state;
	for (size_t i = 0; i < sizeof(easy) / sizeof(easy[0]); i++)
		if (!password_is_common(mem, str_from(easy[i]), OWN))
			fail_msg("%s", easy[i]);
}

static void the_own_name_and_number_are_common(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();

	(void)state;
	assert_true(password_is_common(mem, STR("yohanawally86"), OWN));
	assert_true(password_is_common(mem, STR("Y0hana_sayang"), OWN));
	assert_true(password_is_common(mem, STR("198609262015051001"), OWN));
	assert_false(password_is_common(mem, STR("yohana pilih payung"), OWN));
}

static void a_few_odd_words_are_not(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	static const char *const good[] = {"empat kata acak kuat",    "payung genteng sepeda",
					   "kucing mama kota padang", "v9#Lq2!xTz0p",
					   "sandiku di bawah meja",   ""};

	(void)state;
	for (size_t i = 0; good[i][0]; i++)
		if (password_is_common(mem, str_from(good[i]), OWN))
			fail_msg("%s", good[i]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_everybody_tries_first_is_common),
		cmocka_unit_test(keyboards_dates_and_repetitions_are_common),
		cmocka_unit_test(the_own_name_and_number_are_common),
		cmocka_unit_test(a_few_odd_words_are_not),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
