/* SPDX-License-Identifier: Apache-2.0 */
/* What the case tables cannot ask through a calculator: names, settings that differ, lists, sums
   over several lines. */
#include "base/arena_test_support.h"
#include "law/aduan_sla.h"
#include "law/kelompok_rentan.h"
#include "law/promotion.h"
#include "law/angka_kredit.h"
#include "law/appraiser.h"
#include "law/attendance.h"
#include "law/berakhlak.h"
#include "law/deadlines.h"
#include "law/discipline.h"
#include "law/distribution.h"
#include "law/golongan.h"
#include "law/nik.h"
#include "law/nip.h"
#include "law/queue_booking.h"
#include "law/queue_order.h"
#include "law/rating.h"
#include "law/sample.h"
#include "law/skm.h"
#include "law/talent.h"
#include "law/tpp.h"
#include "law/working_time.h"
#include "law/year.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static struct law_values law; /* the built-in values of a day in 2026 */

static int open_rules(void **state)
{
	static const struct law_rows none = {0};

	law_values_on(DATE(2026, 1, 1), &none, &law);
	return open_arena(state);
}

static void every_key_of_a_closed_list_reads_back_and_has_a_label(void **state)
{
	(void)state;
	for (int i = 0; i < RATING_COUNT; i++) {
		enum rating back;
		assert_true(rating_parse(rating_key((enum rating)i), &back) && (int)back == i);
		assert_true(rating_label((enum rating)i).len > 0);
	}
	for (int i = 0; i < PREDIKAT_COUNT; i++) {
		enum predikat back;
		assert_true(predikat_parse(predikat_key((enum predikat)i), &back) &&
			    (int)back == i);
		assert_true(predikat_label((enum predikat)i).len > 0);
	}
	for (int i = 0; i < CAPAIAN_COUNT; i++) {
		enum capaian back;
		assert_true(capaian_parse(capaian_key((enum capaian)i), &back) && (int)back == i);
		assert_true(capaian_label((enum capaian)i).len > 0);
	}
	for (int i = DIRECTION_HIGHER; i <= DIRECTION_RANGE; i++) {
		enum direction back;
		assert_true(direction_parse(direction_key((enum direction)i), &back) &&
			    (int)back == i);
	}
	for (int i = 0; i < JENJANG_COUNT; i++) {
		enum jenjang back;
		assert_true(jenjang_parse(jenjang_key((enum jenjang)i), &back) && (int)back == i);
		assert_true(jenjang_label((enum jenjang)i).len > 0);
	}
	for (int i = 0; i < KELAS_COUNT; i++) {
		enum kelas_jabatan back;
		assert_true(kelas_jabatan_parse(kelas_jabatan_key((enum kelas_jabatan)i), &back) &&
			    (int)back == i);
	}
	for (int i = 0; i < ADUAN_JENIS_COUNT; i++) {
		enum aduan_jenis back;
		assert_true(aduan_jenis_parse(aduan_jenis_key((enum aduan_jenis)i), &back) &&
			    (int)back == i);
	}
	for (int i = 0; i < KELOMPOK_COUNT; i++) {
		enum kelompok_rentan back;
		assert_true(kelompok_rentan_parse(kelompok_rentan_key((enum kelompok_rentan)i),
						  &back) &&
			    (int)back == i);
	}
	for (int i = 0; i < PENDIDIKAN_COUNT; i++) {
		enum pendidikan back;
		assert_true(pendidikan_parse(pendidikan_key((enum pendidikan)i), &back) &&
			    (int)back == i);
	}
	for (int i = 0; i < PROFILE_COUNT; i++) {
		enum attendance_profile back;
		assert_true(attendance_profile_parse(
			attendance_profile_key((enum attendance_profile)i), &back));
		assert_int_equal(back, i);
	}
	for (int i = 0; i < POTENSI_COUNT; i++) {
		enum potensi back;
		assert_true(potensi_parse(potensi_key((enum potensi)i), &back) && (int)back == i);
	}
	for (int i = 0; i < HUKUMAN_COUNT; i++)
		assert_true(hukuman_key((enum hukuman)i).len > 0);
	for (int i = 0; i < UNSUR_COUNT; i++) {
		enum unsur back;
		assert_true(unsur_parse(unsur_key((enum unsur)i), &back) && (int)back == i);
		assert_true(unsur_label((enum unsur)i).len > 0);
		assert_false(unsur_parse(STR("U1"), &back));
	}
	for (int i = 0; i < LAYANAN_COUNT; i++) {
		enum layanan back;
		assert_true(layanan_parse(layanan_key((enum layanan)i), &back) && (int)back == i);
		assert_true(layanan_label((enum layanan)i).len > 0);
	}
	assert_text(skm_weight_key(SKM_WEIGHT_EXACT_1_9), "exact_1_9");
	assert_text(potensi_label(POTENSI_TINGGI), "Tinggi");
	assert_int_equal(attendance_profile_of(&law), PROFILE_BANDED_TL_PSW);
}

