/* SPDX-License-Identifier: Apache-2.0 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "audit/audit.h"
#include "audit/audit_cli.h"
#include "db/store_test_support.h"
#include "law/access.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct actor ACTOR = {.akun_id = {{1}},
				   .is_signed_in = true,
				   .scope_count = 1,
				   .scopes = {{PERAN_PEGAWAI, {"", 0}}}};

struct room {
	struct store *store;
	struct id instansi;
	struct arena *mem;
};

typedef enum err room_step(struct job *job, void *arg);

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

static enum err change(struct room *room, int64_t now, room_step *run, void *arg)
{
	struct step step = {room, run, arg, now};

	return store_write(room->store, &room->instansi, step_work, &step);
}

static enum err look(struct room *room, room_step *run, void *arg)
{
	struct step step = {room, run, arg, 0};

	return store_read(room->store, &room->instansi, step_work, &step);
}

static enum err add_step(struct job *job, void *arg)
{
	struct audit_entry entry = {.deed = "skp.submit",
				    .object = {{7}},
				    .reason = STR("alasan"),
				    .before = STR("draf"),
				    .after = str_from(arg)};

	return audit_add(job, &entry);
}

static enum err verify_step(struct job *job, void *arg)
{
	return audit_verify(job, arg);
}

static enum err head_step(struct job *job, void *arg)
{
	return audit_head(job, arg);
}

static struct room room_open(int entries)
{
	struct room room = {.store = store_for_test(), .mem = arena_make()};

	room.instansi = store_test_instansi(room.store, "uji");
	for (int i = 1; i <= entries; i++) {
		char after[16];
		snprintf(after, sizeof(after), "isi %d", i);
		assert_int_equal(change(&room, 1000 * i, add_step, after), ERR_OK);
	}
	return room;
}

static void room_close(struct room *room)
{
	arena_free(room->mem);
	store_end_test(room->store);
}

static struct audit_verdict verify(struct room *room)
{
	struct audit_verdict verdict;

	assert_int_equal(look(room, verify_step, &verdict), ERR_OK);
	return verdict;
}

static void an_untouched_chain_is_whole(void **state)
{
	struct room room = room_open(20);
	struct audit_verdict verdict = verify(&room);

	(void)state;
	assert_int_equal(verdict.count, 20);
	assert_int_equal(verdict.first_bad, 0);
	room_close(&room);
}

static void an_empty_chain_is_whole(void **state)
{
	struct room room = room_open(0);
	struct audit_verdict verdict = verify(&room);

	(void)state;
	assert_int_equal(verdict.count, 0);
	assert_int_equal(verdict.first_bad, 0);
	room_close(&room);
}

/* Each way somebody at the database could change the trail, and the entry that must be named. */
static const struct {
	const char *what, *sql[3];
	int64_t first_bad;
} TAMPERINGS[] = {
	{"reason", {"UPDATE audit SET alasan = 'lain' WHERE instansi_id = $1 AND nomor = 4"}, 4},
	{"deed",
	 {"UPDATE audit SET perbuatan = 'skp.approve' WHERE instansi_id = $1 AND nomor = 4"},
	 4},
	{"who", {"UPDATE audit SET akun_id = NULL WHERE instansi_id = $1 AND nomor = 2"}, 2},
	{"role", {"UPDATE audit SET peran = 'auditor' WHERE instansi_id = $1 AND nomor = 10"}, 10},
	{"time", {"UPDATE audit SET at = at + 1 WHERE instansi_id = $1 AND nomor = 5"}, 5},
	{"object", {"UPDATE audit SET objek = '' WHERE instansi_id = $1 AND nomor = 1"}, 1},
	{"digest",
	 {"UPDATE audit SET digest_after = digest_before WHERE instansi_id = $1 AND nomor = 3"},
	 3},
	{"request", {"UPDATE audit SET request_id = 'r2' WHERE instansi_id = $1 AND nomor = 6"}, 6},
	{"hash", {"UPDATE audit SET hash = digest_before WHERE instansi_id = $1 AND nomor = 9"}, 9},
	{"deletion", {"DELETE FROM audit WHERE instansi_id = $1 AND nomor = 5"}, 5},
	{"deletion of the first", {"DELETE FROM audit WHERE instansi_id = $1 AND nomor = 1"}, 1},
	{"deletion with renumbering",
	 {"DELETE FROM audit WHERE instansi_id = $1 AND nomor = 5",
	  "UPDATE audit SET nomor = nomor + 100 WHERE instansi_id = $1 AND nomor > 5",
	  "UPDATE audit SET nomor = nomor - 101 WHERE instansi_id = $1 AND nomor > 100"},
	 5},
	{"swap",
	 {"UPDATE audit SET nomor = 100 WHERE instansi_id = $1 AND nomor = 7",
	  "UPDATE audit SET nomor = 7 WHERE instansi_id = $1 AND nomor = 8",
	  "UPDATE audit SET nomor = 8 WHERE instansi_id = $1 AND nomor = 100"},
	 7},
	{"insertion",
	 {"INSERT INTO audit (instansi_id, nomor, at, akun_id, peran, perbuatan, objek, alasan, "
	  "digest_before,"
	  " digest_after, request_id, hash) SELECT instansi_id, 11, at, akun_id, peran, perbuatan, "
	  "objek, alasan,"
	  " digest_before, digest_after, request_id, hash FROM audit WHERE instansi_id = $1 AND "
	  "nomor = 10"},
	 11},
};

