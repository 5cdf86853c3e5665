/* SPDX-License-Identifier: Apache-2.0 */
/* Keys and labels of roles and standings. */
#include "law/role.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void a_role_is_found_by_its_key_and_has_a_label(void **state)
{
	enum peran peran;

	(void)state;
	for (int i = 0; i < PERAN_COUNT; i++) {
		assert_true(peran_parse(peran_key((enum peran)i), &peran));
		assert_int_equal(peran, i);
		assert_true(peran_label((enum peran)i).len > 0);
	}
}

static void a_key_no_role_has_gives_none(void **state)
{
	enum peran peran = PERAN_AUDITOR;
	enum penugasan penugasan = PENUGASAN_PLT;

	(void)state;
	assert_false(peran_parse(STR("raja"), &peran));
	assert_int_equal(peran, PERAN_AUDITOR);
	assert_false(penugasan_parse(STR("raja"), &penugasan));
	assert_int_equal(penugasan, PENUGASAN_PLT);
}

static void a_standing_is_found_by_its_key_and_has_a_label(void **state)
{
	enum penugasan penugasan;

	(void)state;
	assert_true(penugasan_parse(penugasan_key(PENUGASAN_PLT), &penugasan));
	assert_int_equal(penugasan, PENUGASAN_PLT);
	assert_true(penugasan_label(PENUGASAN_PLT).len > 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_role_is_found_by_its_key_and_has_a_label),
		cmocka_unit_test(a_key_no_role_has_gives_none),
		cmocka_unit_test(a_standing_is_found_by_its_key_and_has_a_label),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
