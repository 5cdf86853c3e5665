/* SPDX-License-Identifier: Apache-2.0 */
/* A store a test may spoil, on the engine under test. */
#include "db/store_test_support.h"

#include "db/driver.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char url[1024], dir[256], schema[64];
static bool is_migrated;

static void must(enum err err, const char *what)
{
	if (err) {
		fprintf(stderr, "store_test: %s: %s\n", what, err_name(err));
		abort();
	}
}

static enum err postgres_script(const char *at, const char *text)
{
	struct conn *conn;
	enum err err;

	must(DRIVER_POSTGRES.open(at, true, &conn), "open");
	err = DRIVER_POSTGRES.script(conn, text);
	DRIVER_POSTGRES.close(conn);
	return err;
}

static void schema_drop(void)
{
	char text[100];

	if (!schema[0])
		return;
	snprintf(text, sizeof(text), "DROP SCHEMA %s CASCADE", schema);
	must(postgres_script(getenv("ABDI_TEST_DB"), text), text);
	schema[0] = 0;
}

static void postgres_prepare(void)
{
	const char *base = getenv("ABDI_TEST_DB");
	static int number;
	char text[100];

	schema_drop();
	if (!number)
		atexit(schema_drop);
	snprintf(schema, sizeof(schema), "t_%ld_%d", (long)getpid(), ++number);
	snprintf(text, sizeof(text), "CREATE SCHEMA %s", schema);
	must(postgres_script(base, text), text);
	snprintf(url, sizeof(url),
		 "%s%capplication_name=%s&options=-c%%20search_path%%3D%s%%20-c%%20client_min_"
		 "messages%%3Dwarning",
		 base, strchr(base, '?') ? '&' : '?', schema, schema);
}

/* What the migrations made, in one line: a test that changed it leaves nothing to the next one. */
#define HERE "namespace = current_schema()::regnamespace"
#define MADE                                                                                       \
	"(SELECT md5(string_agg(line, ',' ORDER BY line)) FROM ("                                  \
	"SELECT concat(relname, relkind, relrowsecurity, relforcerowsecurity) line "               \
	"FROM pg_class WHERE rel" HERE " UNION ALL SELECT concat(x.oid, ' ', x.xmin) "             \
	"FROM pg_trigger x JOIN pg_class c ON c.oid = tgrelid WHERE rel" HERE                      \
	" UNION ALL SELECT concat(oid, ' ', xmin) FROM pg_constraint WHERE con" HERE               \
	" UNION ALL SELECT concat(x.oid, ' ', x.xmin) "                                            \
	"FROM pg_policy x JOIN pg_class c ON c.oid = polrelid WHERE rel" HERE                      \
	" UNION ALL SELECT concat(attrelid, ' ', attnum, ' ', x.xmin) FROM pg_attribute x "        \
	"JOIN pg_class c ON c.oid = attrelid WHERE relkind = 'r' AND rel" HERE ") made)"

/* Emptying takes PostgreSQL a quarter of making and migrating; the note on the schema tells what
   was made. */
static void postgres_migrated(struct store *store)
{
	must(store_migrate(store), "migrate");
	must(postgres_script(
		     url,
		     "DO $$ BEGIN EXECUTE format('COMMENT ON SCHEMA %I IS %L', current_schema(), " MADE
		     "); END $$"),
	     "note");
	is_migrated = true;
}

static void postgres_empty(void)
{
	static const char *const text =
		"DO $$ BEGIN IF " MADE
		" <> obj_description(current_schema()::regnamespace, 'pg_namespace') THEN "
		"RAISE EXCEPTION 'the schema was changed'; END IF; "
		"EXECUTE (SELECT 'TRUNCATE ' || string_agg(quote_ident(relname), ', ') FROM pg_class "
		"WHERE rel" HERE " AND relkind = 'r' AND relname <> 'migrasi'); END $$";

	if (!is_migrated || postgres_script(url, text))
		schema_drop();
}

static void sqlite_prepare(void)
{
	const char *tmp = getenv("TMPDIR");

	snprintf(dir, sizeof(dir), "%s/abdi-test.XXXXXX", tmp ? tmp : "/tmp");
	if (!mkdtemp(dir))
		abort();
	snprintf(url, sizeof(url), "sqlite:%s/abdi.db", dir);
}

static bool is_postgres(void)
{
	const char *base = getenv("ABDI_TEST_DB");

	return base && driver_for(base) == &DRIVER_POSTGRES;
}

