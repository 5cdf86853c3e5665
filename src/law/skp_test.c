/* SPDX-License-Identifier: Apache-2.0 */
/* Which plans may be sent, agreed and returned. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "law/skp_figure.h"
#include "law/skp_move.h"
#include "law/skp_record.h"
#include "law/skp_sync.h"

/* One plan that has no fault: a main result with one indicator, seven values, three blocks. */
struct example {
	struct arena *mem;
	struct problems faults;
	struct iki iki[3];
	struct rhk rhk;
	struct skp_lampiran lampiran[3];
	struct skp skp;
};

static int example_set_up(void **state)
{
	static struct example e;

	e = (struct example){.mem = arena_make()};
	problems_init(&e.faults, e.mem);
	const char *const aspek[] = {"kuantitas", "kualitas", "waktu"};
	for (int i = 0; i < 3; i++)
		e.iki[i] = (struct iki){.aspek = str_from(aspek[i]),
					.uraian = STR("Akta yang terbit"),
					.satuan = STR("dokumen"),
					.arah = STR("higher_better"),
					.target = 9000,
					.has_target = true};
	e.rhk = (struct rhk){.jenis = STR("utama"),
			     .kelas = STR("individu"),
			     .uraian = STR("Akta terbit 1 hari"),
			     .rhk_pimpinan_id = {{1}},
			     .iki_count = 3,
			     .iki = e.iki};
	e.lampiran[0] = (struct skp_lampiran){STR("dukungan_sumber_daya"), STR("Jaringan")};
	e.lampiran[1] =
		(struct skp_lampiran){STR("skema_pertanggungjawaban"), STR("Laporan harian")};
	e.lampiran[2] = (struct skp_lampiran){STR("konsekuensi"), STR("Penghargaan")};
	e.skp = (struct skp){.pegawai_id = {{2}},
			     .penilai_id = {{3}},
			     .tahun = 2026,
			     .pendekatan = STR("kuantitatif"),
			     .bentuk = STR("ja_jf"),
			     .rhk_count = 1,
			     .rhk = &e.rhk,
			     .lampiran_count = 3,
			     .lampiran = e.lampiran};
	for (int i = 0; i < BERAKHLAK_COUNT; i++)
		e.skp.perilaku[i].nilai = berakhlak_all()[i].code;
	*state = &e;
	return 0;
}

static int example_tear_down(void **state)
{
	struct example *e = *state;

	arena_free(e->mem);
	return 0;
}

static void a_whole_plan_is_sent(void **state)
{
	struct example *e = *state;

	assert_int_equal(law_skp_submit(&e->skp, false, &e->faults), ERR_OK);
	assert_int_equal(e->skp.state, SKP_DIAJUKAN);
}

static void submit_lists_every_fault_and_keeps_the_draf(void **state)
{
	struct example *e = *state;

	e->rhk.jenis = STR("tambahan");
	e->iki[0].uraian = STR_NONE;
	e->skp.perilaku[3].nilai = STR_NONE;
	e->skp.lampiran_count = 2;
	assert_int_equal(law_skp_submit(&e->skp, false, &e->faults), ERR_INVALID);
	assert_true(problems_has_rule(&e->faults, "skp.utama_none"));
	assert_true(problems_has_rule(&e->faults, "skp.iki_missing"));
	assert_true(problems_has_rule(&e->faults, "skp.perilaku_missing"));
	assert_true(problems_has_rule(&e->faults, "skp.lampiran_missing"));
	assert_int_equal(e->skp.state, SKP_DRAF);
}

static void a_sent_plan_is_not_sent_twice(void **state)
{
	struct example *e = *state;

	e->skp.state = SKP_DIAJUKAN;
	assert_int_equal(law_skp_submit(&e->skp, false, &e->faults), ERR_INVALID);
	assert_true(problems_has_rule(&e->faults, "skp.not_draf"));
}

