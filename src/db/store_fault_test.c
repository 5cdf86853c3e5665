/* SPDX-License-Identifier: Apache-2.0 */
/* Sudden death, a full disk, a lost connection: what was acknowledged stays, what was not is
   never claimed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "db/driver.h"
#include "db/store_state.h"
#include "db/store_test_support.h"

#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static const char INSERT[] =
	"INSERT INTO setelan (instansi_id, kunci, berlaku_mulai, nilai) VALUES ($1, $2, '', $3)";
static const char GET[] = "SELECT nilai FROM setelan WHERE instansi_id = $1 AND kunci = $2";
static const char COUNT[] = "SELECT COUNT(*) FROM setelan WHERE instansi_id = $1";
static const struct sql_block BLOCK_INSERT = {
	"setelan_insert_test", INSERT, INSERT, false, -1, 3, false};
static const struct sql_block BLOCK_GET = {"setelan_get_test", GET, GET, false, -1, 2, false};

struct setting {
	const char *key;
	struct str value;
};

static enum err insert_work(struct db *db, void *arg)
{
	const struct setting *setting = arg;
	CLEANUP(query_close) struct query *q = query_open(db, &BLOCK_INSERT);

	query_text(q, 2, str_from(setting->key));
	query_text(q, 3, setting->value);
	return query_run(q, NULL);
}

static enum err put(struct store *store, const struct id *instansi, const char *key)
{
	struct setting setting = {key, STR("nilai")};

	return store_write(store, instansi, insert_work, &setting);
}

/* ---- kill -9 ---- */

struct dying {
	struct store *store;
	struct id instansi;
	int number, out;
};

static void *write_for_ever(void *arg)
{
	struct dying *dying = arg;

	for (int i = 0;; i++) {
		char key[32] = {0};
		snprintf(key, sizeof(key), "w%d-%d", dying->number, i);
		if (put(dying->store, &dying->instansi, key) == ERR_OK)
			(void)!write(dying->out, key, sizeof(key));
	}
	return NULL;
}

static void child_run(const char *url, struct id instansi, int out)
{
	struct dying dying[8];
	struct store *store;
	pthread_t thread;

	if (store_open(url, &store))
		_exit(1);
	for (int i = 0; i < 8; i++) {
		dying[i] = (struct dying){store, instansi, i, out};
		if (pthread_create(&thread, NULL, write_for_ever, &dying[i]))
			_exit(1);
	}
	pause();
	_exit(1);
}

static enum err has_work(struct db *db, void *arg)
{
	CLEANUP(query_close) struct query *q = query_open(db, &BLOCK_GET);

	query_text(q, 2, str_from(arg));
	return query_next(q) ? ERR_OK : ERR_NOT_FOUND;
}

#define KEYS_MAX 50000

struct keys {
	char at[KEYS_MAX][32];
	int count;
};

/* Takes keys until the pipe closes; kills the child when its time is over, in the middle of its
   writing. */
static void keys_take(struct keys *keys, int in, pid_t child, int64_t milliseconds)
{
	struct timespec begin, now;
	bool is_killed = false;

	clock_gettime(CLOCK_MONOTONIC, &begin);
	while (read(in, keys->at[keys->count], sizeof(keys->at[0])) ==
	       (ssize_t)sizeof(keys->at[0])) {
		clock_gettime(CLOCK_MONOTONIC, &now);
		int64_t passed = (now.tv_sec - begin.tv_sec) * 1000 +
				 (now.tv_nsec - begin.tv_nsec) / 1000000;
		if (!is_killed && (passed > milliseconds || keys->count > KEYS_MAX - 5000)) {
			kill(child, SIGKILL);
			is_killed = true;
		}
		keys->count++;
	}
	kill(child, SIGKILL);
	waitpid(child, NULL, 0);
}

/* Returns how many writes a killed child was told of; each must be there. */
static int kill_round(struct id instansi, int64_t milliseconds)
{
	struct keys *keys = calloc(1, sizeof(*keys));
	struct store *store;
	int ends[2];

	assert_non_null(keys);
	assert_int_equal(pipe(ends), 0);
	pid_t child = fork();
	if (child == 0)
		child_run(store_test_url(), instansi, ends[1]);
	close(ends[1]);
	keys_take(keys, ends[0], child, milliseconds);
	close(ends[0]);
	int acknowledged = keys->count;
	assert_int_equal(store_open(store_test_url(), &store), ERR_OK);
	for (int i = 0; i < acknowledged; i++)
		assert_int_equal(store_read(store, &instansi, has_work, keys->at[i]), ERR_OK);
	assert_true(store_test_count(store, &instansi, COUNT) >= acknowledged);
	store_test_sql(store, &instansi, "DELETE FROM setelan WHERE instansi_id = $1");
	store_close(store);
	free(keys);
	return acknowledged;
}

static void a_kill_in_the_middle_loses_nothing_acknowledged(void **state)
{
	struct store *store = store_for_test();
	struct id instansi = store_test_instansi(store, "a");
	int acknowledged = 0;

	(void)state;
	store_close(store);
	for (int i = 0; i < 6; i++)
		acknowledged += kill_round(instansi, 60 + 37 * i);
	print_message("acknowledged %d, lost 0\n", acknowledged);
	assert_true(acknowledged > 0);
	store_end_test(NULL);
}

/* ---- Options of the server ---- */

