/* SPDX-License-Identifier: Apache-2.0 */
/* The key of a form makes its deed happen once. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "app/house_test_support.h"
#include "app/repeat.h"
#include "http/exchange.h"

static void every_changing_route_asks_for_a_key_or_says_why_not(void **state)
{
	(void)state;
	for (int i = 0; i < app_routes.count; i++) {
		const struct route *route = &app_routes.at[i];
		bool is_keyed = route->lane == LANE_WRITE || route->lane == LANE_FILES;
		if (house_route_reads(route))
			continue;
		if (!is_keyed && !repeat_is_harmless(route))
			fail_msg("%s has no key and no reason in repeat.def", route->path);
	}
}

static const char *location_of(struct arena *mem, const struct request *req)
{
	struct str target;

	return pairs_at(&req->response.headers, STR("Location"), 0, &target) ? str_cstr(mem, target)
									     : "";
}

static void a_form_sent_twice_does_its_deed_once(void **state)
{
	struct house *house = *state;
	struct arena *mem = house->mem;

	struct house_form form = {.cookie = house->keeper,
				  .csrf = house->csrf,
				  .origin = "http://abdi.test",
				  .key = STR("0193f2ab-7c1e-7d00-9a55-5e0c2f7be101")};
	struct request *first = house_send_year(house, mem, &form);
	assert_int_equal(first->response.status, 303);
	struct request *again = house_send_year(house, mem, &form);
	assert_int_equal(again->response.status, 303);
	assert_string_equal(location_of(mem, again), location_of(mem, first));
	assert_true(str_equal(again->response.note, first->response.note));
	assert_true(first->response.note.len > 0);
	form.approach = "kuantitatif"; /* the same key with another content */
	struct request *other = house_send_year(house, mem, &form);
	assert_int_equal(other->response.status, 409);
	assert_true(str_has(buf_str(&other->response.body), ">\nkuantitatif</textarea>"));
	assert_false(str_has(buf_str(&other->response.body), str_cstr(mem, form.key)));
	form.key = STR(
		"0193f2ab-7c1e-7d00-9a55-5e0c2f7be102"); /* another key: the deed itself refuses */
	assert_int_equal(house_send_year(house, mem, &form)->response.status, 422);
}

static void a_form_without_a_key_changes_nothing_and_is_kept(void **state)
{
	struct house *house = *state;
	struct arena *mem = house->mem;

	struct house_form form = {.cookie = house->keeper,
				  .csrf = house->csrf,
				  .origin = "http://abdi.test",
				  .key = STR("-")};
	struct request *req = house_send_year(house, mem, &form);
	assert_int_equal(req->response.status, 422);
	assert_true(house_keeps_form(req));
	assert_true(str_has(buf_str(&req->response.body), "name=\"kunci\""));
	form.key = STR("bukan-uuid");
	assert_int_equal(house_send_year(house, mem, &form)->response.status, 422);
	assert_false(house_has_year(house));
}

static void a_form_refused_for_its_faults_uses_up_no_key(void **state)
{
	struct house *house = *state;
	struct arena *mem = house->mem;

	struct house_form form = {.cookie = house->keeper,
				  .csrf = house->csrf,
				  .origin = "http://abdi.test",
				  .key = STR("0193f2ab-7c1e-7d00-9a55-5e0c2f7be101"),
				  .approach = "entah"};
	assert_int_equal(house_send_year(house, mem, &form)->response.status, 422);
	form.approach = NULL;
	assert_int_equal(house_send_year(house, mem, &form)->response.status, 303);
}

/* A form whose answer was lost, sent again when the session has ended: the key stays through the
   sign-in. */
static void the_key_outlives_the_sign_in(void **state)
{
	struct house *house = *state;
	struct arena *mem = house->mem;

	struct house_form form = {.cookie = house->keeper,
				  .csrf = house->csrf,
				  .origin = "http://abdi.test",
				  .key = STR("0193f2ab-7c1e-7d00-9a55-5e0c2f7be101")};
	assert_int_equal(house_send_year(house, mem, &form)->response.status, 303);
	house_age(house);
	struct request *kept = house_send_year(house, mem, &form);
	assert_int_equal(kept->response.status, 401);
	assert_true(str_has(buf_str(&kept->response.body), str_cstr(mem, form.key)));
	form.sandi = HOUSE_PASSWORD;
	assert_int_equal(house_send_year(house, mem, &form)->response.status, 303);
}

#define T(name) cmocka_unit_test_setup_teardown(name, house_set_up, house_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_changing_route_asks_for_a_key_or_says_why_not),
		T(a_form_sent_twice_does_its_deed_once),
		T(a_form_without_a_key_changes_nothing_and_is_kept),
		T(a_form_refused_for_its_faults_uses_up_no_key),
		T(the_key_outlives_the_sign_in),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
