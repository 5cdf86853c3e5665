/* SPDX-License-Identifier: Apache-2.0 */
/* Text, memory and faults: str.h, arena.h, problems.h, err.h, hash.h. */
#include "base/arena_test_support.h"
#include "base/hash.h"
#include "base/problems.h"

#include <setjmp.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static void an_arena_gives_zeroed_aligned_memory_of_any_size(void **state)
{
	static const size_t sizes[] = {0, 1, 15, 16, 17, 4000, 65536, 65537, 1000000};
	size_t before = arena_used(mem);

	(void)state;
	for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
		unsigned char *at = arena_alloc(mem, sizes[i]);
		assert_int_equal((uintptr_t)at % 16, 0);
		for (size_t b = 0; b < sizes[i]; b++)
			assert_int_equal(at[b], 0);
		if (sizes[i])
			memset(at, 0xAB, sizes[i]);
	}
	assert_true(arena_used(mem) >= before + 1069586);
	arena_clear(mem);
	assert_int_equal(arena_used(mem), 0);
	unsigned char *again = arena_alloc(mem, 64);
	assert_int_equal(again[0] | again[63], 0);
	arena_free(NULL);
}

static void a_list_grows_and_keeps_what_it_holds(void **state)
{
	size_t before = arena_used(mem);
	int *list = NULL;

	(void)state;
	for (int i = 0; i < 1000; i++) {
		list = arena_grow(mem, list, i, sizeof *list);
		assert_int_equal(list[i], 0);
		list[i] = i;
	}
	for (int i = 0; i < 1000; i++)
		assert_int_equal(list[i], i);
	/* Room for 8 + 16 + ... + 1024 numbers and no more. */
	assert_int_equal(arena_used(mem) - before, 2040 * sizeof *list);
}

static void views_compare_cut_trim_and_slice(void **state)
{
	struct str rest;

	(void)state;
	assert_true(str_equal(STR("a"), str_from("a")) && !str_equal(STR("a"), STR("ab")));
	assert_true(str_is(STR_NONE, "") && str_is(str_from(NULL), ""));
	assert_true(str_compare(STR("a"), STR("b")) < 0 && str_compare(STR("ab"), STR("a")) > 0);
	assert_int_equal(str_compare(STR("a"), STR("a")), 0);
	assert_int_equal(str_compare(STR_NONE, STR_NONE), 0);
	assert_true(str_starts(STR("abc"), "ab") && !str_starts(STR("a"), "ab") &&
		    str_starts(STR_NONE, ""));
	assert_true(str_ends(STR("abc"), "bc") && !str_ends(STR("c"), "bc") &&
		    str_ends(STR("c"), ""));
	assert_true(str_has(STR("abcd"), "bc") && !str_has(STR("abcd"), "cb") &&
		    str_has(STR_NONE, ""));
	assert_text(str_trim(STR(" \t a b \r\n")), "a b");
	assert_text(str_trim(STR("   ")), "");
	assert_text(str_slice(STR("abcd"), 1, 3), "bc");
	assert_text(str_slice(STR("abcd"), 2, 99), "cd");
	assert_text(str_slice(STR("abcd"), 5, 9), "");
	assert_text(str_cut(STR("a,b,c"), ',', &rest), "a");
	assert_text(rest, "b,c");
	assert_text(str_cut(STR("abc"), ',', &rest), "abc");
	assert_text(rest, "");
	assert_text(str_cut(STR_NONE, ',', &rest), "");
}

static void text_is_built_in_the_arena(void **state)
{
	struct buf buf;

	(void)state;
	assert_text(str_join(mem, STR("ab"), STR_NONE), "ab");
	assert_text(str_join(mem, STR_NONE, STR("cd")), "cd");
	assert_text(str_lower(mem, STR("NIP Ä 18")), "nip Ä 18");
	assert_text(str_digits(mem, STR("1986-09.26 x")), "19860926x");
	assert_text(str_format(mem, "%d/%s", 7, "x"), "7/x");
	assert_text(str_copy(mem, STR("salin")), "salin");
	buf_init(&buf, mem);
	assert_text(buf_str(&buf), "");
	buf_add_int(&buf, INT64_MIN);
	buf_add_char(&buf, ' ');
	buf_add_hex(&buf, "\x00\xff", 2);
	buf_add_format(&buf, " %s", "ekor");
	buf_add(&buf, STR_NONE);
	assert_text(buf_str(&buf), "-9223372036854775808 00ff ekor");
	for (int i = 0; i < 5000; i++)
		buf_add_cstr(&buf, "0123456789");
	assert_int_equal(buf.len, 50030);
	assert_memory_equal(buf.at + buf.len - 10, "0123456789", 10);
}

