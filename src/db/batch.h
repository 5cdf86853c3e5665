/* SPDX-License-Identifier: Apache-2.0 */
/* Many new rows in one statement: texts as JSON, ids and hashes as bytes of fixed length side by
   side. One statement a row would cost a round trip each on PostgreSQL. */
#ifndef ABDI_DB_BATCH_H
#define ABDI_DB_BATCH_H
#include "base/job.h"
#include "base/json.h"
#include "db/store.h"

#define BATCH_ROWS 500

/* Stores the rows: an array of arrays of texts, and the bytes of all rows one after the other. */
typedef enum err batch_store(const struct job *job, struct str rows, struct str bytes,
			     int64_t *changed);

/* Rows that wait to be stored together. */
struct batch {
	const struct job *job;
	batch_store *store;
	struct arena *mem; /* cleared after each statement */
	struct buf text, bytes;
	struct json json;
	int count;
	bool is_short; /* some rows were not stored: a key was taken */
	bool has_statistics; /* made after the first rows: plans for empty tables stay slow */
};

/* Nothing waits yet. */
void batch_open(struct batch *batch, const struct job *job, batch_store *store);
/* Gives the memory back; for CLEANUP. What still waits is lost. */
void batch_close(struct batch *batch);
/* Adds one row; count 0 texts are allowed. Stores when enough stand together. */
MUST_CHECK enum err batch_add(struct batch *batch, const struct str *texts, int count,
			      struct str bytes);
/* Stores what waits. */
MUST_CHECK enum err batch_flush(struct batch *batch);
/* Lets the planner see what was stored: without statistics it takes the agency alone for a narrow
   key. */
MUST_CHECK enum err batch_statistics(const struct job *job);

#endif
