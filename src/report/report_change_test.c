/* SPDX-License-Identifier: Apache-2.0 */
/* Taking a report back and putting a corrected one in its place. */
#include "report/report_file.h"
#include "report/report_sweep.h"
#include "report/town_test_support.h"

#include "base/sys.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <unistd.h>

#include <cmocka.h>

#define A_MINUTE (INT64_C(60) * 1000000)

static int64_t count(struct town *town, const char *sql)
{
	return store_test_count(town->store, &town->instansi, sql);
}

static int64_t reports(struct town *town)
{
	return count(town, "SELECT COUNT(*) FROM laporan WHERE instansi_id = $1");
}

static int64_t counted(struct town *town)
{
	return count(town, "SELECT SUM(jumlah) FROM capaian_rhk WHERE instansi_id = $1");
}

/* The report just sent is to be corrected; none of its evidence goes along yet. */
static void correct(struct town *town)
{
	town->ganti = (struct laporan_ganti){.laporan_id = town->laporan.laporan_id};
	town->laporan.bukti_count = 0;
	town->laporan.jumlah = 1000;
}

static void an_unread_report_can_be_taken_back(void **state)
{
	struct town *town = *state;

	assert_int_equal(town_run(town, town_send), ERR_OK);
	town->today = DATE(2026, 12, 20);
	assert_int_equal(town_run(town, town_undo), ERR_OK);
	assert_int_equal(reports(town), 0);
	assert_int_equal(counted(town), 0);
	assert_int_equal(count(town, "SELECT COUNT(*) FROM audit WHERE instansi_id = $1"), 2);
	assert_int_equal(town_run(town, town_undo), ERR_NOT_FOUND);
}

static void what_was_read_stays_as_it_was(void **state)
{
	struct town *town = *state;

	assert_int_equal(town_run(town, town_send), ERR_OK);
	(void)store_test_sql(town->store, &town->instansi,
			     "UPDATE laporan SET read_at = 1 WHERE instansi_id = $1");
	assert_int_equal(town_run(town, town_undo), ERR_INVALID);
	assert_true(str_has(problem_for(&town->faults, STR("lapor")), "sudah dibaca"));
	correct(town);
	assert_int_equal(town_run(town, town_replace), ERR_INVALID);
	assert_true(problems_has_rule(&town->faults, "report.undo_late"));
	assert_int_equal(reports(town), 1);
	assert_int_equal(counted(town), 900);
}

static void a_report_of_a_closed_period_is_not_taken_back(void **state)
{
	struct town *town = *state;

	assert_int_equal(town_run(town, town_send), ERR_OK);
	(void)store_test_sql(town->store, &town->instansi,
			     "INSERT INTO tahun_kinerja (instansi_id, tahun, pendekatan, "
			     "periode_jenis, skp_batas, evaluasi_batas) VALUES ($1, 2026, "
			     "'kuantitatif', 'bulan', '2026-01-31', '2027-01-31')");
	(void)store_test_sql(town->store, &town->instansi,
			     "INSERT INTO periode (instansi_id, tahun, nomor, nama, mulai, "
			     "selesai, status) VALUES ($1, 2026, 11, 'November', '2026-11-01', "
			     "'2026-11-30', 'ditutup')");
	assert_int_equal(town_run(town, town_undo), ERR_INVALID);
	assert_true(problems_has_rule(&town->faults, "report.undo_late"));
	assert_true(str_has(problem_for(&town->faults, STR("lapor")), "November sudah ditutup"));
	(void)store_test_sql(town->store, &town->instansi,
			     "UPDATE periode SET status = 'pengisian' WHERE instansi_id = $1");
	assert_int_equal(town_run(town, town_undo), ERR_OK);
}

/* What the receipt of a report says. */
struct left {
	struct town *town;
	struct id laporan_id;
	struct laporan *laporan;
};

static enum err ask_left(struct db *db, void *arg)
{
	struct left *left = arg;
	struct job job = town_job(left->town, db);

	return report_receipt(&job, &left->laporan_id, &left->laporan);
}

