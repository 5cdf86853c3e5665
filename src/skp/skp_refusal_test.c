/* SPDX-License-Identifier: Apache-2.0 */
/* What the plan's use cases refuse: the own record, wrong states, old versions, other agencies, too
   much text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "evaluation/seed_test_support.h"
#include "skp/hasil_unit.h"
#include "skp/skp.h"

struct office {
	struct store *store;
	struct id instansi;
	struct arena *mem;
	struct actor actor;
	struct problems faults;
	struct id skp_id;
	int64_t version;
	int number; /* what a deed varies */
	struct skp *skp;
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

static enum err run_load(struct job *job, struct office *office)
{
	return skp_load(job, &office->skp_id, &office->skp);
}

static enum err run_start(struct job *job, struct office *office)
{
	return skp_start(job, office->number, &office->skp_id);
}

static struct rhk rhk_of(struct office *office, struct iki *iki)
{
	*iki = (struct iki){.aspek = STR("kuantitas"),
			    .uraian = STR("Akta terbit"),
			    .satuan = STR("akta"),
			    .arah = STR("higher_better"),
			    .target = 100,
			    .has_target = true};
	return (struct rhk){.jenis = STR("tambahan"),
			    .kelas = STR("individu"),
			    .uraian = str_format(office->mem, "Hasil %d", office->number),
			    .iki_count = 1,
			    .iki = iki};
}

static enum err run_save_rhk(struct job *job, struct office *office)
{
	struct iki iki;
	struct rhk rhk = rhk_of(office, &iki);

	return skp_save_rhk(job, &office->skp_id, office->version, &rhk);
}

static enum err run_save_unknown_rhk(struct job *job, struct office *office)
{
	struct iki iki;
	struct rhk rhk = rhk_of(office, &iki);

	rhk.rhk_id = (struct id){{0x7f}};
	return skp_save_rhk(job, &office->skp_id, office->version, &rhk);
}

static enum err run_remove_unknown_rhk(struct job *job, struct office *office)
{
	struct id unknown = {{0x7f}};

	return skp_remove_rhk(job, &office->skp_id, office->version, &unknown);
}

/* number: letters of the text. */
static struct str letters(struct office *office)
{
	struct buf text;

	buf_init(&text, office->mem);
	for (int i = 0; i < office->number; i++)
		buf_add_char(&text, 'a');
	return buf_str(&text);
}

static enum err run_perilaku(struct job *job, struct office *office)
{
	struct skp_perilaku one = {.nilai = STR("akuntabel"), .ekspektasi = letters(office)};

	return skp_save_perilaku(job, &office->skp_id, office->version, &one, 1);
}

static enum err run_unknown_perilaku(struct job *job, struct office *office)
{
	struct skp_perilaku one = {.nilai = STR("rajin")};

	return skp_save_perilaku(job, &office->skp_id, office->version, &one, 1);
}

/* number: rows of one word. */
static enum err run_lampiran(struct job *job, struct office *office)
{
	struct skp_lampiran *rows = arena_array(job->mem, struct skp_lampiran, office->number + 1);

	for (int i = 0; i < office->number; i++)
		rows[i] = (struct skp_lampiran){STR("konsekuensi"), STR("Pujian")};
	return skp_save_lampiran(job, &office->skp_id, office->version, rows, office->number);
}

static enum err run_bad_lampiran(struct job *job, struct office *office)
{
	struct skp_lampiran rows[] = {{STR("bonus"), STR("Uang")},
				      {STR("konsekuensi"), letters(office)}};

	return skp_save_lampiran(job, &office->skp_id, office->version, rows, 2);
}

static enum err run_submit(struct job *job, struct office *office)
{
	return skp_submit(job, &office->skp_id, office->version);
}

static enum err run_agree(struct job *job, struct office *office)
{
	return skp_agree(job, &office->skp_id, office->version, NULL, 0);
}

/* number: letters of the only comment. */
static enum err run_return(struct job *job, struct office *office)
{
	struct skp_comment comment = {.nilai = STR("akuntabel"), .text = letters(office)};

