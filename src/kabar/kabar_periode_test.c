/* SPDX-License-Identifier: Apache-2.0 */
/* What an open period asks of whom. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "db/store_test_support.h"
#include "evaluation/seed_test_support.h"
#include "kabar/duty.h"
#include "org/org.h"

struct office {
	struct arena *mem;
	struct store *store;
	struct id instansi;
	struct actor actor;
	struct date today;
	struct duty_list list;
	const char *key; /* of a setting, and its value */
	struct str value;
};

static int office_open(void **state)
{
	struct arena *mem = arena_make();
	struct office *office = arena_new(mem, struct office);

	office->mem = mem;
	office->store = store_for_test();
	office->instansi = store_test_instansi(office->store, "uji");
	seed_office(office->store, &office->instansi);
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

static enum err list_work(struct db *db, void *arg)
{
	struct office *office = arg;
	struct problems faults;
	struct job job = seed_job(db, office->mem, &office->actor, &faults);

	if (!date_is_none(office->today))
		job.today = office->today;
	return duty_list(&job, &office->list);
}

static const struct duty *ask(struct office *office, struct actor actor, enum duty_name name)
{
	office->actor = actor;
	assert_int_equal(store_read(office->store, &office->instansi, list_work, office), ERR_OK);
	for (int i = 0; i < office->list.count; i++)
		if (office->list.at[i].name == name)
			return &office->list.at[i];
	return NULL;
}

static struct actor head_of(const struct office *office)
{
	struct actor actor = seed_actor(&office->instansi, SEED_KEPALA);

	actor.has_bawahan = true;
	return actor;
}

static void people_to_be_rated_are_named_to_who_rates_them(void **state)
{
	struct office *office = *state;
	const struct duty *duty = ask(office, head_of(office), DUTY_EVALUATION_DECIDE);

	assert_non_null(duty);
	assert_true(str_is(duty->path, "/tim/nilai"));
	assert_true(str_has(duty->detail, "menahan") || str_has(duty->detail, "Menahan"));
}

static void a_unit_without_an_achievement_waits_for_who_may_say_it(void **state)
{
	struct office *office = *state;
	const struct duty *duty =
		ask(office, seed_actor(&office->instansi, SEED_SEKDA), DUTY_CAPAIAN);
	struct id dinas = seed_unit_id(SEED_DINAS);

	assert_non_null(duty);
	assert_true(str_equal(duty->path, str_format(office->mem, "/capaian/%.*s/2026/1",
						     STR_ARG(id_str(office->mem, &dinas)))));
	assert_true(str_has(duty->detail, "Dinas Dukcapil"));
	assert_int_equal(ask(office, seed_admin(&office->instansi), DUTY_CAPAIAN)->count, 2);
	/* Who leads the unit does not speak for it. */
	assert_null(ask(office, head_of(office), DUTY_CAPAIAN));
}

static void a_realisation_is_asked_for_when_the_period_is_about_to_end(void **state)
{
	struct office *office = *state;
	struct actor yohana = seed_actor(&office->instansi, SEED_YOHANA);

	office->today = DATE(2026, 3, 10);
	assert_null(ask(office, yohana, DUTY_REALISASI));
	office->today = DATE(2026, 3, 20);
	assert_non_null(ask(office, yohana, DUTY_REALISASI));
	seed_sql(
		office->store, &office->instansi,
		"INSERT INTO evaluasi (instansi_id, evaluasi_id, skp_id, pegawai_id, penilai_id, tahun, nomor, "
		"state, realisasi_versi) VALUES ($1, $1, {s2}, {p2}, {p1}, 2026, 1, 'pengisian', 1)");
	office->today = DATE(2026, 3, 21);
	assert_null(ask(office, yohana, DUTY_REALISASI));
}

static void contract_of_agus(struct office *office, const char *jenis, const char *selesai)
{
	seed_sql(
		office->store, &office->instansi,
		str_cstr(office->mem, str_format(office->mem,
						 "UPDATE pegawai SET jenis = '%s', kontrak_mulai = "
						 "'2026-01-01', kontrak_selesai = '%s' "
						 "WHERE instansi_id = $1 AND pegawai_id = {p3}",
						 jenis, selesai)));
}

/* Rulebook 8.6: who has no evaluation is shown 60 days before the contract ends. */
static void a_contract_that_ends_without_evaluation_is_shown_to_appraiser_and_office(void **state)
{
	struct office *office = *state;
	struct actor office_of_people = seed_admin(&office->instansi);

	contract_of_agus(office, "pppk_paruh_waktu", "2026-12-31");
	office->today = DATE(2026, 10, 31);
	assert_null(ask(office, head_of(office), DUTY_KONTRAK_TEAM));
	assert_null(ask(office, office_of_people, DUTY_KONTRAK));
	office->today = DATE(2026, 11, 1);
	const struct duty *duty = ask(office, head_of(office), DUTY_KONTRAK_TEAM);
	assert_non_null(duty);
	assert_true(str_has(duty->title, "Agus"));
	assert_true(str_has(duty->detail, "31 Desember 2026"));
	assert_non_null(ask(office, office_of_people, DUTY_KONTRAK));
	/* who appraises others is not asked */
	struct actor sekda = seed_actor(&office->instansi, SEED_SEKDA);
	sekda.has_bawahan = true;
	assert_null(ask(office, sekda, DUTY_KONTRAK_TEAM));
}

static void a_full_set_of_evaluations_and_other_kinds_are_not_shown(void **state)
{
	struct office *office = *state;

	office->today = DATE(2026, 3, 15);
	contract_of_agus(office, "pppk_paruh_waktu", "2026-03-20");
	assert_non_null(ask(office, head_of(office), DUTY_KONTRAK_TEAM));
	seed_sql(office->store, &office->instansi,
		 "INSERT INTO evaluasi (instansi_id, evaluasi_id, skp_id, pegawai_id, penilai_id, "
		 "tahun, nomor, state, predikat, ditetapkan_at) VALUES ($1, $1, {s3}, {p3}, {p1}, "
		 "2026, 1, 'ditetapkan', 'baik', 1)");
	office->today = DATE(2026, 3, 16);
	assert_null(ask(office, head_of(office), DUTY_KONTRAK_TEAM));
	seed_sql(office->store, &office->instansi, "DELETE FROM evaluasi WHERE instansi_id = $1");
	contract_of_agus(office, "pppk", "2026-03-20");
	office->today = DATE(2026, 3, 17);
	assert_null(ask(office, head_of(office), DUTY_KONTRAK_TEAM));
	assert_null(ask(office, seed_admin(&office->instansi), DUTY_KONTRAK));
}

/* What nobody can do does not wait. */
static void a_closed_period_asks_for_nothing(void **state)
{
	struct office *office = *state;

	seed_sql(office->store, &office->instansi,
		 "UPDATE periode SET status = 'ditutup' WHERE instansi_id = $1");
	assert_null(ask(office, head_of(office), DUTY_EVALUATION_DECIDE));
	assert_null(ask(office, seed_admin(&office->instansi), DUTY_CAPAIAN));
}

/* As the page of settings does it, so that what is remembered ends. */
static enum err set_work(struct db *db, void *arg)
{
	struct office *office = arg;
	struct problems faults;
	struct job job = seed_job(db, office->mem, &office->actor, &faults);

	job.today = office->today;
	return setelan_save(&job, office->key, office->today, office->value);
}

static void set(struct office *office, const char *key, const char *value)
{
	office->actor = seed_admin(&office->instansi);
	office->key = key;
	office->value = str_from(value);
	assert_int_equal(store_write(office->store, &office->instansi, set_work, office), ERR_OK);
}

static void how_early_a_realisation_is_asked_for_is_the_agencys_to_set(void **state)
{
	struct office *office = *state;
	struct actor yohana = seed_actor(&office->instansi, SEED_YOHANA);

	office->today = DATE(2026, 3, 10);
	set(office, "realisation_reminder_days", "20");
	assert_null(ask(office, yohana, DUTY_REALISASI));
	office->today = DATE(2026, 3, 11);
	assert_non_null(ask(office, yohana, DUTY_REALISASI));
}

static void reports_wait_to_be_read_by_who_appraises_as_long_as_the_agency_sets(void **state)
{
	struct office *office = *state;

	seed_sql(
		office->store, &office->instansi,
		"INSERT INTO laporan (instansi_id, laporan_id, pegawai_id, tanggal, uraian, "
		"satuan, captured_at, created_at, nomor, hash) VALUES ($1, $1, {p2}, '2026-03-17', "
		"'Akta', '', 1, 1, 'LAP-1', '')");
	office->today = DATE(2026, 3, 31); /* the fourteenth day */
	assert_null(ask(office, seed_actor(&office->instansi, SEED_YOHANA), DUTY_REPORT_READ));
	assert_int_equal(ask(office, head_of(office), DUTY_REPORT_READ)->count, 1);
	set(office, "unread_report_days", "13"); /* what was remembered ends with the setting */
	assert_null(ask(office, head_of(office), DUTY_REPORT_READ));
}

#define T(name) cmocka_unit_test_setup_teardown(name, office_open, office_close)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(people_to_be_rated_are_named_to_who_rates_them),
		T(a_unit_without_an_achievement_waits_for_who_may_say_it),
		T(a_realisation_is_asked_for_when_the_period_is_about_to_end),
		T(a_closed_period_asks_for_nothing),
		T(a_contract_that_ends_without_evaluation_is_shown_to_appraiser_and_office),
		T(a_full_set_of_evaluations_and_other_kinds_are_not_shown),
		T(how_early_a_realisation_is_asked_for_is_the_agencys_to_set),
		T(reports_wait_to_be_read_by_who_appraises_as_long_as_the_agency_sets),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
