/* SPDX-License-Identifier: Apache-2.0 */
/* The limit a report is held against: the rows of one work report, group-committed by a bare program without
   HTTP, access, law, audit chain or escaping.
   bare_commit sqlite:PATH|postgres://… CLIENTS SECONDS   prints rows/s, p50 and p99 in ms. */
#include <libpq-fe.h>
#include <pthread.h>
#include <sqlite3.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define BATCH_MAX 256
#define SAMPLES_MAX 4000000

struct item {
	int64_t number;
	bool is_done;
	struct item *next;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t work_ready = PTHREAD_COND_INITIALIZER, work_done = PTHREAD_COND_INITIALIZER;
static struct item *queue_head;
static bool is_over;
static atomic_llong next_number = 1;
static int64_t *samples;
static atomic_int sample_count;
static sqlite3 *lite;
static sqlite3_stmt *lite_insert[3];
static PGconn *pg;

static int64_t now_us(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

static void must(bool ok, const char *what)
{
	if (!ok) {
		fprintf(stderr, "bare_commit: %s: %s\n", what,
			lite ? sqlite3_errmsg(lite) : PQerrorMessage(pg));
		exit(1);
	}
}

static const char *const TABLES[] = {
	"CREATE TABLE bare_laporan (nomor BIGINT PRIMARY KEY, pegawai BIGINT NOT NULL, tanggal TEXT NOT NULL, uraian TEXT NOT NULL)",
	"CREATE INDEX bare_laporan_pegawai ON bare_laporan (pegawai, tanggal)",
	"CREATE TABLE bare_kunci (nomor BIGINT PRIMARY KEY, hasil TEXT NOT NULL)",
	"CREATE TABLE bare_audit (nomor BIGINT PRIMARY KEY, hash TEXT NOT NULL)",
};
static const char *const INSERTS[] = {
	"INSERT INTO bare_laporan VALUES ($1, $1 % 300, '2026-11-24', 'Memeriksa dan menerbitkan akta kelahiran dari loket 2 dan kiriman distrik Muara.')",
	"INSERT INTO bare_kunci VALUES ($1, 'LAP-20261124-ABCDEFGH 0123456789abcdef')",
	"INSERT INTO bare_audit VALUES ($1, '0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef')",
};

static void open_store(const char *url)
{
	if (strncmp(url, "sqlite:", 7) == 0) {
		must(sqlite3_open(url + 7, &lite) == SQLITE_OK, "open");
		sqlite3_exec(lite, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL", NULL, NULL,
			     NULL);
		for (size_t i = 0; i < 4; i++)
			must(sqlite3_exec(lite, TABLES[i], NULL, NULL, NULL) == SQLITE_OK, "table");
		for (size_t i = 0; i < 3; i++)
			must(sqlite3_prepare_v2(lite, INSERTS[i], -1, &lite_insert[i], NULL) ==
				     SQLITE_OK,
			     "prepare");
		return;
	}
	pg = PQconnectdb(url);
	must(PQstatus(pg) == CONNECTION_OK, "connect");
	for (size_t i = 0; i < 4; i++)
		PQclear(PQexec(pg, TABLES[i]));
	const char *names[] = {"i0", "i1", "i2"};
	for (size_t i = 0; i < 3; i++)
		PQclear(PQprepare(pg, names[i], INSERTS[i], 1, (const Oid[]){20}));
}

static void commit_lite(const struct item *items)
{
	sqlite3_exec(lite, "BEGIN IMMEDIATE", NULL, NULL, NULL);
	for (const struct item *item = items; item; item = item->next)
		for (size_t i = 0; i < 3; i++) {
			sqlite3_bind_int64(lite_insert[i], 1, item->number);
			must(sqlite3_step(lite_insert[i]) == SQLITE_DONE, "insert");
			sqlite3_reset(lite_insert[i]);
		}
	must(sqlite3_exec(lite, "COMMIT", NULL, NULL, NULL) == SQLITE_OK, "commit");
}

static void commit_pg(const struct item *items)
{
	PQclear(PQexec(pg, "BEGIN"));
	for (const struct item *item = items; item; item = item->next) {
		static const char *const names[] = {"i0", "i1", "i2"};
		char text[24];
		snprintf(text, sizeof text, "%lld", (long long)item->number);
		for (size_t i = 0; i < 3; i++) {
			PGresult *result = PQexecPrepared(
				pg, names[i], 1, (const char *const[]){text}, NULL, NULL, 0);
			must(PQresultStatus(result) == PGRES_COMMAND_OK, "insert");
			PQclear(result);
		}
	}
	PGresult *result = PQexec(pg, "COMMIT");
	must(PQresultStatus(result) == PGRES_COMMAND_OK, "commit");
	PQclear(result);
}

static void *writer(void *unused)
{
	(void)unused;
	pthread_mutex_lock(&lock);
	for (;;) {
		while (!queue_head && !is_over)
			pthread_cond_wait(&work_ready, &lock);
		if (!queue_head)
			break;
		struct item *batch = queue_head;
		queue_head = NULL;
		pthread_mutex_unlock(&lock);
		if (lite)
			commit_lite(batch);
		else
			commit_pg(batch);
		pthread_mutex_lock(&lock);
		for (struct item *item = batch; item; item = item->next)
			item->is_done = true;
		pthread_cond_broadcast(&work_done);
	}
	pthread_mutex_unlock(&lock);
	return NULL;
}

static void *client(void *arg)
{
	int64_t until = *(int64_t *)arg;
	while (now_us() < until) {
		struct item item = {.number = atomic_fetch_add(&next_number, 1)};
		int64_t start = now_us();
		pthread_mutex_lock(&lock);
		item.next = queue_head;
		queue_head = &item;
		pthread_cond_signal(&work_ready);
		while (!item.is_done)
			pthread_cond_wait(&work_done, &lock);
		pthread_mutex_unlock(&lock);
		int slot = atomic_fetch_add(&sample_count, 1);
		if (slot < SAMPLES_MAX)
			samples[slot] = now_us() - start;
	}
	return NULL;
}

static int by_size(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
	return (x > y) - (x < y);
}

int main(int argc, char **argv)
{
	if (argc != 4) {
		fprintf(stderr, "bare_commit URL CLIENTS SECONDS\n");
		return 2;
	}
	int clients = (int)strtol(argv[2], NULL, 10);
	int64_t seconds = strtol(argv[3], NULL, 10);
	samples = calloc(SAMPLES_MAX, sizeof *samples);
	open_store(argv[1]);
	int64_t start = now_us(), until = start + seconds * 1000000;
	pthread_t write_thread, threads[256];
	pthread_create(&write_thread, NULL, writer, NULL);
	for (int i = 0; i < clients && i < 256; i++)
		pthread_create(&threads[i], NULL, client, &until);
	for (int i = 0; i < clients && i < 256; i++)
		pthread_join(threads[i], NULL);
	int64_t took = now_us() - start;
	pthread_mutex_lock(&lock);
	is_over = true;
	pthread_cond_signal(&work_ready);
	pthread_mutex_unlock(&lock);
	pthread_join(write_thread, NULL);
	int count =
		atomic_load(&sample_count) < SAMPLES_MAX ? atomic_load(&sample_count) : SAMPLES_MAX;
	qsort(samples, (size_t)count, sizeof *samples, by_size);
	printf("%.0f %.2f %.2f\n", (double)count * 1e6 / (double)took,
	       (double)samples[count / 2] / 1000,
	       (double)samples[(int)((double)count * 0.99)] / 1000);
	return 0;
}
