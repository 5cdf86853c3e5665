/* SPDX-License-Identifier: Apache-2.0 */
/* What is packed comes out the same, and what was tampered with does not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "document/document_pack.h"

static void no_text_can_pose_as_another_field(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct pack pack;
	struct buf out;

	(void)state;
	buf_init(&out, mem);
	pack_begin(&out);
	pack_put(&out, "nama", STR("Yohana,8:predikat,11:Sangat Baik,"));
	pack_put(&out, "predikat", STR("Baik"));
	assert_true(pack_parse(mem, buf_str(&out), &pack));
	assert_int_equal(pack.count, 2);
	assert_true(str_is(pack_get(&pack, "predikat"), "Baik"));
	for (size_t len = sizeof PACK_MAGIC; len < buf_str(&out).len; len++) {
		bool is_whole =
			pack_parse(mem, str_slice(buf_str(&out), 0, len), &pack) && pack.count == 2;
		assert_false(is_whole);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_text_can_pose_as_another_field),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
