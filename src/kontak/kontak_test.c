/* SPDX-License-Identifier: Apache-2.0 */
/* Contacts of units: who edits them, and when an office is open. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "app/house_test_support.h"
#include "db/store_test_support.h"
#include "kontak/kantor.h"
#include "kontak/kontak.h"

/* A use case of this room, asked by somebody at a moment. */
struct asking {
	struct house *house;
	enum peran peran;
	int64_t now;
	struct kontak kontak;
	struct kontak_buka buka;
	struct kantor_tutup tutup;
	struct kantor kantor;
	struct kontak_unit *units;
	int count;
	struct problems faults;
	enum err (*ask)(struct job *job, struct asking *asking);
};

static enum err work(struct db *db, void *arg)
{
	struct asking *asking = arg;
	struct actor actor = {.instansi_id = *db_instansi(db), .zona = ZONA_WIT};
	struct job job = {.mem = asking->house->mem,
			  .db = db,
			  .actor = &actor,
			  .faults = &asking->faults,
			  .now = asking->now,
			  .today = date_of_time(asking->now, ZONA_WIT),
			  .request_id = STR("uji")};

	problems_init(&asking->faults, job.mem);
	if (asking->peran != PERAN_PUBLIK)
		actor.scopes[actor.scope_count++] = (struct actor_scope){.peran = asking->peran};
	return asking->ask(&job, asking);
}

static enum err ask(struct asking *asking, const struct id *instansi)
{
	return store_write(asking->house->store, instansi, work, asking);
}

static enum err load(struct job *job, struct asking *asking)
{
	struct id unit_id = asking->kontak.unit_id;
	enum err err = kontak_load(job, &unit_id, &asking->kontak);

	return err ? err : kontak_buka_load(job, &asking->kontak, &asking->buka);
}

static enum err save(struct job *job, struct asking *asking)
{
	return kontak_save(job, &asking->kontak);
}

static enum err close_day(struct job *job, struct asking *asking)
{
	return tutup_add(job, &asking->kontak.unit_id, &asking->tutup);
}

static enum err open_day(struct job *job, struct asking *asking)
{
	return tutup_remove(job, &asking->kontak.unit_id, asking->tutup.tanggal);
}

static enum err office(struct job *job, struct asking *asking)
{
	return kantor_load(job, &asking->kontak.unit_id, job->today, date_add_days(job->today, 7),
			   &asking->kantor);
}

static enum err list(struct job *job, struct asking *asking)
{
	struct kontak_cari which = {.cari = STR("kOT"), .most = KONTAK_FIRST};

	return kontak_units(job, &which, &asking->units, &asking->count);
}

static struct asking root_of(struct house *house)
{
	struct asking asking = {.house = house, .ask = load};

	assert_int_equal(ask(&asking, &house->instansi_id), ERR_OK);
	assert_true(asking.kontak.is_instansi);
	asking.peran = PERAN_ADMIN_KEPEGAWAIAN;
	return asking;
}

static void an_administrator_says_how_the_public_reaches_a_unit(void **state)
{
	struct asking asking = root_of(*state);
	struct house *house = *state;

	assert_int_equal(asking.kontak.version, 0);
	asking.kontak.alamat = STR("Jalan Contoh 1");
	asking.kontak.jam_kerja = STR("8:00 - 15.30");
	asking.ask = save;
	assert_int_equal(ask(&asking, &house->instansi_id), ERR_OK);
	assert_int_equal(ask(&asking, &house->instansi_id), ERR_CONFLICT); /* version 0 again */
	asking.ask = load;
	asking.peran = PERAN_PUBLIK;
	assert_int_equal(ask(&asking, &house->instansi_id), ERR_OK);
	assert_true(str_is(asking.kontak.alamat, "Jalan Contoh 1"));
	assert_true(str_is(asking.kontak.jam_kerja, "08.00–15.30"));
	assert_int_equal(asking.kontak.version, 1);
}

static void others_may_not_and_hours_must_be_hours(void **state)
{
	struct asking asking = root_of(*state);
	struct house *house = *state;

	asking.ask = save;
	asking.kontak.jam_sabtu = STR("pagi");
	assert_int_equal(ask(&asking, &house->instansi_id), ERR_INVALID);
	assert_true(problem_for(&asking.faults, STR("jam_sabtu")).len > 0);
	asking.kontak.jam_sabtu = STR_NONE;
	asking.peran = PERAN_AUDITOR;
	assert_int_equal(ask(&asking, &house->instansi_id), ERR_FORBIDDEN);
	asking.peran = PERAN_PUBLIK;
	assert_int_equal(ask(&asking, &house->instansi_id), ERR_FORBIDDEN);
}

static const char *at(struct asking *asking, struct date day, int minute)
{
	asking->now = time_of_date(day, minute, ZONA_WIT);
	assert_int_equal(ask(asking, &asking->house->instansi_id), ERR_OK);
	return str_cstr(asking->house->mem, asking->buka.sentence);
}

