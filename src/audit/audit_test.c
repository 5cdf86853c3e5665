/* SPDX-License-Identifier: Apache-2.0 */
/* Entries chain, and each kind of change to them is found. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "audit/audit.h"
#include "audit/audit_cli.h"
#include "audit/audit_heads.h"
#include "audit/audit_verify.h"
#include "audit/once.h"
#include "base/log.h"
#include "db/store_test_support.h"
#include "law/access.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

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
	return audit_verify(job, NULL, arg);
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

/* ---- Heads ---- */

static enum err sign_step(struct job *job, void *arg)
{
	(void)arg;
	return audit_head_sign(job, HEAD_BERKALA);
}

/* Ten entries, the heads of 5 and 10 signed. */
static struct room room_signed(void)
{
	struct room room = room_open(5);

	assert_int_equal(change(&room, 6000, sign_step, NULL), ERR_OK);
	for (int i = 6; i <= 10; i++)
		assert_int_equal(change(&room, 1000 * i, add_step, "isi"), ERR_OK);
	assert_int_equal(change(&room, 11000, sign_step, NULL), ERR_OK);
	assert_int_equal(change(&room, 11001, sign_step, NULL), ERR_OK); /* already signed */
	return room;
}

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
		assert_int_equal(change(&room, 20000 * i, add_step, "baru"), ERR_OK);
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
	assert_int_equal(change(&room, hour + 1, add_step, "x"), ERR_OK);
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
	assert_int_equal(look(&room, head_step, &head), ERR_OK);
	the_anchor = (struct audit_anchor){
		.instansi = room.instansi, .number = head.number, .source = STR("dicetak")};
	memcpy(the_anchor.hash, head.hash, sizeof(head.hash));
	assert_int_equal(look(&room, anchored_step, &verdict), ERR_OK);
	assert_int_equal(verdict.first_bad, 0); /* untouched it fits */
	store_test_sql(room.store, &room.instansi,
		       "DELETE FROM audit WHERE instansi_id = $1 AND nomor > 5");
	store_test_sql(room.store, &room.instansi,
		       "DELETE FROM audit_kepala WHERE instansi_id = $1 AND nomor > 5");
	assert_int_equal(verify(&room).first_bad, 0);
	assert_int_equal(look(&room, anchored_step, &verdict), ERR_OK);
	assert_int_equal(verdict.first_bad, 6);
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

/* A change may wait a little between its asking and its entry: that is no jump. */
static void a_clock_that_went_back_is_counted_behind_the_limit(void **state)
{
	static const int64_t limit = AUDIT_CLOCK_SECONDS * INT64_C(1000000);
	static const int64_t noon = INT64_C(1795500000) * 1000000;
	struct room room = room_open(0);

	(void)state;
	assert_int_equal(change(&room, noon, add_step, "a"), ERR_OK);
	assert_int_equal(change(&room, noon - limit, add_step, "b"), ERR_OK);
	assert_int_equal(verify(&room).backward, 0);
	assert_int_equal(change(&room, noon - limit - 1, add_step, "c"), ERR_OK);
	assert_int_equal(change(&room, noon - limit, add_step, "d"), ERR_OK); /* the clock now */
	struct audit_verdict verdict = verify(&room);
	assert_int_equal(verdict.backward, 1);
	assert_int_equal(verdict.first_backward, 3);
	assert_int_equal(verdict.first_bad, 0);
	assert_int_equal(verdict.count, 4);
	room_close(&room);
}

/* ---- Once ---- */

struct asking {
	struct once once;
	struct once_outcome outcome;
	bool found;
	int effects;
};

static enum err once_step(struct job *job, void *arg)
{
	struct asking *asking = arg;
	struct once_outcome led = {STR("/skp/1"), STR("SKP diajukan")};
	enum err err;

	asking->once.owner = job->actor->akun_id;
	if ((err = once_begin(job, &asking->once, &asking->found, &asking->outcome)) ||
	    asking->found)
		return err;
	asking->effects++;
	return once_keep(job, &asking->once, &led);
}

