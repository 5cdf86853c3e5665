/* SPDX-License-Identifier: Apache-2.0 */
/* One store, both engines: reads, writes, rollbacks, agencies kept apart. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "db/driver.h"
#include "db/held_writer_test_support.h"
#include "db/store_test_support.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char INSERT[] =
	"INSERT INTO setelan (instansi_id, kunci, berlaku_mulai, nilai) VALUES ($1, $2, $3, $4)";
static const char COUNT[] = "SELECT COUNT(*) FROM setelan WHERE instansi_id = $1";

static const struct sql_block BLOCK_INSERT = {
	"setelan_insert_test", INSERT, INSERT, false, -1, 4, 0};
static const struct sql_block BLOCK_GET = {"setelan_get_test",
					   "SELECT nilai, berlaku_mulai, instansi_id FROM setelan "
					   "WHERE instansi_id = $1 AND kunci = $2",
					   "SELECT nilai, berlaku_mulai, instansi_id FROM setelan "
					   "WHERE instansi_id = $1 AND kunci = $2",
					   false,
					   -1,
					   2,
					   false};

struct setting {
	const char *key, *value;
	enum err then; /* what the work returns afterwards */
	bool is_swallowing;
};

static enum err insert_work(struct db *db, void *arg)
{
	const struct setting *setting = arg;
	CLEANUP(query_close) struct query *q = query_open(db, &BLOCK_INSERT);
	enum err err;

	query_text(q, 2, str_from(setting->key));
	query_date(q, 3, DATE(2026, 11, 24));
	query_text(q, 4, str_from(setting->value));
	err = query_run(q, NULL);
	return err && !setting->is_swallowing ? err : setting->then;
}

static enum err put(struct store *store, const struct id *instansi, const char *key, enum err then)
{
	struct setting setting = {key, "nilai", then, false};

	return store_write(store, instansi, insert_work, &setting);
}

static void a_write_is_there_for_the_next_read(void **state)
{
	struct store *store = store_for_test();
	struct id instansi = store_test_instansi(store, "a");

	(void)state;
	assert_int_equal(put(store, &instansi, "satu", ERR_OK), ERR_OK);
	assert_int_equal(store_test_count(store, &instansi, COUNT), 1);
	store_end_test(store);
}

static enum err columns_work(struct db *db, void *arg)
{
	struct arena *mem = arg;
	CLEANUP(query_close) struct query *q = query_open(db, &BLOCK_GET);

	query_text(q, 2, STR("satu"));
	assert_true(query_next(q));
	assert_true(str_is(query_column_text(q, 0, mem), "nilai"));
	assert_int_equal(date_compare(query_column_date(q, 1), DATE(2026, 11, 24)), 0);
	struct id id = query_column_id(q, 2);
	assert_true(id_equal(&id, db_instansi(db)));
	assert_false(query_next(q));
	return query_error(q);
}

static void columns_come_back_as_they_were_bound(void **state)
{
	struct store *store = store_for_test();
	struct id instansi = store_test_instansi(store, "a");
	struct arena *mem = arena_make();

	(void)state;
	assert_int_equal(put(store, &instansi, "satu", ERR_OK), ERR_OK);
	assert_int_equal(store_read(store, &instansi, columns_work, mem), ERR_OK);
	arena_free(mem);
	store_end_test(store);
}

static void a_work_that_fails_leaves_nothing(void **state)
{
	struct store *store = store_for_test();
	struct id instansi = store_test_instansi(store, "a");

	(void)state;
	assert_int_equal(put(store, &instansi, "satu", ERR_INVALID), ERR_INVALID);
	assert_int_equal(store_test_count(store, &instansi, COUNT), 0);
	store_end_test(store);
}

static void a_broken_unique_key_is_a_conflict_even_when_the_work_looks_away(void **state)
{
	struct store *store = store_for_test();
	struct id instansi = store_test_instansi(store, "a");
	struct setting setting = {"satu", "lain", ERR_OK, true};

	(void)state;
	assert_int_equal(put(store, &instansi, "satu", ERR_OK), ERR_OK);
	assert_int_equal(put(store, &instansi, "satu", ERR_OK), ERR_CONFLICT);
	assert_int_equal(store_write(store, &instansi, insert_work, &setting), ERR_CONFLICT);
	assert_int_equal(store_test_count(store, &instansi, COUNT), 1);
	store_end_test(store);
}

/* ---- Batches ---- */

struct batch_item {
	enum err err;
	struct setting setting;
	char key[16];
};

static enum err batch_item_work(struct db *db, void *arg)
{
	return insert_work(db, &((struct batch_item *)arg)->setting);
}

