/* SPDX-License-Identifier: Apache-2.0 */
/* Areas: in order, refused where they cannot be, and a file of them whole or not at all. */
#include "indikator/indikator_test_support.h"

static void an_area_stands_behind_the_one_it_is_in(void **state)
{
	struct room *room = *state;
	struct wilayah manoi = add_area(room, "92.71.05", "Sorong Manoi", NULL);
	struct wilayah sorong = add_area(room, "92.71.01", "Sorong", NULL);
	struct listing listing = {.page.count = 0};

	(void)add_area(room, "92.71.05.1001", "Remu", &manoi);
	(void)add_area(room, "92.71.01.1002", "Kampung Baru", &sorong);
	assert_int_equal(as(room, PERAN_AUDITOR, "", list_areas, &listing), ERR_OK);
	assert_int_equal(listing.page.count, 4);
	const struct wilayah *rows = listing.page.rows;
	assert_true(str_is(rows[0].nama, "Sorong"));
	assert_true(str_is(rows[1].nama, "Kampung Baru"));
	assert_true(str_is(rows[1].induk_nama, "Sorong"));
	assert_true(str_is(rows[3].nama, "Remu"));
	listing.saring.cari = STR("remu");
	assert_int_equal(as(room, PERAN_AUDITOR, "", list_areas, &listing), ERR_OK);
	assert_int_equal(listing.page.count, 1);
}

static void an_area_that_cannot_be_is_refused(void **state)
{
	struct room *room = *state;
	struct wilayah first = add_area(room, "1", "Sorong", NULL);
	struct wilayah w = {.kode = STR("1"),
			    .nama = STR("Lain"),
			    .jenis = STR("kelurahan"),
			    .sejak = DATE(2026, 1, 2),
			    .sampai = DATE(2026, 1, 1)};

	assert_int_equal(as(room, ADMIN, save_area, &w), ERR_INVALID);
	assert_true(problem_is(&room->faults, STR("kode"), "wilayah.kode_taken"));
	assert_true(problem_is(&room->faults, STR("induk_id"), "wilayah.induk_missing"));
	assert_true(problem_is(&room->faults, STR("sampai"), "wilayah.sampai_before"));
	assert_int_equal(as(room, HEAD, save_area, &w), ERR_FORBIDDEN);
	(void)add_area(room, "1.1", "Remu", &first);
	first.sampai = DATE(2026, 3, 1); /* what is in it holds longer */
	assert_int_equal(as(room, ADMIN, save_area, &first), ERR_INVALID);
	assert_true(problem_is(&room->faults, STR("sampai"), "wilayah.held"));
	first.sampai = (struct date){0};
	first.version = 7;
	assert_int_equal(as(room, ADMIN, save_area, &first), ERR_CONFLICT);
}

struct area_file {
	struct wilayah_baris rows[3];
	int count;
	struct wilayah_impor did;
};

static enum err import_areas(struct job *job, void *arg)
{
	struct area_file *file = arg;

	return wilayah_import(job, file->rows, file->count, &file->did);
}

static void a_file_of_areas_is_kept_whole_or_not_at_all(void **state)
{
	struct room *room = *state;
	struct listing listing = {.page.count = 0};
	struct area_file file = {
		.count = 3,
		.rows = {{2, STR("1"), STR("Sorong"), STR("Distrik"), STR_NONE, STR_NONE, STR_NONE},
			 {3, STR("1.1"), STR("Remu"), STR("kelurahan"), STR("1"), STR("2020-01-01"),
			  STR_NONE},
			 {4, STR("2.1"), STR("Jauh"), STR("kelurahan"), STR("2"), STR_NONE,
			  STR_NONE}}};

	assert_int_equal(as(room, ADMIN, import_areas, &file), ERR_INVALID);
	assert_int_equal(room->faults.count, 1);
	assert_true(str_starts(room->faults.at[0].sentence, "Baris 4: "));
	assert_int_equal(as(room, ADMIN, list_areas, &listing), ERR_OK);
	assert_int_equal(listing.page.count, 0);
	file.count = 2;
	assert_int_equal(as(room, ADMIN, import_areas, &file), ERR_OK);
	assert_int_equal(file.did.baru, 2);
	file.rows[1].nama = STR("Remu Utara");
	assert_int_equal(as(room, ADMIN, import_areas, &file), ERR_OK);
	assert_int_equal(file.did.sama, 1);
	assert_int_equal(file.did.berubah, 1);
}

#define T(name) cmocka_unit_test_setup_teardown(name, room_begin, room_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(an_area_stands_behind_the_one_it_is_in),
		T(an_area_that_cannot_be_is_refused),
		T(a_file_of_areas_is_kept_whole_or_not_at_all),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
