/* SPDX-License-Identifier: Apache-2.0 */
/* What makes no difference to a search. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/fold.h"

static void folds_to(const char *text, const char *words)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct fold fold;
	struct buf out;

	fold_words(mem, str_from(text), &fold);
	buf_init(&out, mem);
	for (int i = 0; i < fold.count; i++) {
		buf_add_cstr(&out, i > 0 ? " " : "");
		buf_add(&out, fold.word[i]);
	}
	assert_string_equal(str_cstr(mem, buf_str(&out)), words);
}

static void case_accents_and_apostrophes_make_no_difference(void **state)
{
	(void)state;
	folds_to("Siti AMINAH", "siti aminah");
	folds_to("Ma'ruf Ma\xE2\x80\x99ruf Ma`ruf", "maruf maruf maruf");
	folds_to("Andr\xC3\xA9 Jos\xC3\x89 \xC5\x81ukasz Stra\xC3\x9F", "andre jose lukasz strass");
	folds_to("Andre\xCC\x81", "andre"); /* the mark behind its letter */
	folds_to("\xC4\xB2ssel", "ijssel");
}

static void signs_and_blanks_part_words(void **state)
{
	(void)state;
	folds_to("  dr. Haji-Ali,S.Kom.\xC2\xA0M.T. ", "dr haji ali s kom m t");
	folds_to("A \xE2\x80\x93 B\xC3\x97"
		 "C",
		 "a b c");
	folds_to("", "");
	folds_to(" .,'- ", "");
}

/* Each stands before the next, whatever is between them. */
static void stand_in_order(const char *const *names, size_t count)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();

	for (size_t i = 1; i < count; i++)
		if (str_compare(fold_order(mem, str_from(names[i - 1])),
				fold_order(mem, str_from(names[i]))) >= 0)
			fail_msg("%s stands behind %s", names[i - 1], names[i]);
}

static void names_stand_as_people_look_for_them(void **state)
{
	static const char *const names[] = {
		"7 Sumur",     "12 Sumur", "Abd Zaki", "Abdul Aziz", "abdul rahman",
		"\xC3\x89lok", "Elok B",   "Ma'ruf",   "MARUFA",     "Selvi",
	};

	(void)state;
	stand_in_order(names, sizeof names / sizeof names[0]);
	static const char *const schools[] = {"SD Negeri 9",	      "SD Negeri 10",
					      "SD Negeri 10 Timur",   "SD Negeri 123456789",
					      "SD Negeri 1234567890", "SD Negeri 12345678901",
					      "SD Negeri A"};
	stand_in_order(schools, sizeof schools / sizeof schools[0]);
	static const char *const others[] = {"\xE1\xB8\xA4usain",
					     "Ibu",
					     "\xC5\x81ukasz",
					     "Zul",
					     "\xD0\xB8\xD0\xB2\xD0\xB0\xD0\xBD",
					     "\xD0\x98\xD0\xB2\xD0\xB0\xD0\xBD\xD0\xB0"};
	stand_in_order(others, sizeof others / sizeof others[0]);
}

static void ways_to_write_a_name_share_its_place(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	static const char *const same[][2] = {{"\xC3\x89lok", "E\xCC\x81lok"}, {"Ma'ruf", "maruf"},
					      {"Haji-Ali", "HAJI  ALI"},       {"SD 007", "SD 7"},
					      {"\xEF\xBC\xA1li", "Ali"},       {"A.", "a"}};

	(void)state;
	for (size_t i = 0; i < sizeof same / sizeof same[0]; i++)
		assert_string_equal(str_cstr(mem, fold_order(mem, str_from(same[i][0]))),
				    str_cstr(mem, fold_order(mem, str_from(same[i][1]))));
}

/* A place ends at its limit, and never inside a letter. */
static void a_place_is_bounded(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct buf text;

	(void)state;
	buf_init(&text, mem);
	for (int i = 0; i < FOLD_ORDER_MAX - 1; i++)
		buf_add_char(&text, 'a');
	assert_int_equal(fold_order(mem, buf_str(&text)).len, FOLD_ORDER_MAX - 1);
	buf_add_cstr(&text, "a");
	assert_int_equal(fold_order(mem, buf_str(&text)).len, FOLD_ORDER_MAX);
	buf_add_cstr(&text, "a");
	assert_int_equal(fold_order(mem, buf_str(&text)).len, FOLD_ORDER_MAX);
	text.len = FOLD_ORDER_MAX - 1;
	buf_add_cstr(&text, "\xD0\xB8");
	assert_int_equal(fold_order(mem, buf_str(&text)).len, FOLD_ORDER_MAX - 1);
}

static void letters_of_other_scripts_stay(void **state)
{
	(void)state;
	folds_to("\xD0\x98\xD0\xB2\xD0\xB0\xD0\xBD 7", "\xD0\x98\xD0\xB2\xD0\xB0\xD0\xBD 7");
}

static void keys_begin_at_each_word_and_have_no_blanks(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct fold fold;

	(void)state;
	fold_words(mem, STR("Siti Nur Hayati"), &fold);
	assert_true(str_is(fold_key(mem, &fold, 0), "sitinurhayati"));
	assert_true(str_is(fold_key(mem, &fold, 1), "nurhayati"));
	assert_true(str_is(fold_key(mem, &fold, 2), "hayati"));
	assert_int_equal(fold_key(mem, &fold, 3).len, 0);
}

static void a_long_key_is_cut_between_letters(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct fold fold;
	struct buf name;

	(void)state;
	buf_init(&name, mem);
	buf_add_cstr(&name, "a");
	for (int i = 0; i < 30; i++)
		buf_add_cstr(&name, "\xD0\x98");
	fold_words(mem, buf_str(&name), &fold);
	assert_int_equal(fold_key(mem, &fold, 0).len, FOLD_KEY_MAX - 1);
	assert_true(str_is_utf8(fold_key(mem, &fold, 0)));
}

static void words_past_the_most_are_left(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct fold fold;

	(void)state;
	fold_words(mem, STR("a b c d e f g h i j k l m n o p q r"), &fold);
	assert_int_equal(fold.count, FOLD_WORDS_MAX);
	assert_true(str_is(fold.word[FOLD_WORDS_MAX - 1], "p"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(case_accents_and_apostrophes_make_no_difference),
		cmocka_unit_test(signs_and_blanks_part_words),
		cmocka_unit_test(names_stand_as_people_look_for_them),
		cmocka_unit_test(ways_to_write_a_name_share_its_place),
		cmocka_unit_test(a_place_is_bounded),
		cmocka_unit_test(letters_of_other_scripts_stay),
		cmocka_unit_test(keys_begin_at_each_word_and_have_no_blanks),
		cmocka_unit_test(a_long_key_is_cut_between_letters),
		cmocka_unit_test(words_past_the_most_are_left),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
