/* SPDX-License-Identifier: Apache-2.0 */
/* A migrator that is killed anywhere leaves the schema of before or of after, never something
   between. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "db/driver.h"
#include "db/migrate.h"
#include "db/store_test_support.h"

#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* The whole schema as one text, the same for two databases that were made alike. */
static const struct sql_block BLOCK_SCHEMA = {
	.name = "schema_test",
	.sqlite =
		"SELECT COALESCE(group_concat(sql, ';'), '') FROM (SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%' "
		"ORDER BY type, name)",
	.postgres =
		"SELECT COALESCE(string_agg(replace(line, current_schema() || '.', ''), ';' ORDER BY line), '') FROM ("
		"SELECT c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || ' ' || a.attnotnull || ' ' || "
		"COALESCE(pg_get_expr(d.adbin, d.adrelid), '') AS line FROM pg_class c "
		"JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped "
		"LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum "
		"WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' "
		"UNION ALL SELECT pg_get_indexdef(oid) FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind = 'i' "
		"UNION ALL SELECT pg_get_triggerdef(t.oid) FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
		"WHERE c.relnamespace = current_schema()::regnamespace AND NOT t.tgisinternal "
		"UNION ALL SELECT tablename || ' ' || policyname FROM pg_policies WHERE schemaname = current_schema() "
		"UNION ALL SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint "
		"WHERE connamespace = current_schema()::regnamespace) x",
	.is_shared = true,
	.number = -1};
static const char COUNT_SETTINGS[] = "SELECT COUNT(*) FROM setelan WHERE instansi_id = $1";
static const char INSERT_SETTING[] =
	"INSERT INTO setelan (instansi_id, kunci, berlaku_mulai, nilai) SELECT $1, 'k' || COUNT(*), '2026-01-01', 'ada' "
	"FROM setelan WHERE instansi_id = $1";

static const struct driver *engine;
static struct driver mortal; /* the engine, but the process dies at a statement */
static int statements_left;
static struct conn *looking;

static enum err dying_script(struct conn *conn, const char *text)
{
	if (statements_left-- == 0)
		raise(SIGKILL);
	return engine->script(conn, text);
}

/* In a process of its own; true when it lived to the end. */
static bool migrate_and_die(int steps, int statements)
{
	int status;
	pid_t child = fork();

	assert_true(child >= 0);
	if (child == 0) {
		struct conn *conn;
		if (engine->open(store_test_url(), true, &conn))
			_exit(2);
		mortal = *engine;
		mortal.script = dying_script;
		conn->driver = &mortal;
		statements_left = statements;
		_exit(migrations_run(conn, steps) ? 3 : 0);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	if (WIFEXITED(status))
		assert_int_equal(WEXITSTATUS(status), 0);
	else
		assert_int_equal(WTERMSIG(status), SIGKILL);
	return WIFEXITED(status);
}

/* Through a connection that stays: what is read is what is durable, not what a dying one had
   begun. */
static struct str schema_read(struct arena *mem)
{
	struct db db = {.conn = looking};
	struct query *q = query_open(&db, &BLOCK_SCHEMA);

	assert_true(query_next(q));
	struct str text = query_column_text(q, 0, mem);
	query_close(&q);
	return text;
}

static void look_at_store(void)
{
	engine = driver_for(store_test_url());
	assert_int_equal(engine->open(store_test_url(), true, &looking), ERR_OK);
}

static int64_t steps_there(struct store *store)
{
	return store_test_count(store, NULL, "SELECT COUNT(*) FROM migrasi");
}

/* What a program of that version does all day still works: it opens, reads what was there, and
   writes. */
static void works(const struct id *instansi, int64_t steps, int64_t *settings)
{
	struct store *store;

	assert_int_equal(store_open(store_test_url(), &store), ERR_OK);
	assert_int_equal(steps_there(store), steps);
	assert_int_equal(store_test_count(store, instansi, COUNT_SETTINGS), *settings);
	assert_int_equal(store_test_sql(store, instansi, INSERT_SETTING), 1);
	(*settings)++;
	store_close(store);
}

/* Kills at each statement of the step behind done_steps until it is through. */
static void walk_step(int done_steps, const struct id *instansi, int64_t *settings)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct str before = schema_read(mem);
	bool is_through = false;

	for (int statements = 0; !is_through; statements++) {
		is_through = migrate_and_die(done_steps + 1, statements);
		bool is_changed = !str_equal(before, schema_read(mem));
		is_through = is_through || is_changed; /* it died behind the step */
		if (statements == 0 || is_through) /* the same schema works the same in between */
			works(instansi, done_steps + is_through, settings);
	}
}

