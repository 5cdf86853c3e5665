/* SPDX-License-Identifier: Apache-2.0 */
/* Rating from draft to decision, and who may do it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "evaluation/evaluation_recap.h"
#include "evaluation/seed_test_support.h"
#include "evaluation/capaian.h"
#include "evaluation/evaluation.h"

/* One use case on the writer, as somebody. */
struct deed {
	struct arena *mem;
	struct actor actor;
	struct problems faults;
	struct evaluasi_input input;
	struct capaian_organisasi capaian;
	struct evaluasi *evaluasi;
	struct evaluasi_ringkas *list;
	struct rekap_unit *rekap;
	int count;
	enum predikat predikat;
	enum err (*run)(struct job *job, struct deed *deed);
};

static enum err work(struct db *db, void *arg)
{
	struct deed *deed = arg;
	struct job job = seed_job(db, deed->mem, &deed->actor, &deed->faults);

	return deed->run(&job, deed);
}

struct office {
	struct store *store;
	struct id instansi;
	struct arena *mem;
};

static struct office office_open(void)
{
	struct office office = {.store = store_for_test(), .mem = arena_make()};
	office.instansi = store_test_instansi(office.store, "uji");
	seed_office(office.store, &office.instansi);
	return office;
}

static void office_close(struct office *office)
{
	store_end_test(office->store);
	arena_free(office->mem);
}

static enum err deed_do(struct office *office, struct deed *deed, struct actor actor,
			enum err (*run)(struct job *, struct deed *))
{
	deed->mem = office->mem;
	deed->actor = actor;
	deed->run = run;
	return store_write(office->store, &office->instansi, work, deed);
}

static enum err run_capaian(struct job *job, struct deed *deed)
{
	return capaian_organisasi_set(job, &deed->capaian, 2026, 1);
}

static enum err run_decide(struct job *job, struct deed *deed)
{
	return evaluation_decide(job, &deed->input, &deed->predikat);
}

/* As the page does it: read against what was opened, then decided. */
static enum err run_opened(struct job *job, struct deed *deed)
{
	unsigned before = db_statements(job->db);
	enum err err = evaluation_open(job, &deed->input, false, &deed->input.opened);

	if (!err)
		err = evaluation_decide(job, &deed->input, &deed->predikat);
	deed->count = (int)(db_statements(job->db) - before);
	return err;
}

static enum err run_draft(struct job *job, struct deed *deed)
{
	return evaluation_save_draft(job, &deed->input);
}

static enum err run_load(struct job *job, struct deed *deed)
{
	return evaluation_load(job, &deed->input.pegawai_id, 2026, 1, &deed->evaluasi);
}

static enum err run_load_second(struct job *job, struct deed *deed)
{
	return evaluation_load(job, &deed->input.pegawai_id, 2026, 2, &deed->evaluasi);
}

static enum err run_load_year(struct job *job, struct deed *deed)
{
	return evaluation_load(job, &deed->input.pegawai_id, 2026, 0, &deed->evaluasi);
}

static enum err run_team(struct job *job, struct deed *deed)
{
	return evaluation_team(job, 2026, 1, &deed->list, &deed->count);
}

static enum err run_recap(struct job *job, struct deed *deed)
{
	return evaluation_recap(job, STR_NONE, 2026, 1, &deed->rekap, &deed->count);
}

static enum err run_recap_below(struct job *job, struct deed *deed)
{
	struct rekap_span span = {.tahun = 2026, .nomor = 1};
	struct unit *unit;
	enum err err = unit_load(job, &deed->capaian.unit.unit_id, &unit);

	span.unit = unit;
	return err ? err : evaluation_recap_below(job, &span, &deed->rekap, &deed->count);
}

static struct deed says(enum seed_unit unit, enum capaian capaian)
{
	return (struct deed){
		.capaian = {.unit.unit_id = seed_unit_id(unit),
			    .is_set = true,
			    .predikat = capaian,
			    .dasar = STR("Rapat evaluasi triwulan, berita acara 12/2026")}};
}

