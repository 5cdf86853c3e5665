/* SPDX-License-Identifier: Apache-2.0 */
/* Gathers rows and hands them to the statement that stores them all. */
#include "db/batch.h"

#include "generated/db_sql.h"

static void begin(struct batch *batch)
{
	arena_clear(batch->mem);
	buf_init(&batch->text, batch->mem);
	buf_init(&batch->bytes, batch->mem);
	json_init(&batch->json, &batch->text);
	json_open_array(&batch->json);
	batch->count = 0;
}

void batch_open(struct batch *batch, const struct job *job, batch_store *store)
{
	*batch = (struct batch){.job = job, .store = store, .mem = arena_make()};
	begin(batch);
}

void batch_close(struct batch *batch)
{
	arena_free(batch->mem);
	batch->mem = NULL;
}

enum err batch_add(struct batch *batch, const struct str *texts, int count, struct str bytes)
{
	json_open_array(&batch->json);
	for (int i = 0; i < count; i++)
		json_text(&batch->json, texts[i]);
	json_close_array(&batch->json);
	buf_add(&batch->bytes, bytes);
	return ++batch->count == BATCH_ROWS ? batch_flush(batch) : ERR_OK;
}

enum err batch_statistics(const struct job *job)
{
	return sql_statistics_renew(job);
}

enum err batch_flush(struct batch *batch)
{
	int64_t changed = 0;
	enum err err = ERR_OK;

	if (batch->count == 0)
		return ERR_OK;
	json_close_array(&batch->json);
	err = batch->store(batch->job, buf_str(&batch->text), buf_str(&batch->bytes), &changed);
	batch->is_short |= changed < batch->count;
	bool is_full = batch->count == BATCH_ROWS;
	begin(batch);
	if (err || !is_full || batch->has_statistics)
		return err;
	batch->has_statistics = true;
	return batch_statistics(batch->job);
}
