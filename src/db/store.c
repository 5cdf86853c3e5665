/* SPDX-License-Identifier: Apache-2.0 */
/* One writer thread commits what is queued together (the commit in flight is the batching
   window; nothing waits for a timer); readers have a connection a thread. */
#include "db/store.h"

#include "base/log.h"
#include "db/driver.h"

#include <assert.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define QUEUE_MAX 1024
#define BATCH_MAX 256
#define BATCH_NS (5 * 1000000L)
#define IDLE_SECONDS 1

struct item {
	db_work *work;
	void (*done)(void *arg, enum err err);
	void *arg;
	struct id instansi;
	bool has_instansi;
	enum err err;
	bool has_mark;
	struct db_mark mark;
};

struct store {
	const struct driver *driver;
	char *url;
	pthread_t writer;
	struct conn *conn; /* the writer's */
	pthread_mutex_t lock;
	pthread_cond_t arrived;
	struct item queue[QUEUE_MAX]; /* ring, under lock */
	size_t first, count;
	bool is_closing;
	_Atomic bool is_stopped; /* the disk failed: every write is refused */
	_Atomic uint64_t versions[STORE_PARTS];
	struct item batch[BATCH_MAX]; /* the writer's own */
	size_t ended; /* of them have run */
	bool is_reading; /* opened for looking only: there is no writer */
	struct store_watch watch;
	pthread_key_t reader_key;
	struct conn *readers; /* all threads' connections, under lock */
};

const struct driver *driver_for(const char *url)
{
	bool is_postgres =
		strncmp(url, "postgres://", 11) == 0 || strncmp(url, "postgresql://", 13) == 0;

	return is_postgres ? &DRIVER_POSTGRES : &DRIVER_SQLITE;
}

const struct driver *store_driver(const struct store *store)
{
	return store->driver;
}

const char *store_url(const struct store *store)
{
	return store->url;
}

const char *store_engine(const struct store *store)
{
	return store->driver->name;
}

uint64_t store_version(const struct store *store, enum store_part part)
{
	return atomic_load(&store->versions[part]);
}

uint64_t db_version(const struct db *db, enum store_part part)
{
	return db->versions[part];
}

/* ---- The view a work gets ---- */

const struct id *db_instansi(const struct db *db)
{
	return db->has_instansi ? &db->instansi : NULL;
}

void db_use_instansi(struct db *db, const struct id *instansi)
{
	db->instansi = *instansi;
	db->has_instansi = true;
	db->conn->driver->use_instansi(db->conn, instansi);
}

bool db_is_writer(const struct db *db)
{
	return db->conn->is_writer;
}

struct store *db_store(struct db *db)
{
	return db->store;
}

void db_mark(struct db *db, const struct db_mark *mark)
{
	db->has_mark = true;
	db->mark = *mark;
	db->mark.instansi = db->instansi;
}

static void settle(struct conn *conn)
{
	if (conn->driver->settle)
		conn->driver->settle(conn);
}

bool db_last_mark(const struct db *db, struct db_mark *out)
{
	const struct store *store = db->store;

	if (db->has_mark) {
		*out = db->mark;
		return id_equal(&out->instansi, &db->instansi);
	}
	if (db_is_writer(db))
		settle(db->conn);
	for (size_t i = db_is_writer(db) ? store->ended : 0; i-- > 0;) {
		const struct item *item = &store->batch[i];
		if (!item->err && item->has_mark && id_equal(&item->mark.instansi, &db->instansi)) {
			*out = item->mark;
			return true;
		}
	}
	return false;
}

void store_set_watch(struct store *store, const struct store_watch *watch)
{
	store->watch = *watch;
	store->conn->is_fresh = true; /* whatever it did before, the watcher has not seen it */
}

static struct db db_make(struct store *store, struct conn *conn, const struct id *instansi)
{
	struct db db = {.store = store, .conn = conn, .has_instansi = instansi != NULL};

