/* SPDX-License-Identifier: Apache-2.0 */
/* A refused form is drawn off the writer, and who sends files is found out once. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "app/house_test_support.h"
#include "db/store.h"
#include "http/csrf.h"
#include "http/exchange.h"

static enum err drawn_as; /* what the drawing comes to */

static enum err draw(struct request *req, struct response *res, void *arg)
{
	const struct job *job = request_job(req);

	assert_false(db_is_writer(job->db));
	assert_int_equal(job->faults->count, 1); /* what the deed found is still there */
	if (drawn_as)
		return drawn_as;
	buf_add_cstr(respond_html(res, 422), arg);
	return ERR_OK;
}

static enum err refuse(struct request *req, struct response *res)
{
	struct job *job = request_job(req);

	assert_true(db_is_writer(job->db));
	problem_add(job->faults, STR("isi"), "uji.isi", STR("Isi dahulu."));
	respond_again(res, draw, "tulisan Anda");
	return ERR_INVALID;
}

static const struct route refusing = {.method = "POST",
				      .path = "/uji",
				      .permission = PERM_ACCOUNT_OWN,
				      .lane = LANE_WRITE,
				      .handler = refuse};

static struct request *post(struct house *house, const struct route *route)
{
	struct arena *mem = house->mem;
	struct request *req = arena_new(mem, struct request);
	struct id key = id_make();

	request_init(req, mem);
	req->method = STR("POST");
	req->path = str_from(route->path);
	req->route = route;
	req->body_kind = BODY_FORM;
	req->address = STR("192.0.2.7");
	pairs_add(&req->headers, STR("Host"), STR("abdi.test"));
	pairs_add(&req->headers, STR("Origin"), STR("http://abdi.test"));
	pairs_add(&req->cookies, STR("abdi"), house->keeper);
	pairs_add(&req->fields, STR("csrf"), csrf_mask(mem, house->csrf));
	pairs_add(&req->fields, STR("kunci"), id_str(mem, &key));
	return req;
}

static void a_refused_form_is_drawn_by_a_reader_after_the_rollback(void **state)
{
	struct house *house = *state;
	struct request *req = house_answer(house, post(house, &refusing));

	assert_int_equal(req->response.status, 422);
	assert_true(str_has(buf_str(&req->response.body), "tulisan Anda"));
}

static void a_drawing_that_fails_is_answered_by_its_failure(void **state)
{
	struct house *house = *state;

	drawn_as = ERR_NOT_FOUND;
	struct request *req = house_answer(house, post(house, &refusing));
	drawn_as = ERR_OK;
	assert_int_equal(req->response.status, 404);
}

static void who_sends_files_is_found_out_once(void **state)
{
	struct house *house = *state;
	struct request *req = post(house, &refusing);

	assert_int_equal(gate_takes_files(&house->gate, req), FILES_KEEP);
	const void *first = req->owner;
	house_answer(house, req);
	assert_ptr_equal(req->owner, first);
}

static void who_signed_out_while_files_came_is_found_out_again(void **state)
{
	struct house *house = *state;
	struct request *req = post(house, &refusing);

	assert_int_equal(gate_takes_files(&house->gate, req), FILES_KEEP);
	const void *first = req->owner;
	house_answer(house, post(house, house_route("POST", "/keluar")));
	house_answer(house, req);
	assert_ptr_not_equal(req->owner, first);
	assert_int_not_equal(req->response.status, 422);
}

#define T(name) cmocka_unit_test_setup_teardown(name, house_set_up, house_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(a_refused_form_is_drawn_by_a_reader_after_the_rollback),
		T(a_drawing_that_fails_is_answered_by_its_failure),
		T(who_sends_files_is_found_out_once),
		T(who_signed_out_while_files_came_is_found_out_again),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
