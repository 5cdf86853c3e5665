/* SPDX-License-Identifier: Apache-2.0 */
/* SQLite: the embedded engine, one file. WAL with synchronous=FULL, so what is committed is on
   the disk. */
#include "db/driver.h"

#include "base/log.h"

#include <assert.h>
#include <fcntl.h>
#include <inttypes.h>
#include <pthread.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define BUSY_WAIT_MS 5000
#define CHECKPOINT_PAGES 4000
#define JOURNAL_BYTES (64 * 1024 * 1024)
#define CACHE_BYTES (2 * 1024 * 1024) /* until somebody says otherwise */
#define TEXT_MAX (64 * 1024 * 1024)
#define SQL_MAX (1024 * 1024)
#define PATH_URI_MAX 4096

enum control {
	CONTROL_BEGIN_WRITE,
	CONTROL_BEGIN_READ,
	CONTROL_COMMIT,
	CONTROL_ROLLBACK,
	CONTROL_SAVEPOINT,
	CONTROL_RELEASE,
	CONTROL_ROLLBACK_TO,
	CONTROL_COUNT
};

static const char *const CONTROL_TEXT[CONTROL_COUNT] = {
	[CONTROL_BEGIN_WRITE] = "BEGIN IMMEDIATE",
	[CONTROL_BEGIN_READ] = "BEGIN",
	[CONTROL_COMMIT] = "COMMIT",
	[CONTROL_ROLLBACK] = "ROLLBACK",
	[CONTROL_SAVEPOINT] = "SAVEPOINT item",
	[CONTROL_RELEASE] = "RELEASE item",
	[CONTROL_ROLLBACK_TO] = "ROLLBACK TO item",
};

struct prepared {
	sqlite3_stmt *stmt;
	bool is_busy;
	uint8_t place[QUERY_PARAMS_MAX +
		      1]; /* SQLite's position of $n: it counts first appearances */
};

struct sqlite_conn {
	struct conn base;
	sqlite3 *handle;
	sqlite3_stmt *control[CONTROL_COUNT];
	struct prepared *blocks;
	int claim; /* the locked file that says who serves; -1: nobody from here */
};

static struct sqlite_conn *own(struct conn *conn)
{
	return (struct sqlite_conn *)(void *)conn;
}

static sqlite3_stmt *stmt_of(const struct query *q)
{
	return q->handle;
}

/* Which err a result is. A failing disk stops the writer for good: what it holds may differ from
   what we think. */
static enum err fail(struct sqlite_conn *c, const char *what)
{
	int code = sqlite3_extended_errcode(c->handle);

	if (c->base.is_writer && sqlite3_get_autocommit(c->handle))
		c->base.is_lost = true;
	switch (code) {
	case SQLITE_CONSTRAINT_UNIQUE:
	case SQLITE_CONSTRAINT_PRIMARYKEY:
	case SQLITE_CONSTRAINT_ROWID:
	case SQLITE_CONSTRAINT_FOREIGNKEY: return ERR_CONFLICT;
	default: break;
	}
	switch (code & 0xff) {
	case SQLITE_TOOBIG: return ERR_TOO_LARGE;
	case SQLITE_BUSY: return ERR_BUSY;
	case SQLITE_FULL: c->base.is_full = true; break;
	case SQLITE_IOERR:
	case SQLITE_CORRUPT:
	case SQLITE_NOTADB: c->base.is_stopped = c->base.is_writer; break;
	default: break;
	}
	/* Of a statement it did not understand, which word; that names columns and no values. */
	log_error("store.failed", "sqlite %s: code %d%s%s", what, code,
		  code == SQLITE_ERROR ? ", " : "",
		  code == SQLITE_ERROR ? sqlite3_errmsg(c->handle) : "");
	return ERR_STORE;
}

/* ---- Opening ---- */

static void library_begin(void)
{
	sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
	if (sqlite3_initialize() != SQLITE_OK)
		abort();
}

static void limits_set(sqlite3 *handle)
{
	sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, TEXT_MAX);
	sqlite3_limit(handle, SQLITE_LIMIT_SQL_LENGTH, SQL_MAX);
	sqlite3_limit(handle, SQLITE_LIMIT_EXPR_DEPTH, 100);
	sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0);
	sqlite3_limit(handle, SQLITE_LIMIT_TRIGGER_DEPTH, 10);
	sqlite3_limit(handle, SQLITE_LIMIT_VARIABLE_NUMBER, QUERY_PARAMS_MAX);
	sqlite3_limit(handle, SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000);
	sqlite3_limit(handle, SQLITE_LIMIT_COMPOUND_SELECT, 20);
	sqlite3_limit(handle, SQLITE_LIMIT_WORKER_THREADS, 0);
	sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
	sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
	sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
	sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
	sqlite3_extended_result_codes(handle, 1);
	sqlite3_busy_timeout(handle, BUSY_WAIT_MS);
}

