/* SPDX-License-Identifier: Apache-2.0 */
#include "report/report.h"

#include "db/store_test_support.h"
#include "law/access.h"
#include "report/report_file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define NOW time_of_date(DATE(2026, 11, 24), 600, ZONA_WIT)

/* A unit, a superior, an ASN with a plan in force of one result. */
static const char *const rows[] = {
	"INSERT INTO unit (instansi_id, unit_id, kode, nama, jalur, jenis, zona, valid_from) "
	"VALUES ($1, $1, 'U', 'Unit', '/U/', 'dinas', 'WIT', '2026-01-01')",
	"INSERT INTO jabatan (instansi_id, jabatan_id, kode, nama, unit_id, kelompok, tugas, "
	"tanggung_jawab, ukuran, valid_from) VALUES ($1, $1, 'J', 'Jabatan', $1, 'pelaksana', 't', "
	"'t', 'u', '2026-01-01')",
	"INSERT INTO pegawai (instansi_id, pegawai_id, nip, nama, jenis, jabatan_id, unit_id, tmt, "
	"valid_from) VALUES ($1, $1, '1', 'Satu', 'pns', $1, $1, '2026-01-01', '2026-01-01')",
	"INSERT INTO skp (instansi_id, skp_id, pegawai_id, tahun, jabatan_id, unit_id, mulai, "
	"selesai, pendekatan, bentuk, state) VALUES ($1, $1, $1, 2026, $1, $1, '2026-01-01', "
	"'2026-12-31', 'kuantitatif', 'ja_jf', 'ditetapkan')",
	"INSERT INTO rhk (instansi_id, rhk_id, skp_id, urut, jenis, kelas, uraian) VALUES ($1, $1, "
	"$1, 1, 'utama', 'individu', 'Akta selesai')",
	"INSERT INTO iki (instansi_id, iki_id, rhk_id, urut, aspek, uraian, target, satuan, arah) "
	"VALUES ($1, $1, $1, 1, 'kuantitas', 'Jumlah akta', 100, 'akta', 'higher_better')",
};

struct town {
	struct store *store;
	struct id instansi;
	struct arena *mem;
	struct problems faults;
	struct actor actor;
	struct laporan laporan;
	struct id object;
};

static enum err run(struct town *town, db_work *work)
{
	problems_init(&town->faults, town->mem);
	return store_write(town->store, &town->instansi, work, town);
}

static struct job job_of(struct town *town, struct db *db)
{
	return (struct job){.mem = town->mem,
			    .db = db,
			    .actor = &town->actor,
			    .faults = &town->faults,
			    .now = NOW,
			    .today = DATE(2026, 11, 24),
			    .request_id = STR("uji"),
			    .data_dir = "/tmp"};
}

static enum err send_work(struct db *db, void *arg)
{
	struct town *town = arg;
	struct job job = job_of(town, db);

	return report_send(&job, &town->laporan);
}

static enum err undo_work(struct db *db, void *arg)
{
	struct town *town = arg;
	struct job job = job_of(town, db);

	return report_undo(&job, &town->laporan.laporan_id);
}

static int setup(void **state)
{
	struct town *town = calloc(1, sizeof *town);

	town->store = store_for_test();
	town->mem = arena_make();
	town->instansi = store_test_instansi(town->store, "UJI");
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		(void)store_test_sql(town->store, &town->instansi, rows[i]);
	town->actor = (struct actor){.instansi_id = town->instansi,
				     .akun_id = town->instansi,
				     .pegawai_id = town->instansi,
				     .unit_jalur = STR("/U/"),
				     .zona = ZONA_WIT,
				     .is_signed_in = true,
				     .scope_count = 1,
				     .scopes = {{.peran = PERAN_PEGAWAI}}};
	town->laporan = (struct laporan){.rhk_id = town->instansi,
					 .tanggal = DATE(2026, 11, 24),
					 .uraian = STR("Menerbitkan akta"),
					 .jumlah = 900,
					 .has_jumlah = true};
	*state = town;
	return 0;
}

