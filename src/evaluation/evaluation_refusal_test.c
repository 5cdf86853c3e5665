/* SPDX-License-Identifier: Apache-2.0 */
/* What the evaluation's use cases refuse or ask a reason for: own records, periods, other agencies,
   the pattern. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "evaluation/evaluation_recap.h"
#include "evaluation/seed_test_support.h"
#include "evaluation/capaian.h"
#include "evaluation/evaluation.h"

struct office {
	struct store *store;
	struct id instansi;
	struct arena *mem;
	struct actor actor;
	struct problems faults;
	enum seed_person whom;
	enum seed_unit unit;
	int nomor, count, said;
	int64_t version;
	struct rating_choice hasil, perilaku;
	struct str alasan;
	struct evaluasi *evaluasi;
	struct capaian_organisasi *list;
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
	struct job job = seed_job(db, office->mem, &office->actor, &office->faults);

	return call->run(&job, office);
}

static enum err as(struct office *office, struct actor actor, deed *run)
{
	struct call call = {office, run};

	office->actor = actor;
	return store_write(office->store, &office->instansi, work, &call);
}

static struct evaluasi_input input_of(const struct office *office)
{
	return (struct evaluasi_input){.pegawai_id = seed_person_id(office->whom),
				       .tahun = 2026,
				       .nomor = office->nomor,
				       .version = office->version,
				       .hasil = office->hasil,
				       .perilaku = office->perilaku,
				       .alasan = office->alasan};
}

static enum err run_decide(struct job *job, struct office *office)
{
	struct evaluasi_input input = input_of(office);
	enum predikat predikat;

	return evaluation_decide(job, &input, &predikat);
}

static enum err run_draft(struct job *job, struct office *office)
{
	struct evaluasi_input input = input_of(office);

	return evaluation_save_draft(job, &input);
}

static enum err run_load(struct job *job, struct office *office)
{
	struct id id = seed_person_id(office->whom);

	return evaluation_load(job, &id, 2026, office->nomor, &office->evaluasi);
}

static enum err run_load_unknown(struct job *job, struct office *office)
{
	struct id id = {{0x7f}};

	return evaluation_load_by_id(job, &id, &office->evaluasi);
}

static enum err run_capaian(struct job *job, struct office *office)
{
	struct capaian_organisasi capaian = {
		.unit.unit_id = seed_unit_id(office->unit),
		.is_set = true,
		.predikat = CAPAIAN_BAIK,
		.version = office->version,
		.dasar = STR("Rapat evaluasi triwulan, berita acara 12/2026")};

	return capaian_organisasi_set(job, &capaian, 2026, office->nomor);
}

static enum err run_capaian_list(struct job *job, struct office *office)
{
	struct capaian_span span = {.tahun = 2026, .nomor = office->nomor};
	enum err err = capaian_organisasi_list(job, &span, &office->list, &office->count);
	struct capaian_count all = {0};

	if (err)
		return err;
	err = capaian_organisasi_count(job, &span, &all);
	assert_int_equal(all.units, office->count);
	office->said = all.said;
	return err;
}

static enum err run_team(struct job *job, struct office *office)
{
	struct evaluasi_ringkas *list;

	return evaluation_team(job, 2026, office->nomor, &list, &office->count);
}

static enum err run_list_of(struct job *job, struct office *office)
{
	struct id id = seed_person_id(office->whom);
	struct evaluasi_ringkas *list;

	return evaluation_list_of(job, &id, &list, &office->count);
}

static enum err run_recap_above(struct job *job, struct office *office)
{
	struct rekap_unit *rows;

	return evaluation_recap(job, STR("/K/"), 2026, office->nomor, &rows, &office->count);
}

static enum err run_now(struct job *job, struct office *office)
{
	int tahun = 0;

	return evaluation_periode_now(job, &tahun, &office->nomor);
}

static int office_open(void **state)
{
	static struct office office;

	office = (struct office){.store = store_for_test(), .mem = arena_make(), .nomor = 1};
	office.instansi = store_test_instansi(office.store, "uji");
	seed_office(office.store, &office.instansi);
	office.hasil = office.perilaku = (struct rating_choice){true, RATING_SESUAI};
	office.unit = SEED_DINAS;
	office.whom = SEED_YOHANA;
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

static struct actor person(const struct office *office, enum seed_person who)
{
	return seed_actor(&office->instansi, who);
}

/* The head of the office who stands in for the secretary above. */
static struct actor kepala_as_plt(const struct office *office)
{
	struct actor actor = person(office, SEED_KEPALA);

	actor.scopes[actor.scope_count++] =
		(struct actor_scope){.peran = PERAN_PIMPINAN_UNIT, .jalur = STR("/K/")};
	return actor;
}

