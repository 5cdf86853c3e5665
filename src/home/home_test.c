/* SPDX-License-Identifier: Apache-2.0 */
/* What waits for whom, and what the calendar strip shows. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "db/store_test_support.h"
#include "evaluation/seed_test_support.h"
#include "generated/org_sql.h"
#include "home/home_calendar.h"
#include "law/access.h"

#define UNIT_INSERT                                                                                \
	"INSERT INTO unit (instansi_id, unit_id, kode, nama, induk_id, jalur, jenis, is_mandiri, " \
	"zona, valid_from, valid_to, version) VALUES "
#define PEGAWAI_INSERT                                                                             \
	"INSERT INTO pegawai (instansi_id, pegawai_id, nip, nama, email, jenis, golongan, "        \
	"jabatan_id, unit_id, penilai_id, tmt, valid_from, valid_to, version) VALUES "

/* One of each record, all with the agency's own id: enough for one person's page. */
static const char *const rows[] = {
	UNIT_INSERT
	"($1, $1, 'D', 'Dinas Contoh', NULL, '/D/', 'dinas', 0, 'WIT', '2026-01-01', NULL, 1)",
	"INSERT INTO jabatan VALUES ($1, $1, 'J', 'Analis', $1, 'jf', NULL, NULL, 0, '', '', '', "
	"'2026-01-01', NULL, 1)",
	PEGAWAI_INSERT
	"($1, $1, '198609262015051001', 'Yohana Wally', NULL, 'pns', 'III/a', $1, $1, "
	"NULL, '2026-01-01', '2026-01-01', NULL, 1)",
	"INSERT INTO tahun_kinerja VALUES ($1, 2026, 'kuantitatif', 'triwulan', '2026-01-31', '2027-01-31', 1)",
	"INSERT INTO periode VALUES ($1, 2026, 4, 'Triwulan IV', '2026-10-01', '2026-12-31', 'pengisian', 1)",
	"INSERT INTO hari_libur VALUES ($1, '2026-11-26', 'Hari Contoh', 'libur_daerah')",
	NULL,
};
static const char *const plan_rows[] = {
	"INSERT INTO skp (instansi_id, skp_id, pegawai_id, tahun, jabatan_id, unit_id, mulai, selesai, pendekatan, "
	"bentuk, state) VALUES ($1, $1, $1, 2026, $1, $1, '2026-01-01', '2026-12-31', 'kuantitatif', "
	"'ja_jf', 'ditetapkan')",
	"INSERT INTO rhk (instansi_id, rhk_id, skp_id, urut, jenis, kelas, uraian, perspektif, "
	"hasil_unit_id, rhk_pimpinan_id, komentar) VALUES ($1, $1, $1, 1, 'utama', 'individu', 'Akta selesai', NULL, NULL, NULL, '')",
	"INSERT INTO iki (instansi_id, iki_id, rhk_id, urut, aspek, uraian, target_min, target, "
	"satuan, arah) VALUES ($1, $1, $1, 1, 'kuantitas', 'Jumlah akta', NULL, 20000, 'akta', 'higher_better')",
	"INSERT INTO capaian_rhk VALUES ($1, $1, 2026, 10, 10000, 4, 0)",
	"INSERT INTO capaian_rhk VALUES ($1, $1, 2026, 11, 5200, 2, 0)",
	"INSERT INTO laporan VALUES ($1, $1, $1, $1, $1, '2026-11-24', 'Menerbitkan akta', 900, 'akta', 1, 1, 'L-1', "
	"'h', NULL, 1)",
	NULL,
};

/* A person's first page in an agency of its own. */
struct page {
	struct arena *mem;
	struct store *store;
	struct id instansi;
	struct actor actor;
	struct home home;
	struct date today;
	int64_t later; /* µs since the other loads */
	enum err err;
};

static enum err load(struct db *db, void *arg)
{
	struct page *page = arg;
	struct problems faults;
	struct job job = {.mem = page->mem,
			  .db = db,
			  .actor = &page->actor,
			  .faults = &faults,
			  .now = 1795478400000000 + page->later,
			  .today = page->today};
	problems_init(&faults, page->mem);
	page->err = home_load(&job, &page->home);
	return ERR_OK;
}