/* As the server of these tests has it (tools/with_postgres). */
static void a_server_that_may_lose_what_was_confirmed_is_not_written_to(void **state)
{
	struct store *store = store_for_test();
	const char *may_be_off = getenv("ABDI_DB_MAY_BE_OFF");

	(void)state;
	if (store_is_remote(store) && may_be_off) {
		store_close(store);
		assert_int_equal(store_let_off(STR("fsync")), ERR_OK);
		assert_int_equal(store_open(store_test_url(), &store), ERR_STORE);
		assert_int_equal(store_let_off(STR("full_page_writes")), ERR_OK);
		assert_int_equal(store_open(store_test_url(), &store), ERR_STORE);
		assert_int_equal(store_let_off(STR("full_page_writes, fsync")), ERR_OK);
		assert_int_equal(store_open(store_test_url(), &store), ERR_OK);
	}
	assert_int_equal(store_let_off(STR("fsync,synchronous_commit")), ERR_INVALID);
	store_end_test(store);
}

/* ---- The disk ---- */

/* Runs in a child: the limit on file sizes stands for a disk that refuses. */
static int disk_child(void)
{
	static char large[200000];
	struct store *store;
	struct rlimit small = {4096, RLIM_INFINITY}, open_again = {RLIM_INFINITY, RLIM_INFINITY};

	signal(SIGXFSZ, SIG_IGN);
	memset(large, 'x', sizeof(large));
	store = store_for_test();
	struct id instansi = store_test_instansi(store, "a");
	struct setting setting = {"besar", {large, sizeof(large)}};
	if (put(store, &instansi, "sebelum"))
		return 1;
	setrlimit(RLIMIT_FSIZE, &small);
	if (store_write(store, &instansi, insert_work, &setting) != ERR_UNKNOWN)
		return 2;
	setrlimit(RLIMIT_FSIZE, &open_again);
	if (put(store, &instansi, "sesudah") !=
	    ERR_STORE) /* it may work again, but nobody knows what is there */
		return 3;
	if (store_test_count(store, &instansi, COUNT) != 1) /* reading goes on */
		return 4;
	store_close(store);
	if (store_open(store_test_url(), &store) || store_test_count(store, &instansi, COUNT) != 1)
		return 5;
	if (put(store, &instansi, "setelah_mulai_ulang"))
		return 6;
	store_end_test(store);
	return 0;
}

static void a_refusing_disk_stops_all_writing(void **state)
{
	int status = 0;

	(void)state;
	if (driver_for(store_test_prepare()) != &DRIVER_SQLITE) {
		store_end_test(NULL);
		skip();
	}
	store_end_test(NULL);
	pid_t child = fork();
	if (child == 0)
		_exit(disk_child());
	waitpid(child, &status, 0);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 0);
}

/* ---- The connection ---- */

static enum err cut_work(struct db *db, void *arg)
{
	enum err err = arg ? insert_work(db, arg) : ERR_OK;

	return err ? err : store_test_cut(db);
}

static void a_lost_connection_acknowledges_nothing_and_comes_back(void **state)
{
	struct store *store = store_for_test();
	struct id instansi = store_test_instansi(store, "a");
	struct setting setting = {"hilang", STR("nilai")};

	(void)state;
	if (strcmp(store_engine(store), "postgres") != 0) {
		store_end_test(store);
		skip();
	}
	assert_int_equal(put(store, &instansi, "sebelum"), ERR_OK);
	assert_int_equal(store_write(store, &instansi, cut_work, &setting), ERR_STORE);
	assert_int_equal(store_test_count(store, &instansi, COUNT), 1);
	assert_int_equal(put(store, &instansi, "sesudah"), ERR_OK);
	/* Cut while idle, from a reader's own connection: nobody notices. */
	assert_int_equal(store_read(store, &instansi, cut_work, NULL), ERR_STORE);
	assert_int_equal(put(store, &instansi, "lagi"), ERR_OK);
	assert_int_equal(store_test_count(store, &instansi, COUNT), 3);
	store_end_test(store);
}

/* A trigger that waits for the commit ends the session in the middle of it. */
static void a_connection_lost_while_committing_is_unknown(void **state)
{
	struct store *store = store_for_test();
	struct id instansi = store_test_instansi(store, "a");

	(void)state;
	if (strcmp(store_engine(store), "postgres") != 0) {
		store_end_test(store);
		skip();
	}
	(void)store_test_sql(
		store, NULL,
		"CREATE FUNCTION putus() RETURNS trigger LANGUAGE plpgsql AS $f$ "
		"BEGIN IF NEW.kunci = 'putus' THEN PERFORM "
		"pg_terminate_backend(pg_backend_pid()); END IF; RETURN NULL; END $f$");
	(void)store_test_sql(store, NULL,
			     "CREATE CONSTRAINT TRIGGER putus AFTER INSERT ON setelan DEFERRABLE "
			     "INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION putus()");
	assert_int_equal(put(store, &instansi, "sebelum"), ERR_OK);
	assert_int_equal(put(store, &instansi, "putus"), ERR_UNKNOWN);
	assert_int_equal(put(store, &instansi, "sesudah"), ERR_OK);
	assert_int_equal(store_test_count(store, &instansi, COUNT), 2);
	store_end_test(store);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_kill_in_the_middle_loses_nothing_acknowledged),
		cmocka_unit_test(a_server_that_may_lose_what_was_confirmed_is_not_written_to),
		cmocka_unit_test(a_refusing_disk_stops_all_writing),
		cmocka_unit_test(a_lost_connection_acknowledges_nothing_and_comes_back),
		cmocka_unit_test(a_connection_lost_while_committing_is_unknown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