static void the_seven_values_have_three_guides_each(void **state)
{
	(void)state;
	for (int i = 0; i < BERAKHLAK_COUNT; i++) {
		const struct berakhlak *value = &berakhlak_all()[i];
		assert_int_equal(berakhlak_index(value->code), i);
		assert_true(str_equal(berakhlak_label(value->code), value->label));
		for (int g = 0; g < BERAKHLAK_GUIDES; g++)
			assert_true(value->guides[g].len > 10);
	}
	assert_text(berakhlak_label(STR("kompeten")), "Kompeten");
	assert_text(berakhlak_label(STR("jujur")), "");
}

static void amounts_beyond_every_bound_stay_exact(void **state)
{
	struct item item = {.direction = DIRECTION_HIGHER, .target = 4000, .realisasi = -5};

	(void)state;
	assert_int_equal(item_achievement(&item).num, 0);
	item.realisasi = INT64_MAX;
	item.target = INT64_MAX;
	assert_int_equal(ratio_compare(item_achievement(&item), ratio_make(100, 1)), 0);
}

static void a_reason_is_counted_in_characters_without_blanks_around(void **state)
{
	(void)state;
	assert_false(year_reason_is_enough(STR("   terlalu pendek        "), 20));
	assert_true(year_reason_is_enough(STR("Capaian triwulan akhir"), 20));
	assert_true(year_reason_is_enough(STR("éééééééééééééééééééé"), 20));
	assert_true(year_reason_is_enough(STR_NONE, -1));
}

static void a_run_of_absence_jumps_over_weekends_and_holidays(void **state)
{
	static const struct date libur[] = {{2025, 3, 12}};
	struct calendar plain = calendar_make(mem, &law, NULL, 0),
			with = calendar_make(mem, &law, libur, 1);
	struct date days[16];
	int count = 0;

	(void)state;
	for (struct date d = DATE(2025, 3, 3); date_compare(d, DATE(2025, 3, 14)) <= 0;
	     d = date_add_days(d, 1))
		days[count++] = d;
	struct absence_standing standing = discipline_stand(&law, &plain, days, count);
	assert_int_equal(standing.longest, 10); /* E22 */
	assert_text(date_iso(mem, standing.reached), "2025-03-14");
	assert_int_equal(discipline_stand(&law, &with, days, count).longest, 9);
	assert_true(date_is_none(discipline_stand(&law, &with, days, count).reached));
	assert_int_equal(discipline_stand(&law, &plain, days, 0).days, 0);
	assert_text(date_iso(mem, discipline_salary_stop(DATE(2025, 3, 14))),
		    "2025-04-01"); /* E22 */
	assert_text(date_iso(mem, discipline_salary_stop(DATE(2025, 12, 31))), "2026-01-01");
}

