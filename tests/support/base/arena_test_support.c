/* SPDX-License-Identifier: Apache-2.0 */
/* Comparing texts in tests. */
#include "base/arena_test_support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

struct arena *mem;

int open_arena(void **state)
{
	(void)state;
	mem = arena_make();
	return 0;
}

int close_arena(void **state)
{
	(void)state;
	arena_free(mem);
	return 0;
}

void assert_text(struct str got, const char *expected)
{
	assert_string_equal(str_cstr(mem, got), expected);
	assert_int_equal(got.len, strlen(expected));
}
