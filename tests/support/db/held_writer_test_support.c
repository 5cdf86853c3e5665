/* SPDX-License-Identifier: Apache-2.0 */
/* A writer that waits until a test lets it go. */
#include "db/held_writer_test_support.h"

#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

static struct {
	pthread_mutex_t lock;
	pthread_cond_t changed;
	bool is_reached, is_open;
	int done;
} gate = {PTHREAD_MUTEX_INITIALIZER, PTHREAD_COND_INITIALIZER, false, false, 0};

void held_done(void *arg, enum err err)
{
	*(enum err *)arg = err;
	pthread_mutex_lock(&gate.lock);
	gate.done++;
	pthread_cond_broadcast(&gate.changed);
	pthread_mutex_unlock(&gate.lock);
}

static enum err gate_work(struct db *db, void *arg)
{
	(void)db;
	(void)arg;
	pthread_mutex_lock(&gate.lock);
	gate.is_reached = true;
	pthread_cond_broadcast(&gate.changed);
	while (!gate.is_open)
		pthread_cond_wait(&gate.changed, &gate.lock);
	pthread_mutex_unlock(&gate.lock);
	return ERR_OK;
}

void writer_hold(struct store *store, const struct id *instansi)
{
	static enum err held;

	pthread_mutex_lock(&gate.lock);
	gate.is_reached = gate.is_open = false;
	gate.done = -1; /* the holding work itself does not count */
	pthread_mutex_unlock(&gate.lock);
	assert_int_equal(store_submit(store, instansi, gate_work, held_done, &held), ERR_OK);
	pthread_mutex_lock(&gate.lock);
	while (!gate.is_reached)
		pthread_cond_wait(&gate.changed, &gate.lock);
	pthread_mutex_unlock(&gate.lock);
}

void writer_release(int works)
{
	pthread_mutex_lock(&gate.lock);
	gate.is_open = true;
	pthread_cond_broadcast(&gate.changed);
	while (gate.done < works)
		pthread_cond_wait(&gate.changed, &gate.lock);
	pthread_mutex_unlock(&gate.lock);
}