static bool run_text(struct sqlite_conn *c, const char *text)
{
	return sqlite3_exec(c->handle, text, NULL, NULL, NULL) == SQLITE_OK;
}

static struct store_memory memory = {.cache = CACHE_BYTES};

void store_set_memory(const struct store_memory *taken)
{
	memory = *taken;
}

/* Asked, not assumed: a build or a file system may know better than we do. */
static bool holds(struct sqlite_conn *c, const char *text, const char *expected)
{
	sqlite3_stmt *stmt = NULL;
	bool is_right = false;

	if (sqlite3_prepare_v2(c->handle, text, -1, &stmt, NULL) == SQLITE_OK &&
	    sqlite3_step(stmt) == SQLITE_ROW) {
		const char *found = (const char *)sqlite3_column_text(stmt, 0);
		is_right = found && strcmp(found, expected) == 0;
	}
	sqlite3_finalize(stmt);
	if (!is_right)
		log_error("store.unsafe", "sqlite: %s is not %s; not served", text, expected);
	return is_right;
}

static bool settings_set(struct sqlite_conn *c)
{
	char text[300];

	if (!run_text(c, "PRAGMA journal_mode=WAL"))
		return false;
	snprintf(text, sizeof(text),
		 "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY;"
		 "PRAGMA mmap_size=%" PRId64 "; PRAGMA cache_size=-%" PRId64 ";"
		 "PRAGMA wal_autocheckpoint=%d; PRAGMA journal_size_limit=%d; PRAGMA query_only=%s",
		 memory.map, memory.cache / 1024, CHECKPOINT_PAGES, JOURNAL_BYTES,
		 c->base.is_writer ? "OFF" : "ON");
	/* Defensive comes last: it would refuse to change the journal. */
	return run_text(c, text) && holds(c, "PRAGMA journal_mode", "wal") &&
	       holds(c, "PRAGMA synchronous", "2") && holds(c, "PRAGMA foreign_keys", "1") &&
	       sqlite3_db_config(c->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL) == SQLITE_OK;
}

static bool controls_prepare(struct sqlite_conn *c)
{
	for (int i = 0; i < CONTROL_COUNT; i++)
		if (sqlite3_prepare_v3(c->handle, CONTROL_TEXT[i], -1, SQLITE_PREPARE_PERSISTENT,
				       &c->control[i], NULL))
			return false;
	return true;
}

static void sqlite_close(struct conn *conn)
{
	struct sqlite_conn *c = own(conn);

	/* Statistics for tables that grew since the last; a failure costs nothing but speed. */
	if (c->handle && conn->is_writer && !conn->is_stopped)
		(void)run_text(c, "PRAGMA analysis_limit=1000; PRAGMA optimize");
	for (int i = 0; i < CONTROL_COUNT; i++)
		sqlite3_finalize(c->control[i]);
	for (int i = 0; i < SQL_BLOCK_COUNT; i++)
		sqlite3_finalize(c->blocks[i].stmt);
	sqlite3_close_v2(c->handle);
	if (c->claim >= 0)
		(void)close(c->claim);
	conn_free_spares(conn);
	free(c->blocks);
	free(c);
}

/* The file holds personal data: made for its owner only; the journal beside it inherits that. */
static void file_make(const char *path)
{
	int file = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);

	if (file >= 0)
		close(file);
}

static enum err sqlite_open(const char *url, bool is_writer, struct conn **out)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;
	struct sqlite_conn *c = calloc(1, sizeof(*c));
	const char *path = strncmp(url, "sqlite:", 7) == 0 ? url + 7 : url;

	if (!c || !(c->blocks = calloc((size_t)SQL_BLOCK_COUNT + 1, sizeof(*c->blocks))) ||
	    pthread_once(&once, library_begin) != 0)
		abort();
	c->claim = -1;
	c->base.driver = &DRIVER_SQLITE;
	c->base.is_writer = is_writer;
	if (is_writer)
		file_make(path);
	int flags =
		SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | (is_writer ? SQLITE_OPEN_CREATE : 0);
	bool is_open = sqlite3_open_v2(path, &c->handle, flags, NULL) == SQLITE_OK;
	if (is_open)
		limits_set(c->handle);
	if (!is_open || !settings_set(c) || !controls_prepare(c)) {
		log_error("store.open", "sqlite: code %d",
			  c->handle ? sqlite3_extended_errcode(c->handle) : -1);
		sqlite_close(&c->base);
		return ERR_STORE;
	}
	c->base.is_fresh = is_writer;
	*out = &c->base;
	return ERR_OK;
}

