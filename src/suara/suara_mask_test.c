/* SPDX-License-Identifier: Apache-2.0 */
/* What is masked in free words, and what is left as it is. */
#include "suara/suara_mask.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const struct str staff[] = {STR("budi"), STR("santoso"), STR("bagus"), STR("nerotouw")};
static const struct suara_names names = {staff, 4};

static void masks(const char *text, const char *wanted)
{
	struct arena *mem = arena_make();
	struct str once = suara_mask(mem, str_from(text), &names);

	assert_string_equal(str_cstr(mem, once), wanted);
	assert_string_equal(str_cstr(mem, suara_mask(mem, once, &names)), wanted);
	arena_close(&mem);
}

static void numbers_of_four_digits_are_masked_and_of_three_not(void **state)
{
	(void)state;
	masks("antre 123 orang", "antre 123 orang");
	masks("nomor 1234 saja", "nomor [nomor] saja");
	masks("WA 0812-3456 789.", "WA [nomor].");
	masks("081 234 567", "[nomor]");
	masks("+62 812 345", "+[nomor]");
	masks("jam 8.30 sampai 9", "jam 8.30 sampai 9");
	masks("2 orang, 10 menit", "2 orang, 10 menit");
}

static void addresses_are_masked(void **state)
{
	(void)state;
	masks("tulis ke ani@contoh.id ya", "tulis ke [surel] ya");
	masks("lihat https://a.b/c?d=1 itu", "lihat [tautan] itu");
	masks("di www.contoh.org", "di [tautan]");
	masks("contoh.go.id rusak", "[tautan] rusak");
	masks("lama.tolong dipercepat", "lama.tolong dipercepat");
}

static void names_of_staff_are_masked(void **state)
{
	(void)state;
	masks("Pak Budi Santoso lama", "Pak [nama] lama");
	masks("budi ketus", "[nama] ketus");
	masks("Ibu Anton baik", "Ibu [nama] baik");
	masks("pelayanannya bagus", "pelayanannya bagus");
	masks("pak bagus ketus", "pak [nama] ketus");
	masks("Bagus Santoso ketus", "[nama] ketus");
	masks("bu, lama sekali", "bu, lama sekali");
	masks("NEROTOUW", "[nama]");
}

static void themes_match_beginnings_of_words_and_whole_phrases(void **state)
{
	struct arena *mem = arena_make();

	(void)state;
	assert_true(suara_has_words(mem, STR("Lamanya bukan main"), STR("cepat\nlama")));
	assert_false(suara_has_words(mem, STR("selamat pagi"), STR("lama")));
	assert_true(suara_has_words(mem, STR("harus bolak-balik"), STR("bolak balik")));
	assert_false(suara_has_words(mem, STR("balik bolak"), STR("bolak balik")));
	assert_false(suara_has_words(mem, STR("apa saja"), STR("\n \n")));
	arena_close(&mem);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_of_four_digits_are_masked_and_of_three_not),
		cmocka_unit_test(addresses_are_masked),
		cmocka_unit_test(names_of_staff_are_masked),
		cmocka_unit_test(themes_match_beginnings_of_words_and_whole_phrases),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