static void a_corrected_report_takes_the_place_of_the_old_one(void **state)
{
	struct town *town = *state;

	assert_int_equal(town_run(town, town_send), ERR_OK);
	struct laporan old = town->laporan;
	correct(town);
	assert_int_equal(town_run(town, town_replace), ERR_OK);
	assert_false(id_equal(&town->laporan.laporan_id, &old.laporan_id));
	assert_false(str_equal(town->laporan.nomor, old.nomor));
	assert_int_equal(reports(town), 1);
	assert_int_equal(counted(town), 1000);
	assert_int_equal(count(town, "SELECT COUNT(*) FROM audit WHERE instansi_id = $1 AND "
				     "perbuatan = 'report.replace'"),
			 1);
	assert_int_equal(town_run(town, town_replace), ERR_INVALID); /* from another window */
	assert_true(problems_has_rule(&town->faults, "report.ganti_gone"));
	assert_int_equal(reports(town), 1);
}

static struct laporan *left_of(struct town *town, const struct id *laporan_id)
{
	struct left left = {.town = town, .laporan_id = *laporan_id};

	assert_int_equal(store_write(town->store, &town->instansi, ask_left, &left), ERR_OK);
	return left.laporan;
}

/* Step by step: each names the one that took its place, the last that it was taken back. */
static void an_old_receipt_says_what_took_its_place(void **state)
{
	struct town *town = *state;
	struct laporan sent[3];

	assert_int_equal(town_run(town, town_send), ERR_OK);
	sent[0] = town->laporan;
	assert_true(left_of(town, &sent[0].laporan_id)->ditarik_at == 0);
	for (int i = 1; i < 3; i++) {
		correct(town);
		town->laporan.jumlah -= INT64_C(100) * i;
		assert_int_equal(town_run(town, town_replace), ERR_OK);
		sent[i] = town->laporan;
	}
	assert_int_equal(town_run(town, town_undo), ERR_OK);
	for (int i = 0; i < 3; i++) {
		struct laporan *old = left_of(town, &sent[i].laporan_id);
		struct str next = i < 2 ? sent[i + 1].nomor : STR_NONE;
		assert_true(old->ditarik_at > 0 && old->uraian.len == 0);
		assert_true(str_equal(old->nomor, sent[i].nomor));
		assert_true(str_equal(old->hash, sent[i].hash));
		assert_true(str_equal(old->pengganti_nomor, next));
	}
}

static void who_may_not_read_a_report_reads_no_receipt_of_it(void **state)
{
	struct town *town = *state;
	struct left left = {.town = town};

	assert_int_equal(town_run(town, town_send), ERR_OK);
	left.laporan_id = town->laporan.laporan_id;
	assert_int_equal(town_run(town, town_undo), ERR_OK);
	town->actor.pegawai_id = id_make();
	assert_int_equal(store_write(town->store, &town->instansi, ask_left, &left), ERR_FORBIDDEN);
}

/* Late, when no new report may be sent for that day any more; the hour of the first words stays. */
static void a_correction_may_leave_its_day_and_hour(void **state)
{
	struct town *town = *state;
	int64_t written = TOWN_NOW - A_MINUTE;

	town->laporan.captured_at = written;
	assert_int_equal(town_run(town, town_send), ERR_OK);
	correct(town);
	town->today = DATE(2026, 12, 20);
	town->laporan.tanggal = DATE(2026, 11, 23);
	assert_int_equal(town_run(town, town_replace), ERR_INVALID);
	assert_true(problems_has_rule(&town->faults, "report.tanggal_old"));
	town->laporan.tanggal = DATE(2026, 11, 24);
	assert_int_equal(town_run(town, town_replace), ERR_OK);
	assert_true(town->laporan.captured_at == written);
	correct(town);
	town->laporan.tanggal = town->today;
	assert_int_equal(town_run(town, town_replace), ERR_OK);
	assert_true(town->laporan.captured_at > written);
	assert_false(town->laporan.is_clock_off);
	assert_int_equal(counted(town), 1000);
}

static void a_correction_with_faults_leaves_the_old_one(void **state)
{
	struct town *town = *state;

	assert_int_equal(town_run(town, town_send), ERR_OK);
	correct(town);
	town->laporan.uraian = STR(" ");
	assert_int_equal(town_run(town, town_replace), ERR_INVALID);
	assert_true(problems_has_rule(&town->faults, "form.missing"));
	assert_int_equal(counted(town), 900);
	town->laporan.laporan_id = town->ganti.laporan_id;
	assert_int_equal(town_run(town, town_undo), ERR_OK);
}

