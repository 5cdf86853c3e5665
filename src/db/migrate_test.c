/* SPDX-License-Identifier: Apache-2.0 */
/* A migrator that is killed anywhere leaves the schema of before or of after, never something between. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "db/driver.h"
#include "db/migrate.h"
#include "db/store_test_support.h"

#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* The whole schema as one text, the same for two databases that were made alike. */
static const struct sql_block BLOCK_SCHEMA = {
	.name = "schema_test",
	.sqlite =
		"SELECT COALESCE(group_concat(sql, ';'), '') FROM (SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%' "
		"ORDER BY type, name)",
	.postgres =
		"SELECT COALESCE(string_agg(replace(line, current_schema() || '.', ''), ';' ORDER BY line), '') FROM ("
		"SELECT c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || ' ' || a.attnotnull || ' ' || "
		"COALESCE(pg_get_expr(d.adbin, d.adrelid), '') AS line FROM pg_class c "
		"JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped "
		"LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum "
		"WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' "
		"UNION ALL SELECT pg_get_indexdef(oid) FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind = 'i' "
		"UNION ALL SELECT pg_get_triggerdef(t.oid) FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
		"WHERE c.relnamespace = current_schema()::regnamespace AND NOT t.tgisinternal "
		"UNION ALL SELECT tablename || ' ' || policyname FROM pg_policies WHERE schemaname = current_schema() "
		"UNION ALL SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint "
		"WHERE connamespace = current_schema()::regnamespace) x",
	.is_shared = true,
	.number = -1};
static const char COUNT_SETTINGS[] = "SELECT COUNT(*) FROM setelan WHERE instansi_id = $1";
static const char INSERT_SETTING[] =
	"INSERT INTO setelan (instansi_id, kunci, berlaku_mulai, nilai) SELECT $1, 'k' || COUNT(*), '2026-01-01', 'ada' "
	"FROM setelan WHERE instansi_id = $1";

static const struct driver *engine;
static struct driver mortal; /* the engine, but the process dies at a statement */
static int statements_left;

static enum err dying_script(struct conn *conn, const char *text)
{
	if (statements_left-- == 0)
		raise(SIGKILL);
	return engine->script(conn, text);
}

/* In a process of its own; true when it lived to the end. */
static bool migrate_and_die(int steps, int statements)
{
	int status;
	pid_t child = fork();

	assert_true(child >= 0);
	if (child == 0) {
		struct conn *conn;
		if (engine->open(store_test_url(), true, &conn))
			_exit(2);
		mortal = *engine;
		mortal.script = dying_script;
		conn->driver = &mortal;
		statements_left = statements;
		_exit(migrations_run(conn, steps) ? 3 : 0);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	if (WIFEXITED(status))
		assert_int_equal(WEXITSTATUS(status), 0);
	else
		assert_int_equal(WTERMSIG(status), SIGKILL);
	return WIFEXITED(status);
}

static struct str schema_read(struct arena *mem)
{
	struct db db = {.conn = NULL};

	assert_int_equal(engine->open(store_test_url(), true, &db.conn), ERR_OK);
	struct query *q = query_open(&db, &BLOCK_SCHEMA);
	assert_true(query_next(q));
	struct str text = query_column_text(q, 0, mem);
	query_close(&q);
	engine->close(db.conn);
	return text;
}

static int64_t steps_there(struct store *store)
{
	return store_test_count(store, NULL, "SELECT COUNT(*) FROM migrasi");
}

/* What a program of that version does all day still works: it opens, reads what was there, and writes. */
static void works(const struct id *instansi, int64_t steps, int64_t *settings)
{
	struct store *store;

	assert_int_equal(store_open(store_test_url(), &store), ERR_OK);
	assert_int_equal(steps_there(store), steps);
	assert_int_equal(store_test_count(store, instansi, COUNT_SETTINGS), *settings);
	assert_int_equal(store_test_sql(store, instansi, INSERT_SETTING), 1);
	(*settings)++;
	store_close(store);
}

/* Kills at each statement of the step behind done_steps until it is through. */
static void walk_step(int done_steps, const struct id *instansi, int64_t *settings)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct str before = schema_read(mem);
	bool is_through = false;

	for (int statements = 0; !is_through; statements++) {
		is_through = migrate_and_die(done_steps + 1, statements);
		bool is_changed = !str_equal(before, schema_read(mem));
		is_through = is_through || is_changed; /* it died behind the step */
		if (statements == 0 || is_through) /* the same schema works the same in between */
			works(instansi, done_steps + is_through, settings);
	}
}

static struct str schema_made_at_once(struct arena *mem)
{
	struct store *store = store_for_test();

	engine = driver_for(store_test_url());
	struct str text = schema_read(mem);
	store_end_test(store);
	return text;
}

static void a_killed_migration_leaves_the_version_before_it_working(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct str expected = schema_made_at_once(mem);
	struct store *store;
	int64_t settings = 0;

	(void)state;
	engine = driver_for(store_test_prepare());
	assert_true(migrate_and_die(1, 1000));
	assert_int_equal(store_open(store_test_url(), &store), ERR_OK);
	struct id instansi = store_test_instansi(store, "a");
	store_close(store);
	for (int step = 1; step < MIGRATION_COUNT; step++)
		walk_step(step, &instansi, &settings);

	assert_int_equal(store_open(store_test_url(), &store), ERR_OK);
	assert_int_equal(store_migrate(store), ERR_OK);
	assert_int_equal(store_test_count(store, &instansi, COUNT_SETTINGS), settings);
	assert_true(str_equal(schema_read(mem), expected));
	store_end_test(store);
}

static void a_first_migration_that_is_killed_leaves_nothing_behind(void **state)
{
	struct store *store;
	int statements = 0;

	(void)state;
	engine = driver_for(store_test_prepare());
	while (!migrate_and_die(1, statements)) {
		CLEANUP(arena_close) struct arena *mem = arena_make();
		if (schema_read(mem).len > 0)
			break;
		statements++;
	}
	assert_in_range(statements, 3,
			5); /* begin, table of steps, the step; PostgreSQL also locks */
	assert_int_equal(store_open(store_test_url(), &store), ERR_OK);
	assert_int_equal(store_migrate(store), ERR_OK);
	assert_int_equal(steps_there(store), MIGRATION_COUNT);
	store_end_test(store);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_killed_migration_leaves_the_version_before_it_working),
		cmocka_unit_test(a_first_migration_that_is_killed_leaves_nothing_behind),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
