/* SPDX-License-Identifier: Apache-2.0 */
/* What is said in which language, with which numbers and days. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/problems.h"
#include "base/say.h"

static struct arena *reader(enum bahasa bahasa)
{
	struct arena *mem = arena_make();

	arena_set_bahasa(mem, bahasa);
	return mem;
}

#define assert_said(said, wanted)                                                                  \
	do {                                                                                       \
		struct str got_ = (said);                                                          \
		if (!str_is(got_, (wanted)))                                                       \
			fail_msg("wanted '%s', got '%.*s'", (wanted), STR_ARG(got_));              \
	} while (0)

static void who_has_chosen_nothing_reads_indonesian(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();

	(void)state;
	assert_said(SAY(mem, "Selasa"), "Selasa");
	arena_set_bahasa(mem, BAHASA_EN);
	arena_clear(mem);
	assert_int_equal(arena_bahasa(mem), BAHASA_ID);
}

static void a_sentence_is_said_in_the_readers_language(void **state)
{
	CLEANUP(arena_close) struct arena *mem = reader(BAHASA_EN);

	(void)state;
	assert_said(SAY(mem, "Selasa"), "Tuesday");
	assert_said(say(mem, "Desember"), "December");
	assert_said(SAY(mem, "kalimat yang tidak ada di tabel"), "kalimat yang tidak ada di tabel");
	assert_said(say(mem, STR_NONE), "");
}

static void a_choice_of_words_goes_by_the_number_before_it(void **state)
{
	CLEANUP(arena_close) struct arena *mem = reader(BAHASA_EN);

	(void)state;
	assert_said(say_format(mem, "%d laporan", 1), "1 report");
	assert_said(say_format(mem, "%d laporan", 0), "0 reports");
	assert_said(say_format(mem, "%d laporan", 11), "11 reports");
	assert_said(say_format(mem, "%d laporan", 21), "21 reports");
}

static void dates_clocks_and_numbers_are_written_as_the_reader_does(void **state)
{
	CLEANUP(arena_close) struct arena *id = reader(BAHASA_ID), *en = reader(BAHASA_EN);
	int64_t moment = time_of_date(DATE(2026, 8, 4), 8 * 60 + 42, ZONA_WIT);

	(void)state;
	assert_said(say_date(id, DATE(2026, 8, 4)), "4 Agustus 2026");
	assert_said(say_date(en, DATE(2026, 8, 4)), "4 August 2026");
	assert_said(say_date_short(en, DATE(2026, 8, 4)), "4 Aug");
	assert_said(say_day_name(en, DATE(2026, 8, 4)), "Tuesday");
	assert_said(say_clock(id, moment, ZONA_WIT), "08.42");
	assert_said(say_clock(en, moment, ZONA_WIT), "08:42");
	assert_said(say_hundredths(id, 125050), "1.250,5");
	assert_said(say_hundredths(en, 125050), "1,250.5");
}

static void a_number_is_read_as_the_reader_writes_it(void **state)
{
	CLEANUP(arena_close) struct arena *id = reader(BAHASA_ID), *en = reader(BAHASA_EN);
	int64_t n = 0;

	(void)state;
	assert_true(say_parse_hundredths(en, STR("1,250.5"), &n));
	assert_int_equal(n, 125050);
	assert_true(say_parse_hundredths(en, STR("1,250"), &n));
	assert_int_equal(n, 125000);
	assert_true(say_parse_hundredths(id, STR("1.250"), &n));
	assert_int_equal(n, 125000);
	assert_true(say_parse_hundredths(en, STR("12,5"), &n)); /* can only be a decimal */
	assert_int_equal(n, 1250);
	assert_false(say_parse_hundredths(en, STR("1.250,5"), &n));
}

static void a_fault_is_told_in_the_readers_language(void **state)
{
	CLEANUP(arena_close) struct arena *mem = reader(BAHASA_EN);
	struct problems faults;

	(void)state;
	problems_init(&faults, mem);
	problem_add(&faults, STR("hari"), "day.wrong", STR("Selasa"));
	assert_said(problem_for(&faults, STR("hari")), "Tuesday");
}

static void the_browsers_favourite_of_our_languages_is_taken(void **state)
{
	(void)state;
	assert_int_equal(bahasa_accepted(STR("")), BAHASA_ID);
	assert_int_equal(bahasa_accepted(STR("en-GB,en;q=0.9")), BAHASA_EN);
	assert_int_equal(bahasa_accepted(STR("id-ID,id;q=0.9,en-US;q=0.8,en;q=0.7")), BAHASA_ID);
	assert_int_equal(bahasa_accepted(STR("fr, en;q=0.5, id;q=0.4")), BAHASA_EN);
	assert_int_equal(bahasa_accepted(STR("en;q=0.3,id;q=0.4")), BAHASA_ID);
	assert_int_equal(bahasa_accepted(STR("fr,de;q=0.5")), BAHASA_ID);
	assert_int_equal(bahasa_accepted(STR("en;q=zero,,;;q=,")), BAHASA_ID);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(who_has_chosen_nothing_reads_indonesian),
		cmocka_unit_test(a_sentence_is_said_in_the_readers_language),
		cmocka_unit_test(a_choice_of_words_goes_by_the_number_before_it),
		cmocka_unit_test(dates_clocks_and_numbers_are_written_as_the_reader_does),
		cmocka_unit_test(a_number_is_read_as_the_reader_writes_it),
		cmocka_unit_test(a_fault_is_told_in_the_readers_language),
		cmocka_unit_test(the_browsers_favourite_of_our_languages_is_taken),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
