/* SPDX-License-Identifier: Apache-2.0 */
/* Sending, correcting and taking back reports. */
#include "report/report_file.h"
#include "report/town_test_support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void a_report_is_kept_with_its_receipt_and_counts(void **state)
{
	struct town *town = *state;

	assert_int_equal(town_run(town, town_send), ERR_OK);
	struct str nomor = town->laporan.nomor;
	assert_true(str_starts(nomor, "LAP-20261124-"));
	assert_int_equal(town->laporan.hash.len, 64);
	assert_int_equal(store_test_count(town->store, &town->instansi,
					  "SELECT COUNT(*) FROM laporan WHERE instansi_id = $1"),
			 1);
	assert_int_equal(store_test_count(town->store, &town->instansi,
					  "SELECT jumlah FROM capaian_rhk WHERE instansi_id = $1"),
			 900);
}

/* The town reports on 24 November 2026. */
static void how_late_a_report_may_be_is_the_agencys_to_set(void **state)
{
	struct town *town = *state;

	town->laporan.tanggal = DATE(2026, 11, 17);
	assert_int_equal(town_run(town, town_send), ERR_OK);
	store_test_sql(town->store, &town->instansi,
		       "INSERT INTO setelan (instansi_id, kunci, berlaku_mulai, nilai) VALUES "
		       "($1, 'report_late_days', '2026-11-01', '3')");
	town->laporan.tanggal = DATE(2026, 11, 20);
	assert_int_equal(town_run(town, town_send), ERR_INVALID);
	assert_true(problems_has_rule(&town->faults, "report.tanggal_old"));
	town->laporan.tanggal = DATE(2026, 11, 21);
	assert_int_equal(town_run(town, town_send), ERR_OK);
}

/* The town's target is one akta a year. */
static void an_amount_that_cannot_be_is_refused_and_an_unlikely_one_asked_about(void **state)
{
	struct town *town = *state;

	town->laporan.jumlah = 950;
	assert_int_equal(town_run(town, town_send), ERR_INVALID);
	assert_true(problem_is(&town->faults, STR("jumlah"), "figure.impossible"));
	town->laporan.jumlah = -500;
	assert_int_equal(town_run(town, town_send), ERR_INVALID);
	town->laporan.jumlah = 1000; /* ten times the target */
	assert_int_equal(town_run(town, town_send), ERR_OK);
	town->laporan.jumlah = 1100;
	assert_int_equal(town_run(town, town_send), ERR_INVALID);
	assert_true(problem_is(&town->faults, STR("jumlah"), PROBLEM_UNSURE));
	assert_true(
		str_equal(problem_for(&town->faults, STR("jumlah")),
			  STR("Anda menulis 11 akta; targetnya 1 akta. Benar? Bila benar, kirim "
			      "sekali lagi tanpa mengubahnya.")));
	town->laporan.yakin = STR("12");
	assert_int_equal(town_run(town, town_send), ERR_INVALID);
	town->laporan.yakin = STR("11");
	assert_int_equal(town_run(town, town_send), ERR_OK);
	assert_int_equal(store_test_count(town->store, &town->instansi,
					  "SELECT COUNT(*) FROM laporan WHERE instansi_id = $1"),
			 2);
}

/* Three reports of ten are what is usual. */
static void an_amount_is_held_against_what_was_reported_so_far(void **state)
{
	struct town *town = *state;

	store_test_sql(town->store, &town->instansi,
		       "UPDATE iki SET target = 1000000 WHERE instansi_id = $1");
	for (int i = 0; i < 3; i++) {
		town->laporan.jumlah = 1000;
		assert_int_equal(town_run(town, town_send), ERR_OK);
	}
	town->laporan.jumlah = 10100;
	assert_int_equal(town_run(town, town_send), ERR_INVALID);
	assert_true(problem_is(&town->faults, STR("jumlah"), PROBLEM_UNSURE));
	town->laporan.jumlah = 10000;
	assert_int_equal(town_run(town, town_send), ERR_OK);
}