static void without_appraiser_only_the_top_may_send_and_still_waits(void **state)
{
	struct example *e = *state;

	e->skp.penilai_id = (struct id){0};
	e->skp.bentuk = STR("jpt");
	e->rhk.perspektif = STR("penerima_layanan");
	assert_int_equal(law_skp_submit(&e->skp, false, &e->faults), ERR_INVALID);
	assert_true(problems_has_rule(&e->faults, "skp.penilai_missing"));

	problems_init(&e->faults, e->mem);
	assert_int_equal(law_skp_submit(&e->skp, true, &e->faults), ERR_OK);
	assert_int_equal(e->skp.state, SKP_DIAJUKAN);
}

static void an_agreement_on_paper_needs_who_and_which_letter(void **state)
{
	struct example *e = *state;
	struct pejabat_luar none = {0}, late = {STR("Dr. Uji"), STR("Bupati"), STR("800/1/2026"),
						DATE(2026, 1, 13)};
	struct date today = DATE(2026, 1, 12);

	e->skp.state = SKP_DIAJUKAN;
	assert_int_equal(law_skp_record(&e->skp, &late, today, &e->faults), ERR_INVALID);
	assert_true(problems_has_rule(&e->faults, "skp.not_diajukan")); /* it has an appraiser */

	e->skp.penilai_id = (struct id){0};
	problems_init(&e->faults, e->mem);
	assert_int_equal(law_skp_record(&e->skp, &none, today, &e->faults), ERR_INVALID);
	assert_int_equal(e->faults.count, 4);
	problems_init(&e->faults, e->mem);
	assert_int_equal(law_skp_record(&e->skp, &late, today, &e->faults), ERR_INVALID);
	assert_true(problems_has_rule(&e->faults, "luar.surat_tanggal"));
	assert_int_equal(e->skp.state, SKP_DIAJUKAN);

	problems_init(&e->faults, e->mem);
	late.surat_tanggal = today;
	assert_int_equal(law_skp_record(&e->skp, &late, today, &e->faults), ERR_OK);
	assert_int_equal(e->skp.state, SKP_DITETAPKAN);
	assert_false(law_skp_may_record(&e->skp));
}

static void a_letter_is_not_older_than_what_it_is_about(void **state)
{
	struct example *e = *state;
	struct pejabat_luar luar = {STR("Dr. Uji"), STR("Bupati"), STR("800/1/2026"),
				    DATE(2026, 1, 12)};
	struct date today = DATE(2026, 2, 1);

	law_pejabat_luar_check(&luar, DATE(2026, 1, 12), today, &e->faults);
	assert_int_equal(e->faults.count, 0);
	law_pejabat_luar_check(&luar, DATE(2026, 1, 13), today, &e->faults);
	assert_int_equal(e->faults.count, 1);
	assert_true(problems_has_rule(&e->faults, "luar.surat_tanggal"));
}

static void a_letter_is_recorded_once_and_only_for_who_has_no_appraiser(void **state)
{
	struct example *e = *state;
	static char many[PEJABAT_LUAR_MAX + 2];
	struct pejabat_luar luar = {STR("Dr. Uji"), STR("\xff"), STR_NONE, DATE(2026, 1, 12)};

	e->skp.penilai_id = (struct id){0};
	for (int s = SKP_DRAF; s <= SKP_DITUTUP; s++) {
		e->skp.state = (enum skp_state)s;
		assert_int_equal(law_skp_may_record(&e->skp),
				 s == SKP_DIAJUKAN || s == SKP_DITETAPKAN);
	}
	e->skp.state = SKP_DITETAPKAN;
	e->skp.luar.surat_nomor = STR("800/1/2026");
	assert_false(law_skp_may_record(&e->skp));

	e->skp.state = SKP_DIAJUKAN;
	memset(many, 'a', sizeof many - 1);
	luar.surat_nomor = str_from(many);
	assert_int_equal(law_skp_record(&e->skp, &luar, DATE(2026, 1, 12), &e->faults),
			 ERR_INVALID);
	assert_int_equal(e->faults.count, 2);
	assert_true(problem_for(&e->faults, STR("luar_jabatan")).len > 0);
	assert_true(problem_for(&e->faults, STR("surat_nomor")).len > 0);
}

