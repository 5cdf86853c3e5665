/* SPDX-License-Identifier: Apache-2.0 */
/* The town holds to the rules it shows. */
#include "demo/demo.h"

#include "audit/audit.h"
#include "base/sys.h"
#include "db/store_test_support.h"
#include "demo/demo_town.h"
#include "law/access.h"
#include "law/nip.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#define PEOPLE 300
#define PEOPLE_SMALL 24

static struct demo_order order_of(int people)
{
	return (struct demo_order){.now = time_of_date(DATE(2026, 11, 24), 600, ZONA_WIT),
				   .people = people};
}

static int64_t count(struct store *store, const char *sql)
{
	struct id space = {{0}};
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct demo_order order = order_of(PEOPLE);

	space = demo_town_make(mem, &order)->instansi_id;
	return store_test_count(store, &space, sql);
}

static int setup(void **state)
{
	*state = store_for_test();
	return 0;
}

static int teardown(void **state)
{
	store_end_test(*state);
	return 0;
}

static void every_person_has_a_plan_a_post_and_a_valid_nip(void **state)
{
	static const struct law_rows none = {0};
	struct law_values law;

	(void)state;
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct demo_order order = order_of(20000);
	struct demo_town *town = demo_town_make(mem, &order);

	assert_int_equal(town->person_count, 20000);
	assert_int_equal(town->closed, 3);
	law_values_on(town->today, &none, &law);
	for (int i = 0; i < town->person_count; i++) {
		struct nip nip;
		struct str why;
		assert_true(nip_parse(&law, town->person[i].nip, town->today, &nip, &why));
		assert_true(town->person[i].penilai != i);
		assert_true(town->person[i].penilai >= 0 || town->person[i].level == LEVEL_TOP);
		assert_int_equal(nip.jenis == NIP_PPPK, town->person[i].is_pppk);
	}
}

static void the_same_number_gives_the_same_people(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct demo_order order = order_of(PEOPLE);
	struct demo_town *one = demo_town_make(mem, &order), *two = demo_town_make(mem, &order);

	assert_int_equal(one->person_count, PEOPLE);
	for (int i = 0; i < PEOPLE; i++) {
		assert_true(str_equal(one->person[i].nama, two->person[i].nama));
		assert_true(str_equal(one->person[i].nip, two->person[i].nip));
	}
}

static void the_agency_has_a_year_of_life_and_keeps_the_rules(void **state)
{
	struct store *store = *state;
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct demo_order order = order_of(PEOPLE);
	struct demo_made made;

	assert_int_equal(demo_make(store, mem, &order, &made), ERR_OK);
	assert_int_equal(count(store, "SELECT COUNT(*) FROM pegawai WHERE instansi_id = $1"),
			 PEOPLE);
	assert_int_equal(
		count(store,
		      "SELECT COUNT(*) FROM akun WHERE instansi_id = $1 AND sandi_hash <> ''"),
		PEOPLE);
	assert_int_equal(count(store, "SELECT COUNT(*) FROM skp WHERE instansi_id = $1"), PEOPLE);
	assert_true(
		count(store,
		      "SELECT COUNT(*) FROM skp WHERE instansi_id = $1 AND state <> 'ditetapkan'") >
		0);
	assert_true(count(store, "SELECT COUNT(*) FROM laporan WHERE instansi_id = $1") > 10000);
	assert_int_equal(
		count(store,
		      "SELECT COUNT(*) FROM periode WHERE instansi_id = $1 AND status = 'ditutup'"),
		3);
	/* Nobody appraises self, and every main result below the top supports a leader's. */
	assert_int_equal(count(store, "SELECT COUNT(*) FROM evaluasi WHERE instansi_id = $1 AND "
				      "penilai_id = pegawai_id"),
			 0);
	assert_int_equal(
		count(store,
		      "SELECT COUNT(*) FROM rhk r JOIN skp s ON s.instansi_id = r.instansi_id AND "
		      "s.skp_id = r.skp_id WHERE r.instansi_id = $1 AND r.jenis = 'utama' AND "
		      "r.rhk_pimpinan_id IS NULL AND s.penilai_id IS NOT NULL"),
		0);
	/* Quality and time were entered by the person, in closed periods and in the open one
	   (PK-36). */
	assert_int_equal(
		count(store,
		      "SELECT COUNT(*) FROM evaluasi_iki x JOIN iki i ON i.instansi_id = "
		      "x.instansi_id AND i.iki_id = x.iki_id WHERE x.instansi_id = $1 AND "
		      "(x.realisasi IS NULL OR (i.urut > 1) <> (x.realisasi_oleh IS NOT NULL))"),
		0);
	assert_true(count(store, "SELECT COUNT(*) FROM evaluasi e JOIN evaluasi_iki x ON "
				 "x.instansi_id = e.instansi_id AND x.evaluasi_id = e.evaluasi_id "
				 "WHERE e.instansi_id = $1 AND e.state = 'pengisian'") > PEOPLE);
	/* Every agreed plan has its paper, every evaluation its two. */
	assert_int_equal(
		count(store,
		      "SELECT COUNT(*) FROM dokumen WHERE instansi_id = $1 AND jenis = 'skp'"),
		count(store, "SELECT COUNT(*) FROM skp WHERE instansi_id = $1 AND state = "
			     "'ditetapkan'"));
	/* Without appraiser is only who heads the root unit (1.4). */
	assert_int_equal(count(store, "SELECT COUNT(*) FROM pegawai p JOIN unit u ON u.instansi_id "
				      "= p.instansi_id AND u.unit_id = p.unit_id WHERE "
				      "p.instansi_id = $1 AND p.penilai_id IS NULL AND "
				      "u.induk_id IS NOT NULL"),
			 0);
	/* Nobody agreed to an own plan: without appraiser there is a letter. */
	assert_int_equal(count(store, "SELECT COUNT(*) FROM skp WHERE instansi_id = $1 AND "
				      "state = 'ditetapkan' AND penilai_id IS NULL AND "
				      "surat_nomor IS NULL"),
			 0);
	assert_int_equal(
		count(store,
		      "SELECT COUNT(*) FROM dokumen WHERE instansi_id = $1 AND jenis <> 'skp'"),
		count(store, "SELECT 2 * COUNT(*) FROM evaluasi WHERE instansi_id = $1 AND "
			     "predikat IS NOT NULL"));
	/* The nine cells (1.7.1). */
	assert_int_equal(
		count(store,
		      "SELECT COUNT(*) FROM evaluasi WHERE instansi_id = $1 AND predikat <> CASE "
		      "WHEN rating_perilaku = 'di_bawah' AND rating_hasil = 'di_bawah' THEN "
		      "'sangat_kurang' "
		      "WHEN rating_perilaku = 'di_bawah' THEN 'kurang' "
		      "WHEN rating_hasil = 'di_bawah' THEN 'butuh_perbaikan' "
		      "WHEN rating_hasil = 'di_atas' AND rating_perilaku = 'di_atas' THEN "
		      "'sangat_baik' "
		      "ELSE 'baik' END"),
		0);
	/* The roll-up equals the reports. */
	assert_int_equal(
		count(store,
		      "SELECT CAST((SELECT SUM(jumlah) FROM capaian_rhk WHERE instansi_id = $1) - "
		      "(SELECT SUM(jumlah) FROM laporan WHERE instansi_id = $1 AND iki_id IS NOT "
		      "NULL) AS BIGINT)"),
		0);
}