static void dinas_is_baik(struct office *office)
{
	assert_int_equal(as(office, person(office, SEED_SEKDA), run_capaian), ERR_OK);
}

static void nobody_rates_an_own_record_also_not_as_plt(void **state)
{
	struct office *office = *state;

	dinas_is_baik(office);
	office->whom = SEED_KEPALA;
	assert_int_equal(as(office, kepala_as_plt(office), run_decide), ERR_FORBIDDEN);
	assert_int_equal(as(office, kepala_as_plt(office), run_draft), ERR_FORBIDDEN);
	office->whom = SEED_YOHANA;
	assert_int_equal(as(office, person(office, SEED_YOHANA), run_decide), ERR_FORBIDDEN);
	assert_int_equal(as(office, person(office, SEED_YOHANA), run_draft), ERR_FORBIDDEN);
	assert_int_equal(as(office, seed_admin(&office->instansi), run_decide), ERR_FORBIDDEN);
}

static void a_head_never_says_what_the_own_unit_achieved(void **state)
{
	struct office *office = *state;

	assert_int_equal(as(office, kepala_as_plt(office), run_capaian), ERR_FORBIDDEN);
	assert_int_equal(as(office, kepala_as_plt(office), run_capaian_list), ERR_OK);
	assert_int_equal(office->count, 2);
	assert_false(office->list[0].may_set);
	assert_true(office->list[1].may_set);
	office->unit = SEED_BIDANG;
	assert_int_equal(as(office, kepala_as_plt(office), run_capaian), ERR_OK);
	assert_int_equal(as(office, person(office, SEED_YOHANA), run_capaian), ERR_FORBIDDEN);
}

static void achievements_are_listed_within_ones_reach(void **state)
{
	struct office *office = *state;

	dinas_is_baik(office);
	assert_int_equal(as(office, person(office, SEED_SEKDA), run_capaian_list), ERR_OK);
	assert_int_equal(office->count, 2);
	assert_int_equal(office->said, 1);
	assert_true(office->list[0].is_set);
	assert_int_equal(as(office, person(office, SEED_KEPALA), run_capaian_list), ERR_OK);
	assert_int_equal(office->count, 1);
	assert_int_equal(office->said, 0);
	assert_int_equal(as(office, seed_admin(&office->instansi), run_capaian_list), ERR_OK);
	assert_int_equal(office->count, 3);
	assert_int_equal(as(office, person(office, SEED_YOHANA), run_capaian_list), ERR_FORBIDDEN);
}

static void only_an_open_period_takes_anything(void **state)
{
	struct office *office = *state;
	struct actor kepala = person(office, SEED_KEPALA);

	dinas_is_baik(office);
	office->nomor = 2; /* not opened yet */
	assert_int_equal(as(office, kepala, run_draft), ERR_INVALID);
	assert_true(problems_has_rule(&office->faults, "evaluasi.period_not_open"));
	assert_int_equal(as(office, person(office, SEED_SEKDA), run_capaian), ERR_INVALID);
	assert_true(problems_has_rule(&office->faults, "capaian.period_not_open"));
	office->nomor = 9;
	assert_int_equal(as(office, kepala, run_draft), ERR_NOT_FOUND);
	assert_int_equal(as(office, kepala, run_load), ERR_NOT_FOUND);
	office->nomor = 1;
	seed_sql(office->store, &office->instansi,
		 "UPDATE periode SET status = 'ditutup' WHERE instansi_id = $1");
	assert_int_equal(as(office, kepala, run_draft), ERR_INVALID);
	assert_int_equal(as(office, kepala, run_load), ERR_OK);
	assert_false(office->evaluasi->may_decide);
}

static void without_an_agreed_plan_there_is_nothing_to_rate(void **state)
{
	struct office *office = *state;

	dinas_is_baik(office);
	seed_sql(office->store, &office->instansi,
		 "UPDATE skp SET state = 'diajukan' WHERE instansi_id = $1");
	assert_int_equal(as(office, person(office, SEED_KEPALA), run_decide), ERR_NOT_FOUND);
	assert_int_equal(as(office, person(office, SEED_KEPALA), run_load_unknown), ERR_NOT_FOUND);
}