static struct deed rates(enum seed_person person, enum rating hasil, enum rating perilaku)
{
	return (struct deed){.input = {.pegawai_id = seed_person_id(person),
				       .tahun = 2026,
				       .nomor = 1,
				       .hasil = {true, hasil},
				       .perilaku = {true, perilaku}}};
}

static void dinas_is_baik(struct office *office)
{
	struct deed deed = says(SEED_DINAS, CAPAIAN_BAIK);
	assert_int_equal(
		deed_do(office, &deed, seed_actor(&office->instansi, SEED_SEKDA), run_capaian),
		ERR_OK);
}

static void a_unit_is_judged_from_above_never_by_its_own_head(void **state)
{
	struct office office = office_open();
	struct deed own = says(SEED_DINAS, CAPAIAN_ISTIMEWA),
		    above = says(SEED_DINAS, CAPAIAN_BAIK);

	(void)state;
	assert_int_equal(
		deed_do(&office, &own, seed_actor(&office.instansi, SEED_KEPALA), run_capaian),
		ERR_FORBIDDEN);
	assert_int_equal(
		deed_do(&office, &above, seed_actor(&office.instansi, SEED_SEKDA), run_capaian),
		ERR_OK);
	assert_int_equal(
		deed_do(&office, &above, seed_actor(&office.instansi, SEED_SEKDA), run_capaian),
		ERR_CONFLICT);
	office_close(&office);
}

static void the_personnel_office_names_its_basis(void **state)
{
	struct office office = office_open();
	struct deed deed = says(SEED_DINAS, CAPAIAN_BAIK);

	(void)state;
	deed.capaian.dasar = STR("lisan");
	assert_int_equal(deed_do(&office, &deed, seed_admin(&office.instansi), run_capaian),
			 ERR_INVALID);
	assert_true(problems_has_rule(&deed.faults, "capaian.dasar_short"));
	deed.capaian.dasar = STR("Surat Sekda 800/12/2026 tanggal 1 April");
	assert_int_equal(deed_do(&office, &deed, seed_admin(&office.instansi), run_capaian),
			 ERR_OK);
	office_close(&office);
}

static void a_decision_reads_the_nine_cells(void **state)
{
	struct office office = office_open();
	struct deed deed = rates(SEED_YOHANA, RATING_SESUAI, RATING_DI_ATAS);

	(void)state;
	dinas_is_baik(&office);
	assert_int_equal(
		deed_do(&office, &deed, seed_actor(&office.instansi, SEED_KEPALA), run_decide),
		ERR_OK);
	assert_int_equal(deed.predikat, PREDIKAT_BAIK);
	assert_int_equal(
		deed_do(&office, &deed, seed_actor(&office.instansi, SEED_YOHANA), run_load),
		ERR_OK);
	assert_int_equal(deed.evaluasi->state, EVALUASI_DITETAPKAN);
	assert_int_equal(deed.evaluasi->iki[0].realisasi, 10000);
	assert_false(deed.evaluasi->may_decide);
	assert_int_equal(
		deed_do(&office, &deed, seed_actor(&office.instansi, SEED_KEPALA), run_decide),
		ERR_CONFLICT);
	office_close(&office);
}

/* A load is some seventeen statements, and the papers need what was loaded too. */
static void a_decision_is_loaded_once(void **state)
{
	struct office office = office_open();
	struct deed deed = rates(SEED_YOHANA, RATING_SESUAI, RATING_SESUAI);

	(void)state;
	dinas_is_baik(&office);
	assert_int_equal(
		deed_do(&office, &deed, seed_actor(&office.instansi, SEED_KEPALA), run_opened),
		ERR_OK);
	assert_in_range(deed.count, 1, 40);
	office_close(&office);
}

