/* SPDX-License-Identifier: Apache-2.0 */
/* The same list as other programs write it (tests/fixtures/spreadsheets): a title, numbered rows,
   real dates, a sum below, a hidden sheet. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>

#include "base/file.h"
#include "db/store_test_support.h"
#include "import/import_test_support.h"

#define FOLDER ABDI_SOURCE_DIR "/tests/fixtures/spreadsheets/"

static void take(struct fixture *f, const char *name)
{
	const char *path = str_cstr(f->mem, str_format(f->mem, "%s%s", FOLDER, name));
	struct str bytes;
	FILE *file = fopen(office_path, "wb");

	assert_non_null(file);
	assert_int_equal(file_read(f->mem, path, (size_t)1 << 20, &bytes), ERR_OK);
	assert_int_equal(fwrite(bytes.at, 1, bytes.len, file), bytes.len);
	assert_int_equal(fclose(file), 0);
}

static void lists_of_seven_writers_load(void **state)
{
	static const char *const names[] = {"libreoffice.xlsx", "libreoffice.csv", "openpyxl.xlsx",
					    "xlsxwriter.xlsx",	"gnumeric.xlsx",   "sheetjs.xlsx",
					    "exceljs.xlsx"};
	struct fixture *f = *state;

	load_small_office(f);
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		take(f, names[i]);
		if (run(f, true))
			fail_msg("%s: %.*s", names[i],
				 STR_ARG(problem_for(&f->faults, STR("berkas"))));
		const struct import_count *count = &f->preview->counts[IMPORT_PEGAWAI];
		assert_int_equal(count->added + count->changed + count->same, 2);
		assert_int_equal(count->same, i == 0 ? 0 : 2);
		assert_int_equal(
			rows(f, "SELECT count(*) FROM pegawai WHERE instansi_id = $1 AND "
				"((nip = '199202022019032002' AND tmt = '2024-01-02' AND golongan "
				"= 'III/c' AND nama = 'Élok ‘Aisyah Uji, S.Sos.') OR (nip = "
				"'199006242023212120' AND tmt = '2024-03-01' AND golongan = 'IX' "
				"AND jenis = 'pppk'))"),
			2);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(lists_of_seven_writers_load, office_begin,
						office_end),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
