/* SPDX-License-Identifier: Apache-2.0 */
/* Notices: an event leaves a row for its person, the words come from the table when the row is read. */
#include "kabar/notice.h"

#include "db/query.h"
#include "db/store.h"
#include "generated/kabar_sql.h"
#include "kabar/duty.h"
#include "kabar/memory.h"
#include "law/access.h"

#define NEWS_DAYS 90 /* what was decided longer ago is no news when it is told */
#define FORGET_ROWS 1000 /* at a time: the writer serves others too */
#define DAY_US INT64_C(86400000000)

enum who { WHO_PLAN, WHO_EVALUATION };

static const struct notice_row {
	const char *key;
	enum who who;
	const char *icon, *tone, *sentence, *address;
} rows[NOTICE_COUNT] = {
#define NOTICE(name, event, who, icon, tone, sentence, address)                                    \
	[NOTICE_##name] = {#name, WHO_##who, icon, tone, sentence, address},
#include "kabar/notice.def"
#undef NOTICE
};

/* ---- Telling ---- */

static enum err tell(struct job *job, enum notice_name name, const struct id *objek_id)
{
	const struct sql_block *block = rows[name].who == WHO_PLAN ? &SQL_NOTICE_INSERT_PLAN
								   : &SQL_NOTICE_INSERT_EVALUATION;
	CLEANUP(query_close) struct query *q = query_open(job->db, block);
	const struct id *self = &job->actor->pegawai_id;
	struct id kabar_id = id_make();

	query_id(q, 2, &kabar_id);
	query_text(q, 3, str_from(rows[name].key));
	query_int(q, 4, job->now);
	query_id(q, 5, objek_id);
	/* An account without a person tells everybody: no id of a record is a person's. */
	query_id(q, 6, id_is_none(self) ? objek_id : self);
	query_int(q, 7, job->now - NEWS_DAYS * DAY_US);
	return query_run(q, NULL);
}

#define NOTICE(name, event, who, icon, tone, sentence, address)                                    \
	enum err notice_tell_##name(struct job *job, const struct id *objek_id)                    \
	{                                                                                          \
		return tell(job, NOTICE_##name, objek_id);                                         \
	}
#include "kabar/notice.def"
#undef NOTICE

/* ---- Reading ---- */

/* False for a kind that an older or newer program told. */
static bool row_of(struct str key, const struct notice_row **out)
{
	for (int i = 0; i < NOTICE_COUNT; i++)
		if (str_is(key, rows[i].key)) {
			*out = &rows[i];
			return true;
		}
	return false;
}

static bool notice_of(struct job *job, const struct query *q, struct notice *out)
{
	const struct notice_row *row;
	struct waiting facts = {.count = 1,
				.record = query_column_id(q, 4),
				.tahun = (int)query_column_int(q, 5),
				.nomor = (int)query_column_int(q, 6),
				.what = query_column_text(q, 7, job->mem)};

	if (query_is_null(q, 4) || !row_of(query_column_text(q, 1, job->mem), &row))
		return false; /* its record is gone */
	*out = (struct notice){.kabar_id = query_column_id(q, 0),
			       .title = waiting_words(job->mem, row->sentence, &facts),
			       .path = waiting_words(job->mem, row->address, &facts),
			       .icon = row->icon,
			       .tone = row->tone,
			       .at = query_column_int(q, 2),
			       .is_read = !query_is_null(q, 3)};
	return true;
}

enum err notice_list(struct job *job, const struct id *after, struct notice_list *out)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_NOTICE_PAGE);
	struct id newest, last = {{0}};
	int read = 0;

	memset(newest.bytes, 0xFF, sizeof(newest.bytes));
	*out = (struct notice_list){0};
	query_id(q, 2, &job->actor->pegawai_id);
	query_id(q, 3, id_is_none(after) ? &newest : after);
	query_int(q, 4, NOTICE_PAGE + 1);
	while (query_next(q)) {
		if (read++ == NOTICE_PAGE) {
			out->next = last;
			break;
		}
		last = query_column_id(q, 0);
		out->count += notice_of(job, q, &out->at[out->count]);
	}
	return query_error(q);
}

enum err notice_find(struct job *job, const struct id *kabar_id, struct notice *out)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_NOTICE_FIND);
	enum err err;

	query_id(q, 2, &job->actor->pegawai_id);
	query_id(q, 3, kabar_id);
	if (!query_next(q))
		return (err = query_error(q)) ? err : ERR_NOT_FOUND;
	return notice_of(job, q, out) ? ERR_OK : ERR_NOT_FOUND;
}

static enum err ask_unread(struct job *job, struct waiting *out)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_NOTICE_UNREAD);

	query_id(q, 2, &job->actor->pegawai_id);
	query_int(q, 3, WAITING_MOST);
	if (query_next(q))
		out->count = query_column_int(q, 0);
	return query_error(q);
}

enum err notice_count_unread(struct job *job, int64_t *out)
{
	struct waiting unread = {0};
	enum err err = ERR_OK;

	if (!id_is_none(&job->actor->pegawai_id))
		err = memory_ask(job, DUTY_COUNT, 1 << STORE_NOTICES, ask_unread, &unread);
	*out = unread.count;
	return err;
}

enum err notice_mark_read(struct job *job, const struct id *kabar_id)
{
	bool is_one = !id_is_none(kabar_id);
	CLEANUP(query_close)
	struct query *q = query_open(job->db, is_one ? &SQL_NOTICE_READ : &SQL_NOTICE_READ_ALL);

	query_id(q, 2, &job->actor->pegawai_id);
	if (is_one)
		query_id(q, 3, kabar_id);
	query_int(q, is_one ? 4 : 3, job->now);
	return query_run(q, NULL);
}

/* ---- Forgetting ---- */

struct kabar_agencies {
	struct arena *mem;
	int count;
	struct id *at;
};

struct forgetting {
	int64_t before, count;
};

static enum err forget_work(struct db *db, void *arg)
{
	struct forgetting *work = arg;
	CLEANUP(query_close) struct query *q = query_open(db, &SQL_NOTICE_FORGET);

	query_int(q, 2, work->before);
	query_int(q, 3, FORGET_ROWS);
	return query_run(q, &work->count);
}

/* Every agency of the installation. */
static enum err agencies_work(struct db *db, void *arg)
{
	struct kabar_agencies *agencies = arg;
	CLEANUP(query_close) struct query *q = query_open(db, &SQL_KABAR_AGENCIES);

	while (query_next(q)) {
		agencies->at = arena_grow(agencies->mem, agencies->at, agencies->count,
					  sizeof(*agencies->at));
		agencies->at[agencies->count++] = query_column_id(q, 0);
	}
	return query_error(q);
}

enum err notice_forget_old(struct store *store, int64_t now, int days)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct kabar_agencies agencies = {.mem = mem};
	struct forgetting work = {.before = now - days * DAY_US};
	enum err err = store_read(store, NULL, agencies_work, &agencies);

	for (int i = 0; i < agencies.count && !err; i++) {
		do {
			err = store_write(store, &agencies.at[i], forget_work, &work);
		} while (!err && work.count == FORGET_ROWS);
	}
	return err;
}
