/* SPDX-License-Identifier: Apache-2.0 */
/* Walks over the names without a place and gives each its own. */
#include "org/place.h"

#include "base/fold.h"
#include "base/name.h"
#include "generated/org_sql.h"

#define FILL_ROWS 1000 /* so many names are read at a time */

struct filling {
	struct arena *mem;
	struct id *agencies;
	int agency_count;
	const struct place_kind *kinds;
	int count;
};

static enum err rows_save(const struct job *job, const struct place_kind *kind,
			  const struct placed *rows, int count)
{
	CLEANUP(batch_close) struct batch batch;
	enum err err = ERR_OK;

	batch_open(&batch, job, kind->save);
	for (int i = 0; i < count && !err; i++) {
		struct str place = kind->order(batch.mem, rows[i].nama);
		err = batch_add(
			&batch, &place, 1,
			(struct str){(const char *)rows[i].id.bytes, sizeof(rows[i].id.bytes)});
	}
	return err ? err : batch_flush(&batch);
}

static enum err kind_fill(struct db *db, const struct place_kind *kind)
{
	struct id after = {{0}};
	int count = FILL_ROWS;
	enum err err = ERR_OK;

	while (count == FILL_ROWS && !err) {
		CLEANUP(arena_close) struct arena *mem = arena_make();
		const struct job *part = JOB_OF(db, mem);
		struct placed *rows;
		if ((err = kind->page(part, &after, FILL_ROWS, &rows, &count)) || count == 0)
			break;
		err = rows_save(part, kind, rows, count);
		after = rows[count - 1].id;
	}
	return err;
}

static enum err agencies_work(struct db *db, void *arg)
{
	struct filling *filling = arg;

	return sql_words_agencies(JOB_OF(db, filling->mem), &filling->agencies,
				  &filling->agency_count);
}

static enum err fill_work(struct db *db, void *arg)
{
	const struct filling *filling = arg;
	enum err err = ERR_OK;

	for (int i = 0; i < filling->count && !err; i++)
		err = kind_fill(db, &filling->kinds[i]);
	return err;
}

enum err places_fill(struct store *store, const struct place_kind *kinds, int count)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct filling filling = {.mem = mem, .kinds = kinds, .count = count};
	enum err err = store_read(store, NULL, agencies_work, &filling);

	for (int i = 0; i < filling.agency_count && !err; i++)
		err = store_write(store, &filling.agencies[i], fill_work, &filling);
	return err;
}

enum err org_places_fill(struct store *store)
{
	static const struct place_kind kinds[] = {
		{sql_places_pegawai, sql_place_pegawai_many, name_order},
		{sql_places_unit, sql_place_unit_many, fold_order},
	};

	return places_fill(store, kinds, sizeof kinds / sizeof kinds[0]);
}