static void without_the_units_achievement_only_a_draft_can_be_kept(void **state)
{
	struct office office = office_open();
	struct deed deed = rates(SEED_YOHANA, RATING_SESUAI, RATING_SESUAI);
	struct actor kepala = seed_actor(&office.instansi, SEED_KEPALA);

	(void)state;
	assert_int_equal(deed_do(&office, &deed, kepala, run_decide), ERR_INVALID);
	assert_true(problems_has_rule(&deed.faults, "evaluasi.capaian_missing"));
	assert_int_equal(deed_do(&office, &deed, kepala, run_draft), ERR_OK);
	assert_int_equal(
		deed_do(&office, &deed, seed_actor(&office.instansi, SEED_YOHANA), run_load),
		ERR_NOT_FOUND);
	assert_int_equal(deed_do(&office, &deed, kepala, run_draft),
			 ERR_CONFLICT); /* the page is older than the draft */
	office_close(&office);
}

static void departing_from_the_suggestion_needs_a_reason(void **state)
{
	struct office office = office_open();
	struct deed deed = rates(SEED_YOHANA, RATING_DI_BAWAH, RATING_SESUAI);
	struct actor kepala = seed_actor(&office.instansi, SEED_KEPALA);

	(void)state;
	dinas_is_baik(&office);
	deed.input.alasan = STR("kurang");
	assert_int_equal(deed_do(&office, &deed, kepala, run_decide), ERR_INVALID);
	assert_true(problems_has_rule(&deed.faults, "evaluasi.reason_short"));
	deed.input.alasan = STR("Sebagian akta harus diterbitkan ulang karena keliru.");
	assert_int_equal(deed_do(&office, &deed, kepala, run_decide), ERR_OK);
	assert_int_equal(deed.predikat, PREDIKAT_BUTUH_PERBAIKAN);
	office_close(&office);
}

static void both_ratings_are_asked_at_once(void **state)
{
	struct office office = office_open();
	struct deed deed = rates(SEED_YOHANA, RATING_SESUAI, RATING_SESUAI);

	(void)state;
	dinas_is_baik(&office);
	deed.input.hasil.is_set = deed.input.perilaku.is_set = false;
	assert_int_equal(
		deed_do(&office, &deed, seed_actor(&office.instansi, SEED_KEPALA), run_decide),
		ERR_INVALID);
	assert_true(problems_has_rule(&deed.faults, "evaluasi.hasil_missing"));
	assert_true(problems_has_rule(&deed.faults, "evaluasi.perilaku_missing"));
	office_close(&office);
}

static void a_head_has_the_units_achievement_as_result(void **state)
{
	struct office office = office_open();
	struct deed deed = rates(SEED_KEPALA, RATING_DI_ATAS, RATING_DI_ATAS);

	(void)state;
	dinas_is_baik(&office);
	assert_int_equal(
		deed_do(&office, &deed, seed_actor(&office.instansi, SEED_SEKDA), run_decide),
		ERR_OK);
	assert_int_equal(deed.predikat,
			 PREDIKAT_BAIK); /* Baik caps the result at sesuai, whatever was sent */
	office_close(&office);
}

static void nobody_rates_the_own_record_or_somebody_elses_people(void **state)
{
	struct office office = office_open();
	struct deed own = rates(SEED_KEPALA, RATING_SESUAI, RATING_SESUAI);
	struct deed other = rates(SEED_YOHANA, RATING_SESUAI, RATING_SESUAI);

	(void)state;
	dinas_is_baik(&office);
	assert_int_equal(
		deed_do(&office, &own, seed_actor(&office.instansi, SEED_KEPALA), run_decide),
		ERR_FORBIDDEN);
	assert_int_equal(
		deed_do(&office, &other, seed_actor(&office.instansi, SEED_SEKDA), run_decide),
		ERR_FORBIDDEN);
	assert_int_equal(
		deed_do(&office, &other, seed_actor(&office.instansi, SEED_AGUS), run_decide),
		ERR_FORBIDDEN);
	assert_int_equal(
		deed_do(&office, &other, seed_actor(&office.instansi, SEED_AGUS), run_load),
		ERR_FORBIDDEN);
	office_close(&office);
}