/* PK-28 */
static void an_agreed_plan_needs_syncing_when_what_it_rests_on_says_otherwise(void **state)
{
	struct example *e = *state;

	e->rhk.hasil_unit_uraian = STR("Akta cepat");
	e->rhk.hasil_unit_kini = STR("Akta cepat");
	e->skp.state = SKP_DITETAPKAN;
	assert_false(skp_needs_sync(&e->skp));
	e->rhk.hasil_unit_kini = STR("Akta tepat");
	assert_true(skp_needs_sync(&e->skp));
	e->skp.state = SKP_DISETUJUI;
	assert_true(skp_needs_sync(&e->skp));
	e->skp.state = SKP_DRAF; /* a draft follows by itself */
	assert_false(skp_needs_sync(&e->skp));
	e->skp.state = SKP_DITETAPKAN;
	e->rhk.hasil_unit_kini = STR("Akta cepat");
	e->rhk.is_pimpinan_renewed = true;
	assert_true(skp_needs_sync(&e->skp));
	e->skp.rhk_count = 0;
	assert_false(skp_needs_sync(&e->skp));
}

static void each_block_of_the_attachment_is_found_by_its_key(void **state)
{
	(void)state;
	for (int n = 0; n < SKP_BLOK_COUNT; n++)
		assert_int_equal(skp_blok_index(skp_blok_key(n)), n);
	assert_int_equal(skp_blok_index(STR("lain")), -1);
}

/* PK-32 */
static void another_post_closes_what_is_agreed_and_takes_along_what_is_not(void **state)
{
	struct example *e = *state;
	struct date may = DATE(2026, 5, 4);

	e->skp.mulai = DATE(2026, 1, 1);
	e->skp.selesai = DATE(2026, 12, 31);
	for (int s = SKP_DRAF; s <= SKP_DITUTUP; s++) {
		e->skp.state = (enum skp_state)s;
		enum skp_move expected = s <= SKP_DIKEMBALIKAN ? SKP_GOES_ALONG
					 : s <= SKP_DITETAPKAN ? SKP_CLOSES
							       : SKP_STAYS;
		assert_int_equal(law_skp_on_move(&e->skp, may), expected);
	}
	e->skp.state = SKP_DITETAPKAN;
	assert_int_equal(law_skp_on_move(&e->skp, e->skp.mulai), SKP_STAYS);
	assert_int_equal(law_skp_on_move(&e->skp, DATE(2026, 1, 2)), SKP_CLOSES);
	assert_int_equal(law_skp_on_move(&e->skp, e->skp.selesai), SKP_CLOSES);
	assert_int_equal(law_skp_on_move(&e->skp, DATE(2027, 1, 1)), SKP_STAYS);
}

static void a_main_result_must_support_the_leaders_when_there_are_any(void **state)
{
	struct example *e = *state;
	struct skp_sources sources = {.pimpinan_count = 2, .unit_count = 2};

	e->rhk.rhk_pimpinan_id = (struct id){0};
	e->rhk.hasil_unit_id = (struct id){{9}};
	assert_int_equal(law_skp_check_rhk(&e->skp, &e->rhk, &sources, &e->faults), ERR_INVALID);
	assert_true(problems_has_rule(&e->faults, "skp.pimpinan_missing"));

	problems_init(&e->faults, e->mem);
	sources.pimpinan_count = 0;
	assert_int_equal(law_skp_check_rhk(&e->skp, &e->rhk, &sources, &e->faults), ERR_OK);

	e->rhk.hasil_unit_id = (struct id){0};
	assert_int_equal(law_skp_check_rhk(&e->skp, &e->rhk, &sources, &e->faults), ERR_INVALID);
	assert_true(problems_has_rule(&e->faults, "skp.sumber_missing"));
}

