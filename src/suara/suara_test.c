/* SPDX-License-Identifier: Apache-2.0 */
/* Voices: what is kept, what counts, what is held back, what is told. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "db/store_test_support.h"
#include "suara/suara_test_support.h"
#include "suara/suara_view.h"

static struct suara_which november(const struct asking *a)
{
	return (struct suara_which){
		.lingkup_id = a->lingkup.lingkup_id, .from = 202611, .to = 202611};
}

static void a_voice_waits_for_the_night_and_is_told_when_its_month_is_over(void **state)
{
	struct asking a = suara_begun(state);

	suara_give_many(&a, 5, 3);
	assert_int_equal(suara_count(&a, "suara"), 0);
	assert_int_equal(suara_count(&a, "suara_masuk"), 5);
	a.today = DATE(2026, 11, 25);
	assert_int_equal(suara_ask(&a, suara_do_night), ERR_OK);
	assert_int_equal(a.moved, 5);
	assert_int_equal(suara_count(&a, "suara"), 5);
	assert_int_equal(suara_count(&a, "suara_masuk"), 0);
	a.which = november(&a);
	assert_int_equal(suara_ask(&a, suara_do_figures), ERR_OK);
	assert_false(a.figures.is_shown);
	a.today = DATE(2026, 12, 1);
	assert_int_equal(suara_ask(&a, suara_do_figures), ERR_OK);
	assert_false(a.figures.is_shown); /* the night comes later in the west */
	a.today = DATE(2026, 12, 2);
	assert_int_equal(suara_ask(&a, suara_do_figures), ERR_OK);
	assert_true(a.figures.is_shown);
	assert_int_equal(a.figures.n, 5);
	assert_int_equal(a.figures.index, 7500); /* three elements of 3: 3 x 25 */
	assert_int_equal(a.figures.mutu, 'C');
	assert_int_equal(a.figures.percaya, 300);
	assert_int_equal(a.figures.lowest_count, 3);
}

static void of_four_nothing_is_told(void **state)
{
	struct asking a = suara_begun(state);

	suara_give_many(&a, 4, 4);
	a.today = DATE(2026, 12, 2);
	assert_int_equal(suara_ask(&a, suara_do_night), ERR_OK);
	a.which = november(&a);
	assert_int_equal(suara_ask(&a, suara_do_figures), ERR_OK);
	assert_false(a.figures.is_shown);
	assert_int_equal(a.figures.n, 0);
}

static void three_questions_are_kept_by_the_element_they_ask(void **state)
{
	struct asking a = suara_begun(state);

	a.given = (struct suara){.waktu = 1, .perilaku = 4, .persyaratan = 2, .asal = STR("a")};
	assert_int_equal(suara_ask(&a, suara_do_give), ERR_OK);
	assert_int_equal(store_test_count(a.house->store, &a.house->instansi_id,
					  "SELECT count(*) FROM suara_masuk WHERE instansi_id = $1 "
					  "AND waktu = 1 AND perilaku = 4 AND persyaratan = 2 AND "
					  "biaya = 0 AND sarpras = 0"),
			 1);
}

static void nothing_at_all_is_no_voice_and_one_word_is(void **state)
{
	struct asking a = suara_begun(state);

	a.given = (struct suara){.asal = STR("a"), .kata = STR("  ")};
	assert_int_equal(suara_ask(&a, suara_do_give), ERR_INVALID);
	assert_true(problem_is(&a.faults, STR("kata"), "suara.empty"));
	a.given.kata = STR("lama");
	assert_int_equal(suara_ask(&a, suara_do_give), ERR_OK);
	a.given.kata = STR_NONE;
	a.given.waktu = 5;
	assert_int_equal(suara_ask(&a, suara_do_give), ERR_INVALID);
}

static void the_same_form_counts_once(void **state)
{
	struct asking a = suara_begun(state);

	a.given = (struct suara){
		.waktu = 2, .asal = STR("a"), .kunci = STR("0193f2ab-7c1e-7d00-9a55-5e0c2f7be101")};
	assert_int_equal(suara_ask(&a, suara_do_give), ERR_OK);
	assert_int_equal(suara_ask(&a, suara_do_give), ERR_OK);
	assert_int_equal(suara_count(&a, "suara_masuk"), 1);
}

