/* SPDX-License-Identifier: Apache-2.0 */
/* Lines of the schedule of retention. */
#include "law/arsip.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void a_line_names_code_years_and_end(void **state)
{
	struct arsip arsip;

	(void)state;
	assert_true(arsip_parse(STR(" 800.1.11 ; 2; 200 ;dinilai_kembali"), &arsip));
	assert_true(str_is(arsip.kode, "800.1.11"));
	assert_int_equal(arsip.aktif, 2);
	assert_int_equal(arsip.inaktif, 200);
	assert_int_equal(arsip.akhir, ARSIP_DINILAI_KEMBALI);
	assert_true(str_is(arsip_akhir_key(ARSIP_PERMANEN), "permanen"));
	assert_true(arsip_parse(STR("1234567890123456789012345678901234567890; 0; 0; musnah"),
				&arsip)); /* the longest code */
}

static void what_is_no_line_is_refused(void **state)
{
	static const char *const bad[] = {
		"",
		"; 2; 3; musnah",
		"800; dua; 3; musnah",
		"800; 2; -1; musnah",
		"800; 2; 201; musnah",
		"800; 2; 3; dibuang",
		"800; 2; 3",
		"12345678901234567890123456789012345678901; 2; 3; musnah"};
	struct arsip arsip;

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
		assert_false(arsip_parse(str_from(bad[i]), &arsip));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_line_names_code_years_and_end),
		cmocka_unit_test(what_is_no_line_is_refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
