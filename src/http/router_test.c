/* SPDX-License-Identifier: Apache-2.0 */
/* Which row a path finds, and which values its parameters get. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "http/router.h"

static const struct route routes[] = {
	{"GET", "/w/:instansi/skp", 9, LANE_READ, NULL, NULL, NULL},
	{"GET", "/", 0, LANE_READ, NULL, NULL, NULL},
	{"GET", "/skp", 1, LANE_READ, NULL, NULL, NULL},
	{"POST", "/skp", 2, LANE_WRITE, NULL, NULL, NULL},
	{"GET", "/skp/:skp_id", 3, LANE_READ, NULL, NULL, NULL},
	{"GET", "/skp/baru", 4, LANE_READ, NULL, NULL, NULL},
	{"GET", "/skp/:skp_id/:bagian", 5, LANE_READ, NULL, NULL, NULL},
	{"GET", "/skp/:skp_id/cek", 6, LANE_READ, NULL, NULL, NULL},
	{"GET", "/w/:instansi", 7, LANE_READ, NULL, NULL, NULL},
	{"GET", "/w/:instansi/unit/:unit_id", 8, LANE_READ, NULL, NULL, NULL},
};
static const struct route_table table = {routes, sizeof(routes) / sizeof(*routes)};

/* The permission marks which route was found; -1: none. */
static int found(const char *method, const char *path, struct pairs *params, struct str *allow,
		 enum err expected)
{
	struct route_match match;
	assert_int_equal(router_find(&table, str_from(method), str_from(path), params, &match),
			 expected);
	*allow = match.allow;
	return match.route ? match.route->permission : -1;
}

static void literals_win_over_parameters(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct pairs params;
	struct str allow;

	(void)state;
	pairs_init(&params, mem);
	assert_int_equal(found("GET", "/", &params, &allow, ERR_OK), 0);
	assert_int_equal(found("GET", "/skp", &params, &allow, ERR_OK), 1);
	assert_int_equal(found("POST", "/skp", &params, &allow, ERR_OK), 2);
	assert_int_equal(found("HEAD", "/skp/baru", &params, &allow, ERR_OK), 4);
	assert_int_equal(found("GET", "/skp/x/cek", &params, &allow, ERR_OK), 6);
	assert_int_equal(found("GET", "/skp/x/lain", &params, &allow, ERR_OK), 5);
}

/* The public's own address always names its agency; without it the staff's page is meant. */
static void an_address_of_two_pages_is_the_staffs(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct pairs params;
	struct str allow;

	(void)state;
	pairs_init(&params, mem);
	assert_int_equal(found("GET", "/w/kota/skp", &params, &allow, ERR_OK), 9);
	assert_int_equal(found("GET", "/skp", &params, &allow, ERR_OK), 1);
}

static void parameters_are_decoded(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct pairs params;
	struct str allow, value;

	(void)state;
	pairs_init(&params, mem);
	assert_int_equal(found("GET", "/skp/a%2Fb", &params, &allow, ERR_OK), 3);
	assert_true(pairs_at(&params, STR("skp_id"), 0, &value));
	assert_true(str_is(value, "a/b"));
}

static void unknown_paths_are_not_found(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	static const char *const paths[] = {"",	    "skp",	  "/skp/", "//", "/skp//cek",
					    "/SKP", "/skp/a/b/c", "/lain", "*",	 "http://x/skp"};
	struct pairs params;
	struct str allow;

	(void)state;
	pairs_init(&params, mem);
	for (size_t i = 0; i < sizeof(paths) / sizeof(*paths); i++)
		assert_int_equal(found("GET", paths[i], &params, &allow, ERR_NOT_FOUND), -1);
}

static void other_methods_are_listed(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct pairs params;
	struct str allow;

	(void)state;
	pairs_init(&params, mem);
	assert_int_equal(found("DELETE", "/skp", &params, &allow, ERR_INVALID), -1);
	assert_true(str_is(allow, "GET, POST"));
}

static void pages_of_an_agency_answer_with_and_without_its_name(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct pairs params;
	struct str allow, value;

	(void)state;
	pairs_init(&params, mem);
	assert_int_equal(found("GET", "/unit/u1", &params, &allow, ERR_OK), 8);
	assert_true(pairs_at(&params, STR("unit_id"), 0, &value) && str_is(value, "u1"));
	assert_false(pairs_at(&params, STR("instansi"), 0, &value));
	assert_int_equal(found("GET", "/w/kota/unit/u2", &params, &allow, ERR_OK), 8);
	assert_true(pairs_at(&params, STR("instansi"), 0, &value) && str_is(value, "kota"));
	assert_true(pairs_at(&params, STR("unit_id"), 1, &value) && str_is(value, "u2"));
	assert_int_equal(found("GET", "/w/kota", &params, &allow, ERR_OK), 7);
	assert_int_equal(found("GET", "/", &params, &allow, ERR_OK), 0);
	assert_int_equal(found("GET", "/w", &params, &allow, ERR_NOT_FOUND), -1);
}

static void malformed_segments_match_nothing(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct route_match match;
	struct pairs params;

	(void)state;
	pairs_init(&params, mem);
	assert_int_equal(router_find(&table, STR("GET"), STR("/skp/%zz"), &params, &match),
			 ERR_NOT_FOUND);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(literals_win_over_parameters),
		cmocka_unit_test(an_address_of_two_pages_is_the_staffs),
		cmocka_unit_test(parameters_are_decoded),
		cmocka_unit_test(unknown_paths_are_not_found),
		cmocka_unit_test(other_methods_are_listed),
		cmocka_unit_test(pages_of_an_agency_answer_with_and_without_its_name),
		cmocka_unit_test(malformed_segments_match_nothing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