static void one_failing_item_keeps_its_neighbours_in_the_batch(void **state)
{
	struct store *store = store_for_test();
	struct id instansi = store_test_instansi(store, "a"),
		  other = store_test_instansi(store, "b");
	struct batch_item items[100];

	(void)state;
	writer_hold(store, &instansi);
	for (int i = 0; i < 100; i++) {
		/* Every third breaks a key, every fifth gives up; agencies alternate. */
		snprintf(items[i].key, sizeof(items[i].key), "k%d", i % 3 == 2 ? i - 2 : i);
		items[i].setting = (struct setting){items[i].key, "n",
						    i % 5 == 4 ? ERR_INVALID : ERR_OK, false};
		const struct id *agency = i / 6 % 2 ? &other : &instansi;
		assert_int_equal(store_submit(store, agency, batch_item_work, held_done, &items[i]),
				 ERR_OK);
	}
	writer_release(100);
	int kept = 0;
	for (int i = 0; i < 100; i++) {
		bool is_twin = i % 3 == 2 && items[i - 2].err == ERR_OK;
		enum err expected = is_twin ? ERR_CONFLICT : i % 5 == 4 ? ERR_INVALID : ERR_OK;
		assert_int_equal(items[i].err, expected);
		kept += items[i].err == ERR_OK;
	}
	assert_int_equal(store_test_count(store, &instansi, COUNT) +
				 store_test_count(store, &other, COUNT),
			 kept);
	store_end_test(store);
}

enum manner { ASKS_THEN_CHANGES, CHANGES_UNASKED, ONLY_ASKS, GIVES_UP, MANNERS };

struct late_item {
	struct batch_item item;
	enum manner manner;
	int64_t seen[2]; /* rows of its agency before it, asked twice at once */
};

static const struct sql_block BLOCK_COUNT = {"setelan_count_test", COUNT, COUNT, false, -1, 1, 0};

/* Like a work report: asks, looks at the answers, and leaves its change on its way. */
static enum err late_work(struct db *db, void *arg)
{
	struct late_item *late = arg;

	if (late->manner != CHANGES_UNASKED) {
		CLEANUP(query_close) struct query *first = query_open(db, &BLOCK_COUNT);
		CLEANUP(query_close) struct query *second = query_open(db, &BLOCK_COUNT);
		query_send(first);
		query_send(second);
		late->seen[1] = query_next(second) ? query_column_int(second, 0) : -1;
		late->seen[0] = query_next(first) ? query_column_int(first, 0) : -1;
	}
	if (late->manner == ONLY_ASKS)
		return ERR_OK;
	CLEANUP(query_close) struct query *q = query_open(db, &BLOCK_INSERT);
	query_text(q, 2, str_from(late->item.key));
	query_date(q, 3, DATE(2026, 11, 24));
	query_text(q, 4, STR("nilai"));
	enum err err = query_run_later(q);
	return err ? err : late->manner == GIVES_UP ? ERR_INVALID : ERR_OK;
}

/* Twins break their key only when the engine looks, which may be when the next item has asked
   already. */
static void a_failure_known_late_is_the_items_own(void **state)
{
	enum { COUNT_OF = 240 };
	struct store *store = store_for_test();
	struct id agencies[2] = {store_test_instansi(store, "a"), store_test_instansi(store, "b")};
	struct late_item *items = calloc(COUNT_OF, sizeof(*items));
	int64_t kept[2] = {0};

	(void)state;
	writer_hold(store, &agencies[0]);
	for (int i = 0; i < COUNT_OF; i++) {
		items[i].manner = (enum manner)(i * 7 / 5 % MANNERS);
		(void)snprintf(items[i].item.key, sizeof(items[i].item.key), "k%d",
			       i % 3 == 2 ? i - 1 : i);
		assert_int_equal(
			store_submit(store, &agencies[i / 9 % 2], late_work, held_done, &items[i]),
			ERR_OK);
	}
	writer_release(COUNT_OF);
	for (int i = 0; i < COUNT_OF; i++) {
		const struct late_item *it = &items[i], *twin = i % 3 == 2 ? it - 1 : NULL;
		bool is_taken = twin && i / 9 == (i - 1) / 9 && twin->item.err == ERR_OK &&
				twin->manner != ONLY_ASKS;
		if (it->manner == GIVES_UP) /* before or after it hears of its broken key */
			assert_true(it->item.err == ERR_INVALID ||
				    (is_taken && it->item.err == ERR_CONFLICT));
		else
			assert_int_equal(it->item.err, is_taken && it->manner != ONLY_ASKS
							       ? ERR_CONFLICT
							       : ERR_OK);
		int64_t *rows = &kept[i / 9 % 2];
		if (it->manner != CHANGES_UNASKED) {
			assert_int_equal(it->seen[0], *rows);
			assert_int_equal(it->seen[1], *rows);
		}
		*rows += it->item.err == ERR_OK && it->manner != ONLY_ASKS;
	}
	for (int i = 0; i < 2; i++)
		assert_int_equal(store_test_count(store, &agencies[i], COUNT), kept[i]);
	free(items);
	store_end_test(store);
}

