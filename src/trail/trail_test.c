/* SPDX-License-Identifier: Apache-2.0 */
/* Who finds what in the trail. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "audit/audit.h"
#include "audit/chain_watch.h"
#include "db/store_test_support.h"
#include "trail/trail_deed.h"
#include "law/access.h"

#include <stdlib.h>

#define DAY INT64_C(86400000000)

/* Two people with an account each; the first is written by the id of the agency itself. */
static const char *const rows[] = {
	"INSERT INTO unit (instansi_id, unit_id, kode, nama, jalur, jenis, zona, valid_from) "
	"VALUES ($1, $1, 'U', 'Unit', '/U/', 'dinas', 'WIB', '2026-01-01')",
	"INSERT INTO jabatan (instansi_id, jabatan_id, kode, nama, unit_id, kelompok, tugas, "
	"tanggung_jawab, ukuran, valid_from) VALUES ($1, $1, 'J', 'Jabatan', $1, 'pelaksana', 't', "
	"'t', 'u', '2026-01-01')",
	"INSERT INTO pegawai (instansi_id, pegawai_id, nip, nama, jenis, jabatan_id, unit_id, tmt, "
	"valid_from) VALUES ($1, $1, '198001012005011001', 'Yohana Wally', 'pns', $1, $1, "
	"'2026-01-01', '2026-01-01')",
	"INSERT INTO akun (instansi_id, akun_id, pegawai_id, nama, sandi_hash) VALUES ($1, $1, $1, "
	"'Yohana Wally', '-')",
};

struct town {
	struct store *store;
	struct id instansi;
	struct arena *mem;
	struct actor actor;
	struct trail_filter filter;
	struct trail_page page;
	const char *deed;
	struct id object;
	int64_t now;
	int times;
};

static struct job job_of(struct town *town, struct db *db)
{
	return (struct job){.mem = town->mem,
			    .db = db,
			    .actor = &town->actor,
			    .now = town->now,
			    .request_id = STR("uji")};
}

static enum err add_work(struct db *db, void *arg)
{
	struct town *town = arg;
	struct job job = job_of(town, db);
	struct audit_entry entry = {
		.deed = town->deed, .object = town->object, .reason = STR("sebab")};
	enum err err = ERR_OK;

	for (int i = 0; i < town->times && !err; i++)
		err = audit_add(&job, &entry);
	return err;
}

static void add(struct town *town, const char *deed, struct id object, int times)
{
	town->deed = deed;
	town->object = object;
	town->times = times;
	assert_int_equal(store_write(town->store, &town->instansi, add_work, town), ERR_OK);
}

static enum err list_work(struct db *db, void *arg)
{
	struct town *town = arg;
	struct job job = job_of(town, db);

	return trail_list(&job, &town->filter, &town->page);
}

static int list(struct town *town, struct trail_filter filter)
{
	town->filter = filter;
	assert_int_equal(store_read(town->store, &town->instansi, list_work, town), ERR_OK);
	return town->page.count;
}

static int setup(void **state)
{
	struct town *town = calloc(1, sizeof *town);

	town->store = store_for_test();
	town->mem = arena_make();
	town->instansi = store_test_instansi(town->store, "UJI");
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		(void)store_test_sql(town->store, &town->instansi, rows[i]);
	town->actor = (struct actor){.instansi_id = town->instansi,
				     .akun_id = town->instansi,
				     .pegawai_id = town->instansi,
				     .zona = ZONA_WIB,
				     .is_signed_in = true,
				     .scope_count = 1,
				     .scopes = {{.peran = PERAN_AUDITOR}}};
	town->now = time_of_date(DATE(2026, 11, 24), 600, ZONA_WIB);
	*state = town;
	return 0;
}

static int teardown(void **state)
{
	struct town *town = *state;

	store_end_test(town->store);
	arena_free(town->mem);
	free(town);
	return 0;
}

static void entries_come_newest_first_with_their_names(void **state)
{
	struct town *town = *state;

	add(town, "skp.submit", town->instansi, 1);
	add(town, "tahun.open", (struct id){{9}}, 1);
	assert_int_equal(list(town, (struct trail_filter){.before = 0}), 2);
	assert_true(str_is(town->page.at[0].deed, "tahun.open"));
	assert_int_equal(town->page.at[0].owner.nama.len, 0);
	assert_true(str_is(town->page.at[1].actor.nama, "Yohana Wally"));
	assert_true(str_is(town->page.at[1].owner.nama, "Yohana Wally"));
	assert_true(str_is(town->page.at[1].reason, "sebab"));
	assert_int_equal(town->page.next, 0);
}