static void credit_lines_are_rounded_and_then_added(void **state)
{
	int64_t total = angka_kredit_line(&law, JENJANG_AHLI_PERTAMA, PREDIKAT_SANGAT_BAIK, 12) +
			2 * angka_kredit_line(&law, JENJANG_AHLI_PERTAMA, PREDIKAT_BAIK, 12) +
			angka_kredit_line(&law, JENJANG_AHLI_PERTAMA, PREDIKAT_SANGAT_BAIK, 6);
	struct angka_kredit_standing standing =
		angka_kredit_stand(&law, JENJANG_AHLI_PERTAMA, total);

	(void)state;
	assert_int_equal(total, 5313); /* E18 */
	assert_true(standing.may_pangkat && !standing.may_jenjang);
	assert_int_equal(standing.pangkat_surplus, 313);
	assert_int_equal(standing.jenjang_surplus, -4687);
	assert_true(angka_kredit_stand(&law, JENJANG_AHLI_PERTAMA, 10000).may_jenjang);
	assert_false(angka_kredit_stand(&law, JENJANG_PENYELIA, 999999).may_jenjang);
	assert_int_equal(angka_kredit_stand(&law, JENJANG_PENYELIA, 999999).jenjang_surplus, 0);
	assert_int_equal(angka_kredit_education(&law, JENJANG_AHLI_MUDA), 2500); /* E20 */
	assert_int_equal(angka_kredit_line(&law, JENJANG_AHLI_PERTAMA, PREDIKAT_SANGAT_BAIK, 12) +
				 angka_kredit_line(&law, JENJANG_AHLI_PERTAMA, PREDIKAT_BAIK, 2),
			 2083); /* E15 */
}

static void lateness_drops_the_seconds(void **state)
{
	int start = (7 * 60 + 30) * 60;

	(void)state;
	assert_int_equal(attendance_minutes_late(&law, start + 59, start, 0), 0); /* E26 */
	assert_int_equal(attendance_minutes_late(&law, start + 60, start, 0), 1); /* E26 */
	assert_int_equal(attendance_minutes_late(&law, start + 900, start, 10), 5);
	assert_int_equal(attendance_minutes_late(&law, start - 900, start, 0), 0);
}

static void identifiers_are_shown_as_their_rules_say(void **state)
{
	struct nip nip;
	struct nik nik;
	struct str sebab;

	(void)state;
	assert_text(nip_display(mem, STR("198609262015051001")), "19860926 201505 1 001");
	assert_text(nip_display(mem, STR("123")), "123");
	assert_true(nip_parse(&law, STR("198204172008042003"), DATE(2026, 1, 1), &nip, &sebab));
	assert_false(nip_allows_tmt(&nip, DATE(1982, 4, 17), &sebab));
	assert_true(str_has(sebab, "lahir"));
	assert_false(nip_allows_tmt(&nip, DATE(2008, 3, 31), &sebab));
	assert_true(str_has(sebab, "pengangkatan"));
	assert_true(nip_allows_tmt(&nip, DATE(2008, 4, 1), &sebab));
	assert_true(nip_parse(&law, STR("199006242023212119"), DATE(2026, 1, 1), &nip, &sebab));
	assert_false(nip_allows_tmt(&nip, DATE(2022, 12, 31), &sebab));
	assert_true(nip_allows_tmt(&nip, DATE(2023, 1, 1), &sebab));
	assert_true(nip_parse(&law, STR("198001012015041001"), DATE(2026, 1, 1), &nip, &sebab) &&
		    nip.is_late);
	assert_true(nip_parse(&law, STR("198009012015041001"), DATE(2026, 1, 1), &nip, &sebab) &&
		    !nip.is_late);
	assert_true(nik_parse(&law, STR("3171014107850003"), DATE(2026, 1, 1), &nik, &sebab));
	assert_int_equal(nik.provinsi * 10000 + nik.kabupaten * 100 + nik.kecamatan, 317101);
	assert_int_equal(nik.urut, 3);
	assert_int_equal(golongan_rank(STR("I/a")), 0);
	assert_int_equal(golongan_rank(STR("IV/e")), 16);
	assert_text(pangkat_of_golongan(STR("IX"), DATE(2026, 1, 1)), "");
	assert_true(golongan_is_pppk(&law, STR("X")) && golongan_is_pppk(&law, STR("XVII")));
	assert_false(golongan_is_pppk(&law, STR("XVIII")) || golongan_is_pppk(&law, STR("")) ||
		     golongan_is_pppk(&law, STR("XIIII")));
}

