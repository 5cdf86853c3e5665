/* SPDX-License-Identifier: Apache-2.0 */
/* Use cases of a room, called as one role. */
#include "case_test_support.h"

static const int64_t NOW = 1775098800000000; /* 2 April 2026, 03:00 UTC */

struct call {
	struct case_room *room;
	struct actor actor;
	use_case *run;
	void *arg;
};

int case_room_open(void **state)
{
	static struct case_room room;

	room = (struct case_room){.store = store_for_test(), .mem = arena_make()};
	room.instansi_id = store_test_instansi(room.store, "uji");
	*state = &room;
	return 0;
}

int case_room_close(void **state)
{
	struct case_room *room = *state;

	store_end_test(room->store);
	arena_close(&room->mem);
	return 0;
}

static enum err work(struct db *db, void *arg)
{
	struct call *call = arg;
	struct job job = {.mem = call->room->mem,
			  .db = db,
			  .actor = &call->actor,
			  .faults = &call->room->faults,
			  .now = NOW,
			  .today = DATE(2026, 4, 2),
			  .request_id = STR("uji")};

	problems_init(&call->room->faults, call->room->mem);
	return call->run(&job, call->arg);
}

enum err case_run(struct case_room *room, enum peran peran, use_case *run, void *arg)
{
	struct call call = {.room = room,
			    .actor = {.instansi_id = room->instansi_id,
				      .akun_id = id_make(),
				      .is_signed_in = true,
				      .scope_count = 1,
				      .scopes = {{peran, STR_NONE}}},
			    .run = run,
			    .arg = arg};

	return store_write(room->store, &room->instansi_id, work, &call);
}

int case_faults(const struct case_room *room)
{
	return room->faults.count;
}

void case_other_agency(struct case_room *room)
{
	room->instansi_id = store_test_instansi(room->store, "lain");
}
