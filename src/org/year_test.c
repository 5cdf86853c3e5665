/* SPDX-License-Identifier: Apache-2.0 */
/* Years, periods, last days and settings with their dates. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "audit/compare_test_support.h"
#include "evaluation/seed_test_support.h"
#include "org/org.h"
#include "org/year_check.h"

struct office {
	struct store *store;
	struct id instansi;
	struct arena *mem;
	struct actor actor;
	struct problems faults;
	struct tahun_kinerja changed, *kept;
	const char *pendekatan, *jenis, *kunci, *status;
	struct str nilai;
	int versions_late, days_free, days_all;
	struct date day;
};

typedef enum err deed(struct job *job, struct office *office);
struct call {
	struct office *office;
	deed *run;
};

static enum err work(struct db *db, void *arg)
{
	struct call *call = arg;
	struct office *office = call->office;
	struct job job = {.mem = office->mem,
			  .db = db,
			  .actor = &office->actor,
			  .faults = &office->faults,
			  .now = 1775000000000000,
			  .today = DATE(2026, 4, 2),
			  .data_dir = "/tmp",
			  .request_id = STR("uji")};

	problems_init(&office->faults, office->mem);
	return call->run(&job, office);
}

static enum err as(struct office *office, struct actor actor, deed *run)
{
	struct call call = {office, run};

	office->actor = actor;
	return store_write(office->store, &office->instansi, work, &call);
}

static enum err run_open(struct job *job, struct office *office)
{
	return tahun_open(job, office->changed.tahun, str_from(office->pendekatan),
			  str_from(office->jenis));
}

static enum err run_load(struct job *job, struct office *office)
{
	return tahun_load(job, office->changed.tahun, &office->kept);
}

static enum err run_batas(struct job *job, struct office *office)
{
	return tahun_set_batas(job, &office->changed);
}

static enum err run_status(struct job *job, struct office *office)
{
	struct periode_change change = {.tahun = office->changed.tahun,
					.nomor = 2,
					.status = str_from(office->status),
					.alasan = office->nilai};
	struct tahun_kinerja *tahun;
	enum err err = tahun_load(job, change.tahun, &tahun);

	if (err)
		return err;
	change.version = periode_find(tahun, 2)->version - office->versions_late;
	return periode_set_status(job, &change);
}

static enum err run_save(struct job *job, struct office *office)
{
	return setelan_save(job, office->kunci, office->day, office->nilai);
}

static enum err run_setting(struct job *job, struct office *office)
{
	return setelan_load(job, office->kunci, office->day, &office->nilai);
}

static int office_open(void **state)
{
	static struct office office;

	office = (struct office){.store = store_for_test(),
				 .mem = arena_make(),
				 .pendekatan = "kuantitatif",
				 .jenis = "triwulan",
				 .changed.tahun = 2027};
	office.instansi = store_test_instansi(office.store, "uji");
	seed_office(office.store, &office.instansi);
	*state = &office;
	return 0;
}

static int office_close(void **state)
{
	struct office *office = *state;

	store_end_test(office->store);
	arena_free(office->mem);
	return 0;
}

static struct actor admin(const struct office *office)
{
	return seed_admin(&office->instansi);
}

static void a_year_names_its_periods_and_takes_its_due_dates_from_the_settings(void **state)
{
	struct office *office = *state;

	office->kunci = "skp_deadline";
	office->day = DATE(2026, 12, 1);
	office->nilai = STR("229"); /* 29 February: 2027 has none */
	assert_int_equal(as(office, admin(office), run_save), ERR_OK);
	assert_int_equal(as(office, admin(office), run_open), ERR_OK);
	assert_int_equal(as(office, admin(office), run_load), ERR_OK);
	assert_int_equal(office->kept->periode_count, 5);
	assert_true(str_is(office->kept->periode[4].nama, "Triwulan IV 2027"));
	assert_int_equal(date_compare(office->kept->skp_batas, DATE(2027, 2, 28)), 0);
	assert_int_equal(date_compare(office->kept->evaluasi_batas, DATE(2028, 1, 31)), 0);
	office->changed.tahun = 2028;
	office->jenis = "bulan";
	assert_int_equal(as(office, admin(office), run_open), ERR_OK);
	assert_int_equal(as(office, admin(office), run_load), ERR_OK);
	assert_true(str_is(office->kept->periode[2].nama, "Februari 2028"));
	assert_int_equal(office->kept->periode[2].selesai.day, 29);
}

