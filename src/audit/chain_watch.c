/* SPDX-License-Identifier: Apache-2.0 */
/* Verifies the chain of every agency and remembers what it found. */
#include "audit/chain_watch.h"

#include "audit/audit_store.h"
#include "audit/audit_verify.h"
#include "base/log.h"

#include <pthread.h>
#include <stdlib.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct chain_state *states; /* under lock; one an agency, as long as the process lives */
static int state_count;

static struct chain_state *state_of(const struct id *instansi)
{
	for (int i = 0; i < state_count; i++)
		if (id_equal(&states[i].instansi, instansi))
			return &states[i];
	return NULL;
}

bool chain_watch_find(const struct id *instansi, struct chain_state *out)
{
	pthread_mutex_lock(&lock);
	const struct chain_state *state = state_of(instansi);
	if (state)
		*out = *state;
	pthread_mutex_unlock(&lock);
	return state != NULL;
}

static void keep(const struct chain_state *found)
{
	pthread_mutex_lock(&lock);
	struct chain_state *state = state_of(&found->instansi);
	if (!state) {
		states = realloc(states, ((size_t)state_count + 1) * sizeof(*states));
		if (!states)
			abort();
		state = &states[state_count++];
	}
	*state = *found;
	pthread_mutex_unlock(&lock);
}

struct looking {
	struct arena *mem;
	struct audit_verdict verdict;
};

static enum err look(struct db *db, void *arg)
{
	struct looking *looking = arg;
	struct job job = {.mem = looking->mem, .db = db};

	return audit_verify(&job, NULL, &looking->verdict);
}

enum err chain_watch_run(struct store *store, int64_t now)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct audit_agencies agencies = {.mem = mem};
	enum err err = audit_agencies_load(store, &agencies);

	for (int i = 0; i < agencies.count && !err; i++) {
		struct looking looking = {.mem = mem};
		if ((err = store_read(store, &agencies.at[i].id, look, &looking)))
			break;
		struct chain_state state = {.instansi = agencies.at[i].id,
					    .at = now,
					    .count = looking.verdict.count,
					    .first_bad = looking.verdict.first_bad,
					    .backward = looking.verdict.backward};
		if (state.first_bad)
			log_error("audit.broken", "agency %.*s: entry %lld is not as it was",
				  STR_ARG(agencies.at[i].kode), (long long)state.first_bad);
		keep(&state);
	}
	return err;
}