static void a_code_speaks_once(void **state)
{
	struct asking a = suara_begun(state);

	suara_kode_use(suara_known_code);
	a.given = (struct suara){.waktu = 4, .asal = STR("a"), .kode = STR("8KTW-9MPX")};
	assert_int_equal(suara_ask(&a, suara_do_give), ERR_INVALID);
	assert_true(problem_is(&a.faults, STR("kode"), "suara.kode"));
	a.given.kode = STR("8ktw 9mpq");
	assert_int_equal(suara_ask(&a, suara_do_give), ERR_OK);
	a.given.kode = STR("8KTW-9MPQ");
	assert_int_equal(suara_ask(&a, suara_do_give), ERR_INVALID);
	assert_true(problem_is(&a.faults, STR("kode"), "suara.used"));
	a.today = DATE(2026, 11, 25);
	assert_int_equal(suara_ask(&a, suara_do_night), ERR_OK);
	assert_int_equal(suara_ask(&a, suara_do_give), ERR_INVALID); /* on the day after, too */
	assert_int_equal(suara_count(&a, "suara"), 1);
	suara_kode_use(NULL);
}

static void one_place_may_speak_ten_times_an_hour_without_a_code(void **state)
{
	struct asking a = suara_begun(state);

	a.given = (struct suara){.waktu = 1, .asal = STR("satu tempat")};
	for (int i = 0; i < 10; i++)
		assert_int_equal(suara_ask(&a, suara_do_give), ERR_OK);
	assert_int_equal(suara_ask(&a, suara_do_give), ERR_INVALID);
	assert_true(problem_is(&a.faults, STR("kode"), "suara.crowd"));
	a.minute += 60;
	assert_int_equal(suara_ask(&a, suara_do_give), ERR_OK);
	a.given.asal = STR("tempat lain");
	a.minute -= 60;
	assert_int_equal(suara_ask(&a, suara_do_give), ERR_OK);
}

static int64_t counted(struct asking *a)
{
	return store_test_count(a->house->store, &a->house->instansi_id,
				"SELECT count(*) FROM suara WHERE instansi_id = $1 AND "
				"karantina_id IS NULL");
}

static void words_alone_come_five_times_a_day_from_a_place(void **state)
{
	struct asking a = suara_begun(state);

	a.given = (struct suara){.kata = STR("antre lama"), .asal = STR("satu tempat")};
	for (int i = 0; i < 5; i++)
		assert_int_equal(suara_ask(&a, suara_do_give), ERR_OK);
	assert_int_equal(suara_ask(&a, suara_do_give), ERR_INVALID);
	assert_true(problem_is(&a.faults, STR("kode"), "suara.words"));
	a.given.waktu = 2; /* with a tick it lies where a person judges */
	assert_int_equal(suara_ask(&a, suara_do_give), ERR_OK);
	a.given.waktu = 0;
	a.today = DATE(2026, 11, 25);
	assert_int_equal(suara_ask(&a, suara_do_give), ERR_OK);
}

static void five_of_one_place_count_and_of_six_none(void **state)
{
	struct asking a = suara_begun(state);

	for (int i = 0; i < 6; i++) {
		a.given = (struct suara){.waktu = 1 + i % 4, .asal = STR("enam")};
		assert_int_equal(suara_ask(&a, suara_do_give), ERR_OK);
		a.given.asal = STR("lima");
		a.given.kata = STR("lama sekali");
		if (i < 5)
			assert_int_equal(suara_ask(&a, suara_do_give), ERR_OK);
	}
	a.today = DATE(2026, 11, 25);
	assert_int_equal(suara_ask(&a, suara_do_night), ERR_OK);
	assert_int_equal(suara_count(&a, "suara"), 11);
	assert_int_equal(counted(&a), 5);
	assert_int_equal(suara_count(&a, "suara_karantina"), 1);
	assert_int_equal(suara_count(&a, "suara_kata"), 5);
}

static void ten_alike_in_an_hour_count_and_of_eleven_none(void **state)
{
	struct asking a = suara_begun(state);

	suara_give_many(&a, 11, 1);
	a.minute += 60;
	suara_give_many(&a, 10, 1);
	a.today = DATE(2026, 11, 25);
	assert_int_equal(suara_ask(&a, suara_do_night), ERR_OK);
	assert_int_equal(suara_count(&a, "suara"), 21);
	assert_int_equal(counted(&a), 10);
}