static void an_additional_result_needs_no_source(void **state)
{
	struct example *e = *state;
	struct skp_sources sources = {.pimpinan_count = 2};

	e->rhk.jenis = STR("tambahan");
	e->rhk.rhk_pimpinan_id = (struct id){0};
	assert_int_equal(law_skp_check_rhk(&e->skp, &e->rhk, &sources, &e->faults), ERR_OK);
}

static void the_jpt_form_asks_for_a_perspective_and_no_aspect(void **state)
{
	struct example *e = *state;

	e->skp.bentuk = STR("jpt");
	e->iki[0].aspek = STR_NONE;
	assert_int_equal(law_skp_check_rhk(&e->skp, &e->rhk, NULL, &e->faults), ERR_INVALID);
	assert_int_equal(e->faults.count, 1);
	assert_true(problems_has_rule(&e->faults, "skp.perspektif_missing"));
}

static void a_number_is_asked_for_only_in_the_quantitative_approach(void **state)
{
	struct example *e = *state;

	e->iki[1].has_target = false;
	assert_int_equal(law_skp_check_rhk(&e->skp, &e->rhk, NULL, &e->faults), ERR_INVALID);
	assert_true(problem_for(&e->faults, STR("iki_target.1")).len > 0);

	problems_init(&e->faults, e->mem);
	e->skp.pendekatan = STR("kualitatif");
	assert_int_equal(law_skp_check_rhk(&e->skp, &e->rhk, NULL, &e->faults), ERR_OK);
}

static void targets_that_cannot_be_are_faults_and_unlikely_ones_questions(void **state)
{
	struct example *e = *state;
	struct law_values law;

	law_values_on(DATE(2026, 12, 1), &(struct law_rows){NULL, 0}, &law);
	e->iki[0].target = 950;
	e->iki[1].satuan = STR("persen");
	e->iki[1].target_min = 10001;
	e->iki[2].has_target = false;
	e->iki[2].target = -100;
	law_skp_check_figures(&law, &e->rhk, &e->faults);
	assert_int_equal(e->faults.count, 2);
	assert_true(problem_is(&e->faults, STR("iki_target.0"), "figure.impossible"));
	assert_true(problem_is(&e->faults, STR("iki_target_min.1"), PROBLEM_UNSURE));
	assert_true(str_starts(problem_for(&e->faults, STR("iki_target_min.1")),
			       "Indikator 2: Anda menulis 100,01 persen; biasanya paling banyak"));
	problems_init(&e->faults, e->mem);
	e->iki[1].yakin_min = STR("100,01");
	e->iki[2].has_target = true;
	law_skp_figure_gaps(&law, &e->skp, &e->faults);
	assert_int_equal(e->faults.count, 2);
	e->iki[0].target = 900;
	e->iki[0].target_min = 850;
	problems_init(&e->faults, e->mem);
	law_skp_figure_gaps(&law, &e->skp, &e->faults);
	assert_int_equal(e->faults.count, 2);
	assert_true(str_is(e->faults.at[0].field, "rhk.1"));
	e->iki[0].has_target = e->iki[2].has_target = false;
	problems_init(&e->faults, e->mem);
	law_skp_figure_gaps(&law, &e->skp, &e->faults);
	assert_int_equal(e->faults.count, 0);
}

static void a_range_needs_its_lower_end_below_its_upper_end(void **state)
{
	struct example *e = *state;

	e->iki[2].arah = STR("range");
	e->iki[2].has_target_min = true;
	e->iki[2].target_min = 9000;
	assert_int_equal(law_skp_check_rhk(&e->skp, &e->rhk, NULL, &e->faults), ERR_INVALID);
	assert_true(problems_has_rule(&e->faults, "skp.range_empty"));
}

