/* SPDX-License-Identifier: Apache-2.0 */
/* What changes around a plan: the unit's results, the leader's plan, the post, the appraiser. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "law/skp_sync.h"
#include "skp/hasil_unit.h"
#include "skp/plan_test_support.h"
#include "skp/skp_move.h"

static enum err hasil_save_step(struct job *job, void *arg)
{
	return hasil_unit_save(job, arg);
}

static enum err hasil_remove_step(struct job *job, void *arg)
{
	const struct hasil_unit *h = arg;

	return hasil_unit_remove(job, &h->hasil_unit_id, h->version);
}

static void a_units_target_without_sense_is_refused_or_asked_about(void **state)
{
	struct plan_room *room = *state;
	struct hasil_unit now = {.hasil_unit_id = PLAN_HASIL,
				 .version = 1,
				 .uraian = STR("Akta terbit hari itu juga"),
				 .indikator = STR("Akta terbit"),
				 .satuan = STR("akta"),
				 .target = 950,
				 .has_target = true};

	assert_int_equal(plan_change(room, &plan_marta, hasil_save_step, &now), ERR_INVALID);
	assert_true(problem_is(&room->faults, STR("target"), "figure.impossible"));
	now.satuan = STR("%");
	now.target = 10001;
	assert_int_equal(plan_change(room, &plan_marta, hasil_save_step, &now), ERR_INVALID);
	assert_true(problem_is(&room->faults, STR("target"), PROBLEM_UNSURE));
	now.yakin = STR("100,01");
	assert_int_equal(plan_change(room, &plan_marta, hasil_save_step, &now), ERR_OK);
}

static void an_agreed_plan_keeps_its_words_and_is_told_as_to_be_synced(void **state)
{
	struct plan_room *room = *state;
	struct plan plan;
	struct plan_team team = {0};
	struct hasil_unit now = {.hasil_unit_id = PLAN_HASIL,
				 .version = 1,
				 .uraian = STR("Akta terbit hari itu juga"),
				 .indikator = STR("Akta terbit"),
				 .satuan = STR("persen"),
				 .target = 9000,
				 .has_target = true};

	plan_draft(room, &plan);
	struct str signed_words = plan.skp->rhk[0].hasil_unit_uraian;
	assert_int_equal(plan_change(room, &plan_marta, hasil_save_step, &now), ERR_OK);
	plan_reload(room, &plan_yohana, &plan);
	assert_true(
		str_equal(plan.skp->rhk[0].hasil_unit_uraian, now.uraian)); /* a draft follows */
	assert_int_equal(plan_change(room, &plan_yohana, plan_submit, &plan), ERR_OK);
	plan_reload(room, &plan_marta, &plan);
	assert_int_equal(plan_change(room, &plan_marta, plan_agree, &plan), ERR_OK);
	assert_int_equal(plan_look(room, &plan_marta, plan_list_team, &team), ERR_OK);
	assert_false(team.page.row[0].needs_sync);

	signed_words = now.uraian;
	now.version = 2;
	now.uraian = STR("Akta terbit dalam satu jam");
	assert_int_equal(plan_change(room, &plan_marta, hasil_save_step, &now), ERR_OK);
	plan_reload(room, &plan_yohana, &plan);
	assert_true(str_equal(plan.skp->rhk[0].hasil_unit_uraian, signed_words));
	assert_true(str_equal(plan.skp->rhk[0].hasil_unit_kini, now.uraian));
	assert_true(skp_needs_sync(plan.skp));
	assert_int_equal(plan_look(room, &plan_marta, plan_list_team, &team), ERR_OK);
	assert_true(team.page.row[0].needs_sync);

	now.version = 3;
	now.uraian = signed_words;
	assert_int_equal(plan_change(room, &plan_marta, hasil_save_step, &now), ERR_OK);
	plan_reload(room, &plan_yohana, &plan);
	assert_false(skp_needs_sync(plan.skp));
}

