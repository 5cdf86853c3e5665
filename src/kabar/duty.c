/* SPDX-License-Identifier: Apache-2.0 */
/* What waits for the actor: each row of the table whose deed the actor may do is asked, and put
   into words. */
#include "kabar/duty.h"

#include "base/say.h"
#include "db/store.h"
#include "evaluation/evaluation_waiting.h"
#include "indikator/indikator_waiting.h"
#include "kabar/memory.h"
#include "law/access.h"
#include "layanan/layanan_waiting.h"
#include "berkas/berkas.h"
#include "masalah/masalah.h"
#include "suara/suara_staff.h"
#include "org/org_waiting.h"
#include "report/report_waiting.h"
#include "skp/skp_waiting.h"

enum whom { DUTY_PERSON, DUTY_PENILAI, DUTY_SCOPE, DUTY_OFFICE };
enum tone { DUTY_OWN, DUTY_BLOCKS };

/* A bit per part of the store, as the table writes them. */
enum parts {
	ACTORS = 1 << STORE_ACTORS,
	CALENDAR = 1 << STORE_CALENDAR,
	PEOPLE = 1 << STORE_PEOPLE,
	PLANS = 1 << STORE_PLANS,
	RATINGS = 1 << STORE_RATINGS,
	REPORTS = 1 << STORE_REPORTS,
	NOTICES = 1 << STORE_NOTICES,
	SERVICES = 1 << STORE_SERVICES,
};

static const struct duty_row {
	enum permission permission;
	enum whom whom;
	const char *icon;
	enum tone tone;
	waiting_ask *ask;
	unsigned parts;
	const char *place, *list, *record, *one, *more, *detail;
} rows[DUTY_COUNT] = {
#define DUTY(name, permission, whom, icon, tone, ask, parts, place, list, record, one, more,       \
	     detail)                                                                               \
	[DUTY_##name] = {PERM_##permission,                                                        \
			 DUTY_##whom,                                                              \
			 icon,                                                                     \
			 DUTY_##tone,                                                              \
			 ask,                                                                      \
			 (parts),                                                                  \
			 place,                                                                    \
			 list,                                                                     \
			 record,                                                                   \
			 one,                                                                      \
			 more,                                                                     \
			 detail},
#include "kabar/duty.def"
#undef DUTY
};
_Static_assert((int)DUTY_COUNT < (int)MEMORY_ANSWERS, "each duty's answer has a place in memory");

static bool is_for(const struct duty_row *row, const struct actor *actor)
{
	if (!access_may(actor, row->permission))
		return false;
	switch (row->whom) {
	case DUTY_PERSON: return !id_is_none(&actor->pegawai_id);
	case DUTY_PENILAI: return actor->has_bawahan;
	case DUTY_SCOPE: return access_reach(actor, row->permission) >= REACH_UNIT;
	case DUTY_OFFICE: return access_reach(actor, row->permission) == REACH_INSTANSI;
	}
	__builtin_unreachable();
}

static enum err ask(struct job *job, int name, struct waiting *out)
{
	const struct duty_row *row = &rows[name];

	*out = (struct waiting){0};
	if (!is_for(row, job->actor))
		return ERR_OK;
	return memory_ask(job, name, row->parts, row->ask, out);
}

/* "Yohana Wally dan 2 lainnya" */
static struct str who_of(struct arena *mem, const struct waiting *w)
{
	if (w->count < 2)
		return w->who;
	return say_format(mem, "%.*s dan %s%d lainnya", STR_ARG(w->who),
			  w->count < WAITING_MOST ? "" : SAY(mem, "lebih dari ").at,
			  (int)w->count - 1);
}

static struct str word_of(struct arena *mem, struct str name, const struct waiting *w)
{
	if (str_is(name, "n"))
		return str_format(mem, "%d%s", (int)w->count, w->count < WAITING_MOST ? "" : "+");
	if (str_is(name, "all"))
		return str_format(mem, "%d", (int)w->all);
	if (str_is(name, "tahun"))
		return str_format(mem, "%d", w->tahun);
	if (str_is(name, "nomor"))
		return str_format(mem, "%d", w->nomor);
	if (str_is(name, "record"))
		return id_str(mem, &w->record);
	if (str_is(name, "until"))
		return say_date(mem, w->until);
	if (str_is(name, "what"))
		return say_period(mem, w->what);
	return who_of(mem, w);
}

struct str waiting_words(struct arena *mem, const char *pattern, const struct waiting *waiting)
{
	struct str rest = say(mem, pattern);
	struct buf out;

	buf_init(&out, mem);
	while (rest.len > 0) {
		buf_add(&out, str_cut(rest, '{', &rest));
		if (rest.len > 0)
			buf_add(&out, word_of(mem, str_cut(rest, '}', &rest), waiting));
	}
	return buf_str(&out);
}

static struct duty duty_of(struct arena *mem, int name, const struct waiting *w)
{
	const struct duty_row *row = &rows[name];
	bool is_one = w->count == 1;

	return (struct duty){
		.name = (enum duty_name)name,
		.count = w->count,
		.path = waiting_words(mem, is_one ? row->record : row->list, w),
		.title = waiting_words(mem, is_one ? row->one : row->more, w),
		.detail = waiting_words(mem, row->detail, w),
		.icon = row->icon,
		.tone = row->tone == DUTY_BLOCKS ? "y" : "b",
	};
}

enum err duty_counts(struct job *job, int64_t at[DUTY_COUNT])
{
	struct waiting waiting;
	enum err err;

	if (memory_find_counts(job, at, DUTY_COUNT))
		return ERR_OK;
	for (int i = 0; i < DUTY_COUNT; i++) {
		if ((err = ask(job, i, &waiting)))
			return err;
		at[i] = waiting.count;
	}
	memory_keep_counts(job, at, DUTY_COUNT);
	return ERR_OK;
}

enum err duty_list(struct job *job, struct duty_list *out)
{
	int64_t counts[DUTY_COUNT];
	struct waiting waiting;
	enum err err;

	out->count = 0;
	if ((err = duty_counts(job, counts)))
		return err;
	for (int i = 0; i < DUTY_COUNT; i++) {
		if (counts[i] == 0)
			continue;
		if ((err = ask(job, i, &waiting)))
			return err;
		if (waiting.count > 0)
			out->at[out->count++] = duty_of(job->mem, i, &waiting);
	}
	return ERR_OK;
}

const char *duty_place(enum duty_name name)
{
	return rows[name].place;
}