	return skp_return(job, &office->skp_id, office->version, &comment, 1);
}

/* Agrees, with number letters that would be for the owner. */
static enum err run_agree_with_comment(struct job *job, struct office *office)
{
	struct skp_comment comments[] = {{.nilai = STR("loyal"), .text = STR_NONE},
					 {.nilai = STR("akuntabel"), .text = letters(office)}};

	return skp_agree(job, &office->skp_id, office->version, comments, 2);
}

static enum err run_save_range(struct job *job, struct office *office)
{
	struct iki iki;
	struct rhk rhk = rhk_of(office, &iki);

	iki.arah = STR("range");
	iki.has_target_min = office->number > 0;
	return skp_save_rhk(job, &office->skp_id, office->version, &rhk);
}

static enum err run_team(struct job *job, struct office *office)
{
	struct id from_the_first = {{0}};
	struct skp_team team = {0};
	enum err err = skp_list_team(job, 2026, &from_the_first, &team);

	office->number = team.count;
	return err;
}

static enum err run_sources(struct job *job, struct office *office)
{
	struct skp_source_list list;

	return skp_list_sources(job, office->skp, &list);
}

static enum err run_hasil_unit(struct job *job, struct office *office)
{
	struct hasil_unit hasil = {.unit_id = seed_unit_id((enum seed_unit)office->number),
				   .tahun = 2026,
				   .uraian = STR("Akta terbit"),
				   .indikator = STR("Akta"),
				   .satuan = STR("akta"),
				   .target = 100,
				   .has_target = true};

	return hasil_unit_save(job, &hasil);
}

