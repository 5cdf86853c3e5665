/* SPDX-License-Identifier: Apache-2.0 */
/* The evaluation of who heads the agency, made outside and recorded from a letter. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "evaluation/evaluation_recap.h"
#include "evaluation/realisasi.h"
#include "evaluation/seed_test_support.h"
#include "evaluation/capaian.h"
#include "evaluation/evaluation.h"

struct office {
	struct store *store;
	struct id instansi;
	struct arena *mem;
	struct actor actor;
	struct problems faults;
	struct evaluasi_input input;
	struct evaluasi *evaluasi;
	struct evaluasi_ringkas *list;
	struct rekap_unit *rekap;
	enum capaian capaian;
	enum predikat predikat;
	int count;
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

static enum err as_admin(struct office *office, deed *run)
{
	return as(office, seed_admin(&office->instansi), run);
}

static enum err as_head(struct office *office, deed *run)
{
	return as(office, seed_actor(&office->instansi, SEED_SEKDA), run);
}

static enum err run_capaian(struct job *job, struct office *office)
{
	struct capaian_organisasi said = {.unit.unit_id = seed_unit_id(SEED_KOTA),
					  .is_set = true,
					  .predikat = office->capaian,
					  .dasar = STR("Surat Wali Kota nomor 100/4/2026")};

	return capaian_organisasi_set(job, &said, 2026, office->input.nomor);
}

static enum err run_record(struct job *job, struct office *office)
{
	return evaluation_record(job, &office->input, &office->predikat);
}

static enum err run_decide(struct job *job, struct office *office)
{
	return evaluation_decide(job, &office->input, &office->predikat);
}

static enum err run_load(struct job *job, struct office *office)
{
	return evaluation_load(job, &office->input.pegawai_id, 2026, office->input.nomor,
			       &office->evaluasi);
}

static enum err run_load_luar(struct job *job, struct office *office)
{
	return evaluation_load_luar(job, &office->input.pegawai_id, 2026, office->input.nomor,
				    &office->evaluasi);
}

static enum err run_realisasi(struct job *job, struct office *office)
{
	struct evaluasi_iki iki = {.iki_id = seed_iki_id(SEED_SEKDA), .isian = STR("90")};
	struct realisasi_input input = {
		.tahun = 2026, .nomor = office->input.nomor, .iki_count = 1, .iki = &iki};

	return realisasi_save(job, &input);
}

static enum err run_list(struct job *job, struct office *office)
{
	return evaluation_list_luar(job, 2026, office->input.nomor, &office->list, &office->count);
}

static enum err run_recap(struct job *job, struct office *office)
{
	return evaluation_recap(job, STR("/K/"), 2026, office->input.nomor, &office->rekap,
				&office->count);
}

static struct office office_open(void)
{
	struct office office = {.store = store_for_test(), .mem = arena_make()};

	office.instansi = store_test_instansi(office.store, "uji");
	seed_office(office.store, &office.instansi);
	seed_top_plan(office.store, &office.instansi);
	/* as a first run makes it: the root is no independent unit, and is headed all the same */
	store_test_sql(office.store, &office.instansi,
		       "UPDATE unit SET is_mandiri = 0 WHERE instansi_id = $1 AND kode = 'K'");
	office.capaian = CAPAIAN_ISTIMEWA;
	office.input = (struct evaluasi_input){.pegawai_id = seed_person_id(SEED_SEKDA),
					       .tahun = 2026,
					       .nomor = 1,
					       .perilaku = {true, RATING_DI_ATAS},
					       .rekomendasi = STR("Pimpin penataan arsip daerah."),
					       .luar = {STR("Dr. Ruth Uji"), STR("Wali Kota"),
							STR("800/9/2026"), DATE(2026, 4, 1)}};
	return office;
}

static void office_close(struct office *office)
{
	store_end_test(office->store);
	arena_free(office->mem);
}

static int64_t count(struct office *office, const char *sql)
{
	return store_test_count(office->store, &office->instansi, sql);
}

static void what_a_letter_says_is_an_evaluation_like_every_other(void **state)
{
	struct office office = office_open();

	(void)state;
	assert_int_equal(as_head(&office, run_load), ERR_NOT_FOUND);
	assert_int_equal(as_admin(&office, run_capaian), ERR_OK);
	assert_int_equal(as_admin(&office, run_record), ERR_OK);
	assert_int_equal(office.predikat, PREDIKAT_SANGAT_BAIK);

	assert_int_equal(as_head(&office, run_load), ERR_OK);
	const struct evaluasi *e = office.evaluasi;
	assert_int_equal(e->state, EVALUASI_DITETAPKAN);
	assert_true(e->is_luar);
	assert_null(e->penilai);
	assert_true(str_is(e->luar.nama, "Dr. Ruth Uji"));
	assert_true(str_is(e->luar.jabatan, "Wali Kota"));
	assert_true(str_is(e->luar.surat_nomor, "800/9/2026"));
	assert_int_equal(date_compare(e->luar.surat_tanggal, DATE(2026, 4, 1)), 0);
	/* PK-41: the achievement of the agency is the result rating */
	assert_int_equal(e->hasil.value, RATING_DI_ATAS);
	assert_int_equal(e->tetap.predikat, CAPAIAN_ISTIMEWA);
	/* who records it may not read reports, and what they sum to counts all the same */
	assert_int_equal(e->iki[0].realisasi, 10000);
	assert_int_equal(count(&office,
			       "SELECT COUNT(*) FROM audit WHERE instansi_id = $1 AND "
			       "perbuatan = 'evaluation.record' AND alasan = '800/9/2026'"),
			 1);
	assert_int_equal(count(&office, "SELECT COUNT(*) FROM dokumen WHERE instansi_id = $1"), 2);
	office_close(&office);
}

