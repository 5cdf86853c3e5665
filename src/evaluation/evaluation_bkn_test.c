/* SPDX-License-Identifier: Apache-2.0 */
/* The month's decided evaluations as e-Kinerja BKN lays them out (rulebook BKN-01). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <unistd.h>

#include "db/store_test_support.h"
#include "evaluation/evaluation_bkn.h"
#include "evaluation/seed_test_support.h"

struct office {
	struct arena *mem;
	struct store *store;
	struct id instansi;
	struct actor actor;
	struct problems faults;
	struct bkn_recap recap;
	int nomor;
	enum seed_unit unit;
};

static int office_open(void **state)
{
	struct arena *mem = arena_make();
	struct office *office = arena_new(mem, struct office);

	office->mem = mem;
	office->store = store_for_test();
	office->instansi = store_test_instansi(office->store, "uji");
	seed_office(office->store, &office->instansi);
	office->actor = seed_admin(&office->instansi);
	office->nomor = 2;
	office->unit = SEED_KOTA;
	*state = office;
	return 0;
}

static int office_close(void **state)
{
	struct office *office = *state;

	store_end_test(office->store);
	arena_free(office->mem);
	return 0;
}

static enum err recap_work(struct db *db, void *arg)
{
	struct office *office = arg;
	struct job job = seed_job(db, office->mem, &office->actor, &office->faults);
	struct id unit_id = seed_unit_id(office->unit);
	struct unit *unit;
	enum err err = unit_load(&job, &unit_id, &unit);

	if (err || (err = evaluation_bkn(&job, unit, 2026, office->nomor, &office->recap)))
		return err;
	return evaluation_bkn_write(&job, STR("rekap-bkn.xlsx"), &office->recap);
}

static enum err recap(struct office *office)
{
	return store_read(office->store, &office->instansi, recap_work, office);
}

static void rate(struct office *office, const char *person, const char *state)
{
	seed_sql(office->store, &office->instansi,
		 str_cstr(office->mem,
			  str_format(office->mem,
				     "INSERT INTO evaluasi (instansi_id, evaluasi_id, skp_id, "
				     "pegawai_id, penilai_id, tahun, nomor, state, rating_hasil, "
				     "rating_perilaku, predikat, ditetapkan_at) VALUES ($1, {s%s}, "
				     "{s%s}, {p%s}, {p1}, 2026, 2, '%s', 'di_atas', 'sesuai', "
				     "'baik', 1)",
				     person, person, person, state)));
}

static void decided_people_stand_in_it_and_who_objects_does_not(void **state)
{
	struct office *office = *state;

	seed_sql(office->store, &office->instansi,
		 "UPDATE periode SET mulai = '2026-06-01', selesai = '2026-06-30' WHERE "
		 "instansi_id = $1 AND nomor = 2");
	rate(office, "2", "ditetapkan");
	rate(office, "3", "dalam_keberatan");
	assert_int_equal(recap(office), ERR_OK);
	assert_int_equal(office->recap.count, 1);
	const struct bkn_row *row = &office->recap.row[0];
	assert_true(str_is(row->nip, "198609262015051001"));
	assert_true(str_is(row->jabatan, "Pengelola Akta"));
	assert_int_equal(row->hasil, RATING_DI_ATAS);
	assert_int_equal(row->perilaku, RATING_SESUAI);
	assert_int_equal(row->predikat, PREDIKAT_BAIK);
	assert_true(str_is(office->recap.periode, "Periode Bulanan 6 Tahun 2026"));
	assert_true(office->recap.instansi_kode.len > 0 && office->recap.instansi_nama.len > 0);
	assert_int_equal(access("rekap-bkn.xlsx", R_OK), 0);
	assert_int_equal(unlink("rekap-bkn.xlsx"), 0);
}

static void a_quarter_is_no_period_of_it_and_who_may_not_export_gets_none(void **state)
{
	struct office *office = *state;

	assert_int_equal(recap(office), ERR_INVALID);
	assert_true(problem_is(&office->faults, STR("periode"), "rekap.bkn"));
	office->actor = seed_actor(&office->instansi, SEED_YOHANA);
	assert_int_equal(recap(office), ERR_FORBIDDEN);
	office->actor = seed_actor(&office->instansi, SEED_KEPALA); /* the unit above his own */
	assert_int_equal(recap(office), ERR_FORBIDDEN);
	office->nomor = 9;
	office->unit = SEED_DINAS;
	assert_int_equal(recap(office), ERR_NOT_FOUND);
}

#define T(name) cmocka_unit_test_setup_teardown(name, office_open, office_close)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(decided_people_stand_in_it_and_who_objects_does_not),
		T(a_quarter_is_no_period_of_it_and_who_may_not_export_gets_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