const char *store_test_prepare(void)
{
	const char *may_be_off = getenv("ABDI_DB_MAY_BE_OFF"); /* as tools/with_postgres made it */

	must(store_let_off(str_from(may_be_off ? may_be_off : "")), "ABDI_DB_MAY_BE_OFF");
	is_migrated = false;
	if (is_postgres())
		postgres_prepare();
	else
		sqlite_prepare();
	return url;
}

const char *store_test_url(void)
{
	return url;
}

struct store *store_for_test(void)
{
	struct store *store;

	if (!is_postgres() || !schema[0])
		store_test_prepare();
	must(store_open(url, &store), "open");
	if (!is_postgres())
		must(store_migrate(store), "migrate");
	else if (!is_migrated)
		postgres_migrated(store);
	return store;
}

static void sqlite_remove(void)
{
	static const char *const names[] = {"abdi.db", "abdi.db-wal", "abdi.db-shm"};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		char path[300];
		snprintf(path, sizeof(path), "%s/%s", dir, names[i]);
		unlink(path);
	}
	rmdir(dir);
}

void store_end_test(struct store *store)
{
	store_close(store);
	if (is_postgres())
		postgres_empty();
	else
		sqlite_remove();
}

struct statement {
	struct sql_block block;
	bool is_count;
	int64_t number;
	struct id id;
};

static enum err id_work(struct db *db, void *arg)
{
	struct statement *statement = arg;
	CLEANUP(query_close) struct query *q = query_open(db, &statement->block);

	if (query_next(q))
		statement->id = query_column_id(q, 0);
	return query_error(q);
}

static enum err statement_work(struct db *db, void *arg)
{
	struct statement *statement = arg;
	CLEANUP(query_close) struct query *q = query_open(db, &statement->block);

	if (!statement->is_count)
		return query_run(q, &statement->number);
	if (query_next(q))
		statement->number = query_column_int(q, 0);
	return query_error(q);
}

static struct statement statement_make(const struct id *instansi, const char *sql, bool is_count)
{
	return (struct statement){.is_count = is_count,
				  .block = {.name = "test",
					    .sqlite = sql,
					    .postgres = sql,
					    .is_shared = !instansi,
					    .number = -1,
					    .param_count = instansi ? 1 : 0}};
}

int64_t store_test_sql(struct store *store, const struct id *instansi, const char *sql)
{
	struct statement statement = statement_make(instansi, sql, false);

	must(store_write(store, instansi, statement_work, &statement), sql);
	return statement.number;
}

enum err store_test_try(struct store *store, const struct id *instansi, const char *sql)
{
	struct statement statement = statement_make(instansi, sql, false);

	return store_write(store, instansi, statement_work, &statement);
}

int64_t store_test_count(struct store *store, const struct id *instansi, const char *sql)
{
	struct statement statement = statement_make(instansi, sql, true);

	must(store_read(store, instansi, statement_work, &statement), sql);
	return statement.number;
}

struct id store_test_id(struct store *store, const struct id *instansi, const char *sql)
{
	struct statement statement = statement_make(instansi, sql, true);

	must(store_read(store, instansi, id_work, &statement), sql);
	return statement.id;
}

enum err store_test_cut(struct db *db)
{
	struct statement statement = statement_make(
		NULL,
		"SELECT COUNT(pg_terminate_backend(pid, 10000)) FROM (SELECT pid FROM "
		"pg_stat_activity WHERE application_name = current_setting('application_name') "
		"ORDER BY pid = pg_backend_pid()) x",
		true);

	return statement_work(db, &statement);
}

static enum err instansi_work(struct db *db, void *arg)
{
	struct sql_block block = {.name = "test", .number = -1, .param_count = 2};
	block.sqlite = block.postgres =
		"INSERT INTO instansi (instansi_id, nama, kota, zona, kode, created_at) "
		"VALUES ($1, 'Kota Contoh', 'Contoh', 'WIB', $2, 0)";
	CLEANUP(query_close) struct query *q = query_open(db, &block);

	query_text(q, 2, str_from(arg));
	return query_run(q, NULL);
}

struct id store_test_instansi(struct store *store, const char *kode)
{
	struct id id = id_make();
	char *copy = strdup(kode);

	must(store_write(store, &id, instansi_work, copy), "instansi");
	free(copy);
	return id;
}