static void working_days_are_counted_from_the_day_after(void **state)
{
	struct calendar calendar = calendar_make(mem, &law, NULL, 0);

	(void)state;
	assert_int_equal(calendar_count_working(&calendar, DATE(2025, 1, 1), DATE(2025, 1, 21)),
			 14);
	assert_int_equal(calendar_count_working(&calendar, DATE(2025, 1, 21), DATE(2025, 1, 1)), 0);
	assert_false(calendar_is_working(&calendar, DATE(2025, 1, 4)));
}

static void a_deadline_of_the_year_is_a_day_its_month_has(void **state)
{
	struct law_values other = law;

	(void)state;
	other.of[LAW_skp_deadline] = 231;
	assert_text(date_iso(mem, deadline_skp(&other, 2025)), "2025-02-28");
	assert_text(date_iso(mem, deadline_skp(&other, 2024)), "2024-02-29");
	other.of[LAW_skp_deadline] = 1199;
	assert_text(date_iso(mem, deadline_skp(&other, 2024)), "2024-11-30");
	other.of[LAW_skp_deadline] = 200;
	assert_text(date_iso(mem, deadline_skp(&other, 2024)), "2024-02-01");
	other.of[LAW_annual_evaluation_deadline] = 1231;
	assert_text(date_iso(mem, deadline_annual_evaluation(&other, 2024)), "2025-12-31");
}

static void booked_tickets_come_before_walk_in_and_then_by_check_in(void **state)
{
	static const struct waiting list[] = {
		{false, false, 1}, {false, true, 9}, {false, true, 5},
		{true, false, 7},  {true, true, 8},
	};

	(void)state;
	assert_int_equal(queue_next(&law, list, 5, 0), 4);
	assert_int_equal(queue_next(&law, list, 4, 1), 3);
	assert_int_equal(queue_next(&law, list, 5, 2), 2);
	assert_int_equal(queue_next(&law, list, 1, 9), 0);
	assert_int_equal(queue_next(&law, list, 0, 0), -1);
}

static void shares_and_matches_are_exact(void **state)
{
	static const int required[] = {3, 3, 4}, assessed[] = {3, 2, 5}, weak[] = {3, 2, 2},
			 middle[] = {3, 1, 4};

	(void)state;
	assert_int_equal(aduan_on_time(&law, 8, 10), 8000); /* E32 */
	assert_int_equal(aduan_on_time(&law, 0, 0), 10000);
	assert_int_equal(training_shortfall(&law, 14), 6); /* E40 */
	assert_int_equal(training_shortfall(&law, 25), 0);
	assert_int_equal(ratio_compare(job_match(required, assessed, 3), ratio_make(90, 1)),
			 0); /* E40 */
	assert_text(job_match_key(&law, job_match(required, assessed, 3)), "optimal");
	assert_text(job_match_key(&law, job_match(required, middle, 3)), "cukup_optimal");
	assert_text(job_match_key(&law, job_match(required, weak, 3)), "kurang_optimal");
	assert_text(job_match_key(&law, job_match(required, weak, 0)), "optimal");
	assert_int_equal(sample_size(&law, 0), 0);
	assert_int_equal(sample_size(&law, INT64_MAX), 384);
	assert_int_equal(skm_mutu(&law, 6499), 'D'); /* E29 */
	assert_int_equal(skm_mutu(&law, 6500), 'C');
}

static void an_index_without_elements_is_zero(void **state)
{
	struct skm_means means = {0};

	(void)state;
	assert_int_equal(skm_index(SKM_WEIGHT_EXACT_1_9, &means).num, 0);
}

