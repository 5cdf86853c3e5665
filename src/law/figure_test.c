/* SPDX-License-Identifier: Apache-2.0 */
/* What is said of a figure that makes no sense, and when the same figure says that it is right. */
#include "law/figure.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static struct arena *mem;
static struct law_values law;

static int begin(void **state)
{
	(void)state;
	mem = arena_make();
	law_values_on(DATE(2026, 12, 1), &(struct law_rows){NULL, 0}, &law);
	return 0;
}

static int end(void **state)
{
	(void)state;
	arena_free(mem);
	return 0;
}

struct said {
	struct figure figure;
	const char *key, *asks, *flag;
};

static const struct said said[] = {
	{{.amount = -500, .satuan = STR("hari")},
	 "di_bawah_nol",
	 "Tulis angka nol atau lebih.",
	 "Periksa angka ini: -5 hari tidak mungkin."},
	{{.amount = 950, .satuan = STR("akta")},
	 "pecahan",
	 "Satuan akta dihitung utuh: tulis bilangan bulat, misalnya 10.",
	 "Periksa angka ini: 9,5 akta tidak mungkin."},
	{{.amount = 9500000000, .satuan = STR("persen"), .target = 9500, .has_target = true},
	 "persen",
	 "Anda menulis 95.000.000 persen; targetnya 95 persen. Benar? Bila benar, kirim sekali "
	 "lagi tanpa mengubahnya.",
	 "Periksa angka ini: tertulis 95.000.000 persen, targetnya 95 persen. Karena itu sarannya "
	 "tidak di atas ekspektasi."},
	{{.amount = 10001, .satuan = STR("%")},
	 "persen",
	 "Anda menulis 100,01 %; biasanya paling banyak 100 persen. Benar? Bila benar, kirim "
	 "sekali lagi tanpa mengubahnya.",
	 "Periksa angka ini: tertulis 100,01 %, biasanya paling banyak 100 persen. Karena itu "
	 "sarannya tidak di atas ekspektasi."},
	{{.amount = 2401, .satuan = STR("jam"), .is_of_a_day = true},
	 "sehari",
	 "Anda menulis 24,01 jam; sehari paling banyak 24 jam. Benar? Bila benar, kirim sekali "
	 "lagi tanpa mengubahnya.",
	 "Periksa angka ini: tertulis 24,01 jam, sehari paling banyak 24 jam. Karena itu sarannya "
	 "tidak di atas ekspektasi."},
	{{.amount = 72000000000, .target = 18000, .has_target = true},
	 "target",
	 "Anda menulis 720.000.000; targetnya 180. Benar? Bila benar, kirim sekali lagi tanpa "
	 "mengubahnya.",
	 "Periksa angka ini: tertulis 720.000.000, targetnya 180. Karena itu sarannya tidak di "
	 "atas ekspektasi."},
	{{.amount = 10100, .satuan = STR("dokumen"), .usual_sum = 3000, .usual_count = 3},
	 "riwayat",
	 "Anda menulis 101 dokumen; biasanya sekitar 10 dokumen. Benar? Bila benar, kirim sekali "
	 "lagi tanpa mengubahnya.",
	 "Periksa angka ini: tertulis 101 dokumen, biasanya sekitar 10 dokumen. Karena itu "
	 "sarannya tidak di atas ekspektasi."},
	{{.amount = 10100,
	  .satuan = STR("dokumen"),
	  .usual_sum = 1000,
	  .usual_count = 1,
	  .is_of_periods = true},
	 "riwayat",
	 "Anda menulis 101 dokumen; pada periode sebelumnya sekitar 10 dokumen. Benar? Bila "
	 "benar, kirim sekali lagi tanpa mengubahnya.",
	 "Periksa angka ini: tertulis 101 dokumen, pada periode sebelumnya sekitar 10 dokumen. "
	 "Karena itu sarannya tidak di atas ekspektasi."},
};

static void what_is_said_names_the_figure_and_what_it_is_held_against(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof said / sizeof said[0]; i++) {
		enum figure_sense sense = figure_judge(&law, &said[i].figure);
		assert_true(str_is(figure_sense_key(sense), said[i].key));
		assert_int_equal(figure_is_impossible(sense), i < 2);
		assert_true(str_is(figure_asks(mem, &law, sense, &said[i].figure), said[i].asks));
		assert_true(str_is(figure_flag(mem, &law, sense, &said[i].figure), said[i].flag));
	}
	struct figure sound = {.amount = 900, .satuan = STR("akta")};
	assert_int_equal(figure_flag(mem, &law, figure_judge(&law, &sound), &sound).len, 0);
}