static void a_year_is_opened_once_and_only_rightly(void **state)
{
	struct office *office = *state;

	assert_int_equal(as(office, seed_actor(&office->instansi, SEED_KEPALA), run_open),
			 ERR_FORBIDDEN);
	office->changed.tahun = 1999;
	office->pendekatan = "angka";
	office->jenis = "minggu";
	assert_int_equal(as(office, admin(office), run_open), ERR_INVALID);
	assert_int_equal(office->faults.count, 3);
	office->changed.tahun = 2026;
	office->pendekatan = "kualitatif";
	office->jenis = "bulan";
	assert_int_equal(as(office, admin(office), run_open), ERR_INVALID);
	assert_true(problem_is(&office->faults, STR("tahun"), "tahun.ada"));
}

static void due_dates_change_within_their_year(void **state)
{
	struct office *office = *state;

	office->changed = (struct tahun_kinerja){.tahun = 2026,
						 .version = 1,
						 .skp_batas = DATE(2025, 12, 31),
						 .evaluasi_batas = DATE(2026, 12, 30)};
	assert_int_equal(as(office, seed_actor(&office->instansi, SEED_KEPALA), run_batas),
			 ERR_FORBIDDEN);
	assert_int_equal(as(office, admin(office), run_batas), ERR_INVALID);
	assert_int_equal(office->faults.count, 2);
	office->changed.skp_batas = DATE(2026, 2, 15);
	office->changed.evaluasi_batas = DATE(2027, 2, 29); /* there is no such day */
	assert_int_equal(as(office, admin(office), run_batas), ERR_INVALID);
	office->changed.evaluasi_batas = DATE(2027, 2, 28);
	assert_int_equal(as(office, admin(office), run_batas), ERR_OK);
	assert_int_equal(as(office, admin(office), run_batas), ERR_CONFLICT);
	office->changed.tahun = 2030;
	assert_int_equal(as(office, admin(office), run_batas), ERR_NOT_FOUND);
}

static void a_period_is_opened_by_who_may(void **state)
{
	struct office *office = *state;

	office->changed.tahun = 2026;
	office->status = "pengisian";
	assert_int_equal(as(office, seed_actor(&office->instansi, SEED_YOHANA), run_status),
			 ERR_FORBIDDEN);
	assert_int_equal(as(office, admin(office), run_status), ERR_OK);
	office->status = "libur";
	assert_int_equal(as(office, admin(office), run_status), ERR_INVALID);
	office->status = "pengisian";
	office->changed.tahun = 2040;
	assert_int_equal(as(office, admin(office), run_status), ERR_NOT_FOUND);
}

static void a_closed_period_opens_again_with_a_reason_only(void **state)
{
	struct office *office = *state;

	office->changed.tahun = 2026;
	office->status = "ditutup";
	assert_int_equal(as(office, admin(office), run_status), ERR_OK);
	office->status = "pengisian";
	assert_int_equal(as(office, admin(office), run_status), ERR_INVALID);
	office->nilai = STR("                    salah                    ");
	assert_int_equal(as(office, admin(office), run_status), ERR_INVALID);
	assert_true(problems_has_rule(&office->faults, "periode.alasan"));
	store_test_sql(office->store, &office->instansi,
		       "INSERT INTO setelan (instansi_id, kunci, berlaku_mulai, nilai) VALUES "
		       "($1, 'period_reopen_reason_min_chars', '2000-01-01', '32')");
	office->nilai = STR("Capaian triwulan dua salah tik");
	assert_int_equal(as(office, admin(office), run_status), ERR_INVALID); /* 30 letters */
	office->nilai = STR("Capaian triwulan dua salah ketik");
	office->versions_late = 1; /* somebody else has changed it meanwhile */
	assert_int_equal(as(office, admin(office), run_status), ERR_CONFLICT);
	office->versions_late = 0;
	assert_int_equal(as(office, admin(office), run_status), ERR_OK);
	assert_int_equal(store_test_count(office->store, &office->instansi,
					  "SELECT COUNT(*) FROM audit WHERE instansi_id = $1 AND "
					  "perbuatan = 'periode.reopen' AND alasan = 'Capaian "
					  "triwulan dua salah ketik'"),
			 1);
	office->nilai = STR_NONE;
	office->status = "ditutup";
	assert_int_equal(as(office, admin(office), run_status), ERR_OK); /* closing needs none */
}

