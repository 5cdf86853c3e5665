/* SPDX-License-Identifier: Apache-2.0 */
/* Kept, surely refused, unknown: each is told in words that are true, and the form with its key
   comes back. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "app/house_test_support.h"
#include "http/csrf.h"
#include "http/exchange.h"

#include <string.h>

static enum err outcome; /* what the deed comes to */

static enum err deed(struct request *req, struct response *res)
{
	(void)req;
	(void)res;
	return outcome;
}

static const struct route plain = {.method = "POST",
				   .path = "/uji",
				   .permission = PERM_SETTING_MANAGE,
				   .lane = LANE_WRITE,
				   .handler = deed};
static const struct route secret = {.method = "POST",
				    .path = "/uji",
				    .permission = PERM_ACCOUNT_OWN,
				    .lane = LANE_PASSWORD,
				    .handler = deed};

static enum err keep_work(struct job *job, void *arg)
{
	(void)job;
	(void)arg;
	return ERR_OK;
}

/* Its first change is kept, what follows is refused. */
static enum err half_deed(struct request *req, struct response *res)
{
	enum err err = request_write(req, keep_work, NULL);

	(void)res;
	return err ? err : outcome;
}

static const struct route half = {.method = "POST",
				  .path = "/uji",
				  .permission = PERM_ACCOUNT_OWN,
				  .lane = LANE_SLOW,
				  .handler = half_deed};

static struct request *post(struct house *house, const struct route *route, bool wants_json)
{
	struct arena *mem = house->mem;
	struct request *req = arena_new(mem, struct request);

	request_init(req, mem);
	req->method = STR("POST");
	req->path = str_from(route->path);
	req->route = route;
	req->body_kind = BODY_FORM;
	req->address = STR("192.0.2.7");
	pairs_add(&req->headers, STR("Host"), STR("abdi.test"));
	pairs_add(&req->headers, STR("Origin"), STR("http://abdi.test"));
	if (wants_json)
		pairs_add(&req->headers, STR("Accept"), STR("application/json"));
	pairs_add(&req->cookies, STR("abdi"), house->keeper);
	pairs_add(&req->fields, STR("csrf"), csrf_mask(mem, house->csrf));
	pairs_add(&req->fields, STR("kunci"), STR("00000000-0000-4000-8000-00000000000a"));
	pairs_add(&req->fields, STR("uraian"), STR("tulisan Anda"));
	return house_answer(house, req);
}

struct told {
	enum err err;
	int status;
	const char *header, *title, *kind;
};

static const struct told tolds[] = {
	{ERR_BUSY, 503, "refused", "Belum tersimpan", "/api#sibuk"},
	{ERR_STORE, 503, "refused", "Belum tersimpan", "/api#sibuk"},
	{ERR_IO, 503, "refused", "Belum tersimpan", "/api#sibuk"},
	{ERR_UNKNOWN, 504, "unknown", "Belum pasti tersimpan", "/api#belum-pasti"},
};

static bool is_told(const struct request *req, const char *header)
{
	struct str found;

	return pairs_at(&req->response.headers, STR("Abdi-Outcome"), 0, &found) &&
	       str_is(found, header) &&
	       pairs_count_nocase(&req->response.headers, STR("Abdi-Outcome")) == 1;
}

static void check_form(struct house *house, const struct told *told)
{
	struct request *req = post(house, &plain, false);
	struct str body = buf_str(&req->response.body);

	assert_int_equal(req->response.status, told->status);
	assert_true(is_told(req, told->header));
	assert_true(str_has(body, told->title));
	assert_true(str_has(body, "Kirim lagi"));
	assert_true(str_has(body, "tulisan Anda"));
	assert_true(str_has(body, "value=\"00000000-0000-4000-8000-00000000000a\""));
	assert_true(str_has(body, str_cstr(house->mem, request_field(req, "csrf"))));
	assert_false(str_has(body, "Data Anda aman"));
}

static void check_others(struct house *house, const struct told *told)
{
	struct request *req = post(house, &plain, true);

	assert_int_equal(req->response.status, told->status);
	assert_true(is_told(req, told->header));
	assert_true(str_has(buf_str(&req->response.body), told->kind));
	req = post(house, &secret, false);
	assert_int_equal(req->response.status, told->status);
	assert_true(is_told(req, told->header));
	assert_false(str_has(buf_str(&req->response.body), "tulisan Anda"));
}

static void every_outcome_is_told_as_it_is(void **state)
{
	struct house *house = *state;

	for (size_t i = 0; i < sizeof(tolds) / sizeof(tolds[0]); i++) {
		outcome = tolds[i].err;
		check_form(house, &tolds[i]);
		check_others(house, &tolds[i]);
	}
}

static void a_part_that_is_kept_makes_the_rest_unknown(void **state)
{
	struct house *house = *state;

	for (size_t i = 0; i < sizeof(tolds) / sizeof(tolds[0]); i++) {
		outcome = tolds[i].err;
		struct request *req = post(house, &half, false);
		assert_int_equal(req->response.status, 504);
		assert_true(is_told(req, "unknown"));
	}
}

static void what_was_kept_or_is_faulty_tells_no_outcome(void **state)
{
	struct house *house = *state;

	outcome = ERR_OK;
	struct request *req = post(house, &plain, false);
	assert_int_equal(req->response.status, 204);
	assert_int_equal(pairs_count_nocase(&req->response.headers, STR("Abdi-Outcome")), 0);
	outcome = ERR_FORBIDDEN;
	req = post(house, &plain, false);
	assert_int_equal(pairs_count_nocase(&req->response.headers, STR("Abdi-Outcome")), 0);
}

/* A page made elsewhere brings no token; the page that keeps its form gives it none. */
static void a_kept_form_gets_no_token_it_did_not_bring(void **state)
{
	struct house *house = *state;
	struct request *req = arena_new(house->mem, struct request);

	request_init(req, house->mem);
	req->method = STR("POST");
	req->path = str_from(plain.path);
	req->route = &plain;
	req->body_kind = BODY_FORM;
	gate_refuse(&house->gate, req, 503);
	assert_int_equal(req->response.status, 503);
	assert_true(str_has(buf_str(&req->response.body), "name=\"csrf\" value=\"\""));
}

#define T(name) cmocka_unit_test_setup_teardown(name, house_set_up, house_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(every_outcome_is_told_as_it_is),
		T(a_part_that_is_kept_makes_the_rest_unknown),
		T(what_was_kept_or_is_faulty_tells_no_outcome),
		T(a_kept_form_gets_no_token_it_did_not_bring),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
