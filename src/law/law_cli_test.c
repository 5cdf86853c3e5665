/* SPDX-License-Identifier: Apache-2.0 */
/* Calculators answer on the command line, and say what they miss. */
#include "law/law_cli.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static char out[4096], errors[4096];

static void read_back(FILE *file, char *text, size_t size)
{
	rewind(file);
	size_t len = fread(text, 1, size - 1, file);
	text[len] = '\0';
	fclose(file);
}

/* Runs the command with both streams caught. */
static int run(int argc, char **argv)
{
	FILE *kept_out = stdout, *kept_errors = stderr;
	FILE *out_file = tmpfile(), *error_file = tmpfile();

	stdout = out_file;
	stderr = error_file;
	int code = law_cli(argc, argv, DATE(2026, 11, 24));
	stdout = kept_out;
	stderr = kept_errors;
	read_back(out_file, out, sizeof out);
	read_back(error_file, errors, sizeof errors);
	return code;
}

static void a_good_question_gives_one_json_object(void **state)
{
	char *argv[] = {"predikat", "hasil=di_atas", "perilaku=sesuai", NULL};

	(void)state;
	assert_int_equal(run(3, argv), 0);
	assert_string_equal(out, "{\"predikat\":\"baik\"}\n");
	assert_string_equal(errors, "");
}

/* Every example of the worked list, as a person types it. */
static const struct {
	const char *typed, *answer;
} examples[] = {
	{"predikat hasil=di_atas perilaku=sesuai", "{\"predikat\":\"baik\"}"},
	{"tahunan bulan=3,3,3,3 hasil=2,3,3,3 perilaku=2,2,3,3 utama_di_bawah=0",
	 "{\"s_hasil\":\"2.7500\",\"rating_hasil\":\"di_atas\",\"s_perilaku\":\"2.5000\","
	 "\"rating_perilaku\":\"di_atas\",\"predikat\":\"sangat_baik\"}"},
	{"pimpinan capaian=baik perilaku=di_atas",
	 "{\"rating_hasil\":\"sesuai\",\"predikat\":\"baik\"}"},
	{"distribusi capaian=baik sb=3 b=14 bp=2 k=1 sk=0", "{\"n\":20,\"peringatan\":[]}"},
	{"angka-kredit jenjang=ahli_pertama predikat=sangat_baik bulan=12",
	 "{\"angka_kredit\":\"18.75\"}"},
	{"disiplin hari=13 berturut=0", "{\"hukuman\":\"potong_tukin_25_6b\",\"stop_gaji\":false}"},
	{"tpp profil=kemnaker_2024 tunjangan=5000000 terlambat_menit=120 pulang_cepat_menit=0 "
	 "lupa_tap=2 alpa=1 apel=0",
	 "{\"persen\":\"6.20\",\"potongan\":93000}"},
	{"skm rata=3.25,3.10,2.95,3.80,3.20,3.35,3.45,3.00,3.15 bobot=rounded_0_111",
	 "{\"nilai\":\"81.17\",\"mutu\":\"B\",\"terendah\":[\"waktu\",\"pengaduan\",\"prosedur\"]}"},
	{"sampel populasi=500", "{\"responden\":217}"},
	{"aduan jenis=berkadar_pengawasan diterima=2025-08-15 diverifikasi=2025-08-21 "
	 "libur=2025-08-18",
	 "{\"verifikasi\":\"2025-08-21\",\"tanggapan\":\"2025-08-28\",\"selesai\":\"2025-11-13\","
	 "\"sejak\":\"verifikasi\",\"batas_undang_undang\":\"2025-10-20\",\"kelengkapan\":\"2025-08-29\","
	 "\"aturan\":\"permenpanrb_5_2025\"}"},
	{"antrean datang=R1,P1,P2,P3", "{\"panggil\":[\"P1\",\"P2\",\"R1\",\"P3\"]}"},
	{"estimasi di_depan=7 rata_menit=12 loket=3", "{\"menit\":28}"},
	{"keberatan diterima=2025-02-03 diajukan=2025-02-18",
	 "{\"batas\":\"2025-02-21\",\"diterima\":true,\"tanda\":\"lewat_14_hari_kalender\","
	 "\"batas_kalender\":\"2025-02-17\",\"batas_kerja\":\"2025-02-21\"}"},
	{"gulung hasil=utama:di_atas,utama:di_atas,utama:sesuai,tambahan:di_atas",
	 "{\"rating_hasil\":\"di_atas\"}"},
	{"talenta predikat=baik potensi=tinggi", "{\"kotak\":8}"},
	{"nip nomor=198609262015051001",
	 "{\"sah\":true,\"jenis\":\"pns\",\"lahir\":\"1986-09-26\",\"tmt\":\"2015-05\",\"kelamin\":\"l\","
	 "\"urut\":1}"},
	{"nip nomor=199001012021211001",
	 "{\"sah\":true,\"jenis\":\"pppk\",\"lahir\":\"1990-01-01\",\"tahun\":2021,\"kontrak\":1,"
	 "\"kelamin\":\"l\",\"urut\":1}"},
	{"nik nomor=3171014107850003", "{\"sah\":true,\"lahir\":\"1985-07-01\",\"kelamin\":\"p\"}"},
};