static void five_hundred_forged_voices_move_the_index_by_nothing(void **state)
{
	struct asking a = suara_begun(state);
	int kept = 0;

	for (int i = 0; i < 8; i++)
		suara_give_many(&a, 1, 1 + i % 4);
	for (int i = 0; i < 500; i++) {
		a.given = (struct suara){.waktu = 4,
					 .perilaku = 4,
					 .persyaratan = 4,
					 .percaya = 1 + i % 4,
					 .asal = STR("satu tempat"),
					 .kata = STR("bagus sekali")};
		a.minute = 480 + i % 480;
		kept += suara_ask(&a, suara_do_give) == ERR_OK;
	}
	assert_true(kept >= 80); /* ten an hour came through to be judged */
	a.today = DATE(2026, 12, 2);
	assert_int_equal(suara_ask(&a, suara_do_night), ERR_OK);
	a.which = november(&a);
	assert_int_equal(suara_ask(&a, suara_do_figures), ERR_OK);
	assert_int_equal(a.figures.n, 8);
	assert_int_equal(a.figures.index, 6250); /* as without them */
	assert_int_equal(suara_count(&a, "suara_kata WHERE karantina_id IS NULL"), 0);
}

static void a_person_judges_what_was_held_back(void **state)
{
	struct asking a = suara_begun(state);

	for (int i = 0; i < 6; i++) {
		a.given = (struct suara){
			.waktu = 1 + i % 4, .asal = STR("enam"), .kata = STR("antre lama")};
		assert_int_equal(suara_ask(&a, suara_do_give), ERR_OK);
	}
	a.today = DATE(2026, 11, 25);
	assert_int_equal(suara_ask(&a, suara_do_night), ERR_OK);
	a.peran = PERAN_PUBLIK;
	assert_int_equal(suara_ask(&a, suara_do_held), ERR_FORBIDDEN);
	a.peran = PERAN_ADMIN_LAYANAN;
	assert_int_equal(suara_ask(&a, suara_do_held), ERR_OK);
	assert_int_equal(a.held.jumlah, 6);
	assert_true(str_is(a.held.sebab, "tempat"));
	a.held.status = STR("diterima");
	assert_int_equal(suara_ask(&a, suara_do_judge), ERR_INVALID); /* why? */
	a.held.alasan = STR("Enam warga di layar kantor.");
	a.peran = PERAN_AUDITOR;
	assert_int_equal(suara_ask(&a, suara_do_judge), ERR_FORBIDDEN);
	a.peran = PERAN_ADMIN_LAYANAN;
	a.jalur = "/unit-lain/";
	assert_int_equal(suara_ask(&a, suara_do_judge), ERR_FORBIDDEN);
	a.jalur = "";
	assert_int_equal(suara_ask(&a, suara_do_judge), ERR_OK);
	assert_int_equal(counted(&a), 6);
	assert_int_equal(
		store_test_count(a.house->store, &a.house->instansi_id,
				 "SELECT CAST(sum(jumlah) AS BIGINT) FROM "
				 "suara_tema_bulan WHERE instansi_id = $1 AND tema = 'waktu'"),
		6);
	assert_int_equal(suara_ask(&a, suara_do_judge), ERR_CONFLICT);
}

/* Six of one place, five of them of the unit: the one of the service is a group of its own. */
static void of_a_small_group_held_back_nothing_is_shown_and_refused_words_part(void **state)
{
	struct asking a = suara_begun(state);
	struct str slug = a.slug;

	a.given = (struct suara){.waktu = 2, .asal = STR("enam"), .kata = STR("antre lama")};
	assert_int_equal(suara_ask(&a, suara_do_give), ERR_OK);
	a.slug = str_format(a.house->mem, "unit-%.*s",
			    STR_ARG(id_str(a.house->mem, &a.lingkup.unit_id)));
	assert_int_equal(suara_ask(&a, suara_do_open), ERR_OK);
	for (int i = 0; i < 5; i++)
		assert_int_equal(suara_ask(&a, suara_do_give), ERR_OK);
	a.slug = slug;
	a.today = DATE(2026, 11, 25);
	assert_int_equal(suara_ask(&a, suara_do_night), ERR_OK);
	for (int i = 0; i < 2; i++) {
		assert_int_equal(suara_ask(&a, suara_do_held), ERR_OK);
		assert_int_equal(suara_ask(&a, suara_do_detail), ERR_OK);
		assert_int_equal(a.detail.is_shown, a.held.jumlah == 5);
		assert_int_equal(a.detail.kata_count, a.held.jumlah == 5 ? 5 : 0);
		a.held.status = STR("ditolak");
		a.held.alasan = STR("Satu orang.");
		assert_int_equal(suara_ask(&a, suara_do_judge), ERR_OK);
	}
	assert_int_equal(counted(&a), 0);
	assert_int_equal(suara_count(&a, "suara_kata WHERE karantina_id IS NOT NULL"), 6);
	assert_int_equal(suara_count(&a, "suara_kata WHERE karantina_id IN "
					 "(SELECT karantina_id FROM suara_karantina)"),
			 0);
}

