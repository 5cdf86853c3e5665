/* SPDX-License-Identifier: Apache-2.0 */
/* Opens the agency and writes its entries. */
#include "audit/room_test_support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "audit/audit.h"
#include "audit/audit_heads.h"
#include "law/access.h"

#include <stdio.h>

static const struct actor ACTOR = {.akun_id = {{1}},
				   .is_signed_in = true,
				   .scope_count = 1,
				   .scopes = {{PERAN_PEGAWAI, {"", 0}}}};

struct step {
	struct room *room;
	room_step *run;
	void *arg;
	int64_t now;
};

static enum err step_work(struct db *db, void *arg)
{
	struct step *step = arg;
	struct job job = {.mem = step->room->mem,
			  .db = db,
			  .actor = &ACTOR,
			  .now = step->now,
			  .request_id = STR("r1")};

	return step->run(&job, step->arg);
}

enum err room_change(struct room *room, int64_t now, room_step *run, void *arg)
{
	struct step step = {room, run, arg, now};

	return store_write(room->store, &room->instansi, step_work, &step);
}

enum err room_look(struct room *room, room_step *run, void *arg)
{
	struct step step = {room, run, arg, 0};

	return store_read(room->store, &room->instansi, step_work, &step);
}

enum err room_add(struct job *job, void *arg)
{
	struct audit_entry entry = {.deed = "skp.submit",
				    .object = {{7}},
				    .reason = STR("alasan"),
				    .before = STR("draf"),
				    .after = str_from(arg)};

	return audit_add(job, &entry);
}

struct room room_open(int entries)
{
	struct room room = {.store = store_for_test(), .mem = arena_make()};

	room.instansi = store_test_instansi(room.store, "uji");
	for (int i = 1; i <= entries; i++) {
		char after[16];
		snprintf(after, sizeof(after), "isi %d", i);
		assert_int_equal(room_change(&room, 1000 * i, room_add, after), ERR_OK);
	}
	return room;
}

void room_close(struct room *room)
{
	arena_free(room->mem);
	store_end_test(room->store);
}

static enum err sign_step(struct job *job, void *arg)
{
	(void)arg;
	return audit_head_sign(job, HEAD_BERKALA);
}

/* Ten entries, the heads of 5 and 10 signed. */
struct room room_signed(void)
{
	struct room room = room_open(5);

	assert_int_equal(room_change(&room, 6000, sign_step, NULL), ERR_OK);
	for (int i = 6; i <= 10; i++)
		assert_int_equal(room_change(&room, 1000 * i, room_add, "isi"), ERR_OK);
	assert_int_equal(room_change(&room, 11000, sign_step, NULL), ERR_OK);
	assert_int_equal(room_change(&room, 11001, sign_step, NULL), ERR_OK); /* already signed */
	return room;
}