static void a_setting_holds_from_its_day_on(void **state)
{
	struct office *office = *state;

	office->kunci = "objection_days";
	office->day = DATE(2026, 6, 1);
	office->nilai = STR("20");
	assert_int_equal(as(office, seed_actor(&office->instansi, SEED_KEPALA), run_save),
			 ERR_FORBIDDEN);
	assert_int_equal(as(office, admin(office), run_save), ERR_OK);
	office->day = DATE(2026, 5, 31);
	assert_int_equal(as(office, admin(office), run_setting), ERR_OK);
	assert_true(str_is(office->nilai, "14"));
	office->day = DATE(2026, 6, 1);
	assert_int_equal(as(office, admin(office), run_setting), ERR_OK);
	assert_true(str_is(office->nilai, "20"));
	office->kunci = "tidak_ada";
	assert_int_equal(as(office, admin(office), run_setting), ERR_NOT_FOUND);
}

static void what_a_setting_takes_is_said_beside_it(void **state)
{
	struct office *office = *state;
	static const struct {
		const char *kunci, *nilai, *rule;
	} bad[] = {
		{"objection_days", "9999", "setelan.batas"},
		{"objection_days", "dua", "setelan.angka"},
		{"tidak_ada", "1", "setelan.kunci"},
		{"jra_skp", "800.1.11; 2; 3; dibuang", "setelan.jra"},
		{"alamat_publik", "kinerja.go.id", "setelan.alamat"},
		{"alamat_publik", "http://kinerja.go.id", "setelan.alamat"},
		{"alamat_publik", "https://127.0.0.1:8080", "setelan.alamat"},
		{"alamat_publik", "https://[::1]", "setelan.alamat"},
		{"alamat_publik", "https://localhost", "setelan.alamat"},
		{"alamat_publik", "https://kinerja.go.id/abdi", "setelan.alamat"},
		{"alamat_publik", "https://kinerja.go.id?a", "setelan.alamat"},
		{"alamat_publik", "https://orang@kinerja.go.id", "setelan.alamat"},
		{"alamat_publik", "https://kinerja.go.id:0", "setelan.alamat"},
		{"alamat_publik", "https://kinerja..go.id", "setelan.alamat"},
		{"alamat_publik", "https://kinerja.go.id.", "setelan.alamat"},
		{"alamat_publik", "https://-kinerja.go.id", "setelan.alamat"},
		{"alamat_publik", "https://kinerja .go.id", "setelan.alamat"},
		{"alamat_publik", "https://\"><b>.go.id", "setelan.alamat"},
	};

	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
		office->kunci = bad[i].kunci;
		office->nilai = str_from(bad[i].nilai);
		office->day = (struct date){0};
		assert_int_equal(as(office, admin(office), run_save), ERR_INVALID);
		assert_true(problems_has_rule(&office->faults, bad[i].rule));
		assert_true(problems_has_rule(&office->faults, "setelan.mulai"));
	}
}

static void the_public_address_is_empty_until_it_is_set(void **state)
{
	struct office *office = *state;

	office->kunci = "alamat_publik";
	office->day = DATE(2026, 4, 2);
	assert_int_equal(as(office, admin(office), run_setting), ERR_OK);
	assert_int_equal(office->nilai.len, 0);
	office->nilai = STR(" https://kinerja.kota-contoh.go.id ");
	assert_int_equal(as(office, admin(office), run_save), ERR_OK);
	assert_int_equal(as(office, admin(office), run_setting), ERR_OK);
	assert_true(str_is(office->nilai, "https://kinerja.kota-contoh.go.id"));
}

