/* SPDX-License-Identifier: Apache-2.0 */
/* What every calculator's reading and writing rests on, beyond what a table can hold. */
#include "base/arena_test_support.h"
#include "law/calculator_input.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static void a_list_longer_than_a_year_of_days_is_a_fault(void **state)
{
	struct buf text;
	struct str parts[CALC_LIST_MAX];
	struct problems faults;

	(void)state;
	buf_init(&text, mem);
	for (int i = 0; i < CALC_LIST_MAX; i++)
		buf_add_cstr(&text, i ? ",1" : "1");
	struct calculator_input input = {STR("daftar"), buf_str(&text)};
	struct calc calc = {.mem = mem, .inputs = &input, .count = 1, .faults = &faults};
	problems_init(&faults, mem);
	assert_int_equal(calc_list(&calc, "daftar", parts), CALC_LIST_MAX);
	assert_int_equal(faults.count, 0);
	buf_add_cstr(&text, ",1");
	input.value = buf_str(&text);
	assert_int_equal(calc_list(&calc, "daftar", parts), CALC_LIST_MAX);
	assert_int_equal(faults.count, 1);
}

static void text_in_an_answer_cannot_break_out_of_it(void **state)
{
	struct calc calc = {.mem = mem};

	(void)state;
	buf_init(&calc.json, mem);
	calc_put_str(&calc, "teks", STR("a\"b\\c\n"));
	assert_text(buf_str(&calc.json), "\"teks\":\"a\\\"b\\\\c\\u000a\"");
}

static void the_same_fault_of_several_items_is_said_once(void **state)
{
	struct problems faults;
	struct calc calc = {.mem = mem, .faults = &faults};

	(void)state;
	problems_init(&faults, mem);
	calc_fault(&calc, "daftar", STR("salah."));
	calc_fault(&calc, "daftar", STR("salah."));
	calc_fault(&calc, "daftar", STR("terlalu panjang."));
	calc_fault(&calc, "lain", STR("salah."));
	assert_int_equal(faults.count, 3);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_list_longer_than_a_year_of_days_is_a_fault),
		cmocka_unit_test(text_in_an_answer_cannot_break_out_of_it),
		cmocka_unit_test(the_same_fault_of_several_items_is_said_once),
	};
	return cmocka_run_group_tests(tests, open_arena, close_arena);
}