static void the_page_says_whether_it_is_open_now(void **state)
{
	struct asking asking = root_of(*state);
	struct house *house = *state;

	asking.kontak.jam_kerja = STR("08.00-15.00");
	asking.kontak.jam_jumat = STR("08.00-11.30");
	asking.ask = save;
	assert_int_equal(ask(&asking, &house->instansi_id), ERR_OK);
	(void)store_test_sql(house->store, &house->instansi_id,
			     "INSERT INTO hari_libur (instansi_id, tanggal, nama, jenis) VALUES "
			     "($1, '2026-12-25', 'Natal', 'libur_nasional')");
	asking.ask = load;
	assert_string_equal(at(&asking, DATE(2026, 11, 30), 480),
			    "Buka sekarang, sampai 15.00 WIT");
	assert_true(asking.buka.is_open);
	assert_string_equal(at(&asking, DATE(2026, 11, 30), 479),
			    "Tutup. Buka lagi hari ini pukul 08.00 WIT");
	assert_string_equal(at(&asking, DATE(2026, 11, 30), 900),
			    "Tutup. Buka lagi besok pukul 08.00 WIT");
	assert_string_equal(at(&asking, DATE(2026, 12, 4), 700),
			    "Tutup. Buka lagi Senin pukul 08.00 WIT");
	assert_string_equal(at(&asking, DATE(2026, 12, 25), 500),
			    "Tutup. Buka lagi Senin pukul 08.00 WIT");
}

static void a_closed_day_is_told_with_its_reason_and_is_no_open_day(void **state)
{
	struct asking asking = root_of(*state);
	struct house *house = *state;

	asking.kontak.jam_kerja = STR("08.00-15.00");
	asking.ask = save;
	assert_int_equal(ask(&asking, &house->instansi_id), ERR_OK);
	asking.now = time_of_date(DATE(2026, 11, 30), 600, ZONA_WIT);
	asking.tutup = (struct kantor_tutup){DATE(2026, 11, 29), STR(" ")};
	asking.ask = close_day;
	assert_int_equal(ask(&asking, &house->instansi_id), ERR_INVALID);
	assert_true(problem_for(&asking.faults, STR("tanggal")).len > 0);
	assert_true(problem_for(&asking.faults, STR("sebab")).len > 0);
	asking.tutup = (struct kantor_tutup){DATE(2026, 11, 30), STR("Perbaikan listrik")};
	asking.peran = PERAN_AUDITOR;
	assert_int_equal(ask(&asking, &house->instansi_id), ERR_FORBIDDEN);
	asking.peran = PERAN_ADMIN_KEPEGAWAIAN;
	assert_int_equal(ask(&asking, &house->instansi_id), ERR_OK);
	asking.ask = load;
	assert_string_equal(at(&asking, DATE(2026, 11, 30), 600),
			    "Tutup. Buka lagi besok pukul 08.00 WIT");
	asking.ask = office;
	assert_int_equal(ask(&asking, &house->instansi_id), ERR_OK);
	assert_int_equal(asking.kantor.waktu.tutup_count, 1);
	assert_int_equal(asking.kantor.waktu.hari[0].tutup, 900);
	asking.ask = open_day;
	assert_int_equal(ask(&asking, &house->instansi_id), ERR_OK);
	asking.ask = load;
	assert_string_equal(at(&asking, DATE(2026, 11, 30), 600),
			    "Buka sekarang, sampai 15.00 WIT");
}

/* Nobody has said anything: 08.00 to 15.00, Monday to Friday (kantor_buka, kantor_tutup). */
static void an_office_that_says_nothing_has_the_agencys_hours(void **state)
{
	struct asking asking = root_of(*state);
	struct house *house = *state;

	asking.ask = office;
	assert_int_equal(ask(&asking, &house->instansi_id), ERR_OK);
	assert_int_equal(asking.kantor.waktu.hari[4].buka, 480);
	assert_int_equal(asking.kantor.waktu.hari[4].tutup, 900);
	assert_int_equal(asking.kantor.waktu.hari[5].tutup, 0);
}

static void a_unit_of_another_agency_is_not_there(void **state)
{
	struct asking asking = root_of(*state);
	struct house *house = *state;
	struct id lain = house_other_agency(house, "lain");

	asking.ask = load;
	asking.peran = PERAN_PUBLIK;
	assert_int_equal(ask(&asking, &lain), ERR_NOT_FOUND);
	asking.ask = list;
	assert_int_equal(ask(&asking, &lain), ERR_OK);
	assert_int_equal(asking.count, 1);
	assert_true(str_is(asking.units[0].nama, "Kota Lain"));
	assert_int_equal(ask(&asking, &house->instansi_id), ERR_OK);
	assert_int_equal(asking.count, 1);
	assert_true(id_equal(&asking.units[0].unit_id, &asking.kontak.unit_id));
}

#define T(name) cmocka_unit_test_setup_teardown(name, house_set_up, house_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(an_administrator_says_how_the_public_reaches_a_unit),
		T(others_may_not_and_hours_must_be_hours),
		T(the_page_says_whether_it_is_open_now),
		T(a_closed_day_is_told_with_its_reason_and_is_no_open_day),
		T(an_office_that_says_nothing_has_the_agencys_hours),
		T(a_unit_of_another_agency_is_not_there),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