static void a_full_queue_says_busy(void **state)
{
	struct store *store = store_for_test();
	struct id instansi = store_test_instansi(store, "a");
	struct batch_item *items = calloc(1100, sizeof(*items));
	int taken = 0;
	enum err err = ERR_OK;

	(void)state;
	writer_hold(store, &instansi);
	for (; taken < 1100 && !err; taken++) {
		snprintf(items[taken].key, sizeof(items[taken].key), "k%d", taken);
		items[taken].setting = (struct setting){items[taken].key, "n", ERR_OK, false};
		err = store_submit(store, &instansi, batch_item_work, held_done, &items[taken]);
	}
	assert_int_equal(err, ERR_BUSY);
	assert_int_equal(taken, 1025);
	writer_release(1024);
	assert_int_equal(store_test_count(store, &instansi, COUNT), 1024);
	free(items);
	store_end_test(store);
}

struct racer {
	struct store *store;
	struct id instansi;
	int number, failed;
};

static void *race(void *arg)
{
	struct racer *racer = arg;

	for (int i = 0; i < 50; i++) {
		char key[32];
		snprintf(key, sizeof(key), "r%d-%d", racer->number, i);
		if (put(racer->store, &racer->instansi, key, ERR_OK))
			racer->failed++;
		if (store_test_count(racer->store, &racer->instansi, COUNT) <= i)
			racer->failed++;
	}
	return NULL;
}

static void many_threads_write_and_read_what_they_wrote(void **state)
{
	struct store *store = store_for_test();
	struct id instansi = store_test_instansi(store, "a");
	struct racer racers[16];
	pthread_t threads[16];

	(void)state;
	for (int i = 0; i < 16; i++) {
		racers[i] = (struct racer){store, instansi, i, 0};
		assert_int_equal(pthread_create(&threads[i], NULL, race, &racers[i]), 0);
	}
	for (int i = 0; i < 16; i++) {
		pthread_join(threads[i], NULL);
		assert_int_equal(racers[i].failed, 0);
	}
	assert_int_equal(store_test_count(store, &instansi, COUNT), 16 * 50);
	store_end_test(store);
}

/* ---- Agencies ---- */

static void another_agency_sees_nothing(void **state)
{
	struct store *store = store_for_test();
	struct id instansi = store_test_instansi(store, "a"),
		  other = store_test_instansi(store, "b");

	(void)state;
	assert_int_equal(put(store, &instansi, "satu", ERR_OK), ERR_OK);
	assert_int_equal(store_test_count(store, &other, COUNT), 0);
	store_end_test(store);
}

static enum err steal_work(struct db *db, void *arg)
{
	static const char TEXT[] = "UPDATE setelan SET nilai = 'dicuri' WHERE kunci = 'satu'";
	static const struct sql_block block = {"steal", TEXT, TEXT, true, -1, 0, 0};
	CLEANUP(query_close) struct query *q = query_open(db, &block);

	return query_run(q, arg);
}

static enum err plant_work(struct db *db, void *arg)
{
	static const char TEXT[] = "INSERT INTO setelan (instansi_id, kunci, berlaku_mulai, nilai) "
				   "VALUES ($1, 'x', '', '')";
	static const struct sql_block block = {"plant", TEXT, TEXT, true, -1, 1, false};
	CLEANUP(query_close) struct query *q = query_open(db, &block);

	query_id(q, 1, arg);
	return query_run(q, NULL);
}

static void postgres_itself_keeps_agencies_apart(void **state)
{
	struct store *store = store_for_test();

	(void)state;
	if (strcmp(store_engine(store), "postgres") != 0) {
		store_end_test(store);
		skip();
	}
	struct id instansi = store_test_instansi(store, "a"),
		  other = store_test_instansi(store, "b");
	int64_t changed = -1;
	assert_int_equal(put(store, &instansi, "satu", ERR_OK), ERR_OK);
	/* A statement that forgot its agency: under another one, and under none. */
	assert_int_equal(store_write(store, &other, steal_work, &changed), ERR_OK);
	assert_int_equal(changed, 0);
	assert_int_equal(store_write(store, NULL, steal_work, &changed), ERR_OK);
	assert_int_equal(changed, 0);
	assert_int_equal(store_write(store, &other, plant_work, &instansi), ERR_STORE);
	assert_int_equal(store_write(store, &instansi, steal_work, &changed), ERR_OK);
	assert_int_equal(changed, 1);
	assert_int_equal(
		store_test_count(
			store, NULL,
			"SELECT COUNT(*) FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid "
			"WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' "
			"AND "
			"a.attname = 'instansi_id' AND NOT c.relforcerowsecurity"),
		3);
	store_end_test(store);
}

