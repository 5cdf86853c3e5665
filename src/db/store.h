/* SPDX-License-Identifier: Apache-2.0 */
/* The store: one API over SQLite (embedded) and PostgreSQL. Reads run on this thread's own
   connection in one snapshot; every change runs on the one writer, in a savepoint of a batch
   that is committed together. */
#ifndef ABDI_DB_STORE_H
#define ABDI_DB_STORE_H
#include "base/id.h"

struct store; /* the whole database, one per process */
struct db; /* one agency's view of it, inside one read snapshot or one write */

/* What SQLite may take, in bytes: pages each connection keeps, and how much of the file is read
   where the system holds it. */
struct store_memory {
	int64_t cache, map;
};
/* Once, before a store is opened; without it SQLite takes what it takes by itself. */
void store_set_memory(const struct store_memory *memory);
/* Options of a PostgreSQL server that may be off all the same, with commas: fsync,
   full_page_writes. Once, before a store is opened; without it a server that has one off is not
   written to, for a power loss would take what was confirmed. ERR_INVALID: another word. */
MUST_CHECK enum err store_let_off(struct str options);
/* url: "sqlite:/path/abdi.db" (or a bare path) or "postgres://…". Opens connections; migrates
   nothing. */
MUST_CHECK enum err store_open(const char *url, struct store **out);
/* The same for looking only: creates nothing, migrates nothing, writes nothing, and is content
   with files it may not change. Every write is ERR_STORE. */
MUST_CHECK enum err store_open_reading(const char *url, struct store **out);
void store_close(struct store *store);
/* Applies what is missing of src/db/migrations, each in its own transaction; safe to kill at any
   moment. */
MUST_CHECK enum err store_migrate(struct store *store);
/* "sqlite" or "postgres". */
const char *store_engine(const struct store *store);

/* Work inside a snapshot or a write. Returning anything but ERR_OK from a write rolls back to
   its savepoint. A statement that failed fails its whole work, also when the work looks away:
   use ON CONFLICT where a twin is expected. */
typedef enum err db_work(struct db *db, void *arg);

/* Runs work on this thread's reader. instansi NULL: only shared tables may be touched. */
MUST_CHECK enum err store_read(struct store *store, const struct id *instansi, db_work *work,
			       void *arg);
/* Runs work on the writer and returns when its outcome is durable: ERR_OK means committed and
   synced. */
MUST_CHECK enum err store_write(struct store *store, const struct id *instansi, db_work *work,
				void *arg);
/* The same without waiting: done(arg, err) is called on the writer thread after the commit.
   ERR_BUSY: queue full. */
MUST_CHECK enum err store_submit(struct store *store, const struct id *instansi, db_work *work,
				 void (*done)(void *arg, enum err err), void *arg);
/* A work that may begin with questions. Where answers come later, ask sends those of several queued
   works at once (query_leave), so that all are waited for once; it changes nothing, and what it
   asks must not depend on works submitted so. Such works are kept or undone together at first, and
   then each by itself: a work must bear to run twice. */
struct store_order {
	const struct id *instansi;
	void (*ask)(struct db *db, void *arg); /* NULL: it runs by itself */
	db_work *work;
	void (*done)(void *arg, enum err err);
	void *arg;
};
/* store_submit for such a work. */
MUST_CHECK enum err store_submit_order(struct store *store, const struct store_order *order);

/* What may be remembered for seconds: who somebody is and may do; years, periods, free days and
   settings; units and people; plans; ratings; reports; notices; services. A part's number grows
   with every commit of this process that may have changed it: what was read at the same number
   still holds, as far as this process wrote. Which tables are which part: tools/sql_check.c. */
enum store_part {
	STORE_ACTORS,
	STORE_CALENDAR,
	STORE_PEOPLE,
	STORE_PLANS,
	STORE_RATINGS,
	STORE_REPORTS,
	STORE_NOTICES,
	STORE_SERVICES,
	STORE_PARTS
};
uint64_t store_version(const struct store *store, enum store_part part);

/* How many statements this view has sent so far: what a deed costs, for tests and for measuring. */
unsigned db_statements(const struct db *db);

/* The agency this view belongs to; every block binds it as $1. */
const struct id *db_instansi(const struct db *db);
/* Narrows a write that began without an agency (first run, demonstration) to one. */
void db_use_instansi(struct db *db, const struct id *instansi);
bool db_is_writer(const struct db *db);
struct store *db_store(struct db *db);
/* The number of a part from before this view's snapshot, to remember with what is read in it. */
uint64_t db_version(const struct db *db, enum store_part part);

/* What a change leaves behind for the watcher: the newest link of its agency's chain. */
struct db_mark {
	struct id instansi;
	int64_t number, at;
	uint8_t hash[32];
};
/* Tells it, for db's agency; a change that is rolled back takes its mark along, the last one of a
   change counts. */
void db_mark(struct db *db, const struct db_mark *mark);
/* The last one told for db's agency in the batch at hand by this change or a kept one before it;
   false: ask the tables. */
bool db_last_mark(const struct db *db, struct db_mark *out);

/* Who watches that the database never loses what it confirmed. Both run on the writer's thread. */
struct store_watch {
	void *arg;
	/* Before the first commit of each new connection: anything but ERR_OK and nothing of the
	   batch is kept. It is asked again with the next batch. */
	enum err (*admit)(struct db *db, void *arg);
	/* After the commit is durable. */
	void (*durable)(void *arg, const struct db_mark *mark);
};
/* Once, before anybody writes. */
void store_set_watch(struct store *store, const struct store_watch *watch);

#endif
