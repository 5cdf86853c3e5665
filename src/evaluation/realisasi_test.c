/* SPDX-License-Identifier: Apache-2.0 */
/* What a person says became of an indicator: read, kept, corrected by the appraiser, and closed
   with the decision. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "evaluation/realisasi.h"
#include "evaluation/seed_test_support.h"
#include "evaluation/capaian.h"
#include "evaluation/evaluation.h"

enum {
	AKTA,
	TEPAT,
	HARI,
	CERITA,
	INDICATORS
}; /* counted; percent; days, less is better; in words */

struct office {
	struct store *store;
	struct id instansi;
	struct arena *mem;
	struct actor actor;
	struct problems faults;
	struct evaluasi_iki iki[INDICATORS];
	int iki_count;
	int64_t versi, version;
	int nomor; /* of the period; 0: the first */
	struct str alasan;
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

	return call->run(&job, call->office);
}

static enum err as(struct office *office, enum seed_person who, deed *run)
{
	struct call call = {office, run};

	office->actor = seed_actor(&office->instansi, who);
	return store_write(office->store, &office->instansi, work, &call);
}

static enum err run_save(struct job *job, struct office *office)
{
	struct realisasi_input input = {.tahun = 2026,
					.nomor = office->nomor ? office->nomor : 1,
					.versi = office->versi,
					.iki_count = office->iki_count,
					.iki = office->iki};

	return realisasi_save(job, &input);
}

static enum err run_load(struct job *job, struct office *office)
{
	return realisasi_load(job, 2026, 1, &office->evaluasi);
}

static enum err run_review(struct job *job, struct office *office)
{
	struct id id = seed_person_id(SEED_YOHANA);

	return evaluation_load(job, &id, 2026, office->nomor ? office->nomor : 1,
			       &office->evaluasi);
}

static struct evaluasi_input judgement(const struct office *office)
{
	return (struct evaluasi_input){.pegawai_id = seed_person_id(SEED_YOHANA),
				       .tahun = 2026,
				       .nomor = 1,
				       .version = office->version,
				       .alasan = office->alasan,
				       .hasil = {true, RATING_SESUAI},
				       .perilaku = {true, RATING_SESUAI},
				       .iki_count = office->iki_count,
				       .iki = (struct evaluasi_iki *)office->iki};
}

static enum err run_draft(struct job *job, struct office *office)
{
	struct evaluasi_input input = judgement(office);

	return evaluation_save_draft(job, &input);
}

static enum err run_decide(struct job *job, struct office *office)
{
	struct evaluasi_input input = judgement(office);
	enum predikat predikat;

	return evaluation_decide(job, &input, &predikat);
}

static enum err run_capaian(struct job *job, struct office *office)
{
	struct capaian_organisasi baik = {.unit.unit_id = seed_unit_id(SEED_DINAS),
					  .is_set = true,
					  .predikat = CAPAIAN_BAIK,
					  .dasar = STR("Berita acara 12/2026")};

	(void)office;
	return capaian_organisasi_set(job, &baik, 2026, 1);
}