static void a_closed_period_is_not_rated(void **state)
{
	struct office office = office_open();
	struct deed deed = rates(SEED_YOHANA, RATING_SESUAI, RATING_SESUAI);

	(void)state;
	dinas_is_baik(&office);
	seed_sql(office.store, &office.instansi,
		 "UPDATE periode SET status = 'ditutup' WHERE instansi_id = $1");
	assert_int_equal(
		deed_do(&office, &deed, seed_actor(&office.instansi, SEED_KEPALA), run_decide),
		ERR_INVALID);
	assert_true(problems_has_rule(&deed.faults, "evaluasi.period_not_open"));
	office_close(&office);
}

static void the_year_is_suggested_from_its_periods(void **state)
{
	struct office office = office_open();
	struct deed deed = rates(SEED_YOHANA, RATING_SESUAI, RATING_DI_ATAS);
	struct actor kepala = seed_actor(&office.instansi, SEED_KEPALA);

	(void)state;
	dinas_is_baik(&office);
	assert_int_equal(deed_do(&office, &deed, kepala, run_decide), ERR_OK);
	struct deed year = rates(SEED_YOHANA, RATING_SESUAI, RATING_SESUAI);
	assert_int_equal(deed_do(&office, &year, kepala, run_load_year), ERR_OK);
	assert_int_equal(year.evaluasi->periodik_count, 1);
	assert_int_equal(year.evaluasi->periodik[0].bulan, 3);
	assert_true(year.evaluasi->saran_perilaku.is_set);
	assert_int_equal(year.evaluasi->saran_perilaku.value, RATING_DI_ATAS);
	office_close(&office);
}

static void the_recap_counts_a_unit_with_everyone_below(void **state)
{
	struct office office = office_open();
	struct deed deed = rates(SEED_YOHANA, RATING_SESUAI, RATING_SESUAI);

	(void)state;
	dinas_is_baik(&office);
	assert_int_equal(
		deed_do(&office, &deed, seed_actor(&office.instansi, SEED_KEPALA), run_decide),
		ERR_OK);
	assert_int_equal(
		deed_do(&office, &deed, seed_actor(&office.instansi, SEED_KEPALA), run_recap),
		ERR_OK);
	assert_int_equal(deed.count, 2); /* the office and its section, not the city above */
	assert_int_equal(deed.rekap[0].pegawai, 3);
	assert_int_equal(deed.rekap[0].dinilai, 1);
	assert_int_equal(deed.rekap[0].jumlah[PREDIKAT_BAIK], 1);
	assert_true(deed.rekap[0].has_capaian);
	assert_int_equal(deed.rekap[0].peringatan_count,
			 0); /* one of three is too early for a pattern */
	assert_int_equal(
		deed_do(&office, &deed, seed_actor(&office.instansi, SEED_KEPALA), run_team),
		ERR_OK);
	assert_int_equal(deed.count, 2);
	office_close(&office);
}

static void the_recap_of_a_unit_lists_those_right_below_it(void **state)
{
	struct office office = office_open();
	struct actor sekda = seed_actor(&office.instansi, SEED_SEKDA);
	struct deed deed = says(SEED_DINAS, CAPAIAN_BAIK), kota = says(SEED_KOTA, CAPAIAN_BAIK);

	(void)state;
	assert_int_equal(deed_do(&office, &kota, sekda, run_recap_below), ERR_OK);
	assert_int_equal(kota.count, 2); /* the city and its office, not the section below that */
	assert_int_equal(deed_do(&office, &deed, sekda, run_recap_below), ERR_OK);
	assert_int_equal(deed.count, 2);
	assert_int_equal(deed.rekap[0].pegawai, 3);
	assert_int_equal(deed.rekap[0].pegawai, kota.rekap[1].pegawai);
	assert_int_equal(
		deed_do(&office, &kota, seed_actor(&office.instansi, SEED_KEPALA), run_recap_below),
		ERR_FORBIDDEN);
	office_close(&office);
}

/* Yohana moves to the city and Agus leaves after the quarter was closed; a newcomer was not
   there. */
