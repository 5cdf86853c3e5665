/* SPDX-License-Identifier: Apache-2.0 */
/* A fresh, migrated database for a test: SQLite in a temporary folder, or a schema of its own on
   PostgreSQL when ABDI_TEST_DB holds a postgres address, emptied between tests. One at a time. */
#ifndef ABDI_DB_STORE_TEST_SUPPORT_H
#define ABDI_DB_STORE_TEST_SUPPORT_H
#include "db/query.h"
#include "db/store.h"

struct store *store_for_test(void);
void store_end_test(struct store *store);
/* Address of the database store_for_test last made, to open it a second time. */
const char *store_test_url(void);
/* Made but neither opened nor migrated; store_end_test(NULL) removes it. */
const char *store_test_prepare(void);

/* An agency to work in, already inserted. */
struct id store_test_instansi(struct store *store, const char *kode);
/* Runs one statement as a write, past all use cases; $1 is the agency when given. Aborts unless
   it works. Returns how many rows changed. For tampering. */
int64_t store_test_sql(struct store *store, const struct id *instansi, const char *sql);
/* The same for a statement that may be refused. */
enum err store_test_try(struct store *store, const struct id *instansi, const char *sql);
/* The first column of the first row as a number; $1 is the agency when given. */
int64_t store_test_count(struct store *store, const struct id *instansi, const char *sql);
/* The same as an id; none without a row. */
struct id store_test_id(struct store *store, const struct id *instansi, const char *sql);

/* PostgreSQL: ends all connections of the store that asks. The others are waited for, the own one
   is the last: it fails. */
enum err store_test_cut(struct db *db);

#endif
