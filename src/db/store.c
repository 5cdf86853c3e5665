/* SPDX-License-Identifier: Apache-2.0 */
/* What a store is, and its readers: each thread has a connection of its own. Its writer is in
   store_writer.c. */
#include "db/store.h"

#include "base/log.h"
#include "db/store_own.h"
#include "db/store_state.h"

#include <stdlib.h>
#include <string.h>

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

unsigned db_statements(const struct db *db)
{
	return db->statements;
}

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

void store_settle(struct conn *conn)
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
		store_settle(db->conn);
	for (size_t i = db_is_writer(db) ? store->ended : 0; i-- > 0;) {
		const struct item *item = &store->batch[i];
		if (!item->err && item->has_mark && id_equal(&item->mark.instansi, &db->instansi)) {
			*out = item->mark;
			return true;
		}
	}
	return false;
}

bool store_is_remote(const struct store *store)
{
	return store->driver->pulse != NULL;
}

enum err store_claim(struct store *store)
{
	return store->driver->claim ? store->driver->claim(store->conn) : ERR_OK;
}

enum store_state store_state(const struct store *store)
{
	return atomic_load(&store->is_stopped) ? STORE_FAILED
	       : atomic_load(&store->is_down)  ? STORE_DOWN
	       : atomic_load(&store->is_full)  ? STORE_FULL
					       : STORE_WRITABLE;
}

void store_on_failure(struct store *store, void (*failed)(void *arg), void *arg)
{
	store->failed = failed;
	store->failed_arg = arg;
}

void store_set_watch(struct store *store, const struct store_watch *watch)
{
	store->watch = *watch;
	store->conn->is_fresh = true; /* whatever it did before, the watcher has not seen it */
}

struct db store_view(struct store *store, struct conn *conn, const struct id *instansi)
{
	struct db db = {.store = store, .conn = conn, .has_instansi = instansi != NULL};

	if (instansi)
		db.instansi = *instansi;
	for (int part = 0; part < STORE_PARTS; part++)
		db.versions[part] = store_version(store, (enum store_part)part);
	return db;
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
	reader->conn->is_down = &store->is_down;
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

	if (atomic_load(&store->is_down))
		return ERR_STORE;
	if ((err = reader_get(store, &reader)))
		return err;
	struct db db = store_view(store, reader->conn, instansi);
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
	pthread_cond_destroy(&store->closing);
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
	pthread_cond_init(&store->closing, &attr);
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
	store->conn->is_down = &store->is_down;
	store_pulse_start(store);
	if (!store_writer_start(store)) {
		store_pulse_end(store);
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

void store_close(struct store *store)
{
	if (!store)
		return;
	if (!store->is_reading)
		store_writer_end(store);
	store_pulse_end(store);
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
