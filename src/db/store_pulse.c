/* SPDX-License-Identifier: Apache-2.0 */
/* Feels the pulse of the database server: while nobody gets an answer, nobody is made to wait for
   one, and who already waits is told. */
#include "base/log.h"
#include "db/store_own.h"

#include <stdlib.h>
#include <time.h>

#define PULSE_SECONDS 1

/* False when the store closes. */
static bool wait_for_beat(struct store *store)
{
	struct timespec until;
	int woken = 0;

	clock_gettime(CLOCK_MONOTONIC, &until);
	until.tv_sec += PULSE_SECONDS;
	pthread_mutex_lock(&store->lock);
	while (!store->is_closing && woken == 0)
		woken = pthread_cond_timedwait(&store->closing, &store->lock, &until);
	bool goes_on = !store->is_closing;
	pthread_mutex_unlock(&store->lock);
	return goes_on;
}

static void tell(bool is_down)
{
	if (is_down)
		log_error("store.down", "the database server answers nobody; what needs it is "
					"refused until it does");
	else
		log_info("store.up", "the database server answers again");
}

static void *pulse_main(void *arg)
{
	struct store *store = arg;
	void *beating = NULL;

	while (wait_for_beat(store)) {
		bool is_down = !store->driver->pulse(store->url, &beating);
		if (atomic_exchange(&store->is_down, is_down) != is_down)
			tell(is_down);
	}
	store->driver->pulse_end(beating);
	return NULL;
}

void store_pulse_start(struct store *store)
{
	if (!store->driver->pulse)
		return;
	if (pthread_create(&store->pulse, NULL, pulse_main, store) != 0)
		abort();
	store->has_pulse = true;
}

void store_pulse_end(struct store *store)
{
	pthread_mutex_lock(&store->lock);
	store->is_closing = true;
	pthread_cond_broadcast(&store->closing);
	pthread_mutex_unlock(&store->lock);
	if (store->has_pulse)
		pthread_join(store->pulse, NULL);
	store->has_pulse = false;
}
