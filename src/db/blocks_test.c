/* SPDX-License-Identifier: Apache-2.0 */
/* Every SQL block is prepared on the engine at hand, with its real types. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "db/driver.h"
#include "db/store_test_support.h"

#include <stdio.h>
#include <string.h>

/* A transaction for each block: a failed statement ends it on PostgreSQL. Null in every place
   changes nothing that lasts, because the work gives up afterwards. */
static enum err block_work(struct db *db, void *arg)
{
	const struct sql_block *block = arg;
	CLEANUP(query_close) struct query *q = query_open(db, block);

	for (int n = 1; n <= block->param_count; n++)
		query_null(q, n);
	while (query_next(q))
		;
	return query_error(q) == ERR_STORE ? ERR_STORE : ERR_NOT_FOUND;
}

static enum err prepare_work(struct db *db, void *arg)
{
	const struct sql_block *block = arg;
	char text[16384];
	struct sql_block explain = {.name = block->name,
				    .sqlite = text,
				    .postgres = text,
				    .is_shared = true,
				    .number = -1,
				    .param_count = block->param_count};

	/* EXPLAIN ANALYZE would mean something else: statistics are made and given up. */
	const char *own = db->conn->driver->text_of(block);
	bool is_plan = strncmp(own, "ANALYZE", 7) != 0;
	snprintf(text, sizeof(text), "%s%s", is_plan ? "EXPLAIN " : "", own);
	return block_work(db, &explain);
}

static void every_block_is_understood_by_the_engine(void **state)
{
	struct store *store = store_for_test();
	struct id instansi = store_test_instansi(store, "uji");
	int bad = 0;

	(void)state;
	for (int i = 0; i < SQL_BLOCK_COUNT; i++) {
		struct sql_block block = *SQL_BLOCKS[i];
		if (store_write(store, &instansi, prepare_work, &block) != ERR_NOT_FOUND) {
			print_message("%s is refused by %s\n", block.name, store_engine(store));
			bad++;
		}
	}
	assert_int_equal(bad, 0);
	store_end_test(store);
}

static void every_block_names_its_agency_and_its_place(void **state)
{
	(void)state;
	for (int i = 0; i < SQL_BLOCK_COUNT; i++) {
		assert_int_equal(SQL_BLOCKS[i]->number, i);
		assert_true(SQL_BLOCKS[i]->is_shared || SQL_BLOCKS[i]->param_count >= 1);
		assert_true(SQL_BLOCKS[i]->param_count <= QUERY_PARAMS_MAX);
	}
}

/* The trail and its signed heads are only ever added to. */
static void no_block_changes_or_removes_the_audit_trail(void **state)
{
	static const char *const tables[] = {"audit", "audit_kepala"};
	static const char *const deeds[] = {"UPDATE", "DELETE FROM"};

	(void)state;
	for (int i = 0; i < SQL_BLOCK_COUNT; i++)
		for (size_t k = 0; k < 4; k++) {
			char text[40];
			(void)snprintf(text, sizeof(text), "%s %s ", deeds[k / 2], tables[k % 2]);
			if (strstr(SQL_BLOCKS[i]->sqlite, text) ||
			    strstr(SQL_BLOCKS[i]->postgres, text))
				fail_msg("block %s: %s", SQL_BLOCKS[i]->name, text);
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_block_is_understood_by_the_engine),
		cmocka_unit_test(every_block_names_its_agency_and_its_place),
		cmocka_unit_test(no_block_changes_or_removes_the_audit_trail),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
