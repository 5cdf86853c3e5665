/* SPDX-License-Identifier: Apache-2.0 */
/* Files in pieces: in order, sent twice, too long, too many, whole, and forgotten. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/file.h"
#include "http/piece.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define DAY INT64_C(86400)

static struct piece_place place_make(struct arena *mem)
{
	char *dir = arena_alloc(mem, 32);

	strcpy(dir, "/tmp/abdi-piece-XXXXXX");
	assert_non_null(mkdtemp(dir));
	return (struct piece_place){
		.data_dir = dir, .instansi_id = id_make(), .akun_id = id_make()};
}

static struct str path_of(struct arena *mem, const struct piece_place *place, const struct id *file)
{
	return str_format(mem, "%s/unggah/%.*s/%.*s/%.*s", place->data_dir,
			  STR_ARG(id_str(mem, &place->instansi_id)),
			  STR_ARG(id_str(mem, &place->akun_id)), STR_ARG(id_str(mem, file)));
}

static void a_piece_sent_twice_is_one_and_is_told_where_it_goes_on(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct piece_place place = place_make(mem);
	struct piece piece = {.file = id_make(), .size = 6, .bytes = STR("abc")};
	struct str to = str_format(mem, "%s/copy", place.data_dir), bytes;
	int64_t held;

	(void)state;
	assert_int_equal(piece_held(mem, &place, &piece.file), 0);
	assert_int_equal(piece_add(mem, &place, &piece, &held), ERR_OK);
	assert_int_equal(held, 3);
	assert_int_equal(piece_add(mem, &place, &piece, &held), ERR_CONFLICT);
	assert_int_equal(held, 3);
	assert_int_equal(piece_copy(mem, &place, &piece, to), ERR_NOT_FOUND);
	piece.from = 5;
	assert_int_equal(piece_add(mem, &place, &piece, &held), ERR_TOO_LARGE);
	piece.from = 3;
	piece.bytes = STR("def");
	assert_int_equal(piece_add(mem, &place, &piece, &held), ERR_OK);
	assert_int_equal(held, 6);
	assert_int_equal(piece_copy(mem, &place, &piece, to), ERR_OK);
	assert_int_equal(file_read(mem, str_cstr(mem, to), 10, &bytes), ERR_OK);
	assert_true(str_is(bytes, "abcdef"));
	struct piece_place other = place;
	other.akun_id = id_make();
	assert_int_equal(piece_held(mem, &other, &piece.file), 0);
	piece_drop(mem, &place, &piece.file);
	assert_int_equal(piece_held(mem, &place, &piece.file), 0);
}

static void a_piece_is_bounded(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct piece_place place = place_make(mem);
	struct piece piece = {.file = id_make(), .size = PIECE_FILE_MAX};
	int64_t held;

	(void)state;
	piece.bytes = (struct str){arena_alloc(mem, (size_t)PIECE_MAX + 1), (size_t)PIECE_MAX + 1};
	assert_int_equal(piece_add(mem, &place, &piece, &held), ERR_TOO_LARGE);
	piece.bytes.len--;
	assert_int_equal(piece_add(mem, &place, &piece, &held), ERR_OK);
	piece.from = INT64_MAX;
	assert_int_equal(piece_add(mem, &place, &piece, &held), ERR_TOO_LARGE);
	piece.from = -1;
	assert_int_equal(piece_add(mem, &place, &piece, &held), ERR_TOO_LARGE);
	assert_int_equal(held, PIECE_MAX);
}

static void a_person_has_so_many_files_and_no_more(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct piece_place place = place_make(mem);
	struct piece piece = {.size = 2, .bytes = STR("a")};
	int64_t held;

	(void)state;
	for (int i = 0; i < PIECE_FILES_MAX; i++) {
		piece.file = id_make();
		assert_int_equal(piece_add(mem, &place, &piece, &held), ERR_OK);
	}
	struct piece last = piece;
	piece.file = id_make();
	assert_int_equal(piece_add(mem, &place, &piece, &held), ERR_BUSY);
	last.from = 1; /* what was begun goes on */
	assert_int_equal(piece_add(mem, &place, &last, &held), ERR_OK);
	place.akun_id = id_make();
	assert_int_equal(piece_add(mem, &place, &piece, &held), ERR_OK);
}

static void what_became_evidence_grows_no_more(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct piece_place place = place_make(mem);
	struct piece piece = {.file = id_make(), .size = 6, .bytes = STR("abc")};
	struct str other = str_format(mem, "%s/bukti", place.data_dir);
	int64_t held;

	(void)state;
	assert_int_equal(piece_add(mem, &place, &piece, &held), ERR_OK);
	assert_int_equal(
		link(str_cstr(mem, path_of(mem, &place, &piece.file)), str_cstr(mem, other)), 0);
	piece.from = 3;
	assert_int_equal(piece_add(mem, &place, &piece, &held), ERR_CONFLICT);
	assert_int_equal(held, 3);
}

static void a_file_that_came_with_a_form_is_taken_in(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct piece_place place = place_make(mem);
	struct piece piece = {.file = id_make(), .size = 3, .bytes = STR("abc")};
	struct str from = str_format(mem, "%s/datang", place.data_dir);
	struct id kept;
	int64_t held;

	(void)state;
	assert_int_equal(piece_add(mem, &place, &piece, &held), ERR_OK);
	assert_int_equal(piece_copy(mem, &place, &piece, from), ERR_OK);
	assert_int_equal(piece_keep(mem, &place, from, &kept), ERR_OK);
	assert_int_equal(piece_held(mem, &place, &kept), 3);
	assert_int_not_equal(access(str_cstr(mem, from), F_OK), 0);
}

static void what_nobody_names_goes_after_its_days(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct piece_place place = place_make(mem);
	struct piece piece = {.file = id_make(), .size = 3, .bytes = STR("abc")};
	struct stat st;
	int64_t held;

	(void)state;
	assert_int_equal(piece_add(mem, &place, &piece, &held), ERR_OK);
	assert_int_equal(stat(str_cstr(mem, path_of(mem, &place, &piece.file)), &st), 0);
	piece_sweep(place.data_dir, st.st_mtim.tv_sec + PIECE_DAYS * DAY);
	assert_int_equal(piece_held(mem, &place, &piece.file), 3);
	piece_sweep(place.data_dir, st.st_mtim.tv_sec + PIECE_DAYS * DAY + 1);
	assert_int_equal(piece_held(mem, &place, &piece.file), 0);
	assert_int_equal(piece_add(mem, &place, &piece, &held),
			 ERR_OK); /* its folder is made anew */
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_piece_sent_twice_is_one_and_is_told_where_it_goes_on),
		cmocka_unit_test(a_piece_is_bounded),
		cmocka_unit_test(a_person_has_so_many_files_and_no_more),
		cmocka_unit_test(what_became_evidence_grows_no_more),
		cmocka_unit_test(a_file_that_came_with_a_form_is_taken_in),
		cmocka_unit_test(what_nobody_names_goes_after_its_days),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
