/* SPDX-License-Identifier: Apache-2.0 */
/* Contracts of PPPK in a list of people (rulebook 8.6). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "db/store_test_support.h"
#include "import/import_test_support.h"

#define HEAD(jenis, mulai, selesai)                                                                \
	"nip;nama;jenis;golongan;kode_jabatan;nip_penilai;tmt;" mulai ";" selesai "\n"             \
	"199001012021211001;Dedi Paruh;" jenis ";IX;J3;198001012005011002;2026-01-05;"
#define ROW(days) HEAD("pppk_paruh_waktu", "kontrak_mulai", "kontrak_selesai") days "\n"
#define STORED(days)                                                                               \
	"SELECT count(*) FROM pegawai WHERE instansi_id = $1 AND jenis = 'pppk_paruh_waktu' "      \
	"AND kontrak_mulai || ' ' || kontrak_selesai = '" days "'"

static void a_contract_comes_in_under_several_headings_and_spellings(void **state)
{
	static const char *const files[] = {
		ROW("2026-01-01;2026-12-31"),
		HEAD("PPPK Paruh Waktu", "Tanggal Mulai Kontrak",
		     "Kontrak Berakhir (tanggal)") "1 Januari 2026;31/12/2026\n",
		HEAD("p3k paruh waktu", "TMT Kontrak", "Akhir Kontrak") "01-01-2026;31-12-2026\n",
		HEAD("Paruh Waktu", "Mulai Kontrak",
		     "Tanggal Selesai Kontrak") "2026-01-01;2026-12-31\n",
	};
	struct fixture *f = *state;

	load_small_office(f);
	for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
		assert_int_equal(apply_text(f, files[i]), ERR_OK);
		assert_int_equal(rows(f, STORED("2026-01-01 2026-12-31")), 1);
		assert_int_equal(f->preview->counts[IMPORT_PEGAWAI].same, i > 0 ? 1 : 0);
	}
	/* renewed; an empty cell changes nothing */
	assert_int_equal(apply_text(f, ROW("2027-01-01;2027-12-31")), ERR_OK);
	assert_int_equal(apply_text(f, ROW(";")), ERR_OK);
	assert_int_equal(f->preview->change_count, 0);
	assert_int_equal(rows(f, STORED("2027-01-01 2027-12-31")), 1);
}

static void a_contract_that_cannot_be_is_named_in_its_cell(void **state)
{
	static const struct {
		const char *file, *rule, *column;
	} wrong[] = {
		{ROW("2026-01-01;2027-01-01"), "pegawai.kontrak_lama", "kontrak_selesai"},
		{ROW("2026-01-02;2026-01-01"), "pegawai.kontrak_terbalik", "kontrak_selesai"},
		{ROW("2026-01-01;"), "pegawai.kontrak_kosong", "kontrak_selesai"},
		{ROW(";-"), "pegawai.kontrak_kosong", "kontrak_selesai"},
	};
	struct fixture *f = *state;

	load_small_office(f);
	for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
		assert_int_equal(apply_text(f, wrong[i].file), ERR_INVALID);
		assert_true(has_rule(f, wrong[i].rule, 2, wrong[i].column));
	}
	assert_int_equal(apply_text(f, ROW("2026-01-01;2026-12-31")), ERR_OK); /* the last day */
	assert_int_equal(apply_text(f, "nip;jenis;kontrak_selesai\n"
				       "198001012005011002;pns;2026-12-31\n"),
			 ERR_INVALID);
	assert_true(has_rule(f, "pegawai.kontrak_pns", 2, "kontrak_selesai"));
	/* a PPPK who works full time may have a longer one, or none that is known */
	assert_int_equal(apply_text(f, HEAD("pppk", "kontrak_mulai",
					    "kontrak_selesai") "2026-01-01;2030-12-31\n"),
			 ERR_OK);
	assert_int_equal(apply_text(f, HEAD("pppk", "kontrak_mulai", "kontrak_selesai") "-;-\n"),
			 ERR_OK);
	assert_int_equal(rows(f, "SELECT count(*) FROM pegawai WHERE instansi_id = $1 AND "
				 "jenis = 'pppk' AND kontrak_mulai IS NULL AND kontrak_selesai IS "
				 "NULL"),
			 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			a_contract_comes_in_under_several_headings_and_spellings, office_begin,
			office_end),
		cmocka_unit_test_setup_teardown(a_contract_that_cannot_be_is_named_in_its_cell,
						office_begin, office_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