static void words_are_masked_grouped_and_gone_on_their_day_while_figures_stay(void **state)
{
	struct asking a = suara_begun(state);

	for (int i = 0; i < 5; i++) {
		a.given = (struct suara){.waktu = 1,
					 .kata = STR("Antre lama, WA 0812-3456-789"),
					 .asal = suara_place(&a)};
		assert_int_equal(suara_ask(&a, suara_do_give), ERR_OK);
	}
	a.today = DATE(2026, 12, 2);
	assert_int_equal(suara_ask(&a, suara_do_night), ERR_OK);
	a.from = a.to = 202611;
	assert_int_equal(suara_ask(&a, suara_do_words), ERR_OK);
	assert_true(a.words.is_shown);
	assert_int_equal(a.words.kata_count, 5);
	assert_true(str_is(a.words.kata[0], "Antre lama, WA [nomor]"));
	assert_int_equal(a.words.tema[0].jumlah, 5);
	a.today = DATE(2027, 10, 31);
	assert_int_equal(suara_ask(&a, suara_do_forget), ERR_OK);
	assert_int_equal(a.moved, 0);
	a.today = DATE(2027, 11, 1);
	assert_int_equal(suara_ask(&a, suara_do_forget), ERR_OK);
	assert_int_equal(a.moved, 5);
	assert_int_equal(suara_ask(&a, suara_do_words), ERR_OK);
	assert_false(a.words.is_shown);
	assert_int_equal(a.words.tema[0].jumlah, 5);
	a.which = november(&a);
	assert_int_equal(suara_ask(&a, suara_do_figures), ERR_OK);
	assert_true(a.figures.is_shown);
}

static void words_of_a_running_month_come_five_at_once(void **state)
{
	struct asking a = suara_begun(state);

	for (int i = 0; i < 4; i++) {
		a.given = (struct suara){.kata = STR("lama"), .asal = suara_place(&a)};
		assert_int_equal(suara_ask(&a, suara_do_give), ERR_OK);
	}
	suara_give_many(&a, 1, 2);
	a.today = DATE(2026, 11, 25);
	assert_int_equal(suara_ask(&a, suara_do_night), ERR_OK);
	assert_int_equal(suara_count(&a, "suara_kata"), 0);
	a.given = (struct suara){.kata = STR("lama"), .waktu = 1, .asal = suara_place(&a)};
	assert_int_equal(suara_ask(&a, suara_do_give), ERR_OK);
	a.today = DATE(2026, 11, 26);
	assert_int_equal(suara_ask(&a, suara_do_night), ERR_OK);
	assert_int_equal(suara_count(&a, "suara_kata"), 5);
}

static void from_paper_it_is_staff_who_type_and_the_trail_says_who(void **state)
{
	struct asking a = suara_begun(state);

	a.given = (struct suara){.waktu = 3, .umur = STR("60+")};
	a.peran = PERAN_PUBLIK;
	assert_int_equal(suara_ask(&a, suara_do_paper), ERR_FORBIDDEN);
	a.peran = PERAN_PETUGAS_LAYANAN;
	assert_int_equal(suara_ask(&a, suara_do_paper), ERR_OK);
	assert_int_equal(store_test_count(a.house->store, &a.house->instansi_id,
					  "SELECT count(*) FROM audit WHERE instansi_id = $1 AND "
					  "perbuatan = 'suara.paper' AND akun_id IS NOT NULL AND "
					  "length(digest_after) = 0 AND request_id = 'suara'"),
			 1);
	a.today = DATE(2026, 11, 25);
	assert_int_equal(suara_ask(&a, suara_do_night), ERR_OK);
	assert_int_equal(
		store_test_count(a.house->store, &a.house->instansi_id,
				 "SELECT count(*) FROM suara_ciri WHERE instansi_id = $1 AND "
				 "jumlah = 1 AND (nilai = 'kertas' OR nilai = '60+')"),
		2);
}

