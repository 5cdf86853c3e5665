/* SPDX-License-Identifier: Apache-2.0 */
/* @Room@ is kept, listed and refused as its use cases promise. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "db/store_test_support.h"
#include "law/access.h"
#include "@room@/@room@.h"

struct room {
	struct store *store;
	struct id instansi_id;
	struct arena *mem;
	struct actor actor;
	struct problems faults;
	struct @room@ sent, *row;
	int count;
};

typedef enum err deed(struct job *job, struct room *room);
struct call {
	struct room *room;
	deed *run;
};

static enum err work(struct db *db, void *arg)
{
	struct call *call = arg;
	struct room *room = call->room;
	struct job job = {.mem = room->mem,
			  .db = db,
			  .actor = &room->actor,
			  .faults = &room->faults,
			  .now = 1775000000000000,
			  .today = DATE(2026, 4, 2),
			  .request_id = STR("uji")};

	problems_init(&room->faults, room->mem);
	return call->run(&job, room);
}

static enum err as(struct room *room, enum peran peran, deed *run)
{
	struct call call = {room, run};

	room->actor = (struct actor){.instansi_id = room->instansi_id,
				     .akun_id = id_make(),
				     .is_signed_in = true,
				     .scope_count = 1,
				     .scopes = {{peran, STR_NONE}}};
	return store_write(room->store, &room->instansi_id, work, &call);
}

static enum err run_add(struct job *job, struct room *room)
{
	return @room@_add(job, &room->sent);
}

static enum err run_list(struct job *job, struct room *room)
{
	struct id first = {{0}};

	return @room@_list(job, &first, 10, &room->row, &room->count);
}

static int room_open(void **state)
{
	static struct room room;

	room = (struct room){.store = store_for_test(),
			     .mem = arena_make(),
			     .sent = {.judul = STR("Rapat"), .tanggal = DATE(2026, 4, 2)}};
	room.instansi_id = store_test_instansi(room.store, "uji");
	*state = &room;
	return 0;
}

static int room_close(void **state)
{
	struct room *room = *state;

	store_end_test(room->store);
	arena_close(&room->mem);
	return 0;
}

static void what_was_kept_is_listed(void **state)
{
	struct room *room = *state;

	assert_int_equal(as(room, PERAN_ADMIN_KEPEGAWAIAN, run_add), ERR_OK);
	assert_int_equal(as(room, PERAN_ADMIN_KEPEGAWAIAN, run_list), ERR_OK);
	assert_int_equal(room->count, 1);
	assert_true(str_is(room->row[0].judul, "Rapat"));
	assert_int_equal(date_compare(room->row[0].tanggal, DATE(2026, 4, 2)), 0);
}

static void what_is_missing_is_said_and_nothing_kept(void **state)
{
	struct room *room = *state;

	room->sent = (struct @room@){.judul = STR_NONE};
	assert_int_equal(as(room, PERAN_ADMIN_KEPEGAWAIAN, run_add), ERR_INVALID);
	assert_int_equal(room->faults.count, 2);
	assert_int_equal(as(room, PERAN_ADMIN_KEPEGAWAIAN, run_list), ERR_OK);
	assert_int_equal(room->count, 0);
}

static void whoever_may_not_neither_keeps_nor_lists(void **state)
{
	struct room *room = *state;

	assert_int_equal(as(room, PERAN_PEGAWAI, run_add), ERR_FORBIDDEN);
	assert_int_equal(as(room, PERAN_PEGAWAI, run_list), ERR_FORBIDDEN);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(what_was_kept_is_listed, room_open, room_close),
		cmocka_unit_test_setup_teardown(what_is_missing_is_said_and_nothing_kept, room_open,
						room_close),
		cmocka_unit_test_setup_teardown(whoever_may_not_neither_keeps_nor_lists, room_open,
						room_close),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
