/* SPDX-License-Identifier: Apache-2.0 */
/* Which PDFs open for everybody. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena_test_support.h"
#include "base/file.h"
#include "render/pdf_lock.h"

static struct str sample(const char *name)
{
	struct str bytes;
	const char *path =
		str_cstr(mem, str_format(mem, "%s/src/report/cases/%s", ABDI_SOURCE_DIR, name));

	assert_int_equal(file_read(mem, path, 1 << 20, &bytes), ERR_OK);
	return bytes;
}

static void a_lock_is_found_in_every_writing(void **state)
{
	static const char *const locked[] = {"terkunci-128.pdf", "terkunci-256.pdf",
					     "terkunci-aliran.pdf"};

	(void)state;
	for (size_t i = 0; i < 3; i++) {
		struct str bytes = sample(locked[i]);
		assert_true(pdf_is_locked(mem, bytes));
		assert_true(pdf_is_locked(mem, str_join(mem, STR("\xef\xbb\xbf"), bytes)));
	}
	assert_false(pdf_is_locked(mem, sample("hanya-baca.pdf")));
	assert_false(pdf_is_locked(mem, sample("baik.pdf")));
}

static void a_broken_lock_is_none_and_is_never_unpacked(void **state)
{
	static const char *const broken[] = {"/Encrypt",
					     "/Encrypt 3 0 R",
					     "/Encrypt 3 0 R 3 0 obj",
					     "/Encrypt 3 0 R 3 0 obj<<",
					     "/Encrypt <</Filter/Standard/V 1",
					     "/Encrypt << (a",
					     "/Encrypt <<>>/ID[",
					     "/Encrypt <</O(\\",
					     "/Encrypt ]",
					     "/Encrypt <</V 9>>",
					     "3 0 obj<</Length 9>>stream /Encrypt 3 0 R"};

	(void)state;
	for (size_t i = 0; i < sizeof broken / sizeof broken[0]; i++)
		assert_false(pdf_is_locked(mem, str_from(broken[i])));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_lock_is_found_in_every_writing),
		cmocka_unit_test(a_broken_lock_is_none_and_is_never_unpacked),
	};
	return cmocka_run_group_tests(tests, open_arena, close_arena);
}