static void formats_are_written_as_the_c_library_writes_them(void **state)
{
	char expected[400];

	(void)state;
#define SAME(...)                                                                                  \
	do {                                                                                       \
		snprintf(expected, sizeof(expected), __VA_ARGS__);                                 \
		assert_text(str_format(mem, __VA_ARGS__), expected);                               \
	} while (0)
	SAME("tanpa apa-apa");
	SAME("%d%% dari %s", 90, "rencana");
	SAME("%02d.%02d dan %02d", 7, 0, 123);
	SAME("%02d %d", -5, INT_MIN);
	SAME("%.*s|%.*s|", 3, "abcdef", 0, "");
	SAME("%04d-%02d lalu %s", 2026, 3, "sisa");
	SAME("%s %lld %d", "besar", -9000000000LL, 4);
	SAME("%3d %x %s", 5, 255U, "akhir");
	SAME("%.300s%d",
	     "12345678901234567890123456789012345678901234567890123456789012345678901234567890", 1);
#undef SAME
	struct str text = str_format(mem, "%d", 12);
	assert_string_equal(text.at, "12");
}

static void utf8_is_judged_strictly(void **state)
{
	static const char *const good[] = {
		"", "abc", "é", "–", "😀", "\xED\x9F\xBF", "\xF4\x8F\xBF\xBF"};
	static const char *const bad[] = {"\x80",
					  "\xC0\xAF",
					  "\xC3",
					  "\xE0\x9F\xBF",
					  "\xED\xA0\x80",
					  "\xF0\x8F\xBF\xBF",
					  "\xF4\x90\x80\x80",
					  "\xF5\x80\x80\x80",
					  "\xE2\x82",
					  "\xE2\x82\x28",
					  "a\xFF"};

	(void)state;
	for (size_t i = 0; i < sizeof good / sizeof good[0]; i++)
		assert_true(str_is_utf8(str_from(good[i])));
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
		assert_false(str_is_utf8(str_from(bad[i])));
	assert_int_equal(str_chars(STR("aé–😀")), 4);
}

static void whole_numbers_are_read_whole_or_not_at_all(void **state)
{
	static const struct {
		const char *text;
		int64_t value;
	} good[] = {{"0", 0},
		    {"-12", -12},
		    {"007", 7},
		    {"9223372036854775807", INT64_MAX},
		    {"-9223372036854775808", INT64_MIN}};
	static const char *const bad[] = {"",
					  "-",
					  "+1",
					  "1 ",
					  "1a",
					  "9223372036854775808",
					  "-9223372036854775809",
					  "99999999999999999999",
					  "1.0"};
	int64_t value = 42;

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
		assert_false(str_parse_int(str_from(bad[i]), &value));
		assert_int_equal(value, 42);
	}
	for (size_t i = 0; i < sizeof good / sizeof good[0]; i++) {
		assert_true(str_parse_int(str_from(good[i].text), &value));
		assert_true(value == good[i].value);
	}
}

static void hundredths_are_read_as_indonesians_write_them(void **state)
{
	static const struct {
		const char *text;
		int64_t value;
	} good[] = {{"12", 1200},	 {"12,5", 1250},    {"12.50", 1250},
		    {"1.250,5", 125050}, {"1.250", 125000}, {"-3,25", -325},
		    {"0,05", 5},	 {" 7 ", 700},	    {"1.000.000", 100000000},
		    {"0.5", 50}};
	static const char *const bad[] = {"",
					  "-",
					  ",5",
					  "5,",
					  "5.",
					  "1,234",
					  "1.25.0",
					  "1..250",
					  "12.3456",
					  "1.250.",
					  "0.250",
					  "1,2,3",
					  "abc",
					  "1,-5",
					  "92233720368547758080",
					  "1234.567,1",
					  "9.223.372.036.854.775.807"};
	int64_t value = 42;

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
		assert_false(str_parse_hundredths(str_from(bad[i]), &value));
		assert_int_equal(value, 42);
	}
	for (size_t i = 0; i < sizeof good / sizeof good[0]; i++) {
		assert_true(str_parse_hundredths(str_from(good[i].text), &value));
		assert_true(value == good[i].value);
	}
}