static struct str schema_made_at_once(struct arena *mem)
{
	struct store *store = store_for_test();

	look_at_store();
	struct str text = schema_read(mem);
	engine->close(looking);
	store_end_test(store);
	return text;
}

static void a_killed_migration_leaves_the_version_before_it_working(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct str expected = schema_made_at_once(mem);
	struct store *store;
	int64_t settings = 0;

	(void)state;
	store_test_prepare();
	look_at_store();
	assert_true(migrate_and_die(1, 1000));
	assert_int_equal(store_open(store_test_url(), &store), ERR_OK);
	struct id instansi = store_test_instansi(store, "a");
	store_close(store);
	for (int step = 1; step < MIGRATION_COUNT; step++)
		walk_step(step, &instansi, &settings);

	assert_int_equal(store_open(store_test_url(), &store), ERR_OK);
	assert_int_equal(store_migrate(store), ERR_OK);
	assert_int_equal(store_test_count(store, &instansi, COUNT_SETTINGS), settings);
	assert_true(str_equal(schema_read(mem), expected));
	engine->close(looking);
	store_end_test(store);
}

static void a_first_migration_that_is_killed_leaves_nothing_behind(void **state)
{
	struct store *store;
	int statements = 0;

	(void)state;
	store_test_prepare();
	look_at_store();
	while (!migrate_and_die(1, statements)) {
		CLEANUP(arena_close) struct arena *mem = arena_make();
		if (schema_read(mem).len > 0)
			break;
		statements++;
	}
	assert_in_range(statements, 3,
			5); /* begin, table of steps, the step; PostgreSQL also locks */
	assert_int_equal(store_open(store_test_url(), &store), ERR_OK);
	assert_int_equal(store_migrate(store), ERR_OK);
	assert_int_equal(steps_there(store), MIGRATION_COUNT);
	engine->close(looking);
	store_end_test(store);
}

#define BEFORE_LETTERS                                                                             \
	8 /* steps, the last before evaluations may have a letter instead of an appraiser */

/* {n}: the id that ends in n, as the engine writes ids; every statement works in the schema of that
   step. */
static const char *const OLD_ROWS[] = {
	"INSERT INTO unit VALUES ($1, {1}, 'K', 'Kota', NULL, '/K/', 'instansi', 0, 'WIT', '2026-01-01', NULL, 1)",
	"INSERT INTO jabatan VALUES ($1, {1}, 'J', 'Kepala', {1}, 'jpt', NULL, NULL, 1, '', '', '', '2026-01-01', NULL, 1)",
	"INSERT INTO pegawai VALUES ($1, {1}, '1', 'Ani', NULL, 'pns', NULL, {1}, {1}, NULL, '2026-01-01', '2026-01-01', NULL, 1)",
	"INSERT INTO pegawai VALUES ($1, {2}, '2', 'Budi', NULL, 'pns', NULL, {1}, {1}, {1}, '2026-01-01', '2026-01-01', NULL, 1)",
	"INSERT INTO tahun_kinerja VALUES ($1, 2026, 'kuantitatif', 'triwulan', '2026-01-31', '2027-01-31', 1)",
	"INSERT INTO periode VALUES ($1, 2026, 1, 'Triwulan I', '2026-01-01', '2026-03-31', 'pengisian', 1)",
	"INSERT INTO skp (instansi_id, skp_id, pegawai_id, penilai_id, tahun, jabatan_id, unit_id, mulai, selesai, pendekatan, "
	"bentuk, state) VALUES ($1, {1}, {2}, {1}, 2026, {1}, {1}, '2026-01-01', '2026-12-31', 'kuantitatif', 'ja_jf', 'ditetapkan')",
	"INSERT INTO rhk (instansi_id, rhk_id, skp_id, urut, jenis, kelas, uraian) VALUES ($1, {1}, {1}, 1, 'utama', 'individu', 'Akta')",
	"INSERT INTO iki VALUES ($1, {1}, {1}, 1, 'kuantitas', 'Akta', NULL, 100, 'akta', 'higher_better')",
	"INSERT INTO evaluasi (instansi_id, evaluasi_id, skp_id, pegawai_id, penilai_id, tahun, nomor, state, predikat, alasan, "
	"version, capaian, capaian_unit_id, realisasi_versi) VALUES ($1, {1}, {1}, {2}, {1}, 2026, 1, 'ditetapkan', 'baik', 'sebab', "
	"7, 'baik', {1}, 3)",
	"INSERT INTO evaluasi_iki (instansi_id, evaluasi_id, iki_id, realisasi, rating, sumber_data, realisasi_oleh) "
	"VALUES ($1, {1}, {1}, 90, 'sesuai', 'Buku', {2})",
	"INSERT INTO evaluasi_perilaku (instansi_id, evaluasi_id, nilai, rating) VALUES ($1, {1}, 'akuntabel', 'sesuai')",
	"UPDATE periode SET status = 'ditutup' WHERE instansi_id = $1",
};