static void pages_follow_each_other_without_gap_or_twin(void **state)
{
	struct town *town = *state;
	int64_t seen = 0, expected = 60;

	add(town, "report.send", town->instansi, 60);
	for (int64_t before = 0; seen < 60; before = town->page.next) {
		assert_true(list(town, (struct trail_filter){.before = before}) > 0);
		for (int i = 0; i < town->page.count; i++, seen++)
			assert_int_equal(town->page.at[i].number, expected--);
	}
	assert_int_equal(town->page.next, 0);
}

static void entries_are_found_by_person_deed_and_day(void **state)
{
	struct town *town = *state;

	add(town, "skp.submit", town->instansi, 2);
	town->now += DAY;
	add(town, "report.send", (struct id){{9}}, 3);
	town->now += DAY;
	add(town, "role.give", town->instansi, 4);
	assert_int_equal(list(town, (struct trail_filter){.bagian = STR("laporan")}), 3);
	assert_int_equal(list(town, (struct trail_filter){.hari = DATE(2026, 11, 24)}), 2);
	assert_int_equal(list(town, (struct trail_filter){.hari = DATE(2026, 11, 26)}), 4);
	assert_int_equal(list(town, (struct trail_filter){.hari = DATE(2026, 11, 23)}), 0);
	assert_int_equal(list(town, (struct trail_filter){.hari = DATE(2026, 11, 27)}), 0);
	assert_int_equal(list(town, (struct trail_filter){.pelaku = STR("wally")}), 9);
	assert_int_equal(list(town, (struct trail_filter){.pelaku = STR("wal_y")}), 0);
	assert_int_equal(list(town, (struct trail_filter){.tentang = STR("YOHANA")}), 6);
	assert_int_equal(list(town, (struct trail_filter){.tentang = STR("19800101")}), 6);
	assert_int_equal(
		list(town, (struct trail_filter){.tentang = STR("yohana"), .bagian = STR("akun")}),
		4);
}

static void only_who_may_reads_the_trail(void **state)
{
	struct town *town = *state;

	town->actor.scopes[0].peran = PERAN_PIMPINAN_UNIT;
	assert_int_equal(store_read(town->store, &town->instansi, list_work, town), ERR_FORBIDDEN);
}

static void a_look_over_the_chain_tells_the_first_bad_entry(void **state)
{
	struct town *town = *state;
	struct chain_state chain;

	add(town, "report.send", town->instansi, 3);
	assert_int_equal(chain_watch_run(town->store, town->now), ERR_OK);
	assert_true(chain_watch_find(&town->instansi, &chain));
	assert_int_equal(chain.count, 3);
	assert_int_equal(chain.first_bad, 0);
	(void)store_test_sql(
		town->store, &town->instansi,
		"UPDATE audit SET alasan = 'lain' WHERE instansi_id = $1 AND nomor = 2");
	assert_int_equal(chain_watch_run(town->store, town->now), ERR_OK);
	assert_true(chain_watch_find(&town->instansi, &chain));
	assert_int_equal(chain.first_bad, 2);
}

static void every_group_of_deeds_holds_some_and_no_deed_two(void **state)
{
	int count = 0;
	const struct trail_bagian *all = trail_bagian_all(&count);

	(void)state;
	assert_true(count > 5);
	assert_true(trail_is_in(STR("skp.submit"), str_from(all[0].key)));
	assert_false(trail_is_in(STR("skp.submit"), STR("laporan")));
	assert_true(str_is(trail_deed_label(STR("skp.submit")), "Mengajukan SKP"));
	assert_true(str_is(trail_deed_label(STR("belum.dikenal")), "belum.dikenal"));
}

#define T(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(entries_come_newest_first_with_their_names),
		T(pages_follow_each_other_without_gap_or_twin),
		T(entries_are_found_by_person_deed_and_day),
		T(only_who_may_reads_the_trail),
		T(a_look_over_the_chain_tells_the_first_bad_entry),
		cmocka_unit_test(every_group_of_deeds_holds_some_and_no_deed_two),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