/* Work beside the plan is told in hours of the day. */
static void a_day_has_no_more_hours_than_there_are(void **state)
{
	struct town *town = *state;

	town->laporan.rhk_id = (struct id){{0}};
	town->laporan.jumlah = 2401;
	assert_int_equal(town_run(town, town_send), ERR_INVALID);
	assert_true(problem_is(&town->faults, STR("jumlah"), PROBLEM_UNSURE));
	town->laporan.jumlah = 2400;
	assert_int_equal(town_run(town, town_send), ERR_OK);
}

static void a_report_with_faults_lists_all_and_keeps_nothing(void **state)
{
	struct town *town = *state;

	town->laporan.uraian = STR(" ");
	town->laporan.tanggal = DATE(2026, 11, 1);
	assert_int_equal(town_run(town, town_send), ERR_INVALID);
	assert_true(problems_has_rule(&town->faults, "form.missing"));
	assert_true(problems_has_rule(&town->faults, "report.tanggal_old"));
	assert_int_equal(store_test_count(town->store, &town->instansi,
					  "SELECT COUNT(*) FROM laporan WHERE instansi_id = $1"),
			 0);
}

/* The pool hands on one more than a report may have, without its content. */
static void a_report_has_ten_pieces_of_evidence_and_no_more(void **state)
{
	struct town *town = *state;
	struct bukti bukti[LAPORAN_BUKTI_MAX + 1];

	for (int i = 0; i <= LAPORAN_BUKTI_MAX; i++)
		bukti[i] = (struct bukti){.bukti_id = id_make(),
					  .jenis = STR("tautan"),
					  .nama = STR("Tautan"),
					  .tautan = STR("https://contoh.go.id/bukti")};
	town->laporan.bukti = bukti;
	town->laporan.bukti_count = LAPORAN_BUKTI_MAX + 1;
	assert_int_equal(town_run(town, town_send), ERR_INVALID);
	assert_true(problem_is(&town->faults, STR("berkas"), "report.bukti_many"));
	bukti[LAPORAN_BUKTI_MAX].jenis = STR("foto");
	assert_int_equal(town_run(town, town_send), ERR_INVALID);
	assert_true(problem_is(&town->faults, STR("foto"), "report.bukti_many"));
	town->laporan.bukti_count = LAPORAN_BUKTI_MAX;
	assert_int_equal(town_run(town, town_send), ERR_OK);
}

static enum err list_span(struct db *db, void *arg)
{
	struct town *town = arg;
	struct job job = town_job(town, db);
	struct date span[2] = {town->laporan.tanggal, town->today};
	struct laporan *rows;
	int count;

	return report_page_list(&job, &town->actor.pegawai_id, span, NULL, &rows, &count);
}

static void a_list_spans_a_leap_year_and_no_more(void **state)
{
	struct town *town = *state;

	town->laporan.tanggal = date_add_days(town->today, 1 - LAPORAN_SPAN_MAX);
	assert_int_equal(town_run(town, list_span), ERR_OK);
	town->laporan.tanggal = date_add_days(town->today, -LAPORAN_SPAN_MAX);
	assert_int_equal(town_run(town, list_span), ERR_INVALID);
	assert_true(problem_is(&town->faults, STR("dari"), "report.span"));
	town->laporan.tanggal = date_add_days(town->today, 1); /* turned round */
	assert_int_equal(town_run(town, list_span), ERR_INVALID);
}

/* {2}: an id beside that of the agency, as the engine writes ids. */
static void sql(struct town *town, const char *text)
{
	bool is_lite = strcmp(store_engine(town->store), "sqlite") == 0;
	struct buf out;

	buf_init(&out, town->mem);
	for (; *text; text++) {
		if (strncmp(text, "{2}", 3) != 0) {
			buf_add_char(&out, *text);
			continue;
		}
		buf_add_cstr(&out, is_lite ? "X'00000000000070008000000000000002'"
					   : "'00000000-0000-7000-8000-000000000002'");
		text += 2;
	}
	(void)store_test_sql(town->store, &town->instansi, str_cstr(town->mem, buf_str(&out)));
}

