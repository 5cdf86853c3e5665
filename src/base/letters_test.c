/* SPDX-License-Identifier: Apache-2.0 */
/* What is typed is made one writing; cuts never go through a letter; names without their titles. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "base/email.h"
#include "base/letters.h"
#include "base/name.h"

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

static struct arena *mem;

static int open_arena(void **state)
{
	(void)state;
	mem = arena_make();
	return 0;
}

static int close_arena(void **state)
{
	(void)state;
	arena_free(mem);
	return 0;
}

static void assert_str(struct str got, const char *expected)
{
	assert_string_equal(str_cstr(mem, got), expected);
}

static void what_reads_alike_becomes_the_same(void **state)
{
	static const struct {
		const char *typed, *line, *lines;
	} cases[] = {
		{"Budi", "Budi", "Budi"},
		{"  Budi  Santoso ", "Budi Santoso", "Budi  Santoso"},
		{"Rafae\u0308l", "Rafa\u00EBl", "Rafa\u00EBl"}, /* decomposed */
		{"Ｊ－２１", "J-21", "J-21"}, /* full width */
		{"Yo\u200Bhana", "Yohana", "Yohana"},
		{"J-21\u200E", "J-21", "J-21"},
		{"Eva \u202EijU", "Eva ijU", "Eva ijU"},
		{"a\u00ADb\uFEFFc\u2060d", "abcd", "abcd"},
		{"Dinas\u00A0Contoh\u3000Satu", "Dinas Contoh Satu", "Dinas Contoh Satu"},
		{"Uji\vVT\fFF", "Uji VT FF", "Uji\nVT\nFF"},
		{"S.Sos.\r\nUji\tDua", "S.Sos. Uji Dua", "S.Sos.\r\nUji\tDua"},
		{"a\u2028b", "a b", "a\nb"},
		{"a\x01\x1F\x7Fz", "az", "az"},
		{"\u200E\u200B", "", ""},
		{"Nova’el ‘Aisyah Ja'far", "Nova’el ‘Aisyah Ja'far", "Nova’el ‘Aisyah Ja'far"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct str typed = str_from(cases[i].typed);
		assert_str(letters_clean(mem, typed, false), cases[i].line);
		assert_str(letters_clean(mem, typed, true), cases[i].lines);
	}
	assert_str(letters_clean(mem, STR("\xC3"), false), "\xC3"); /* told by who reads it */
}

static void signs_nothing_can_show_are_named(void **state)
{
	static const struct {
		const char *text;
		int point;
	} cases[] = {{"Uji\xEF\xBF\xBE", 0xFFFE},
		     {"\xEF\xBF\xBF", 0xFFFF},
		     {"\xEF\xB7\x90", 0xFDD0},
		     {"\xF0\x9F\xBF\xBE", 0x1FFFE},
		     {"a\uE000", 0xE000},
		     {"Ren\uFFFD", 0xFFFD},
		     {"\xF4\x8F\xBF\xBF", 0x10FFFF},
		     {"Élok ‘Aisyah 😀 ꦲ", 0},
		     {"\xEF\xB7\x8F\xEF\xB7\xB0", 0}, /* beside FDD0 and FDEF */
		     {"\xEF\xBF\xBC", 0}}; /* U+FFFC beside */

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		int point = 0;
		assert_int_equal(letters_unshowable(str_from(cases[i].text), &point),
				 cases[i].point != 0);
		assert_int_equal(point, cases[i].point);
	}
}

static void a_cut_never_goes_through_a_letter_and_shows(void **state)
{
	(void)state;
	assert_str(letters_cut(mem, STR("Élok"), 4), "Élok");
	assert_str(letters_cut(mem, STR("Élokk"), 4), "Élo…");
	assert_str(letters_cut(mem, STR("éééé"), 3), "éé…");
	/* e and two marks are one letter of three points */
	assert_str(letters_cut(mem, STR("ae\u0301\u0323bcd"), 4), "a…");
	assert_str(letters_cut(mem, STR("ae\u0301\u0323bcd"), 5), "ae\u0301\u0323…");
	assert_str(letters_cut(mem, STR("a👩\u200D🚀bcd"), 4), "a…");
	assert_str(letters_cut(mem, STR("abc"), 1), "…");
}

