/* SPDX-License-Identifier: Apache-2.0 */
/* What the rulebook leaves to us or what we know only by hearsay is a value with a day: each here
   is asked the day before and the day it begins, and answers with what stood and with what an
   agency set. */
#include "base/arena_test_support.h"
#include "law/calculator.h"
#include "law/golongan.h"
#include "law/queue_order.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static const struct change {
	const char *calculator, *inputs; /* "key=value key=value" */
	const char *key, *value;
	const char *before, *after;
} changes[] = {
	/* 1.7.4: the scale of the year */
	{"tahunan", "bulan=6,6 hasil=3,2 perilaku=2,2", "annual_points_di_atas", "4",
	 "\"s_hasil\":\"2.5000\",\"rating_hasil\":\"di_atas\"",
	 "\"s_hasil\":\"3.0000\",\"rating_hasil\":\"di_atas\""},
	{"tahunan", "bulan=6,6 hasil=3,1 perilaku=2,2", "annual_points_di_bawah", "0",
	 "\"s_hasil\":\"2.0000\",\"rating_hasil\":\"sesuai\"",
	 "\"s_hasil\":\"1.5000\",\"rating_hasil\":\"sesuai\""},
	{"tahunan", "bulan=12 hasil=2 perilaku=3", "annual_points_sesuai", "1",
	 "\"rating_hasil\":\"sesuai\"", "\"rating_hasil\":\"di_bawah\""},
	/* PK-54: what decides between equals */
	{"peringkat", "orang=baik:2.75:2:0,sangat_baik:2.5:3:0", "ranking_1", "2", "[2,1]",
	 "[1,2]"},
	{"peringkat", "orang=baik:2.75:2:0,baik:2.5:3:0", "ranking_2", "3", "[1,2]", "[2,1]"},
	{"peringkat", "orang=baik:2.5:3:0,baik:2.5:2:9", "ranking_3", "4", "[1,2]", "[2,1]"},
	{"peringkat", "orang=baik:2.5:2:1,baik:2.5:2:9", "ranking_4", "0", "[2,1]", "[1,2]"},
	/* AK-05: which day of a month decides whose it is */
	{"masa-jabatan", "mulai=2025-01-10 selesai=2025-04-30", "ak_month_day", "15",
	 "\"bulan_dihitung\":3", "\"bulan_dihitung\":4"},
	/* 3.3: cap, rounding, seconds, flexi-time */
	{"tpp", "tunjangan=1000000 profil=dki_2018 alpa=10", "potongan_most", "4000",
	 "\"persen\":\"50.00\",\"potongan\":500000", "\"persen\":\"40.00\",\"potongan\":400000"},
	{"tpp", "tunjangan=999 profil=kemnaker_2024 alpa=1", "potongan_round", "1",
	 "\"potongan\":8", "\"potongan\":9"},
	{"tpp", "tunjangan=5000000 profil=kemnaker_2024 terlambat_menit=60,61",
	 "tpp_kemnaker_flexi_menit", "60", "\"persen\":\"1.21\"", "\"persen\":\"0.61\""},
	{"tpp-bulanan", "dasar=999 predikat=baik poin=7.25", "tpp_round", "1", "\"tpp\":970",
	 "\"tpp\":971"},
	{"terlambat", "mulai=07:30 tap=07:30:30", "late_seconds_round", "0", "\"menit\":0",
	 "\"menit\":1"},
	/* 8.8 and the conventions: weekend and day 0 */
	{"hari-kerja", "mulai=2026-04-03 hari=1", "calendar_weekend", "64", "2026-04-06",
	 "2026-04-04"},
	{"hari-kerja", "mulai=2026-04-06 hari=1", "calendar_day_zero", "1", "2026-04-07",
	 "2026-04-06"},
	{"hari-kerja", "mulai=2026-04-06 hari=0", "calendar_day_zero", "1", "2026-04-06",
	 "2026-04-06"},
	{"hari-kerja", "mulai=2026-04-04 hari=1", "calendar_day_zero", "1", "2026-04-06",
	 "2026-04-06"},
	{"keberatan", "diterima=2026-04-01 diajukan=2026-04-15", "calendar_day_zero", "1",
	 "\"batas_kalender\":\"2026-04-15\"", "\"batas_kalender\":\"2026-04-14\""},
	{"keberatan", "diterima=2026-04-01 diajukan=2026-04-16", "objection_days_mode", "0",
	 "lewat_14_hari_kalender", "\"batas\":\"2026-04-15\",\"diterima\":false"},
	{"keberatan", "diterima=2026-04-01 diajukan=2026-04-16", "objection_days_mode", "1",
	 "lewat_14_hari_kalender", "\"diterima\":true,\"tanda\":\"tepat_waktu\""},
	{"jam-kerja", "ramadan=0", "calendar_weekend", "4", "\"menit\":450", "\"menit\":0"},
	/* 5: share of a limit, nothing due */
	{"eskalasi", "jenis=tidak_berkadar_pengawasan diterima=2025-03-03 diverifikasi=2025-03-03",
	 "aduan_escalate_round", "1", "\"petugas\":\"2025-03-17\"", "\"petugas\":\"2025-03-18\""},
	{"responsif", "tepat=0 jatuh_tempo=0", "aduan_nothing_due_pct", "0", "100.00", "0.00"},
	/* 6: prefixes, rounding, average */
	{"rata-layanan", "layanan=kk selesai=5,7,9,30,9", "layanan_kk_prefix", "11",
	 "\"awalan\":\"B\",\"menit\":\"9.0\"", "\"awalan\":\"K\",\"menit\":\"9.0\""},
	{"rata-layanan", "layanan=kk selesai=5,7,9,30,9", "queue_average_median", "0",
	 "\"menit\":\"9.0\"", "\"menit\":\"12.0\""},
	{"estimasi", "di_depan=1 rata_menit=12.5 loket=3", "queue_estimate_round", "2",
	 "\"menit\":5", "\"menit\":4"},
	{"kuota", "loket=1 menit=20", "queue_slot_round", "1", "\"kuota\":1,\"daring\":0",
	 "\"kuota\":2,\"daring\":1"},
	{"kuota", "loket=1 menit=20", "queue_online_round", "1", "\"kuota\":1,\"daring\":0",
	 "\"kuota\":1,\"daring\":1"},
	/* 8: numbers, ranks, retirement */
	{"nik", "nomor=3171014107270003 hari_ini=2026-11-24", "nik_century_ahead", "1",
	 "1927-07-01", "2027-07-01"},
	{"nik", "nomor=3171014107850003 hari_ini=2026-11-24", "nik_first_serial", "4",
	 "\"sah\":true", "\"sah\":false"},
	{"golongan", "golongan=XVII", "pppk_golongan_most", "16", "\"pangkat\":\"\"", NULL},
	{"golongan", "golongan=XXI", "pppk_golongan_most", "21", NULL, "\"pangkat\":\"\""},
	{"pensiun", "lahir=1968-05-20 jabatan=pelaksana hari_ini=2026-11-24", "pensiun_pelaksana",
	 "60", "\"usia\":58,\"tercapai\":\"2026-05-20\",\"sudah\":true",
	 "\"usia\":60,\"tercapai\":\"2028-05-20\",\"sudah\":false"},
};

