/* SPDX-License-Identifier: Apache-2.0 */
/* One person moved or ended, with a day and a ground; and the whole list out and in again. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "db/store_test_support.h"
#include "import/import_list.h"
#include "import/import_one.h"
#include "import/import_test_support.h"
#include "org/bulk.h"

struct deed {
	struct fixture *f;
	struct id pegawai;
	struct import_ask ask;
};

static enum err deed_work(struct db *db, void *arg)
{
	struct deed *deed = arg;

	deed->f->job.db = db;
	return import_one(&deed->f->job, &deed->pegawai, &deed->ask);
}

static enum err deed_run(struct deed *deed)
{
	job_renew(deed->f);
	return store_write(deed->f->store, &deed->f->instansi, deed_work, deed);
}

static struct deed deed_with(struct fixture *f, const char *nip)
{
	struct str sql = str_format(f->mem,
				    "SELECT pegawai_id FROM pegawai WHERE instansi_id = $1 AND nip "
				    "= '%s'",
				    nip);

	return (struct deed){.f = f,
			     .pegawai =
				     store_test_id(f->store, &f->instansi, str_cstr(f->mem, sql)),
			     .ask.pindah = {.kode_jabatan = STR("j 3"),
					    .tmt = DATE(2026, 6, 2),
					    .alasan = STR("SK Bupati 821/7/2026")},
			     .ask.akhir = {.berakhir = DATE(2026, 11, 1),
					   .alasan = STR("SK Pensiun 882/3/2026")}};
}

#define CICI "199001012015032001"
#define BUDI "198001012005011002"

static void one_person_is_moved_by_the_rules_of_a_list(void **state)
{
	struct fixture *f = *state;

	load_small_office(f);
	struct deed deed = deed_with(f, BUDI);
	assert_int_equal(deed_run(&deed), ERR_OK);
	assert_int_equal(rows(f, "SELECT count(*) FROM pegawai p JOIN jabatan j ON j.instansi_id = "
				 "p.instansi_id AND j.jabatan_id = p.jabatan_id WHERE "
				 "p.instansi_id = $1 AND p.nip = '" BUDI "' AND j.kode = 'J3' AND "
				 "p.tmt = '2026-06-02'"),
			 1);
	assert_int_equal(rows(f, "SELECT count(*) FROM audit WHERE instansi_id = $1 AND perbuatan "
				 "= 'org.pegawai_pindah' AND alasan = 'SK Bupati 821/7/2026'"),
			 1);
	assert_int_equal(rows(f, "SELECT count(*) FROM akun_peran r JOIN akun a ON a.instansi_id = "
				 "r.instansi_id AND a.akun_id = r.akun_id WHERE r.instansi_id = $1 "
				 "AND r.peran = 'pimpinan_unit' AND a.nama LIKE 'Budi%'"),
			 0);
	deed.ask.pindah.kode_jabatan = STR("TIADA");
	deed.ask.pindah.tmt = DATE(2000, 1, 1);
	deed.ask.pindah.nip_penilai = STR(BUDI);
	assert_int_equal(deed_run(&deed), ERR_INVALID);
	assert_true(problem_for(&f->faults, STR("kode_jabatan")).len > 0);
	assert_true(problem_for(&f->faults, STR("tmt")).len > 0);
	assert_true(problem_for(&f->faults, STR("nip_penilai")).len > 0);
	deed.ask.pindah.alasan = STR("pendek");
	assert_int_equal(deed_run(&deed), ERR_INVALID);
	assert_true(problems_has_rule(&f->faults, "role.reason"));
}

static void one_person_ends_on_a_day_that_came(void **state)
{
	struct fixture *f = *state;

	load_small_office(f);
	struct deed deed = deed_with(f, BUDI);
	deed.ask.deed = IMPORT_END;
	assert_int_equal(deed_run(&deed), ERR_INVALID); /* still appraises Cici */
	assert_true(str_has(problem_for(&f->faults, STR("berakhir")), "masih menilai"));
	deed = deed_with(f, CICI);
	deed.ask.deed = IMPORT_END;
	deed.ask.akhir.berakhir = DATE(2026, 11, 25); /* tomorrow */
	assert_int_equal(deed_run(&deed), ERR_INVALID);
	assert_true(problems_has_rule(&f->faults, "pegawai.berakhir_nanti"));
	deed.ask.akhir.berakhir = DATE(2025, 2, 28); /* the day before TMT */
	assert_int_equal(deed_run(&deed), ERR_INVALID);
	assert_true(problems_has_rule(&f->faults, "pegawai.berakhir_dini"));
	deed.ask.akhir.berakhir = DATE(2026, 11, 24);
	assert_int_equal(deed_run(&deed), ERR_OK);
	assert_int_equal(rows(f, "SELECT count(*) FROM pegawai WHERE instansi_id = $1 AND nip = "
				 "'" CICI "' AND valid_to = '2026-11-24'"),
			 1);
	assert_int_equal(rows(f, "SELECT count(*) FROM akun WHERE instansi_id = $1 AND is_active = "
				 "0"),
			 1);
	f->actor.scope_count = 0;
	assert_int_equal(deed_run(&deed), ERR_FORBIDDEN);
}