static void list_and_recap_tell_who_still_waits_for_a_letter(void **state)
{
	struct office office = office_open();

	(void)state;
	assert_int_equal(as_admin(&office, run_list), ERR_OK);
	assert_int_equal(office.count, 1);
	assert_int_equal(office.list[0].state, EVALUASI_BELUM);
	assert_int_equal(as_admin(&office, run_recap), ERR_OK);
	assert_int_equal(office.rekap[0].pegawai, 4);
	assert_int_equal(office.rekap[0].dinilai, 0);

	assert_int_equal(as_admin(&office, run_capaian), ERR_OK);
	assert_int_equal(as_admin(&office, run_record), ERR_OK);
	assert_int_equal(as_admin(&office, run_list), ERR_OK);
	assert_true(office.list[0].has_predikat);
	assert_int_equal(as_admin(&office, run_recap), ERR_OK);
	assert_int_equal(office.rekap[0].pegawai, 4);
	assert_int_equal(office.rekap[0].dinilai, 1);
	assert_int_equal(office.rekap[0].jumlah[PREDIKAT_SANGAT_BAIK], 1);
	assert_int_equal(as_head(&office, run_list), ERR_FORBIDDEN);
	office_close(&office);
}

static void every_fault_of_a_letter_is_told_at_once(void **state)
{
	struct office office = office_open();

	(void)state;
	office.input.perilaku.is_set = false;
	office.input.luar = (struct pejabat_luar){.jabatan = STR("\xff")};
	assert_int_equal(as_admin(&office, run_record), ERR_INVALID);
	assert_int_equal(office.faults.count, 6);
	static const char *const fields[] = {"luar_nama",     "luar_jabatan", "surat_nomor",
					     "surat_tanggal", "capaian",      "pk"};
	for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++)
		assert_true(problem_for(&office.faults, str_from(fields[i])).len > 0);
	assert_int_equal(count(&office, "SELECT COUNT(*) FROM evaluasi WHERE instansi_id = $1"), 0);
	office_close(&office);
}

static void a_letter_is_no_older_than_what_it_rates_and_not_of_a_day_to_come(void **state)
{
	static const struct date wrong[] = {{2025, 12, 31}, {2026, 4, 3}};
	struct office office = office_open();

	(void)state;
	assert_int_equal(as_admin(&office, run_capaian), ERR_OK);
	for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
		office.input.luar.surat_tanggal = wrong[i];
		assert_int_equal(as_admin(&office, run_record), ERR_INVALID);
		assert_int_equal(office.faults.count, 1);
		assert_true(problems_has_rule(&office.faults, "luar.surat_tanggal"));
	}
	office_close(&office);
}

/* AUD-02, PK-20: whatever roles the head has besides, also as a stand-in. */
static void nobody_records_an_own_evaluation_and_no_appraiser_decides_it(void **state)
{
	struct office office = office_open();
	struct actor both = seed_actor(&office.instansi, SEED_SEKDA);
	struct actor auditor = seed_admin(&office.instansi);

	(void)state;
	both.scopes[both.scope_count++] = (struct actor_scope){.peran = PERAN_ADMIN_KEPEGAWAIAN};
	auditor.scopes[0].peran = PERAN_AUDITOR;
	assert_int_equal(as_admin(&office, run_capaian), ERR_OK);
	assert_int_equal(as(&office, both, run_record), ERR_FORBIDDEN);
	assert_int_equal(as(&office, both, run_load_luar), ERR_FORBIDDEN);
	assert_int_equal(as_head(&office, run_record), ERR_FORBIDDEN);
	assert_int_equal(as(&office, auditor, run_record), ERR_FORBIDDEN);
	assert_int_equal(as_admin(&office, run_decide), ERR_FORBIDDEN);
	assert_int_equal(as(&office, seed_actor(&office.instansi, SEED_KEPALA), run_record),
			 ERR_FORBIDDEN);
	office_close(&office);
}

