/* SPDX-License-Identifier: Apache-2.0 */
/* Walks every route as visitor and in every role: the table alone decides who comes in, so a new
   route without a right permission shows here. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "account/account.h"
#include "app/house_test_support.h"
#include "http/exchange.h"

#include <semaphore.h>
#include <string.h>

static void visitors_are_sent_to_sign_in(void **state)
{
	struct house *house = *state;
	struct arena *mem = house->mem;

	for (int i = 0; i < app_routes.count; i++) {
		const struct route *route = &app_routes.at[i];
		if (route->api)
			continue;
		struct request *req = house_ask(house, mem, route, STR_NONE);
		if (route->permission != PERM_PUBLIC)
			assert_true(house_asks_to_sign_in(req));
		else if (!house_route_reads(route))
			assert_int_equal(req->response.status, 403); /* no token */
	}
}

/* Without the permission 403; with it a change still needs the token; a stranger's record is not
   found. */
static bool is_right(const struct route *route, bool may, int status)
{
	if (!may || !house_route_reads(route))
		return status == 403;
	if (strstr(route->path, "_id"))
		return status == 404 || status == 403;
	return status < 500;
}

static void check_route(struct house *house, const struct route *route, enum peran peran)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct actor actor = {.scope_count = 1, .scopes = {{.peran = peran}}};
	bool may = route->permission == PERM_PUBLIC ||
		   access_may(&actor, (enum permission)route->permission);
	struct request *req = house_ask(house, mem, route, house->cookie[peran]);

	if (!is_right(route, may, req->response.status) || house_asks_to_sign_in(req))
		fail_msg("%.*s: %s %s answers %d", STR_ARG(peran_key(peran)), route->method,
			 route->path, req->response.status);
}

static void roles_reach_what_the_table_grants(void **state)
{
	struct house *house = *state;

	for (int peran = PERAN_PUBLIK + 1; peran < PERAN_COUNT; peran++)
		for (int i = 0; i < app_routes.count; i++)
			if (!app_routes.at[i].api)
				check_route(house, &app_routes.at[i], (enum peran)peran);
}

static void a_dead_session_is_a_visitor(void **state)
{
	struct house *house = *state;
	struct arena *mem = house->mem;

	for (int i = 0; i < app_routes.count; i++) {
		const struct route *route = &app_routes.at[i];
		if (route->api)
			continue;
		struct str forged = str_join(mem, str_slice(house->cookie[PERAN_AUDITOR], 0, 33),
					     STR("karangan"));
		if (route->permission != PERM_PUBLIC)
			assert_true(house_asks_to_sign_in(house_ask(house, mem, route, forged)));
	}
}

/* Outlives the test: the pool may wake from it only when it is stopped. */
static sem_t begun, end;

static void hold_up(void *arg)
{
	(void)arg;
	sem_post(&begun);
	sem_wait(&end);
}

static void an_import_holds_up_no_sign_in(void **state)
{
	struct house *house = *state;
	struct arena *mem = house->mem;

	sem_init(&begun, 0, 0);
	sem_init(&end, 0, 0);
	assert_int_equal(pool_submit(house->gate.pool, hold_up, NULL), ERR_OK);
	sem_wait(&begun);
	house_age(house);
	struct house_form form = {.cookie = house->keeper,
				  .csrf = house->csrf,
				  .origin = "http://abdi.test",
				  .sandi = HOUSE_PASSWORD};
	assert_int_equal(house_send_year(house, mem, &form)->response.status, 303);
	sem_post(&end);
}

