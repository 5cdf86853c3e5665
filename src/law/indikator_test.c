/* SPDX-License-Identifier: Apache-2.0 */
/* Definitions that fit together, and months as one figure. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "law/indikator.h"

static struct arena *mem;
static struct problems faults;

static int begin(void **state)
{
	(void)state;
	mem = arena_make();
	problems_init(&faults, mem);
	return 0;
}

static int end(void **state)
{
	(void)state;
	arena_free(mem);
	return 0;
}

static struct indikator_rumus immunisation(void)
{
	return (struct indikator_rumus){.jenis = STR("hasil"),
					.aspek = STR("kuantitas"),
					.arah = STR("higher_better"),
					.satuan = STR("persen"),
					.sumber = STR("manual"),
					.gabung = STR("bagian"),
					.pembilang = STR("anak diimunisasi"),
					.penyebut = STR("anak sasaran")};
}

static void months_with_a_denominator_are_divided_once(void **state)
{
	/* 9 of 10 and 30 of 90: 39 of 100, not the mean of 90 and 33 percent */
	const struct indikator_bulan bulan[] = {
		{.bulan = 202601, .banyak = 1, .pembilang = 900, .penyebut = 1000},
		{.bulan = 202602, .banyak = 2, .impor = 2, .pembilang = 3000, .penyebut = 9000}};
	struct indikator_hasil hasil;

	(void)state;
	indikator_hitung(GABUNG_BAGIAN, true, bulan, 2, &hasil);
	assert_true(hasil.is_set);
	assert_int_equal(hasil.nilai, 3900);
	assert_int_equal(hasil.banyak, 3);
	assert_int_equal(hasil.impor, 2);
	assert_int_equal(hasil.bulan_akhir, 202602);
	indikator_hitung(GABUNG_BAGIAN, false, bulan, 2, &hasil);
	assert_int_equal(hasil.nilai, 39); /* 0.39 */
}

static void thirds_are_rounded_half_up(void **state)
{
	const struct indikator_bulan third = {.bulan = 202601, .pembilang = 200, .penyebut = 300};
	struct indikator_hasil hasil;

	(void)state;
	indikator_hitung(GABUNG_BAGIAN, true, &third, 1, &hasil);
	assert_int_equal(hasil.nilai, 6667);
}

static void without_a_denominator_there_is_no_figure(void **state)
{
	const struct indikator_bulan none = {.bulan = 202601, .pembilang = 0, .penyebut = 0};
	struct indikator_hasil hasil;

	(void)state;
	indikator_hitung(GABUNG_BAGIAN, true, &none, 1, &hasil);
	assert_false(hasil.is_set);
	indikator_hitung(GABUNG_JUMLAH, false, NULL, 0, &hasil);
	assert_false(hasil.is_set);
}

static void a_mean_is_weighed_by_its_cases(void **state)
{
	/* 100 cases of 2 days and one of 12: 2.0990… */
	const struct indikator_bulan bulan[] = {
		{.bulan = 202601, .pembilang = 200, .timbang = 20000, .bobot = 100},
		{.bulan = 202602, .pembilang = 1200, .timbang = 1200, .bobot = 1}};
	struct indikator_hasil hasil;

	(void)state;
	indikator_hitung(GABUNG_RATA, false, bulan, 2, &hasil);
	assert_int_equal(hasil.nilai, 210);
	indikator_hitung(GABUNG_AKHIR, false, bulan, 2, &hasil);
	assert_int_equal(hasil.nilai, 1200);
	indikator_hitung(GABUNG_JUMLAH, false, bulan, 2, &hasil);
	assert_int_equal(hasil.nilai, 1400);
}

static void the_largest_values_of_many_areas_do_not_overflow(void **state)
{
	struct indikator_bulan most = {.bulan = 202601,
				       .pembilang = INDIKATOR_MOST * 9000,
				       .penyebut = INDIKATOR_MOST * 9000};
	struct indikator_hasil hasil;

	(void)state;
	indikator_hitung(GABUNG_BAGIAN, true, &most, 1, &hasil);
	assert_int_equal(hasil.nilai, 10000);
}