static void who_has_an_appraiser_here_is_not_rated_by_letter(void **state)
{
	struct office office = office_open();

	(void)state;
	assert_int_equal(as_admin(&office, run_capaian), ERR_OK);
	office.input.pegawai_id = seed_person_id(SEED_YOHANA);
	assert_int_equal(as_admin(&office, run_load_luar), ERR_NOT_FOUND);
	assert_int_equal(as_admin(&office, run_record), ERR_NOT_FOUND);
	/* nor who merely lost the appraiser: that is a gap in the data, not the top of the
	   agency */
	seed_sql(
		office.store, &office.instansi,
		"UPDATE pegawai SET penilai_id = NULL WHERE instansi_id = $1 AND pegawai_id = {p2}");
	assert_int_equal(as_admin(&office, run_record), ERR_NOT_FOUND);
	office_close(&office);
}

static void the_head_tells_the_realisation_and_a_record_made_before_it_is_old(void **state)
{
	struct office office = office_open();

	(void)state;
	seed_sql(office.store, &office.instansi,
		 "DELETE FROM capaian_rhk WHERE instansi_id = $1 AND iki_id = {i0}");
	assert_int_equal(as_admin(&office, run_capaian), ERR_OK);
	assert_int_equal(as_head(&office, run_realisasi), ERR_OK);
	assert_int_equal(as_admin(&office, run_record), ERR_CONFLICT);
	assert_int_equal(as_admin(&office, run_load_luar), ERR_OK);
	office.input.version = office.evaluasi->version;
	assert_int_equal(as_admin(&office, run_record), ERR_OK);
	assert_int_equal(as_admin(&office, run_load), ERR_OK);
	assert_int_equal(office.evaluasi->iki[0].realisasi, 9000);
	assert_int_equal(as_admin(&office, run_record), ERR_CONFLICT); /* it is signed */
	assert_int_equal(as_head(&office, run_realisasi), ERR_CONFLICT);
	office_close(&office);
}

/* 1.7.4: the year is suggested from its periods; a letter that says something else gives its
   reason. */
static void the_year_is_recorded_too_and_departs_from_its_periods_with_a_reason(void **state)
{
	struct office office = office_open();

	(void)state;
	assert_int_equal(as_admin(&office, run_capaian), ERR_OK);
	assert_int_equal(as_admin(&office, run_record), ERR_OK);
	office.input.nomor = 0;
	office.input.luar.surat_nomor = STR("800/10/2026");
	assert_int_equal(as_admin(&office, run_record), ERR_INVALID); /* not opened yet */
	assert_true(problems_has_rule(&office.faults, "evaluasi.period_not_open"));
	store_test_sql(office.store, &office.instansi,
		       "UPDATE periode SET status = 'pengisian' WHERE instansi_id = $1");
	office.capaian = CAPAIAN_BAIK;
	assert_int_equal(as_admin(&office, run_capaian), ERR_OK);
	office.input.perilaku.value = RATING_SESUAI;
	assert_int_equal(as_admin(&office, run_record), ERR_INVALID);
	assert_true(problems_has_rule(&office.faults, "evaluasi.reason_short"));
	office.input.alasan = STR("Paruh kedua tahun ini belum seperti triwulan pertama.");
	assert_int_equal(as_admin(&office, run_record), ERR_OK);
	assert_int_equal(office.predikat, PREDIKAT_BAIK);
	assert_int_equal(
		count(&office,
		      "SELECT COUNT(*) FROM audit WHERE instansi_id = $1 AND alasan = "
		      "'800/10/2026: Paruh kedua tahun ini belum seperti triwulan pertama.'"),
		1);
	office_close(&office);
}

static void the_store_keeps_no_decision_that_nobody_signed(void **state)
{
	struct office office = office_open();

	(void)state;
	assert_int_equal(as_admin(&office, run_capaian), ERR_OK);
	assert_int_equal(as_admin(&office, run_record), ERR_OK);
	assert_int_not_equal(store_test_try(office.store, &office.instansi,
					    "UPDATE evaluasi SET surat_nomor = NULL WHERE "
					    "instansi_id = $1"),
			     ERR_OK);
	assert_int_not_equal(store_test_try(office.store, &office.instansi,
					    "UPDATE evaluasi SET penilai_id = (SELECT pegawai_id "
					    "FROM pegawai WHERE nip = '197001011995011001') WHERE "
					    "instansi_id = $1"),
			     ERR_OK);
	office_close(&office);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_a_letter_says_is_an_evaluation_like_every_other),
		cmocka_unit_test(list_and_recap_tell_who_still_waits_for_a_letter),
		cmocka_unit_test(every_fault_of_a_letter_is_told_at_once),
		cmocka_unit_test(a_letter_is_no_older_than_what_it_rates_and_not_of_a_day_to_come),
		cmocka_unit_test(nobody_records_an_own_evaluation_and_no_appraiser_decides_it),
		cmocka_unit_test(who_has_an_appraiser_here_is_not_rated_by_letter),
		cmocka_unit_test(the_head_tells_the_realisation_and_a_record_made_before_it_is_old),
		cmocka_unit_test(
			the_year_is_recorded_too_and_departs_from_its_periods_with_a_reason),
		cmocka_unit_test(the_store_keeps_no_decision_that_nobody_signed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