static const char *with_ids(struct arena *mem, const char *sql)
{
	struct buf text;
	bool is_lite = strcmp(engine->name, "sqlite") == 0;

	buf_init(&text, mem);
	for (; *sql; sql++) {
		if (sql[0] != '{') {
			buf_add_char(&text, *sql);
			continue;
		}
		buf_add_cstr(&text, is_lite ? "X'000000000000700080000000000000"
					    : "'00000000-0000-7000-8000-0000000000");
		buf_add_format(&text, "0%c'", sql[1]);
		sql += 2;
	}
	return str_cstr(mem, buf_str(&text));
}

static void evaluations_of_before_keep_every_word_and_stay_closed(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct store *store;

	(void)state;
	store_test_prepare();
	look_at_store();
	for (int step = 1; step <= BEFORE_LETTERS; step++)
		assert_true(migrate_and_die(step, 1000));
	assert_int_equal(store_open(store_test_url(), &store), ERR_OK);
	struct id instansi = store_test_instansi(store, "a");
	for (size_t i = 0; i < sizeof OLD_ROWS / sizeof OLD_ROWS[0]; i++)
		assert_int_equal(store_test_sql(store, &instansi, with_ids(mem, OLD_ROWS[i])), 1);
	assert_int_equal(store_migrate(store), ERR_OK);
	assert_int_equal(
		store_test_count(
			store, &instansi,
			with_ids(
				mem,
				"SELECT COUNT(*) FROM evaluasi e "
				"JOIN evaluasi_iki i ON i.instansi_id = e.instansi_id AND i.evaluasi_id = e.evaluasi_id "
				"JOIN evaluasi_perilaku n ON n.instansi_id = e.instansi_id AND n.evaluasi_id = e.evaluasi_id "
				"WHERE e.instansi_id = $1 AND e.penilai_id = {1} AND e.skp_id = {1} AND e.pegawai_id = {2} "
				"AND e.predikat = 'baik' AND e.alasan = 'sebab' AND e.version = 7 AND e.capaian = 'baik' "
				"AND e.capaian_unit_id = {1} AND e.realisasi_versi = 3 AND e.surat_nomor IS NULL "
				"AND i.iki_id = {1} AND i.realisasi = 90 AND i.rating = 'sesuai' AND i.sumber_data = 'Buku' "
				"AND i.realisasi_oleh = {2} AND n.nilai = 'akuntabel' AND n.rating = 'sesuai'")),
		1);
	static const char *const refused[] = {
		"UPDATE evaluasi SET alasan = 'lain' WHERE instansi_id = $1",
		"DELETE FROM evaluasi_iki WHERE instansi_id = $1",
		"UPDATE evaluasi_perilaku SET rating = 'di_atas' WHERE instansi_id = $1",
		"DELETE FROM iki WHERE instansi_id = $1", /* what the rows refer to */
	};
	for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++)
		assert_int_not_equal(store_test_try(store, &instansi, refused[i]), ERR_OK);
	engine->close(looking);
	store_end_test(store);
}

static void a_step_of_a_newer_program_keeps_this_one_out(void **state)
{
	struct store *store = store_for_test();

	(void)state;
	assert_int_equal(store_migrate(store), ERR_OK);
	(void)store_test_sql(store, NULL,
			     "INSERT INTO migrasi (nama, applied_at) VALUES ('9999_kelak', 0)");
	assert_int_equal(store_migrate(store), ERR_CONFLICT);
	(void)store_test_sql(store, NULL, "DELETE FROM migrasi WHERE nama = '9999_kelak'");
	assert_int_equal(store_migrate(store), ERR_OK);
	store_end_test(store);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_step_of_a_newer_program_keeps_this_one_out),
		cmocka_unit_test(a_killed_migration_leaves_the_version_before_it_working),
		cmocka_unit_test(a_first_migration_that_is_killed_leaves_nothing_behind),
		cmocka_unit_test(evaluations_of_before_keep_every_word_and_stay_closed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
