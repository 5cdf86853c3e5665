/* SPDX-License-Identifier: Apache-2.0 */
/* What was decided stands: the unit's achievement under it, and every row of a closed period. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "audit/compare_test_support.h"
#include "evaluation/capaian_check.h"
#include "evaluation/evaluation.h"
#include "evaluation/seed_test_support.h"
#include "evaluation/capaian.h"

struct office {
	struct store *store;
	struct id instansi;
	struct arena *mem;
	struct actor actor;
	struct problems faults;
	enum seed_unit unit;
	enum capaian predikat;
	int64_t version;
	struct evaluasi *evaluasi;
	struct capaian_organisasi capaian;
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

	return call->run(&job, call->office);
}

static enum err as(struct office *office, struct actor actor, deed *run)
{
	struct call call = {office, run};

	office->actor = actor;
	return store_write(office->store, &office->instansi, work, &call);
}

static enum err run_set(struct job *job, struct office *office)
{
	struct capaian_organisasi capaian = {
		.unit.unit_id = seed_unit_id(office->unit),
		.is_set = true,
		.predikat = office->predikat,
		.version = office->version,
		.dasar = STR("Rapat evaluasi triwulan, berita acara 12/2026")};

	return capaian_organisasi_set(job, &capaian, 2026, 1);
}

static enum err run_load_capaian(struct job *job, struct office *office)
{
	struct id unit_id = seed_unit_id(office->unit);

	return capaian_organisasi_load(job, &unit_id, 2026, 1, &office->capaian);
}

static enum err run_decide(struct job *job, struct office *office)
{
	struct evaluasi_input input = {.pegawai_id = seed_person_id(SEED_YOHANA),
				       .tahun = 2026,
				       .nomor = 1,
				       .hasil = {true, RATING_SESUAI},
				       .perilaku = {true, RATING_SESUAI}};
	enum predikat predikat;

	input.nilai = &(struct evaluasi_perilaku){.nilai = berakhlak_all()[0].code,
						  .rating = {true, RATING_SESUAI}};
	input.nilai_count = 1;
	(void)office;
	return evaluation_decide(job, &input, &predikat);
}

static enum err run_load(struct job *job, struct office *office)
{
	struct id id = seed_person_id(SEED_YOHANA);

	return evaluation_load(job, &id, 2026, 1, &office->evaluasi);
}

/* The office is said to be good; with rated Yohana Wally was decided on by it. */
static struct office office_open(bool rated)
{
	struct office office = {.store = store_for_test(),
				.mem = arena_make(),
				.unit = SEED_DINAS,
				.predikat = CAPAIAN_BAIK};

	office.instansi = store_test_instansi(office.store, "uji");
	seed_office(office.store, &office.instansi);
	assert_int_equal(as(&office, seed_actor(&office.instansi, SEED_SEKDA), run_set), ERR_OK);
	office.version = 1;
	if (rated)
		assert_int_equal(as(&office, seed_actor(&office.instansi, SEED_KEPALA), run_decide),
				 ERR_OK);
	return office;
}

static void office_close(struct office *office)
{
	store_end_test(office->store);
	arena_free(office->mem);
}

static void close_period(struct office *office)
{
	store_test_sql(
		office->store, &office->instansi,
		"UPDATE periode SET status = 'ditutup' WHERE instansi_id = $1 AND nomor = 1");
}

static void it_may_change_while_nobody_was_decided_on(void **state)
{
	struct office office = office_open(false);

	(void)state;
	office.predikat = CAPAIAN_ISTIMEWA;
	assert_int_equal(as(&office, seed_actor(&office.instansi, SEED_SEKDA), run_set), ERR_OK);
	office_close(&office);
}

static void it_stays_once_somebody_below_was_decided_on(void **state)
{
	struct office office = office_open(true);
	struct actor sekda = seed_actor(&office.instansi, SEED_SEKDA),
		     kepala = seed_actor(&office.instansi, SEED_KEPALA);

	(void)state;
	office.predikat = CAPAIAN_KURANG;
	assert_int_equal(as(&office, sekda, run_set), ERR_INVALID);
	assert_true(problems_has_rule(&office.faults, "capaian.tetap"));
	assert_int_equal(as(&office, sekda, run_load_capaian), ERR_OK);
	assert_true(office.capaian.tetap.len > 0);
	office.unit =
		SEED_BIDANG; /* would take the place of the office's for who is rated already */
	office.version = 0;
	assert_int_equal(as(&office, kepala, run_set), ERR_INVALID);
	assert_true(problems_has_rule(&office.faults, "capaian.tetap"));
	office_close(&office);
}

