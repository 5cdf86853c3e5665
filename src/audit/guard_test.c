/* SPDX-License-Identifier: Apache-2.0 */
/* What a database that was put back is told by. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "audit/audit_cli.h"
#include "audit/guard.h"
#include "db/store_test_support.h"
#include "law/access.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const struct actor ACTOR = {.akun_id = {{1}}, .is_signed_in = true};

/* A server's life: its store, the guard, and the folder beside the data. */
struct house {
	struct store *store;
	struct guard *guard;
	struct id instansi;
	char dir[64];
};

static enum err add_work(struct db *db, void *arg)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct job job = {.mem = mem,
			  .db = db,
			  .actor = &ACTOR,
			  .now = *(int64_t *)arg,
			  .request_id = STR("r1")};
	struct audit_entry entry = {.deed = "skp.submit", .object = {{7}}};

	return audit_add(&job, &entry);
}

static enum err add(struct house *house, int64_t now)
{
	return store_write(house->store, &house->instansi, add_work, &now);
}

static struct house house_open(int entries)
{
	struct house house = {.store = store_for_test(), .dir = "/tmp/abdi-guard.XXXXXX"};

	assert_non_null(mkdtemp(house.dir));
	house.instansi = store_test_instansi(house.store, "uji");
	assert_int_equal(guard_open(house.store, house.dir, &house.guard), ERR_OK);
	for (int i = 1; i <= entries; i++)
		assert_int_equal(add(&house, i), ERR_OK);
	return house;
}

/* The one file of heads; "" when there is none. */
static void file_of(const struct house *house, char path[400])
{
	DIR *dir = opendir(house->dir);
	const struct dirent *entry;

	path[0] = '\0';
	while ((entry = readdir(dir)))
		if (strncmp(entry->d_name, "kepala-", 7) == 0)
			(void)snprintf(path, 400, "%s/%s", house->dir, entry->d_name);
	(void)closedir(dir);
}

static void house_close(struct house *house)
{
	char path[400];

	guard_close(house->guard);
	store_end_test(house->store);
	for (file_of(house, path); path[0]; file_of(house, path))
		assert_int_equal(unlink(path), 0);
	assert_int_equal(rmdir(house->dir), 0);
}

/* The server ends and starts again on whatever the database holds now. tamper runs in between. */
static void restart(struct house *house, const char *tamper, bool saves)
{
	if (saves)
		guard_save(house->guard);
	if (tamper)
		(void)store_test_sql(house->store, &house->instansi, tamper);
	store_close(house->store);
	guard_close(saves ? house->guard : NULL);
	assert_int_equal(store_open(store_test_url(), &house->store), ERR_OK);
	assert_int_equal(guard_open(house->store, house->dir, &house->guard), ERR_OK);
}

static int64_t entries(struct house *house)
{
	return store_test_count(house->store, &house->instansi,
				"SELECT COUNT(*) FROM audit WHERE instansi_id = $1");
}

static void an_untouched_database_goes_on(void **state)
{
	struct house house = house_open(5);

	(void)state;
	restart(&house, NULL, true);
	assert_false(guard_is_halted(house.guard));
	assert_int_equal(add(&house, 100), ERR_OK);
	assert_int_equal(entries(&house), 6);
	house_close(&house);
}

/* The file is behind by what came after its last save: that is no loss. */
static void a_killed_server_raises_no_false_alarm(void **state)
{
	struct house house = house_open(3);

	(void)state;
	guard_save(house.guard);
	for (int i = 0; i < 20; i++)
		assert_int_equal(add(&house, 100 + i), ERR_OK);
	struct guard *killed = house.guard; /* never saved */
	restart(&house, NULL, false);
	assert_false(guard_is_halted(house.guard));
	assert_int_equal(add(&house, 1000), ERR_OK);
	guard_close(killed);
	house_close(&house);
}

static void a_database_that_went_back_takes_no_change(void **state)
{
	struct house house = house_open(5);

	(void)state;
	restart(&house, "DELETE FROM audit WHERE instansi_id = $1 AND nomor > 3", true);
	assert_true(guard_is_halted(house.guard));
	assert_int_equal(add(&house, 100), ERR_HALTED);
	assert_int_equal(add(&house, 101), ERR_HALTED);
	assert_int_equal(entries(&house), 3);
	house_close(&house);
}

/* Written on after the roll-back, before the guard came back: the number is there, the entry is
   another. */