static void a_newer_plan_of_the_leader_marks_what_hangs_from_the_old_one(void **state)
{
	struct plan_room *room = *state;
	struct plan head = {0}, plan = {0};
	struct plan_team team = {0};

	plan_send_head(room, &head);
	plan_reload(room, &plan_personalia, &head);
	assert_int_equal(plan_change(room, &plan_personalia, plan_record, &head), ERR_OK);
	assert_int_equal(plan_change(room, &plan_marta, plan_start, &plan), ERR_OK);
	plan_reload(room, &plan_marta, &plan);
	plan_fill(&plan, &PLAN_HASIL);
	plan.rhk.hasil_unit_id = (struct id){0};
	plan.rhk.rhk_pimpinan_id = head.skp->rhk[0].rhk_id;
	assert_int_equal(plan_change(room, &plan_marta, plan_save_rhk, &plan), ERR_OK);
	plan_sql(room, STR("UPDATE skp SET state = 'ditetapkan' WHERE instansi_id = $1"));
	plan_reload(room, &plan_marta, &plan);
	assert_false(skp_needs_sync(plan.skp));
	plan_sql(
		room,
		STR("INSERT INTO skp (instansi_id, skp_id, pegawai_id, penilai_id, tahun, jabatan_id, "
		    "unit_id, mulai, selesai, revisi, pendekatan, bentuk, state) SELECT instansi_id, "
		    "unit_id, pegawai_id, penilai_id, tahun, jabatan_id, unit_id, mulai, selesai, 2, "
		    "pendekatan, bentuk, state FROM skp WHERE instansi_id = $1 AND penilai_id IS NULL"));
	plan_reload(room, &plan_marta, &plan);
	assert_true(skp_needs_sync(plan.skp));
	assert_int_equal(plan_look(room, &plan_kepala, plan_list_team, &team), ERR_OK);
	assert_true(team.page.row[0].needs_sync);
}

static enum err moved_step(struct job *job, void *arg)
{
	struct plan *plan = arg;

	return skp_person_changed(job, &(struct event){.objek_id = plan->skp->pegawai_id});
}

/* Yohana comes to Marta's post from the day on. */
static void move_yohana(struct plan_room *room, const char *tmt)
{
	plan_sql(room,
		 str_format(room->mem,
			    "UPDATE pegawai SET jabatan_id = %.*s, penilai_id = %.*s, tmt = '%s' "
			    "WHERE instansi_id = $1 AND pegawai_id = %.*s",
			    STR_ARG(plan_lit(room, &PLAN_MARTA)),
			    STR_ARG(plan_lit(room, &PLAN_KEPALA)), tmt,
			    STR_ARG(plan_lit(room, &PLAN_YOHANA))));
}

static void an_agreed_plan_closes_the_day_before_a_new_post(void **state)
{
	struct plan_room *room = *state;
	struct plan plan, next = {0};

	plan_draft(room, &plan);
	assert_int_equal(plan_change(room, &plan_yohana, plan_submit, &plan), ERR_OK);
	plan_reload(room, &plan_marta, &plan);
	assert_int_equal(plan_change(room, &plan_marta, plan_agree, &plan), ERR_OK);
	assert_int_equal(plan_change(room, &plan_personalia, moved_step, &plan), ERR_OK);
	plan_reload(room, &plan_yohana, &plan);
	assert_int_equal(plan.skp->state, SKP_DITETAPKAN); /* the same post */

	move_yohana(room, "2026-01-01");
	assert_int_equal(plan_change(room, &plan_personalia, moved_step, &plan), ERR_OK);
	plan_reload(room, &plan_yohana, &plan);
	assert_int_equal(plan.skp->state, SKP_DITETAPKAN); /* a correction, no move */

	move_yohana(room, "2026-05-04");
	assert_int_equal(plan_change(room, &plan_personalia, moved_step, &plan), ERR_OK);
	plan_reload(room, &plan_yohana, &plan);
	assert_int_equal(plan.skp->state, SKP_DITUTUP);
	assert_int_equal(date_compare(plan.skp->selesai, DATE(2026, 5, 3)), 0);
	assert_int_equal(plan_change(room, &plan_personalia, moved_step, &plan), ERR_OK); /* once */

	assert_int_equal(plan_change(room, &plan_yohana, plan_start, &next), ERR_OK);
	plan_reload(room, &plan_yohana, &next);
	assert_false(id_equal(&next.skp_id, &plan.skp_id));
	assert_int_equal(date_compare(next.skp->mulai, DATE(2026, 5, 4)), 0);
	assert_true(id_equal(&next.skp->penilai_id, &PLAN_KEPALA));
}

static enum err read_step(struct job *job, void *arg)
{
	struct plan *plan = arg;
	struct skp *skp;

	return skp_load(job, &plan->skp_id, &skp);
}

/* The same post, another line. */
static void give_yohana_to(struct plan_room *room, const struct id *penilai)
{
	plan_sql(room, str_format(room->mem,
				  "UPDATE pegawai SET penilai_id = %.*s WHERE instansi_id = $1 AND "
				  "pegawai_id = %.*s",
				  STR_ARG(plan_lit(room, penilai)),
				  STR_ARG(plan_lit(room, &PLAN_YOHANA))));
}