/* The city's own achievement touches nobody of an independent office below it. */
static void an_independent_office_does_not_hold_what_is_above_it(void **state)
{
	struct office office = office_open(true);

	(void)state;
	office.unit = SEED_KOTA;
	office.version = 0;
	assert_int_equal(as(&office, seed_admin(&office.instansi), run_set), ERR_OK);
	office_close(&office);
}

static void a_closed_period_keeps_it(void **state)
{
	struct office office = office_open(false);

	(void)state;
	close_period(&office);
	office.predikat = CAPAIAN_ISTIMEWA;
	assert_int_equal(as(&office, seed_actor(&office.instansi, SEED_SEKDA), run_set),
			 ERR_INVALID);
	assert_true(problems_has_rule(&office.faults, "capaian.tetap"));
	office_close(&office);
}

static void what_was_decided_shows_the_achievement_it_was_decided_with(void **state)
{
	struct office office = office_open(true);
	struct id dinas = seed_unit_id(SEED_DINAS);

	(void)state;
	store_test_sql(office.store, &office.instansi,
		       "UPDATE capaian_organisasi SET predikat = 'kurang' WHERE instansi_id = $1");
	assert_int_equal(as(&office, seed_actor(&office.instansi, SEED_YOHANA), run_load), ERR_OK);
	assert_true(office.evaluasi->capaian.is_set);
	assert_int_equal(office.evaluasi->capaian.predikat, CAPAIAN_BAIK);
	assert_true(id_equal(&office.evaluasi->capaian.unit.unit_id, &dinas));
	office_close(&office);
}

/* The head of the office by post, without the role for it: in the personnel office too, or as Plt
   above. */
static void a_head_by_post_never_says_the_own_units(void **state)
{
	struct office office = office_open(false);
	struct actor kepala = seed_actor(&office.instansi, SEED_KEPALA);

	(void)state;
	kepala.scopes[kepala.scope_count - 1] =
		(struct actor_scope){.peran = PERAN_ADMIN_KEPEGAWAIAN};
	assert_int_equal(as(&office, kepala, run_set), ERR_FORBIDDEN);
	kepala.scopes[kepala.scope_count - 1] =
		(struct actor_scope){.peran = PERAN_PIMPINAN_UNIT, .jalur = STR("/K/")};
	assert_int_equal(as(&office, kepala, run_set), ERR_FORBIDDEN);
	office.unit = SEED_BIDANG;
	office.version = 0;
	assert_int_equal(as(&office, kepala, run_set), ERR_OK);
	office_close(&office);
}

static void no_statement_lets_a_head_say_the_own_units(void **state)
{
	struct office office = office_open(false);

	(void)state;
	seed_sql(
		office.store, &office.instansi,
		"INSERT INTO akun (instansi_id, akun_id, pegawai_id, nama, sandi_hash) VALUES ($1, {a1}, "
		"{p1}, 'Hendrik Mofu', '')");
	assert_int_equal(
		store_test_try(office.store, &office.instansi,
			       "UPDATE capaian_organisasi SET ditetapkan_oleh = (SELECT akun_id "
			       "FROM akun WHERE instansi_id = $1) WHERE instansi_id = $1"),
		ERR_STORE);
	seed_sql(office.store, &office.instansi,
		 "UPDATE jabatan SET is_kepala = 0 WHERE instansi_id = $1");
	assert_int_equal(
		store_test_try(office.store, &office.instansi,
			       "UPDATE capaian_organisasi SET ditetapkan_oleh = (SELECT akun_id "
			       "FROM akun WHERE instansi_id = $1) WHERE instansi_id = $1"),
		ERR_OK);
	office_close(&office);
}

/* What was decided before the achievement was kept with it reads the unit's, which cannot change
   any more. */
static void an_earlier_decision_reads_the_units(void **state)
{
	struct office office = office_open(true);

	(void)state;
	store_test_sql(
		office.store, &office.instansi,
		"UPDATE evaluasi SET capaian = NULL, capaian_unit_id = NULL WHERE instansi_id = $1");
	assert_int_equal(as(&office, seed_actor(&office.instansi, SEED_YOHANA), run_load), ERR_OK);
	assert_int_equal(office.evaluasi->capaian.predikat, CAPAIAN_BAIK);
	office_close(&office);
}