static void a_small_unit_gets_advice_only(void **state)
{
	struct distribution spread = {{9, 0, 0, 0, 0}};

	(void)state;
	assert_true(distribution_is_advice(&law, &spread));
	spread.of[1] = 1;
	assert_false(distribution_is_advice(&law, &spread));
	assert_int_equal(distribution_limit(&law, CAPAIAN_BAIK, PREDIKAT_BAIK, 19).people, 13);
	assert_int_equal(distribution_limit(&law, CAPAIAN_KURANG, PREDIKAT_KURANG, 19).people, 12);
	assert_int_equal(distribution_limit(&law, CAPAIAN_KURANG, PREDIKAT_KURANG, 20).people, 12);
}

static void a_week_has_its_lawful_hours(void **state)
{
	int usual = 0, ramadan = 0;

	(void)state;
	for (int i = 0; i < 7; i++) {
		struct date day = date_add_days(DATE(2025, 3, 3), i);
		usual += working_minutes(working_hours_of(&law, day, false));
		ramadan += working_minutes(working_hours_of(&law, day, true));
	}
	assert_int_equal(usual, 37 * 60 + 30);
	assert_int_equal(ramadan, 32 * 60 + 30);
}

static void a_breach_is_told_within_72_hours_weekend_or_not(void **state)
{
	int64_t known = time_of_date(DATE(2025, 3, 7), 22 * 60 + 15, ZONA_WIB);

	(void)state;
	assert_text(time_iso(mem, deadline_breach_notice(&law, known), ZONA_WIB),
		    "2025-03-10T22:15+07:00"); /* E41 */
}

static struct law_values values_with(const struct law_row *rows, int count, struct date day)
{
	struct law_rows set = {rows, count};
	struct law_values values;

	law_values_on(day, &set, &values);
	return values;
}

/* One value of every subject, through its function: the day before it begins nothing changes. */
static void a_value_set_from_a_day_changes_what_follows_only(void **state)
{
	static const struct law_row rows[] = {
		{STR("annual_above"), {2026, 4, 1}, STR("260")},
		{STR("pimpinan_baik"), {2026, 4, 1}, STR("3")},
		{STR("ak_koefisien_ahli_pertama"), {2026, 4, 1}, STR("2000")},
		{STR("disiplin_teguran_lisan"), {2026, 4, 1}, STR("2")},
		{STR("profil_dki_2018_absent"), {2026, 4, 1}, STR("600")},
		{STR("tpp_productivity_pct"), {2026, 4, 1}, STR("50")},
		{STR("skm_mutu_a"), {2026, 4, 1}, STR("9000")},
		{STR("sample_rounding"), {2026, 4, 1}, STR("1")},
		{STR("aduan_verify_wd"), {2026, 4, 1}, STR("4")},
		{STR("queue_online_share_pct"), {2026, 4, 1}, STR("50")},
		{STR("kotak_sesuai_tinggi"), {2026, 4, 1}, STR("7")},
		{STR("nik_last_province"), {2026, 4, 1}, STR("30")},
		{STR("objection_days"), {2026, 4, 1}, STR("10")},
		{STR("distribution_round_most"), {2026, 4, 1}, STR("1")},
		{STR("distribution_round_least"), {2026, 4, 1}, STR("2")},
		{STR("disiplin_rating_mulai"), {2026, 4, 1}, STR("7")},
	};
	static const struct year_period year[] = {{12, true, RATING_DI_ATAS, RATING_SESUAI},
						  {12, true, RATING_SESUAI, RATING_SESUAI}};
	struct calendar calendar = calendar_make(mem, &law, NULL, 0);
	struct attendance_month month = {.absent_days = 1};
	struct str sebab;
	struct nik nik;

	(void)state;
	for (int after = 0; after < 2; after++) {
		struct date day = after ? DATE(2026, 4, 1) : DATE(2026, 3, 31);
		struct law_values now = values_with(rows, (int)(sizeof rows / sizeof rows[0]), day);
		struct year_suggestion saran;
		assert_true(year_suggest(&now, year, 2, false, &saran));
		assert_int_equal(saran.hasil, after ? RATING_SESUAI : RATING_DI_ATAS);
		assert_int_equal(rating_of_capaian(&now, CAPAIAN_BAIK),
				 after ? RATING_DI_ATAS : RATING_SESUAI);
		assert_int_equal(angka_kredit_line(&now, JENJANG_AHLI_PERTAMA, PREDIKAT_BAIK, 12),
				 after ? 2000 : 1250);
		assert_int_equal(discipline_propose(&now, 2, 0).hukuman,
				 after ? HUKUMAN_TEGURAN_LISAN : HUKUMAN_NONE);
		assert_int_equal(attendance_points(&now, PROFILE_DKI_2018, &month),
				 after ? 600 : 500);
		assert_int_equal(tpp_amount(&now, 1000, 0, 0, false), after ? 500 : 400);
		assert_int_equal(skm_mutu(&now, 8999), after ? 'B' : 'A');
		assert_int_equal(sample_size(&now, 500), after ? 218 : 217);
		assert_text(date_iso(mem, aduan_verify_due(&now, &calendar, DATE(2026, 3, 2))),
			    after ? "2026-03-06" : "2026-03-05");
		assert_int_equal(queue_slot_quota(&now, 4, 12).online, after ? 5 : 6);
		assert_int_equal(talent_box(&now, PREDIKAT_BAIK, POTENSI_TINGGI), after ? 7 : 8);
		assert_int_equal(
			nik_parse(&now, STR("3171014107850003"), DATE(2026, 1, 1), &nik, &sebab),
			!after);
		assert_text(
			date_iso(mem,
				 deadline_objection(&now, &calendar, DATE(2025, 2, 3)).calendar),
			after ? "2025-02-13" : "2025-02-17");
		assert_int_equal(distribution_limit(&now, CAPAIAN_BAIK, PREDIKAT_BAIK, 19).people,
				 after ? 14 : 13);
		assert_int_equal(
			distribution_limit(&now, CAPAIAN_KURANG, PREDIKAT_KURANG, 19).people,
			after ? 11 : 12);
		assert_int_equal(discipline_concerns_behaviour(&now, HUKUMAN_POTONG_6B), !after);
	}
}