static void another_appraiser_takes_over_what_waits_and_reads_what_was_agreed(void **state)
{
	struct plan_room *room = *state;
	struct plan plan;

	plan_draft(room, &plan);
	assert_int_equal(plan_change(room, &plan_yohana, plan_submit, &plan), ERR_OK);
	give_yohana_to(room, &PLAN_KEPALA);
	assert_int_equal(plan_change(room, &plan_personalia, moved_step, &plan), ERR_OK);
	plan_reload(room, &plan_kepala, &plan);
	assert_int_equal(plan.skp->state, SKP_DIAJUKAN);
	assert_true(id_equal(&plan.skp->penilai_id, &PLAN_KEPALA));
	assert_int_equal(store_test_count(room->store, &room->instansi,
					  "SELECT COUNT(*) FROM audit WHERE instansi_id = $1 AND "
					  "perbuatan = 'skp.appraiser'"),
			 1);
	assert_int_equal(plan_change(room, &plan_personalia, moved_step, &plan), ERR_OK); /* once */
	assert_int_equal(plan_change(room, &plan_marta, plan_agree, &plan), ERR_FORBIDDEN);
	assert_int_equal(plan_change(room, &plan_kepala, plan_agree, &plan), ERR_OK);

	give_yohana_to(room, &PLAN_MARTA);
	assert_int_equal(plan_change(room, &plan_personalia, moved_step, &plan), ERR_OK);
	plan_reload(room, &plan_yohana, &plan);
	assert_true(id_equal(&plan.skp->penilai_id, &PLAN_KEPALA)); /* who agreed stays named */
	assert_int_equal(plan_look(room, &plan_marta, read_step, &plan), ERR_OK);
}

static void what_is_not_agreed_goes_along_to_the_new_post(void **state)
{
	struct plan_room *room = *state;
	struct plan plan;

	plan_draft(room, &plan);
	assert_int_equal(plan_change(room, &plan_yohana, plan_submit, &plan), ERR_OK);
	plan_reload(room, &plan_yohana, &plan);
	move_yohana(room, "2026-05-04");
	assert_int_equal(plan_change(room, &plan_personalia, moved_step, &plan), ERR_OK);
	plan_reload(room, &plan_yohana, &plan);
	assert_int_equal(plan.skp->state, SKP_DRAF);
	assert_true(id_equal(&plan.skp->jabatan_id, &PLAN_MARTA));
	assert_true(id_equal(&plan.skp->penilai_id, &PLAN_KEPALA));
	assert_int_equal(date_compare(plan.skp->mulai, DATE(2026, 5, 4)), 0);
	assert_true(id_is_none(&plan.skp->rhk[0].hasil_unit_id));
	assert_int_equal(plan_change(room, &plan_yohana, plan_submit, &plan), ERR_INVALID);
	assert_true(problems_has_rule(&room->faults, "skp.sumber_missing"));
}

static void a_unit_result_is_kept_while_plans_support_it(void **state)
{
	struct plan_room *room = *state;
	struct plan plan;
	struct hasil_unit first = {.hasil_unit_id = PLAN_HASIL, .version = 1};
	struct hasil_unit more = {.unit_id = PLAN_UNIT,
				  .tahun = 2026,
				  .uraian = STR("Arsip rapi"),
				  .indikator = STR("Arsip digital"),
				  .satuan = STR("persen"),
				  .target = 8000,
				  .has_target = true};

	plan_draft(room, &plan);
	assert_int_equal(plan_change(room, &plan_marta, hasil_remove_step, &first), ERR_INVALID);
	assert_int_equal(plan_change(room, &plan_yohana, hasil_save_step, &more), ERR_FORBIDDEN);
	assert_int_equal(plan_change(room, &plan_marta, hasil_save_step, &more), ERR_OK);
	more.version = 1;
	more.uraian = STR_NONE;
	assert_int_equal(plan_change(room, &plan_marta, hasil_save_step, &more), ERR_INVALID);
	more.uraian = STR("Arsip lengkap");
	assert_int_equal(plan_change(room, &plan_marta, hasil_save_step, &more), ERR_OK);
	assert_int_equal(plan_change(room, &plan_marta, hasil_remove_step, &more), ERR_CONFLICT);
	more.version = 2;
	assert_int_equal(plan_change(room, &plan_marta, hasil_remove_step, &more), ERR_OK);
}

#define T(name) cmocka_unit_test_setup_teardown(name, plan_room_open, plan_room_close)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(a_units_target_without_sense_is_refused_or_asked_about),
		T(an_agreed_plan_keeps_its_words_and_is_told_as_to_be_synced),
		T(a_newer_plan_of_the_leader_marks_what_hangs_from_the_old_one),
		T(an_agreed_plan_closes_the_day_before_a_new_post),
		T(another_appraiser_takes_over_what_waits_and_reads_what_was_agreed),
		T(what_is_not_agreed_goes_along_to_the_new_post),
		T(a_unit_result_is_kept_while_plans_support_it),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
