/* SPDX-License-Identifier: Apache-2.0 */
/* How long a chain takes to verify, with signed heads on the way:
     bench_audit_verify ADDRESS ENTRIES
   ADDRESS is a fresh database: sqlite:/tmp/x.db, or postgres://… (tools/with_postgres gives one in
   ABDI_TEST_DB). The limit is 10 s for 1,000,000 entries. */
#include "audit/audit_heads.h"
#include "audit/audit_trail.h"
#include "audit/audit_verify.h"
#include "base/sys.h"
#include "db/query.h"
#include "law/access.h"

#include <stdio.h>
#include <stdlib.h>

#define PORTION 1000
#define SIGNED_EVERY 50000

static const struct actor ACTOR = {.akun_id = {{1}},
				   .is_signed_in = true,
				   .scope_count = 1,
				   .scopes = {{PERAN_PEGAWAI, {"", 0}}}};
static struct id instansi;
static int64_t made;

static void must(enum err err, const char *what)
{
	if (err) {
		(void)fprintf(stderr, "%s: %s\n", what, err_name(err));
		exit(1);
	}
}

static enum err agency_work(struct db *db, void *arg)
{
	static const char text[] =
		"INSERT INTO instansi (instansi_id, nama, kota, zona, kode, created_at) "
		"VALUES ($1, 'Ukur', 'Ukur', 'WIB', 'UKUR', 0)";
	struct sql_block block = {
		.name = "bench", .sqlite = text, .postgres = text, .number = -1, .param_count = 1};
	CLEANUP(query_close) struct query *q = query_open(db, &block);

	(void)arg;
	return query_run(q, NULL);
}

static enum err portion_work(struct db *db, void *arg)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct job job = {.mem = mem, .db = db, .actor = &ACTOR, .request_id = STR("r-8f2KqLw0a")};
	struct audit_entry entry = {.deed = "report.create", .after = STR("isi laporan")};
	enum err err = ERR_OK;

	(void)arg;
	for (int i = 0; i < PORTION && !err; i++) {
		job.now = ++made * 1000;
		entry.object = id_make();
		err = audit_add(&job, &entry);
	}
	if (!err && made % SIGNED_EVERY == 0)
		err = audit_head_sign(&job, HEAD_BERKALA);
	return err;
}

static enum err verify_work(struct db *db, void *arg)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct job job = {.mem = mem, .db = db, .actor = &ACTOR};
	struct audit_trail trail;
	struct audit_check check = {.each = audit_trail_take, .arg = &trail};

	audit_trail_init(&trail, mem);
	return audit_verify(&job, &check, arg);
}

int main(int argc, char **argv)
{
	struct audit_verdict verdict;
	struct store *store;
	int64_t entries = 0;

	if (argc != 3 || !str_parse_int(str_from(argv[2]), &entries) || entries < 1) {
		(void)fprintf(stderr, "bench_audit_verify ADDRESS ENTRIES\n");
		return 2;
	}
	must(store_open(argv[1], &store), "open");
	must(store_migrate(store), "migrate");
	instansi = id_make();
	must(store_write(store, &instansi, agency_work, NULL), "agency");
	while (made < entries)
		must(store_write(store, &instansi, portion_work, NULL), "entries");
	int64_t wall = clock_now(), cpu = clock_cpu();
	must(store_read(store, &instansi, verify_work, &verdict), "verify");
	wall = clock_now() - wall;
	cpu = clock_cpu() - cpu;
	(void)printf("%s: %lld entries, %d signed heads, first bad %lld: %lld ms wall, %lld ms CPU "
		     "(limit 10000 ms for 1000000)\n",
		     store_engine(store), (long long)verdict.count, verdict.heads,
		     (long long)verdict.first_bad, (long long)wall / 1000, (long long)cpu / 1000);
	store_close(store);
	return verdict.first_bad ? 1 : 0;
}
