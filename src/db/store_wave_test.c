/* SPDX-License-Identifier: Apache-2.0 */
/* Works whose questions travel ahead together: each finds its answers, and what one of them breaks
   is its own. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "db/held_writer_test_support.h"
#include "db/store_test_support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char INSERT[] =
	"INSERT INTO setelan (instansi_id, kunci, berlaku_mulai, nilai) VALUES ($1, $2, '2026-11-24', $3)";
static const char VALUE[] = "SELECT nilai FROM setelan WHERE instansi_id = $1 AND kunci = $2";
static const char COUNT[] = "SELECT COUNT(*) FROM setelan WHERE instansi_id = $1";
static const char BROKEN[] = "SELECT CAST($2 AS INTEGER) / 0 FROM setelan WHERE instansi_id = $1";

static const struct sql_block BLOCK_INSERT = {"wave_insert", INSERT, INSERT, false, -1, 3, 0};
static const struct sql_block BLOCK_VALUE = {"wave_value", VALUE, VALUE, false, -1, 2, 0};
static const struct sql_block BLOCK_COUNT = {"wave_count", COUNT, COUNT, false, -1, 1, 0};
static const struct sql_block BLOCK_BROKEN = {"wave_broken", BROKEN, BROKEN, false, -1, 2, 0};

enum manner {
	ASKS_AHEAD,
	ASKS_MORE, /* than was sent ahead */
	ASKS_OTHERS, /* not what was sent ahead */
	ASKS_NOTHING_AHEAD,
	GIVES_UP_FIRST,
	GIVES_UP_LAST,
	ALONE, /* nothing travels ahead of it */
	MANNERS
};

struct wave_item {
	enum err err;
	enum manner manner;
	char key[16], ground[16]; /* ground: the row it asks for */
	int runs;
	bool has_ground;
	int64_t rows; /* of its agency, as the last run saw them */
};

static struct query *ground_query(struct db *db, const char *key)
{
	struct query *q = query_open(db, &BLOCK_VALUE);

	query_text(q, 2, str_from(key));
	return q;
}

static void wave_ask(struct db *db, void *arg)
{
	const struct wave_item *item = arg;
	CLEANUP(query_close) struct query *q = NULL;

	if (item->manner == ASKS_NOTHING_AHEAD)
		return;
	q = ground_query(db, item->manner == ASKS_OTHERS ? "lain" : item->ground);
	query_leave(&q);
}

static enum err change(struct db *db, const struct wave_item *item)
{
	CLEANUP(query_close) struct query *q = query_open(db, &BLOCK_INSERT);

	query_text(q, 2, str_from(item->key));
	query_text(q, 3, STR("nilai"));
	return query_run_later(q);
}

static int64_t rows_seen(struct db *db)
{
	CLEANUP(query_close) struct query *q = query_open(db, &BLOCK_COUNT);

	return query_next(q) ? query_column_int(q, 0) : -1;
}

static enum err wave_work(struct db *db, void *arg)
{
	struct wave_item *item = arg;
	CLEANUP(query_close) struct query *q = ground_query(db, item->ground);
	enum err err;

	item->runs++;
	item->has_ground = query_next(q);
	if ((err = query_error(q)))
		return err;
	if (item->manner == GIVES_UP_FIRST)
		return ERR_INVALID;
	if (item->manner == ASKS_MORE)
		item->rows = rows_seen(db);
	err = change(db, item);
	return err ? err : item->manner == GIVES_UP_LAST ? ERR_INVALID : ERR_OK;
}

static void submit(struct store *store, const struct id *instansi, struct wave_item *item)
{
	struct store_order order = {.instansi = instansi,
				    .ask = item->manner == ALONE ? NULL : wave_ask,
				    .work = wave_work,
				    .done = held_done,
				    .arg = item};

	assert_int_equal(store_submit_order(store, &order), ERR_OK);
}

static void ground_lay(struct store *store, const struct id *instansi)
{
	store_test_sql(
		store, instansi,
		"INSERT INTO setelan (instansi_id, kunci, berlaku_mulai, nilai) VALUES ($1, 'ada', "
		"'2026-11-24', 'nilai')");
}

