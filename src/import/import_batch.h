/* SPDX-License-Identifier: Apache-2.0 */
/* Many new rows in one statement: texts as JSON, ids and hashes as bytes of fixed length side by side.
   One statement a row would cost a round trip each on PostgreSQL. */
#ifndef ABDI_IMPORT_IMPORT_BATCH_H
#define ABDI_IMPORT_IMPORT_BATCH_H
#include "db/query.h"
#include "render/json.h"

#define IMPORT_BATCH_ROWS 500

struct import_batch {
	struct db *db;
	const struct sql_block *block;
	struct str from; /* bound as $4 when not empty */
	struct arena *mem; /* cleared after each statement */
	struct buf text, bytes;
	struct json json;
	int count;
	bool is_short; /* some rows were not stored: a key was taken */
	bool has_statistics; /* made after the first rows: plans for empty tables stay slow */
};

void import_batch_open(struct import_batch *batch, struct db *db, const struct sql_block *block,
		       struct str from);
void import_batch_close(struct import_batch *batch); /* for CLEANUP */
/* Adds one row; count 0 texts are allowed. Stores when enough stand together. */
MUST_CHECK enum err import_batch_add(struct import_batch *batch, const struct str *texts, int count,
				     struct str bytes);
MUST_CHECK enum err import_batch_flush(struct import_batch *batch);
/* Lets the planner see what was stored. */
MUST_CHECK enum err import_statistics(struct db *db);

#endif
