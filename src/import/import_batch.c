/* SPDX-License-Identifier: Apache-2.0 */
#include "import/import_batch.h"

#include "generated/import_sql.h"

static void begin(struct import_batch *batch)
{
	arena_clear(batch->mem);
	buf_init(&batch->text, batch->mem);
	buf_init(&batch->bytes, batch->mem);
	json_init(&batch->json, &batch->text);
	json_open_array(&batch->json);
	batch->count = 0;
}

void import_batch_open(struct import_batch *batch, struct db *db, const struct sql_block *block,
		       struct str from)
{
	*batch = (struct import_batch){.db = db, .block = block, .from = from, .mem = arena_make()};
	begin(batch);
}

void import_batch_close(struct import_batch *batch)
{
	arena_free(batch->mem);
	batch->mem = NULL;
}

enum err import_batch_add(struct import_batch *batch, const struct str *texts, int count,
			  struct str bytes)
{
	json_open_array(&batch->json);
	for (int i = 0; i < count; i++)
		json_text(&batch->json, texts[i]);
	json_close_array(&batch->json);
	buf_add(&batch->bytes, bytes);
	return ++batch->count == IMPORT_BATCH_ROWS ? import_batch_flush(batch) : ERR_OK;
}

enum err import_statistics(struct db *db)
{
	CLEANUP(query_close) struct query *q = query_open(db, &SQL_IMPORT_STATISTICS);

	return query_run(q, NULL);
}

enum err import_batch_flush(struct import_batch *batch)
{
	int64_t changed = 0;
	enum err err = ERR_OK;

	if (batch->count == 0)
		return ERR_OK;
	json_close_array(&batch->json);
	{
		CLEANUP(query_close) struct query *q = query_open(batch->db, batch->block);
		if (batch->block->is_shared)
			query_id(q, 1, db_instansi(batch->db));
		query_text(q, 2, buf_str(&batch->text));
		query_bytes(q, 3, buf_str(&batch->bytes));
		if (batch->from.len)
			query_text(q, 4, batch->from);
		err = query_run(q, &changed);
	}
	batch->is_short |= changed < batch->count;
	bool is_full = batch->count == IMPORT_BATCH_ROWS;
	begin(batch);
	if (err || !is_full || batch->has_statistics)
		return err;
	batch->has_statistics = true;
	return import_statistics(batch->db);
}
