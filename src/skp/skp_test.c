/* SPDX-License-Identifier: Apache-2.0 */
/* The plan from its draft to the agreement. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "skp/plan_test_support.h"
#include "skp/skp_luar.h"

static enum err remove_rhk_step(struct job *job, void *arg)
{
	struct plan *plan = arg;

	return skp_remove_rhk(job, &plan->skp_id, plan->version, &plan->skp->rhk[0].rhk_id);
}

static enum err perilaku_step(struct job *job, void *arg)
{
	struct plan *plan = arg;
	struct skp_perilaku p = {.nilai = STR("akuntabel"),
				 .ekspektasi = STR("Catat setiap berkas")};

	return skp_save_perilaku(job, &plan->skp_id, plan->version, &p, 1);
}

static enum err lampiran_step(struct job *job, void *arg)
{
	struct plan *plan = arg;
	struct skp_lampiran rows[] = {{STR("konsekuensi"), STR("Pujian")}};

	return skp_save_lampiran(job, &plan->skp_id, plan->version, rows, 1);
}

static enum err gaps_step(struct job *job, void *arg)
{
	struct plan *plan = arg;

	return skp_find_gaps(job, plan->skp);
}

static enum err return_step(struct job *job, void *arg)
{
	struct plan *plan = arg;

	return skp_return(job, &plan->skp_id, plan->version, &plan->comment, 1);
}

static void a_draft_begins_with_seven_values_and_an_attachment(void **state)
{
	struct plan_room *room = *state;
	struct plan plan = {0};
	struct id first;

	assert_int_equal(plan_change(room, &plan_yohana, plan_start, &plan), ERR_OK);
	plan_reload(room, &plan_yohana, &plan);
	assert_int_equal(plan.skp->state, SKP_DRAF);
	assert_true(str_is(plan.skp->bentuk, "ja_jf"));
	assert_true(id_equal(&plan.skp->penilai_id, &PLAN_MARTA));
	for (int i = 0; i < BERAKHLAK_COUNT; i++)
		assert_true(plan.skp->perilaku[i].nilai.len > 0);
	assert_true(skp_count_lampiran(plan.skp, "konsekuensi") > 0);
	first = plan.skp_id;
	assert_int_equal(plan_change(room, &plan_yohana, plan_start, &plan),
			 ERR_OK); /* a second tap */
	assert_true(id_equal(&first, &plan.skp_id));
}

static void a_plan_goes_from_draft_over_a_return_to_agreement(void **state)
{
	struct plan_room *room = *state;
	struct plan plan;

	plan_draft(room, &plan);
	assert_int_equal(plan.skp->rhk_count, 1);
	assert_int_equal(plan.skp->rhk[0].iki[0].target, 120000);
	assert_true(str_is(plan.skp->rhk[0].hasil_unit_uraian, "Warga terlayani"));
	assert_int_equal(plan_change(room, &plan_yohana, plan_submit, &plan), ERR_OK);
	plan_reload(room, &plan_marta, &plan);
	assert_int_equal(plan.skp->state, SKP_DIAJUKAN);
	assert_true(str_starts(plan.skp->receipt_nomor, "SKP-2026-"));
	assert_int_equal(plan.skp->receipt_hash.len, 64);

	plan.comment = (struct skp_comment){.rhk_id = plan.skp->rhk[0].rhk_id,
					    .text = STR("Tambah kualitas")};
	assert_int_equal(plan_change(room, &plan_marta, return_step, &plan), ERR_OK);
	plan_reload(room, &plan_yohana, &plan);
	assert_int_equal(plan.skp->state, SKP_DIKEMBALIKAN);
	assert_true(str_is(plan.skp->rhk[0].komentar, "Tambah kualitas"));

	assert_int_equal(plan_change(room, &plan_yohana, plan_submit, &plan), ERR_OK);
	plan_reload(room, &plan_marta, &plan);
	assert_int_equal(plan_change(room, &plan_marta, plan_agree, &plan), ERR_OK);
	plan_reload(room, &plan_yohana, &plan);
	assert_int_equal(plan.skp->state, SKP_DITETAPKAN);
	assert_int_equal(plan.skp->rhk[0].komentar.len, 0);
	plan_fill(&plan, &PLAN_HASIL);
	assert_int_equal(plan_change(room, &plan_yohana, plan_save_rhk, &plan), ERR_INVALID);
	assert_int_equal(store_test_count(room->store, &room->instansi,
					  "SELECT COUNT(*) FROM audit WHERE instansi_id = $1 AND "
					  "perbuatan LIKE 'skp.%'"),
			 6);
}

