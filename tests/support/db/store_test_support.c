/* SPDX-License-Identifier: Apache-2.0 */
#include "db/store_test_support.h"

#include "db/driver.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char url[1024], dir[256], schema[64];

static void must(enum err err, const char *what)
{
	if (err) {
		fprintf(stderr, "store_test: %s: %s\n", what, err_name(err));
		abort();
	}
}

static void schema_script(const char *fmt)
{
	const char *base = getenv("ABDI_TEST_DB");
	struct conn *conn;
	char text[200];

	snprintf(text, sizeof(text), "%s %s%s", fmt, schema,
		 strncmp(fmt, "DROP", 4) == 0 ? " CASCADE" : "");
	must(DRIVER_POSTGRES.open(base, true, &conn), "open");
	must(DRIVER_POSTGRES.script(conn, text), text);
	DRIVER_POSTGRES.close(conn);
}

static void postgres_prepare(const char *base)
{
	static int number;

	snprintf(schema, sizeof(schema), "t_%ld_%d", (long)getpid(), ++number);
	schema_script("CREATE SCHEMA");
	snprintf(url, sizeof(url),
		 "%s%capplication_name=%s&options=-c%%20search_path%%3D%s%%20-c%%20client_min_"
		 "messages%%3Dwarning",
		 base, strchr(base, '?') ? '&' : '?', schema, schema);
}

static void sqlite_prepare(void)
{
	const char *tmp = getenv("TMPDIR");

	snprintf(dir, sizeof(dir), "%s/abdi-test.XXXXXX", tmp ? tmp : "/tmp");
	if (!mkdtemp(dir))
		abort();
	snprintf(url, sizeof(url), "sqlite:%s/abdi.db", dir);
}

const char *store_test_prepare(void)
{
	const char *base = getenv("ABDI_TEST_DB");

	if (base && driver_for(base) == &DRIVER_POSTGRES)
		postgres_prepare(base);
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

	store_test_prepare();
	must(store_open(url, &store), "open");
	must(store_migrate(store), "migrate");
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
	bool is_sqlite = driver_for(url) == &DRIVER_SQLITE;

	store_close(store);
	if (is_sqlite)
		sqlite_remove();
	else
		schema_script("DROP SCHEMA");
}

struct statement {
	struct sql_block block;
	bool is_count;
	int64_t number;
};

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