static void another_entry_under_the_same_number_takes_no_change(void **state)
{
	struct house house = house_open(5);

	(void)state;
	restart(&house,
		"UPDATE audit SET hash = digest_before WHERE instansi_id = $1 AND nomor = 5", true);
	assert_true(guard_is_halted(house.guard));
	assert_int_equal(add(&house, 100), ERR_HALTED);
	house_close(&house);
}

static int told;

static void tell(void *arg, struct str kode, int64_t before, int64_t now)
{
	(void)arg;
	assert_true(str_is(kode, "uji"));
	assert_int_equal(before, 5);
	assert_int_equal(now, 4);
	told++;
}

static enum err verify_work(struct db *db, void *arg)
{
	struct job job = {.mem = arena_make(), .db = db};
	enum err err = audit_verify(&job, NULL, arg);

	arena_free(job.mem);
	return err;
}

static void a_restored_backup_is_accepted_by_a_person_and_told_in_the_trail(void **state)
{
	struct house house = house_open(5);
	struct guard_accept order = {
		.reason = STR("Cadangan 1 Mei dipulihkan, BA 12/2026"), .now = 500, .tell = tell};
	struct audit_verdict verdict;

	(void)state;
	restart(&house, "DELETE FROM audit WHERE instansi_id = $1 AND nomor > 3", true);
	assert_int_equal(add(&house, 100), ERR_HALTED);
	store_close(house.store);
	guard_close(house.guard);
	assert_int_equal(store_open(store_test_url(), &house.store), ERR_OK);
	order.data_dir = house.dir;
	told = 0;
	assert_int_equal(guard_accept(house.store, &order), ERR_OK);
	assert_int_equal(told, 1);
	assert_int_equal(guard_open(house.store, house.dir, &house.guard), ERR_OK);
	assert_false(guard_is_halted(house.guard));
	assert_int_equal(add(&house, 1000), ERR_OK);
	assert_int_equal(store_test_count(house.store, &house.instansi,
					  "SELECT COUNT(*) FROM audit WHERE instansi_id = $1 AND "
					  "perbuatan = 'audit.accept_restore' AND nomor = 4"),
			 1);
	assert_int_equal(store_read(house.store, &house.instansi, verify_work, &verdict), ERR_OK);
	assert_int_equal(verdict.first_bad, 0);
	assert_int_equal(verdict.heads, 1);
	house_close(&house);
}

static enum err cut_work(struct db *db, void *arg)
{
	(void)arg;
	return store_test_cut(db);
}

/* A fail-over while the server runs: what it has confirmed, also after its last save, is looked for
   on the new connection before anything is kept there. */
static void a_new_connection_to_a_host_that_was_behind_takes_no_change(void **state)
{
	struct house house = house_open(5);

	(void)state;
	if (strcmp(store_engine(house.store), "postgres") != 0) {
		house_close(&house);
		skip();
	}
	/* The same database on a new connection is no alarm. */
	(void)!store_write(house.store, NULL, cut_work, NULL);
	assert_int_equal(add(&house, 50), ERR_OK);
	assert_false(guard_is_halted(house.guard));
	(void)store_test_sql(house.store, &house.instansi,
			     "DELETE FROM audit WHERE instansi_id = $1 AND nomor > 5");
	(void)!store_write(house.store, NULL, cut_work, NULL);
	assert_int_equal(add(&house, 100), ERR_HALTED);
	assert_true(guard_is_halted(house.guard));
	assert_int_equal(entries(&house), 5);
	house_close(&house);
}

static void file_copy(const char *from, const char *to)
{
	char block[65536];
	size_t got;
	FILE *in = fopen(from, "rb"), *out = fopen(to, "wb");

	assert_non_null(in);
	assert_non_null(out);
	while ((got = fread(block, 1, sizeof block, in)) > 0)
		assert_int_equal(fwrite(block, 1, got, out), got);
	assert_int_equal(fclose(in), 0);
	assert_int_equal(fclose(out), 0);
}

/* The whole file of three entries ago is put back while nobody runs: whole in itself, and yet
   found. */