static enum err narrow_work(struct db *db, void *arg)
{
	struct setting setting = {"sempit", "n", ERR_OK, false};

	db_use_instansi(db, arg);
	return insert_work(db, &setting);
}

static void a_write_without_an_agency_may_narrow_itself_to_one(void **state)
{
	struct store *store = store_for_test();
	struct id instansi = store_test_instansi(store, "a");
	struct setting setting = {"tanpa", "n", ERR_OK, false};

	(void)state;
	assert_int_equal(store_write(store, NULL, narrow_work, &instansi), ERR_OK);
	assert_int_equal(store_write(store, NULL, insert_work, &setting), ERR_STORE);
	assert_int_equal(put(store, &instansi, "lagi", ERR_OK), ERR_OK);
	assert_int_equal(store_test_count(store, &instansi, COUNT), 2);
	store_end_test(store);
}

static void a_reader_cannot_write(void **state)
{
	struct store *store = store_for_test();
	struct id instansi = store_test_instansi(store, "a");
	struct setting setting = {"baca", "n", ERR_OK, false};

	(void)state;
	assert_int_equal(store_read(store, &instansi, insert_work, &setting), ERR_STORE);
	assert_int_equal(store_test_count(store, &instansi, COUNT), 0);
	store_end_test(store);
}

static enum err inner_read(struct db *db, void *arg)
{
	const int64_t *expected = arg;

	/* Written meanwhile by another: not in this snapshot, but in a new one. */
	assert_int_equal(put(db_store(db), db_instansi(db), "dalam", ERR_OK), ERR_OK);
	CLEANUP(query_close) struct query *q = query_open(db, &BLOCK_GET);
	query_text(q, 2, STR("dalam"));
	assert_false(query_next(q));
	assert_int_equal(store_test_count(db_store(db), db_instansi(db), COUNT), *expected);
	return query_error(q);
}

static enum err outer_read(struct db *db, void *arg)
{
	CLEANUP(query_close) struct query *q = query_open(db, &BLOCK_GET);

	query_text(q, 2, STR("luar"));
	assert_true(query_next(q));
	return inner_read(db, arg);
}

static void a_read_keeps_its_snapshot(void **state)
{
	struct store *store = store_for_test();
	struct id instansi = store_test_instansi(store, "a");
	int64_t expected = 2;

	(void)state;
	assert_int_equal(put(store, &instansi, "luar", ERR_OK), ERR_OK);
	assert_int_equal(store_read(store, &instansi, outer_read, &expected), ERR_OK);
	store_end_test(store);
}

/* ---- Migration ---- */

static void migrating_twice_changes_nothing(void **state)
{
	struct store *store = store_for_test();
	struct id instansi = store_test_instansi(store, "a");
	int64_t steps = store_test_count(store, NULL, "SELECT COUNT(*) FROM migrasi");

	(void)state;
	assert_int_equal(store_migrate(store), ERR_OK);
	assert_int_equal(store_test_count(store, NULL, "SELECT COUNT(*) FROM migrasi"), steps);
	assert_int_equal(put(store, &instansi, "satu", ERR_OK), ERR_OK);
	store_end_test(store);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_write_is_there_for_the_next_read),
		cmocka_unit_test(columns_come_back_as_they_were_bound),
		cmocka_unit_test(a_work_that_fails_leaves_nothing),
		cmocka_unit_test(a_broken_unique_key_is_a_conflict_even_when_the_work_looks_away),
		cmocka_unit_test(one_failing_item_keeps_its_neighbours_in_the_batch),
		cmocka_unit_test(a_failure_known_late_is_the_items_own),
		cmocka_unit_test(a_full_queue_says_busy),
		cmocka_unit_test(many_threads_write_and_read_what_they_wrote),
		cmocka_unit_test(another_agency_sees_nothing),
		cmocka_unit_test(postgres_itself_keeps_agencies_apart),
		cmocka_unit_test(a_write_without_an_agency_may_narrow_itself_to_one),
		cmocka_unit_test(a_reader_cannot_write),
		cmocka_unit_test(a_read_keeps_its_snapshot),
		cmocka_unit_test(migrating_twice_changes_nothing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
