/* SPDX-License-Identifier: Apache-2.0 */
/* How an indicator's target reads. */
#include "law/skp_target.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void reads(struct iki iki, const char *wanted)
{
	struct arena *mem = arena_make();

	iki.satuan = STR("hari");
	assert_true(str_is(skp_target_text(mem, &iki), wanted));
	arena_free(mem);
}

static void a_target_says_its_amount_and_unit(void **state)
{
	(void)state;
	reads((struct iki){.has_target = true, .target = 1250, .arah = STR("higher_better")},
	      "12,5 hari");
}

static void a_target_where_less_is_better_is_a_limit(void **state)
{
	(void)state;
	reads((struct iki){.has_target = true, .target = 300, .arah = STR("lower_better")},
	      "≤ 3 hari");
}

static void a_range_says_both_ends(void **state)
{
	(void)state;
	reads(
		(struct iki){
			.has_target = true, .target_min = 200, .target = 400, .arah = STR("range")},
		"2–4 hari");
}

static void without_a_number_the_words_tell(void **state)
{
	(void)state;
	reads((struct iki){.arah = STR("higher_better")}, "Sesuai uraian");
}

/* What a door sent along and this plan does not have goes; what it has stays. */
static void a_result_keeps_only_what_its_plan_asks(void **state)
{
	const struct id some = {{7}};
	struct skp skp = {.pendekatan = STR("kuantitatif")};
	struct iki iki[] = {
		{.has_target = true, .has_target_min = true, .target_min = 5, .arah = STR("range")},
		{.has_target = true,
		 .has_target_min = true,
		 .target_min = 5,
		 .arah = STR("higher_better")}};
	struct rhk rhk = {
		.jenis = STR("utama"), .rhk_pimpinan_id = some, .iki_count = 2, .iki = iki};

	(void)state;
	law_skp_settle_rhk(&skp, &rhk);
	assert_true(id_equal(&rhk.rhk_pimpinan_id, &some));
	assert_true(iki[0].has_target_min && iki[0].target_min == 5);
	assert_false(iki[1].has_target_min);
	assert_int_equal(iki[1].target_min, 0);
	rhk.jenis = STR("tambahan");
	skp.pendekatan = STR("kualitatif");
	law_skp_settle_rhk(&skp, &rhk);
	assert_true(id_is_none(&rhk.rhk_pimpinan_id));
	assert_true(str_is(iki[0].arah, "higher_better"));
	assert_false(iki[0].has_target);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_target_says_its_amount_and_unit),
		cmocka_unit_test(a_result_keeps_only_what_its_plan_asks),
		cmocka_unit_test(a_target_where_less_is_better_is_a_limit),
		cmocka_unit_test(a_range_says_both_ends),
		cmocka_unit_test(without_a_number_the_words_tell),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
