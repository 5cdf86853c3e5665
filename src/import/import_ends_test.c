/* SPDX-License-Identifier: Apache-2.0 */
/* What a sheet leaves out ends when it is said to hold everything, and only then. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "import/import_test_support.h"

static void who_is_missing_leaves_only_when_asked(void **state)
{
	struct fixture *f = *state;

	load_small_office(f);
	file_write(PEGAWAI_HEAD KADIS KABID);
	assert_int_equal(run(f, false), ERR_OK);
	assert_int_equal(f->preview->counts[IMPORT_PEGAWAI].ended, 0);
	f->ends = IMPORT_ENDS(IMPORT_PEGAWAI);
	assert_int_equal(run(f, true), ERR_OK);
	assert_int_equal(f->preview->counts[IMPORT_PEGAWAI].ended, 1);
	assert_int_equal(rows(f, "SELECT count(*) FROM pegawai WHERE instansi_id = $1 AND valid_to "
				 "IS NOT NULL"),
			 1);
	assert_int_equal(
		rows(f, "SELECT count(*) FROM akun WHERE instansi_id = $1 AND is_active = 0"), 1);
	/* who still appraises somebody cannot leave */
	assert_int_equal(apply_text(f, PEGAWAI_HEAD KADIS KABID ANALIS), ERR_OK);
	assert_int_equal(
		rows(f, "SELECT count(*) FROM akun WHERE instansi_id = $1 AND is_active = 0"), 0);
	assert_int_equal(apply_text(f, PEGAWAI_HEAD KADIS ANALIS), ERR_INVALID);
	assert_true(has_rule(f, "pegawai.penilai_berakhir", 3, "nip_penilai"));
}

/* A small office with a unit and a post nobody needs, ended one after the other. */
static void an_empty_sheet_never_ends_everybody(void **state)
{
	static const struct str head[] = {{"nip", 3},		{"nama", 4},	     {"jenis", 5},
					  {"kode_jabatan", 12}, {"nip_penilai", 11}, {"tmt", 3}};
	static const struct str unit[][3] = {{{"kode", 4}, {"nama", 4}, {"kode_induk", 10}},
					     {{"9", 1}, {"Dinas Baru", 10}, {"", 0}}};
	static const int widths[] = {20, 20, 20, 20, 20, 20};
	struct fixture *f = *state;
	CLEANUP(xlsx_close) struct xlsx *book = NULL;

	load_small_office(f);
	book_start(f, &book, "Unit");
	xlsx_row(book, unit[0], 3);
	xlsx_row(book, unit[1], 3);
	assert_int_equal(xlsx_sheet(book, STR("Pegawai"), widths, 6), ERR_OK);
	xlsx_row(book, head, 6);
	assert_int_equal(xlsx_finish(book), ERR_OK);
	f->ends = IMPORT_ENDS(IMPORT_PEGAWAI);
	assert_int_equal(run(f, true), ERR_INVALID);
	assert_int_equal(faults_of(f, "import.semua_berakhir"), 1);
	f->ends = 0;
	assert_int_equal(run(f, true), ERR_OK);
}

static void units_and_posts_end_only_when_nobody_needs_them(void **state)
{
	struct fixture *f = *state;

	load_small_office(f);
	f->ends = IMPORT_ENDS(IMPORT_UNIT) | IMPORT_ENDS(IMPORT_JABATAN);
	assert_int_equal(apply_text(f, "kode;nama;kode_induk\n1;Dinas Contoh;\n"), ERR_INVALID);
	assert_true(has_fault(f, "import.masih_dipakai", "Unit", 0, "kode", "1.1"));
	assert_int_equal(f->preview->fault_count, 1);
	assert_int_equal(
		apply_text(f, "kode;nama;kode_unit;kelompok;jenjang;kepala;tugas;"
			      "tanggung_jawab;ukuran\n"
			      "J1;Kepala Dinas;1;jpt;;ya;Memimpin;Dinas;Nilai\n"
			      "J2;Kepala Bidang;1.1;administrator;;ya;Memimpin;Bidang;Waktu\n"),
		ERR_INVALID);
	assert_true(has_fault(f, "import.masih_dipakai", "Jabatan", 0, "kode", "J3"));
	assert_int_equal(f->preview->fault_count, 1);
	assert_int_equal(rows(f, "SELECT (SELECT count(*) FROM unit WHERE instansi_id = $1 AND "
				 "valid_to IS NOT NULL) + (SELECT count(*) FROM jabatan WHERE "
				 "instansi_id = $1 AND valid_to IS NOT NULL)"),
			 0);
}