	if (instansi)
		db.instansi = *instansi;
	for (int part = 0; part < STORE_PARTS; part++)
		db.versions[part] = store_version(store, (enum store_part)part);
	return db;
}

/* ---- The writer ---- */

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

static enum err item_run(struct store *store, struct item *item)
{
	struct conn *conn = store->conn;
	struct db db = db_make(store, conn, instansi_of(item));
	enum err err;

	if ((err = store->driver->item_begin(conn, instansi_of(item))))
		return err;
	err = item->work(&db, item->arg);
	if (!err)
		err = db.failed;
	enum err ended = store->driver->item_end(conn, err == ERR_OK, &item->err);
	item->has_mark = db.has_mark;
	item->mark = db.mark;
	return err ? err : ended;
}

/* False when nothing is queued. */
static bool queue_take(struct store *store, struct item *out)
{
	bool is_taken = false;

	pthread_mutex_lock(&store->lock);
	if (store->count > 0) {
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

/* The first item is in batch[0]; takes what else is queued while there is time for it. Returns
   how many ran. */
static size_t batch_run(struct store *store, bool *any_kept)
{
	int64_t until = now_ns() + BATCH_NS;
	size_t count = 0;

	store->ended = 0;
	do {
		struct item *item = &store->batch[count++];
		item->err = item_run(store, item);
		store->ended = count;
		*any_kept |= item->err == ERR_OK;
	} while (!store->conn->is_lost && count < BATCH_MAX && now_ns() < until &&
		 queue_take(store, &store->batch[count]));
	settle(store->conn);
	return count;
}

/* On a connection the watcher has not seen: does this database still hold what was confirmed? */
static enum err batch_admit(struct store *store)
{
	struct conn *conn = store->conn;
	struct db db = db_make(store, conn, NULL);

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
	enum err refused = any_kept && !conn->is_lost ? batch_admit(store) : ERR_OK;
	enum err err = store->driver->end(conn, any_kept && !conn->is_lost && !refused);

	return conn->is_lost ? ERR_STORE : refused ? refused : err;
}

static void batch_commit(struct store *store)
{
	struct conn *conn = store->conn;
	bool any_kept = false;
	size_t count = 1;
	enum err err = atomic_load(&store->is_stopped)
			       ? ERR_STORE
			       : store->driver->begin(conn, instansi_of(store->batch));

	if (err) {
		store->batch[0].err = err;
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
	if (conn->is_stopped && !atomic_exchange(&store->is_stopped, true))
		log_error("store.stopped", "the disk failed; nothing is written any more");
	batch_tell(store, count);
	batch_answer(store, count);
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
		*is_dirty = false;
	}
	return !is_over;
}

static void *writer_main(void *arg)
{
	struct store *store = arg;
	bool is_dirty = false;

	while (batch_wait(store, &is_dirty)) {
		if (!queue_take(store, &store->batch[0]))
			continue;
		batch_commit(store);
		is_dirty = true;
	}
	return NULL;
}

enum err store_submit(struct store *store, const struct id *instansi, db_work *work,
		      void (*done)(void *arg, enum err err), void *arg)
{
	struct item item = {
		.work = work, .done = done, .arg = arg, .has_instansi = instansi != NULL};
	enum err err = ERR_OK;

	if (instansi)
		item.instansi = *instansi;
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

/* ---- Readers ---- */

struct reader {
	struct store *store;
	struct conn *conn;
};

static void reader_unlist(struct store *store, const struct conn *conn)
{
	pthread_mutex_lock(&store->lock);
	for (struct conn **at = &store->readers; *at; at = &(*at)->next)
		if (*at == conn) {
			*at = conn->next;
			break;
		}
	pthread_mutex_unlock(&store->lock);
}

/* A thread ends: its connection goes too. */
static void reader_end(void *arg)
{
	struct reader *reader = arg;

	reader_unlist(reader->store, reader->conn);
	reader->conn->driver->close(reader->conn);
	free(reader);
}

static enum err reader_make(struct store *store, struct reader **out)
{
	struct reader *reader = calloc(1, sizeof(*reader));
	enum err err;

	if (!reader)
		abort();
	err = store->is_reading && store->driver->open_reading
		      ? store->driver->open_reading(store->url, &reader->conn)
		      : store->driver->open(store->url, false, &reader->conn);
	if (err) {
		free(reader);
		return err;
	}
	reader->store = store;
	pthread_mutex_lock(&store->lock);
	reader->conn->next = store->readers;
	store->readers = reader->conn;
	pthread_mutex_unlock(&store->lock);
	*out = reader;
	return ERR_OK;
}

/* This thread's reader; a new one beside it when a read runs inside a read. */
static enum err reader_get(struct store *store, struct reader **out)
{
	struct reader *mine = pthread_getspecific(store->reader_key);
	enum err err;

	if (mine && !mine->conn->is_busy) {
		*out = mine;
		return ERR_OK;
	}
	if ((err = reader_make(store, out)))
		return err;
	if (!mine && pthread_setspecific(store->reader_key, *out) != 0)
		abort();
	return ERR_OK;
}

enum err store_read(struct store *store, const struct id *instansi, db_work *work, void *arg)
{
	struct reader *reader;
	enum err err;

	if ((err = reader_get(store, &reader)))
		return err;
	struct db db = db_make(store, reader->conn, instansi);
	if (!(err = store->driver->begin(reader->conn, instansi))) {
		reader->conn->is_busy = true;
		err = work(&db, arg);
		if (!err)
			err = db.failed;
		enum err ended = store->driver->end(reader->conn, true);
		err = err ? err : ended;
		reader->conn->is_busy = false;
	}
	if (pthread_getspecific(store->reader_key) != reader)
		reader_end(reader);
	return err;
}

/* ---- Opening and closing ---- */

static void store_free(struct store *store)
{
	pthread_cond_destroy(&store->arrived);
	pthread_mutex_destroy(&store->lock);
	pthread_key_delete(store->reader_key);
	free(store->url);
	free(store);
}

static struct store *store_make(const char *url)
{
	struct store *store = calloc(1, sizeof(*store));
	pthread_condattr_t attr;

	if (!store || !(store->url = strdup(url)) ||
	    pthread_key_create(&store->reader_key, reader_end) != 0)
		abort();
	store->driver = driver_for(url);
	pthread_mutex_init(&store->lock, NULL);
	pthread_condattr_init(&attr);
	pthread_condattr_setclock(&attr, CLOCK_MONOTONIC);
	pthread_cond_init(&store->arrived, &attr);
	pthread_condattr_destroy(&attr);
	return store;
}

enum err store_open(const char *url, struct store **out)
{
	struct store *store = store_make(url);
	enum err err = store->driver->open(url, true, &store->conn);

	if (err) {
		store_free(store);
		return err;
	}
	if (pthread_create(&store->writer, NULL, writer_main, store) != 0) {
		store->driver->close(store->conn);
		store_free(store);
		return ERR_STORE;
	}
	*out = store;
	return ERR_OK;
}

enum err store_open_reading(const char *url, struct store **out)
{
	struct store *store = store_make(url);

	store->is_reading = true;
	*out = store;
	return ERR_OK;
}

static void writer_end(struct store *store)
{
	pthread_mutex_lock(&store->lock);
	store->is_closing = true;
	pthread_cond_signal(&store->arrived);
	pthread_mutex_unlock(&store->lock);
	pthread_join(store->writer, NULL);
}

void store_close(struct store *store)
{
	if (!store)
		return;
	if (!store->is_reading)
		writer_end(store);
	free(pthread_getspecific(
		store->reader_key)); /* this thread's; other threads have ended theirs */
	while (store->readers) {
		struct conn *conn = store->readers;
		store->readers = conn->next;
		store->driver->close(conn);
	}
	if (store->conn)
		store->driver->close(store->conn);
	store_free(store);
}