/* A file name as an address: what has a meaning there is escaped. */
static void uri_make(const char *path, const char *options, char *out, size_t size)
{
	size_t len = (size_t)snprintf(out, size, "file:");

	for (; *path && len + 4 < size; path++) {
		bool is_plain = !strchr("%?#", *path);
		len += (size_t)snprintf(out + len, size - len, is_plain ? "%c" : "%%%02X",
					(unsigned char)*path);
	}
	snprintf(out + len, size - len, "?%s", options);
}

static bool open_as(struct sqlite_conn *c, const char *path, const char *options)
{
	char uri[PATH_URI_MAX];

	uri_make(path, options, uri, sizeof(uri));
	sqlite3_close_v2(c->handle);
	c->handle = NULL;
	if (sqlite3_open_v2(uri, &c->handle,
			    SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI,
			    NULL) != SQLITE_OK)
		return false;
	limits_set(c->handle);
	return run_text(c, "PRAGMA query_only=ON; SELECT 1 FROM sqlite_schema LIMIT 1");
}

/* Is there a journal with something in it? Then the file alone is not the whole database. */
static bool has_journal(const char *path)
{
	char name[PATH_URI_MAX];
	struct stat st;

	snprintf(name, sizeof(name), "%s-wal", path);
	return stat(name, &st) == 0 && st.st_size > 0;
}

/* Beside a server its journal is read along. A lone file in a folder we may not write to (a
   backup) is taken as it is: nobody changes it. */
static enum err sqlite_open_reading(const char *url, struct conn **out)
{
	struct sqlite_conn *c = calloc(1, sizeof(*c));
	const char *path = strncmp(url, "sqlite:", 7) == 0 ? url + 7 : url;

	if (!c || !(c->blocks = calloc((size_t)SQL_BLOCK_COUNT + 1, sizeof(*c->blocks))))
		abort();
	c->claim = -1;
	c->base.driver = &DRIVER_SQLITE;
	bool is_open = open_as(c, path, "mode=ro");
	if (!is_open && !has_journal(path))
		is_open = open_as(c, path, "immutable=1");
	if (!is_open || !controls_prepare(c)) {
		log_error("store.open", "sqlite: code %d",
			  c->handle ? sqlite3_extended_errcode(c->handle) : -1);
		sqlite_close(&c->base);
		return ERR_STORE;
	}
	*out = &c->base;
	return ERR_OK;
}

/* What one server remembers of it another would not hear of. */
static enum err sqlite_claim(struct conn *conn)
{
	struct sqlite_conn *c = own(conn);
	char name[PATH_URI_MAX];

	snprintf(name, sizeof(name), "%s-serve", sqlite3_db_filename(c->handle, "main"));
	c->claim = open(name, O_CREAT | O_RDWR | O_CLOEXEC, 0600);
	if (c->claim >= 0 && flock(c->claim, LOCK_EX | LOCK_NB) == 0)
		return ERR_OK;
	log_error("store.claimed",
		  "another process serves from this database already: one SQLite file has one "
		  "server (the lock: %s)",
		  name);
	return ERR_BUSY;
}

/* ---- Transactions ---- */

static enum err control(struct sqlite_conn *c, enum control which)
{
	int code = sqlite3_step(c->control[which]);
	enum err err = code == SQLITE_DONE ? ERR_OK : fail(c, CONTROL_TEXT[which]);

	sqlite3_reset(c->control[which]);
	return err;
}

static enum err sqlite_begin(struct conn *conn, const struct id *instansi)
{
	(void)instansi;
	if (conn->is_stopped)
		return ERR_STORE;
	conn->is_lost = false;
	enum err err =
		control(own(conn), conn->is_writer ? CONTROL_BEGIN_WRITE : CONTROL_BEGIN_READ);
	conn->is_lost = false; /* nothing was in it yet */
	return err;
}