static void a_theme_changed_groups_the_words_anew(void **state)
{
	struct asking a = suara_begun(state);

	for (int i = 0; i < 5; i++) {
		a.given = (struct suara){
			.waktu = 1, .kata = STR("genset berisik"), .asal = suara_place(&a)};
		assert_int_equal(suara_ask(&a, suara_do_give), ERR_OK);
	}
	a.today = DATE(2026, 12, 2);
	assert_int_equal(suara_ask(&a, suara_do_night), ERR_OK);
	a.tema = (struct suara_tema){.nama = STR("Bising"), .kata = STR("berisik\nbising")};
	a.jalur = "/unit/";
	assert_int_equal(suara_ask(&a, suara_do_theme), ERR_FORBIDDEN); /* it is the agency's */
	a.jalur = "";
	assert_int_equal(suara_ask(&a, suara_do_theme), ERR_OK);
	a.from = a.to = 202611;
	assert_int_equal(suara_ask(&a, suara_do_words), ERR_OK);
	assert_int_equal(a.words.tema_count, 1);
	assert_true(str_is(a.words.tema[0].nama, "Bising"));
}

static void a_whole_unit_is_spoken_of_and_its_figures_hold_those_of_its_services(void **state)
{
	struct asking a = suara_begun(state);
	struct id unit_id = a.lingkup.unit_id;

	suara_give_many(&a, 5, 4);
	a.slug = str_format(a.house->mem, "unit-%.*s",
			    STR_ARG(id_str(a.house->mem, &a.lingkup.unit_id)));
	assert_int_equal(suara_ask(&a, suara_do_open), ERR_OK);
	assert_true(a.lingkup.is_unit);
	suara_give_many(&a, 5, 2);
	a.today = DATE(2026, 12, 2);
	assert_int_equal(suara_ask(&a, suara_do_night), ERR_OK);
	a.which = (struct suara_which){.unit_id = unit_id, .from = 202611, .to = 202611};
	assert_int_equal(suara_ask(&a, suara_do_figures), ERR_OK);
	assert_int_equal(a.figures.n, 10);
	assert_int_equal(a.figures.index, 7500);
	a.which = (struct suara_which){.from = 202610, .to = 202611}; /* a sum of what is told */
	assert_int_equal(suara_ask(&a, suara_do_figures), ERR_OK);
	assert_int_equal(a.figures.n, 10);
	a.which.to = 202612; /* December is not over */
	suara_give_many(&a, 5, 1);
	a.today = DATE(2026, 12, 3);
	assert_int_equal(suara_ask(&a, suara_do_night), ERR_OK);
	assert_int_equal(suara_ask(&a, suara_do_figures), ERR_OK);
	assert_false(a.figures.is_shown);
	a.slug = STR("unit-0193f2ab");
	assert_int_equal(suara_ask(&a, suara_do_open), ERR_NOT_FOUND);
}

/* The weight in force on a year's first day is the year's (4.3): changed a day later it waits. */
static void a_weight_changes_with_the_year_alone(void **state)
{
	static const struct {
		const char *since;
		enum skm_weight weight;
	} cases[] = {{"2026-01-02", SKM_WEIGHT_ROUNDED_0_111},
		     {"2026-01-01", SKM_WEIGHT_EXACT_1_9}};
	struct asking a = suara_begun(state);

	suara_give_many(&a, 5, 3);
	a.today = DATE(2026, 12, 2);
	assert_int_equal(suara_ask(&a, suara_do_night), ERR_OK);
	a.which = november(&a);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		(void)store_test_sql(a.house->store, &a.house->instansi_id,
				     str_cstr(a.house->mem,
					      str_format(a.house->mem,
							 "INSERT INTO setelan (instansi_id, kunci, "
							 "berlaku_mulai, nilai) VALUES ($1, "
							 "'skm_weight_exact', '%s', '1')",
							 cases[i].since)));
		assert_int_equal(suara_ask(&a, suara_do_figures), ERR_OK);
		assert_int_equal(a.figures.weight, cases[i].weight);
	}
}

static void what_weighs_is_said_with_how_many_were_asked(void **state)
{
	static const struct {
		int asked;
		enum skm_weight weight;
		const char *said;
	} cases[] = {{9, SKM_WEIGHT_ROUNDED_0_111, "0,111, dari 9 unsur"},
		     {9, SKM_WEIGHT_EXACT_1_9, "1/9, dari 9 unsur"},
		     {8, SKM_WEIGHT_ROUNDED_0_111, "1/8, dari 8 unsur"},
		     {3, SKM_WEIGHT_ROUNDED_0_111, "1/3, dari 3 unsur"}};
	CLEANUP(arena_close) struct arena *mem = arena_make();

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct suara_figures figures = {
			.is_shown = true, .n = 5, .weight = cases[i].weight};
		struct suara_angka said;
		for (int u = 0; u < cases[i].asked; u++) {
			figures.means.applies[u] = true;
			figures.means.mean[u] = ratio_make(3, 1);
		}
		suara_angka_say(mem, &figures, &said);
		assert_true(str_has(said.method, cases[i].said));
	}
}