static void a_whole_database_file_put_back_is_found(void **state)
{
	struct house house = house_open(3);
	char copy[200];
	const char *file = strchr(store_test_url(), ':') + 1;

	(void)state;
	if (strcmp(store_engine(house.store), "sqlite") != 0) {
		house_close(&house);
		skip();
	}
	restart(&house, NULL, true);
	store_close(house.store); /* now all of it stands in the one file */
	(void)snprintf(copy, sizeof copy, "%s/kepala-copy.db", house.dir);
	file_copy(file, copy);
	assert_int_equal(store_open(store_test_url(), &house.store), ERR_OK);
	guard_close(house.guard);
	assert_int_equal(guard_open(house.store, house.dir, &house.guard), ERR_OK);
	for (int i = 0; i < 3; i++)
		assert_int_equal(add(&house, 50 + i), ERR_OK);
	store_close(house.store);
	guard_close(house.guard);
	file_copy(copy, file);
	assert_int_equal(store_open(store_test_url(), &house.store), ERR_OK);
	assert_int_equal(guard_open(house.store, house.dir, &house.guard), ERR_OK);
	assert_true(guard_is_halted(house.guard));
	assert_int_equal(add(&house, 100), ERR_HALTED);
	struct audit_cli cli = {
		.store = house.store, .data_dir = house.dir, .out = fopen("/dev/null", "w")};
	assert_int_equal(audit_cli_verify(&cli), ERR_CONFLICT);
	assert_int_equal(fclose(cli.out), 0);
	house_close(&house);
}

static void another_installation_in_the_same_folder_is_no_loss(void **state)
{
	struct house house = house_open(5);

	(void)state;
	guard_close(house.guard);
	store_end_test(house.store);
	house.store = store_for_test();
	house.instansi = store_test_instansi(house.store, "lain");
	assert_int_equal(guard_open(house.store, house.dir, &house.guard), ERR_OK);
	assert_false(guard_is_halted(house.guard));
	assert_int_equal(add(&house, 1), ERR_OK);
	house_close(&house);
}

static void a_broken_file_is_not_taken_for_nothing_remembered(void **state)
{
	struct house house = house_open(5);

	(void)state;
	guard_save(house.guard);
	char path[400];
	file_of(&house, path);
	assert_int_equal(truncate(path, 40), 0);
	store_close(house.store);
	guard_close(house.guard);
	house.guard = NULL;
	assert_int_equal(store_open(store_test_url(), &house.store), ERR_OK);
	assert_int_equal(guard_open(house.store, house.dir, &house.guard), ERR_INVALID);
	house_close(&house);
}

/* Entry 4 is another process's: this one confirmed three. */
static void another_writes(struct house *house)
{
	assert_int_equal(
		store_test_sql(
			house->store, &house->instansi,
			"INSERT INTO audit (instansi_id, nomor, at, akun_id, peran, perbuatan, "
			"objek, alasan, digest_before, digest_after, request_id, hash) SELECT "
			"instansi_id, 4, at, akun_id, peran, perbuatan, objek, alasan, "
			"digest_before, digest_after, request_id, hash FROM audit WHERE "
			"instansi_id = $1 AND nomor = 3"),
		1);
}

static void what_another_process_wrote_and_is_lost_takes_no_change(void **state)
{
	static const char lost[] = "DELETE FROM audit WHERE instansi_id = $1 AND nomor = 4";

	(void)state;
	for (int learns = 0; learns <= 1; learns++) {
		struct house house = house_open(3);
		another_writes(&house);
		if (learns)
			assert_int_equal(guard_learn(house.guard, house.store), ERR_OK);
		restart(&house, lost, true);
		assert_int_equal(guard_is_halted(house.guard), learns);
		assert_int_equal(add(&house, 100), learns ? ERR_HALTED : ERR_OK);
		if (learns) /* and nothing is learned from a database that went back */
			assert_int_equal(guard_learn(house.guard, house.store), ERR_HALTED);
		house_close(&house);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_untouched_database_goes_on),
		cmocka_unit_test(a_killed_server_raises_no_false_alarm),
		cmocka_unit_test(a_database_that_went_back_takes_no_change),
		cmocka_unit_test(another_entry_under_the_same_number_takes_no_change),
		cmocka_unit_test(a_restored_backup_is_accepted_by_a_person_and_told_in_the_trail),
		cmocka_unit_test(a_new_connection_to_a_host_that_was_behind_takes_no_change),
		cmocka_unit_test(a_whole_database_file_put_back_is_found),
		cmocka_unit_test(another_installation_in_the_same_folder_is_no_loss),
		cmocka_unit_test(a_broken_file_is_not_taken_for_nothing_remembered),
		cmocka_unit_test(what_another_process_wrote_and_is_lost_takes_no_change),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