static void a_block_of_the_attachment_is_returned_with_its_own_note(void **state)
{
	struct plan_room *room = *state;
	struct plan plan;

	plan_draft(room, &plan);
	assert_int_equal(plan_change(room, &plan_yohana, plan_submit, &plan), ERR_OK);
	plan_reload(room, &plan_marta, &plan);
	plan.comment = (struct skp_comment){.blok = STR("konsekuensi"),
					    .text = STR("Sebut bentuk bimbingannya")};
	assert_int_equal(plan_change(room, &plan_marta, return_step, &plan), ERR_OK);
	plan_reload(room, &plan_yohana, &plan);
	assert_true(str_is(plan.skp->blok_komentar[skp_blok_index(STR("konsekuensi"))],
			   "Sebut bentuk bimbingannya"));
	assert_int_equal(plan.skp->blok_komentar[0].len, 0);
	assert_int_equal(plan_change(room, &plan_yohana, plan_submit, &plan), ERR_OK);
	plan_reload(room, &plan_marta, &plan);
	assert_int_equal(plan_change(room, &plan_marta, plan_agree, &plan), ERR_OK);
	plan_reload(room, &plan_yohana, &plan);
	for (int i = 0; i < SKP_BLOK_COUNT; i++)
		assert_int_equal(plan.skp->blok_komentar[i].len, 0);
}

static void nobody_decides_on_an_own_or_a_foreign_plan(void **state)
{
	struct plan_room *room = *state;
	struct plan plan;

	plan_draft(room, &plan);
	assert_int_equal(plan_change(room, &plan_yohana, plan_submit, &plan), ERR_OK);
	plan_reload(room, &plan_yohana, &plan);
	assert_int_equal(plan_change(room, &plan_yohana, plan_agree, &plan), ERR_FORBIDDEN);
	assert_int_equal(plan_change(room, &plan_kepala, plan_agree, &plan), ERR_FORBIDDEN);
	assert_int_equal(plan_look(room, &plan_kepala, plan_load, &plan), ERR_FORBIDDEN);
}

static void the_leader_does_not_edit_the_draft(void **state)
{
	struct plan_room *room = *state;
	struct plan plan;

	plan_draft(room, &plan);
	assert_int_equal(plan_change(room, &plan_marta, plan_save_rhk, &plan), ERR_FORBIDDEN);
	assert_int_equal(plan_change(room, &plan_marta, plan_submit, &plan), ERR_FORBIDDEN);
}

static void a_page_made_from_an_old_version_is_refused(void **state)
{
	struct plan_room *room = *state;
	struct plan plan;

	plan_draft(room, &plan);
	plan.version--;
	assert_int_equal(plan_change(room, &plan_yohana, perilaku_step, &plan), ERR_CONFLICT);
	assert_int_equal(plan_change(room, &plan_yohana, plan_submit, &plan), ERR_CONFLICT);
	plan.version++;
	assert_int_equal(plan_change(room, &plan_yohana, perilaku_step, &plan), ERR_OK);
	plan_reload(room, &plan_yohana, &plan);
	assert_true(str_is(plan.skp->perilaku[1].ekspektasi, "Catat setiap berkas"));
}