#define CHANGE_COUNT (int)(sizeof changes / sizeof changes[0])
#define INPUTS_MAX 8

/* The answer on that day where an agency set the value from 1 April 2026; STR_NONE when it was
   refused. */
static struct str answer_on(const struct change *change, const char *day)
{
	const struct law_row row = {str_from(change->key), DATE(2026, 4, 1),
				    str_from(change->value)};
	struct calculator_input inputs[INPUTS_MAX];
	struct calculator_question question = {
		.inputs = inputs, .today = DATE(2026, 11, 24), .rows = {&row, 1}};
	struct str rest = str_from(change->inputs);
	struct problems faults;
	struct buf json;

	while (rest.len) {
		struct str value, input = str_cut(rest, ' ', &rest);
		struct str key = str_cut(input, '=', &value);
		inputs[question.count++] = (struct calculator_input){key, value};
	}
	inputs[question.count++] = (struct calculator_input){STR("tanggal"), str_from(day)};
	problems_init(&faults, mem);
	buf_init(&json, mem);
	if (calculator_run(calculator_find(str_from(change->calculator)), &question, &json,
			   &faults))
		return STR_NONE;
	return buf_str(&json);
}

static void expect(const struct change *change, const char *day, const char *wanted)
{
	struct str answer = answer_on(change, day);

	if (wanted ? !str_has(answer, wanted) : answer.len > 0)
		fail_msg("%s with %s = %s on %s: %.*s, wanted %s", change->calculator, change->key,
			 change->value, day, STR_ARG(answer), wanted ? wanted : "a refusal");
}

static void a_value_answers_from_its_day_and_not_before(void **state)
{
	(void)state;
	for (int i = 0; i < CHANGE_COUNT; i++) {
		expect(&changes[i], "2026-03-31", changes[i].before);
		expect(&changes[i], "2026-04-01", changes[i].after);
	}
}

static void a_rank_is_called_what_it_was_called_that_day(void **state)
{
	static const struct golongan_row rows[] = {
		{STR("I/a"), STR("Juru Muda"), {1, 1, 1}},
		{STR("I/a"), STR("Juru Pratama"), {2026, 4, 1}},
		{STR("I/a"), STR(""), {2027, 4, 1}},
		{STR("I/b"), STR("Juru Muda Tingkat I"), {1, 1, 1}},
	};

	(void)state;
	assert_text(golongan_read(rows, 4, STR("I/a"), DATE(2026, 3, 31)), "Juru Muda");
	assert_text(golongan_read(rows, 4, STR("I/a"), DATE(2026, 4, 1)), "Juru Pratama");
	assert_text(golongan_read(rows, 4, STR("I/a"), DATE(2027, 4, 1)), "");
	assert_text(golongan_read(rows, 4, STR("I/b"), DATE(2027, 4, 1)), "Juru Muda Tingkat I");
	assert_text(golongan_read(rows, 4, STR("I/c"), DATE(2027, 4, 1)), "");
}

static void whether_booked_tickets_come_first_is_a_value(void **state)
{
	static const struct law_row rows[] = {{STR("queue_booked_first"), {2026, 4, 1}, STR("0")}};
	static const struct waiting list[] = {{.checkin_at = 1},
					      {.is_booked = true, .checkin_at = 2}};
	struct law_values law;

	(void)state;
	law_values_on(DATE(2026, 3, 31), &(struct law_rows){rows, 1}, &law);
	assert_int_equal(queue_next(&law, list, 2, 0), 1);
	law_values_on(DATE(2026, 4, 1), &(struct law_rows){rows, 1}, &law);
	assert_int_equal(queue_next(&law, list, 2, 0), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_value_answers_from_its_day_and_not_before),
		cmocka_unit_test(a_rank_is_called_what_it_was_called_that_day),
		cmocka_unit_test(whether_booked_tickets_come_first_is_a_value),
	};
	return cmocka_run_group_tests(tests, open_arena, close_arena);
}
