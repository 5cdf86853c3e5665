/* SPDX-License-Identifier: Apache-2.0 */
/* Notices: an event leaves a row for its person, the words come from the table when the row is
   read. */
#include "kabar/notice.h"

#include "db/store.h"
#include "generated/kabar_sql.h"
#include "kabar/duty.h"
#include "kabar/memory.h"
#include "law/access.h"

#define NEWS_DAYS 90 /* what was decided longer ago is no news when it is told */
#define FORGET_ROWS 250 /* at a time: the writer serves others too */
#define DAY_US INT64_C(86400000000)

enum who { WHO_PLAN, WHO_EVALUATION };

static const struct notice_row {
	const char *key;
	enum who who;
	const char *icon, *tone, *sentence, *address;
} rows[NOTICE_COUNT] = {
#define NOTICE(name, jenis, who, icon, tone, sentence, address)                                    \
	[NOTICE_##name] = {#name, WHO_##who, icon, tone, sentence, address},
#include "kabar/notice.def"
#undef NOTICE
};

/* ---- Telling ---- */

static enum err tell(struct job *job, enum notice_name name, const struct id *objek_id)
{
	struct str key = str_from(rows[name].key);
	struct id kabar_id = id_make();
	/* An account without a person tells everybody: no id of a record is a person's. */
	const struct id *self = &job->actor->pegawai_id;
	const struct id *teller = id_is_none(self) ? objek_id : self;
	int64_t news_since = job->now - NEWS_DAYS * DAY_US;

	switch (rows[name].who) {
	case WHO_PLAN:
		return sql_notice_insert_plan(job, &kabar_id, key, job->now, objek_id, teller,
					      news_since);
	case WHO_EVALUATION:
		return sql_notice_insert_evaluation(job, &kabar_id, key, job->now, objek_id, teller,
						    news_since);
	}
	__builtin_unreachable();
}

#define NOTICE(name, jenis, who, icon, tone, sentence, address)                                    \
	enum err notice_tell_##name(struct job *job, const struct event *event)                    \
	{                                                                                          \
		return tell(job, NOTICE_##name, &event->objek_id);                                 \
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

static bool notice_of(struct job *job, const struct notice_stored *stored, struct notice *out)
{
	const struct notice_row *row;
	struct waiting facts = {.count = 1,
				.record = stored->record,
				.tahun = stored->tahun,
				.nomor = stored->nomor,
				.what = stored->what};

	if (id_is_none(&stored->record) || !row_of(stored->jenis, &row))
		return false; /* its record is gone */
	*out = (struct notice){.kabar_id = stored->kabar_id,
			       .title = waiting_words(job->mem, row->sentence, &facts),
			       .path = waiting_words(job->mem, row->address, &facts),
			       .icon = row->icon,
			       .tone = row->tone,
			       .at = stored->at,
			       .is_read = stored->read_at != 0};
	return true;
}

enum err notice_list(struct job *job, const struct id *after, struct notice_list *out)
{
	struct notice_stored *stored;
	struct id newest;
	int count = 0;

	memset(newest.bytes, 0xFF, sizeof(newest.bytes));
	*out = (struct notice_list){0};
	enum err err =
		sql_notice_page(job, &job->actor->pegawai_id, id_is_none(after) ? &newest : after,
				NOTICE_PAGE + 1, &stored, &count);
	if (err)
		return err;
	if (count > NOTICE_PAGE)
		out->next = stored[--count - 1].kabar_id;
	for (int i = 0; i < count; i++)
		out->count += notice_of(job, &stored[i], &out->at[out->count]);
	return ERR_OK;
}

enum err notice_find(struct job *job, const struct id *kabar_id, struct notice *out)
{
	struct notice_stored stored;
	enum err err = sql_notice_find(job, &job->actor->pegawai_id, kabar_id, &stored);

	if (err)
		return err;
	return notice_of(job, &stored, out) ? ERR_OK : ERR_NOT_FOUND;
}

static enum err ask_unread(struct job *job, struct waiting *out)
{
	return sql_notice_unread(job, &job->actor->pegawai_id, WAITING_MOST, &out->count);
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
	const struct id *self = &job->actor->pegawai_id;

	return id_is_none(kabar_id) ? sql_notice_read_all(job, self, job->now)
				    : sql_notice_read(job, self, kabar_id, job->now);
}

/* ---- Forgetting ---- */

struct agencies {
	struct arena *mem;
	int count;
	struct kabar_agency *at;
};

static enum err agencies_work(struct db *db, void *arg)
{
	struct agencies *agencies = arg;

	return sql_kabar_agencies(JOB_OF(db, agencies->mem), &agencies->at, &agencies->count);
}

struct forgetting {
	int64_t before, count;
};

static enum err forget_work(struct db *db, void *arg)
{
	struct forgetting *work = arg;

	return sql_notice_forget(JOB_OF(db, NULL), work->before, FORGET_ROWS, &work->count);
}

enum err notice_forget_old(struct store *store, int64_t now, int days, const struct pace *pace)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct agencies agencies = {.mem = mem};
	struct forgetting work = {.before = now - days * DAY_US};
	enum err err = store_read(store, NULL, agencies_work, &agencies);

	for (int i = 0; i < agencies.count && !err; i++) {
		do {
			err = store_write(store, &agencies.at[i].instansi_id, forget_work, &work);
		} while (!err && work.count == FORGET_ROWS && pace_goes_on(pace));
	}
	return err;
}