/* Cuts a line at its blanks, as a shell does. */
static int run_typed(const char *typed)
{
	char line[512], *argv[32];
	int argc = 0;

	assert_true(strlen(typed) < sizeof line);
	memcpy(line, typed, strlen(typed) + 1);
	for (char *word = strtok(line, " "); word; word = strtok(NULL, " "))
		argv[argc++] = word;
	return run(argc, argv);
}

static void every_worked_example_answers_as_printed(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof examples / sizeof examples[0]; i++) {
		char expected[512];
		snprintf(expected, sizeof expected, "%s\n", examples[i].answer);
		assert_int_equal(run_typed(examples[i].typed), 0);
		assert_string_equal(out, expected);
		assert_string_equal(errors, "");
	}
}

static void a_number_that_is_not_valid_is_an_answer_with_its_reason(void **state)
{
	(void)state;
	assert_int_equal(run_typed("nik nomor=3171013202900001"), 0);
	assert_non_null(strstr(out, "{\"sah\":false,\"sebab\":\"Tanggal lahir"));
	assert_int_equal(run_typed("nip nomor=198613262015051001"), 0);
	assert_non_null(strstr(out, "{\"sah\":false,\"sebab\":\"Tanggal lahir"));
}

static int lines(const char *text)
{
	int count = 0;

	for (; *text; text++)
		count += *text == '\n';
	return count;
}

/* Each fault on its own line, beginning with its key; nothing on standard output; exit 2. */
static void every_kind_of_fault_is_one_line_with_its_key(void **state)
{
	static const struct {
		const char *typed;
		int count;
		const char *first;
	} faults[] = {
		{"predikat hasil=di_atas perilaku=sesuai skor=90", 1, "skor: tidak dikenal"},
		{"predikat", 2, "hasil: wajib diisi"},
		{"predikat hasil=sesuai hasil=sesuai perilaku=sesuai", 1, "hasil: diisi lebih"},
		{"predikat hasil=baik perilaku=sesuai", 1, "hasil: pilih salah satu"},
		{"sampel populasi=0", 1, "populasi: isi dengan bilangan bulat"},
		{"sampel populasi=99999999999999999999", 1, "populasi: isi dengan bilangan bulat"},
		{"estimasi di_depan=1 rata_menit=12345678901234567890.5 loket=1", 1,
		 "rata_menit: isi dengan bilangan"},
		{"keberatan diterima=2025-02-30 diajukan=18-02-2025", 2,
		 "diterima: isi dengan tanggal"},
		{"predikat hasil=di_atas perilaku=sesuai tanggal=kemarin", 1,
		 "tanggal: isi dengan"},
		{"tpp tunjangan=x terlambat_menit=1,-1,-2 alpa=32 profil=dki gaji=1", 5,
		 "gaji: tidak dikenal"},
		{"predikat hasil=a hasil=b hasil=c x=1 x=2", 5, "perilaku: wajib diisi"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof faults / sizeof faults[0]; i++) {
		assert_int_equal(run_typed(faults[i].typed), 2);
		assert_string_equal(out, "");
		if (lines(errors) != faults[i].count)
			fail_msg("%s:\n%s", faults[i].typed, errors);
		assert_memory_equal(errors, faults[i].first, strlen(faults[i].first));
	}
}

static void bad_input_names_every_key_and_prints_no_answer(void **state)
{
	char *argv[] = {"predikat", "hasil=bagus", "nilai=90", "perilaku", NULL};

	(void)state;
	assert_int_equal(run(4, argv), 2);
	assert_string_equal(out, "");
	assert_non_null(strstr(errors, "hasil: pilih salah satu"));
	assert_non_null(strstr(errors, "nilai: tidak dikenal"));
	assert_non_null(strstr(errors, "perilaku: tulis sebagai"));
}

static void a_key_of_two_lines_is_still_one_fault_on_one_line(void **state)
{
	char *argv[] = {"predikat", "hasil=sesuai", "perilaku=sesuai", "a\nhasil=1", NULL};

	(void)state;
	assert_int_equal(run(4, argv), 2);
	assert_string_equal(errors, "a?hasil: tidak dikenal oleh kalkulator ini.\n");
}

static void without_a_known_name_the_calculators_are_listed(void **state)
{
	char *argv[] = {"skor", NULL};

	(void)state;
	assert_int_equal(run(1, argv), 2);
	assert_non_null(strstr(errors, "angka-kredit"));
	assert_int_equal(run(0, argv), 2);
	assert_string_equal(out, "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_good_question_gives_one_json_object),
		cmocka_unit_test(every_worked_example_answers_as_printed),
		cmocka_unit_test(a_number_that_is_not_valid_is_an_answer_with_its_reason),
		cmocka_unit_test(every_kind_of_fault_is_one_line_with_its_key),
		cmocka_unit_test(bad_input_names_every_key_and_prints_no_answer),
		cmocka_unit_test(a_key_of_two_lines_is_still_one_fault_on_one_line),
		cmocka_unit_test(without_a_known_name_the_calculators_are_listed),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
