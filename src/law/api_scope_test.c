/* SPDX-License-Identifier: Apache-2.0 */
/* What a key of the API may be given. */
#include "law/api_scope.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void scopes_are_stored_as_words_and_read_back(void **state)
{
	struct arena *mem = arena_make();
	api_scopes scopes =
		api_scopes_with(api_scopes_with(0, SCOPE_LAPORAN_BACA), SCOPE_LAPORAN_KIRIM);
	struct str words = api_scopes_str(mem, scopes);

	(void)state;
	assert_true(str_is(words, "laporan.baca laporan.kirim"));
	assert_int_equal(api_scopes_parse(words), scopes);
	assert_true(api_scopes_have(scopes, SCOPE_LAPORAN_KIRIM));
	assert_false(api_scopes_have(scopes, SCOPE_PEGAWAI_BACA));
	assert_int_equal(api_scopes_str(mem, 0).len, 0);
	arena_free(mem);
}

static void a_word_that_is_no_scope_gives_nothing(void **state)
{
	(void)state;
	assert_int_equal(api_scopes_parse(STR("semua laporan")), 0);
	assert_int_equal(api_scopes_parse(STR_NONE), 0);
}

static void only_a_person_sends_reports(void **state)
{
	(void)state;
	assert_true(api_scope_fits(SCOPE_LAPORAN_KIRIM, HOLDER_ORANG));
	assert_false(api_scope_fits(SCOPE_LAPORAN_KIRIM, HOLDER_SISTEM));
	assert_string_equal(api_scope_key(SCOPE_LAPORAN_KIRIM), "laporan.kirim");
	assert_true(api_scope_label(SCOPE_LAPORAN_KIRIM)[0] != '\0');
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(scopes_are_stored_as_words_and_read_back),
		cmocka_unit_test(a_word_that_is_no_scope_gives_nothing),
		cmocka_unit_test(only_a_person_sends_reports),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
