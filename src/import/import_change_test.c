/* SPDX-License-Identifier: Apache-2.0 */
/* What a preview says of each record it would change. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "import/import_test_support.h"

static const struct import_cell_change *beda_of(const struct fixture *f, int item,
						const char *column)
{
	const struct import_item *at = &f->preview->items[item];

	for (int i = 0; i < at->cell_change_count; i++)
		if (str_is(at->changes[i].column, column))
			return &at->changes[i];
	fail_msg("no line for %s", column);
	return NULL;
}

static void preview_text(struct fixture *f, const char *text)
{
	file_write(text);
	assert_int_equal(run(f, false), ERR_OK);
	assert_int_equal(f->preview->fault_count, 0);
}

static void a_new_person_is_told_with_post_appraiser_and_day(void **state)
{
	struct fixture *f = *state;

	load_small_office(f);
	preview_text(f, PEGAWAI_HEAD
		     "199202022019032002;Dina Baru;;pns;III/a;J3;198001012005011002;01/02/2026;\n");
	assert_int_equal(f->preview->item_count, 1);
	assert_int_equal(f->preview->items[0].change, IMPORT_ADDED);
	assert_true(str_is(beda_of(f, 0, "kode_jabatan")->sesudah, "J3 Analis"));
	assert_true(
		str_is(beda_of(f, 0, "nip_penilai")->sesudah, "19800101 200501 1 002 Budi Kabid"));
	assert_true(str_is(beda_of(f, 0, "tmt")->sesudah, "1 Februari 2026"));
	assert_int_equal(beda_of(f, 0, "tmt")->sebelum.len, 0);
}

static void a_change_is_told_cell_by_cell_with_what_stood_there(void **state)
{
	struct fixture *f = *state;

	load_small_office(f);
	preview_text(f,
		     PEGAWAI_HEAD "199001012015032001;Cici "
				  "Analis;-;pns;III/c;J3;198001012005011002;2025-03-01;auditor\n");
	assert_int_equal(f->preview->item_count, 1);
	assert_int_equal(f->preview->items[0].cell_change_count, 2);
	assert_true(str_is(beda_of(f, 0, "golongan")->sebelum, "III/b"));
	assert_true(str_is(beda_of(f, 0, "golongan")->sesudah, "III/c"));
	assert_true(str_is(beda_of(f, 0, "email")->sebelum, "cici@contoh.go.id"));
	assert_int_equal(beda_of(f, 0, "email")->sesudah.len, 0);
}

static void a_post_shows_numbers_answers_and_the_name_of_its_unit(void **state)
{
	struct fixture *f = *state;

	load_small_office(f);
	preview_text(
		f, "kode;nama;kode_unit;kelompok;jenjang;kelas;kepala;tugas;tanggung_jawab;ukuran\n"
		   "J3;Analis;1;jf;ahli muda;10;ya;Menganalisis;Telaahan;Jumlah telaahan\n"
		   "J1;Kepala Dinas;1;jpt;;14;tidak;Memimpin;Dinas berjalan;Nilai SAKIP\n");
	assert_int_equal(f->preview->item_count, 2);
	int post = str_is(f->preview->items[0].kode, "J3") ? 0 : 1;
	assert_true(str_is(beda_of(f, post, "kode_unit")->sebelum, "1.1 Bidang Satu"));
	assert_true(str_is(beda_of(f, post, "kode_unit")->sesudah, "1 Dinas Contoh"));
	assert_true(str_is(beda_of(f, post, "kelas")->sebelum, "9"));
	assert_true(str_is(beda_of(f, post, "kepala")->sesudah, "ya"));
	assert_int_equal(f->preview->items[1 - post].cell_change_count, 1);
}

static void only_as_many_records_are_told_as_were_asked_for(void **state)
{
	struct fixture *f = *state;

	f->items_max = 1;
	preview_text(f, UNITS);
	assert_int_equal(f->preview->change_count, 2);
	assert_int_equal(f->preview->item_count, 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_new_person_is_told_with_post_appraiser_and_day,
						office_begin, office_end),
		cmocka_unit_test_setup_teardown(a_change_is_told_cell_by_cell_with_what_stood_there,
						office_begin, office_end),
		cmocka_unit_test_setup_teardown(
			a_post_shows_numbers_answers_and_the_name_of_its_unit, office_begin,
			office_end),
		cmocka_unit_test_setup_teardown(only_as_many_records_are_told_as_were_asked_for,
						office_begin, office_end),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
