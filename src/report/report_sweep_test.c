/* SPDX-License-Identifier: Apache-2.0 */
/* Which files of evidence go and which stay, whoever sends and undoes the same content. */
#include "report/report_sweep.h"

#include "base/sys.h"
#include "db/store_test_support.h"
#include "law/access.h"
#include "report/report_file.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#define NOW time_of_date(DATE(2026, 11, 24), 600, ZONA_WIB)
#define A_MINUTE (INT64_C(60) * 1000000)
#define CONTENT "%PDF-1.4\nsatu bukti\n%%EOF\n"

static const char *const rows[] = {
	"INSERT INTO unit (instansi_id, unit_id, kode, nama, jalur, jenis, zona, valid_from) "
	"VALUES ($1, $1, 'U', 'Unit', '/U/', 'dinas', 'WIB', '2026-01-01')",
	"INSERT INTO jabatan (instansi_id, jabatan_id, kode, nama, unit_id, kelompok, tugas, "
	"tanggung_jawab, ukuran, valid_from) VALUES ($1, $1, 'J', 'Jabatan', $1, 'pelaksana', 't', "
	"'t', 'u', '2026-01-01')",
	"INSERT INTO pegawai (instansi_id, pegawai_id, nip, nama, jenis, jabatan_id, unit_id, tmt, "
	"valid_from) VALUES ($1, $1, '1', 'Satu', 'pns', $1, $1, '2026-01-01', '2026-01-01')",
};

struct town {
	struct store *store;
	struct arena *mem;
	struct problems faults;
	struct id instansi;
	struct actor actor;
	char dir[32];
	struct laporan laporan;
	struct bukti bukti;
};

static int setup(void **state)
{
	struct town *town = calloc(1, sizeof *town);

	assert_non_null(town);
	town->store = store_for_test();
	town->mem = arena_make();
	town->instansi = store_test_instansi(town->store, "UJI");
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		(void)store_test_sql(town->store, &town->instansi, rows[i]);
	town->actor = (struct actor){.instansi_id = town->instansi,
				     .pegawai_id = town->instansi,
				     .unit_jalur = STR("/U/"),
				     .zona = ZONA_WIB,
				     .is_signed_in = true,
				     .scope_count = 1,
				     .scopes = {{.peran = PERAN_PEGAWAI}}};
	strcpy(town->dir, "report_sweep.XXXXXX");
	assert_non_null(mkdtemp(town->dir));
	assert_int_equal(
		mkdir(str_cstr(town->mem, str_format(town->mem, "%s/tmp", town->dir)), 0700), 0);
	*state = town;
	return 0;
}

static int teardown(void **state)
{
	struct town *town = *state;
	const char *tidy = str_cstr(town->mem, str_format(town->mem, "rm -r %s", town->dir));

	store_end_test(town->store);
	assert_int_equal(system(tidy), 0);
	arena_free(town->mem);
	free(town);
	return 0;
}

/* A file arrives and is taken in, as the pool does before the writer sees the report. */
static void arrive(struct town *town, const char *name)
{
	struct bukti_arrival arrival = {
		.data_dir = town->dir,
		.instansi_id = town->instansi,
		.path = str_format(town->mem, "%s/tmp/%s", town->dir, name),
		.file_name = STR("surat.pdf"),
		.size = sizeof CONTENT - 1,
	};
	int fd = open(str_cstr(town->mem, arrival.path), O_WRONLY | O_CREAT | O_TRUNC, 0600);

	assert_true(fd >= 0);
	assert_int_equal(write(fd, CONTENT, sizeof CONTENT - 1), sizeof CONTENT - 1);
	assert_int_equal(close(fd), 0);
	assert_int_equal(bukti_keep(town->mem, &arrival, &town->bukti), ERR_OK);
	town->laporan = (struct laporan){.tanggal = DATE(2026, 11, 24),
					 .uraian = STR("Menyusun surat"),
					 .bukti = &town->bukti,
					 .bukti_count = 1};
}

