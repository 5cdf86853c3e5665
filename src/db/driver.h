/* SPDX-License-Identifier: Apache-2.0 */
/* What an engine must do for the store. Only files of src/db include this. */
#ifndef ABDI_DB_DRIVER_H
#define ABDI_DB_DRIVER_H
#include "db/view.h"

/* Which migrations have run. */
#define MIGRATIONS_TABLE                                                                           \
	"CREATE TABLE IF NOT EXISTS migrasi (nama TEXT NOT NULL PRIMARY KEY, "                     \
	"applied_at BIGINT NOT NULL)"

/* What an engine can do, a function each. */
struct driver {
	const char *name;
	bool is_pipelined; /* statements may be sent before the answers of earlier ones are there */
	/* The text of a block for this engine. */
	const char *(*text_of)(const struct sql_block *block);
	MUST_CHECK enum err (*open)(const char *url, bool is_writer, struct conn **out);
	/* For a store that only looks; NULL where a reader is no different there. */
	MUST_CHECK enum err (*open_reading)(const char *url, struct conn **out);
	void (*close)(struct conn *conn);
	/* store_claim, held until close; NULL: several processes may serve. */
	MUST_CHECK enum err (*claim)(struct conn *conn);

	/* A batch on the writer, a snapshot on a reader (which has one agency, or NULL). */
	MUST_CHECK enum err (*begin)(struct conn *conn, const struct id *instansi);
	/* ERR_OK only when what was kept is durable; ERR_UNKNOWN when nobody can know; any other:
	   it was surely not kept. */
	MUST_CHECK enum err (*end)(struct conn *conn, bool keep);
	MUST_CHECK enum err (*item_begin)(struct conn *conn, const struct id *instansi);
	/* Where answers come later ERR_OK may be premature: a failure of what was kept is then
	   written to
	   *late, before settle returns or another item has heard anything. late NULL: waits for the
	   outcome;
	   what failed is undone. */
	MUST_CHECK enum err (*item_end)(struct conn *conn, bool keep, enum err *late);
	/* Waits until every ended item's outcome is known; NULL where it always is. */
	void (*settle)(struct conn *conn);
	void (*use_instansi)(struct conn *conn, const struct id *instansi);
	/* Does the server answer anybody? Seconds at most. *beating is its own, NULL at first. NULL
	   where there is no server. */
	bool (*pulse)(const char *url, void **beating);
	void (*pulse_end)(void *beating); /* accepts NULL */
	/* The writer has nothing to do. */
	void (*idle)(struct conn *conn);

	/* Prepares and binds; a pipelined engine sends. */
	MUST_CHECK enum err (*start)(struct query *q);
	/* Waits until the answer of what was sent is there, without stepping; NULL where it always
	   is. */
	MUST_CHECK enum err (*answer)(struct query *q);
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
	/* behind a table of small rows kept in the order of their key */
	const char *table_clustered;
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