/* All that may wait for the database does: its one reader, and the one place behind it. */
static void what_needs_no_database_waits_for_no_reader(void **state)
{
	struct house *house = *state;
	struct arena *mem = house->mem;
	const struct route *route = house_route("GET", "/masuk");

	sem_init(&begun, 0, 0);
	sem_init(&end, 0, 0);
	(void)house_ask(house, mem, route, STR_NONE); /* the agency is remembered */
	house->gate.readers = pool_start(1, 1);
	assert_int_equal(pool_submit(house->gate.readers, hold_up, NULL), ERR_OK);
	sem_wait(&begun);
	assert_int_equal(pool_submit(house->gate.readers, hold_up, NULL), ERR_OK);
	struct request *still = house_ask(house, mem, route, STR_NONE);
	assert_int_equal(still->response.status, 200);
	assert_true(id_equal(&still->job.actor->instansi_id, &house->instansi_id));
	assert_int_equal(house_ask(house, mem, house_route("GET", "/w/:instansi"), STR_NONE)
				 ->response.status,
			 503);
	sem_post(&end);
	sem_post(&end);
	pool_stop(house->gate.readers);
	house->gate.readers = NULL;
}

static struct request *head_with_files(struct arena *mem, struct str cookie)
{
	struct request *req = arena_new(mem, struct request);

	request_init(req, mem);
	req->method = STR("POST");
	req->path = STR("/impor");
	req->route = house_route("POST", "/impor");
	if (cookie.len > 0)
		pairs_add(&req->cookies, STR("abdi"), cookie);
	return req;
}

static bool takes_files(struct house *house, struct arena *mem, struct str cookie)
{
	return gate_takes_files(&house->gate, head_with_files(mem, cookie)) == FILES_KEEP;
}

static void files_are_taken_only_from_who_may_do_the_deed(void **state)
{
	struct house *house = *state;
	struct arena *mem = house->mem;

	assert_true(takes_files(house, mem, house->keeper));
	assert_true(takes_files(house, mem, house->keeper)); /* now from memory */
	assert_false(takes_files(house, mem, STR_NONE));
	assert_false(takes_files(house, mem, house->cookie[PERAN_AUDITOR]));
	assert_false(takes_files(house, mem,
				 str_join(mem, str_slice(house->keeper, 0, 33), STR("karangan"))));
}

static int judged; /* -1: not yet */

static void note_judgement(struct request *req, bool takes)
{
	(void)req;
	judged = takes;
	sem_post(&begun);
}

static int judgement_of(struct house *house, struct str cookie)
{
	struct request *req = head_with_files(house->mem, cookie);

	judged = -1;
	assert_int_equal(gate_takes_files(&house->gate, req), FILES_LATER);
	gate_judge(&house->gate, req);
	sem_wait(&begun);
	return judged;
}

/* Where the database has a server, who sends files is found out by a reader; meanwhile their
   connection stands aside. */
static void files_of_who_is_not_remembered_are_judged_by_a_reader(void **state)
{
	struct house *house = *state;
	struct arena *mem = house->mem;

	sem_init(&begun, 0, 0);
	sem_init(&end, 0, 0);
	house->gate.judged = note_judgement;
	house->gate.readers = pool_start(1, 1);
	assert_int_equal(gate_takes_files(&house->gate, head_with_files(mem, STR_NONE)),
			 FILES_DROP);
	assert_int_equal(judgement_of(house, house->cookie[PERAN_AUDITOR]), false);
	assert_int_equal(judgement_of(house, house->keeper), true);
	assert_true(takes_files(house, mem, house->keeper)); /* now from memory */
	assert_int_equal(pool_submit(house->gate.readers, hold_up, NULL), ERR_OK);
	sem_wait(&begun);
	assert_int_equal(pool_submit(house->gate.readers, hold_up, NULL), ERR_OK);
	/* no reader has a place left: the files are not kept, and sending again helps */
	assert_int_equal(judgement_of(house, house->cookie[PERAN_ADMIN_KEPEGAWAIAN]), false);
	sem_post(&end);
	sem_post(&end);
	pool_stop(house->gate.readers);
	house->gate.readers = NULL;
}

#define T(name) cmocka_unit_test_setup_teardown(name, house_set_up, house_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(visitors_are_sent_to_sign_in),
		T(roles_reach_what_the_table_grants),
		T(a_dead_session_is_a_visitor),
		T(an_import_holds_up_no_sign_in),
		T(what_needs_no_database_waits_for_no_reader),
		T(files_are_taken_only_from_who_may_do_the_deed),
		T(files_of_who_is_not_remembered_are_judged_by_a_reader),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