static void a_second_run_changes_nothing(void **state)
{
	struct store *store = *state;
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct demo_order order = order_of(PEOPLE_SMALL);
	struct demo_made made;

	assert_int_equal(demo_make(store, mem, &order, &made), ERR_OK);
	assert_int_equal(demo_make(store, mem, &order, &made), ERR_CONFLICT);
	assert_int_equal(count(store, "SELECT COUNT(*) FROM pegawai WHERE instansi_id = $1"),
			 PEOPLE_SMALL);
}

static struct demo_order second_order(void)
{
	struct demo_order order = order_of(PEOPLE_SMALL);

	order.kode = STR("KAB-LAIN");
	order.nama = STR("Pemerintah Kabupaten Lain");
	order.zona = STR("WITA");
	return order;
}

static void a_second_agency_stands_beside_the_first_with_its_own_people(void **state)
{
	struct store *store = *state;
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct demo_order first = order_of(PEOPLE_SMALL), second = second_order();
	struct demo_made one, two;

	assert_int_equal(demo_make(store, mem, &first, &one), ERR_OK);
	assert_int_equal(demo_make(store, mem, &second, &two), ERR_OK);
	assert_int_equal(demo_make(store, mem, &second, &two), ERR_CONFLICT);
	assert_true(str_is(two.kode, "KAB-LAIN"));
	assert_true(str_is(two.zona, "WITA"));
	second.ordinal = 1;
	struct id space = demo_town_make(mem, &second)->instansi_id;
	assert_int_equal(store_test_count(store, &space,
					  "SELECT COUNT(*) FROM pegawai WHERE instansi_id = $1"),
			 PEOPLE_SMALL);
	assert_int_equal(store_test_count(store, &space,
					  "SELECT COUNT(*) FROM unit WHERE instansi_id = $1 AND "
					  "zona <> 'WITA'"),
			 0);
	assert_int_equal(count(store, "SELECT COUNT(*) FROM pegawai WHERE instansi_id = $1"),
			 PEOPLE_SMALL);
	/* Everybody of both signs in with a key of their own. */
	assert_int_equal(store_test_count(store, NULL, "SELECT COUNT(*) FROM kunci_masuk"),
			 2 * PEOPLE_SMALL);
}

static void an_order_with_faults_lists_them_all_and_makes_nothing(void **state)
{
	struct store *store = *state;
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct demo_order order = {.now = order_of(1).now,
				   .people = DEMO_PEGAWAI_MIN - 1,
				   .kode = STR("kota contoh"),
				   .nama = STR("Baris\nbaru"),
				   .zona = STR("WIX")};
	struct problems faults;
	struct demo_made made;

	problems_init(&faults, mem);
	demo_check(&order, &faults);
	assert_int_equal(faults.count, 4);
	assert_int_equal(demo_make(store, mem, &order, &made), ERR_INVALID);
	assert_int_equal(store_test_count(store, NULL, "SELECT COUNT(*) FROM instansi"), 0);
}