static void activities_and_absolute_words_are_advice_not_faults(void **state)
{
	struct example *e = *state;

	e->rhk.uraian = STR("Melaksanakan pelayanan");
	e->iki[0].uraian = STR("Semua berkas selesai");
	e->iki[1].uraian = STR("Semuanya terlayani"); /* another word */
	assert_int_equal(law_skp_check_rhk(&e->skp, &e->rhk, NULL, &e->faults), ERR_OK);
	law_skp_warn_rhk(&e->skp, &e->rhk, &e->faults);
	assert_int_equal(e->faults.count, 2);
	assert_true(problems_has_rule(&e->faults, "skp.activity"));
	assert_true(problems_has_rule(&e->faults, "skp.absolute"));
}

static void three_aspects_are_recommended(void **state)
{
	struct example *e = *state;

	e->rhk.iki_count = 1;
	law_skp_warn_rhk(&e->skp, &e->rhk, &e->faults);
	assert_true(problems_has_rule(&e->faults, "skp.aspek_few"));
}

static void returning_needs_a_comment(void **state)
{
	struct example *e = *state;

	e->skp.state = SKP_DIAJUKAN;
	assert_int_equal(law_skp_return(&e->skp, 0, &e->faults), ERR_INVALID);
	problems_init(&e->faults, e->mem);
	assert_int_equal(law_skp_return(&e->skp, 1, &e->faults), ERR_OK);
	assert_int_equal(e->skp.state, SKP_DIKEMBALIKAN);
	assert_true(law_skp_may_edit(&e->skp));
}

static void only_a_sent_plan_can_be_agreed(void **state)
{
	struct example *e = *state;

	assert_int_equal(law_skp_agree(&e->skp, &e->faults), ERR_INVALID);
	problems_init(&e->faults, e->mem);
	e->skp.state = SKP_DIAJUKAN;
	assert_int_equal(law_skp_agree(&e->skp, &e->faults), ERR_OK);
	assert_int_equal(e->skp.state, SKP_DITETAPKAN);
	assert_false(law_skp_may_edit(&e->skp));
}

static void heads_of_independent_units_fill_the_jpt_form(void **state)
{
	(void)state;
	assert_true(str_is(law_skp_bentuk(STR("jpt"), false, false), "jpt"));
	assert_true(str_is(law_skp_bentuk(STR("administrator"), true, true), "jpt"));
	assert_true(str_is(law_skp_bentuk(STR("administrator"), true, false), "ja_jf"));
	assert_true(str_is(law_skp_bentuk(STR("pelaksana"), false, true), "ja_jf"));
}

static void every_state_reads_back_from_its_key(void **state)
{
	enum skp_state back;

	(void)state;
	for (int i = SKP_DRAF; i <= SKP_DITUTUP; i++) {
		assert_true(skp_state_parse(skp_state_key((enum skp_state)i), &back));
		assert_int_equal(back, i);
	}
	assert_false(skp_state_parse(STR("lain"), &back));
}

/* Breaks one thing of a faultless plan and names the rule that must say so; NULL: nothing is
   wrong. */
static const char *first_rule(struct example *e, const struct skp_sources *sources)
{
	static char rule[64];

	problems_init(&e->faults, e->mem);
	if (law_skp_check_rhk(&e->skp, &e->rhk, sources, &e->faults) == ERR_OK)
		return "none";
	snprintf(rule, sizeof rule, "%s", str_cstr(e->mem, e->faults.at[0].rule));
	return rule;
}

static void each_field_of_a_result_has_its_own_rule(void **state)
{
	struct example *e = *state;
	static char many[SKP_TEXT_MAX + 2];

	memset(many, 'a', sizeof many - 1);
	e->rhk.uraian = str_from(many);
	assert_string_equal(first_rule(e, NULL), "skp.text_too_long");
	e->rhk.uraian = STR("\xff");
	assert_string_equal(first_rule(e, NULL), "skp.text_too_long");
	e->rhk.uraian = STR("Akta terbit 1 hari");
	e->rhk.jenis = STR("lain");
	assert_string_equal(first_rule(e, NULL), "skp.jenis_missing");
	e->rhk.jenis = STR("utama");
	e->rhk.kelas = STR("organisasi");
	assert_string_equal(first_rule(e, NULL), "none");
	e->rhk.kelas = STR_NONE;
	assert_string_equal(first_rule(e, NULL), "skp.kelas_missing");
}