static void a_sound_definition_has_no_fault(void **state)
{
	struct indikator_rumus rumus = immunisation();

	(void)state;
	indikator_check(&rumus, &faults);
	assert_false(problems_any(&faults));
}

static void a_part_needs_both_of_its_numbers_and_a_sum_has_none(void **state)
{
	struct indikator_rumus rumus = immunisation();

	(void)state;
	rumus.penyebut = STR_NONE;
	indikator_check(&rumus, &faults);
	assert_true(problem_is(&faults, STR("penyebut"), "indikator.penyebut_missing"));
	problems_init(&faults, mem);
	rumus = immunisation();
	rumus.gabung = STR("rata");
	indikator_check(&rumus, &faults);
	assert_true(problem_is(&faults, STR("penyebut"), "indikator.parts_extra"));
}

static void percent_is_not_added_up_and_a_count_is_no_mean(void **state)
{
	struct indikator_rumus rumus = immunisation();

	(void)state;
	rumus.gabung = STR("jumlah");
	rumus.pembilang = rumus.penyebut = STR_NONE;
	indikator_check(&rumus, &faults);
	assert_true(problem_is(&faults, STR("gabung"), "indikator.sum_of_measure"));
	problems_init(&faults, mem);
	rumus.satuan = STR("akta");
	rumus.gabung = STR("rata");
	indikator_check(&rumus, &faults);
	assert_true(problem_is(&faults, STR("aspek"), "indikator.measure_of_count"));
	problems_init(&faults, mem);
	rumus.gabung = STR("jumlah");
	indikator_check(&rumus, &faults);
	assert_false(problems_any(&faults));
}

static void a_source_that_fills_itself_says_how(void **state)
{
	struct indikator_rumus rumus = immunisation();

	(void)state;
	rumus.sumber = STR("suara_unsur");
	indikator_check(&rumus, &faults);
	assert_true(problem_is(&faults, STR("gabung"), "indikator.gabung_fixed"));
	assert_true(problem_is(&faults, STR("unsur"), "indikator.unsur_missing"));
	problems_init(&faults, mem);
	rumus.sumber = STR("berkas_tepat_persen");
	rumus.unsur = STR("waktu");
	indikator_check(&rumus, &faults);
	assert_true(problem_is(&faults, STR("unsur"), "indikator.unsur_extra"));
	assert_int_equal(faults.count, 1);
}

static void what_is_no_key_is_left_to_the_form_that_said_so(void **state)
{
	struct indikator_rumus rumus = immunisation();

	(void)state;
	rumus.sumber = STR("ramalan");
	indikator_check(&rumus, &faults);
	rumus = immunisation();
	rumus.gabung = STR("tengah");
	indikator_check(&rumus, &faults);
	assert_false(problems_any(&faults));
	assert_int_equal(rumus_gabung(&rumus), GABUNG_JUMLAH);
	rumus.gabung = STR("akhir");
	assert_int_equal(rumus_gabung(&rumus), GABUNG_AKHIR);
}

static void either_number_of_a_part_is_asked_and_refused_alone(void **state)
{
	struct indikator_rumus rumus = immunisation();

	(void)state;
	rumus.pembilang = STR_NONE;
	indikator_check(&rumus, &faults);
	assert_true(problem_is(&faults, STR("pembilang"), "indikator.pembilang_missing"));
	problems_init(&faults, mem);
	rumus.gabung = STR("rata");
	indikator_check(&rumus, &faults);
	assert_true(problem_is(&faults, STR("penyebut"), "indikator.parts_extra"));
}