static const struct id SECOND = {.bytes = {[6] = 0x70, [8] = 0x80, [15] = 2}};

/* Moved on 21 November: the plan of before ended the day before, and another one begins. */
static void move(struct town *town)
{
	sql(town,
	    "UPDATE skp SET state = 'ditutup', selesai = '2026-11-20' WHERE instansi_id = $1");
	sql(town,
	    "INSERT INTO skp (instansi_id, skp_id, pegawai_id, tahun, jabatan_id, unit_id, mulai, selesai, "
	    "pendekatan, bentuk, state) VALUES ($1, {2}, $1, 2026, $1, $1, '2026-11-21', '2026-12-31', "
	    "'kuantitatif', 'ja_jf', 'ditetapkan')");
	sql(town,
	    "INSERT INTO rhk (instansi_id, rhk_id, skp_id, urut, jenis, kelas, uraian) VALUES ($1, {2}, {2}, 1, "
	    "'utama', 'individu', 'Surat terbit')");
	sql(town,
	    "INSERT INTO iki (instansi_id, iki_id, rhk_id, urut, aspek, uraian, target, satuan, arah) "
	    "VALUES ($1, {2}, {2}, 1, 'kuantitas', 'Jumlah surat', 100, 'surat', 'higher_better')");
}

struct asked {
	struct town *town;
	struct date day;
	struct laporan_pilihan_hari found;
};

static enum err choices_work(struct db *db, void *arg)
{
	struct asked *asked = arg;
	struct job job = town_job(asked->town, db);

	return report_choices(&job, asked->day, &asked->found);
}

static struct laporan_pilihan_hari choices(struct town *town, struct date day)
{
	struct asked asked = {.town = town, .day = day};

	assert_int_equal(store_read(town->store, &town->instansi, choices_work, &asked), ERR_OK);
	return asked.found;
}

/* PK-32: each day has the plan that was in force on it. */
static void after_a_move_a_day_before_it_has_the_results_of_then(void **state)
{
	struct town *town = *state;

	assert_true(date_is_none(choices(town, DATE(2026, 11, 24)).lain));
	move(town);
	struct laporan_pilihan_hari now = choices(town, DATE(2026, 11, 24)),
				    then = choices(town, DATE(2026, 11, 20));
	assert_int_equal(now.count, 1);
	assert_true(str_is(now.at[0].uraian, "Surat terbit"));
	assert_int_equal(date_compare(now.lain, DATE(2026, 11, 20)), 0);
	assert_int_equal(then.count, 1);
	assert_true(str_is(then.at[0].uraian, "Akta selesai"));
	assert_int_equal(date_compare(then.lain, DATE(2026, 11, 24)), 0);

	sql(town,
	    "UPDATE skp SET selesai = '2026-11-16' WHERE instansi_id = $1 AND state = 'ditutup'");
	assert_true(date_is_none(choices(town, DATE(2026, 11, 24)).lain)); /* out of reach */
}

static void a_late_report_counts_for_the_plan_of_its_day_and_no_other(void **state)
{
	static const char LATE[] =
		"SELECT COUNT(*) FROM peristiwa WHERE instansi_id = $1 AND jenis = 'laporan.menyusul'";
	struct town *town = *state;

	move(town);
	assert_int_equal(town_run(town, town_send), ERR_INVALID); /* the old result today */
	assert_true(problems_has_rule(&town->faults, "report.rhk_foreign"));
	town->laporan.tanggal = DATE(2026, 11, 20);
	town->laporan.rhk_id = SECOND;
	assert_int_equal(town_run(town, town_send), ERR_INVALID); /* the new one before it was */
	town->laporan.rhk_id = town->instansi;
	assert_int_equal(town_run(town, town_send), ERR_OK);
	assert_int_equal(store_test_count(town->store, &town->instansi, LATE), 1);
	assert_int_equal(store_test_count(town->store, &town->instansi,
					  "SELECT jumlah FROM capaian_rhk WHERE instansi_id = $1 "
					  "AND iki_id = $1 AND bulan = 11"),
			 900);
	town->laporan.tanggal = DATE(2026, 11, 24);
	town->laporan.rhk_id = SECOND;
	assert_int_equal(town_run(town, town_send), ERR_OK);
	assert_int_equal(store_test_count(town->store, &town->instansi, LATE), 1);
}

