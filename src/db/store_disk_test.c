/* SPDX-License-Identifier: Apache-2.0 */
/* A disk without room heals, a disk that fails does not: each write is answered with what became of
   it. The disk is ours: writing and syncing go through this program first. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "db/store_state.h"
#include "db/store_test_support.h"

#include <dlfcn.h>
#include <errno.h>
#include <sched.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/types.h>

static const char COUNT[] = "SELECT COUNT(*) FROM setelan WHERE instansi_id = $1";
static const char INSERT[] = "INSERT INTO setelan (instansi_id, kunci, berlaku_mulai, nilai) "
			     "VALUES ($1, 'a' || random(), '', 'nilai')";

static atomic_bool is_full, is_failing;

ssize_t pwrite64(int file, const void *bytes, size_t len, off_t at)
{
	static ssize_t (*real)(int, const void *, size_t, off_t);

	if (!real)
		*(void **)&real = dlsym(RTLD_NEXT, "pwrite64");
	if (atomic_load(&is_full)) {
		errno = ENOSPC;
		return -1;
	}
	return real(file, bytes, len, at);
}

static int sync_as_told(const char *name, int file)
{
	int (*real)(int);

	*(void **)&real = dlsym(RTLD_NEXT, name);
	if (atomic_load(&is_failing)) {
		errno = EIO;
		return -1;
	}
	return real(file);
}

int fsync(int file)
{
	return sync_as_told("fsync", file);
}

int fdatasync(int file)
{
	return sync_as_told("fdatasync", file);
}

static enum err insert_work(struct db *db, void *arg)
{
	struct sql_block block = {.name = "disk_test", .number = -1, .param_count = 1};
	(void)arg;
	block.sqlite = block.postgres = INSERT;
	CLEANUP(query_close) struct query *q = query_open(db, &block);

	return query_run(q, NULL);
}

static enum err put(struct store *store, const struct id *instansi)
{
	return store_write(store, instansi, insert_work, NULL);
}

static struct store *sqlite_only(void)
{
	struct store *store = store_for_test();

	if (strcmp(store_engine(store), "sqlite") == 0)
		return store;
	store_end_test(store);
	return NULL;
}

static void a_full_disk_refuses_and_heals_by_itself(void **state)
{
	struct store *store = sqlite_only();

	(void)state;
	if (!store)
		skip();
	struct id instansi = store_test_instansi(store, "a");
	assert_int_equal(put(store, &instansi), ERR_OK);
	atomic_store(&is_full, true);
	assert_int_equal(put(store, &instansi), ERR_STORE);
	assert_int_equal(put(store, &instansi), ERR_STORE);
	assert_int_equal(store_state(store), STORE_FULL);
	assert_int_equal(store_test_count(store, &instansi, COUNT), 1); /* reading goes on */
	atomic_store(&is_full, false);
	while (store_state(store) != STORE_WRITABLE) /* nobody writes: it looks by itself */
		(void)sched_yield();
	assert_int_equal(put(store, &instansi), ERR_OK);
	assert_int_equal(store_test_count(store, &instansi, COUNT), 2);
	store_end_test(store);
}

static void count_failure(void *arg)
{
	atomic_fetch_add((atomic_int *)arg, 1);
}

static void a_failed_sync_is_unknown_and_ends_all_writing(void **state)
{
	struct store *store = sqlite_only();
	static atomic_int failures;

	(void)state;
	if (!store)
		skip();
	struct id instansi = store_test_instansi(store, "a");
	store_on_failure(store, count_failure, &failures);
	assert_int_equal(put(store, &instansi), ERR_OK);
	atomic_store(&is_failing, true);
	assert_int_equal(put(store, &instansi), ERR_UNKNOWN);
	atomic_store(&is_failing, false);
	assert_int_equal(put(store, &instansi), ERR_STORE); /* never again in this process */
	assert_int_equal(store_state(store), STORE_FAILED);
	store_close(store);
	assert_int_equal(atomic_load(&failures), 1); /* told once, after the answer */
	assert_int_equal(store_open(store_test_url(), &store), ERR_OK);
	assert_true(store_test_count(store, &instansi, COUNT) >= 1);
	assert_int_equal(put(store, &instansi), ERR_OK);
	store_end_test(store);
}

static void a_file_has_one_server(void **state)
{
	struct store *store = sqlite_only(), *other;

	(void)state;
	if (!store)
		skip();
	assert_int_equal(store_claim(store), ERR_OK);
	assert_int_equal(store_open(store_test_url(), &other), ERR_OK);
	assert_int_equal(store_claim(other), ERR_BUSY);
	store_close(other);
	assert_int_equal(store_open(store_test_url(), &other), ERR_OK);
	store_end_test(store); /* the first one ends */
	assert_int_equal(store_claim(other), ERR_OK);
	store_close(other);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_full_disk_refuses_and_heals_by_itself),
		cmocka_unit_test(a_failed_sync_is_unknown_and_ends_all_writing),
		cmocka_unit_test(a_file_has_one_server),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
