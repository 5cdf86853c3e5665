/* SPDX-License-Identifier: Apache-2.0 */
/* Entries chain, and each kind of change to them is found. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "audit/audit.h"
#include "audit/audit_heads.h"
#include "audit/audit_verify.h"
#include "audit/room_test_support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static enum err verify_step(struct job *job, void *arg)
{
	return audit_verify(job, NULL, arg);
}

static enum err head_step(struct job *job, void *arg)
{
	return audit_head(job, arg);
}

static struct audit_verdict verify(struct room *room)
{
	struct audit_verdict verdict;

	assert_int_equal(room_look(room, verify_step, &verdict), ERR_OK);
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

/* ---- Heads ---- */

static void signed_heads_fit_an_untouched_chain(void **state)
{
	struct room room = room_signed();
	struct audit_verdict verdict = verify(&room);

	(void)state;
	assert_int_equal(verdict.first_bad, 0);
	assert_int_equal(verdict.heads, 2);
	assert_int_equal(
		store_test_count(room.store, &room.instansi,
				 "SELECT COUNT(*) FROM audit_kepala WHERE instansi_id = $1"),
		2);
	room_close(&room);
}

static void a_cut_end_is_found_by_the_signed_head(void **state)
{
	struct room room = room_signed();

	(void)state;
	store_test_sql(room.store, &room.instansi,
		       "DELETE FROM audit WHERE instansi_id = $1 AND nomor > 8");
	assert_int_equal(verify(&room).first_bad, 9);
	room_close(&room);
}

/* The chain itself is whole again, but it is another one. */
static void an_end_written_anew_is_found_by_the_signed_head(void **state)
{
	struct room room = room_signed();

	(void)state;
	store_test_sql(room.store, &room.instansi,
		       "DELETE FROM audit WHERE instansi_id = $1 AND nomor > 8");
	for (int i = 9; i <= 12; i++)
		assert_int_equal(room_change(&room, 20000 * i, room_add, "baru"), ERR_OK);
	assert_int_equal(verify(&room).first_bad, 10);
	room_close(&room);
}

static const struct {
	const char *what, *sql;
	int64_t first_bad;
} HEAD_TAMPERINGS[] = {
	{"hash", "UPDATE audit_kepala SET hash = kunci_publik WHERE instansi_id = $1 AND nomor = 5",
	 5},
	{"number", "UPDATE audit_kepala SET nomor = 6 WHERE instansi_id = $1 AND nomor = 5", 6},
	{"time", "UPDATE audit_kepala SET at = at + 1 WHERE instansi_id = $1 AND nomor = 5", 5},
	{"signature",
	 "UPDATE audit_kepala SET tanda_tangan = (SELECT tanda_tangan FROM audit_kepala WHERE "
	 "instansi_id = $1 AND nomor = 5) WHERE instansi_id = $1 AND nomor = 10",
	 10},
	{"key", "UPDATE audit_kepala SET kunci_publik = hash WHERE instansi_id = $1 AND nomor = 5",
	 5},
};

static void an_edited_head_is_named(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(HEAD_TAMPERINGS) / sizeof(HEAD_TAMPERINGS[0]); i++) {
		struct room room = room_signed();
		assert_int_equal(store_test_sql(room.store, &room.instansi, HEAD_TAMPERINGS[i].sql),
				 1);
		struct audit_verdict verdict = verify(&room);
		if (verdict.first_bad != HEAD_TAMPERINGS[i].first_bad)
			print_message("head: %s\n", HEAD_TAMPERINGS[i].what);
		assert_int_equal(verdict.first_bad, HEAD_TAMPERINGS[i].first_bad);
		room_close(&room);
	}
}

static void heads_are_signed_when_they_moved_and_an_hour_has_passed(void **state)
{
	static const int64_t hour = INT64_C(3600) * 1000000;
	struct room room = room_open(3);
	const char *count = "SELECT COUNT(*) FROM audit_kepala WHERE instansi_id = $1";

	(void)state;
	assert_int_equal(audit_heads_sign_due(room.store, hour, 3600), ERR_OK);
	assert_int_equal(store_test_count(room.store, &room.instansi, count), 1);
	assert_int_equal(audit_heads_sign_due(room.store, 3 * hour, 3600), ERR_OK);
	assert_int_equal(store_test_count(room.store, &room.instansi, count), 1);
	assert_int_equal(room_change(&room, hour + 1, room_add, "x"), ERR_OK);
	assert_int_equal(audit_heads_sign_due(room.store, 2 * hour - 1, 3600), ERR_OK);
	assert_int_equal(store_test_count(room.store, &room.instansi, count), 1);
	assert_int_equal(audit_heads_sign_due(room.store, 2 * hour, 3600), ERR_OK);
	assert_int_equal(store_test_count(room.store, &room.instansi, count), 2);
	assert_int_equal(verify(&room).heads, 2);
	room_close(&room);
}

