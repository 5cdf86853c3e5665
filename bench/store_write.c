/* SPDX-License-Identifier: Apache-2.0 */
/* Durable writes and reads a second through the store, each write one INSERT acknowledged after
   its sync:
     bench_store_write ADDRESS THREADS SECONDS
   ADDRESS is a fresh database: sqlite:/tmp/x.db, or postgres://… (tools/with_postgres gives one
   in ABDI_TEST_DB). */
#include "db/query.h"
#include "db/store.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define THREADS_MAX 256
#define SAMPLES_MAX 400000

static const char INSERT[] = "INSERT INTO setelan (instansi_id, kunci, berlaku_mulai, nilai) "
			     "VALUES ($1, $2, '2026-01-01', 'n')";
static const char GET[] = "SELECT nilai FROM setelan WHERE instansi_id = $1 AND kunci = $2";
static const struct sql_block BLOCK_INSERT = {"bench_insert", INSERT, INSERT, false, 0, 2, false};
static const struct sql_block BLOCK_GET = {"bench_get", GET, GET, false, 1, 2, false};

static struct store *store;
static struct id instansi;
static _Atomic bool is_over;
static int64_t written[THREADS_MAX]; /* by each worker, for the readers to find */

struct worker {
	int number;
	bool is_reading;
	int64_t done, failed, samples;
	int32_t *us; /* the first answers' times */
	char key[32];
};

static enum err insert_work(struct db *db, void *arg)
{
	const struct worker *worker = arg;
	CLEANUP(query_close) struct query *q = query_open(db, &BLOCK_INSERT);

	query_text(q, 2, str_from(worker->key));
	return query_run(q, NULL);
}

static enum err get_work(struct db *db, void *arg)
{
	const struct worker *worker = arg;
	CLEANUP(query_close) struct query *q = query_open(db, &BLOCK_GET);

	query_text(q, 2, str_from(worker->key));
	while (query_next(q))
		(void)query_is_null(q, 0);
	return query_error(q);
}

static int64_t now_us(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

static void *work(void *arg)
{
	struct worker *worker = arg;

	for (int64_t i = 0; !atomic_load(&is_over); i++) {
		int64_t at = worker->is_reading ? i % (written[worker->number] + 1) : i;
		snprintf(worker->key, sizeof(worker->key), "%d-%lld", worker->number,
			 (long long)at);
		int64_t begin = now_us();
		enum err err = worker->is_reading
				       ? store_read(store, &instansi, get_work, worker)
				       : store_write(store, &instansi, insert_work, worker);
		if (err)
			worker->failed++;
		else if (worker->done++ < SAMPLES_MAX)
			worker->us[worker->samples++] = (int32_t)(now_us() - begin);
	}
	return NULL;
}

static int compare(const void *a, const void *b)
{
	return *(const int32_t *)a < *(const int32_t *)b
		       ? -1
		       : *(const int32_t *)a > *(const int32_t *)b;
}

static void report(const char *what, struct worker *workers, int count, int seconds)
{
	int64_t done = 0, failed = 0, samples = 0;

	for (int i = 0; i < count; i++) {
		done += workers[i].done;
		failed += workers[i].failed;
		samples += workers[i].samples;
	}
	int32_t *all = calloc((size_t)samples + 1, sizeof(*all));
	int64_t at = 0;
	for (int i = 0; all && i < count; i++) {
		memcpy(all + at, workers[i].us, (size_t)workers[i].samples * sizeof(*all));
		at += workers[i].samples;
	}
	qsort(all, (size_t)samples, sizeof(*all), compare);
	printf("%s %s threads=%d per_second=%lld p50_us=%d p99_us=%d failed=%lld\n",
	       store_engine(store), what, count, (long long)(done / seconds), all[samples / 2],
	       all[samples * 99 / 100], (long long)failed);
	free(all);
}

static void run(const char *what, bool is_reading, int count, int seconds)
{
	static struct worker workers[THREADS_MAX];
	pthread_t threads[THREADS_MAX];

	atomic_store(&is_over, false);
	for (int i = 0; i < count; i++) {
		workers[i] = (struct worker){.number = i,
					     .is_reading = is_reading,
					     .us = calloc(SAMPLES_MAX, sizeof(int32_t))};
		if (!workers[i].us || pthread_create(&threads[i], NULL, work, &workers[i]))
			abort();
	}
	struct timespec pause = {seconds, 0};
	nanosleep(&pause, NULL);
	atomic_store(&is_over, true);
	for (int i = 0; i < count; i++)
		pthread_join(threads[i], NULL);
	report(what, workers, count, seconds);
	for (int i = 0; i < count; i++) {
		written[i] = workers[i].done;
		free(workers[i].us);
	}
}

int main(int argc, char **argv)
{
	if (argc != 4) {
		fprintf(stderr, "usage: bench_store_write ADDRESS THREADS SECONDS\n");
		return 2;
	}
	int count = (int)strtol(argv[2], NULL, 10), seconds = (int)strtol(argv[3], NULL, 10);
	if (count < 1 || count > THREADS_MAX || seconds < 1 || store_open(argv[1], &store) ||
	    store_migrate(store))
		return 1;
	instansi = id_make();
	run("write", false, count, seconds);
	run("read", true, count, seconds);
	store_close(store);
	return 0;
}