static const char *const REFUSED[] = {
	"UPDATE capaian_organisasi SET predikat = 'istimewa' WHERE instansi_id = $1",
	"UPDATE capaian_organisasi SET nomor = 2 WHERE instansi_id = $1",
	"DELETE FROM capaian_organisasi WHERE instansi_id = $1",
	"UPDATE evaluasi SET predikat = 'sangat_baik' WHERE instansi_id = $1",
	"UPDATE evaluasi SET state = 'pengisian' WHERE instansi_id = $1",
	"UPDATE evaluasi SET nomor = 2 WHERE instansi_id = $1",
	"UPDATE evaluasi_iki SET realisasi = 1 WHERE instansi_id = $1",
	"DELETE FROM evaluasi_iki WHERE instansi_id = $1",
	"UPDATE evaluasi_perilaku SET umpan_balik = 'Baru' WHERE instansi_id = $1",
	"DELETE FROM evaluasi_perilaku WHERE instansi_id = $1",
	"INSERT INTO capaian_organisasi SELECT instansi_id, unit_id, tahun, 1, 'baik', '', unit_id, 0, 1 "
	"FROM (SELECT instansi_id, unit_id, 2026 AS tahun FROM unit WHERE instansi_id = $1 AND kode = 'K') AS u",
	"INSERT INTO evaluasi (instansi_id, evaluasi_id, skp_id, pegawai_id, penilai_id, tahun, nomor, state) "
	"SELECT instansi_id, skp_id, skp_id, pegawai_id, penilai_id, 2026, 1, 'ditetapkan' FROM skp "
	"WHERE instansi_id = $1 AND bentuk = 'jpt'",
};

static void no_statement_changes_a_row_of_a_closed_period(void **state)
{
	struct office office = office_open(true);

	(void)state;
	close_period(&office);
	for (size_t i = 0; i < sizeof REFUSED / sizeof REFUSED[0]; i++) {
		enum err err = store_test_try(office.store, &office.instansi, REFUSED[i]);
		if (err != ERR_STORE)
			print_message("not refused: %s\n", REFUSED[i]);
		assert_int_equal(err, ERR_STORE);
	}
	store_test_sql(
		office.store, &office.instansi,
		"UPDATE periode SET status = 'pengisian' WHERE instansi_id = $1 AND nomor = 1");
	assert_int_equal(store_test_try(office.store, &office.instansi, REFUSED[0]), ERR_OK);
	office_close(&office);
}

static void an_achievement_changed_past_the_program_is_named(void **state)
{
	static const struct {
		const char *sql, *said;
	} tamperings[] = {
		{"UPDATE capaian_organisasi SET predikat = 'istimewa' WHERE instansi_id = $1",
		 "capaian unit: bukan yang ditetapkan"},
		{"UPDATE capaian_organisasi SET predikat = 'baik' WHERE instansi_id = $1",
		 "capaian unit: bukan yang ditetapkan"}, /* as it was before */
		{"DELETE FROM capaian_organisasi WHERE instansi_id = $1",
		 "capaian unit: hilang dari basis data"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(tamperings) / sizeof(tamperings[0]); i++) {
		struct office office = office_open(false);
		office.predikat = CAPAIAN_KURANG;
		assert_int_equal(as(&office, seed_actor(&office.instansi, SEED_SEKDA), run_set),
				 ERR_OK);
		struct compare_seen seen =
			compare_look(office.store, &office.instansi, capaian_check);
		assert_string_equal(seen.said, "");
		assert_int_equal(seen.equal, 1);
		compare_tamper(office.store, &office.instansi, capaian_check, tamperings[i].sql,
			       tamperings[i].said);
		office_close(&office);
	}
}

/* Nobody said it of that period, and what was said is gone. */
static void an_achievement_of_another_period_is_two_findings(void **state)
{
	struct office office = office_open(false);

	(void)state;
	(void)store_test_sql(office.store, &office.instansi,
			     "UPDATE capaian_organisasi SET nomor = 2 WHERE instansi_id = $1");
	assert_int_equal(compare_look(office.store, &office.instansi, capaian_check).findings, 2);
	office_close(&office);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(it_may_change_while_nobody_was_decided_on),
		cmocka_unit_test(it_stays_once_somebody_below_was_decided_on),
		cmocka_unit_test(an_independent_office_does_not_hold_what_is_above_it),
		cmocka_unit_test(a_closed_period_keeps_it),
		cmocka_unit_test(what_was_decided_shows_the_achievement_it_was_decided_with),
		cmocka_unit_test(an_earlier_decision_reads_the_units),
		cmocka_unit_test(a_head_by_post_never_says_the_own_units),
		cmocka_unit_test(no_statement_lets_a_head_say_the_own_units),
		cmocka_unit_test(no_statement_changes_a_row_of_a_closed_period),
		cmocka_unit_test(an_achievement_changed_past_the_program_is_named),
		cmocka_unit_test(an_achievement_of_another_period_is_two_findings),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
