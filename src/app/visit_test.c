/* SPDX-License-Identifier: Apache-2.0 */
/* Visitors come to the agency their address names, and see nothing of another. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "app/house_test_support.h"
#include "base/sys.h"
#include "http/exchange.h"
#include "http/router.h"

#include <string.h>

/* A visitor's request as the server hands it over. */
static struct request *come(struct house *house, const char *path, const char *host,
			    struct str session)
{
	struct request *req = arena_new(house->mem, struct request);
	struct route_match match;

	request_init(req, house->mem);
	req->method = STR("GET");
	req->path = str_from(path);
	assert_int_equal(router_find(&app_routes, req->method, req->path, &req->params, &match),
			 ERR_OK);
	req->route = match.route;
	pairs_add(&req->headers, STR("Host"), str_from(host));
	if (session.len > 0)
		pairs_add(&req->cookies, STR("abdi"), session);
	return house_answer(house, req);
}

static bool says(const struct request *req, const char *text)
{
	return str_has(buf_str(&req->response.body), text);
}

static void the_gate_makes_a_visitor_one_of_the_public_of_that_agency(void **state)
{
	struct house *house = *state;
	struct id lain = house_other_agency(house, "lain");
	struct request *here = come(house, "/w/k", "abdi.test", STR_NONE);
	struct request *there = come(house, "/w/lain", "abdi.test", STR_NONE);

	assert_int_equal(here->response.status, 200);
	assert_true(id_equal(&here->job.actor->instansi_id, &house->instansi_id));
	assert_false(here->job.actor->is_signed_in);
	assert_true(actor_has_role(here->job.actor, PERAN_PUBLIK));
	assert_true(id_equal(&there->job.actor->instansi_id, &lain));
	assert_true(says(there, "Kota Contoh"));
	assert_false(says(here, "Kota Contoh"));
}

static void an_agency_that_is_not_here_is_our_404(void **state)
{
	struct house *house = *state;
	struct request *req = come(house, "/w/tidak-ada", "abdi.test", STR_NONE);

	assert_int_equal(req->response.status, 404);
	assert_true(says(req, "Halaman tidak ditemukan"));
}

static void nobody_is_signed_in_on_a_page_for_the_public(void **state)
{
	struct house *house = *state;
	struct id lain = house_other_agency(house, "lain");
	struct request *req = come(house, "/w/lain", "abdi.test", house->keeper);

	assert_int_equal(req->response.status, 200);
	assert_false(req->job.actor->is_signed_in);
	assert_true(id_equal(&req->job.actor->instansi_id, &lain));
	assert_true(id_is_none(&req->job.actor->akun_id));
}

static void the_only_agency_answers_without_its_name(void **state)
{
	struct house *house = *state;

	assert_true(says(come(house, "/", "abdi.test", STR_NONE), "href=\"/w/k/masalah?"));
	(void)house_other_agency(house, "lain");
	visits_free(house->gate.visits); /* it remembers for seconds */
	house->gate.visits = visits_make(house->store, STR("layanan.uji=k"));
	assert_int_equal(come(house, "/", "abdi.test", STR_NONE)->response.status, 303);
}

static bool recall(struct house *house, int seconds_later, struct pool *pool, struct agency *out)
{
	struct request *req = arena_new(house->mem, struct request);

	request_init(req, house->mem);
	req->job.mem = house->mem;
	req->job.now = clock_now() + seconds_later * INT64_C(1000000);
	return visits_recall(house->gate.visits, pool, req, out);
}

static void what_became_old_is_told_and_found_anew_by_somebody_else(void **state)
{
	struct house *house = *state;
	struct pool *pool = pool_start(1, 1);
	struct agency agency;

	assert_false(recall(house, 0, pool, &agency)); /* nobody has come yet */
	assert_int_equal(come(house, "/masuk", "abdi.test", STR_NONE)->response.status, 200);
	(void)house_other_agency(house, "lain");
	assert_true(recall(house, 9, pool, &agency));
	assert_true(recall(house, 11, pool, &agency));
	assert_true(id_equal(&agency.instansi_id, &house->instansi_id));
	pool_stop(pool); /* now it has been found anew: there are two, so it is none of them */
	pool = pool_start(1, 1);
	assert_true(recall(house, 12, pool, &agency));
	assert_true(id_is_none(&agency.instansi_id));
	assert_false(recall(house, 3700, pool, &agency));
	pool_stop(pool);
}

static void a_host_name_of_its_own_says_which_agency_it_is(void **state)
{
	struct house *house = *state;

	(void)house_other_agency(house, "lain");
	struct request *req = come(house, "/", "Layanan.uji:8080", STR_NONE);
	assert_int_equal(req->response.status, 200);
	assert_true(id_equal(&req->job.actor->instansi_id, &house->instansi_id));
	assert_int_equal(come(house, "/w/lain", "layanan.uji", STR_NONE)->response.status, 200);
}

static void host_names_are_checked_at_the_start(void **state)
{
	(void)state;
	assert_int_equal(visits_check_hosts(STR("")), ERR_OK);
	assert_int_equal(visits_check_hosts(STR("a.go.id=kota-a, b.go.id=kota-b")), ERR_OK);
	assert_int_equal(visits_check_hosts(STR("a.go.id")), ERR_INVALID);
	assert_int_equal(visits_check_hosts(STR("https://a.go.id=kota-a")), ERR_INVALID);
	assert_int_equal(visits_check_hosts(STR("a.go.id=")), ERR_INVALID);
}

/* What the public reads at an agency's own host must not stand before a page of the staff: where
   both are called alike the address without the agency is the staff's. */
static void no_page_of_the_public_hides_one_of_the_staff(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();

	(void)state;
	for (int i = 0; i < app_routes.count; i++) {
		const struct route *route = &app_routes.at[i];
		struct route_match match;
		struct pairs params;
		if (router_is_visit(route))
			continue;
		pairs_init(&params, mem);
		assert_int_equal(router_find(&app_routes, str_from(route->method),
					     str_from(route->path), &params, &match),
				 ERR_OK);
		assert_false(router_is_visit(match.route));
	}
}

#define T(name) cmocka_unit_test_setup_teardown(name, house_set_up, house_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(the_gate_makes_a_visitor_one_of_the_public_of_that_agency),
		T(an_agency_that_is_not_here_is_our_404),
		T(nobody_is_signed_in_on_a_page_for_the_public),
		T(the_only_agency_answers_without_its_name),
		T(what_became_old_is_told_and_found_anew_by_somebody_else),
		T(a_host_name_of_its_own_says_which_agency_it_is),
		cmocka_unit_test(host_names_are_checked_at_the_start),
		cmocka_unit_test(no_page_of_the_public_hides_one_of_the_staff),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
