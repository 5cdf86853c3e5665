/* SPDX-License-Identifier: Apache-2.0 */
/* The limit a report is held against: the same rows in the same tables, with their keys, indexes
   and references,
   group-committed by a bare program without HTTP, access, law, hashing or escaping.
     bare_commit sqlite:PATH|postgres://… AGENCY CLIENTS SECONDS   prints rows/s, p50 and p99 in ms.
   AGENCY is the code of an agency with plans, made by `abdi demo --kode`; on PostgreSQL the
   statements go in a
   pipeline. */
#include <libpq-fe.h>
#include <pthread.h>
#include <sqlite3.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <time.h>

#define SAMPLES_MAX 4000000
#define PEOPLE_MAX 256
#define INSERTS 4
#define PARAMS_MAX 8
#define SENT_AT_ONCE 16 /* items whose answers fit the socket's buffers */

struct item {
	int64_t number;
	bool is_done;
	struct item *next;
};

struct key {
	unsigned char bytes[16];
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t work_ready = PTHREAD_COND_INITIALIZER, work_done = PTHREAD_COND_INITIALIZER;
static struct item *queue_head;
static bool is_over;
static atomic_llong next_number;
static int64_t *samples;
static atomic_int sample_count;
static sqlite3 *lite;
static sqlite3_stmt *lite_insert[INSERTS];
static PGconn *pg;
static struct key instansi;
static struct person { /* of the agency, and what she reports on */
	struct key pegawai, akun, rhk, iki;
} people[PEOPLE_MAX];
static int people_count; /* a client each */

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

/* Parameters appear in order, so that their place is their number on both engines. */
static const char *const SQL_INSERTS[INSERTS] = {
	("INSERT INTO laporan (instansi_id, laporan_id, pegawai_id, rhk_id, iki_id, tanggal, uraian, jumlah, satuan, "
	 "captured_at, created_at, nomor, hash) VALUES ($1, $2, $3, $4, $5, '2026-11-24', 'Memeriksa dan menerbitkan akta "
	 "kelahiran dari loket 2 dan kiriman distrik Muara.', 900, 'berkas', $6, 0, $7, "
	 "'0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef')"),
	("INSERT INTO capaian_rhk (instansi_id, iki_id, tahun, bulan, jumlah, banyak, bukti_banyak) VALUES ($1, $2, 2026, 11, "
	 "900, 1, 0) ON CONFLICT (instansi_id, iki_id, tahun, bulan) DO UPDATE SET jumlah = capaian_rhk.jumlah + "
	 "excluded.jumlah, banyak = capaian_rhk.banyak + excluded.banyak"),
	("INSERT INTO audit (instansi_id, nomor, at, akun_id, peran, perbuatan, objek, alasan, digest_before, digest_after, "
	 "request_id, hash) VALUES ($1, $2, $3, $4, 'pegawai', 'report.send', '0193a0c2-0000-7000-8000-000000000000', '', $5, "
	 "$6, 'abcdefghijkl', $7)"),
	("INSERT INTO kunci_sekali (instansi_id, akun_id, kunci, perbuatan, sidik, hasil, catatan, created_at) VALUES "
	 "($1, $2, $3, '/lapor', $4, '/lapor/0193a0c2-0000-7000-8000-000000000000', 'Laporan tersimpan. Terima kasih.', $5)"),
};
static const char SQL_LAST[] = "SELECT COALESCE(MAX(nomor), 0) FROM audit WHERE instansi_id = $1";
static const char SQL_WHO[] =
	"SELECT p.pegawai_id, a.akun_id, r.rhk_id, i.iki_id FROM skp s JOIN rhk r ON r.instansi_id = s.instansi_id AND r.skp_id = s.skp_id JOIN iki i ON "
	"i.instansi_id = r.instansi_id AND i.rhk_id = r.rhk_id JOIN pegawai p ON p.instansi_id = s.instansi_id AND "
	"p.pegawai_id = s.pegawai_id JOIN akun a ON a.instansi_id = p.instansi_id AND a.pegawai_id = p.pegawai_id WHERE "
	"s.instansi_id = $1 AND r.urut = 1 AND i.urut = 1 AND r.jenis = 'utama' ORDER BY p.nip LIMIT 256";

struct param {
	const void *at; /* bytes; NULL: the number */
	int len;
	bool is_text;
	int64_t number;
};

struct row { /* what one report binds, with the room its texts need */
	struct param param[INSERTS][PARAMS_MAX];
	int count[INSERTS];
	struct key laporan;
	unsigned char digest[32];
	char nomor[40];
};

static void bind_key(struct row *row, int insert, const struct key *key)
{
	row->param[insert][row->count[insert]++] = (struct param){.at = key, .len = sizeof(*key)};
}

static void bind_number(struct row *row, int insert, int64_t number)
{
	row->param[insert][row->count[insert]++] = (struct param){.number = number};
}

static void bind_bytes(struct row *row, int insert, const void *at, int len)
{
	row->param[insert][row->count[insert]++] = (struct param){.at = at, .len = len};
}

static void bind_text(struct row *row, int insert, const char *text)
{
	row->param[insert][row->count[insert]++] =
		(struct param){.at = text, .len = (int)strlen(text), .is_text = true};
}

static void row_fill(struct row *row, int64_t number)
{
	const struct person *person = &people[number % people_count];

	memset(row->count, 0, sizeof(row->count));
	must(getrandom(&row->laporan, sizeof(row->laporan), 0) == sizeof(row->laporan), "random");
	snprintf(row->nomor, sizeof(row->nomor), "LAP-20261124-%012lld", (long long)number);
	for (int i = 0; i < INSERTS; i++)
		bind_key(row, i, &instansi);
	bind_key(row, 0, &row->laporan);
	bind_key(row, 0, &person->pegawai);
	bind_key(row, 0, &person->rhk);
	bind_key(row, 0, &person->iki);
	bind_number(row, 0, number);
	bind_text(row, 0, row->nomor);
	bind_key(row, 1, &person->iki);
	bind_number(row, 2, number);
	bind_number(row, 2, number);
	bind_key(row, 2, &person->akun);
	for (int i = 0; i < 3; i++)
		bind_bytes(row, 2, row->digest, sizeof(row->digest));
	bind_key(row, 3, &person->akun);
	bind_text(row, 3, row->nomor);
	bind_bytes(row, 3, row->digest, sizeof(row->digest));
	bind_number(row, 3, number);
}

/* ---- SQLite ---- */

static sqlite3_stmt *lite_prepare(const char *text)
{
	sqlite3_stmt *stmt = NULL;

	must(sqlite3_prepare_v2(lite, text, -1, &stmt, NULL) == SQLITE_OK, "prepare");
	return stmt;
}

static void lite_key(sqlite3_stmt *stmt, int column, struct key *out)
{
	must(sqlite3_column_bytes(stmt, column) == sizeof(*out), "key");
	memcpy(out, sqlite3_column_blob(stmt, column), sizeof(*out));
}

static void open_lite(const char *path, const char *agency)
{
	must(sqlite3_open(path, &lite) == SQLITE_OK, "open");
	sqlite3_busy_timeout(lite, 5000);
	sqlite3_exec(lite,
		     "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; "
		     "PRAGMA wal_autocheckpoint=4000",
		     NULL, NULL, NULL);
	sqlite3_stmt *stmt = lite_prepare("SELECT instansi_id FROM instansi WHERE kode = $1");
	sqlite3_bind_text(stmt, 1, agency, -1, SQLITE_STATIC);
	must(sqlite3_step(stmt) == SQLITE_ROW, "agency");
	lite_key(stmt, 0, &instansi);
	sqlite3_finalize(stmt);
	stmt = lite_prepare(SQL_LAST);
	sqlite3_bind_blob(stmt, 1, &instansi, sizeof(instansi), SQLITE_STATIC);
	must(sqlite3_step(stmt) == SQLITE_ROW, "trail");
	next_number = sqlite3_column_int64(stmt, 0) + 1;
	sqlite3_finalize(stmt);
	stmt = lite_prepare(SQL_WHO);
	sqlite3_bind_blob(stmt, 1, &instansi, sizeof(instansi), SQLITE_STATIC);
	for (; sqlite3_step(stmt) == SQLITE_ROW; people_count++) {
		struct person *person = &people[people_count];
		lite_key(stmt, 0, &person->pegawai);
		lite_key(stmt, 1, &person->akun);
		lite_key(stmt, 2, &person->rhk);
		lite_key(stmt, 3, &person->iki);
	}
	sqlite3_finalize(stmt);
	for (int i = 0; i < INSERTS; i++)
		lite_insert[i] = lite_prepare(SQL_INSERTS[i]);
}

static void bind_lite(sqlite3_stmt *stmt, int at, const struct param *param)
{
	if (!param->at)
		sqlite3_bind_int64(stmt, at, param->number);
	else if (param->is_text)
		sqlite3_bind_text(stmt, at, param->at, param->len, SQLITE_STATIC);
	else
		sqlite3_bind_blob(stmt, at, param->at, param->len, SQLITE_STATIC);
}

static void commit_lite(const struct item *items)
{
	static struct row row;

	sqlite3_exec(lite, "BEGIN IMMEDIATE", NULL, NULL, NULL);
	for (const struct item *item = items; item; item = item->next) {
		row_fill(&row, item->number);
		for (int i = 0; i < INSERTS; i++) {
			for (int p = 0; p < row.count[i]; p++)
				bind_lite(lite_insert[i], p + 1, &row.param[i][p]);
			must(sqlite3_step(lite_insert[i]) == SQLITE_DONE, "insert");
			sqlite3_reset(lite_insert[i]);
		}
	}
	must(sqlite3_exec(lite, "COMMIT", NULL, NULL, NULL) == SQLITE_OK, "commit");
}

/* ---- PostgreSQL ---- */

static PGresult *pg_rows(const char *text, const struct key *key, const char *name)
{
	const char *value = key ? (const char *)key : name;
	PGresult *result = PQexecParams(pg, text, 1, NULL, &value, (const int[]){sizeof(*key)},
					(const int[]){key != NULL}, 1);

	must(PQresultStatus(result) == PGRES_TUPLES_OK && PQntuples(result) > 0, text);
	return result;
}

static void pg_key(const PGresult *result, int row, int column, struct key *out)
{
	must(PQgetlength(result, row, column) == sizeof(*out), "key");
	memcpy(out, PQgetvalue(result, row, column), sizeof(*out));
}

static void open_pg(const char *url, const char *agency)
{
	pg = PQconnectdb(url);
	must(PQstatus(pg) == CONNECTION_OK, "connect");
	PGresult *result =
		pg_rows("SELECT instansi_id FROM instansi WHERE kode = $1", NULL, agency);
	pg_key(result, 0, 0, &instansi);
	PQclear(result);
	PQclear(pg_rows("SELECT set_config('abdi.instansi', CAST($1 AS uuid)::text, false)",
			&instansi, NULL));
	result = pg_rows(SQL_WHO, &instansi, NULL);
	for (; people_count < PQntuples(result); people_count++) {
		struct person *person = &people[people_count];
		pg_key(result, people_count, 0, &person->pegawai);
		pg_key(result, people_count, 1, &person->akun);
		pg_key(result, people_count, 2, &person->rhk);
		pg_key(result, people_count, 3, &person->iki);
	}
	PQclear(result);
	result = pg_rows(SQL_LAST, &instansi, NULL);
	unsigned char number[8];
	memcpy(number, PQgetvalue(result, 0, 0), sizeof(number));
	for (int i = 0; i < 8; i++)
		next_number = next_number << 8 | number[i];
	next_number++;
	PQclear(result);
	for (int i = 0; i < INSERTS; i++) {
		char name[] = {'i', (char)('0' + i), 0};
		result = PQprepare(pg, name, SQL_INSERTS[i], 0, NULL);
		must(PQresultStatus(result) == PGRES_COMMAND_OK, "prepare");
		PQclear(result);
	}
	must(PQenterPipelineMode(pg), "pipeline");
}

static void send_pg(const struct row *row, int insert)
{
	const char *values[PARAMS_MAX];
	char numbers[PARAMS_MAX][24], name[] = {'i', (char)('0' + insert), 0};
	int lengths[PARAMS_MAX], formats[PARAMS_MAX];

	for (int p = 0; p < row->count[insert]; p++) {
		const struct param *param = &row->param[insert][p];
		snprintf(numbers[p], sizeof(numbers[p]), "%lld", (long long)param->number);
		values[p] = param->at ? param->at : numbers[p];
		lengths[p] = param->len;
		formats[p] = param->at != NULL;
	}
	must(PQsendQueryPrepared(pg, name, row->count[insert], values, lengths, formats, 0),
	     "send");
}

static void collect_pg(void)
{
	must(PQpipelineSync(pg), "sync");
	for (;;) {
		PGresult *result = PQgetResult(pg);
		ExecStatusType status = result ? PQresultStatus(result) : PGRES_COMMAND_OK;
		must(status == PGRES_COMMAND_OK || status == PGRES_PIPELINE_SYNC, "insert");
		PQclear(result);
		if (status == PGRES_PIPELINE_SYNC)
			return;
	}
}

static void commit_pg(const struct item *items)
{
	static struct row row;
	int sent = 0;

	must(PQsendQueryParams(pg, "BEGIN", 0, NULL, NULL, NULL, NULL, 0), "begin");
	for (const struct item *item = items; item; item = item->next) {
		row_fill(&row, item->number);
		for (int i = 0; i < INSERTS; i++)
			send_pg(&row, i);
		if (++sent % SENT_AT_ONCE == 0)
			collect_pg();
	}
	must(PQsendQueryParams(pg, "COMMIT", 0, NULL, NULL, NULL, NULL, 0), "commit");
	collect_pg();
}

/* ---- Clients ---- */

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
	if (argc != 5) {
		fprintf(stderr, "bare_commit URL AGENCY CLIENTS SECONDS\n");
		return 2;
	}
	int clients = (int)strtol(argv[3], NULL, 10);
	int64_t seconds = strtol(argv[4], NULL, 10);
	samples = calloc(SAMPLES_MAX, sizeof *samples);
	if (strncmp(argv[1], "sqlite:", 7) == 0)
		open_lite(argv[1] + 7, argv[2]);
	else
		open_pg(argv[1], argv[2]);
	must(people_count >= clients, "as many people as clients");
	people_count = clients;
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