static int office_open(void **state)
{
	static struct office office;
	static const char *const more[] = {
		"INSERT INTO iki (instansi_id, iki_id, rhk_id, urut, aspek, uraian, target_min, target, "
		"satuan, arah) VALUES ($1, {k1}, {r2}, 2, 'kualitas', 'Akta tanpa perbaikan', NULL, 9500, '%', "
		"'higher_better')",
		"INSERT INTO iki (instansi_id, iki_id, rhk_id, urut, aspek, uraian, target_min, target, "
		"satuan, arah) VALUES ($1, {k2}, {r2}, 3, 'waktu', 'Waktu terbit', NULL, 300, 'hari', "
		"'lower_better')",
		"INSERT INTO iki (instansi_id, iki_id, rhk_id, urut, aspek, uraian, target_min, target, "
		"satuan, arah) VALUES ($1, {k3}, {r2}, 4, NULL, 'Warga paham syarat akta', NULL, NULL, '', "
		"'higher_better')",
	};

	office = (struct office){.store = store_for_test(), .mem = arena_make(), .iki_count = 4};
	office.instansi = store_test_instansi(office.store, "uji");
	seed_office(office.store, &office.instansi);
	for (size_t i = 0; i < sizeof more / sizeof more[0]; i++)
		seed_sql(office.store, &office.instansi, more[i]);
	assert_int_equal(as(&office, SEED_YOHANA, run_load), ERR_OK);
	for (int i = 0; i < INDICATORS; i++)
		office.iki[i].iki_id = office.evaluasi->iki[i].iki_id;
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

static void say(struct office *office, const char *tepat, const char *hari, const char *cerita)
{
	office->iki[TEPAT].isian = str_from(tepat);
	office->iki[HARI].isian = str_from(hari);
	office->iki[CERITA].isian = str_from(cerita);
}

static void numbers_and_words_are_kept_and_counted_ones_stay(void **state)
{
	struct office *office = *state;

	say(office, "97,5 %", " 2 hari ", "Semua pemohon membawa syarat lengkap.");
	office->iki[AKTA].isian = STR("999");
	office->iki[HARI].sumber_data = STR("Register akta");
	assert_int_equal(as(office, SEED_YOHANA, run_save), ERR_OK);
	assert_int_equal(as(office, SEED_YOHANA, run_load), ERR_OK);
	const struct evaluasi_iki *iki = office->evaluasi->iki;
	assert_true(iki[AKTA].is_dihitung);
	assert_int_equal(iki[AKTA].realisasi, 10000);
	assert_int_equal(iki[TEPAT].realisasi, 9750);
	assert_int_equal(iki[HARI].realisasi, 200);
	assert_true(str_is(iki[HARI].isian, "2"));
	assert_true(str_is(iki[HARI].sumber_data, "Register akta"));
	assert_true(id_equal(&iki[HARI].realisasi_oleh, &office->actor.akun_id));
	assert_false(iki[CERITA].has_realisasi);
	assert_true(str_is(iki[CERITA].realisasi_teks, "Semua pemohon membawa syarat lengkap."));
	assert_int_equal(office->evaluasi->state, EVALUASI_PENGISIAN);
	assert_int_equal(store_test_count(office->store, &office->instansi,
					  "SELECT COUNT(*) FROM audit WHERE instansi_id = $1 AND "
					  "perbuatan = 'realisasi.save'"),
			 1);
}

/* E42: less is better; the number is judged with its direction, evidence stands for the whole
   result. */
static void the_suggestion_takes_the_number_with_its_direction(void **state)
{
	struct office *office = *state;

	say(office, "80", "2", "");
	assert_int_equal(as(office, SEED_YOHANA, run_save), ERR_OK);
	assert_int_equal(as(office, SEED_KEPALA, run_review), ERR_OK);
	const struct evaluasi_iki *iki = office->evaluasi->iki;
	assert_int_equal(iki[TEPAT].saran.value, RATING_DI_BAWAH);
	assert_int_equal(iki[HARI].saran.value, RATING_DI_ATAS);
	assert_int_equal(iki[HARI].bukti_banyak, 4);
	assert_false(iki[CERITA].saran.is_set);
}

static void every_fault_is_told_at_once_and_nothing_is_kept(void **state)
{
	struct office *office = *state;

	say(office, "9x", "2,345", "");
	assert_int_equal(as(office, SEED_YOHANA, run_save), ERR_INVALID);
	assert_int_equal(office->faults.count, 2);
	assert_true(problems_has_rule(&office->faults, "realisasi.number"));
	say(office, "belum diukur pada periode ini", "", "");
	assert_int_equal(as(office, SEED_YOHANA, run_save), ERR_OK);
	assert_int_equal(as(office, SEED_YOHANA, run_load), ERR_OK);
	assert_true(str_is(office->evaluasi->iki[TEPAT].realisasi_teks,
			   "belum diukur pada periode ini"));
}

static struct str iki_field(const struct office *office, int which)
{
	return str_format(office->mem, "real.%.*s",
			  STR_ARG(id_str(office->mem, &office->iki[which].iki_id)));
}

static void a_figure_without_sense_is_refused_or_asked_about(void **state)
{
	struct office *office = *state;

	say(office, "95.000.000", "-5", "");
	assert_int_equal(as(office, SEED_YOHANA, run_save), ERR_INVALID);
	assert_true(problem_is(&office->faults, iki_field(office, TEPAT), PROBLEM_UNSURE));
	assert_true(problem_is(&office->faults, iki_field(office, HARI), "figure.impossible"));
	assert_true(str_starts(problem_for(&office->faults, iki_field(office, TEPAT)),
			       "Anda menulis 95.000.000 %; targetnya 95 %. Benar?"));
	say(office, "95.000.000", "2", "");
	office->iki[TEPAT].yakin = STR("95.000.000 %");
	assert_int_equal(as(office, SEED_YOHANA, run_save), ERR_OK);
	assert_int_equal(as(office, SEED_KEPALA, run_review), ERR_OK);
	assert_int_equal(office->evaluasi->iki[TEPAT].saran.value, RATING_SESUAI);
	assert_int_equal(office->evaluasi->iki[HARI].saran.value, RATING_DI_ATAS);
}

/* What stood there before the rule did is kept, and never above. */
static void an_older_figure_without_sense_is_never_above(void **state)
{
	struct office *office = *state;

	seed_sql(office->store, &office->instansi,
		 "UPDATE iki SET satuan = 'akta' WHERE instansi_id = $1 AND aspek = 'waktu'");
	say(office, "96", "2", "");
	assert_int_equal(as(office, SEED_YOHANA, run_save), ERR_OK);
	seed_sql(
		office->store, &office->instansi,
		"UPDATE evaluasi_iki SET realisasi = 150 WHERE instansi_id = $1 AND realisasi = 200");
	assert_int_equal(as(office, SEED_KEPALA, run_review), ERR_OK);
	assert_int_equal(office->evaluasi->iki[HARI].realisasi, 150);
	assert_int_equal(office->evaluasi->iki[HARI].saran.value, RATING_SESUAI);
}

/* Ten times what the same indicator came to in the period before is not yet a jump. */
static void a_jump_against_the_period_before_is_asked_about_and_never_above(void **state)
{
	struct office *office = *state;

	seed_sql(office->store, &office->instansi,
		 "UPDATE iki SET target = 5000 WHERE instansi_id = $1 AND satuan = '%'");
	seed_sql(office->store, &office->instansi,
		 "INSERT INTO setelan (instansi_id, kunci, berlaku_mulai, nilai) VALUES "
		 "($1, 'item_evidence_needed', '2026-01-01', '0')");
	say(office, "9", "2", "");
	assert_int_equal(as(office, SEED_YOHANA, run_save), ERR_OK);
	seed_sql(office->store, &office->instansi,
		 "UPDATE periode SET status = 'pengisian' WHERE instansi_id = $1 AND nomor = 2");
	office->nomor = 2;
	say(office, "90", "2", "");
	assert_int_equal(as(office, SEED_YOHANA, run_save), ERR_OK);
	assert_int_equal(as(office, SEED_KEPALA, run_review), ERR_OK);
	assert_int_equal(office->evaluasi->iki[TEPAT].saran.value, RATING_DI_ATAS);
	office->versi = 1;
	say(office, "90,01", "2", "");
	assert_int_equal(as(office, SEED_YOHANA, run_save), ERR_INVALID);
	assert_true(problem_is(&office->faults, iki_field(office, TEPAT), PROBLEM_UNSURE));
	assert_true(str_has(problem_for(&office->faults, iki_field(office, TEPAT)),
			    "pada periode sebelumnya sekitar 9 %"));
	office->iki[TEPAT].yakin = STR("90,01");
	assert_int_equal(as(office, SEED_YOHANA, run_save), ERR_OK);
	assert_int_equal(as(office, SEED_KEPALA, run_review), ERR_OK);
	assert_int_equal(office->evaluasi->iki[TEPAT].saran.value, RATING_SESUAI);
	/* what comes later says nothing of the period before */
	office->nomor = 1;
	assert_int_equal(as(office, SEED_KEPALA, run_review), ERR_OK);
	assert_int_equal(office->evaluasi->iki[TEPAT].lalu_banyak, 0);
}

static void two_who_save_one_form_see_both(void **state)
{
	struct office *office = *state;

	say(office, "90", "", "");
	assert_int_equal(as(office, SEED_YOHANA, run_save), ERR_OK);
	say(office, "95", "", "");
	assert_int_equal(as(office, SEED_YOHANA, run_save), ERR_CONFLICT);
	office->versi = 1;
	assert_int_equal(as(office, SEED_YOHANA, run_save), ERR_OK);
	office->versi = 2;
	assert_int_equal(as(office, SEED_YOHANA, run_save),
			 ERR_OK); /* the same again changes nothing */
	assert_int_equal(as(office, SEED_YOHANA, run_load), ERR_OK);
	assert_int_equal(office->evaluasi->realisasi_versi, 2);
}

static void the_appraisers_draft_is_neither_shown_nor_lost(void **state)
{
	struct office *office = *state;

	office->alasan = STR("Catatan penilai");
	assert_int_equal(as(office, SEED_KEPALA, run_draft), ERR_OK);
	say(office, "90", "", "");
	assert_int_equal(as(office, SEED_YOHANA, run_save), ERR_OK);
	assert_int_equal(as(office, SEED_YOHANA, run_load), ERR_OK);
	assert_int_equal(office->evaluasi->alasan.len, 0);
	assert_false(office->evaluasi->hasil.is_set);
	assert_int_equal(as(office, SEED_KEPALA, run_review), ERR_OK);
	assert_true(str_is(office->evaluasi->alasan, "Catatan penilai"));
	assert_true(office->evaluasi->hasil.is_set);
	assert_int_equal(office->evaluasi->state, EVALUASI_DINILAI);
	office->version = 1; /* the page from before the person wrote */
	assert_int_equal(as(office, SEED_KEPALA, run_decide), ERR_CONFLICT);
}

static void the_appraiser_corrects_and_the_trail_tells_who(void **state)
{
	struct office *office = *state;

	say(office, "99", "", "");
	assert_int_equal(as(office, SEED_YOHANA, run_save), ERR_OK);
	assert_int_equal(as(office, SEED_SEKDA, run_capaian), ERR_OK);
	assert_int_equal(as(office, SEED_KEPALA, run_review), ERR_OK);
	office->version = office->evaluasi->version;
	say(office, "94", "", "");
	assert_int_equal(as(office, SEED_KEPALA, run_decide), ERR_OK);
	assert_int_equal(as(office, SEED_YOHANA, run_review), ERR_OK);
	struct actor kepala = seed_actor(&office->instansi, SEED_KEPALA);
	assert_int_equal(office->evaluasi->iki[TEPAT].realisasi, 9400);
	assert_true(id_equal(&office->evaluasi->iki[TEPAT].realisasi_oleh, &kepala.akun_id));
	assert_int_equal(store_test_count(office->store, &office->instansi,
					  "SELECT COUNT(*) FROM audit WHERE instansi_id = $1 AND "
					  "perbuatan = 'realisasi.correct'"),
			 1);
	office->versi = 2;
	assert_int_equal(as(office, SEED_YOHANA, run_save), ERR_CONFLICT); /* signed */
}

static void only_an_open_period_and_only_the_own_one(void **state)
{
	struct office *office = *state;

	say(office, "90", "", "");
	assert_int_equal(as(office, SEED_SEKDA, run_save), ERR_NOT_FOUND); /* no plan of the own */
	assert_int_equal(as(office, SEED_AGUS, run_save),
			 ERR_OK); /* another's indicators are unknown */
	assert_int_equal(store_test_count(office->store, &office->instansi,
					  "SELECT COUNT(*) FROM evaluasi WHERE instansi_id = $1"),
			 0);
	seed_sql(office->store, &office->instansi,
		 "UPDATE periode SET status = 'ditutup' WHERE instansi_id = $1");
	assert_int_equal(as(office, SEED_YOHANA, run_save), ERR_INVALID);
	assert_true(problems_has_rule(&office->faults, "realisasi.closed"));
}

#define T(name) cmocka_unit_test_setup_teardown(name, office_open, office_close)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(numbers_and_words_are_kept_and_counted_ones_stay),
		T(the_suggestion_takes_the_number_with_its_direction),
		T(every_fault_is_told_at_once_and_nothing_is_kept),
		T(a_figure_without_sense_is_refused_or_asked_about),
		T(an_older_figure_without_sense_is_never_above),
		T(a_jump_against_the_period_before_is_asked_about_and_never_above),
		T(two_who_save_one_form_see_both),
		T(the_appraisers_draft_is_neither_shown_nor_lost),
		T(the_appraiser_corrects_and_the_trail_tells_who),
		T(only_an_open_period_and_only_the_own_one),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
