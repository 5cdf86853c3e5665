/* SPDX-License-Identifier: Apache-2.0 */
/* Folds names and keeps what a search walks over. */
#include "org/words.h"

#include "base/fold.h"
#include "db/batch.h"
#include "generated/org_sql.h"

#define FILL_ROWS 1000 /* so many names are read at a time */

static enum err key_add(struct batch *batch, const char *jenis, struct str key, const struct id *id)
{
	struct str texts[] = {str_from(jenis), key};

	return batch_add(batch, texts, 2, (struct str){(const char *)id->bytes, sizeof(id->bytes)});
}

/* A text begins at each of its words. */
static enum err keys_add(struct batch *batch, const char *jenis, struct str text,
			 const struct id *id)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct fold fold;
	enum err err = ERR_OK;

	fold_words(mem, text, &fold);
	for (int i = 0; i < fold.count && !err; i++)
		err = key_add(batch, jenis, fold_key(mem, &fold, i), id);
	return err;
}

enum err words_add(const struct job *job, const char *jenis, const struct worded *things, int count)
{
	CLEANUP(batch_close) struct batch batch;
	enum err err = ERR_OK;

	batch_open(&batch, job, sql_words_add_many);
	for (int i = 0; i < count && !err; i++)
		if (!(err = keys_add(&batch, jenis, things[i].nama, &things[i].id)))
			err = keys_add(&batch, jenis, things[i].kode, &things[i].id);
	return err ? err : batch_flush(&batch);
}

enum err words_renew(const struct job *job, const char *jenis, const struct worded *thing)
{
	enum err err = words_drop(job, &thing->id);

	return err ? err : words_add(job, jenis, thing, 1);
}

enum err words_drop(const struct job *job, const struct id *id)
{
	return sql_words_drop(job, id);
}

/* --- all of an agency --- */

typedef enum err words_page(const struct job *job, const struct id *after, int most,
			    struct worded **rows, int *count);

static enum err fill(struct job *job, const char *jenis, words_page *page)
{
	struct id after = {{0}};
	int count = FILL_ROWS;
	enum err err = ERR_OK;

	while (count == FILL_ROWS && !err) {
		CLEANUP(arena_close) struct arena *mem = arena_make();
		const struct job *part = JOB_OF(job->db, mem);
		struct worded *rows;
		if ((err = page(part, &after, FILL_ROWS, &rows, &count)) || count == 0)
			break;
		err = words_add(part, jenis, rows, count);
		after = rows[count - 1].id;
	}
	return err;
}

enum err words_fill(struct job *job)
{
	enum err err;

	if ((err = fill(job, WORDS_PEGAWAI, sql_words_pegawai)) ||
	    (err = fill(job, WORDS_JABATAN, sql_words_jabatan)))
		return err;
	return fill(job, WORDS_UNIT, sql_words_unit);
}

static enum err fill_work(struct db *db, void *arg)
{
	struct job job = {.db = db, .mem = arg};
	int64_t waited = 0;
	enum err err = sql_words_waiting_done(&job, &waited);

	return err || waited == 0 ? err : words_fill(&job);
}

struct agencies {
	struct arena *mem;
	struct id *at;
	int count;
};

static enum err agencies_work(struct db *db, void *arg)
{
	struct agencies *list = arg;

	return sql_words_agencies(JOB_OF(db, list->mem), &list->at, &list->count);
}

enum err words_fill_waiting(struct store *store)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct agencies list = {.mem = mem};
	enum err err = store_read(store, NULL, agencies_work, &list);

	for (int i = 0; i < list.count && !err; i++)
		err = store_write(store, &list.at[i], fill_work, mem);
	return err;
}
