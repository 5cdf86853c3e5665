/* SPDX-License-Identifier: Apache-2.0 */
/* One writer thread commits what is queued together (the commit in flight is the batching
   window; nothing waits for a timer). */
#include "base/log.h"
#include "db/store_own.h"

#include <assert.h>
#include <semaphore.h>
#include <time.h>

#define BATCH_NS (5 * 1000000L)
#define IDLE_SECONDS 1

static int64_t now_ns(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

static const struct id *instansi_of(const struct item *item)
{
	return item->has_instansi ? &item->instansi : NULL;
}

/* The work itself, in the view it gets. */
static enum err item_work(struct item *item, struct db *db)
{
	enum err err = item->work(db, item->arg);

	db_drop_asked(db);
	item->has_mark = db->has_mark;
	item->mark = db->mark;
	return err ? err : db->failed;
}

static enum err item_run(struct store *store, struct item *item)
{
	struct conn *conn = store->conn;
	struct db db = store_view(store, conn, instansi_of(item));
	enum err err;

	if ((err = store->driver->item_begin(conn, instansi_of(item))))
		return err;
	err = item_work(item, &db);
	enum err ended = store->driver->item_end(conn, err == ERR_OK, &item->err);
	return err ? err : ended;
}

/* False when nothing is queued, or the first that is asks nothing and should. */
static bool queue_take(struct store *store, bool must_ask, struct item *out)
{
	bool is_taken = false;

	pthread_mutex_lock(&store->lock);
	if (store->count > 0 && (!must_ask || store->queue[store->first].ask)) {
		*out = store->queue[store->first];
		store->first = (store->first + 1) % QUEUE_MAX;
		store->count--;
		is_taken = true;
	}
	pthread_mutex_unlock(&store->lock);
	return is_taken;
}

static void batch_answer(struct store *store, size_t count)
{
	for (size_t i = 0; i < count; i++)
		store->batch[i].done(store->batch[i].arg, store->batch[i].err);
}

/* ---- Works whose questions travel together ---- */

static void wave_ask(struct store *store, struct item *items, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct db *db = &store->views[i];
		*db = store_view(store, store->conn, instansi_of(&items[i]));
		store->driver->use_instansi(store->conn, instansi_of(&items[i]));
		items[i].ask(db, items[i].arg);
	}
}

static bool wave_work(struct store *store, struct item *items, size_t count)
{
	size_t done = 0;

	while (done < count) {
		struct item *item = &items[done];
		store->driver->use_instansi(store->conn, instansi_of(item));
		item->err = item_work(item, &store->views[done]);
		if (item->err)
			break;
		done++;
		store->ended++;
	}
	for (size_t i = done; i < count; i++)
		db_drop_asked(&store->views[i]);
	return done == count;
}

/* All of them in one savepoint; false when one failed, and all are undone. */
static bool wave_try(struct store *store, struct item *items, size_t count)
{
	struct conn *conn = store->conn;

	store_settle(conn);
	if (conn->is_lost || store->driver->item_begin(conn, instansi_of(items)))
		return false;
	wave_ask(store, items, count);
	bool is_whole = wave_work(store, items, count);
	enum err ended = store->driver->item_end(conn, is_whole, NULL);
	return is_whole && !ended;
}

/* Runs the items, of which the first asks, together with those queued behind it that ask too;
   returns how many. */
static size_t wave_run(struct store *store, struct item *items, size_t room)
{
	size_t count = 1, before = store->ended;

	room = room < WAVE_MAX ? room : WAVE_MAX;
	while (count < room && queue_take(store, true, &items[count]))
		count++;
	if (count > 1 && wave_try(store, items, count))
		return count;
	store->ended = before;
	for (size_t i = 0; i < count; i++) {
		items[i].err = store->conn->is_lost ? ERR_STORE : item_run(store, &items[i]);
		store->ended++;
	}
	return count;
}

/* ---- A batch ---- */

/* The first item is in batch[0]; takes what else is queued while there is time for it. Returns
   how many ran. */
static size_t batch_run(struct store *store, bool *any_kept)
{
	int64_t until = now_ns() + BATCH_NS;
	size_t count = 0;

	store->ended = 0;
	do {
		struct item *item = &store->batch[count];
		if (item->ask && store->driver->is_pipelined) {
			count += wave_run(store, item, BATCH_MAX - count);
			continue;
		}
		item->err = item_run(store, item);
		store->ended = ++count;
	} while (!store->conn->is_lost && count < BATCH_MAX && now_ns() < until &&
		 queue_take(store, false, &store->batch[count]));
	store_settle(store->conn);
	for (size_t i = 0; i < count; i++)
		*any_kept |= store->batch[i].err == ERR_OK;
	return count;
}

/* On a connection the watcher has not seen: does this database still hold what was confirmed? */
static enum err batch_admit(struct store *store)
{
	struct conn *conn = store->conn;
	struct db db = store_view(store, conn, NULL);

	if (!conn->is_fresh || !store->watch.admit)
		return ERR_OK;
	enum err err = store->watch.admit(&db, store->watch.arg);
	if (!err)
		err = db.failed;
	conn->is_fresh = err != ERR_OK;
	return err;
}

static void batch_tell(struct store *store, size_t count)
{
	for (size_t i = 0; i < count && store->watch.durable; i++)
		if (!store->batch[i].err && store->batch[i].has_mark)
			store->watch.durable(store->watch.arg, &store->batch[i].mark);
}

/* Commits what was kept; what it returns became of every kept item. */
static enum err batch_end(struct store *store, bool any_kept)
{
	struct conn *conn = store->conn;
	bool was_lost = conn->is_lost;
	enum err refused = any_kept && !was_lost ? batch_admit(store) : ERR_OK;
	enum err err = store->driver->end(conn, any_kept && !conn->is_lost && !refused);

