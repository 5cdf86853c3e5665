/* SPDX-License-Identifier: Apache-2.0 */
/* The wall between agencies stands in the schema: every table but the few shared ones begins its
   primary key, its unique keys and its foreign keys with the agency, and PostgreSQL guards its
   rows. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "db/driver.h"
#include "db/store_test_support.h"

#include <stdio.h>
#include <string.h>

/* The tables without an agency, as the first migration marks them, and the list of migrations
   itself. */
#define SHARED "('instansi', 'kunci_masuk', 'rahasia', 'dokumen_kode', 'migrasi')"

#define LITE_TABLES                                                                                \
	"sqlite_master t WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%' AND t.name NOT IN " SHARED
#define HERE "connamespace = current_schema()::regnamespace"

enum question { Q_TABLES, Q_PRIMARY, Q_UNIQUE, Q_FOREIGN, Q_GUARD, Q_COUNT };

/* How many tables there are, then how many break each rule. */
static const struct {
	const char *what, *sqlite, *postgres;
} QUESTIONS[Q_COUNT] = {
	[Q_TABLES] =
		{"tables of an agency", "SELECT COUNT(*) FROM " LITE_TABLES,
		 "SELECT COUNT(*) FROM pg_class WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace AND "
		 "relname NOT IN " SHARED},
	[Q_PRIMARY] =
		{"tables whose primary key does not begin with the agency",
		 "SELECT COUNT(*) FROM " LITE_TABLES
		 " AND NOT EXISTS (SELECT 1 FROM pragma_table_info(t.name) c "
		 "WHERE c.pk = 1 AND c.name = 'instansi_id')",
		 "SELECT COUNT(*) FROM pg_class t WHERE t.relkind = 'r' AND t.relnamespace = "
		 "current_schema()::regnamespace AND t.relname NOT IN " SHARED
		 " AND NOT EXISTS (SELECT 1 FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid AND "
		 "a.attnum = k.conkey[1] WHERE k.conrelid = t.oid AND k.contype = 'p' AND a.attname = 'instansi_id')"},
	[Q_UNIQUE] =
		{"unique keys that do not begin with the agency",
		 "SELECT COUNT(*) FROM " LITE_TABLES
		 " AND EXISTS (SELECT 1 FROM pragma_index_list(t.name) i JOIN pragma_index_info(i.name) c ON c.seqno = 0 "
		 "WHERE i.\"unique\" = 1 AND c.name <> 'instansi_id')",
		 "SELECT COUNT(*) FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid JOIN pg_attribute a ON a.attrelid "
		 "= t.oid AND a.attnum = i.indkey[0] WHERE i.indisunique AND t.relnamespace = "
		 "current_schema()::regnamespace AND t.relname NOT IN " SHARED
		 " AND a.attname <> 'instansi_id'"},
	[Q_FOREIGN] =
		{"foreign keys that do not lead from agency to agency",
		 "SELECT COUNT(*) FROM " LITE_TABLES
		 " AND EXISTS (SELECT 1 FROM pragma_foreign_key_list(t.name) f WHERE f.seq = 0 AND (f.\"from\" <> "
		 "'instansi_id' OR COALESCE(f.\"to\", 'instansi_id') <> 'instansi_id'))",
		 "SELECT COUNT(*) FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = "
		 "k.conkey[1] JOIN pg_attribute b ON b.attrelid = k.confrelid AND b.attnum = k.confkey[1] WHERE "
		 "k.contype = 'f' AND k." HERE
		 " AND (a.attname <> 'instansi_id' OR b.attname <> 'instansi_id')"},
	[Q_GUARD] =
		{"tables whose rows are not guarded", "SELECT 0",
		 "SELECT COUNT(*) FROM pg_class t WHERE t.relkind = 'r' AND t.relnamespace = "
		 "current_schema()::regnamespace AND t.relname NOT IN " SHARED
		 " AND NOT (t.relrowsecurity AND t.relforcerowsecurity AND EXISTS (SELECT 1 FROM pg_policy p WHERE "
		 "p.polrelid = t.oid))"},
};

static bool is_postgres(struct store *store)
{
	return strcmp(store_engine(store), "postgres") == 0;
}

static int64_t ask(struct store *store, enum question question)
{
	return store_test_count(store, NULL,
				is_postgres(store) ? QUESTIONS[question].postgres
						   : QUESTIONS[question].sqlite);
}

static void every_key_begins_with_the_agency(void **state)
{
	struct store *store = store_for_test();

	(void)state;
	assert_in_range(ask(store, Q_TABLES), 25, 200);
	for (enum question question = Q_PRIMARY; question < Q_COUNT; question++) {
		int64_t strays = ask(store, question);
		if (strays > 0)
			print_error("%lld %s\n", (long long)strays, QUESTIONS[question].what);
		assert_int_equal(strays, 0);
	}
	store_end_test(store);
}

static void script(const char *text)
{
	const struct driver *driver = driver_for(store_test_url());
	struct conn *conn;

	assert_int_equal(driver->open(store_test_url(), true, &conn), ERR_OK);
	assert_int_equal(driver->script(conn, text), ERR_OK);
	driver->close(conn);
}

static void a_table_that_forgets_the_agency_is_found(void **state)
{
	struct store *store = store_for_test();

	(void)state;
	script("CREATE TABLE lupa (lupa_id TEXT NOT NULL PRIMARY KEY, induk TEXT, nama TEXT UNIQUE, "
	       "FOREIGN KEY (induk) REFERENCES lupa (lupa_id))");
	assert_int_equal(ask(store, Q_PRIMARY), 1);
	assert_true(ask(store, Q_UNIQUE) >= 1);
	assert_int_equal(ask(store, Q_FOREIGN), 1);
	assert_int_equal(ask(store, Q_GUARD), is_postgres(store) ? 1 : 0);
	store_end_test(store);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_key_begins_with_the_agency),
		cmocka_unit_test(a_table_that_forgets_the_agency_is_found),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
