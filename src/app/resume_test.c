/* SPDX-License-Identifier: Apache-2.0 */
/* A form on whose way the sign-in ended, or the password is asked for again. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "app/house_test_support.h"
#include "db/store_test_support.h"
#include "http/exchange.h"

static void what_decides_asks_for_the_password_after_half_an_hour(void **state)
{
	struct house *house = *state;
	struct arena *mem = house->mem;
	struct str target;

	assert_int_equal(
		house_ask(house, mem, house_route("GET", "/peran"), house->keeper)->response.status,
		200);
	house_age(house);
	struct request *req = house_ask(house, mem, house_route("GET", "/peran"), house->keeper);
	assert_int_equal(req->response.status, 303);
	assert_true(pairs_at(&req->response.headers, STR("Location"), 0, &target));
	assert_true(str_is(target, "/konfirmasi?ke=%2Fperan"));
	assert_int_equal(
		house_ask(house, mem, house_route("GET", "/tahun"), house->keeper)->response.status,
		200); /* to look asks for nothing */
}

static void a_form_waits_for_the_password_and_goes_on(void **state)
{
	struct house *house = *state;
	struct arena *mem = house->mem;

	house_age(house);
	struct house_form form = {
		.cookie = house->keeper, .csrf = house->csrf, .origin = "http://abdi.test"};
	struct request *req = house_send_year(house, mem, &form);
	assert_int_equal(req->response.status, 401);
	assert_true(house_keeps_form(req));
	assert_false(str_has(buf_str(&req->response.body), "berkas tidak ikut"));
	form.has_file = true; /* files are not kept, and it says so */
	req = house_send_year(house, mem, &form);
	assert_true(str_has(buf_str(&req->response.body), "1 berkas tidak ikut"));
	form.has_file = false;
	form.sandi = "bukan kata sandinya";
	req = house_send_year(house, mem, &form);
	assert_int_equal(req->response.status, 422);
	assert_true(house_keeps_form(req));
	assert_false(house_has_year(house));
	form.csrf = STR("karangan");
	form.sandi = HOUSE_PASSWORD;
	assert_int_equal(house_send_year(house, mem, &form)->response.status, 403);
	form.csrf = house->csrf;
	req = house_send_year(house, mem, &form);
	assert_int_equal(req->response.status, 303);
	assert_true(house_has_year(house));
	assert_true(house_cookie_of(req).len > 0 &&
		    !str_equal(house_cookie_of(req), house->keeper));
	req = house_ask(house, mem, house_route("GET", "/peran"), house_cookie_of(req));
	assert_int_equal(req->response.status, 200);
	assert_true(house_asks_to_sign_in(
		house_ask(house, mem, house_route("GET", "/peran"), house->keeper)));
}

static void a_form_outlives_its_session_for_the_same_account(void **state)
{
	struct house *house = *state;
	struct arena *mem = house->mem;

	(void)store_test_sql(house->store, &house->instansi_id,
			     "DELETE FROM sesi WHERE instansi_id = $1");
	struct house_form form = {.cookie = house->keeper, .csrf = house->csrf};
	assert_true(house_asks_to_sign_in(
		house_send_year(house, mem, &form))); /* from who knows where */
	form.origin = "http://jahat.test";
	assert_true(house_asks_to_sign_in(house_send_year(house, mem, &form)));
	form.origin = "http://abdi.test";
	struct request *req = house_send_year(house, mem, &form);
	assert_int_equal(req->response.status, 401);
	assert_true(house_keeps_form(req));

	form = (struct house_form){.origin = "http://abdi.test",
				   .guest = STR("tamu"),
				   .csrf = STR("lain"),
				   .masuk = "ayu@k.go.id",
				   .sandi = HOUSE_PASSWORD,
				   .claim = house->keeper_id};
	assert_int_equal(house_send_year(house, mem, &form)->response.status, 403);
	form.csrf = form.guest;
	form.masuk = "budi@k.go.id";
	req = house_send_year(house, mem, &form);
	assert_int_equal(req->response.status, 422);
	assert_true(problems_has_rule(&req->faults, "account.other"));
	assert_true(house_keeps_form(req));
	assert_int_equal(house_cookie_of(req).len, 0);
	assert_false(house_has_year(house));
	form.masuk = "ayu@k.go.id";
	req = house_send_year(house, mem, &form);
	assert_int_equal(req->response.status, 303);
	assert_true(house_has_year(house));
}

static void a_form_from_before_the_new_sign_in_is_shown_once_more(void **state)
{
	struct house *house = *state;
	struct arena *mem = house->mem;

	struct str own = id_str(mem, &house->keeper_id), other = id_str(mem, &house->other_id);
	struct house_form form = {.cookie = house->keeper,
				  .csrf = str_format(mem, "%.*s.lama", STR_ARG(own)),
				  .origin = "http://abdi.test"};
	struct request *req = house_send_year(house, mem, &form);
	assert_int_equal(req->response.status, 401);
	assert_true(house_keeps_form(req));
	assert_false(str_has(buf_str(&req->response.body), str_cstr(mem, house->csrf)));
	form.csrf = str_format(mem, "%.*s.lama", STR_ARG(other));
	assert_int_equal(house_send_year(house, mem, &form)->response.status, 403);
	assert_false(house_has_year(house));
}

#define T(name) cmocka_unit_test_setup_teardown(name, house_set_up, house_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(what_decides_asks_for_the_password_after_half_an_hour),
		T(a_form_waits_for_the_password_and_goes_on),
		T(a_form_outlives_its_session_for_the_same_account),
		T(a_form_from_before_the_new_sign_in_is_shown_once_more),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
