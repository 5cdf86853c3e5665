/* SPDX-License-Identifier: Apache-2.0 */
/* What an engine must do for the store. Only files of src/db include this. */
#ifndef ABDI_DB_DRIVER_H
#define ABDI_DB_DRIVER_H
#include "db/query.h"

#define QUERY_PARAMS_MAX 64

struct driver;

/* One connection; each driver puts its own fields behind these. */
struct conn {
	const struct driver *driver;
	bool is_writer;
	bool is_busy; /* a snapshot or batch is open on it */
	bool is_lost; /* the transaction is gone with all its items */
	bool is_stopped; /* the disk failed: nothing may be written any more */
	unsigned changed; /* by what this batch holds, a bit per enum store_part */
	bool is_fresh; /* opened anew since the watcher last looked */
	struct query *spare; /* closed queries, kept for the next query_open */
	struct conn *next; /* the store's list of readers */
};

struct db {
	struct store *store;
	struct conn *conn;
	struct id instansi;
	bool has_instansi;
	enum err failed; /* the first statement that failed: the whole item fails with it */
	bool has_mark;
	struct db_mark mark;
	uint64_t versions[STORE_PARTS]; /* from before the snapshot */
};

enum param_kind { PARAM_UNSET, PARAM_NULL, PARAM_INT, PARAM_TEXT, PARAM_BYTES, PARAM_ID };

struct param {
	enum param_kind kind;
	int64_t number;
	struct str text; /* the caller's memory, or small below */
	char small[24]; /* an id, a date, a number as text */
};

struct query {
	struct db *db;
	const struct sql_block *block;
	enum err err;
	bool is_started, is_row;
	bool is_waiting; /* sent, its answer not yet taken */
	void *handle; /* sqlite3_stmt or link_answer */
	bool is_own_handle; /* the statement is not from the cache */
	int row;
	int64_t changed;
	struct query *next_spare;
	struct param params[QUERY_PARAMS_MAX + 1];
};

/* Which migrations have run. */
#define MIGRATIONS_TABLE                                                                           \
	"CREATE TABLE IF NOT EXISTS migrasi (nama TEXT NOT NULL PRIMARY KEY, "                     \
	"applied_at BIGINT NOT NULL)"

struct driver {
	const char *name;
	bool is_pipelined; /* statements may be sent before the answers of earlier ones are there */
	/* The text of a block for this engine. */
	const char *(*text_of)(const struct sql_block *block);
	MUST_CHECK enum err (*open)(const char *url, bool is_writer, struct conn **out);
	/* For a store that only looks; NULL where a reader is no different there. */
	MUST_CHECK enum err (*open_reading)(const char *url, struct conn **out);
	void (*close)(struct conn *conn);

	/* A batch on the writer, a snapshot on a reader (which has one agency, or NULL). */
	MUST_CHECK enum err (*begin)(struct conn *conn, const struct id *instansi);
	/* ERR_OK only when what was kept is durable. */
	MUST_CHECK enum err (*end)(struct conn *conn, bool keep);
	MUST_CHECK enum err (*item_begin)(struct conn *conn, const struct id *instansi);
	/* Where answers come later ERR_OK may be premature: a failure of what was kept is then written to
	   *late, before settle returns or another item has heard anything. */
	MUST_CHECK enum err (*item_end)(struct conn *conn, bool keep, enum err *late);
	/* Waits until every ended item's outcome is known; NULL where it always is. */
	void (*settle)(struct conn *conn);
	void (*use_instansi)(struct conn *conn, const struct id *instansi);
	/* The writer has nothing to do. */
	void (*idle)(struct conn *conn);

	/* Prepares and binds; a pipelined engine sends. */
	MUST_CHECK enum err (*start)(struct query *q);
	/* Takes the answer where it waits, then sets is_row, or leaves it false at the end. */
	MUST_CHECK enum err (*next)(struct query *q);
	void (*finish)(struct query *q);
	bool (*is_null)(const struct query *q, int column);
	int64_t (*column_int)(const struct query *q, int column);
	struct str (*column_view)(const struct query *q,
				  int column); /* the text, until the next row */
	struct str (*column_bytes)(const struct query *q, int column, struct arena *mem);
	struct id (*column_id)(const struct query *q, int column);

	/* Migration: one migrator at a time, statements as text, and what follows the last step. */
	const char *type_id, *type_bytes;
	const char
		*table_clustered; /* behind a table of small rows kept in the order of their key */
	const char *script_begin, *script_lock, *script_table, *script_after;
	MUST_CHECK enum err (*script)(struct conn *conn, const char *text);
};

extern const struct driver DRIVER_SQLITE, DRIVER_POSTGRES;

/* The driver an address belongs to. */
const struct driver *driver_for(const char *url);
/* Frees the spare queries of a connection; each driver's close calls it. */
void conn_free_spares(struct conn *conn);

/* What the store gives the migrator. */
const struct driver *store_driver(const struct store *store);
const char *store_url(const struct store *store);

#endif