/* Two agencies, every manner, and every fifth key there twice. */
static void what_one_breaks_is_its_own(void **state)
{
	enum { ITEMS = 280 };
	struct store *store = store_for_test();
	struct id agencies[2] = {store_test_instansi(store, "a"), store_test_instansi(store, "b")};
	struct wave_item *items = calloc(ITEMS, sizeof(*items));
	int64_t kept[2] = {1, 1};

	(void)state;
	for (int i = 0; i < 2; i++)
		ground_lay(store, &agencies[i]);
	writer_hold(store, &agencies[0]);
	for (int i = 0; i < ITEMS; i++) {
		items[i].manner = (enum manner)(i * 3 / 2 % MANNERS);
		(void)snprintf(items[i].key, sizeof(items[i].key), "k%d", i % 5 == 4 ? i - 1 : i);
		(void)snprintf(items[i].ground, sizeof(items[i].ground), i % 2 ? "ada" : "tiada");
		submit(store, &agencies[i / 20 % 2], &items[i]);
	}
	writer_release(ITEMS);
	for (int i = 0; i < ITEMS; i++) {
		const struct wave_item *it = &items[i];
		bool gives_up = it->manner == GIVES_UP_FIRST || it->manner == GIVES_UP_LAST;
		bool is_taken = i % 5 == 4 && items[i - 1].err == ERR_OK;
		enum err expected = gives_up ? ERR_INVALID : is_taken ? ERR_CONFLICT : ERR_OK;
		int64_t *rows = &kept[i / 20 % 2];
		if (it->manner == GIVES_UP_LAST && is_taken)
			assert_true(it->err == ERR_INVALID || it->err == ERR_CONFLICT);
		else
			assert_int_equal(it->err, expected);
		assert_int_equal(it->has_ground, i % 2);
		if (it->manner == ASKS_MORE)
			assert_int_equal(it->rows, *rows);
		*rows += it->err == ERR_OK;
	}
	for (int i = 0; i < 2; i++)
		assert_int_equal(store_test_count(store, &agencies[i], COUNT), kept[i]);
	free(items);
	store_end_test(store);
}

/* Where answers come later they run once, in one wave; else by themselves. */
static void when_all_goes_well_each_runs_once(void **state)
{
	enum { ITEMS = 60 };
	struct store *store = store_for_test();
	struct id instansi = store_test_instansi(store, "a");
	struct wave_item items[ITEMS];

	(void)state;
	ground_lay(store, &instansi);
	writer_hold(store, &instansi);
	for (int i = 0; i < ITEMS; i++) {
		items[i] = (struct wave_item){.manner = i % 2 ? ASKS_AHEAD : ASKS_MORE,
					      .ground = "ada"};
		(void)snprintf(items[i].key, sizeof(items[i].key), "k%d", i);
		submit(store, &instansi, &items[i]);
	}
	writer_release(ITEMS);
	for (int i = 0; i < ITEMS; i++) {
		assert_int_equal(items[i].err, ERR_OK);
		assert_int_equal(items[i].runs, 1);
		assert_true(items[i].has_ground);
	}
	assert_int_equal(store_test_count(store, &instansi, COUNT), ITEMS + 1);
	store_end_test(store);
}

/* Which is why no work may ask ahead for what another one changes. */
static void an_answer_ahead_is_from_before_the_wave(void **state)
{
	struct store *store = store_for_test();
	struct id instansi = store_test_instansi(store, "a");
	struct wave_item items[2] = {{.key = "k0", .ground = "ada"}, {.key = "k1", .ground = "k0"}};
	bool is_ahead = strcmp(store_engine(store), "postgres") == 0;

	(void)state;
	writer_hold(store, &instansi);
	submit(store, &instansi, &items[0]);
	submit(store, &instansi, &items[1]);
	writer_release(2);
	assert_int_equal(items[0].err, ERR_OK);
	assert_int_equal(items[1].err, ERR_OK);
	assert_int_equal(items[1].has_ground, !is_ahead);
	store_end_test(store);
}

static void broken_ask(struct db *db, void *arg)
{
	CLEANUP(query_close) struct query *q = query_open(db, &BLOCK_BROKEN);

	(void)arg;
	query_text(q, 2, STR("bukan angka"));
	query_leave(&q);
}

/* A question that the server refuses spoils the wave, not the works. */
static void a_question_that_fails_ahead_harms_nobody(void **state)
{
	struct store *store = store_for_test();
	struct id instansi = store_test_instansi(store, "a");
	struct wave_item items[4];

	(void)state;
	ground_lay(store, &instansi);
	writer_hold(store, &instansi);
	for (int i = 0; i < 4; i++) {
		struct store_order order = {.instansi = &instansi,
					    .ask = i == 1 ? broken_ask : wave_ask,
					    .work = wave_work,
					    .done = held_done,
					    .arg = &items[i]};
		items[i] = (struct wave_item){.ground = "ada"};
		(void)snprintf(items[i].key, sizeof(items[i].key), "k%d", i);
		assert_int_equal(store_submit_order(store, &order), ERR_OK);
	}
	writer_release(4);
	for (int i = 0; i < 4; i++)
		assert_int_equal(items[i].err, ERR_OK);
	assert_int_equal(store_test_count(store, &instansi, COUNT), 5);
	store_end_test(store);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_one_breaks_is_its_own),
		cmocka_unit_test(when_all_goes_well_each_runs_once),
		cmocka_unit_test(an_answer_ahead_is_from_before_the_wave),
		cmocka_unit_test(a_question_that_fails_ahead_harms_nobody),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