/* What a mean works out to may be a part of a whole. */
static void a_mean_of_whole_things_comes_in_parts(void **state)
{
	struct figure mean = {.amount = 950, .satuan = STR("akta"), .is_mean = true};

	(void)state;
	assert_int_equal(figure_judge(&law, &mean), FIGURE_SOUND);
}

static void a_rate_or_a_product_of_units_is_no_count(void **state)
{
	static const char *const compound[] = {"dokumen / hari", "orang - hari", "berkas per jam",
					       "orang jam",	 "orang hari",	 "orang bulan"};

	(void)state;
	assert_true(figure_is_whole(&law, STR(" Akta kelahiran ")));
	assert_true(figure_is_whole(&law, STR("Laporan bulanan"))); /* of a month, and counted */
	assert_true(figure_is_whole(&law, STR("DOKUM\xc3\x89N"))); /* one letter for all cases */
	assert_false(figure_is_whole(&law, STR("ton")) || figure_is_whole(&law, STR("%")));
	for (size_t i = 0; i < sizeof compound / sizeof compound[0]; i++)
		assert_false(figure_is_whole(&law, str_from(compound[i])));
}

/* Hours of other kinds are no hours of the day. */
static void only_hours_of_work_are_bound_to_the_day(void **state)
{
	static const char *const units[] = {"jam", "Jam Kerja", "jam lembur", "jam kerja lembur"};

	(void)state;
	for (size_t i = 0; i < sizeof units / sizeof units[0]; i++) {
		struct figure figure = {
			.amount = 2401, .satuan = str_from(units[i]), .is_of_a_day = true};
		assert_int_equal(figure_judge(&law, &figure),
				 i < 2 ? FIGURE_PAST_DAY : FIGURE_SOUND);
	}
}

static int faults_of(const struct figure *figure, const char *yakin, const char *before)
{
	struct problems faults;

	problems_init(&faults, mem);
	if (before)
		problem_add(&faults, STR("jumlah"), "uji", str_from(before));
	figure_check(&law, figure, str_from(yakin), &(struct figure_place){.field = STR("jumlah")},
		     &faults);
	return faults.count;
}

static void the_same_figure_once_more_says_that_it_is_right(void **state)
{
	struct figure unlikely = {.amount = 150000, .satuan = STR("%")},
		      impossible = {.amount = 950, .satuan = STR("akta")},
		      sound = {.amount = 900, .satuan = STR("akta")};

	(void)state;
	assert_int_equal(faults_of(&unlikely, "", NULL), 1);
	assert_int_equal(faults_of(&unlikely, "1.501", NULL), 1);
	assert_int_equal(faults_of(&unlikely, "1.500", NULL), 0);
	assert_int_equal(faults_of(&unlikely, "1500", NULL), 0);
	assert_int_equal(faults_of(&impossible, "9,5", NULL), 1);
	assert_int_equal(faults_of(&impossible, "9,5", "Yang lain."), 1);
	assert_int_equal(faults_of(&sound, "", NULL), 0);
}

/* Whose pages are English writes 1,500 for the same. */
static void the_reader_writes_numbers_in_the_own_way(void **state)
{
	struct figure unlikely = {.amount = 150000, .satuan = STR("%")};

	(void)state;
	arena_set_bahasa(mem, BAHASA_EN);
	assert_int_equal(faults_of(&unlikely, "1,500", NULL), 0);
	assert_int_equal(faults_of(&unlikely, "1,501", NULL), 1);
	arena_set_bahasa(mem, BAHASA_ID);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_said_names_the_figure_and_what_it_is_held_against),
		cmocka_unit_test(a_mean_of_whole_things_comes_in_parts),
		cmocka_unit_test(a_rate_or_a_product_of_units_is_no_count),
		cmocka_unit_test(only_hours_of_work_are_bound_to_the_day),
		cmocka_unit_test(the_same_figure_once_more_says_that_it_is_right),
		cmocka_unit_test(the_reader_writes_numbers_in_the_own_way),
	};
	return cmocka_run_group_tests(tests, begin, end);
}
