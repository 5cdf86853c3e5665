/* SPDX-License-Identifier: Apache-2.0 */
/* A report that somebody at the database changed, made or took away is named. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "audit/compare_test_support.h"
#include "report/report_check.h"
#include "report/town_test_support.h"

static struct compare_seen look(struct town *town)
{
	return compare_look(town->store, &town->instansi, report_check);
}

static void what_was_sent_replaced_and_taken_back_is_as_told(void **state)
{
	struct town *town = *state;
	struct compare_seen seen;

	town_arrive(town, "a");
	assert_int_equal(town_run(town, town_send), ERR_OK);
	seen = look(town);
	assert_string_equal(seen.said, "");
	assert_int_equal(seen.equal, 1);
	town->ganti = (struct laporan_ganti){.laporan_id = town->laporan.laporan_id};
	town->laporan.bukti_count = 0;
	town->laporan.jumlah = 1000;
	assert_int_equal(town_run(town, town_replace), ERR_OK);
	assert_string_equal(look(town).said, ""); /* the old one is gone by a deed */
	(void)store_test_sql(town->store, &town->instansi,
			     "UPDATE laporan SET read_at = 1, version = version + 1 WHERE "
			     "instansi_id = $1");
	assert_int_equal(look(town).equal, 1);
	(void)store_test_sql(town->store, &town->instansi,
			     "UPDATE laporan SET read_at = NULL WHERE instansi_id = $1");
	assert_int_equal(town_run(town, town_undo), ERR_OK);
	seen = look(town);
	assert_string_equal(seen.said, "");
	assert_int_equal(seen.equal, 0);
}

static const struct {
	const char *sql, *said;
} TAMPERINGS[] = {
	{"UPDATE laporan SET jumlah = jumlah + 1 WHERE instansi_id = $1",
	 "laporan: isinya bukan yang dikirim"},
	{"UPDATE laporan SET uraian = 'Akta lain' WHERE instansi_id = $1",
	 "laporan: isinya bukan yang dikirim"},
	{"UPDATE laporan SET tanggal = '2026-11-23' WHERE instansi_id = $1",
	 "laporan: isinya bukan yang dikirim"},
	{"UPDATE bukti SET sha256 = 'x' WHERE instansi_id = $1",
	 "laporan: isinya bukan yang dikirim"},
	{"DELETE FROM bukti WHERE instansi_id = $1", "laporan: isinya bukan yang dikirim"},
	{"INSERT INTO laporan (instansi_id, laporan_id, pegawai_id, tanggal, uraian, satuan, "
	 "captured_at, created_at, nomor, hash) VALUES ($1, $1, $1, '2026-11-24', 'x', 'jam', 1, "
	 "1, 'L-1', 'h')",
	 "laporan: tidak ada pengirimannya di jejak audit"},
};

static void a_changed_row_is_named(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(TAMPERINGS) / sizeof(TAMPERINGS[0]); i++) {
		void *opened;
		assert_int_equal(town_open(&opened), 0);
		struct town *town = opened;
		town_arrive(town, "a");
		assert_int_equal(town_run(town, town_send), ERR_OK);
		compare_tamper(town->store, &town->instansi, report_check, TAMPERINGS[i].sql,
			       TAMPERINGS[i].said);
		assert_int_equal(town_close(&opened), 0);
	}
}

static void a_report_that_is_gone_is_named(void **state)
{
	struct town *town = *state;

	assert_int_equal(town_run(town, town_send), ERR_OK);
	compare_tamper(town->store, &town->instansi, report_check,
		       "DELETE FROM laporan WHERE instansi_id = $1",
		       "laporan: hilang dari basis data");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(what_was_sent_replaced_and_taken_back_is_as_told,
						town_open, town_close),
		cmocka_unit_test(a_changed_row_is_named),
		cmocka_unit_test_setup_teardown(a_report_that_is_gone_is_named, town_open,
						town_close),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