static void a_deed_with_one_key_happens_once(void **state)
{
	struct room room = room_open(0);
	struct asking asking = {
		.once = {.key = STR("kunci-1"), .deed = STR("/skp"), .digest = STR("isi")}};

	(void)state;
	assert_int_equal(change(&room, 1, once_step, &asking), ERR_OK);
	assert_int_equal(change(&room, 2, once_step, &asking), ERR_OK);
	assert_true(asking.found);
	assert_true(str_is(asking.outcome.location, "/skp/1"));
	assert_true(str_is(asking.outcome.note, "SKP diajukan"));
	asking.once.deed = STR("/lapor");
	assert_int_equal(change(&room, 3, once_step, &asking), ERR_CONFLICT);
	asking.once.deed = STR("/skp");
	asking.once.digest = STR("isi lain");
	assert_int_equal(change(&room, 4, once_step, &asking), ERR_CONFLICT);
	assert_int_equal(asking.effects, 1);
	room_close(&room);
}

static enum err lead_step(struct job *job, void *arg)
{
	(void)arg;
	return once_lead(job, STR("/skp/1"), &(struct once_outcome){STR("/skp"), STR("Dihapus")});
}

static void what_was_undone_leads_to_no_page_that_is_gone(void **state)
{
	struct room room = room_open(0);
	struct asking asking = {
		.once = {.key = STR("kunci-1"), .deed = STR("/skp"), .digest = STR("isi")}};

	(void)state;
	assert_int_equal(change(&room, 1, once_step, &asking), ERR_OK);
	assert_int_equal(change(&room, 2, lead_step, NULL), ERR_OK);
	assert_int_equal(change(&room, 3, once_step, &asking), ERR_OK);
	assert_true(asking.found);
	assert_true(str_is(asking.outcome.location, "/skp"));
	assert_true(str_is(asking.outcome.note, "Dihapus"));
	room_close(&room);
}

static void keys_are_forgotten_after_seven_days(void **state)
{
	static const int64_t day = INT64_C(86400) * 1000000;
	struct room room = room_open(0);
	struct asking asking = {
		.once = {.key = STR("kunci-1"), .deed = STR("/skp"), .digest = STR("isi")}};

	(void)state;
	assert_int_equal(change(&room, 10 * day, once_step, &asking), ERR_OK);
	assert_int_equal(once_forget_old(room.store, 17 * day, NULL), ERR_OK);
	assert_int_equal(change(&room, 17 * day, once_step, &asking), ERR_OK);
	assert_true(asking.found);
	assert_int_equal(once_forget_old(room.store, 17 * day + 1, NULL), ERR_OK);
	assert_int_equal(change(&room, 17 * day, once_step, &asking), ERR_OK);
	assert_false(asking.found);
	room_close(&room);
}

/* ---- Command line ---- */

struct said {
	char *text;
	size_t len;
	struct audit_cli cli;
};

static struct said said_open(struct room *room)
{
	struct said said = {.cli = {.store = room->store, .data_dir = "/nonexistent"}};

	return said;
}

static enum err run_cli(struct said *said, enum err (*run)(const struct audit_cli *cli))
{
	free(said->text);
	said->cli.out = open_memstream(&said->text, &said->len);
	enum err err = run(&said->cli);
	(void)fclose(said->cli.out);
	return err;
}

static void the_command_names_the_broken_agency(void **state)
{
	struct room room = room_signed();
	struct said said = said_open(&room);

	(void)state;
	store_test_instansi(room.store, "kosong");
	assert_int_equal(run_cli(&said, audit_cli_verify), ERR_OK);
	assert_non_null(strstr(said.text, "kosong: rantai utuh, 0 entri"));
	assert_non_null(strstr(said.text, "uji: rantai utuh, 10 entri, 2 kepala"));
	store_test_sql(room.store, &room.instansi,
		       "UPDATE audit SET alasan = 'x' WHERE instansi_id = $1 AND nomor = 3");
	assert_int_equal(run_cli(&said, audit_cli_verify), ERR_CONFLICT);
	assert_non_null(strstr(said.text, "uji: RUSAK pada entri 3 (skp.submit)"));
	free(said.text);
	room_close(&room);
}

static void the_command_shows_a_clock_that_went_back(void **state)
{
	struct room room = room_open(3);
	struct said said = said_open(&room);

	(void)state;
	assert_int_equal(run_cli(&said, audit_cli_verify), ERR_OK);
	assert_null(strstr(said.text, "mundur 1 kali"));
	assert_int_equal(change(&room, INT64_C(1795500000) * 1000000, add_step, "x"), ERR_OK);
	assert_int_equal(change(&room, 4000, add_step, "y"), ERR_OK);
	assert_int_equal(run_cli(&said, audit_cli_verify), ERR_OK);
	assert_non_null(strstr(said.text, "rantai utuh, 5 entri"));
	assert_non_null(strstr(said.text, "jam server mundur 1 kali (pertama pada entri 5)"));
	free(said.text);
	room_close(&room);
}