static int teardown(void **state)
{
	struct town *town = *state;

	store_end_test(town->store);
	arena_free(town->mem);
	free(town);
	return 0;
}

static void a_report_is_kept_with_its_receipt_and_counts(void **state)
{
	struct town *town = *state;

	assert_int_equal(run(town, send_work), ERR_OK);
	struct str nomor = town->laporan.nomor;
	assert_true(str_starts(nomor, "LAP-20261124-"));
	assert_int_equal(town->laporan.hash.len, 64);
	assert_int_equal(store_test_count(town->store, &town->instansi,
					  "SELECT COUNT(*) FROM laporan WHERE instansi_id = $1"),
			 1);
	assert_int_equal(store_test_count(town->store, &town->instansi,
					  "SELECT jumlah FROM capaian_rhk WHERE instansi_id = $1"),
			 900);
}

static void a_report_with_faults_lists_all_and_keeps_nothing(void **state)
{
	struct town *town = *state;

	town->laporan.uraian = STR(" ");
	town->laporan.tanggal = DATE(2026, 11, 1);
	assert_int_equal(run(town, send_work), ERR_INVALID);
	assert_true(problems_has_rule(&town->faults, "report.uraian_missing"));
	assert_true(problems_has_rule(&town->faults, "report.tanggal_old"));
	assert_int_equal(store_test_count(town->store, &town->instansi,
					  "SELECT COUNT(*) FROM laporan WHERE instansi_id = $1"),
			 0);
}

static void an_unread_report_can_be_taken_back_the_same_day(void **state)
{
	struct town *town = *state;

	assert_int_equal(run(town, send_work), ERR_OK);
	assert_int_equal(run(town, undo_work), ERR_OK);
	assert_int_equal(store_test_count(town->store, &town->instansi,
					  "SELECT COUNT(*) FROM laporan WHERE instansi_id = $1"),
			 0);
	assert_int_equal(store_test_count(town->store, &town->instansi,
					  "SELECT jumlah FROM capaian_rhk WHERE instansi_id = $1"),
			 0);
	assert_int_equal(store_test_count(town->store, &town->instansi,
					  "SELECT COUNT(*) FROM audit WHERE instansi_id = $1"),
			 2);
}

static void a_report_of_a_closed_period_is_not_taken_back(void **state)
{
	struct town *town = *state;

	assert_int_equal(run(town, send_work), ERR_OK);
	(void)store_test_sql(town->store, &town->instansi,
			     "INSERT INTO tahun_kinerja (instansi_id, tahun, pendekatan, "
			     "periode_jenis, skp_batas, evaluasi_batas) VALUES ($1, 2026, "
			     "'kuantitatif', 'bulan', '2026-01-31', '2027-01-31')");
	(void)store_test_sql(town->store, &town->instansi,
			     "INSERT INTO periode (instansi_id, tahun, nomor, nama, mulai, "
			     "selesai, status) VALUES ($1, 2026, 11, 'November', '2026-11-01', "
			     "'2026-11-30', 'ditutup')");
	assert_int_equal(run(town, undo_work), ERR_INVALID);
	assert_true(problems_has_rule(&town->faults, "report.undo_late"));
	assert_true(str_has(problem_for(&town->faults, STR("batal")), "November sudah ditutup"));
	(void)store_test_sql(town->store, &town->instansi,
			     "UPDATE periode SET status = 'pengisian' WHERE instansi_id = $1");
	assert_int_equal(run(town, undo_work), ERR_OK);
}

/* {2}: an id beside that of the agency, as the engine writes ids. */
static void sql(struct town *town, const char *text)
{
	bool is_lite = strcmp(store_engine(town->store), "sqlite") == 0;
	struct buf out;

	buf_init(&out, town->mem);
	for (; *text; text++) {
		if (strncmp(text, "{2}", 3) != 0) {
			buf_add_char(&out, *text);
			continue;
		}
		buf_add_cstr(&out, is_lite ? "X'00000000000070008000000000000002'"
					   : "'00000000-0000-7000-8000-000000000002'");
		text += 2;
	}
	(void)store_test_sql(town->store, &town->instansi, str_cstr(town->mem, buf_str(&out)));
}