/* AUD-01: how long a kind of record is kept is the agency's schedule to say; unsaid it is kept. */
static void a_line_of_the_schedule_of_retention_is_a_setting_with_its_day(void **state)
{
	struct office *office = *state;

	office->kunci = "jra_skp";
	office->day = DATE(2026, 6, 1);
	assert_int_equal(as(office, admin(office), run_setting), ERR_OK);
	assert_int_equal(office->nilai.len, 0);
	office->nilai = STR("800.1.11; 2; 3; musnah");
	assert_int_equal(as(office, admin(office), run_save), ERR_OK);
	assert_int_equal(as(office, admin(office), run_setting), ERR_OK);
	assert_true(str_is(office->nilai, "800.1.11; 2; 3; musnah"));
}

static enum err run_free_days(struct job *job, struct office *office)
{
	struct hari_libur *all;
	struct date *days;
	enum err err = hari_libur_list(job, DATE(2026, 3, 1), DATE(2026, 3, 31), &days,
				       &office->days_free);

	return err ? err : hari_libur_load(job, 2026, &all, &office->days_all);
}

/* Days of a ministerial letter (3.1) stand in the calendar and stay working days. */
static void a_day_of_working_from_anywhere_is_no_free_day(void **state)
{
	struct office *office = *state;

	assert_int_equal(as(office, admin(office), run_free_days), ERR_OK);
	int free = office->days_free, all = office->days_all;
	seed_sql(office->store, &office->instansi,
		 "INSERT INTO hari_libur (instansi_id, tanggal, nama, jenis) VALUES ($1, "
		 "'2026-03-16', 'SE MenPANRB 2/2026', 'wfa_edaran'), ($1, '2026-03-19', 'Nyepi', "
		 "'libur_nasional')");
	assert_int_equal(as(office, admin(office), run_free_days), ERR_OK);
	assert_int_equal(office->days_free, free + 1);
	assert_int_equal(office->days_all, all + 2);
}

/* Only 2027 is of the trail: the seed's own year was put there past the program. */
static void a_year_opened(struct office *office)
{
	(void)store_test_sql(office->store, &office->instansi,
			     "DELETE FROM capaian_organisasi WHERE instansi_id = $1");
	(void)store_test_sql(office->store, &office->instansi,
			     "DELETE FROM periode WHERE instansi_id = $1");
	(void)store_test_sql(office->store, &office->instansi,
			     "DELETE FROM tahun_kinerja WHERE instansi_id = $1");
	assert_int_equal(as(office, admin(office), run_open), ERR_OK);
	office->status = "pengisian";
	assert_int_equal(as(office, admin(office), run_status), ERR_OK);
}