static void nobody_corrects_the_report_of_somebody_else(void **state)
{
	struct town *town = *state;

	assert_int_equal(town_run(town, town_send), ERR_OK);
	correct(town);
	town->actor.pegawai_id = id_make();
	town->laporan.rhk_id = (struct id){{0}};
	assert_int_equal(town_run(town, town_replace), ERR_INVALID);
	assert_true(problems_has_rule(&town->faults, "report.ganti_gone"));
	assert_int_equal(counted(town), 900);
}

static bool is_there(struct town *town, struct str sha256)
{
	struct str place = bukti_path(town->mem, town->dir, &town->instansi, sha256);

	report_sweep_doubtful(town->store, town->dir, clock_files() + A_MINUTE);
	return access(str_cstr(town->mem, place), R_OK) == 0;
}

static void evidence_goes_along_when_it_is_kept_and_goes_when_not(void **state)
{
	struct town *town = *state;
	struct id kept;

	town_arrive(town, "a");
	assert_int_equal(town_run(town, town_send), ERR_OK);
	correct(town);
	kept = town->bukti.bukti_id;
	town->ganti.bukti = &kept;
	town->ganti.bukti_count = 1;
	assert_int_equal(town_run(town, town_replace), ERR_OK);
	assert_int_equal(town->laporan.bukti_count, 1);
	assert_true(is_there(town, town->bukti.sha256));
	assert_int_equal(count(town, "SELECT bukti_banyak FROM capaian_rhk WHERE instansi_id = $1"),
			 1);
	correct(town);
	assert_int_equal(town_run(town, town_replace), ERR_OK);
	assert_int_equal(town->laporan.bukti_count, 0);
	assert_false(is_there(town, town->bukti.sha256));
	assert_int_equal(count(town, "SELECT bukti_banyak FROM capaian_rhk WHERE instansi_id = $1"),
			 0);
}

static enum err seal_again(struct db *db, void *arg)
{
	struct town *town = arg;
	struct job job = town_job(town, db);
	struct laporan *stored;
	enum err err = report_load(&job, &town->laporan.laporan_id, &stored);

	if (err)
		return err;
	struct str hash = stored->hash;
	report_seal(town->mem, town->today, stored);
	return str_equal(stored->hash, hash) ? ERR_OK : ERR_CONFLICT;
}

static struct bukti link_to(const char *address)
{
	return (struct bukti){.bukti_id = id_make(),
			      .jenis = STR("tautan"),
			      .nama = STR("Tautan"),
			      .tautan = str_from(address)};
}

/* Several kept ones and a new one that came before they got their new ids. */
static void the_seal_holds_for_what_is_stored(void **state)
{
	struct town *town = *state;
	struct bukti links[] = {link_to("https://a.id"), link_to("https://b.id"),
				link_to("https://c.id")};
	struct id kept[] = {links[0].bukti_id, links[1].bukti_id, links[2].bukti_id};
	struct bukti fresh = link_to("https://d.id");

	town->laporan.bukti = links;
	town->laporan.bukti_count = 3;
	assert_int_equal(town_run(town, town_send), ERR_OK);
	assert_int_equal(town_run(town, seal_again), ERR_OK);
	correct(town);
	town->ganti.bukti = kept;
	town->ganti.bukti_count = 3;
	town->laporan.bukti = &fresh;
	town->laporan.bukti_count = 1;
	assert_int_equal(town_run(town, town_replace), ERR_OK);
	assert_int_equal(town->laporan.bukti_count, 4);
	assert_int_equal(town_run(town, seal_again), ERR_OK);
}

#define T(name) cmocka_unit_test_setup_teardown(name, town_open, town_close)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(an_unread_report_can_be_taken_back),
		T(what_was_read_stays_as_it_was),
		T(a_report_of_a_closed_period_is_not_taken_back),
		T(a_corrected_report_takes_the_place_of_the_old_one),
		T(an_old_receipt_says_what_took_its_place),
		T(who_may_not_read_a_report_reads_no_receipt_of_it),
		T(a_correction_may_leave_its_day_and_hour),
		T(a_correction_with_faults_leaves_the_old_one),
		T(nobody_corrects_the_report_of_somebody_else),
		T(the_seal_holds_for_what_is_stored),
		T(evidence_goes_along_when_it_is_kept_and_goes_when_not),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