static void every_tampering_is_named_with_its_first_bad_entry(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(TAMPERINGS) / sizeof(TAMPERINGS[0]); i++) {
		struct room room = room_open(10);
		for (int k = 0; k < 3 && TAMPERINGS[i].sql[k]; k++)
			assert_true(store_test_sql(room.store, &room.instansi,
						   TAMPERINGS[i].sql[k]) > 0);
		struct audit_verdict verdict = verify(&room);
		if (verdict.first_bad != TAMPERINGS[i].first_bad)
			print_message("tampering: %s\n", TAMPERINGS[i].what);
		assert_int_equal(verdict.first_bad, TAMPERINGS[i].first_bad);
		assert_true(verdict.why.len > 0);
		room_close(&room);
	}
}

static const struct audit_head *the_anchor;

static enum err anchored_step(struct job *job, void *arg)
{
	return audit_verify_against(job, the_anchor, arg);
}

static void a_cut_end_is_found_by_the_head_kept_outside(void **state)
{
	struct room room = room_open(10);
	struct audit_verdict verdict;
	struct audit_head head;

	(void)state;
	assert_int_equal(look(&room, head_step, &head), ERR_OK);
	assert_int_equal(head.number, 10);
	the_anchor = &head;
	assert_int_equal(look(&room, anchored_step, &verdict), ERR_OK);
	assert_int_equal(verdict.first_bad, 0);
	store_test_sql(room.store, &room.instansi,
		       "DELETE FROM audit WHERE instansi_id = $1 AND nomor > 8");
	assert_int_equal(look(&room, anchored_step, &verdict), ERR_OK);
	assert_int_equal(verdict.first_bad, 9);
	/* Rolled back and written anew: the chain itself is whole, but it is another one. */
	assert_int_equal(change(&room, 20000, add_step, "baru"), ERR_OK);
	assert_int_equal(change(&room, 20000, add_step, "baru"), ERR_OK);
	assert_int_equal(verify(&room).first_bad, 0);
	assert_int_equal(look(&room, anchored_step, &verdict), ERR_OK);
	assert_int_equal(verdict.first_bad, 10);
	room_close(&room);
}

static enum err add_and_fail_step(struct job *job, void *arg)
{
	enum err err = add_step(job, arg);

	return err ? err : ERR_INVALID;
}

static void an_entry_goes_with_its_change(void **state)
{
	struct room room = room_open(2);

	(void)state;
	assert_int_equal(change(&room, 5000, add_and_fail_step, "x"), ERR_INVALID);
	assert_int_equal(verify(&room).count, 2);
	assert_int_equal(change(&room, 5000, add_step, "y"), ERR_OK);
	assert_int_equal(verify(&room).first_bad, 0);
	room_close(&room);
}

