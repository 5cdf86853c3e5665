/* SPDX-License-Identifier: Apache-2.0 */
/* What the trail tells of reading. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "app/house_test_support.h"
#include "app/trail_route.h"
#include "db/store_test_support.h"
#include "http/exchange.h"
#include "trail/trail_look.h"

#include <string.h>

static void every_page_of_one_persons_data_is_in_the_table(void **state)
{
	static const char *const records[] = {":pegawai_id", ":akun_id",  ":skp_id",
					      ":laporan_id", ":bukti_id", ":evaluasi_id",
					      ":berkas_id"};

	(void)state;
	for (int i = 0; i < app_routes.count; i++) {
		const struct route *route = &app_routes.at[i];
		bool is_about =
			strstr(route->path, ".xlsx") && strcmp(route->path, "/impor/templat.xlsx");
		for (size_t r = 0; r < sizeof records / sizeof records[0]; r++)
			is_about |= strstr(route->path, records[r]) != NULL;
		if (is_about && house_route_reads(route) && !trail_route_knows(route))
			fail_msg("%s is missing in trail_route.def", route->path);
	}
}

static int64_t entries_of(struct house *house, const char *deed)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	const char *sql =
		str_cstr(mem, str_format(mem,
					 "SELECT count(*) FROM audit WHERE instansi_id = $1 AND "
					 "perbuatan = '%s'",
					 deed));

	return store_test_count(house->store, &house->instansi_id, sql);
}

static struct request *open_account(struct house *house, struct arena *mem, struct id akun_id)
{
	struct request *req = arena_new(mem, struct request);

	request_init(req, mem);
	req->method = STR("GET");
	req->path = str_join(mem, STR("/peran/"), id_str(mem, &akun_id));
	req->route = house_route("GET", "/peran/:akun_id");
	pairs_add(&req->params, STR("akun_id"), id_str(mem, &akun_id));
	pairs_add(&req->cookies, STR("abdi"), house->keeper);
	return house_answer(house, req);
}

static void reading_somebody_elses_data_is_one_entry_written_later(void **state)
{
	struct house *house = *state;
	struct arena *mem = house->mem;

	for (int i = 0; i < 3; i++)
		assert_int_equal(open_account(house, mem, house->other_id)->response.status, 200);
	assert_int_equal(open_account(house, mem, house->keeper_id)->response.status, 200);
	assert_int_equal(open_account(house, mem, id_make())->response.status, 404);
	assert_int_equal(entries_of(house, "read.akun"), 0); /* the page did not wait for it */
	assert_int_equal(trail_looks_write(house->gate.looks, house->store), ERR_OK);
	assert_int_equal(entries_of(house, "read.akun"), 1);
	assert_int_equal(trail_looks_write(house->gate.looks, house->store), ERR_OK);
	assert_int_equal(entries_of(house, "read.akun"), 1);
}

static void a_download_is_an_entry_before_it_leaves(void **state)
{
	struct house *house = *state;
	struct arena *mem = house->mem;

	const struct route *route = house_route("GET", "/impor/kode.xlsx");
	assert_int_equal(
		house_ask(house, mem, route, house->cookie[PERAN_AUDITOR])->response.status, 403);
	assert_int_equal(entries_of(house, "export.kode"), 0);
	assert_int_equal(house_ask(house, mem, route, house->keeper)->response.status, 200);
	assert_int_equal(entries_of(house, "export.kode"), 1);
}

#define T(name) cmocka_unit_test_setup_teardown(name, house_set_up, house_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_page_of_one_persons_data_is_in_the_table),
		T(reading_somebody_elses_data_is_one_entry_written_later),
		T(a_download_is_an_entry_before_it_leaves),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