static struct job job_of(struct town *town, struct db *db)
{
	problems_init(&town->faults, town->mem);
	return (struct job){.mem = town->mem,
			    .db = db,
			    .actor = &town->actor,
			    .faults = &town->faults,
			    .now = NOW,
			    .today = DATE(2026, 11, 24),
			    .request_id = STR("uji"),
			    .data_dir = town->dir};
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

static enum err run(struct town *town, db_work *work)
{
	return store_write(town->store, &town->instansi, work, town);
}

static const char *place(struct town *town)
{
	return str_cstr(town->mem,
			bukti_path(town->mem, town->dir, &town->instansi, town->bukti.sha256));
}

static bool is_there(struct town *town)
{
	return access(place(town), R_OK) == 0;
}

static void sweep(struct town *town)
{
	report_sweep_doubtful(town->store, town->dir, clock_now() + A_MINUTE);
}

static void a_refused_report_leaves_no_file(void **state)
{
	struct town *town = *state;

	arrive(town, "a");
	town->laporan.uraian = STR_NONE;
	assert_int_equal(run(town, send_work), ERR_INVALID);
	assert_true(is_there(town));
	report_sweep_doubt(&town->laporan, &town->instansi);
	sweep(town);
	assert_false(is_there(town));
}

static void an_undone_report_takes_its_file_along_unless_another_names_it(void **state)
{
	struct town *town = *state;

	arrive(town, "a");
	assert_int_equal(run(town, send_work), ERR_OK);
	struct id first = town->laporan.laporan_id;
	arrive(town, "b");
	assert_int_equal(run(town, send_work), ERR_OK);
	assert_int_equal(run(town, undo_work), ERR_OK);
	sweep(town);
	assert_true(is_there(town));
	town->laporan.laporan_id = first;
	assert_int_equal(run(town, undo_work), ERR_OK);
	sweep(town);
	assert_false(is_there(town));
}

static void a_file_swept_while_a_report_waits_is_put_back_before_the_report_names_it(void **state)
{
	struct town *town = *state;

	arrive(town, "a");
	report_sweep_doubt(&town->laporan, &town->instansi);
	sweep(town);
	assert_false(is_there(town));
	assert_int_equal(run(town, send_work), ERR_OK);
	assert_true(is_there(town));
	report_sweep_doubt(&town->laporan, &town->instansi);
	sweep(town);
	assert_true(is_there(town));
}

static void what_was_touched_just_now_waits_for_the_next_look(void **state)
{
	struct town *town = *state;

	arrive(town, "a");
	report_sweep_doubt(&town->laporan, &town->instansi);
	report_sweep_doubtful(town->store, town->dir, clock_now());
	assert_true(is_there(town));
	sweep(town);
	assert_false(is_there(town));
}

static int shelf_of(struct town *town)
{
	char digits[3] = {town->bukti.sha256.at[0], town->bukti.sha256.at[1], 0};

	return (int)strtol(digits, NULL, 16);
}

static void what_a_crash_left_goes_after_a_day(void **state)
{
	struct town *town = *state;
	int64_t day = A_MINUTE * 60 * 24;

	arrive(town, "a");
	const char *upload = str_cstr(town->mem, town->bukti.datang);
	report_sweep_shelf(town->store, town->dir, shelf_of(town), clock_now() + day / 2);
	assert_true(is_there(town));
	assert_int_equal(access(upload, R_OK), 0);
	report_sweep_shelf(town->store, town->dir, shelf_of(town) + 1, clock_now() + 2 * day);
	assert_true(is_there(town));
	report_sweep_shelf(town->store, town->dir, shelf_of(town), clock_now() + 2 * day);
	assert_false(is_there(town));
	assert_int_not_equal(access(upload, R_OK), 0);
}

/* A server started on another database must not empty the folder of the right one. */
static void an_agency_the_database_does_not_know_is_left_alone(void **state)
{
	struct town *town = *state;
	struct id known = town->instansi;

	town->instansi = id_make();
	arrive(town, "a");
	report_sweep_shelf(town->store, town->dir, shelf_of(town),
			   clock_now() + A_MINUTE * 60 * 24 * 2);
	assert_true(is_there(town));
	town->instansi = known;
}

static void a_file_that_a_report_names_stays_for_good(void **state)
{
	struct town *town = *state;

	arrive(town, "a");
	assert_int_equal(run(town, send_work), ERR_OK);
	report_sweep_shelf(town->store, town->dir, shelf_of(town),
			   clock_now() + A_MINUTE * 60 * 24 * 400);
	assert_true(is_there(town));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_refused_report_leaves_no_file, setup, teardown),
		cmocka_unit_test_setup_teardown(
			an_undone_report_takes_its_file_along_unless_another_names_it, setup,
			teardown),
		cmocka_unit_test_setup_teardown(
			a_file_swept_while_a_report_waits_is_put_back_before_the_report_names_it,
			setup, teardown),
		cmocka_unit_test_setup_teardown(what_was_touched_just_now_waits_for_the_next_look,
						setup, teardown),
		cmocka_unit_test_setup_teardown(what_a_crash_left_goes_after_a_day, setup,
						teardown),
		cmocka_unit_test_setup_teardown(an_agency_the_database_does_not_know_is_left_alone,
						setup, teardown),
		cmocka_unit_test_setup_teardown(a_file_that_a_report_names_stays_for_good, setup,
						teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