static void of_one_officer_nine_are_hidden_and_ten_are_told(void **state)
{
	struct asking a = suara_begun(state);

	suara_kode_use(suara_known_code);
	for (int i = 0; i < 10; i++) {
		a.given = (struct suara){.waktu = 4, .kode = str_format(a.house->mem, "K%d", i)};
		if (i == 9)
			a.today = DATE(2026, 11, 25);
		assert_int_equal(suara_ask(&a, suara_do_give), ERR_OK);
	}
	suara_kode_use(NULL);
	a.today = DATE(2026, 11, 25);
	assert_int_equal(suara_ask(&a, suara_do_night), ERR_OK);
	a.today = DATE(2026, 12, 2);
	a.which = (struct suara_which){.pegawai_id = suara_officer(), .from = 202611, .to = 202611};
	assert_int_equal(suara_ask(&a, suara_do_figures), ERR_OK);
	assert_false(a.figures.is_shown);
	assert_int_equal(suara_ask(&a, suara_do_night), ERR_OK);
	assert_int_equal(suara_ask(&a, suara_do_figures), ERR_OK);
	assert_true(a.figures.is_shown);
	assert_int_equal(a.figures.n, 10);
}

static void periods_have_names(void **state)
{
	int from, to;

	(void)state;
	assert_true(suara_period(STR("202611"), &from, &to));
	assert_int_equal(from, 202611);
	assert_true(suara_period(STR("2026T4"), &from, &to));
	assert_int_equal(from, 202610);
	assert_int_equal(to, 202612);
	assert_true(suara_period(STR("2026"), &from, &to));
	assert_int_equal(to, 202612);
	assert_false(suara_period(STR("2026T5"), &from, &to));
	assert_false(suara_period(STR("202613"), &from, &to));
	assert_false(suara_period(STR("nov"), &from, &to));
}

static void who_asks_for_no_period_gets_the_last_that_is_told(void **state)
{
	int from, to;

	(void)state;
	assert_true(suara_period_asked(STR_NONE, DATE(2026, 12, 1), &from, &to));
	assert_int_equal(from, 202610); /* November is told a day later */
	assert_true(suara_period_asked(STR_NONE, DATE(2026, 12, 2), &from, &to));
	assert_int_equal(from, 202611);
	assert_int_equal(to, 202611);
	assert_true(suara_period_asked(STR_NONE, DATE(2027, 1, 1), &from, &to));
	assert_int_equal(from, 202611);
}

#define T(name) cmocka_unit_test_setup_teardown(name, house_set_up, house_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(a_voice_waits_for_the_night_and_is_told_when_its_month_is_over),
		T(of_four_nothing_is_told),
		T(three_questions_are_kept_by_the_element_they_ask),
		T(nothing_at_all_is_no_voice_and_one_word_is),
		T(the_same_form_counts_once),
		T(a_code_speaks_once),
		T(one_place_may_speak_ten_times_an_hour_without_a_code),
		T(words_alone_come_five_times_a_day_from_a_place),
		T(five_of_one_place_count_and_of_six_none),
		T(ten_alike_in_an_hour_count_and_of_eleven_none),
		T(five_hundred_forged_voices_move_the_index_by_nothing),
		T(a_person_judges_what_was_held_back),
		T(of_a_small_group_held_back_nothing_is_shown_and_refused_words_part),
		T(words_are_masked_grouped_and_gone_on_their_day_while_figures_stay),
		T(words_of_a_running_month_come_five_at_once),
		T(from_paper_it_is_staff_who_type_and_the_trail_says_who),
		T(a_theme_changed_groups_the_words_anew),
		T(a_whole_unit_is_spoken_of_and_its_figures_hold_those_of_its_services),
		T(a_weight_changes_with_the_year_alone),
		T(what_weighs_is_said_with_how_many_were_asked),
		T(of_one_officer_nine_are_hidden_and_ten_are_told),
		T(periods_have_names),
		T(who_asks_for_no_period_gets_the_last_that_is_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