static void hundredths_are_written_without_trailing_zeros_and_read_back(void **state)
{
	static const int64_t values[] = {0,    5,  50,	1250, 125000,	12345678,
					 -325, 99, 100, -1,   100000000};
	int64_t back;

	(void)state;
	assert_text(str_hundredths(mem, 125000), "1.250");
	assert_text(str_hundredths(mem, 1250), "12,5");
	assert_text(str_hundredths(mem, 5), "0,05");
	assert_text(str_hundredths(mem, -12345678), "-123.456,78");
	assert_text(str_hundredths(mem, INT64_MIN), "-92.233.720.368.547.758,08");
	for (size_t i = 0; i < sizeof values / sizeof values[0]; i++) {
		assert_true(str_parse_hundredths(str_hundredths(mem, values[i]), &back));
		assert_true(back == values[i]);
	}
}

static void faults_are_kept_all_and_found_by_field_and_rule(void **state)
{
	struct problems faults;

	(void)state;
	problems_init(&faults, mem);
	assert_false(problems_any(&faults));
	for (int i = 0; i < 20; i++)
		problem_add(&faults, str_format(mem, "iki.%d", i), "skp.iki_missing",
			    STR("Isi indikator."));
	assert_int_equal(faults.count, 20);
	assert_true(problems_any(&faults) && problems_has_rule(&faults, "skp.iki_missing"));
	assert_false(problems_has_rule(&faults, "skp.other"));
	assert_text(problem_for(&faults, STR("iki.19")), "Isi indikator.");
	assert_text(problem_for(&faults, STR("iki.20")), "");
	assert_text(problem_for(NULL, STR("iki")), "");
}

static void every_err_has_its_name(void **state)
{
	(void)state;
	for (int err = ERR_OK; err <= ERR_IO; err++)
		assert_memory_equal(err_name((enum err)err), "ERR_", 4);
}

/* The vectors of the SipHash paper's reference code: key 00…0f, text 00, 00 01, … */
static void sip_hash_gives_the_reference_vectors(void **state)
{
	struct hash_key key = {0x0706050403020100U, 0x0f0e0d0c0b0a0908U};
	const char text[] = "\x00\x01\x02\x03\x04\x05\x06\x07\x08\x09\x0a\x0b\x0c\x0d\x0e";

	(void)state;
	assert_true(hash_sip(key, STR_NONE) == 0x726fdb47dd0e0e31U);
	assert_true(hash_sip(key, (struct str){text, 1}) == 0x74f839c593dc67fdU);
	assert_true(hash_sip(key, (struct str){text, 8}) == 0x93f5f5799a932462U);
	assert_true(hash_sip(key, (struct str){text, 15}) == 0xa129ca6149be45e5U);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_list_grows_and_keeps_what_it_holds),
		cmocka_unit_test(an_arena_gives_zeroed_aligned_memory_of_any_size),
		cmocka_unit_test(views_compare_cut_trim_and_slice),
		cmocka_unit_test(text_is_built_in_the_arena),
		cmocka_unit_test(formats_are_written_as_the_c_library_writes_them),
		cmocka_unit_test(utf8_is_judged_strictly),
		cmocka_unit_test(whole_numbers_are_read_whole_or_not_at_all),
		cmocka_unit_test(hundredths_are_read_as_indonesians_write_them),
		cmocka_unit_test(hundredths_are_written_without_trailing_zeros_and_read_back),
		cmocka_unit_test(faults_are_kept_all_and_found_by_field_and_rule),
		cmocka_unit_test(every_err_has_its_name),
		cmocka_unit_test(sip_hash_gives_the_reference_vectors),
	};
	return cmocka_run_group_tests(tests, open_arena, close_arena);
}