static void a_clock_that_went_back_keeps_the_order(void **state)
{
	struct room room = room_open(3);

	(void)state;
	assert_int_equal(change(&room, 1, add_step, "x"), ERR_OK);
	assert_int_equal(verify(&room).first_bad, 0);
	room_close(&room);
}

/* ---- Once ---- */

struct once {
	struct str key, result;
	const char *deed;
	bool found;
	int effects;
};

static enum err once_step(struct job *job, void *arg)
{
	struct once *once = arg;
	enum err err;

	if ((err = once_begin(job, once->key, once->deed, &once->found, &once->result)) ||
	    once->found)
		return err;
	once->effects++;
	return once_keep(job, once->key, once->deed, STR("/skp/1"));
}

static void a_deed_with_one_key_happens_once(void **state)
{
	struct room room = room_open(0);
	struct once once = {.key = STR("kunci-1"), .deed = "skp.submit"};

	(void)state;
	assert_int_equal(change(&room, 1, once_step, &once), ERR_OK);
	assert_int_equal(change(&room, 2, once_step, &once), ERR_OK);
	assert_true(once.found);
	assert_true(str_is(once.result, "/skp/1"));
	assert_int_equal(once.effects, 1);
	once.deed = "skp.approve";
	assert_int_equal(change(&room, 3, once_step, &once), ERR_CONFLICT);
	once.key = STR_NONE;
	assert_int_equal(change(&room, 4, once_step, &once), ERR_OK);
	assert_false(once.found);
	room_close(&room);
}

static enum err forget_step(struct job *job, void *arg)
{
	(void)arg;
	return once_forget(job, 7);
}

static void keys_are_forgotten_after_seven_days(void **state)
{
	static const int64_t day = INT64_C(86400) * 1000000;
	struct room room = room_open(0);
	struct once once = {.key = STR("kunci-1"), .deed = "skp.submit"};

	(void)state;
	assert_int_equal(change(&room, 10 * day, once_step, &once), ERR_OK);
	assert_int_equal(change(&room, 17 * day, forget_step, NULL), ERR_OK);
	assert_int_equal(change(&room, 17 * day, once_step, &once), ERR_OK);
	assert_true(once.found);
	assert_int_equal(change(&room, 17 * day + 1, forget_step, NULL), ERR_OK);
	assert_int_equal(change(&room, 17 * day, once_step, &once), ERR_OK);
	assert_false(once.found);
	room_close(&room);
}

/* ---- Command line ---- */

static void the_command_names_the_broken_agency(void **state)
{
	struct room room = room_open(5);
	char *text = NULL;
	size_t len = 0;

	(void)state;
	store_test_instansi(room.store, "kosong");
	FILE *out = open_memstream(&text, &len);
	assert_int_equal(audit_cli_verify(room.store, out), ERR_OK);
	fflush(out);
	assert_non_null(strstr(text, "kosong: utuh, 0 entri"));
	assert_non_null(strstr(text, "uji: utuh, 5 entri"));
	store_test_sql(room.store, &room.instansi,
		       "DELETE FROM audit WHERE instansi_id = $1 AND nomor = 3");
	assert_int_equal(audit_cli_verify(room.store, out), ERR_CONFLICT);
	fclose(out);
	assert_non_null(strstr(text, "uji: RUSAK pada entri 3"));
	free(text);
	room_close(&room);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_untouched_chain_is_whole),
		cmocka_unit_test(an_empty_chain_is_whole),
		cmocka_unit_test(every_tampering_is_named_with_its_first_bad_entry),
		cmocka_unit_test(a_cut_end_is_found_by_the_head_kept_outside),
		cmocka_unit_test(an_entry_goes_with_its_change),
		cmocka_unit_test(a_clock_that_went_back_keeps_the_order),
		cmocka_unit_test(a_deed_with_one_key_happens_once),
		cmocka_unit_test(keys_are_forgotten_after_seven_days),
		cmocka_unit_test(the_command_names_the_broken_agency),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