static void each_field_of_an_indicator_has_its_own_rule(void **state)
{
	struct example *e = *state;
	struct iki kept = e->iki[0];

	e->iki[0].target = -1;
	assert_string_equal(first_rule(e, NULL), "skp.target_negative");
	e->iki[0] = kept;
	e->iki[0].satuan = STR(" ");
	assert_string_equal(first_rule(e, NULL), "skp.satuan_missing");
	e->iki[0].satuan = STR("satuan yang jauh lebih panjang dari empat puluh huruf");
	assert_string_equal(first_rule(e, NULL), "skp.satuan_missing");
	e->iki[0] = kept;
	e->iki[0].arah = STR("naik");
	assert_string_equal(first_rule(e, NULL), "skp.arah_missing");
	e->iki[0].arah = STR("range");
	assert_string_equal(first_rule(e, NULL), "skp.target_min_missing");
	e->iki[0].has_target_min = true; /* nothing is a lower end, too */
	assert_string_equal(first_rule(e, NULL), "none");
	e->iki[0].target_min = 1;
	assert_string_equal(first_rule(e, NULL), "none");
	e->iki[0].has_target = false;
	assert_string_equal(first_rule(e, NULL), "skp.target_missing");
	e->iki[0] = kept;
	e->iki[0].aspek = STR("lain");
	assert_string_equal(first_rule(e, NULL), "skp.aspek_missing");
}

static void a_result_has_one_to_eight_indicators(void **state)
{
	struct example *e = *state;
	struct iki many[SKP_IKI_MAX + 1];

	e->rhk.iki_count = 0;
	assert_string_equal(first_rule(e, NULL), "skp.iki_none");
	for (int i = 0; i <= SKP_IKI_MAX; i++)
		many[i] = e->iki[0];
	many[0].uraian = STR_NONE; /* the field has a fault already, so it is said once */
	e->rhk.iki = many;
	e->rhk.iki_count = SKP_IKI_MAX + 1;
	assert_string_equal(first_rule(e, NULL), "skp.iki_many");
	assert_int_equal(e->faults.count, 1);
}

static void a_main_result_without_any_source_says_whom_to_ask(void **state)
{
	struct example *e = *state;
	struct skp_sources none = {0};

	e->rhk.rhk_pimpinan_id = (struct id){0};
	assert_string_equal(first_rule(e, &none), "skp.sumber_none");
	assert_string_equal(first_rule(e, NULL), "skp.sumber_missing");
	e->rhk.hasil_unit_id = (struct id){{9}};
	assert_string_equal(first_rule(e, &none), "none");
	e->rhk.hasil_unit_id = (struct id){0};
	e->skp.bentuk = STR("jpt");
	e->rhk.perspektif = STR("anggaran");
	assert_string_equal(first_rule(e, &none), "none");
}

/* How many of the two warnings a text gives: 1 activity, 2 absolute. */
static int warned(struct example *e, struct str text)
{
	problems_init(&e->faults, e->mem);
	e->rhk.uraian = text;
	law_skp_warn_rhk(&e->skp, &e->rhk, &e->faults);
	return problems_has_rule(&e->faults, "skp.activity") +
	       2 * problems_has_rule(&e->faults, "skp.absolute");
}