static const struct id SECOND = {.bytes = {[6] = 0x70, [8] = 0x80, [15] = 2}};

/* Moved on 21 November: the plan of before ended the day before, and another one begins. */
static void move(struct town *town)
{
	sql(town,
	    "UPDATE skp SET state = 'ditutup', selesai = '2026-11-20' WHERE instansi_id = $1");
	sql(town,
	    "INSERT INTO skp (instansi_id, skp_id, pegawai_id, tahun, jabatan_id, unit_id, mulai, selesai, "
	    "pendekatan, bentuk, state) VALUES ($1, {2}, $1, 2026, $1, $1, '2026-11-21', '2026-12-31', "
	    "'kuantitatif', 'ja_jf', 'ditetapkan')");
	sql(town,
	    "INSERT INTO rhk (instansi_id, rhk_id, skp_id, urut, jenis, kelas, uraian) VALUES ($1, {2}, {2}, 1, "
	    "'utama', 'individu', 'Surat terbit')");
	sql(town,
	    "INSERT INTO iki (instansi_id, iki_id, rhk_id, urut, aspek, uraian, target, satuan, arah) "
	    "VALUES ($1, {2}, {2}, 1, 'kuantitas', 'Jumlah surat', 100, 'surat', 'higher_better')");
}

struct asked {
	struct town *town;
	struct date day;
	struct laporan_pilihan_hari found;
};

static enum err choices_work(struct db *db, void *arg)
{
	struct asked *asked = arg;
	struct job job = job_of(asked->town, db);

	return report_choices(&job, asked->day, &asked->found);
}

static struct laporan_pilihan_hari choices(struct town *town, struct date day)
{
	struct asked asked = {.town = town, .day = day};

	assert_int_equal(store_read(town->store, &town->instansi, choices_work, &asked), ERR_OK);
	return asked.found;
}

/* PK-32: each day has the plan that was in force on it. */
static void after_a_move_a_day_before_it_has_the_results_of_then(void **state)
{
	struct town *town = *state;

	assert_true(date_is_none(choices(town, DATE(2026, 11, 24)).lain));
	move(town);
	struct laporan_pilihan_hari now = choices(town, DATE(2026, 11, 24)),
				    then = choices(town, DATE(2026, 11, 20));
	assert_int_equal(now.count, 1);
	assert_true(str_is(now.at[0].uraian, "Surat terbit"));
	assert_int_equal(date_compare(now.lain, DATE(2026, 11, 20)), 0);
	assert_int_equal(then.count, 1);
	assert_true(str_is(then.at[0].uraian, "Akta selesai"));
	assert_int_equal(date_compare(then.lain, DATE(2026, 11, 24)), 0);

	sql(town,
	    "UPDATE skp SET selesai = '2026-11-16' WHERE instansi_id = $1 AND state = 'ditutup'");
	assert_true(date_is_none(choices(town, DATE(2026, 11, 24)).lain)); /* out of reach */
}

static void a_late_report_counts_for_the_plan_of_its_day_and_no_other(void **state)
{
	static const char LATE[] =
		"SELECT COUNT(*) FROM peristiwa WHERE instansi_id = $1 AND jenis = 'laporan.menyusul'";
	struct town *town = *state;

	move(town);
	assert_int_equal(run(town, send_work), ERR_INVALID); /* the old result today */
	assert_true(problems_has_rule(&town->faults, "report.rhk_foreign"));
	town->laporan.tanggal = DATE(2026, 11, 20);
	town->laporan.rhk_id = SECOND;
	assert_int_equal(run(town, send_work), ERR_INVALID); /* the new one before it was */
	town->laporan.rhk_id = town->instansi;
	assert_int_equal(run(town, send_work), ERR_OK);
	assert_int_equal(store_test_count(town->store, &town->instansi, LATE), 1);
	assert_int_equal(store_test_count(town->store, &town->instansi,
					  "SELECT jumlah FROM capaian_rhk WHERE instansi_id = $1 "
					  "AND iki_id = $1 AND bulan = 11"),
			 900);
	town->laporan.tanggal = DATE(2026, 11, 24);
	town->laporan.rhk_id = SECOND;
	assert_int_equal(run(town, send_work), ERR_OK);
	assert_int_equal(store_test_count(town->store, &town->instansi, LATE), 1);
}