static void names_are_told_from_titles(void **state)
{
	static const struct {
		const char *whole, *bare, *called, *initials;
	} cases[] = {
		{"Drs. H. Piter Uji, M.Si.", "Piter Uji", "Piter", "PU"},
		{"Élok ‘Aisyah Uji", "Élok ‘Aisyah Uji", "Élok", "ÉA"},
		{"élok", "élok", "élok", "É"},
		{"Prof. Dr. Ir. Yohana Wally, S.T., M.T.", "Yohana Wally", "Yohana", "YW"},
		{"Prof.Dr.Ir. Yohana Wally", "Yohana Wally", "Yohana", "YW"},
		{"dr. Ana Rumbiak, Sp.A.", "Ana Rumbiak", "Ana", "AR"},
		{"K.H. Ahmad", "Ahmad", "Ahmad", "A"},
		{"Hj. Siti Aminah S.Pd. M.Pd.", "Siti Aminah", "Siti", "SA"},
		{"M. Yusuf Wanma", "M. Yusuf Wanma", "M. Yusuf", "MY"},
		{"K. Rumbiak", "K. Rumbiak", "K. Rumbiak", "KR"},
		{"Yohanes B.", "Yohanes B.", "Yohanes", "YB"},
		{"Hasan", "Hasan", "Hasan", "H"},
		{"Dr.", "Dr.", "Dr.", "D"},
		{"Ir", "Ir", "Ir", "I"},
		{"", "", "", ""},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct str whole = str_from(cases[i].whole);
		assert_str(name_bare(whole), cases[i].bare);
		assert_str(name_called(whole), cases[i].called);
		assert_str(name_initials(mem, whole, 2), cases[i].initials);
	}
}

static void addresses_of_mail_are_plain(void **state)
{
	static const char *const right[] = {"a@contoh.go.id", "a.b+c@mail-1.contoh.id", "A_B@X.ID"};
	static const char *const wrong[] = {"",
					    "a",
					    "@b.id",
					    "a@",
					    "a@b",
					    "a@b.c",
					    "a@@b.id",
					    "a@b@c.id",
					    "a b@c.id",
					    ".a@b.id",
					    "a.@b.id",
					    "a..b@c.id",
					    "a@.b.id",
					    "a@b..id",
					    "a@b.id.",
					    "a@-b.id",
					    "a@b-.id",
					    "\u0430@b.id",
					    "a@b.id;c@d.id",
					    "a,b@c.id",
					    "a@b.id, c@d.id",
					    "<a@b.id>",
					    "mailto:a@b.id"};
	char name[EMAIL_NAME_MAX + 8];

	(void)state;
	for (size_t i = 0; i < COUNT_OF(right); i++)
		assert_true(email_is_right(str_from(right[i])));
	for (size_t i = 0; i < COUNT_OF(wrong); i++)
		assert_false(email_is_right(str_from(wrong[i])));
	memset(name, 'a', sizeof name);
	memcpy(name + EMAIL_NAME_MAX, "@b.id", 6);
	assert_true(email_is_right(str_from(name)));
	memcpy(name + EMAIL_NAME_MAX, "a@b.id", 7);
	assert_false(email_is_right(str_from(name)));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_reads_alike_becomes_the_same),
		cmocka_unit_test(signs_nothing_can_show_are_named),
		cmocka_unit_test(a_cut_never_goes_through_a_letter_and_shows),
		cmocka_unit_test(names_are_told_from_titles),
		cmocka_unit_test(addresses_of_mail_are_plain),
	};

	return cmocka_run_group_tests(tests, open_arena, close_arena);
}