static int office_open(void **state)
{
	static struct office office;

	office = (struct office){.store = store_for_test(), .mem = arena_make()};
	office.instansi = store_test_instansi(office.store, "uji");
	seed_office(office.store, &office.instansi);
	office.skp_id = seed_skp_id(SEED_YOHANA);
	office.version = 1;
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

static void set_state(struct office *office, const char *sql)
{
	seed_sql(office->store, &office->instansi,
		 "DELETE FROM capaian_rhk WHERE instansi_id = $1");
	seed_sql(office->store, &office->instansi, sql);
}

#define ALL_ARE(state) "UPDATE skp SET state = '" state "' WHERE instansi_id = $1"

static void nobody_answers_an_own_plan_also_not_as_plt(void **state)
{
	struct office *office = *state;
	struct actor kepala = person(office, SEED_KEPALA);

	/* Plt of the post above leads the unit above too; a line back to its own person the schema
	   refuses. */
	kepala.scopes[kepala.scope_count++] =
		(struct actor_scope){.peran = PERAN_PIMPINAN_UNIT, .jalur = STR("/K/")};
	set_state(office, ALL_ARE("diajukan"));
	office->skp_id = seed_skp_id(SEED_KEPALA);
	office->number = 20;
	assert_int_equal(as(office, kepala, run_agree), ERR_FORBIDDEN);
	assert_int_equal(as(office, kepala, run_return), ERR_FORBIDDEN);
	office->skp_id = seed_skp_id(SEED_YOHANA);
	assert_int_equal(as(office, person(office, SEED_YOHANA), run_agree), ERR_FORBIDDEN);
	assert_int_equal(as(office, person(office, SEED_YOHANA), run_return), ERR_FORBIDDEN);
	assert_int_equal(as(office, kepala, run_agree), ERR_OK);
}

static void only_the_appraiser_answers(void **state)
{
	struct office *office = *state;

	set_state(office, ALL_ARE("diajukan"));
	office->number = 20;
	assert_int_equal(as(office, person(office, SEED_SEKDA), run_agree), ERR_FORBIDDEN);
	assert_int_equal(as(office, person(office, SEED_AGUS), run_return), ERR_FORBIDDEN);
	assert_int_equal(as(office, seed_admin(&office->instansi), run_agree), ERR_FORBIDDEN);
}

static void a_plan_needs_a_person_and_a_year_that_was_opened(void **state)
{
	struct office *office = *state;

	office->number = 2026;
	assert_int_equal(as(office, seed_admin(&office->instansi), run_start), ERR_FORBIDDEN);
	office->number = 2031;
	assert_int_equal(as(office, person(office, SEED_YOHANA), run_start), ERR_INVALID);
	assert_true(problems_has_rule(&office->faults, "skp.tahun_closed"));
}

static void an_agreed_plan_takes_no_change(void **state)
{
	struct office *office = *state;
	struct actor yohana = person(office, SEED_YOHANA);
	deed *const deeds[] = {run_save_rhk, run_remove_unknown_rhk, run_perilaku, run_lampiran};

	office->number = 1;
	for (size_t i = 0; i < sizeof deeds / sizeof deeds[0]; i++) {
		assert_int_equal(as(office, yohana, deeds[i]), ERR_INVALID);
		assert_true(problems_has_rule(&office->faults, "skp.not_draf"));
	}
	assert_int_equal(as(office, yohana, run_submit), ERR_INVALID);
	assert_int_equal(as(office, person(office, SEED_KEPALA), run_agree), ERR_INVALID);
	assert_int_equal(as(office, person(office, SEED_KEPALA), run_return), ERR_INVALID);
}

static void a_page_from_an_old_version_changes_nothing(void **state)
{
	struct office *office = *state;
	struct actor yohana = person(office, SEED_YOHANA);
	deed *const deeds[] = {run_save_rhk, run_remove_unknown_rhk, run_perilaku, run_lampiran,
			       run_submit};

	set_state(office, ALL_ARE("draf"));
	office->number = 1;
	office->version = 7;
	for (size_t i = 0; i < sizeof deeds / sizeof deeds[0]; i++)
		assert_int_equal(as(office, yohana, deeds[i]), ERR_CONFLICT);
	set_state(office, ALL_ARE("diajukan"));
	assert_int_equal(as(office, person(office, SEED_KEPALA), run_agree), ERR_CONFLICT);
	assert_int_equal(as(office, person(office, SEED_KEPALA), run_return), ERR_CONFLICT);
	assert_int_equal(
		store_test_count(office->store, &office->instansi,
				 "SELECT COUNT(*) FROM skp WHERE instansi_id = $1 AND version = 1"),
		3);
}

static void a_draft_has_its_measures(void **state)
{
	struct office *office = *state;
	struct actor yohana = person(office, SEED_YOHANA);

	set_state(office, ALL_ARE("draf"));
	assert_int_equal(as(office, yohana, run_save_unknown_rhk), ERR_NOT_FOUND);
	assert_int_equal(as(office, yohana, run_remove_unknown_rhk), ERR_NOT_FOUND);
	office->number = 501;
	assert_int_equal(as(office, yohana, run_perilaku), ERR_INVALID);
	assert_int_equal(as(office, yohana, run_bad_lampiran), ERR_INVALID);
	assert_true(problems_has_rule(&office->faults, "skp.blok_unknown"));
	assert_true(problems_has_rule(&office->faults, "skp.text_too_long"));
	assert_int_equal(as(office, yohana, run_unknown_perilaku), ERR_INVALID);
	office->number = 31;
	assert_int_equal(as(office, yohana, run_lampiran), ERR_INVALID);
	assert_true(problems_has_rule(&office->faults, "skp.lampiran_many"));
	office->number = 500;
	assert_int_equal(as(office, yohana, run_perilaku), ERR_OK);
	for (office->version = 2; office->version < 21; office->version++)
		assert_int_equal(as(office, yohana, run_save_rhk), ERR_OK);
	assert_int_equal(as(office, yohana, run_save_rhk), ERR_INVALID);
	assert_true(problems_has_rule(&office->faults, "skp.rhk_many"));
}

static void a_return_says_what_is_missing(void **state)
{
	struct office *office = *state;
	struct actor kepala = person(office, SEED_KEPALA);

	set_state(office, ALL_ARE("diajukan"));
	office->number = 0;
	assert_int_equal(as(office, kepala, run_return), ERR_INVALID);
	office->number = 501;
	assert_int_equal(as(office, kepala, run_return), ERR_INVALID);
	assert_true(problems_has_rule(&office->faults, "skp.text_too_long"));
	office->number = 500;
	assert_int_equal(as(office, kepala, run_return), ERR_OK);
	office->version = 2;
	assert_int_equal(as(office, person(office, SEED_YOHANA), run_load), ERR_OK);
	assert_int_equal(office->skp->state, SKP_DIKEMBALIKAN);
	assert_int_equal(office->skp->perilaku[berakhlak_index(STR("akuntabel"))].komentar.len,
			 500);
}

/* Whoever calls: the page is not the only door. */
static void a_range_without_lower_end_and_a_note_that_goes_nowhere_are_refused(void **state)
{
	struct office *office = *state;

	set_state(office, ALL_ARE("draf"));
	office->number = 0;
	assert_int_equal(as(office, person(office, SEED_YOHANA), run_save_range), ERR_INVALID);
	assert_true(problem_is(&office->faults, STR("iki_target_min.0"), "skp.target_min_missing"));
	office->number = 1; /* nothing is a lower end */
	assert_int_equal(as(office, person(office, SEED_YOHANA), run_save_range), ERR_OK);
	set_state(office, ALL_ARE("diajukan"));
	office->version = 2;
	assert_int_equal(as(office, person(office, SEED_KEPALA), run_agree_with_comment),
			 ERR_INVALID);
	assert_true(problems_has_rule(&office->faults, "skp.comment_unsent"));
	office->number = 0;
	assert_int_equal(as(office, person(office, SEED_KEPALA), run_agree_with_comment), ERR_OK);
}

static void another_agency_finds_nothing(void **state)
{
	struct office *office = *state;
	struct actor yohana = person(office, SEED_YOHANA);

	office->instansi = store_test_instansi(office->store, "lain");
	yohana.instansi_id = office->instansi;
	office->number = 1;
	assert_int_equal(as(office, yohana, run_load), ERR_NOT_FOUND);
	assert_int_equal(as(office, yohana, run_save_rhk), ERR_NOT_FOUND);
	assert_int_equal(as(office, yohana, run_perilaku), ERR_NOT_FOUND);
	assert_int_equal(as(office, yohana, run_submit), ERR_NOT_FOUND);
	assert_int_equal(as(office, person(office, SEED_KEPALA), run_agree), ERR_NOT_FOUND);
	office->number = SEED_BIDANG;
	assert_int_equal(as(office, seed_admin(&office->instansi), run_hasil_unit), ERR_NOT_FOUND);
}

static void lists_stay_within_what_one_may_see(void **state)
{
	struct office *office = *state;

	assert_int_equal(as(office, person(office, SEED_YOHANA), run_load), ERR_OK);
	assert_int_equal(as(office, person(office, SEED_AGUS), run_sources), ERR_FORBIDDEN);
	assert_int_equal(as(office, person(office, SEED_AGUS), run_load), ERR_FORBIDDEN);
	assert_int_equal(as(office, seed_admin(&office->instansi), run_team), ERR_FORBIDDEN);
	office->number = SEED_KOTA;
	assert_int_equal(as(office, person(office, SEED_KEPALA), run_hasil_unit), ERR_FORBIDDEN);
	office->number = SEED_BIDANG;
	assert_int_equal(as(office, person(office, SEED_KEPALA), run_hasil_unit), ERR_OK);
}

#define T(name) cmocka_unit_test_setup_teardown(name, office_open, office_close)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(nobody_answers_an_own_plan_also_not_as_plt),
		T(only_the_appraiser_answers),
		T(a_plan_needs_a_person_and_a_year_that_was_opened),
		T(an_agreed_plan_takes_no_change),
		T(a_page_from_an_old_version_changes_nothing),
		T(a_draft_has_its_measures),
		T(a_return_says_what_is_missing),
		T(a_range_without_lower_end_and_a_note_that_goes_nowhere_are_refused),
		T(another_agency_finds_nothing),
		T(lists_stay_within_what_one_may_see),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