static void warnings_look_at_whole_words(void **state)
{
	struct example *e = *state;

	assert_int_equal(warned(e, STR("Melakukan")), 1);
	assert_int_equal(warned(e, STR("Mengikuti rapat")), 1);
	assert_int_equal(warned(e, STR("Membantu warga")), 1);
	assert_int_equal(warned(e, STR("Membantunya warga")), 0);
	assert_int_equal(warned(e, STR("Seluruh berkas")), 2);
	assert_int_equal(warned(e, STR("Berkas selalu")), 2);
	assert_int_equal(warned(e, STR("Antrean tidak pernah macet")), 2);
	assert_int_equal(warned(e, STR("Berkas (semua)")), 2);
	assert_int_equal(warned(e, STR("Kesemua berkas")), 0);
	assert_int_equal(warned(e, STR("Semua")), 2);
	assert_int_equal(warned(e, STR("Aselalu1")), 0);
	assert_int_equal(warned(e, STR("Akta {selalu}")), 2);
}

static void aspects_are_recommended_only_where_the_form_has_them(void **state)
{
	struct example *e = *state;

	e->rhk.iki_count = 2;
	warned(e, STR("Akta terbit"));
	assert_true(problems_has_rule(&e->faults, "skp.aspek_few"));
	e->iki[0].aspek = STR("biaya");
	warned(e, STR("Akta terbit"));
	assert_true(problems_has_rule(&e->faults, "skp.aspek_few"));
	e->iki[0].aspek = STR("kuantitas");
	e->iki[1].aspek = STR("biaya");
	warned(e, STR("Akta terbit"));
	assert_true(problems_has_rule(&e->faults, "skp.aspek_few"));
	e->skp.pendekatan = STR("kualitatif");
	warned(e, STR("Akta terbit"));
	assert_false(problems_has_rule(&e->faults, "skp.aspek_few"));
	e->skp.pendekatan = STR("kuantitatif");
	e->skp.bentuk = STR("jpt");
	warned(e, STR("Akta terbit"));
	assert_false(problems_has_rule(&e->faults, "skp.aspek_few"));
}

static void words_of_the_forms_are_found_by_key(void **state)
{
	(void)state;
	assert_true(str_is(skp_blok_label(STR("konsekuensi")), "Konsekuensi"));
	assert_int_equal(skp_blok_label(STR("lain")).len, 0);
	assert_true(str_is(skp_state_label(SKP_DRAF), "Draf"));
}

#define T(name) cmocka_unit_test_setup_teardown(name, example_set_up, example_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(a_whole_plan_is_sent),
		T(submit_lists_every_fault_and_keeps_the_draf),
		T(a_sent_plan_is_not_sent_twice),
		T(without_appraiser_only_the_top_may_send_and_still_waits),
		T(another_post_closes_what_is_agreed_and_takes_along_what_is_not),
		T(an_agreement_on_paper_needs_who_and_which_letter),
		T(a_letter_is_not_older_than_what_it_is_about),
		T(a_letter_is_recorded_once_and_only_for_who_has_no_appraiser),
		T(an_agreed_plan_needs_syncing_when_what_it_rests_on_says_otherwise),
		T(each_block_of_the_attachment_is_found_by_its_key),
		T(a_main_result_must_support_the_leaders_when_there_are_any),
		T(an_additional_result_needs_no_source),
		T(the_jpt_form_asks_for_a_perspective_and_no_aspect),
		T(a_number_is_asked_for_only_in_the_quantitative_approach),
		T(targets_that_cannot_be_are_faults_and_unlikely_ones_questions),
		T(a_range_needs_its_lower_end_below_its_upper_end),
		T(activities_and_absolute_words_are_advice_not_faults),
		T(three_aspects_are_recommended),
		T(returning_needs_a_comment),
		T(only_a_sent_plan_can_be_agreed),
		T(heads_of_independent_units_fill_the_jpt_form),
		T(every_state_reads_back_from_its_key),
		T(each_field_of_a_result_has_its_own_rule),
		T(each_field_of_an_indicator_has_its_own_rule),
		T(a_result_has_one_to_eight_indicators),
		T(a_main_result_without_any_source_says_whom_to_ask),
		T(warnings_look_at_whole_words),
		T(aspects_are_recommended_only_where_the_form_has_them),
		T(words_of_the_forms_are_found_by_key),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
