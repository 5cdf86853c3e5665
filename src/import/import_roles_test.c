/* SPDX-License-Identifier: Apache-2.0 */
/* Roles and ends that a file gives: the rules are those of their pages. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "db/store_test_support.h"
#include "import/import_test_support.h"

#define ROLE_ROW(peran)                                                                            \
	PEGAWAI_HEAD                                                                               \
	"198001012005011002;Budi Kabid;;pns;III/d;J2;197001011995031001;02-01-2024;" peran "\n"

static struct id id_of(struct fixture *f, const char *sql, const char *nip)
{
	return store_test_id(f->store, &f->instansi,
			     str_cstr(f->mem, str_format(f->mem, "%s '%s'", sql, nip)));
}

static void as_person(struct fixture *f, const char *nip)
{
	f->actor.pegawai_id =
		id_of(f, "SELECT pegawai_id FROM pegawai WHERE instansi_id = $1 AND nip =", nip);
	f->actor.akun_id = id_of(f,
				 "SELECT a.akun_id FROM akun a JOIN pegawai p ON p.instansi_id = "
				 "a.instansi_id AND p.pegawai_id = a.pegawai_id WHERE "
				 "a.instansi_id = $1 AND p.nip =",
				 nip);
}

/* The role page refuses both; a file is no way around it. */
static void nobody_gives_himself_a_role_by_a_file(void **state)
{
	static const char *const roles[] = {"auditor", "admin_kepegawaian", "pengelola_kinerja",
					    "pimpinan_unit"};
	struct fixture *f = *state;

	load_small_office(f);
	as_person(f, "199001012015032001");
	for (size_t i = 1; i < sizeof roles / sizeof roles[0]; i++) {
		file_write(str_cstr(f->mem, str_format(f->mem,
						       "%s199001012015032001;Cici "
						       "Analis;cici@contoh.go.id;pns;III/b;J3;"
						       "198001012005011002;2025-03-01;%s\n",
						       PEGAWAI_HEAD, roles[i])));
		assert_int_equal(run(f, false), ERR_OK);
		assert_true(has_rule(f, "role.self", 2, "peran"));
		assert_int_equal(run(f, true), ERR_INVALID);
		assert_true(has_rule(f, "role.self", 2, "peran"));
	}
	/* nor a unit to lead, by his row or by that of his post */
	assert_int_equal(apply_text(f, PEGAWAI_HEAD
				    "199001012015032001;Cici Analis;cici@contoh.go.id;pns;III/b;J2;"
				    "197001011995031001;2025-03-01;\n"
				    "198001012005011002;Budi Kabid;;pns;III/d;J3;"
				    "197001011995031001;02-01-2024;\n"),
			 ERR_INVALID);
	assert_true(has_rule(f, "role.self", 2, "kode_jabatan"));
	as_person(f, "198001012005011002");
	assert_int_equal(apply_text(f, ROLE_ROW("auditor")), ERR_INVALID);
	assert_true(has_rule(f, "role.self", 2, "peran"));
	f->actor.pegawai_id = f->actor.akun_id = (struct id){{0}};
	assert_int_equal(apply_text(f, ROLE_ROW("auditor")), ERR_OK);
}

static void a_role_by_a_file_says_why_and_is_told_as_on_its_page(void **state)
{
	struct fixture *f = *state;

	load_small_office(f);
	f->alasan = "";
	assert_int_equal(apply_text(f, ROLE_ROW("auditor")), ERR_INVALID);
	assert_true(problems_has_rule(&f->faults, "role.reason"));
	f->alasan = "123456789"; /* one short of role_reason_min_chars */
	assert_int_equal(apply_text(f, ROLE_ROW("auditor")), ERR_INVALID);
	f->alasan = "1234567890";
	assert_int_equal(apply_text(f, ROLE_ROW("auditor")), ERR_OK);
	assert_int_equal(rows(f, "SELECT count(*) FROM akun_peran WHERE instansi_id = $1 AND peran "
				 "= 'auditor' AND alasan = '1234567890'"),
			 1);
	assert_int_equal(rows(f, "SELECT count(*) FROM audit WHERE instansi_id = $1 AND "
				 "perbuatan = 'role.give'"),
			 2);
	f->alasan = "";
	assert_int_equal(apply_text(f, ROLE_ROW("auditor")), ERR_OK); /* holds it: nothing to say */
	assert_int_equal(f->preview->change_count, 0);
}

/* What locks an account on its page asks the same of a file that ends the person. */
static void nobody_ends_himself_or_the_last_administrator_by_a_file(void **state)
{
	struct fixture *f = *state;

	load_small_office(f);
	assert_int_equal(apply_text(f, PEGAWAI_HEAD
				    "199001012015032001;Cici Analis;cici@contoh.go.id;pns;III/b;J3;"
				    "198001012005011002;2025-03-01;admin_kepegawaian\n"),
			 ERR_OK);
	f->ends = IMPORT_ENDS(IMPORT_PEGAWAI);
	assert_int_equal(apply_text(f, PEGAWAI_HEAD KADIS KABID), ERR_INVALID);
	assert_int_equal(faults_of(f, "role.last_admin"), 1);
	as_person(f, "199001012015032001");
	assert_int_equal(apply_text(f, PEGAWAI_HEAD KADIS KABID), ERR_INVALID);
	assert_int_equal(faults_of(f, "account.self"), 1);
	f->actor.pegawai_id = f->actor.akun_id = (struct id){{0}};
	f->ends = 0;
	assert_int_equal(apply_text(f, ROLE_ROW("admin_kepegawaian")), ERR_OK);
	f->ends = IMPORT_ENDS(IMPORT_PEGAWAI);
	assert_int_equal(apply_text(f, PEGAWAI_HEAD KADIS KABID), ERR_OK);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(nobody_gives_himself_a_role_by_a_file, office_begin,
						office_end),
		cmocka_unit_test_setup_teardown(
			a_role_by_a_file_says_why_and_is_told_as_on_its_page, office_begin,
			office_end),
		cmocka_unit_test_setup_teardown(
			nobody_ends_himself_or_the_last_administrator_by_a_file, office_begin,
			office_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