	return was_lost ? ERR_STORE : refused ? refused : err;
}

/* What the batch has shown of the disk; true when it has just failed. */
static bool tell_state(struct store *store)
{
	bool is_full = store->conn->is_full;

	if (atomic_exchange(&store->is_full, is_full) != is_full)
		log_error("store.room", is_full ? "the disk is full: changes are refused until "
						  "there is room"
						: "there is room again: changes are kept");
	if (!store->conn->is_stopped || atomic_exchange(&store->is_stopped, true))
		return false;
	log_error("store.stopped", "the disk failed; nothing is written any more");
	return true;
}

static void batch_commit(struct store *store)
{
	struct conn *conn = store->conn;
	bool any_kept = false;
	size_t count = 1;
	enum err err = atomic_load(&store->is_stopped)
			       ? ERR_STORE
			       : store->driver->begin(conn, instansi_of(store->batch));

	if (err) { /* nobody behind it is made to wait for another try */
		while (count < BATCH_MAX && queue_take(store, false, &store->batch[count]))
			count++;
		for (size_t i = 0; i < count; i++)
			store->batch[i].err = err;
	} else {
		conn->is_busy = true;
		conn->changed = 0;
		count = batch_run(store, &any_kept);
		err = batch_end(store, any_kept);
		conn->is_busy = false;
		for (int part = 0; part < STORE_PARTS;
		     part++) /* before anybody hears that it is done */
			atomic_fetch_add(&store->versions[part], conn->changed >> part & 1U);
		for (size_t i = 0; err && i < count; i++)
			if (!store->batch[i].err)
				store->batch[i].err = err;
	}
	bool has_failed = tell_state(store);
	batch_tell(store, count);
	batch_answer(store, count);
	if (has_failed && store->failed) /* everybody has been answered */
		store->failed(store->failed_arg);
}

/* Waits for the first item of a batch; false when the store closes. */
static bool batch_wait(struct store *store, bool *is_dirty)
{
	bool is_waiting = true;

	pthread_mutex_lock(&store->lock);
	while (store->count == 0 && !store->is_closing && is_waiting) {
		if (!*is_dirty) {
			pthread_cond_wait(&store->arrived, &store->lock);
			continue;
		}
		struct timespec until;
		clock_gettime(CLOCK_MONOTONIC, &until);
		until.tv_sec += IDLE_SECONDS;
		is_waiting = pthread_cond_timedwait(&store->arrived, &store->lock, &until) == 0;
	}
	bool is_idle = store->count == 0 && !store->is_closing;
	bool is_over = store->count == 0 && store->is_closing;
	pthread_mutex_unlock(&store->lock);
	if (is_idle) {
		store->driver->idle(store->conn);
		*is_dirty = store->conn->is_full; /* then it looks again, every second */
		if (tell_state(store) && store->failed)
			store->failed(store->failed_arg);
	}
	return !is_over;
}

static void *writer_main(void *arg)
{
	struct store *store = arg;
	bool is_dirty = false;

	while (batch_wait(store, &is_dirty)) {
		if (!queue_take(store, false, &store->batch[0]))
			continue;
		batch_commit(store);
		is_dirty = true;
	}
	return NULL;
}

enum err store_submit_order(struct store *store, const struct store_order *order)
{
	struct item item = {.work = order->work,
			    .ask = order->ask,
			    .done = order->done,
			    .arg = order->arg,
			    .has_instansi = order->instansi != NULL};
	enum err err = ERR_OK;

	if (order->instansi)
		item.instansi = *order->instansi;
	if (store->is_reading || atomic_load(&store->is_stopped))
		return ERR_STORE;
	pthread_mutex_lock(&store->lock);
	if (store->is_closing) {
		err = ERR_STORE;
	} else if (store->count == QUEUE_MAX) {
		err = ERR_BUSY;
	} else {
		store->queue[(store->first + store->count++) % QUEUE_MAX] = item;
		if (store->count == 1)
			pthread_cond_signal(&store->arrived);
	}
	pthread_mutex_unlock(&store->lock);
	return err;
}

enum err store_submit(struct store *store, const struct id *instansi, db_work *work,
		      void (*done)(void *arg, enum err err), void *arg)
{
	struct store_order order = {.instansi = instansi, .work = work, .done = done, .arg = arg};

	return store_submit_order(store, &order);
}

struct waiter {
	sem_t answered;
	db_work *work;
	void *arg;
	enum err err;
};

static enum err waiter_work(struct db *db, void *arg)
{
	struct waiter *waiter = arg;

	return waiter->work(db, waiter->arg);
}

static void waiter_done(void *arg, enum err err)
{
	struct waiter *waiter = arg;

	waiter->err = err;
	sem_post(&waiter->answered);
}

enum err store_write(struct store *store, const struct id *instansi, db_work *work, void *arg)
{
	struct waiter waiter = {.work = work, .arg = arg};
	enum err err;

	/* On the writer itself it would wait for itself. */
	assert(store->is_reading || !pthread_equal(pthread_self(), store->writer));
	sem_init(&waiter.answered, 0, 0);
	err = store_submit(store, instansi, waiter_work, waiter_done, &waiter);
	if (!err) {
		while (sem_wait(&waiter.answered) != 0)
			;
		err = waiter.err;
	}
	sem_destroy(&waiter.answered);
	return err;
}

bool store_writer_start(struct store *store)
{
	return pthread_create(&store->writer, NULL, writer_main, store) == 0;
}

void store_writer_end(struct store *store)
{
	pthread_mutex_lock(&store->lock);
	store->is_closing = true;
	pthread_cond_signal(&store->arrived);
	pthread_mutex_unlock(&store->lock);
	pthread_join(store->writer, NULL);
}