static void a_year_or_period_changed_past_the_program_is_named(void **state)
{
	static const struct {
		const char *sql, *said;
	} tamperings[] = {
		{"UPDATE periode SET status = 'ditutup' WHERE instansi_id = $1 AND nomor = 2",
		 "periode: statusnya bukan yang ditetapkan"},
		{"UPDATE periode SET status = 'pengisian' WHERE instansi_id = $1 AND nomor = 3",
		 "periode: statusnya bukan yang ditetapkan"},
		{"UPDATE periode SET selesai = '2027-04-30' WHERE instansi_id = $1 AND nomor = 1",
		 "periode: tanggalnya bukan tanggal periode itu"},
		{"UPDATE tahun_kinerja SET pendekatan = 'kualitatif' WHERE instansi_id = $1",
		 "tahun: pendekatan atau jenis periodenya berubah"},
		{"DELETE FROM periode WHERE instansi_id = $1 AND nomor = 3",
		 "tahun: periodenya tidak lengkap"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(tamperings) / sizeof(tamperings[0]); i++) {
		void *opened;
		assert_int_equal(office_open(&opened), 0);
		struct office *office = opened;
		a_year_opened(office);
		struct compare_seen seen =
			compare_look(office->store, &office->instansi, year_check);
		assert_string_equal(seen.said, "");
		assert_int_equal(seen.equal, 6); /* the year, four quarters, the whole year */
		compare_tamper(office->store, &office->instansi, year_check, tamperings[i].sql,
			       tamperings[i].said);
		assert_int_equal(office_close(&opened), 0);
	}
}

static void a_year_deleted_past_the_program_is_named(void **state)
{
	struct office *office = *state;

	a_year_opened(office);
	(void)store_test_sql(office->store, &office->instansi,
			     "DELETE FROM periode WHERE instansi_id = $1");
	(void)store_test_sql(office->store, &office->instansi,
			     "DELETE FROM tahun_kinerja WHERE instansi_id = $1");
	struct compare_seen seen = compare_look(office->store, &office->instansi, year_check);
	assert_string_equal(seen.said, "tahun: hilang dari basis data");
	assert_int_equal(seen.findings, 2); /* and the period that was opened */
}

static void a_setting_changed_past_the_program_is_named(void **state)
{
	static const struct {
		const char *sql, *said;
	} tamperings[] = {
		{"UPDATE setelan SET nilai = '7' WHERE instansi_id = $1 AND kunci = "
		 "'objection_days' AND berlaku_mulai = '2026-01-01'",
		 "setelan: bukan yang disimpan"},
		{"INSERT INTO setelan (instansi_id, kunci, berlaku_mulai, nilai) VALUES ($1, "
		 "'api_keys_of_person', '2026-01-01', '99')",
		 "setelan: bukan yang disimpan"},
		{"DELETE FROM setelan WHERE instansi_id = $1 AND berlaku_mulai = '2027-01-01'",
		 "setelan: hilang dari basis data"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(tamperings) / sizeof(tamperings[0]); i++) {
		void *opened;
		assert_int_equal(office_open(&opened), 0);
		struct office *office = opened;
		(void)store_test_sql(office->store, &office->instansi,
				     "DELETE FROM setelan WHERE instansi_id = $1");
		office->kunci = "objection_days";
		for (int16_t year = 2026; year <= 2027; year++) {
			office->day = DATE(year, 1, 1);
			office->nilai = STR("5");
			assert_int_equal(as(office, admin(office), run_save), ERR_OK);
		}
		struct compare_seen seen =
			compare_look(office->store, &office->instansi, setelan_compare);
		assert_string_equal(seen.said, "");
		assert_int_equal(seen.equal, 2);
		compare_tamper(office->store, &office->instansi, setelan_compare, tamperings[i].sql,
			       tamperings[i].said);
		assert_int_equal(office_close(&opened), 0);
	}
}

static void last_days_changed_past_the_program_are_named(void **state)
{
	struct office *office = *state;

	a_year_opened(office);
	assert_int_equal(as(office, admin(office), run_load), ERR_OK);
	office->changed = *office->kept;
	office->changed.skp_batas = DATE(2027, 2, 28);
	assert_int_equal(as(office, admin(office), run_batas), ERR_OK);
	assert_string_equal(compare_look(office->store, &office->instansi, year_check).said, "");
	compare_tamper(office->store, &office->instansi, year_check,
		       "UPDATE tahun_kinerja SET skp_batas = '2027-12-31' WHERE instansi_id = $1",
		       "tahun: batas tanggalnya bukan yang ditetapkan");
}

#define T(name) cmocka_unit_test_setup_teardown(name, office_open, office_close)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(a_year_names_its_periods_and_takes_its_due_dates_from_the_settings),
		T(a_year_is_opened_once_and_only_rightly),
		T(due_dates_change_within_their_year),
		T(a_period_is_opened_by_who_may),
		T(a_closed_period_opens_again_with_a_reason_only),
		T(a_setting_holds_from_its_day_on),
		T(what_a_setting_takes_is_said_beside_it),
		T(the_public_address_is_empty_until_it_is_set),
		T(a_line_of_the_schedule_of_retention_is_a_setting_with_its_day),
		T(a_day_of_working_from_anywhere_is_no_free_day),
		cmocka_unit_test(a_year_or_period_changed_past_the_program_is_named),
		T(a_year_deleted_past_the_program_is_named),
		cmocka_unit_test(a_setting_changed_past_the_program_is_named),
		T(last_days_changed_past_the_program_are_named),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
