/* SPDX-License-Identifier: Apache-2.0 */
/* The store as its writer (store_writer.c) and its readers (store.c) share it. Inside the room
   only. */
#ifndef ABDI_DB_STORE_OWN_H
#define ABDI_DB_STORE_OWN_H
#include "db/driver.h"

#include <pthread.h>
#include <stdatomic.h>

#define QUEUE_MAX 1024
#define BATCH_MAX 256
#define WAVE_MAX 16 /* works whose questions travel together */

/* One work that waits for the writer. */
struct item {
	db_work *work;
	void (*ask)(struct db *db, void *arg); /* NULL: it runs by itself */
	void (*done)(void *arg, enum err err);
	void *arg;
	struct id instansi;
	bool has_instansi;
	enum err err;
	bool has_mark;
	struct db_mark mark;
};

/* The database with its writer and its readers. */
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
	_Atomic bool is_full; /* as the writer last found it */
	_Atomic bool is_down; /* the server answers nobody: nobody is made to wait for it */
	pthread_t pulse;
	bool has_pulse;
	void (*failed)(void *arg); /* told once, when the disk failed */
	void *failed_arg;
	_Atomic uint64_t versions[STORE_PARTS];
	struct item batch[BATCH_MAX]; /* the writer's own */
	size_t ended; /* of them have run */
	struct db views[WAVE_MAX]; /* of the works whose questions travel together */
	bool is_reading; /* opened for looking only: there is no writer */
	struct store_watch watch;
	pthread_key_t reader_key;
	struct conn *readers; /* all threads' connections, under lock */
	pthread_cond_t closing; /* with lock: what waits for its hour may end */
};

/* The view a work gets; its versions are from before the snapshot. */
struct db store_view(struct store *store, struct conn *conn, const struct id *instansi);
/* Starts the writer; false when there is no thread for it. */
MUST_CHECK bool store_writer_start(struct store *store);
/* Lets it finish what is queued. */
void store_writer_end(struct store *store);
/* The thread that feels a server's pulse, where there is a server. */
void store_pulse_start(struct store *store);
void store_pulse_end(struct store *store);
/* Waits until the outcome of every ended work is known. */
void store_settle(struct conn *conn);

#endif
