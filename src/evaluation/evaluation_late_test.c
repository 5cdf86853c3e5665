/* SPDX-License-Identifier: Apache-2.0 */
/* What a rating has counted with: a report for a plan that a move has closed counts until that plan
   is rated, and then no more (PK-32); one that was counted stays as it is. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "evaluation/evaluation.h"
#include "evaluation/seed_test_support.h"
#include "evaluation/capaian.h"

struct office {
	struct store *store;
	struct id instansi;
	struct arena *mem;
	struct actor actor;
	struct problems faults;
	enum seed_person whom;
	bool is_tambahan;
	struct id laporan_id; /* the last one sent */
	struct evaluasi *evaluasi;
};

typedef enum err deed(struct job *job, struct office *office);
struct call {
	struct office *office;
	deed *run;
};

static enum err work(struct db *db, void *arg)
{
	struct call *call = arg;
	struct job job =
		seed_job(db, call->office->mem, &call->office->actor, &call->office->faults);

	job.data_dir = "/tmp";
	return call->run(&job, call->office);
}

static enum err as(struct office *office, enum seed_person who, deed *run)
{
	struct call call = {office, run};

	office->actor = seed_actor(&office->instansi, who);
	return store_write(office->store, &office->instansi, work, &call);
}

static enum err run_report(struct job *job, struct office *office)
{
	struct laporan laporan = {.tanggal = DATE(2026, 3, 28),
				  .uraian = STR("Menerbitkan akta"),
				  .jumlah = 900,
				  .has_jumlah = true};

	if (!office->is_tambahan) {
		laporan.rhk_id = seed_skp_id(office->whom);
		laporan.rhk_id.bytes[0] = 'r';
	}
	enum err err = report_send(job, &laporan);
	office->laporan_id = laporan.laporan_id;
	return err;
}

static enum err run_undo(struct job *job, struct office *office)
{
	return report_undo(job, &office->laporan_id);
}

static enum err run_capaian(struct job *job, struct office *office)
{
	struct capaian_organisasi said = {.unit.unit_id = seed_unit_id(SEED_DINAS),
					  .is_set = true,
					  .predikat = CAPAIAN_BAIK,
					  .dasar = STR("Rapat evaluasi, berita acara 12/2026")};

	(void)office;
	return capaian_organisasi_set(job, &said, 2026, 1);
}

static enum err run_load(struct job *job, struct office *office)
{
	struct id id = seed_person_id(office->whom);

	return evaluation_load(job, &id, 2026, 1, &office->evaluasi);
}

static enum err run_decide(struct job *job, struct office *office)
{
	struct evaluasi_input input = {.pegawai_id = seed_person_id(office->whom),
				       .tahun = 2026,
				       .nomor = 1,
				       .hasil = {true, RATING_SESUAI},
				       .perilaku = {true, RATING_SESUAI}};
	enum predikat predikat;

	return evaluation_decide(job, &input, &predikat);
}

static struct office office_open(enum seed_person whom)
{
	struct office office = {.store = store_for_test(), .mem = arena_make(), .whom = whom};

	office.instansi = store_test_instansi(office.store, "uji");
	seed_office(office.store, &office.instansi);
	assert_int_equal(as(&office, SEED_SEKDA, run_capaian), ERR_OK);
	return office;
}

static void office_close(struct office *office)
{
	store_end_test(office->store);
	arena_free(office->mem);
}

static int64_t reports(struct office *office)
{
	return store_test_count(office->store, &office->instansi,
				"SELECT COUNT(*) FROM laporan WHERE instansi_id = $1");
}