static void the_recap_of_a_closed_period_stays_as_it_was(void **state)
{
	struct office office = office_open();
	struct deed deed = rates(SEED_YOHANA, RATING_SESUAI, RATING_SESUAI);
	struct actor kepala = seed_actor(&office.instansi, SEED_KEPALA);
	static const char *const later[] = {
		"UPDATE periode SET status = 'ditutup' WHERE instansi_id = $1 AND nomor = 1",
		"UPDATE pegawai SET unit_id = {u0} WHERE instansi_id = $1 AND pegawai_id = {p2}",
		"UPDATE pegawai SET valid_to = '2026-04-01' WHERE instansi_id = $1 AND pegawai_id = "
		"{p3}",
		"INSERT INTO pegawai (instansi_id, pegawai_id, nip, nama, jenis, golongan, jabatan_id, "
		"unit_id, penilai_id, tmt, valid_from) VALUES ($1, {p4}, '199101012026041001', "
		"'Pegawai Baru', 'pns', 'III/a', {j2}, {u2}, {p1}, '2026-04-01', '2026-04-01')",
	};

	(void)state;
	dinas_is_baik(&office);
	assert_int_equal(deed_do(&office, &deed, kepala, run_decide), ERR_OK);
	for (size_t i = 0; i < sizeof later / sizeof later[0]; i++)
		seed_sql(office.store, &office.instansi, later[i]);
	assert_int_equal(deed_do(&office, &deed, kepala, run_recap), ERR_OK);
	assert_int_equal(deed.rekap[0].pegawai, 3);
	assert_int_equal(deed.rekap[0].dinilai, 1);
	assert_int_equal(deed.rekap[1].pegawai, 2); /* the section: both were in it */
	assert_int_equal(deed.rekap[1].jumlah[PREDIKAT_BAIK], 1);
	office_close(&office);
}

static void seed_report(struct office *office, int n)
{
	const char *report = str_cstr(
		office->mem,
		str_format(
			office->mem,
			"INSERT INTO laporan (instansi_id, laporan_id, pegawai_id, tanggal, uraian, "
			"satuan, captured_at, created_at, nomor, hash) VALUES ($1, {l%c}, {p2}, "
			"'2026-03-%02d', 'Kerja', '', 0, 0, 'L%d', '')",
			'0' + n, n + 1, n));
	const char *evidence = str_cstr(
		office->mem,
		str_format(office->mem,
			   "INSERT INTO bukti VALUES ($1, {b%c}, {l%c}, 'tautan', 'Tautan', "
			   "'https://contoh.example', '', 0, '')",
			   '0' + n, '0' + n));

	seed_sql(office->store, &office->instansi, report);
	seed_sql(office->store, &office->instansi, evidence);
}

static void the_newest_reports_are_shown_and_all_are_counted(void **state)
{
	struct office office = office_open();
	struct deed deed = rates(SEED_YOHANA, RATING_SESUAI, RATING_SESUAI);

	(void)state;
	for (int n = 0; n < LAPORAN_KILAS + 3; n++)
		seed_report(&office, n);
	assert_int_equal(
		deed_do(&office, &deed, seed_actor(&office.instansi, SEED_KEPALA), run_load),
		ERR_OK);
	assert_int_equal(deed.evaluasi->laporan.laporan, LAPORAN_KILAS + 3);
	assert_int_equal(deed.evaluasi->laporan.bukti, LAPORAN_KILAS + 3);
	assert_int_equal(deed.evaluasi->laporan.count, LAPORAN_KILAS);
	assert_int_equal(deed.evaluasi->laporan.terbaru[0].tanggal.day, LAPORAN_KILAS + 3);
	assert_int_equal(deed.evaluasi->laporan.terbaru[0].bukti_count, 1);
	office_close(&office);
}