/* What the log says meanwhile, which goes elsewhere than this machine. */
static enum err logged(struct room *room, char *line, size_t size)
{
	FILE *file = tmpfile();
	enum err err;

	assert_non_null(file);
	log_to(fileno(file));
	err = audit_heads_sign_due(room->store, INT64_C(3600) * 1000000, 3600);
	log_to(STDERR_FILENO);
	rewind(file);
	size_t read = fread(line, 1, size - 1, file);
	line[read] = '\0';
	(void)fclose(file);
	return err;
}

/* The line of the log is one of JSON, and what it tells is a line for --jangkar. */
static void a_signed_head_is_a_line_of_the_log_and_an_anchor(void **state)
{
	struct room room = room_open(5);
	struct said said = said_open(&room);
	char line[600], path[] = "/tmp/abdi-jangkar.XXXXXX";
	int file = mkstemp(path);

	(void)state;
	assert_int_equal(logged(&room, line, sizeof(line)), ERR_OK);
	char *text = strstr(line, "\"event\":\"audit.head\",\"text\":\"uji 5 ");
	assert_non_null(text);
	assert_int_equal(line[0], '{');
	assert_string_equal(line + strlen(line) - 3, "\"}\n");
	assert_ptr_equal(strchr(line, '\n'), line + strlen(line) - 1); /* one line */
	text = strstr(text, "uji 5 ");
	size_t length = strlen(text) - 3;
	assert_int_equal(length, strlen("uji 5 ") + 2 * CRYPTO_HASH_LEN);
	assert_int_equal(write(file, text, length), (ssize_t)length);
	assert_int_equal(close(file), 0);
	said.cli.anchor_path = path;
	assert_int_equal(run_cli(&said, audit_cli_verify), ERR_OK);
	store_test_sql(room.store, &room.instansi,
		       "DELETE FROM audit_kepala WHERE instansi_id = $1");
	store_test_sql(room.store, &room.instansi,
		       "DELETE FROM audit WHERE instansi_id = $1 AND nomor > 4");
	assert_int_equal(run_cli(&said, audit_cli_verify), ERR_CONFLICT);
	assert_non_null(strstr(said.text, "RUSAK pada entri 5"));
	assert_int_equal(logged(&room, line, sizeof(line)), ERR_OK);
	assert_non_null(strstr(line, "uji 4 "));
	assert_int_equal(logged(&room, line, sizeof(line)), ERR_OK);
	assert_string_equal(line, ""); /* nothing moved, nothing told */
	remove(path);
	free(said.text);
	room_close(&room);
}

static void printed_heads_prove_a_later_loss(void **state)
{
	struct room room = room_signed();
	struct said said = said_open(&room);
	char path[] = "/tmp/abdi-jangkar.XXXXXX";
	int file = mkstemp(path);

	(void)state;
	assert_int_equal(run_cli(&said, audit_cli_heads), ERR_OK);
	FILE *kept = fdopen(file, "w");
	assert_true(fputs(said.text, kept) >= 0);
	assert_int_equal(fclose(kept), 0);
	said.cli.anchor_path = path;
	assert_int_equal(run_cli(&said, audit_cli_verify), ERR_OK);
	store_test_sql(room.store, &room.instansi,
		       "DELETE FROM audit WHERE instansi_id = $1 AND nomor > 7");
	store_test_sql(room.store, &room.instansi,
		       "DELETE FROM audit_kepala WHERE instansi_id = $1 AND nomor > 7");
	assert_int_equal(run_cli(&said, audit_cli_verify), ERR_CONFLICT);
	assert_non_null(strstr(said.text, "RUSAK pada entri 8"));
	assert_non_null(strstr(said.text, "disimpan di luar"));
	remove(path);
	free(said.text);
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
		cmocka_unit_test(a_deed_with_one_key_happens_once),
		cmocka_unit_test(what_was_undone_leads_to_no_page_that_is_gone),
		cmocka_unit_test(keys_are_forgotten_after_seven_days),
		cmocka_unit_test(the_command_names_the_broken_agency),
		cmocka_unit_test(printed_heads_prove_a_later_loss),
		cmocka_unit_test(a_clock_that_went_back_is_counted_behind_the_limit),
		cmocka_unit_test(the_command_shows_a_clock_that_went_back),
		cmocka_unit_test(a_signed_head_is_a_line_of_the_log_and_an_anchor),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
