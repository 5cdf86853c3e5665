/* SPDX-License-Identifier: Apache-2.0 */
/* Who watches a part of the store learns of its changes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "db/store_test_support.h"

#include <string.h>

struct watching {
	enum err answer; /* of admit */
	int asked, told;
	struct db_mark last;
};

static enum err admit(struct db *db, void *arg)
{
	struct watching *watching = arg;

	assert_true(db_is_writer(db));
	watching->asked++;
	return watching->answer;
}

static void durable(void *arg, const struct db_mark *mark)
{
	struct watching *watching = arg;

	watching->told++;
	watching->last = *mark;
}

struct change {
	const char *name;
	int64_t mark; /* 0: leaves none */
	enum err err;
};

static enum err change_work(struct db *db, void *arg)
{
	const struct change *change = arg;
	struct db_mark mark = {.number = change->mark, .hash = {1, 2, 3}};
	struct sql_block block = {
		.name = "test", .number = -1, .param_count = 2, .is_shared = true};
	block.sqlite = block.postgres = "INSERT INTO rahasia (nama, isi) VALUES ($1, $2)";
	CLEANUP(query_close) struct query *q = query_open(db, &block);

	query_text(q, 1, str_from(change->name));
	query_bytes(q, 2, STR("x"));
	enum err err = query_run(q, NULL);
	if (change->mark)
		db_mark(db, &mark);
	return err ? err : change->err;
}

static int64_t kept(struct store *store)
{
	return store_test_count(store, NULL, "SELECT COUNT(*) FROM rahasia WHERE nama LIKE 'uji%'");
}

static enum err write_change(struct store *store, const struct id *instansi, const char *name,
			     int64_t mark, enum err err)
{
	struct change change = {name, mark, err};

	return store_write(store, instansi, change_work, &change);
}

static void only_marks_of_kept_changes_are_told(void **state)
{
	struct store *store = store_for_test();
	struct watching watching = {0};
	struct store_watch watch = {&watching, admit, durable};

	(void)state;
	store_set_watch(store, &watch);
	struct id instansi = store_test_instansi(store, "uji");
	assert_int_equal(watching.told, 0);
	assert_int_equal(write_change(store, &instansi, "uji1", 7, ERR_OK), ERR_OK);
	assert_int_equal(write_change(store, &instansi, "uji2", 8, ERR_INVALID), ERR_INVALID);
	assert_int_equal(write_change(store, &instansi, "uji3", 0, ERR_OK), ERR_OK);
	assert_int_equal(watching.told, 1);
	assert_int_equal(watching.last.number, 7);
	assert_int_equal(watching.last.hash[2], 3);
	assert_true(id_equal(&watching.last.instansi, &instansi));
	assert_int_equal(kept(store), 2);
	assert_int_equal(watching.asked, 1); /* once for the one connection */
	store_end_test(store);
}

static void a_watcher_that_refuses_lets_nothing_be_kept(void **state)
{
	struct store *store = store_for_test();
	struct id instansi = store_test_instansi(store, "uji");
	struct watching watching = {.answer = ERR_HALTED};
	struct store_watch watch = {&watching, admit, durable};

	(void)state;
	store_set_watch(store, &watch);
	/* The connection is old to the store, but new to the watcher. */
	assert_int_equal(write_change(store, &instansi, "uji1", 7, ERR_OK), ERR_HALTED);
	assert_int_equal(write_change(store, &instansi, "uji2", 8, ERR_OK), ERR_HALTED);
	assert_int_equal(watching.told, 0);
	assert_int_equal(kept(store), 0);
	watching.answer = ERR_OK;
	assert_int_equal(write_change(store, &instansi, "uji3", 9, ERR_OK), ERR_OK);
	assert_int_equal(kept(store), 1);
	store_end_test(store);
}

static enum err look_work(struct db *db, void *arg)
{
	struct sql_block block = {.name = "test",
				  .number = -1,
				  .is_shared = true,
				  .sqlite = "SELECT COUNT(*) FROM instansi",
				  .postgres = "SELECT COUNT(*) FROM instansi"};
	CLEANUP(query_close) struct query *q = query_open(db, &block);

	if (query_next(q))
		*(int64_t *)arg = query_column_int(q, 0);
	return query_error(q);
}

static void a_reading_store_reads_and_never_writes(void **state)
{
	struct store *store = store_for_test(), *looking;
	int64_t count = 0;

	(void)state;
	store_test_instansi(store, "uji");
	assert_int_equal(store_open_reading(store_test_url(), &looking), ERR_OK);
	assert_int_equal(store_read(looking, NULL, look_work, &count), ERR_OK);
	assert_int_equal(count, 1);
	assert_int_equal(write_change(looking, NULL, "uji1", 0, ERR_OK), ERR_STORE);
	store_close(looking);
	assert_int_equal(kept(store), 0);
	store_end_test(store);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(only_marks_of_kept_changes_are_told),
		cmocka_unit_test(a_watcher_that_refuses_lets_nothing_be_kept),
		cmocka_unit_test(a_reading_store_reads_and_never_writes),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