static void a_closed_period_takes_no_late_report_either(void **state)
{
	struct town *town = *state;

	move(town);
	sql(town,
	    "INSERT INTO tahun_kinerja (instansi_id, tahun, pendekatan, periode_jenis, skp_batas, evaluasi_batas) "
	    "VALUES ($1, 2026, 'kuantitatif', 'bulan', '2026-01-31', '2027-01-31')");
	sql(town,
	    "INSERT INTO periode (instansi_id, tahun, nomor, nama, mulai, selesai, status) VALUES ($1, 2026, 11, "
	    "'November', '2026-11-01', '2026-11-30', 'ditutup')");
	town->laporan.tanggal = DATE(2026, 11, 20);
	assert_int_equal(run(town, send_work), ERR_INVALID);
	assert_true(problems_has_rule(&town->faults, "report.periode_closed"));
}

static int64_t captured(struct town *town, int64_t told)
{
	town->laporan.captured_at = told;
	town->laporan.tanggal = DATE(2026, 11, 20);
	assert_int_equal(run(town, send_work), ERR_OK);
	return town->laporan.captured_at;
}

static void the_time_a_device_tells_lies_between_the_day_of_the_work_and_now(void **state)
{
	struct town *town = *state;
	int64_t first = time_of_date(DATE(2026, 11, 20), 0, ZONA_WIT), second = 1000000;

	assert_true(captured(town, first) == first);
	assert_false(town->laporan.is_clock_off);
	assert_true(captured(town, NOW) == NOW);
	assert_true(captured(town, first - second) == NOW);
	assert_true(town->laporan.is_clock_off);
	assert_true(captured(town, NOW + second) == NOW);
	assert_true(town->laporan.is_clock_off);
	assert_true(captured(town, time_of_date(DATE(1999, 1, 1), 0, ZONA_WIT)) == NOW);
	assert_true(captured(town, 0) == NOW);
	assert_false(town->laporan.is_clock_off);
}

static void evidence_is_known_by_its_first_bytes(void **state)
{
	(void)state;
	assert_true(str_is(bukti_sniff(STR("\xff\xd8\xff\xe0")), "image/jpeg"));
	assert_true(str_is(bukti_sniff(STR("%PDF-1.7")), "application/pdf"));
	assert_true(str_is(bukti_sniff(STR("RIFF0000WEBP")), "image/webp"));
	assert_int_equal(bukti_sniff(STR("<svg xmlns=\"http://www.w3.org/2000/svg\"/>")).len, 0);
	assert_int_equal(bukti_sniff(STR("<!doctype html><script>")).len, 0);
	assert_int_equal(bukti_sniff(STR_NONE).len, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_report_is_kept_with_its_receipt_and_counts, setup,
						teardown),
		cmocka_unit_test_setup_teardown(a_report_with_faults_lists_all_and_keeps_nothing,
						setup, teardown),
		cmocka_unit_test_setup_teardown(an_unread_report_can_be_taken_back_the_same_day,
						setup, teardown),
		cmocka_unit_test_setup_teardown(a_report_of_a_closed_period_is_not_taken_back,
						setup, teardown),
		cmocka_unit_test_setup_teardown(
			the_time_a_device_tells_lies_between_the_day_of_the_work_and_now, setup,
			teardown),
		cmocka_unit_test_setup_teardown(
			after_a_move_a_day_before_it_has_the_results_of_then, setup, teardown),
		cmocka_unit_test_setup_teardown(
			a_late_report_counts_for_the_plan_of_its_day_and_no_other, setup, teardown),
		cmocka_unit_test_setup_teardown(a_closed_period_takes_no_late_report_either, setup,
						teardown),
		cmocka_unit_test(evidence_is_known_by_its_first_bytes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