static void a_result_and_the_attachment_can_be_replaced_and_removed(void **state)
{
	struct plan_room *room = *state;
	struct plan plan;

	plan_draft(room, &plan);
	plan_fill(&plan, &PLAN_HASIL);
	plan.rhk.rhk_id = plan.skp->rhk[0].rhk_id;
	plan.rhk.uraian = STR("Akta terbit 2 jam");
	assert_int_equal(plan_change(room, &plan_yohana, plan_save_rhk, &plan), ERR_OK);
	plan_reload(room, &plan_yohana, &plan);
	assert_int_equal(plan.skp->rhk_count, 1);
	assert_true(str_is(plan.skp->rhk[0].uraian, "Akta terbit 2 jam"));
	assert_int_equal(plan_change(room, &plan_yohana, remove_rhk_step, &plan), ERR_OK);
	plan_reload(room, &plan_yohana, &plan);
	assert_int_equal(plan.skp->rhk_count, 0);
	assert_int_equal(plan_change(room, &plan_yohana, lampiran_step, &plan), ERR_OK);
	plan_reload(room, &plan_yohana, &plan);
	assert_int_equal(plan.skp->lampiran_count, 1);
	assert_int_equal(plan_change(room, &plan_yohana, gaps_step, &plan), ERR_OK);
	assert_true(problems_has_rule(&room->faults, "skp.utama_none"));
	assert_true(problems_has_rule(&room->faults, "skp.lampiran_missing"));
	assert_false(problems_has_rule(&room->faults, "skp.not_draf"));
	assert_int_equal(plan_change(room, &plan_yohana, plan_submit, &plan), ERR_INVALID);
	assert_true(problems_has_rule(&room->faults, "skp.utama_none"));
	assert_true(problems_has_rule(&room->faults, "skp.lampiran_missing"));
}

static void a_target_without_sense_is_refused_or_asked_about(void **state)
{
	struct plan_room *room = *state;
	struct plan plan;

	plan_draft(room, &plan);
	plan_fill(&plan, &PLAN_HASIL);
	plan.iki[0].target = 950;
	assert_int_equal(plan_change(room, &plan_yohana, plan_save_rhk, &plan), ERR_INVALID);
	assert_true(problem_is(&room->faults, STR("iki_target.0"), "figure.impossible"));
	plan.iki[0].satuan = STR("persen");
	plan.iki[0].target = 9500000000;
	assert_int_equal(plan_change(room, &plan_yohana, plan_save_rhk, &plan), ERR_INVALID);
	assert_true(problem_is(&room->faults, STR("iki_target.0"), PROBLEM_UNSURE));
	plan.iki[0].yakin = STR("95000000");
	assert_int_equal(plan_change(room, &plan_yohana, plan_save_rhk, &plan), ERR_OK);
}

/* A draft from before the rule. */
static void a_plan_with_an_impossible_target_is_not_sent(void **state)
{
	struct plan_room *room = *state;
	struct plan plan;

	plan_draft(room, &plan);
	store_test_sql(room->store, &room->instansi,
		       "UPDATE iki SET target = 950 WHERE instansi_id = $1");
	assert_int_equal(plan_change(room, &plan_yohana, plan_submit, &plan), ERR_INVALID);
	assert_true(problem_is(&room->faults, STR("rhk.1"), "figure.impossible"));
}

static void a_link_to_another_units_result_is_refused(void **state)
{
	struct plan_room *room = *state;
	struct plan plan;
	struct id foreign = {{0x77}};

	plan_draft(room, &plan);
	plan_fill(&plan, &foreign);
	assert_int_equal(plan_change(room, &plan_yohana, plan_save_rhk, &plan), ERR_INVALID);
	assert_true(problems_has_rule(&room->faults, "skp.sumber_foreign"));
}

static enum err record_return_step(struct job *job, void *arg)
{
	struct plan *plan = arg;

	return skp_record_return(job, &plan->skp_id, plan->version, STR("Naikkan target"));
}