static void a_closed_period_takes_no_late_report_either(void **state)
{
	struct town *town = *state;

	move(town);
	sql(town,
	    "INSERT INTO tahun_kinerja (instansi_id, tahun, pendekatan, periode_jenis, skp_batas, evaluasi_batas) "
	    "VALUES ($1, 2026, 'kuantitatif', 'bulan', '2026-01-31', '2027-01-31')");
	sql(town,
	    "INSERT INTO periode (instansi_id, tahun, nomor, nama, mulai, selesai, status) VALUES ($1, 2026, 11, "
	    "'November', '2026-11-01', '2026-11-30', 'ditutup')");
	town->laporan.tanggal = DATE(2026, 11, 20);
	assert_int_equal(town_run(town, town_send), ERR_INVALID);
	assert_true(problems_has_rule(&town->faults, "report.periode_closed"));
}

static int64_t captured(struct town *town, int64_t told)
{
	town->laporan.captured_at = told;
	town->laporan.tanggal = DATE(2026, 11, 20);
	assert_int_equal(town_run(town, town_send), ERR_OK);
	return town->laporan.captured_at;
}

static void the_time_a_device_tells_lies_between_the_day_of_the_work_and_now(void **state)
{
	struct town *town = *state;
	int64_t first = time_of_date(DATE(2026, 11, 20), 0, ZONA_WIT), second = 1000000;

	assert_true(captured(town, first) == first);
	assert_false(town->laporan.is_clock_off);
	assert_true(captured(town, TOWN_NOW) == TOWN_NOW);
	assert_true(captured(town, first - second) == TOWN_NOW);
	assert_true(town->laporan.is_clock_off);
	assert_true(captured(town, TOWN_NOW + second) == TOWN_NOW);
	assert_true(town->laporan.is_clock_off);
	assert_true(captured(town, time_of_date(DATE(1999, 1, 1), 0, ZONA_WIT)) == TOWN_NOW);
	assert_true(captured(town, 0) == TOWN_NOW);
	assert_false(town->laporan.is_clock_off);
}

static void evidence_is_known_by_its_first_bytes(void **state)
{
	(void)state;
	assert_true(str_is(bukti_sniff(STR("\xff\xd8\xff\xe0")), "image/jpeg"));
	assert_true(str_is(bukti_sniff(STR("%PDF-1.7")), "application/pdf"));
	assert_true(str_is(bukti_sniff(STR("RIFF0000WEBP")), "image/webp"));
	assert_int_equal(bukti_sniff(STR("<svg xmlns=\"http://www.w3.org/2000/svg\"/>")).len, 0);
	assert_int_equal(bukti_sniff(STR("<!doctype html><script>")).len, 0);
	assert_int_equal(bukti_sniff(STR_NONE).len, 0);
}

#define T(name) cmocka_unit_test_setup_teardown(name, town_open, town_close)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(a_report_is_kept_with_its_receipt_and_counts),
		T(a_report_with_faults_lists_all_and_keeps_nothing),
		T(a_report_has_ten_pieces_of_evidence_and_no_more),
		T(a_list_spans_a_leap_year_and_no_more),
		T(an_amount_that_cannot_be_is_refused_and_an_unlikely_one_asked_about),
		T(an_amount_is_held_against_what_was_reported_so_far),
		T(a_day_has_no_more_hours_than_there_are),
		T(how_late_a_report_may_be_is_the_agencys_to_set),
		T(the_time_a_device_tells_lies_between_the_day_of_the_work_and_now),
		T(after_a_move_a_day_before_it_has_the_results_of_then),
		T(a_late_report_counts_for_the_plan_of_its_day_and_no_other),
		T(a_closed_period_takes_no_late_report_either),
		cmocka_unit_test(evidence_is_known_by_its_first_bytes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