static void a_late_report_counts_until_the_closed_plan_is_rated(void **state)
{
	struct office office = office_open(SEED_YOHANA);

	(void)state;
	seed_sql(
		office.store, &office.instansi,
		"UPDATE skp SET state = 'ditutup', selesai = '2026-03-29' WHERE instansi_id = $1 AND skp_id = {s2}");
	assert_int_equal(as(&office, SEED_YOHANA, run_report), ERR_OK);
	assert_int_equal(as(&office, SEED_KEPALA, run_load), ERR_OK);
	assert_int_equal(office.evaluasi->iki[0].realisasi, 10900);
	assert_int_equal(as(&office, SEED_KEPALA, run_decide), ERR_OK);

	assert_int_equal(as(&office, SEED_YOHANA, run_report), ERR_INVALID);
	assert_true(problems_has_rule(&office.faults, "evaluasi.report_late"));
	assert_true(str_has(problem_for(&office.faults, STR("sasaran")),
			    "sudah dinilai untuk Triwulan I"));
	assert_int_equal(reports(&office), 1);
	office.is_tambahan = true; /* it can still be kept, for no result */
	assert_int_equal(as(&office, SEED_YOHANA, run_report), ERR_OK);
	assert_int_equal(reports(&office), 2);
	office_close(&office);
}

/* PK-32: who appraises now rates, also the plan that another one agreed to and a move has
   closed. */
static void the_appraiser_of_today_rates_a_plan_agreed_with_another(void **state)
{
	struct office office = office_open(SEED_YOHANA);

	(void)state;
	seed_sql(
		office.store, &office.instansi,
		"UPDATE skp SET state = 'ditutup', selesai = '2026-03-29' WHERE instansi_id = $1 AND skp_id = {s2}");
	seed_sql(
		office.store, &office.instansi,
		"UPDATE pegawai SET penilai_id = {p3} WHERE instansi_id = $1 AND pegawai_id = {p2}");
	assert_int_equal(as(&office, SEED_AGUS, run_load), ERR_OK);
	assert_int_equal(as(&office, SEED_AGUS, run_decide), ERR_OK);
	assert_int_equal(as(&office, SEED_YOHANA, run_load), ERR_OK);
	assert_true(str_is(office.evaluasi->penilai->nama, "Agus Rumbiak"));
	office_close(&office);
}

/* Work goes on after a rating, and counts for the year. */
static void a_plan_in_force_takes_reports_after_its_period_was_rated(void **state)
{
	struct office office = office_open(SEED_AGUS);

	(void)state;
	assert_int_equal(as(&office, SEED_KEPALA, run_decide), ERR_OK);
	assert_int_equal(as(&office, SEED_AGUS, run_report), ERR_OK);
	office_close(&office);
}

static void a_report_that_was_rated_with_is_not_taken_back(void **state)
{
	struct office office = office_open(SEED_AGUS);

	(void)state;
	assert_int_equal(as(&office, SEED_AGUS, run_report), ERR_OK);
	assert_int_equal(as(&office, SEED_AGUS, run_undo), ERR_OK);
	assert_int_equal(as(&office, SEED_AGUS, run_report), ERR_OK);
	assert_int_equal(as(&office, SEED_KEPALA, run_decide), ERR_OK);
	assert_int_equal(as(&office, SEED_AGUS, run_undo), ERR_INVALID);
	assert_true(problems_has_rule(&office.faults, "report.undo_late"));
	assert_true(str_has(problem_for(&office.faults, STR("lapor")), "Triwulan I sudah dinilai"));
	office.is_tambahan = true; /* that one the appraiser sees too */
	assert_int_equal(as(&office, SEED_AGUS, run_report), ERR_OK);
	assert_int_equal(as(&office, SEED_AGUS, run_undo), ERR_INVALID);
	assert_int_equal(reports(&office), 2);
	seed_sql(office.store, &office.instansi,
		 "UPDATE laporan SET created_at = created_at + 1 WHERE instansi_id = $1");
	assert_int_equal(as(&office, SEED_AGUS, run_undo), ERR_OK); /* sent after the rating */
	office_close(&office);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_late_report_counts_until_the_closed_plan_is_rated),
		cmocka_unit_test(the_appraiser_of_today_rates_a_plan_agreed_with_another),
		cmocka_unit_test(a_plan_in_force_takes_reports_after_its_period_was_rated),
		cmocka_unit_test(a_report_that_was_rated_with_is_not_taken_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