static void of_an_agencys_rows_the_newest_that_began_counts(void **state)
{
	static const struct law_row rows[] = {
		{STR("objection_days"), {2026, 3, 1}, STR("12")},
		{STR("objection_days"), {2026, 1, 1}, STR("11")},
		{STR("objection_days"), {2026, 2, 1}, STR("dua")}, /* no number */
		{STR("objection_days"), {2026, 2, 2}, STR("0")}, /* less than the least */
		{STR("objection_days"), {2026, 2, 3}, STR("367")}, /* more than the most */
		{STR("alamat_publik"), {2026, 2, 4}, STR("https://abdi.example")},
	};

	(void)state;
	assert_int_equal(values_with(rows, 6, DATE(2025, 12, 31)).of[LAW_objection_days], 14);
	assert_int_equal(values_with(rows, 6, DATE(2026, 2, 28)).of[LAW_objection_days], 11);
	assert_int_equal(values_with(rows, 6, DATE(2026, 3, 1)).of[LAW_objection_days], 12);
}

static void what_a_regulation_replaced_still_holds_before_its_day(void **state)
{
	struct distribution spread = {{10, 0, 0, 0, 0}};
	struct problems warnings;

	(void)state;
	struct law_values before = values_with(NULL, 0, DATE(2023, 1, 30));
	problems_init(&warnings, mem);
	distribution_check(&before, CAPAIAN_BAIK, &spread, &warnings);
	assert_int_equal(warnings.count, 0);
	struct law_values since = values_with(NULL, 0, DATE(2023, 1, 31));
	distribution_check(&since, CAPAIAN_BAIK, &spread, &warnings);
	assert_int_equal(warnings.count, 2);
	assert_int_equal(law_value_before_agency(LAW_skm_mutu_a, DATE(2016, 1, 1)), 8126);
	assert_int_equal(law_value_before_agency(LAW_skm_mutu_a, DATE(2018, 1, 1)), 8831);
	struct law_values day_before = values_with(NULL, 0, DATE(2025, 12, 31)),
			  day = values_with(NULL, 0, DATE(2026, 1, 1));
	assert_false(talent_is_amended(&day_before)); /* TAL-01 */
	assert_true(talent_is_amended(&day));
}