static void what_ended_stays_ended_until_it_is_named_again(void **state)
{
	struct fixture *f = *state;

	load_small_office(f);
	assert_int_equal(apply_text(f, UNITS "2;Unit Lama;1;bidang;tidak;WIT\n"
					     "2.1;Seksi Lama;2;seksi;tidak;WIT\n"),
			 ERR_OK);
	assert_int_equal(apply_text(f, JABATANS "J9;Jabatan Lama;2.1;pelaksana;;5;tidak;t;t;u\n"),
			 ERR_OK);
	f->ends = IMPORT_ENDS(IMPORT_UNIT) | IMPORT_ENDS(IMPORT_JABATAN);
	assert_int_equal(apply_text(f, UNITS), ERR_INVALID); /* J9 still stands in 2.1 */
	assert_int_equal(apply_text(f, JABATANS), ERR_OK);
	assert_int_equal(f->preview->counts[IMPORT_JABATAN].ended, 1);
	assert_int_equal(apply_text(f, UNITS), ERR_OK);
	assert_int_equal(f->preview->counts[IMPORT_UNIT].ended, 2);
	assert_int_equal(apply_text(f, UNITS), ERR_OK);
	assert_int_equal(apply_text(f, JABATANS), ERR_OK);
	assert_int_equal(f->preview->change_count, 0);
	assert_int_equal(rows(f, "SELECT count(*) FROM unit WHERE instansi_id = $1 AND valid_to = "
				 "'2026-11-24'"),
			 2);
	f->ends = 0;
	/* a post in a unit that ended, a person in a post that ended, a unit below one */
	assert_int_equal(apply_text(f, JABATANS "J8;Baru;2;pelaksana;;5;tidak;t;t;u\n"),
			 ERR_INVALID);
	assert_true(has_fault(f, "import.sudah_berakhir", "Jabatan", 5, "kode_unit", "2"));
	assert_int_equal(apply_text(f, PEGAWAI_HEAD "198609262015051001;Dewi;;pns;III/a;J9;"
						    "198001012005011002;2026-01-01;\n"),
			 ERR_INVALID);
	assert_true(has_fault(f, "import.sudah_berakhir", "Pegawai", 2, "kode_jabatan", "J9"));
	/* moving what stands above does not bring back what ended below it */
	assert_int_equal(apply_text(f, "kode;nama;kode_induk\n2;Unit Lama;1.1\n"), ERR_OK);
	assert_int_equal(rows(f, "SELECT count(*) FROM unit WHERE instansi_id = $1 AND valid_to = "
				 "'2026-11-24' AND jalur LIKE '%/1.1/2/2.1/'"),
			 1);
}

/* A sheet of what stands as CSV. */
static void sheet_of_text(struct xlsx *book, const char *name, struct str text)
{
	static const int widths[] = {20, 20, 20, 20, 20, 20, 20, 20, 20, 20};

	assert_int_equal(xlsx_sheet(book, str_from(name), widths, 10), ERR_OK);
	while (text.len) {
		struct str cells[10], line = str_cut(text, '\n', &text);
		int count = 0;
		while (line.len && count < 10)
			cells[count++] = str_cut(line, ';', &line);
		xlsx_row(book, cells, count);
	}
}

static void one_file_ends_a_unit_with_its_posts_and_people(void **state)
{
	struct fixture *f = *state;
	CLEANUP(xlsx_close) struct xlsx *book = NULL;

	load_small_office(f);
	assert_int_equal(xlsx_open(f->mem, office_path, &book), ERR_OK);
	sheet_of_text(book, "Unit", STR("kode;nama;kode_induk\n1;Dinas Contoh\n"));
	sheet_of_text(book, "Jabatan",
		      STR("kode;nama;kode_unit;kelompok;jenjang;kelas;kepala;tugas;tanggung_jawab;"
			  "ukuran\nJ1;Kepala Dinas;1;jpt;;14;ya;Memimpin;Dinas berjalan;Nilai "
			  "SAKIP\n"));
	sheet_of_text(book, "Pegawai", str_from(PEGAWAI_HEAD KADIS));
	assert_int_equal(xlsx_finish(book), ERR_OK);
	f->ends = IMPORT_ENDS(IMPORT_UNIT) | IMPORT_ENDS(IMPORT_JABATAN);
	assert_int_equal(run(f, true), ERR_INVALID);
	assert_int_equal(faults_of(f, "import.masih_dipakai"), 2); /* J2 and J3 are filled */
	f->ends |= IMPORT_ENDS(IMPORT_PEGAWAI);
	assert_int_equal(run(f, true), ERR_OK);
	assert_int_equal(f->preview->counts[IMPORT_UNIT].ended, 1);
	assert_int_equal(f->preview->counts[IMPORT_JABATAN].ended, 2);
	assert_int_equal(f->preview->counts[IMPORT_PEGAWAI].ended, 2);
	assert_int_equal(run(f, true), ERR_OK);
	assert_int_equal(f->preview->change_count, 0);
}

static void holidays_of_the_years_in_the_sheet_are_taken_away(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(apply_text(f, "tanggal;nama\n2025-12-25;Natal\n2026-08-17;Merdeka\n"
				       "2026-12-25;Natal\n"),
			 ERR_OK);
	f->ends = IMPORT_ENDS(IMPORT_LIBUR);
	assert_int_equal(apply_text(f, "tanggal;nama\n2026-08-17;Merdeka\n"), ERR_OK);
	assert_int_equal(f->preview->counts[IMPORT_LIBUR].ended, 1);
	assert_int_equal(rows(f, "SELECT count(*) FROM hari_libur WHERE instansi_id = $1"), 2);
	assert_int_equal(rows(f,
			      "SELECT count(*) FROM audit WHERE instansi_id = $1 AND perbuatan = "
			      "'org.libur_end'"),
			 1);
	assert_int_equal(apply_text(f, "tanggal;nama\n2026-08-17;Merdeka\n"), ERR_OK);
	assert_int_equal(f->preview->change_count, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(units_and_posts_end_only_when_nobody_needs_them,
						office_begin, office_end),
		cmocka_unit_test_setup_teardown(what_ended_stays_ended_until_it_is_named_again,
						office_begin, office_end),
		cmocka_unit_test_setup_teardown(one_file_ends_a_unit_with_its_posts_and_people,
						office_begin, office_end),
		cmocka_unit_test_setup_teardown(holidays_of_the_years_in_the_sheet_are_taken_away,
						office_begin, office_end),
		cmocka_unit_test_setup_teardown(who_is_missing_leaves_only_when_asked, office_begin,
						office_end),
		cmocka_unit_test_setup_teardown(an_empty_sheet_never_ends_everybody, office_begin,
						office_end),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