static struct audit_anchor the_anchor;

static enum err anchored_step(struct job *job, void *arg)
{
	struct audit_check check = {.anchors = &the_anchor, .anchor_count = 1};

	return audit_verify(job, &check, arg);
}

/* The whole database as it was at entry 5: nothing inside it can tell. */
static void a_roll_back_is_found_by_a_head_kept_outside(void **state)
{
	struct room room = room_signed();
	struct audit_verdict verdict;
	struct audit_head head;

	(void)state;
	assert_int_equal(room_look(&room, head_step, &head), ERR_OK);
	the_anchor = (struct audit_anchor){
		.instansi = room.instansi, .number = head.number, .source = STR("dicetak")};
	memcpy(the_anchor.hash, head.hash, sizeof(head.hash));
	assert_int_equal(room_look(&room, anchored_step, &verdict), ERR_OK);
	assert_int_equal(verdict.first_bad, 0); /* untouched it fits */
	store_test_sql(room.store, &room.instansi,
		       "DELETE FROM audit WHERE instansi_id = $1 AND nomor > 5");
	store_test_sql(room.store, &room.instansi,
		       "DELETE FROM audit_kepala WHERE instansi_id = $1 AND nomor > 5");
	assert_int_equal(verify(&room).first_bad, 0);
	assert_int_equal(room_look(&room, anchored_step, &verdict), ERR_OK);
	assert_int_equal(verdict.first_bad, 6);
	room_close(&room);
}

static enum err add_and_fail_step(struct job *job, void *arg)
{
	enum err err = room_add(job, arg);

	return err ? err : ERR_INVALID;
}

static void an_entry_goes_with_its_change(void **state)
{
	struct room room = room_open(2);

	(void)state;
	assert_int_equal(room_change(&room, 5000, add_and_fail_step, "x"), ERR_INVALID);
	assert_int_equal(verify(&room).count, 2);
	assert_int_equal(room_change(&room, 5000, room_add, "y"), ERR_OK);
	assert_int_equal(verify(&room).first_bad, 0);
	room_close(&room);
}

static void a_clock_that_went_back_keeps_the_order(void **state)
{
	struct room room = room_open(3);

	(void)state;
	assert_int_equal(room_change(&room, 1, room_add, "x"), ERR_OK);
	assert_int_equal(verify(&room).first_bad, 0);
	room_close(&room);
}

/* A change may wait a little between its asking and its entry: that is no jump. */
static void a_clock_that_went_back_is_counted_behind_the_limit(void **state)
{
	static const int64_t limit = AUDIT_CLOCK_SECONDS * INT64_C(1000000);
	static const int64_t noon = INT64_C(1795500000) * 1000000;
	struct room room = room_open(0);

	(void)state;
	assert_int_equal(room_change(&room, noon, room_add, "a"), ERR_OK);
	assert_int_equal(room_change(&room, noon - limit, room_add, "b"), ERR_OK);
	assert_int_equal(verify(&room).backward, 0);
	assert_int_equal(room_change(&room, noon - limit - 1, room_add, "c"), ERR_OK);
	assert_int_equal(room_change(&room, noon - limit, room_add, "d"),
			 ERR_OK); /* the clock now */
	struct audit_verdict verdict = verify(&room);
	assert_int_equal(verdict.backward, 1);
	assert_int_equal(verdict.first_backward, 3);
	assert_int_equal(verdict.first_bad, 0);
	assert_int_equal(verdict.count, 4);
	room_close(&room);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_untouched_chain_is_whole),
		cmocka_unit_test(an_empty_chain_is_whole),
		cmocka_unit_test(every_tampering_is_named_with_its_first_bad_entry),
		cmocka_unit_test(signed_heads_fit_an_untouched_chain),
		cmocka_unit_test(a_cut_end_is_found_by_the_signed_head),
		cmocka_unit_test(an_end_written_anew_is_found_by_the_signed_head),
		cmocka_unit_test(an_edited_head_is_named),
		cmocka_unit_test(heads_are_signed_when_they_moved_and_an_hour_has_passed),
		cmocka_unit_test(a_roll_back_is_found_by_a_head_kept_outside),
		cmocka_unit_test(an_entry_goes_with_its_change),
		cmocka_unit_test(a_clock_that_went_back_keeps_the_order),
		cmocka_unit_test(a_clock_that_went_back_is_counted_behind_the_limit),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