static void one_more_predikat_is_checked_against_those_still_to_come(void **state)
{
	struct law_values before = values_with(NULL, 0, DATE(2022, 1, 1));
	struct distribution_case one = {.capaian = CAPAIAN_BAIK,
					.predikat = PREDIKAT_BAIK,
					.spread = {{0, 8, 0, 0, 0}},
					.to_rate = 2};
	struct problems broken;

	(void)state;
	problems_init(&broken, mem);
	distribution_check_one(&before, &one, &broken);
	assert_int_equal(broken.count, 0);
	distribution_check_one(&law, &one,
			       &broken); /* 8 of 10 is more than 70 percent for certain */
	assert_int_equal(broken.count, 1);
	problems_init(&broken, mem);
	one.spread.of[PREDIKAT_BAIK] = 7;
	one.to_rate = 3; /* the three to come may still be Butuh Perbaikan */
	distribution_check_one(&law, &one, &broken);
	assert_int_equal(broken.count, 0);
	one.capaian = CAPAIAN_SANGAT_KURANG; /* only three of ten can still be Sangat Kurang */
	distribution_check_one(&law, &one, &broken);
	assert_int_equal(broken.count, 1);
	assert_int_equal(distribution_limit(&law, CAPAIAN_BAIK, PREDIKAT_BAIK, 10).people, 7);
	assert_true(distribution_limit(&law, CAPAIAN_BAIK, PREDIKAT_BAIK, 10).is_most);
	assert_int_equal(distribution_limit(&law, CAPAIAN_KURANG, PREDIKAT_KURANG, 10).people, 6);
	assert_false(distribution_limit(&law, CAPAIAN_KURANG, PREDIKAT_KURANG, 10).is_most);
	assert_int_equal(
		distribution_limit(&law, CAPAIAN_SANGAT_KURANG, PREDIKAT_SANGAT_BAIK, 10).people,
		0);
	assert_int_equal(distribution_limit(&law, CAPAIAN_BAIK, PREDIKAT_KURANG, 10).people, -1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_key_of_a_closed_list_reads_back_and_has_a_label),
		cmocka_unit_test(the_seven_values_have_three_guides_each),
		cmocka_unit_test(amounts_beyond_every_bound_stay_exact),
		cmocka_unit_test(a_reason_is_counted_in_characters_without_blanks_around),
		cmocka_unit_test(a_run_of_absence_jumps_over_weekends_and_holidays),
		cmocka_unit_test(credit_lines_are_rounded_and_then_added),
		cmocka_unit_test(lateness_drops_the_seconds),
		cmocka_unit_test(identifiers_are_shown_as_their_rules_say),
		cmocka_unit_test(working_days_are_counted_from_the_day_after),
		cmocka_unit_test(a_deadline_of_the_year_is_a_day_its_month_has),
		cmocka_unit_test(booked_tickets_come_before_walk_in_and_then_by_check_in),
		cmocka_unit_test(shares_and_matches_are_exact),
		cmocka_unit_test(an_index_without_elements_is_zero),
		cmocka_unit_test(a_small_unit_gets_advice_only),
		cmocka_unit_test(a_week_has_its_lawful_hours),
		cmocka_unit_test(a_value_set_from_a_day_changes_what_follows_only),
		cmocka_unit_test(of_an_agencys_rows_the_newest_that_began_counts),
		cmocka_unit_test(what_a_regulation_replaced_still_holds_before_its_day),
		cmocka_unit_test(one_more_predikat_is_checked_against_those_still_to_come),
		cmocka_unit_test(a_breach_is_told_within_72_hours_weekend_or_not),
	};
	return cmocka_run_group_tests(tests, open_rules, close_arena);
}