/* However small the town, nine different people show the roles, and the superior has something to
   decide. */
static void every_size_has_nine_people_to_sign_in_as(void **state)
{
	(void)state;
	for (int people = DEMO_PEGAWAI_MIN; people <= 320; people++) {
		CLEANUP(arena_close) struct arena *mem = arena_make();
		struct demo_order order = order_of(people);
		struct demo_town *town = demo_town_make(mem, &order);
		const int who[DEMO_LOGINS] = {town->asn,     town->superior, town->head,
					      town->officer, town->manager,  town->auditor,
					      town->drafter, town->server,   town->clerk};
		int waiting = 0, returned = 0;

		assert_int_equal(town->person_count, people);
		for (int i = 0; i < DEMO_LOGINS; i++)
			for (int j = 0; j < i; j++)
				assert_int_not_equal(who[i], who[j]);
		for (int i = 0; i < people; i++) {
			waiting += town->person[i].plan == PLAN_DIAJUKAN &&
				   town->person[i].penilai == town->superior;
			returned += town->person[i].plan == PLAN_DIKEMBALIKAN &&
				    town->person[i].penilai == town->superior;
		}
		assert_true(waiting > 0);
		assert_true(returned > 0);
		assert_int_equal(town->person[town->asn].plan, PLAN_DITETAPKAN);
	}
}

/* 2 January: no quarter of the year is over, so the year before is there, whole. */
static void in_january_there_are_closed_periods_too(void **state)
{
	struct store *store = *state;
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct demo_order order = order_of(PEOPLE_SMALL);
	struct demo_made made;

	order.now = time_of_date(DATE(2027, 1, 2), 600, ZONA_WIT);
	assert_int_equal(demo_make(store, mem, &order, &made), ERR_OK);
	assert_int_equal(count(store, "SELECT COUNT(*) FROM skp WHERE instansi_id = $1"),
			 2 * PEOPLE_SMALL);
	assert_int_equal(
		count(store, "SELECT COUNT(*) FROM periode WHERE instansi_id = $1 AND tahun = 2026 "
			     "AND status = 'ditutup'"),
		DEMO_QUARTERS);
	assert_int_equal(
		count(store,
		      "SELECT COUNT(*) FROM evaluasi WHERE instansi_id = $1 AND tahun = 2026 "
		      "AND state = 'ditetapkan'"),
		DEMO_QUARTERS * (PEOPLE_SMALL - 1)); /* the head is rated outside */
	assert_int_equal(
		count(store,
		      "SELECT COUNT(*) FROM dokumen WHERE instansi_id = $1 AND jenis = 'evaluasi'"),
		DEMO_QUARTERS * (PEOPLE_SMALL - 1));
	assert_true(count(store, "SELECT COUNT(*) FROM laporan WHERE instansi_id = $1 AND "
				 "tanggal >= '2027-01-01'") <= PEOPLE_SMALL);
}

static void just_after_midnight_no_report_is_older_than_its_day(void **state)
{
	struct store *store = *state;
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct demo_order order = order_of(PEOPLE_SMALL);
	struct demo_made made;
	int64_t dawn = time_of_date(DATE(2026, 11, 25), 0, ZONA_WIT);

	order.now = dawn + 30000000;
	assert_int_equal(demo_make(store, mem, &order, &made), ERR_OK);
	struct str today = STR("SELECT COUNT(*) FROM laporan WHERE instansi_id = $1 AND tanggal = "
			       "'2026-11-25'");
	assert_true(count(store, str_cstr(mem, today)) > 0);
	assert_int_equal(count(store, str_cstr(mem, str_format(mem,
							       "%.*s AND (created_at < %lld OR "
							       "created_at > %lld)",
							       STR_ARG(today), (long long)dawn,
							       (long long)order.now))),
			 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_person_has_a_plan_a_post_and_a_valid_nip),
		cmocka_unit_test(the_same_number_gives_the_same_people),
		cmocka_unit_test_setup_teardown(the_agency_has_a_year_of_life_and_keeps_the_rules,
						setup, teardown),
		cmocka_unit_test_setup_teardown(a_second_run_changes_nothing, setup, teardown),
		cmocka_unit_test_setup_teardown(
			a_second_agency_stands_beside_the_first_with_its_own_people, setup,
			teardown),
		cmocka_unit_test_setup_teardown(
			an_order_with_faults_lists_them_all_and_makes_nothing, setup, teardown),
		cmocka_unit_test(every_size_has_nine_people_to_sign_in_as),
		cmocka_unit_test_setup_teardown(in_january_there_are_closed_periods_too, setup,
						teardown),
		cmocka_unit_test_setup_teardown(just_after_midnight_no_report_is_older_than_its_day,
						setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
