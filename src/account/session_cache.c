/* SPDX-License-Identifier: Apache-2.0 */
/* Remembers actors for seconds, until something they rest on changes. */
#include "account/session_cache.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#define SETS 1024 /* by the token's hash */
#define WAYS 4 /* so many sessions share a set; a newer one takes the place of the oldest */
#define LOCKS 64
#define TEXT_MAX 768 /* a longer actor is not remembered */
#define US_A_SECOND INT64_C(1000000)

struct slot {
	bool is_used;
	int64_t until;
	uint64_t version;
	struct session session;
	struct actor actor; /* its texts lie in text */
	char text[TEXT_MAX];
};

struct session_cache {
	pthread_mutex_t locks[LOCKS];
	struct slot sets[SETS][WAYS];
};

struct session_cache *session_cache_make(void)
{
	struct session_cache *cache = calloc(1, sizeof(*cache)); /* pages come as slots are used */

	if (!cache)
		abort();
	for (int i = 0; i < LOCKS; i++)
		pthread_mutex_init(&cache->locks[i], NULL);
	return cache;
}

void session_cache_free(struct session_cache *cache)
{
	for (int i = 0; cache && i < LOCKS; i++)
		pthread_mutex_destroy(&cache->locks[i]);
	free(cache);
}

static size_t set_number(const struct session *session)
{
	uint64_t number;

	memcpy(&number, session->hash, sizeof(number)); /* a keyed hash of a random token */
	return number % SETS;
}

static bool slot_is_of(const struct slot *slot, const struct session *session)
{
	return memcmp(slot->session.hash, session->hash, sizeof(session->hash)) == 0;
}

/* Where the session is remembered, or else may be: in the slot that holds nothing, or nothing for
   long. */
static struct slot *slot_of(struct slot set[WAYS], const struct session *session)
{
	struct slot *oldest = &set[0];

	for (int i = 0; i < WAYS; i++) {
		if (slot_is_of(&set[i], session))
			return &set[i];
		if (set[i].until < oldest->until)
			oldest = &set[i];
	}
	return oldest;
}

/* Every text of an actor, in one order. */
#define ACTOR_TEXTS 8
static void actor_texts(struct actor *actor, struct str *out[ACTOR_TEXTS + ACTOR_SCOPES_MAX],
			int *count)
{
	struct str *texts[ACTOR_TEXTS] = {
		&actor->nama, &actor->nip,  &actor->jabatan,	   &actor->unit_jalur,
		&actor->csrf, &actor->tema, &actor->instansi_nama, &actor->instansi_slug,
	};

	memcpy(out, texts, sizeof(texts));
	*count = ACTOR_TEXTS;
	for (int i = 0; i < actor->scope_count; i++)
		out[(*count)++] = &actor->scopes[i].jalur;
}

/* Moves the actor's texts to room, one after the other; false when they are too long for it. */
static bool texts_move(struct actor *actor, char *room, size_t size)
{
	struct str *text[ACTOR_TEXTS + ACTOR_SCOPES_MAX];
	size_t used = 0;
	int count;

	actor_texts(actor, text, &count);
	for (int i = 0; i < count; i++) {
		if (text[i]->len > size - used)
			return false;
		if (text[i]->len > 0)
			memcpy(room + used, text[i]->at, text[i]->len);
		*text[i] = (struct str){room + used, text[i]->len};
		used += text[i]->len;
	}
	return true;
}

static bool slot_holds(const struct slot *slot, const struct session *session, int64_t now,
		       uint64_t version)
{
	return slot->is_used && slot->version == version && now < slot->until &&
	       now < slot->session.expires_at && slot_is_of(slot, session);
}

bool session_cache_find(struct session_cache *cache, struct job *job, uint64_t version,
			struct session *session, struct actor *actor)
{
	size_t number = set_number(session);
	char *room = arena_room(job->mem, TEXT_MAX);

	pthread_mutex_lock(&cache->locks[number % LOCKS]);
	const struct slot *slot = slot_of(cache->sets[number], session);
	bool holds = slot_holds(slot, session, job->now, version);
	if (holds) {
		*session = slot->session;
		*actor = slot->actor;
		holds = texts_move(actor, room, TEXT_MAX);
	}
	pthread_mutex_unlock(&cache->locks[number % LOCKS]);
	return holds;
}

void session_cache_keep(struct session_cache *cache, int64_t now, uint64_t version,
			const struct session *session, const struct actor *actor)
{
	size_t number = set_number(session);

	pthread_mutex_lock(&cache->locks[number % LOCKS]);
	struct slot *slot = slot_of(cache->sets[number], session);
	slot->session = *session;
	slot->actor = *actor;
	slot->version = version;
	slot->until = now + SESSION_CACHE_SECONDS * US_A_SECOND;
	slot->is_used = texts_move(&slot->actor, slot->text, sizeof(slot->text));
	pthread_mutex_unlock(&cache->locks[number % LOCKS]);
}

void session_cache_forget(struct session_cache *cache, const struct session *session)
{
	size_t number = set_number(session);

	pthread_mutex_lock(&cache->locks[number % LOCKS]);
	struct slot *slot = slot_of(cache->sets[number], session);
	if (slot_is_of(slot, session))
		slot->is_used = false;
	pthread_mutex_unlock(&cache->locks[number % LOCKS]);
}