static void the_head_without_appraiser_waits_for_a_letter_somebody_else_records(void **state)
{
	struct plan_room *room = *state;
	struct plan plan = {0};
	struct actor self = plan_kepala;

	self.scopes[self.scope_count++].peran = PERAN_ADMIN_KEPEGAWAIAN;
	plan_send_head(room, &plan);
	assert_true(str_is(plan.skp->bentuk, "jpt"));
	assert_int_equal(plan.skp->state, SKP_DIAJUKAN);
	assert_int_equal(plan_change(room, &self, plan_record, &plan), ERR_FORBIDDEN);
	assert_int_equal(plan_change(room, &self, plan_agree, &plan), ERR_FORBIDDEN);
	assert_int_equal(plan_change(room, &plan_marta, plan_record, &plan), ERR_FORBIDDEN);

	assert_int_equal(plan_change(room, &plan_personalia, record_return_step, &plan), ERR_OK);
	plan_reload(room, &plan_kepala, &plan);
	assert_int_equal(plan.skp->state, SKP_DIKEMBALIKAN);
	assert_true(str_is(plan.skp->rhk[0].komentar, "Naikkan target"));
	assert_int_equal(plan_change(room, &plan_kepala, plan_submit, &plan), ERR_OK);
	plan_reload(room, &plan_personalia, &plan);
	assert_int_equal(plan_change(room, &plan_personalia, plan_record, &plan), ERR_OK);
	plan_reload(room, &plan_kepala, &plan);
	assert_int_equal(plan.skp->state, SKP_DITETAPKAN);
	assert_true(str_is(plan.skp->luar.surat_nomor, "800/1/2026"));
	assert_int_equal(store_test_count(room->store, &room->instansi,
					  "SELECT COUNT(*) FROM audit WHERE instansi_id = $1 AND "
					  "perbuatan = 'skp.record' AND alasan = '800/1/2026'"),
			 1);
	assert_int_equal(store_test_count(room->store, &room->instansi,
					  "SELECT COUNT(*) FROM dokumen WHERE instansi_id = $1"),
			 1);
}

static void a_head_below_the_root_needs_an_appraiser(void **state)
{
	struct plan_room *room = *state;
	struct plan plan = {0};

	plan_sql(
		room,
		STR("INSERT INTO unit (instansi_id, unit_id, kode, nama, jalur, jenis, is_mandiri, zona, "
		    "valid_from) SELECT instansi_id, instansi_id, 'K', 'Kota', '/K/', 'kota', 0, 'WIT', "
		    "'2020-01-01' FROM instansi WHERE instansi_id = $1"));
	plan_sql(
		room,
		STR("UPDATE unit SET induk_id = instansi_id WHERE instansi_id = $1 AND kode = 'U'"));
	assert_int_equal(plan_change(room, &plan_kepala, plan_start, &plan), ERR_OK);
	plan_reload(room, &plan_kepala, &plan);
	assert_int_equal(plan_change(room, &plan_kepala, plan_submit, &plan), ERR_INVALID);
	assert_true(problems_has_rule(&room->faults, "skp.penilai_missing"));
}

static enum err sources_step(struct job *job, void *arg)
{
	struct plan *plan = arg;
	struct skp_source_list list;
	enum err err = skp_list_sources(job, plan->skp, &list);

	plan->version = list.pimpinan_count * 10 + list.unit_count;
	return err;
}