/* A full disk refused the journal's last frame, without which nothing counts: the next commit
   overwrites it. After any other failure nobody knows what the disk holds: never again. */
static enum err commit_failed(struct sqlite_conn *c)
{
	bool is_full = (sqlite3_extended_errcode(c->handle) & 0xff) == SQLITE_FULL;
	bool is_undone =
		sqlite3_get_autocommit(c->handle) || control(c, CONTROL_ROLLBACK) == ERR_OK;

	if (is_full && is_undone)
		return ERR_STORE;
	c->base.is_stopped = true;
	return ERR_UNKNOWN;
}

static enum err sqlite_end(struct conn *conn, bool keep)
{
	struct sqlite_conn *c = own(conn);

	if (sqlite3_get_autocommit(c->handle))
		return ERR_STORE; /* the engine rolled everything back by itself */
	enum err err = control(c, keep ? CONTROL_COMMIT : CONTROL_ROLLBACK);
	if (err && conn->is_writer && keep)
		return commit_failed(c);
	if (err && !sqlite3_get_autocommit(c->handle))
		(void)!control(c, CONTROL_ROLLBACK);
	if (!err && keep)
		conn->is_full = false;
	return err && conn->is_writer ? ERR_STORE : err;
}

static enum err sqlite_item_begin(struct conn *conn, const struct id *instansi)
{
	(void)instansi;
	return control(own(conn), CONTROL_SAVEPOINT);
}

static enum err sqlite_item_end(struct conn *conn, bool keep, enum err *late)
{
	(void)late; /* every statement has run */
	enum err err;

	if (conn->is_lost)
		return ERR_STORE;
	if (!keep && (err = control(own(conn), CONTROL_ROLLBACK_TO)))
		return err;
	return control(own(conn), CONTROL_RELEASE);
}

static void sqlite_use_instansi(struct conn *conn, const struct id *instansi)
{
	(void)conn;
	(void)instansi;
}

/* Is there room again? Writes a number that stands there already, which takes a frame of the
   journal as anything else does. */
static void room_look(struct sqlite_conn *c)
{
	if (run_text(c, "PRAGMA user_version=0"))
		c->base.is_full = false;
	else
		(void)fail(c, "looking for room");
}