static void a_changed_setting_leaves_earlier_periods_as_they_were(void **state)
{
	struct office office = office_open();
	struct deed deed = rates(SEED_YOHANA, RATING_DI_BAWAH, RATING_SESUAI);
	struct actor kepala = seed_actor(&office.instansi, SEED_KEPALA);

	(void)state;
	seed_sql(office.store, &office.instansi,
		 "INSERT INTO setelan VALUES ($1, 'item_rating_above', '2026-04-01', '95')");
	seed_sql(
		office.store, &office.instansi,
		"INSERT INTO setelan VALUES ($1, 'override_reason_min_chars', '2026-04-01', '200')");
	seed_sql(office.store, &office.instansi,
		 "UPDATE periode SET status = 'pengisian' WHERE instansi_id = $1 AND nomor = 2");
	seed_sql(office.store, &office.instansi,
		 "INSERT INTO capaian_rhk VALUES ($1, {i2}, 2026, 5, 10000, 5, 4)");
	dinas_is_baik(&office);
	assert_int_equal(deed_do(&office, &deed, kepala, run_load), ERR_OK);
	assert_int_equal(deed.evaluasi->iki[0].saran.value, RATING_SESUAI);
	assert_int_equal(deed_do(&office, &deed, kepala, run_load_second), ERR_OK);
	assert_int_equal(deed.evaluasi->iki[0].saran.value, RATING_DI_ATAS);
	deed.input.alasan = STR("Sebagian akta harus diterbitkan ulang karena keliru.");
	assert_int_equal(deed_do(&office, &deed, kepala, run_decide), ERR_OK);
	office_close(&office);
}

static bool is_advice(const struct deed *deed)
{
	assert_true(deed->rekap[0].peringatan_count > 0);
	return deed->rekap[0].is_saran;
}

static void the_recap_reads_the_size_in_force_at_the_periods_end(void **state)
{
	struct office office = office_open();
	struct deed deed = rates(SEED_YOHANA, RATING_DI_BAWAH, RATING_DI_BAWAH);
	struct deed other = rates(SEED_AGUS, RATING_DI_BAWAH, RATING_DI_BAWAH);
	struct actor kepala = seed_actor(&office.instansi, SEED_KEPALA);

	(void)state;
	dinas_is_baik(&office);
	deed.input.alasan = other.input.alasan =
		STR("Sebagian akta harus diterbitkan ulang karena keliru.");
	assert_int_equal(deed_do(&office, &deed, kepala, run_decide), ERR_OK);
	assert_int_equal(deed_do(&office, &other, kepala, run_decide), ERR_OK);
	seed_sql(
		office.store, &office.instansi,
		"INSERT INTO setelan VALUES ($1, 'distribution_min_unit_size', '2026-04-01', '1')");
	assert_int_equal(deed_do(&office, &deed, kepala, run_recap), ERR_OK);
	assert_true(is_advice(&deed));
	seed_sql(
		office.store, &office.instansi,
		"INSERT INTO setelan VALUES ($1, 'distribution_min_unit_size', '2026-03-31', '2')");
	assert_int_equal(deed_do(&office, &deed, kepala, run_recap), ERR_OK);
	assert_false(is_advice(&deed));
	office_close(&office);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_unit_is_judged_from_above_never_by_its_own_head),
		cmocka_unit_test(the_personnel_office_names_its_basis),
		cmocka_unit_test(a_decision_reads_the_nine_cells),
		cmocka_unit_test(a_decision_is_loaded_once),
		cmocka_unit_test(without_the_units_achievement_only_a_draft_can_be_kept),
		cmocka_unit_test(departing_from_the_suggestion_needs_a_reason),
		cmocka_unit_test(both_ratings_are_asked_at_once),
		cmocka_unit_test(a_head_has_the_units_achievement_as_result),
		cmocka_unit_test(nobody_rates_the_own_record_or_somebody_elses_people),
		cmocka_unit_test(a_closed_period_is_not_rated),
		cmocka_unit_test(the_year_is_suggested_from_its_periods),
		cmocka_unit_test(the_recap_counts_a_unit_with_everyone_below),
		cmocka_unit_test(the_recap_of_a_unit_lists_those_right_below_it),
		cmocka_unit_test(the_recap_of_a_closed_period_stays_as_it_was),
		cmocka_unit_test(the_newest_reports_are_shown_and_all_are_counted),
		cmocka_unit_test(a_changed_setting_leaves_earlier_periods_as_they_were),
		cmocka_unit_test(the_recap_reads_the_size_in_force_at_the_periods_end),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