static void a_subordinate_builds_on_the_leaders_agreed_results(void **state)
{
	struct plan_room *room = *state;
	struct plan head = {0}, plan = {0};

	assert_int_equal(plan_change(room, &plan_kepala, plan_start, &head), ERR_OK);
	plan_reload(room, &plan_kepala, &head);
	plan_fill(&head, &PLAN_HASIL);
	head.rhk.perspektif = STR("proses_bisnis");
	head.iki[0].aspek = STR_NONE;
	assert_int_equal(plan_change(room, &plan_kepala, plan_save_rhk, &head), ERR_OK);
	plan_reload(room, &plan_kepala, &head);
	assert_int_equal(plan_change(room, &plan_marta, plan_start, &plan), ERR_OK);
	plan_reload(room, &plan_marta, &plan);
	assert_int_equal(plan_look(room, &plan_marta, sources_step, &plan), ERR_OK);
	assert_int_equal(plan.version, 1); /* the leader's is a draft: only the unit's result */
	assert_int_equal(plan_change(room, &plan_kepala, plan_submit, &head), ERR_OK);
	plan_reload(room, &plan_personalia, &head);
	assert_int_equal(plan_change(room, &plan_personalia, plan_record, &head), ERR_OK);
	assert_int_equal(plan_look(room, &plan_marta, sources_step, &plan), ERR_OK);
	assert_int_equal(plan.version, 11);

	plan_reload(room, &plan_marta, &plan);
	plan_fill(&plan, &PLAN_HASIL);
	assert_int_equal(plan_change(room, &plan_marta, plan_save_rhk, &plan), ERR_INVALID);
	assert_true(problems_has_rule(&room->faults, "skp.pimpinan_missing"));
	plan.rhk.hasil_unit_id = (struct id){0};
	plan.rhk.rhk_pimpinan_id = head.skp->rhk[0].rhk_id;
	assert_int_equal(plan_change(room, &plan_marta, plan_save_rhk, &plan), ERR_OK);
	plan_reload(room, &plan_marta, &plan);
	assert_true(
		str_is(plan.skp->rhk[0].pimpinan_uraian, "Akta terbit 1 hari; IKI: Akta terbit"));
}

static void the_appraiser_sees_who_waits(void **state)
{
	struct plan_room *room = *state;
	struct plan_team team = {0};
	struct plan plan;

	assert_int_equal(plan_look(room, &plan_marta, plan_list_team, &team), ERR_OK);
	assert_int_equal(team.page.count, 1);
	assert_true(id_is_none(&team.page.row[0].skp_id));
	plan_draft(room, &plan);
	assert_int_equal(plan_change(room, &plan_yohana, plan_submit, &plan), ERR_OK);
	assert_int_equal(plan_look(room, &plan_marta, plan_list_team, &team), ERR_OK);
	assert_int_equal(team.page.row[0].state, SKP_DIAJUKAN);
	assert_int_equal(team.page.people, 1);
	assert_int_equal(team.page.waiting, 1);
	assert_int_equal(team.page.done, 0);
	assert_false(team.page.has_more);
	team.after = team.page.row[0].pegawai_id;
	assert_int_equal(plan_look(room, &plan_marta, plan_list_team, &team), ERR_OK);
	assert_int_equal(team.page.count, 0); /* nobody behind the last one */
	assert_int_equal(team.page.people, 1);
	team.after = (struct id){{0}};
	assert_int_equal(plan_look(room, &plan_yohana, plan_list_team, &team), ERR_OK);
	assert_int_equal(team.page.count, 0); /* appraises nobody */
}

#define T(name) cmocka_unit_test_setup_teardown(name, plan_room_open, plan_room_close)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(a_draft_begins_with_seven_values_and_an_attachment),
		T(a_plan_goes_from_draft_over_a_return_to_agreement),
		T(a_block_of_the_attachment_is_returned_with_its_own_note),
		T(nobody_decides_on_an_own_or_a_foreign_plan),
		T(the_leader_does_not_edit_the_draft),
		T(a_page_made_from_an_old_version_is_refused),
		T(a_result_and_the_attachment_can_be_replaced_and_removed),
		T(a_target_without_sense_is_refused_or_asked_about),
		T(a_plan_with_an_impossible_target_is_not_sent),
		T(a_link_to_another_units_result_is_refused),
		T(the_head_without_appraiser_waits_for_a_letter_somebody_else_records),
		T(a_head_below_the_root_needs_an_appraiser),
		T(a_subordinate_builds_on_the_leaders_agreed_results),
		T(the_appraiser_sees_who_waits),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
