/* SPDX-License-Identifier: Apache-2.0 */
/* One named SQL block, bound and run. Blocks live in <subject>/<subject>.sql;
   generated/<subject>_sql.h has a function for each, which binds values and reads columns by their
   names (db/member.h).

   $1 is always the agency and is bound by query_open itself; callers bind from $2. A block marked
   :shared works on tables of the whole installation and has no agency. Columns count from 0. */
#ifndef ABDI_DB_QUERY_H
#define ABDI_DB_QUERY_H
#include "base/date.h"
#include "base/id.h"
#include "db/store.h"

struct query;

/* All blocks of all rooms, then NULL; made from the .sql files. */
struct sql_block;
extern const struct sql_block *const SQL_BLOCKS[];
extern const int SQL_BLOCK_COUNT;

/* A named statement, made from a .sql file. */
struct sql_block {
	const char *name; /* "skp_save_state" */
	const char *sqlite; /* text for each engine; the same unless a twin is written */
	const char *postgres;
	bool is_shared; /* no agency: $1 is an ordinary parameter */
	int number; /* position in the table of all blocks: the prepared-statement cache */
	int param_count; /* highest $n */
	unsigned changes; /* what it writes to, a bit per enum store_part */
};

/* Prepares the statement, or takes it from the cache; $1 is bound when the block is not
   shared. */
struct query *query_open(struct db *db, const struct sql_block *block);
void query_close(struct query **q); /* for CLEANUP */

/* What somebody looks for, for LIKE … ESCAPE '!': in lower case, anywhere, signs of LIKE standing
   for themselves. */
struct str query_pattern(struct arena *mem, struct str search);

/* Binds parameter n, from 1 on. */
void query_text(struct query *q, int n, struct str value);
/* Binds a number, or a truth as 0 and 1. */
void query_int(struct query *q, int n, int64_t value);
void query_id(struct query *q, int n, const struct id *value); /* the none id binds NULL */
void query_date(struct query *q, int n, struct date value); /* the none date binds NULL */
void query_bytes(struct query *q, int n, struct str value);
void query_null(struct query *q, int n);

/* Steps to the next row; false at the end or on failure: then ask query_error. */
bool query_next(struct query *q);
MUST_CHECK enum err query_error(const struct query *q);
/* For statements without rows; *changed may be NULL. A broken unique or foreign key is
   ERR_CONFLICT. */
MUST_CHECK enum err query_run(struct query *q, int64_t *changed);

/* The same for a change that must meet exactly one row: none means that it was saved by somebody
   after we loaded it, ERR_CONFLICT. */
MUST_CHECK enum err query_run_one(struct query *q);
/* When query_next gave no first row: the error, else ERR_NOT_FOUND. */
MUST_CHECK enum err query_missing(const struct query *q);

/* In a work's questions sent ahead (store_submit_order): sends it and leaves it to the work, which
   finds the answer when it asks the same of the same. */
void query_leave(struct query **q);
/* Puts the statement on its way without waiting, so that several share one round trip; query_next
   takes the answer. */
void query_send(struct query *q);
/* Runs a statement without rows whose outcome nobody needs now: should it fail, the whole work
   fails, at its end at the latest. */
MUST_CHECK enum err query_run_later(struct query *q);

/* Is there nothing in this column? */
bool query_is_null(const struct query *q, int column);
/* Text that lives until the next step; for keys that are looked up at once. */
struct str query_column_view(const struct query *q, int column);
/* What stands in this column is nothing we ever store: the question and its work fail with
   ERR_STORE. */
void query_spoil(struct query *q, int column);
int64_t query_column_int(const struct query *q, int column); /* NULL gives 0 */
struct str query_column_text(const struct query *q, int column,
			     struct arena *mem); /* copied; NULL gives STR_NONE */
struct str query_column_bytes(const struct query *q, int column, struct arena *mem);
struct id query_column_id(const struct query *q, int column); /* NULL gives the none id */
struct date query_column_date(const struct query *q, int column); /* NULL gives the none date */

#endif
