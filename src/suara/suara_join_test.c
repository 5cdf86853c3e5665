/* SPDX-License-Identifier: Apache-2.0 */
/* Who owns the database tries to join an answer to a moment, a code, a word or a person, and finds
   nothing to join by (decision 0039). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "db/store_test_support.h"
#include "suara/suara_test_support.h"

#define DAYS 4
#define A_DAY 12

/* Voices of several days, each moved in its own night. The n-th one of a day ticked trust so that
   its order could be seen: 1 first, then 2, 3, 4. */
static struct asking after_some_nights(void **state)
{
	struct asking a = suara_begun(state);

	suara_kode_use(suara_known_code);
	for (int day = 0; day < DAYS; day++) {
		for (int i = 0; i < A_DAY; i++) {
			a.given = (struct suara){
				.waktu = 1 + day,
				.percaya = 1 + i / 3,
				.kata = str_format(a.house->mem, "kata %d %d", day, i),
				.kode = str_format(a.house->mem, "K%d%d", day, i),
				.umur = STR("26-40"),
				.kunci = str_format(a.house->mem, "kunci %d %d", day, i),
			};
			a.minute++;
			assert_int_equal(suara_ask(&a, suara_do_give), ERR_OK);
		}
		a.today = date_add_days(a.today, 1);
		assert_int_equal(suara_ask(&a, suara_do_night), ERR_OK);
	}
	suara_kode_use(NULL);
	return a;
}

static int64_t one(struct asking *a, const char *sql)
{
	return store_test_count(a->house->store, &a->house->instansi_id, sql);
}

static bool is_postgres(const struct asking *a)
{
	return strcmp(store_engine(a->house->store), "postgres") == 0;
}

static void rows_do_not_lie_in_the_order_they_came(void **state)
{
	struct asking a = after_some_nights(state);
	const char *sql = is_postgres(&a)
				  ? "SELECT count(*) FROM (SELECT waktu, LAG(waktu) OVER (ORDER BY "
				    "ctid) AS before FROM suara WHERE instansi_id = $1) p WHERE "
				    "before > waktu"
				  : "SELECT count(*) FROM (SELECT waktu, LAG(waktu) OVER (ORDER BY "
				    "suara_id) AS before FROM suara WHERE instansi_id = $1) p "
				    "WHERE before > waktu";

	/* in the order they came it is 0; by chance of 47 pairs some 18 */
	assert_in_range(one(&a, sql), 6, 32);
}

static void all_rows_of_a_month_are_of_one_transaction(void **state)
{
	static const char *const tables[] = {"suara", "suara_kata", "suara_kode", "suara_ciri"};
	struct asking a = after_some_nights(state);

	if (!is_postgres(&a))
		skip();
	for (size_t i = 0; i < sizeof(tables) / sizeof(tables[0]); i++)
		assert_int_equal(
			one(&a, str_cstr(a.house->mem,
					 str_format(a.house->mem,
						    "SELECT count(DISTINCT xmin::text) FROM %s "
						    "WHERE instansi_id = $1",
						    tables[i]))),
			1);
}

static void no_table_has_a_number_of_rows_beside_its_key(void **state)
{
	struct asking a = after_some_nights(state);

	if (is_postgres(&a))
		skip();
	/* a table without rowid lies in the order of its key, which is chance */
	assert_int_equal(
		one(&a, "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name LIKE "
			"'suara%' AND sql NOT LIKE '%WITHOUT ROWID%' AND $1 IS NOT NULL"),
		0);
	assert_int_not_equal(store_test_try(a.house->store, &a.house->instansi_id,
					    "DELETE FROM suara WHERE rowid > 0 AND "
					    "instansi_id = $1"),
			     ERR_OK);
}

static void nothing_stands_in_two_tables(void **state)
{
	struct asking a = after_some_nights(state);

	assert_int_equal(suara_count(&a, "suara"), DAYS * A_DAY);
	assert_int_equal(suara_count(&a, "suara_kode"), DAYS * A_DAY);
	assert_int_equal(suara_count(&a, "suara_kata"), DAYS * A_DAY);
	assert_int_equal(one(&a,
			     "SELECT count(*) FROM suara s JOIN suara_kata k ON k.instansi_id = "
			     "s.instansi_id AND k.kata_id = s.suara_id WHERE s.instansi_id = "
			     "$1"),
			 0);
	assert_int_equal(one(&a, "SELECT count(*) FROM audit a JOIN suara s ON s.instansi_id = "
				 "a.instansi_id WHERE a.instansi_id = $1 AND a.perbuatan = "
				 "'suara.give' AND (a.objek <> '' OR length(a.digest_after) > 0 OR "
				 "a.request_id <> 'suara')"),
			 0);
}

static void of_the_day_nothing_is_left(void **state)
{
	static const char *const waiting[] = {
		"suara_masuk", "suara_kata_masuk", "suara_ciri_masuk", "suara_kode_masuk",
		"suara_kunci", "suara_acak",	   "suara_kata_acak",  "suara_kode_acak"};
	struct asking a = after_some_nights(state);

	for (size_t i = 0; i < sizeof(waiting) / sizeof(waiting[0]); i++)
		assert_int_equal(suara_count(&a, waiting[i]), 0);
}

static void a_place_is_another_one_on_the_next_day(void **state)
{
	struct arena *mem = arena_make();
	struct str today = suara_asal(mem, STR("192.0.2.7"), DATE(2026, 11, 24));

	(void)state;
	assert_true(str_equal(today, suara_asal(mem, STR("192.0.2.7"), DATE(2026, 11, 24))));
	assert_false(str_equal(today, suara_asal(mem, STR("192.0.2.8"), DATE(2026, 11, 24))));
	assert_false(str_equal(today, suara_asal(mem, STR("192.0.2.7"), DATE(2026, 11, 25))));
	/* the key of that day is gone: it does not come back with the day */
	assert_false(str_equal(today, suara_asal(mem, STR("192.0.2.7"), DATE(2026, 11, 24))));
	arena_close(&mem);
}

#define T(name) cmocka_unit_test_setup_teardown(name, house_set_up, house_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(rows_do_not_lie_in_the_order_they_came),
		T(all_rows_of_a_month_are_of_one_transaction),
		T(no_table_has_a_number_of_rows_beside_its_key),
		T(nothing_stands_in_two_tables),
		T(of_the_day_nothing_is_left),
		cmocka_unit_test(a_place_is_another_one_on_the_next_day),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