static void another_agency_finds_nothing(void **state)
{
	struct office *office = *state;

	office->instansi = store_test_instansi(office->store, "lain");
	assert_int_equal(as(office, person(office, SEED_KEPALA), run_load), ERR_NOT_FOUND);
	assert_int_equal(as(office, person(office, SEED_KEPALA), run_decide), ERR_NOT_FOUND);
	assert_int_equal(as(office, person(office, SEED_SEKDA), run_capaian), ERR_NOT_FOUND);
	assert_int_equal(as(office, seed_admin(&office->instansi), run_capaian), ERR_NOT_FOUND);
	assert_int_equal(as(office, person(office, SEED_SEKDA), run_capaian_list), ERR_OK);
	assert_int_equal(office->count, 0);
	assert_int_equal(as(office, person(office, SEED_KEPALA), run_team), ERR_OK);
	assert_int_equal(office->count, 0);
	assert_int_equal(as(office, person(office, SEED_KEPALA), run_now), ERR_NOT_FOUND);
}

static void lists_stay_within_what_one_may_see(void **state)
{
	struct office *office = *state;

	assert_int_equal(as(office, seed_admin(&office->instansi), run_team), ERR_FORBIDDEN);
	assert_int_equal(as(office, person(office, SEED_AGUS), run_list_of), ERR_FORBIDDEN);
	assert_int_equal(as(office, person(office, SEED_AGUS), run_load), ERR_FORBIDDEN);
	assert_int_equal(as(office, person(office, SEED_AGUS), run_recap_above), ERR_FORBIDDEN);
	assert_int_equal(as(office, person(office, SEED_KEPALA), run_recap_above), ERR_FORBIDDEN);
	assert_int_equal(as(office, person(office, SEED_SEKDA), run_recap_above), ERR_OK);
	assert_int_equal(as(office, person(office, SEED_KEPALA), run_now), ERR_OK);
	assert_int_equal(office->nomor, 1);
}

static void a_text_has_its_measure(void **state)
{
	struct office *office = *state;
	struct buf text;

	buf_init(&text, office->mem);
	for (int i = 0; i < 4001; i++)
		buf_add_char(&text, 'a');
	office->alasan = buf_str(&text);
	assert_int_equal(as(office, person(office, SEED_KEPALA), run_draft), ERR_INVALID);
	assert_true(problems_has_rule(&office->faults, "evaluasi.text_long"));
}

/* Baik, three people: at most two Baik, and one Butuh Perbaikan or Kurang. */
static void who_breaks_the_units_pattern_gives_a_reason(void **state)
{
	struct office *office = *state;
	struct actor kepala = person(office, SEED_KEPALA);
	struct actor sekda = person(office, SEED_SEKDA);

	seed_sql(
		office->store, &office->instansi,
		"INSERT INTO setelan VALUES ($1, 'distribution_min_unit_size', '2026-01-01', '3')");
	dinas_is_baik(office);
	assert_int_equal(as(office, kepala, run_decide), ERR_OK);
	office->whom = SEED_AGUS;
	assert_int_equal(as(office, kepala, run_decide), ERR_OK);
	office->whom = SEED_KEPALA;
	assert_int_equal(as(office, sekda, run_load), ERR_OK);
	assert_true(office->evaluasi->is_pola_wajib);
	assert_int_equal(office->evaluasi->sebaran.of[PREDIKAT_BAIK], 2);
	assert_int_equal(office->evaluasi->sebaran_terbuka, 0);
	office->alasan = STR("bagus");
	assert_int_equal(as(office, sekda, run_decide), ERR_INVALID);
	assert_true(problems_has_rule(&office->faults, "evaluasi.pattern_reason"));
	assert_int_equal(office->faults.count, 2); /* too many Baik, and nobody below */
	office->alasan = STR("Ketiganya mencapai semua target yang disepakati.");
	assert_int_equal(as(office, sekda, run_decide), ERR_OK);
}

static void in_a_small_unit_the_pattern_is_advice(void **state)
{
	struct office *office = *state;

	dinas_is_baik(office);
	for (int whom = SEED_AGUS; whom >= SEED_KEPALA; whom--) {
		enum seed_person rater = whom == SEED_KEPALA ? SEED_SEKDA : SEED_KEPALA;
		office->whom = (enum seed_person)whom;
		assert_int_equal(as(office, person(office, rater), run_decide), ERR_OK);
	}
}

#define T(name) cmocka_unit_test_setup_teardown(name, office_open, office_close)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(nobody_rates_an_own_record_also_not_as_plt),
		T(a_head_never_says_what_the_own_unit_achieved),
		T(achievements_are_listed_within_ones_reach),
		T(only_an_open_period_takes_anything),
		T(without_an_agreed_plan_there_is_nothing_to_rate),
		T(another_agency_finds_nothing),
		T(lists_stay_within_what_one_may_see),
		T(a_text_has_its_measure),
		T(who_breaks_the_units_pattern_gives_a_reason),
		T(in_a_small_unit_the_pattern_is_advice),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