static void a_measure_is_known_by_its_aspect_or_its_unit(void **state)
{
	const struct {
		struct str aspek, satuan;
		bool is_measure;
	} cases[] = {
		{STR("kualitas"), STR("akta"), true},	 {STR("waktu"), STR("hari"), true},
		{STR("kuantitas"), STR("%"), true},	 {STR("kuantitas"), STR("persen"), true},
		{STR("kuantitas"), STR("indeks"), true}, {STR("kuantitas"), STR("nilai"), true},
		{STR("kuantitas"), STR("akta"), false},	 {STR("biaya"), STR("rupiah"), false}};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct indikator_rumus rumus = immunisation();
		rumus.pembilang = rumus.penyebut = STR_NONE;
		rumus.gabung = STR("jumlah");
		rumus.aspek = cases[i].aspek;
		rumus.satuan = cases[i].satuan;
		problems_init(&faults, mem);
		indikator_check(&rumus, &faults);
		assert_int_equal(problems_any(&faults), cases[i].is_measure);
	}
}

static void an_element_belongs_to_the_source_of_elements(void **state)
{
	struct indikator_rumus rumus = immunisation();

	(void)state;
	rumus.sumber = STR("suara_unsur");
	rumus.unsur = STR("waktu");
	rumus.gabung = gabung_key(GABUNG_RATA);
	rumus.aspek = STR("kualitas");
	rumus.pembilang = rumus.penyebut = STR_NONE;
	indikator_check(&rumus, &faults);
	assert_false(problem_is(&faults, STR("unsur"), "indikator.unsur_missing"));
	assert_false(problem_is(&faults, STR("unsur"), "indikator.unsur_extra"));
}

static void figures_are_alike_when_all_four_are(void **state)
{
	const struct indikator_rumus one = immunisation();
	struct indikator_rumus other = one;

	(void)state;
	other.jenis = STR("keluaran");
	assert_true(indikator_is_alike(&one, &other));
	other.unsur = STR("waktu");
	assert_false(indikator_is_alike(&one, &other));
	other = one;
	other.sumber = STR("suara_unsur");
	assert_false(indikator_is_alike(&one, &other));
	other = one;
	other.satuan = STR("anak");
	assert_false(indikator_is_alike(&one, &other));
	other = one;
	other.gabung = STR("rata");
	assert_false(indikator_is_alike(&one, &other));
}

static void months_go_over_the_year(void **state)
{
	(void)state;
	assert_int_equal(bulan_add(202601, -1), 202512);
	assert_int_equal(bulan_add(202512, 1), 202601);
	assert_int_equal(bulan_add(202611, -35), 202312);
	assert_true(bulan_is_valid(200001));
	assert_false(bulan_is_valid(199912));
	assert_true(bulan_is_valid(210012));
	assert_false(bulan_is_valid(210101));
	assert_false(bulan_is_valid(202613));
	assert_false(bulan_is_valid(202600));
	assert_true(str_is(bulan_short(mem, 202605), "Mei 2026"));
	assert_true(str_is(bulan_short(mem, 202611), "Nov 2026"));
	assert_int_equal(bulan_last_day(202402).day, 29);
	assert_int_equal(indikator_target_bulan(GABUNG_JUMLAH, 120000), 10000);
	assert_int_equal(indikator_target_bulan(GABUNG_JUMLAH, 500), 42); /* 0.4166… half up */
	assert_int_equal(indikator_target_bulan(GABUNG_BAGIAN, 9500), 9500);
}

#define T(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(months_with_a_denominator_are_divided_once),
		T(thirds_are_rounded_half_up),
		T(without_a_denominator_there_is_no_figure),
		T(a_mean_is_weighed_by_its_cases),
		T(the_largest_values_of_many_areas_do_not_overflow),
		T(a_sound_definition_has_no_fault),
		T(a_part_needs_both_of_its_numbers_and_a_sum_has_none),
		T(percent_is_not_added_up_and_a_count_is_no_mean),
		T(a_source_that_fills_itself_says_how),
		T(what_is_no_key_is_left_to_the_form_that_said_so),
		T(either_number_of_a_part_is_asked_and_refused_alone),
		T(a_measure_is_known_by_its_aspect_or_its_unit),
		T(an_element_belongs_to_the_source_of_elements),
		T(figures_are_alike_when_all_four_are),
		T(months_go_over_the_year),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