/* As a key of a system acts: that of the whole agency does, that of one unit does not. */
static void a_key_of_one_unit_moves_nobody(void **state)
{
	struct fixture *f = *state;

	load_small_office(f);
	struct deed deed = deed_with(f, BUDI);
	f->actor.scopes[0] = (struct actor_scope){PERAN_SISTEM, STR("/1/")};
	assert_int_equal(deed_run(&deed), ERR_FORBIDDEN);
	deed.ask.deed = IMPORT_END;
	assert_int_equal(deed_run(&deed), ERR_FORBIDDEN);
	deed.ask.deed = IMPORT_MOVE;
	f->actor.scopes[0].jalur = STR_NONE;
	assert_int_equal(deed_run(&deed), ERR_OK);
}

static void a_list_ends_with_a_day_too(void **state)
{
	struct fixture *f = *state;

	load_small_office(f);
	assert_int_equal(apply_text(f, "nip;nama;jenis;kode_jabatan;nip_penilai;tmt;berakhir\n" CICI
				       ";;;;;;1 November 2026\n"),
			 ERR_OK);
	assert_int_equal(f->preview->counts[IMPORT_PEGAWAI].ended, 1);
	assert_int_equal(rows(f, "SELECT count(*) FROM pegawai WHERE instansi_id = $1 AND nip = "
				 "'" CICI "' AND valid_to = '2026-11-01'"),
			 1);
	assert_int_equal(apply_text(f, "nip;nama;jenis;kode_jabatan;nip_penilai;tmt;berakhir\n" CICI
				       ";;;;;;1 November 2026\n"),
			 ERR_OK);
	assert_int_equal(f->preview->change_count, 0);
	/* without a last day the person is here again */
	assert_int_equal(apply_text(f, "nip;nama;jenis;kode_jabatan;nip_penilai;tmt;berakhir\n" CICI
				       ";;;;;;\n"),
			 ERR_OK);
	assert_int_equal(f->preview->counts[IMPORT_PEGAWAI].changed, 1);
}

static enum err list_work(struct db *db, void *arg)
{
	CLEANUP(xlsx_close) struct xlsx *book = NULL;
	struct fixture *f = arg;
	enum err err;

	f->job.db = db;
	if ((err = xlsx_open(f->mem, office_path, &book)) ||
	    (err = import_list_write(&f->job, book)))
		return err;
	return xlsx_finish(book);
}

static void the_whole_list_comes_in_again_unchanged(void **state)
{
	struct fixture *f = *state;

	load_small_office(f);
	assert_int_equal(apply_text(f, "tanggal;nama;jenis\n2026-12-25;=Natal;cuti bersama\n"),
			 ERR_INVALID);
	assert_int_equal(apply_text(f, "tanggal;nama;jenis\n2026-12-25;Natal;cuti bersama\n"),
			 ERR_OK);
	job_renew(f);
	assert_int_equal(store_read(f->store, &f->instansi, list_work, f), ERR_OK);
	f->ends = IMPORT_ENDS(IMPORT_UNIT) | IMPORT_ENDS(IMPORT_JABATAN) |
		  IMPORT_ENDS(IMPORT_PEGAWAI) | IMPORT_ENDS(IMPORT_LIBUR);
	assert_int_equal(run(f, true), ERR_OK);
	assert_int_equal(f->preview->change_count, 0);
	assert_int_equal(f->preview->counts[IMPORT_UNIT].same, 2);
	assert_int_equal(f->preview->counts[IMPORT_JABATAN].same, 3);
	assert_int_equal(f->preview->counts[IMPORT_PEGAWAI].same, 3);
	assert_int_equal(f->preview->counts[IMPORT_LIBUR].same, 1);
	assert_int_equal(f->preview->note_count, 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, office_begin, office_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(one_person_is_moved_by_the_rules_of_a_list),
		TEST(one_person_ends_on_a_day_that_came),
		TEST(a_key_of_one_unit_moves_nobody),
		TEST(a_list_ends_with_a_day_too),
		TEST(the_whole_list_comes_in_again_unchanged),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
