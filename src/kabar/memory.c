/* SPDX-License-Identifier: Apache-2.0 */
/* Remembered answers, in slots by the account: a page asks a dozen questions whose answers rarely
   change. */
#include "kabar/memory.h"

#include "db/store.h"
#include "law/access.h"

#include <pthread.h>
#include <string.h>

#define SETS 256 /* by the account's id */
#define WAYS 4 /* so many accounts share a set; a newer one takes the place of the oldest */
#define TEXT_MAX 96 /* of a name; an answer with a longer one is not remembered */
#define US_A_SECOND INT64_C(1000000)

struct answer {
	bool is_known;
	uint64_t stamp; /* of the parts it rests on */
	int64_t until;
	struct waiting waiting; /* its texts lie in text */
	char text[2 * TEXT_MAX];
};

static struct slot {
	int64_t used_at;
	const struct store *store;
	struct id instansi, akun_id;
	struct date today;
	bool has_counts;
	uint64_t counts_stamp; /* of all parts */
	int64_t counts_until, counts[MEMORY_ANSWERS];
	struct answer answers[MEMORY_ANSWERS];
} sets[SETS][WAYS];
/* One lock for four sets: nobody waits for more than a copy. */
#define LOCKS 64
static pthread_mutex_t locks[LOCKS];
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void locks_make(void)
{
	for (int i = 0; i < LOCKS; i++)
		pthread_mutex_init(&locks[i], NULL);
}

/* The end of an id is chance. */
static size_t set_number(const struct id *akun_id)
{
	size_t last = sizeof(akun_id->bytes) - 1;

	return ((size_t)akun_id->bytes[last - 1] << 8 | akun_id->bytes[last]) % SETS;
}

/* A reader's view of an agency, whose versions say what still holds. */
static bool may_ask(const struct job *job)
{
	return job->db && db_instansi(job->db) && !db_is_writer(job->db);
}

static const struct id *agency_of(const struct job *job)
{
	return may_ask(job) ? db_instansi(job->db) : &job->actor->instansi_id;
}

static bool slot_is_of(const struct slot *slot, const struct job *job)
{
	return id_equal(&slot->akun_id, &job->actor->akun_id) &&
	       id_equal(&slot->instansi, agency_of(job)) &&
	       date_compare(slot->today, job->today) == 0;
}

/* Under lock: where this account's answers are, or else may be. */
static struct slot *slot_of(struct slot set[WAYS], const struct job *job)
{
	struct slot *oldest = &set[0];

	for (int i = 0; i < WAYS; i++) {
		if (slot_is_of(&set[i], job))
			return &set[i];
		if (set[i].used_at < oldest->used_at)
			oldest = &set[i];
	}
	return oldest;
}

static uint64_t stamp_of(const struct job *job, unsigned parts)
{
	uint64_t stamp = 0; /* the numbers only grow: their sum stays only when each does */

	for (unsigned part = 0; part < STORE_PARTS; part++)
		if (parts & 1U << part)
			stamp += db_version(job->db, (enum store_part)part);
	return stamp;
}

static struct str text_move(char *room, struct str text)
{
	if (text.len > 0)
		memcpy(room, text.at, text.len);
	return (struct str){room, text.len};
}

static void answer_copy(struct waiting *to, const struct waiting *from, char room[2 * TEXT_MAX])
{
	*to = *from;
	to->who = text_move(room, from->who);
	to->what = text_move(room + TEXT_MAX, from->what);
}

static bool find(struct job *job, int number, unsigned parts, struct waiting *out)
{
	size_t at = set_number(&job->actor->akun_id);

	pthread_mutex_lock(&locks[at % LOCKS]);
	const struct slot *slot = slot_of(sets[at], job);
	const struct answer *answer = &slot->answers[number];
	bool holds = slot_is_of(slot, job) && answer->is_known;
	if (holds && may_ask(job))
		holds = slot->store == db_store(job->db) && job->now < answer->until &&
			answer->stamp == stamp_of(job, parts);
	if (holds && answer->waiting.count > 0)
		answer_copy(out, &answer->waiting, arena_alloc(job->mem, 2 * TEXT_MAX));
	pthread_mutex_unlock(&locks[at % LOCKS]);
	return holds;
}

/* Under lock: the slot becomes this account's, empty. */
static void slot_take(struct slot *slot, const struct job *job)
{
	slot->used_at = job->now;
	if (slot_is_of(slot, job) && slot->store == db_store(job->db))
		return;
	for (int i = 0; i < MEMORY_ANSWERS; i++)
		slot->answers[i].is_known = false;
	slot->has_counts = false;
	slot->store = db_store(job->db);
	slot->instansi = *agency_of(job);
	slot->akun_id = job->actor->akun_id;
	slot->today = job->today;
}

static void keep(struct job *job, int number, unsigned parts, const struct waiting *waiting)
{
	size_t at = set_number(&job->actor->akun_id);

	pthread_mutex_lock(&locks[at % LOCKS]);
	struct slot *slot = slot_of(sets[at], job);
	struct answer *answer = &slot->answers[number];
	slot_take(slot, job);
	answer->is_known = waiting->who.len <= TEXT_MAX && waiting->what.len <= TEXT_MAX;
	answer->stamp = stamp_of(job, parts);
	answer->until = job->now + MEMORY_SECONDS * US_A_SECOND;
	if (answer->is_known)
		answer_copy(&answer->waiting, waiting, answer->text);
	pthread_mutex_unlock(&locks[at % LOCKS]);
}

enum err memory_ask(struct job *job, int number, unsigned parts, waiting_ask *ask,
		    struct waiting *out)
{
	enum err err;

	pthread_once(&once, locks_make);
	*out = (struct waiting){0};
	if (find(job, number, parts, out) || !may_ask(job))
		return ERR_OK;
	if ((err = ask(job, out)))
		return err;
	keep(job, number, parts, out);
	return ERR_OK;
}

#define ALL_PARTS ((1U << STORE_PARTS) - 1)

bool memory_find_counts(struct job *job, int64_t *at, int count)
{
	size_t number = set_number(&job->actor->akun_id);

	pthread_once(&once, locks_make);
	pthread_mutex_lock(&locks[number % LOCKS]);
	const struct slot *slot = slot_of(sets[number], job);
	bool holds = slot_is_of(slot, job) && slot->has_counts;
	if (holds && may_ask(job))
		holds = slot->store == db_store(job->db) && job->now < slot->counts_until &&
			slot->counts_stamp == stamp_of(job, ALL_PARTS);
	if (holds)
		memcpy(at, slot->counts, (size_t)count * sizeof(*at));
	pthread_mutex_unlock(&locks[number % LOCKS]);
	return holds;
}

void memory_keep_counts(struct job *job, const int64_t *at, int count)
{
	size_t number = set_number(&job->actor->akun_id);

	if (!may_ask(job))
		return;
	pthread_mutex_lock(&locks[number % LOCKS]);
	struct slot *slot = slot_of(sets[number], job);
	slot_take(slot, job);
	slot->has_counts = true;
	slot->counts_stamp = stamp_of(job, ALL_PARTS);
	slot->counts_until = job->now + MEMORY_SECONDS * US_A_SECOND;
	memcpy(slot->counts, at, (size_t)count * sizeof(*at));
	pthread_mutex_unlock(&locks[number % LOCKS]);
}
