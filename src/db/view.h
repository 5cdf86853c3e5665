/* SPDX-License-Identifier: Apache-2.0 */
/* A connection, the view of it that a work gets, and a statement, as they are inside the room. */
#ifndef ABDI_DB_VIEW_H
#define ABDI_DB_VIEW_H
#include "db/query.h"

#include <stdatomic.h>

#define QUERY_PARAMS_MAX 64

#define DB_ASKED_MAX 4 /* questions a work may send ahead */

struct driver;

/* One connection; each driver puts its own fields behind these. */
struct conn {
	const struct driver *driver;
	bool is_writer;
	bool is_busy; /* a snapshot or batch is open on it */
	bool is_lost; /* the transaction is gone with all its items */
	bool is_stopped; /* the disk failed: nothing may be written any more */
	bool is_full; /* the disk had no room when last something was written */
	const atomic_bool *is_down; /* its server answers nobody; NULL: it has none */
	unsigned changed; /* by what this batch holds, a bit per enum store_part */
	bool is_fresh; /* opened anew since the watcher last looked */
	struct query *spare; /* closed queries, kept for the next query_open */
	struct conn *next; /* the store's list of readers */
};

/* One connection, for one job at a time. */
struct db {
	struct store *store;
	struct conn *conn;
	struct id instansi;
	bool has_instansi;
	unsigned statements; /* sent by this work */
	enum err failed; /* the first statement that failed: the whole item fails with it */
	bool has_mark;
	struct db_mark mark;
	uint64_t versions[STORE_PARTS]; /* from before the snapshot */
	struct query *asked[DB_ASKED_MAX]; /* sent before the work began, not yet taken up by it */
	int asked_count;
};

/* What was bound. */
enum param_kind { PARAM_UNSET, PARAM_NULL, PARAM_INT, PARAM_TEXT, PARAM_BYTES, PARAM_ID };

/* A bound value, kept until the statement runs. */
struct param {
	enum param_kind kind;
	int64_t number;
	struct str text; /* the caller's memory, or small below */
	char small[24]; /* an id, a date, a number as text */
};

/* A statement being run. */
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

/* Closes what was sent ahead and not taken up. */
void db_drop_asked(struct db *db);

#endif