static void insert(struct page *page, const char *const *list)
{
	for (; *list; list++)
		store_test_sql(page->store, &page->instansi, *list);
}

static int page_make(void **state)
{
	struct arena *mem = arena_make();
	struct page *page = arena_new(mem, struct page);

	page->mem = mem;
	page->store = store_for_test();
	page->instansi = store_test_instansi(page->store, "uji");
	page->today = DATE(2026, 11, 24);
	page->actor = (struct actor){.instansi_id = page->instansi,
				     .pegawai_id = page->instansi,
				     .akun_id = page->instansi,
				     .zona = ZONA_WIT,
				     .is_signed_in = true,
				     .scope_count = 1,
				     .scopes = {{.peran = PERAN_PEGAWAI}}};
	insert(page, rows);
	*state = page;
	return 0;
}

static int page_end(void **state)
{
	struct page *page = *state;

	store_end_test(page->store);
	arena_free(page->mem);
	return 0;
}

/* What the storage and the use case say of one load. */
static enum err visit(struct page *page)
{
	enum err err = store_read(page->store, &page->instansi, load, page);

	return err ? err : page->err;
}

static void a_person_sees_the_own_week_plan_and_pace(void **state)
{
	struct page *page = *state;

	insert(page, plan_rows);
	assert_int_equal(visit(page), ERR_OK);
	assert_int_equal(page->home.result_count, 1);
	assert_int_equal(page->home.results[0].jumlah, 15200);
	assert_int_equal(page->home.percent, 76);
	assert_int_equal(page->home.pace, 328 * 100 / 365);
	assert_int_equal(page->home.today_count, 1);
	assert_int_equal(page->home.week[0].date.day, 23);
	assert_int_equal(page->home.week[1].reports, 1);
	assert_true(page->home.calendar.is_free[3] && page->home.calendar.is_free[5]);
	assert_true(str_is(page->home.calendar.free_name[3], "Hari Contoh"));
	assert_true(str_is(page->home.calendar.periode_nama, "Triwulan IV"));
}

static enum err free_day_end(struct db *db, void *arg)
{
	(void)arg;
	return sql_libur_end(JOB_OF(db, NULL), DATE(2026, 11, 26));
}

static bool sees_free_day(struct page *page)
{
	assert_int_equal(visit(page), ERR_OK);
	return page->home.calendar.is_free[3];
}

/* What another host changed is seen after seconds, the own change at once. */
static void the_calendar_is_remembered_until_it_changes(void **state)
{
	static const char other_host[] =
		"INSERT INTO hari_libur VALUES ($1, '2026-11-25', 'Hari Lain', 'libur_daerah')";
	struct page *page = *state;

	assert_true(sees_free_day(page));
	store_test_sql(page->store, &page->instansi, other_host);
	assert_true(sees_free_day(page));
	assert_false(page->home.calendar.is_free[2]);
	page->later = INT64_C(1000000) * HOME_CALENDAR_SECONDS;
	assert_true(sees_free_day(page));
	assert_true(page->home.calendar.is_free[2]);
	assert_int_equal(store_write(page->store, &page->instansi, free_day_end, NULL), ERR_OK);
	assert_false(sees_free_day(page));
}

static void without_a_plan_the_page_still_stands(void **state)
{
	struct page *page = *state;

	assert_int_equal(visit(page), ERR_OK);
	assert_false(page->home.has_plan);
	assert_int_equal(page->home.result_count, 0);
	assert_true(page->home.calendar.has_year);
}

static void the_public_has_no_first_page(void **state)
{
	struct page *page = *state;

	page->actor = (struct actor){.instansi_id = page->instansi};
	assert_int_equal(visit(page), ERR_FORBIDDEN);
}

#define T(name) cmocka_unit_test_setup_teardown(name, page_make, page_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(a_person_sees_the_own_week_plan_and_pace),
		T(the_calendar_is_remembered_until_it_changes),
		T(without_a_plan_the_page_still_stands),
		T(the_public_has_no_first_page),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