static void sqlite_idle(struct conn *conn)
{
	if (conn->is_full && !conn->is_stopped)
		room_look(own(conn));
	sqlite3_wal_checkpoint_v2(own(conn)->handle, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
}

/* ---- Statements ---- */

static const char *sqlite_text_of(const struct sql_block *block)
{
	return block->sqlite;
}

static bool places_find(sqlite3_stmt *stmt, const struct sql_block *block, uint8_t *place)
{
	for (int n = 1; n <= block->param_count; n++) {
		char name[16];
		snprintf(name, sizeof(name), "$%d", n);
		int at = sqlite3_bind_parameter_index(stmt, name);
		if (at == 0)
			return false;
		place[n] = (uint8_t)at;
	}
	return true;
}

static enum err prepare(struct sqlite_conn *c, const struct sql_block *block, struct prepared *out)
{
	unsigned flags = block->number >= 0 ? SQLITE_PREPARE_PERSISTENT : 0;

	if (sqlite3_prepare_v3(c->handle, block->sqlite, -1, flags, &out->stmt, NULL) != SQLITE_OK)
		return fail(c, block->name);
	if (!places_find(out->stmt, block, out->place)) {
		sqlite3_finalize(out->stmt);
		out->stmt = NULL;
		log_error("store.failed", "block %s does not use all its parameters", block->name);
		return ERR_STORE;
	}
	return ERR_OK;
}

static int bind(sqlite3_stmt *stmt, int at, const struct param *param)
{
	switch (param->kind) {
	case PARAM_INT: return sqlite3_bind_int64(stmt, at, param->number);
	case PARAM_TEXT:
		return sqlite3_bind_text64(stmt, at, param->text.at, param->text.len, SQLITE_STATIC,
					   SQLITE_UTF8);
	case PARAM_BYTES:
		return param->text.len == 0 ? sqlite3_bind_zeroblob(stmt, at, 0)
					    : sqlite3_bind_blob64(stmt, at, param->text.at,
								  param->text.len, SQLITE_STATIC);
	case PARAM_ID:
		return sqlite3_bind_blob64(stmt, at, param->small, sizeof(struct id),
					   SQLITE_STATIC);
	case PARAM_NULL:
	case PARAM_UNSET: return sqlite3_bind_null(stmt, at);
	}
	__builtin_unreachable();
}

static enum err sqlite_start(struct query *q)
{
	struct sqlite_conn *c = own(q->db->conn);
	struct prepared fresh = {0}, *prepared = &fresh;
	enum err err;

	if (q->block->number >= 0 && !c->blocks[q->block->number].is_busy)
		prepared = &c->blocks[q->block->number];
	if (!prepared->stmt && (err = prepare(c, q->block, prepared)))
		return err;
	q->handle = prepared->stmt;
	q->is_own_handle = prepared == &fresh;
	prepared->is_busy = true;
	for (int n = 1; n <= q->block->param_count; n++)
		if (bind(prepared->stmt, prepared->place[n], &q->params[n]) != SQLITE_OK)
			return fail(c, q->block->name);
	return ERR_OK;
}

static void sqlite_finish(struct query *q)
{
	struct sqlite_conn *c = own(q->db->conn);

	if (q->is_own_handle) {
		sqlite3_finalize(stmt_of(q));
	} else {
		sqlite3_reset(stmt_of(q));
		c->blocks[q->block->number].is_busy = false;
	}
	q->handle = NULL;
}

static enum err sqlite_next(struct query *q)
{
	struct sqlite_conn *c = own(q->db->conn);

	if (!q->handle) { /* the end was reached before */
		q->is_row = false;
		return ERR_OK;
	}
	int code = sqlite3_step(stmt_of(q));
	q->is_row = code == SQLITE_ROW;
	if (q->is_row)
		return ERR_OK;
	enum err err = ERR_OK;
	if (code == SQLITE_DONE)
		q->changed = sqlite3_stmt_readonly(stmt_of(q)) ? 0 : sqlite3_changes64(c->handle);
	else
		err = fail(c, q->block->name);
	sqlite_finish(q);
	return err;
}

static bool sqlite_is_null(const struct query *q, int column)
{
	assert(column < sqlite3_column_count(stmt_of(q)));
	return sqlite3_column_type(stmt_of(q), column) == SQLITE_NULL;
}

static int64_t sqlite_column_int(const struct query *q, int column)
{
	return sqlite3_column_int64(stmt_of(q), column);
}

static struct str sqlite_column_view(const struct query *q, int column)
{
	const unsigned char *text = sqlite3_column_text(stmt_of(q), column);

	return (struct str){(const char *)text, (size_t)sqlite3_column_bytes(stmt_of(q), column)};
}

static struct str sqlite_column_bytes(const struct query *q, int column, struct arena *mem)
{
	const void *bytes = sqlite3_column_blob(stmt_of(q), column);
	size_t len = (size_t)sqlite3_column_bytes(stmt_of(q), column);

	return len == 0 ? STR_NONE : str_copy(mem, (struct str){bytes, len});
}

static struct id sqlite_column_id(const struct query *q, int column)
{
	struct id id = {{0}};

	if (sqlite3_column_bytes(stmt_of(q), column) == (int)sizeof(id.bytes))
		memcpy(id.bytes, sqlite3_column_blob(stmt_of(q), column), sizeof(id.bytes));
	return id;
}

static enum err sqlite_script(struct conn *conn, const char *text)
{
	return run_text(own(conn), text) ? ERR_OK : fail(own(conn), "migration");
}

const struct driver DRIVER_SQLITE = {
	.name = "sqlite",
	.text_of = sqlite_text_of,
	.open = sqlite_open,
	.open_reading = sqlite_open_reading,
	.close = sqlite_close,
	.claim = sqlite_claim,
	.begin = sqlite_begin,
	.end = sqlite_end,
	.item_begin = sqlite_item_begin,
	.item_end = sqlite_item_end,
	.use_instansi = sqlite_use_instansi,
	.idle = sqlite_idle,
	.start = sqlite_start,
	.next = sqlite_next,
	.finish = sqlite_finish,
	.is_null = sqlite_is_null,
	.column_int = sqlite_column_int,
	.column_view = sqlite_column_view,
	.column_bytes = sqlite_column_bytes,
	.column_id = sqlite_column_id,
	.type_id = "BLOB",
	.type_bytes = "BLOB",
	.table_clustered = "WITHOUT ROWID",
	.script_begin = "BEGIN EXCLUSIVE",
	.script_lock = NULL,
	.script_table = MIGRATIONS_TABLE,
	.script_after = NULL,
	.script = sqlite_script,
};
