/* SPDX-License-Identifier: Apache-2.0 */
/* People who may report and read each other's reports. */
#include "report/town_test_support.h"

#include "report/report_file.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

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

int town_open(void **state)
{
	struct town *town = calloc(1, sizeof *town);

	assert_non_null(town);
	town->store = store_for_test();
	town->mem = arena_make();
	town->today = DATE(2026, 11, 24);
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
	strcpy(town->dir, "report_town.XXXXXX");
	assert_non_null(mkdtemp(town->dir));
	assert_int_equal(
		mkdir(str_cstr(town->mem, str_format(town->mem, "%s/tmp", town->dir)), 0700), 0);
	*state = town;
	return 0;
}

int town_close(void **state)
{
	struct town *town = *state;
	const char *tidy = str_cstr(town->mem, str_format(town->mem, "rm -r %s", town->dir));

	store_end_test(town->store);
	assert_int_equal(system(tidy), 0);
	arena_free(town->mem);
	free(town);
	return 0;
}

struct job town_job(struct town *town, struct db *db)
{
	return (struct job){.mem = town->mem,
			    .db = db,
			    .actor = &town->actor,
			    .faults = &town->faults,
			    .now = TOWN_NOW +
				   (date_days(town->today) - date_days(DATE(2026, 11, 24))) *
					   INT64_C(86400000000),
			    .today = town->today,
			    .request_id = STR("uji"),
			    .data_dir = town->dir};
}

enum err town_run(struct town *town, db_work *step)
{
	problems_init(&town->faults, town->mem);
	return store_write(town->store, &town->instansi, step, town);
}

enum err town_send(struct db *db, void *arg)
{
	struct town *town = arg;
	struct job job = town_job(town, db);

	return report_send(&job, &town->laporan);
}

enum err town_undo(struct db *db, void *arg)
{
	struct town *town = arg;
	struct job job = town_job(town, db);

	return report_undo(&job, &town->laporan.laporan_id);
}

enum err town_replace(struct db *db, void *arg)
{
	struct town *town = arg;
	struct job job = town_job(town, db);

	return report_replace(&job, &town->ganti, &town->laporan);
}

void town_arrive(struct town *town, const char *name)
{
	struct bukti_arrival arrival = {
		.data_dir = town->dir,
		.instansi_id = town->instansi,
		.path = str_format(town->mem, "%s/tmp/%s", town->dir, name),
		.file_name = STR("surat.pdf"),
		.size = sizeof TOWN_CONTENT - 1,
	};
	int fd = open(str_cstr(town->mem, arrival.path), O_WRONLY | O_CREAT | O_TRUNC, 0600);

	enum bukti_flaw flaw;
	assert_true(fd >= 0);
	assert_int_equal(write(fd, TOWN_CONTENT, sizeof TOWN_CONTENT - 1), sizeof TOWN_CONTENT - 1);
	assert_int_equal(close(fd), 0);
	assert_int_equal(bukti_keep(town->mem, &arrival, &town->bukti, &flaw), ERR_OK);
	town->laporan.bukti = &town->bukti;
	town->laporan.bukti_count = 1;
}
