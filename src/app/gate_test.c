/* SPDX-License-Identifier: Apache-2.0 */
/* Walks every route as visitor and in every role: the table alone decides who comes in, so a new route without a right
   permission shows here. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "account/account.h"
#include "account/installation.h"
#include "account/session_cache.h"
#include "app/gate.h"
#include "base/sys.h"
#include "db/store_test_support.h"
#include "http/exchange.h"

#include <semaphore.h>
#include <string.h>

static sem_t answered;

static void note_answer(struct request *req)
{
	(void)req;
	sem_post(&answered);
}

struct house {
	struct arena *mem;
	struct store *store;
	struct gate gate;
	struct id instansi_id;
	struct str cookie[PERAN_COUNT]; /* of an account with just this role; PUBLIK has none */
};

static enum err house_work(struct db *db, void *arg)
{
	struct house *house = arg;
	struct actor actor = {.zona = ZONA_WIB};
	struct problems faults;
	struct job job = {.mem = house->mem, .db = db, .actor = &actor, .faults = &faults};
	struct installation in = {
		.nama = STR("Kota"), .kode = STR("K"), .kota = STR("Kota"), .zona = STR("WIB")};
	struct id unit_id, akun_id;
	enum err err;

	problems_init(&faults, house->mem);
	job.now = clock_now();
	job.today = DATE(2026, 11, 24);
	job.request_id = STR("uji");
	if ((err = agency_create(&job, &in, &house->instansi_id, &unit_id)))
		return err;
	for (int peran = PERAN_PUBLIK + 1; peran < PERAN_COUNT; peran++) {
		struct account_new account = {.nama = STR("Uji"), .sandi_hash = STR("-")};
		if ((err = account_create(&job, &account, &akun_id)) ||
		    (err = account_grant(&job, &akun_id, (enum peran)peran, &unit_id)) ||
		    (err = session_open(&job, &akun_id, STR_NONE, &house->cookie[peran])))
			return err;
	}
	return ERR_OK;
}

static void house_open(struct house *house, struct arena *mem)
{
	*house = (struct house){.mem = mem, .store = store_for_test()};
	house->gate = (struct gate){.store = house->store,
				    .pool = pool_start(1, 4),
				    .sessions = session_cache_make(),
				    .data_dir = "/tmp",
				    .answer = note_answer};
	sem_init(&answered, 0, 0);
	assert_int_equal(store_write(house->store, NULL, house_work, house), ERR_OK);
}

static void house_close(struct house *house)
{
	pool_stop(house->gate.pool);
	session_cache_free(house->gate.sessions);
	store_end_test(house->store);
}

/* Every :parameter becomes an identifier nobody has. */
static struct request *ask(struct house *house, struct arena *mem, const struct route *route,
			   struct str cookie)
{
	struct request *req = arena_new(mem, struct request);
	struct id stranger = id_make();
	struct str rest = str_from(route->path);

	request_init(req, mem);
	req->method = str_from(route->method);
	req->path = rest;
	req->route = route;
	while (rest.len > 0) {
		struct str segment = str_cut(rest, '/', &rest);
		if (str_starts(segment, ":"))
			pairs_add(&req->params, str_slice(segment, 1, segment.len),
				  id_str(mem, &stranger));
	}
	pairs_add(&req->headers, STR("Host"), STR("abdi.test"));
	if (cookie.len > 0)
		pairs_add(&req->cookies, STR("abdi"), cookie);
	gate_handle(&house->gate, req);
	sem_wait(&answered);
	return req;
}

static bool is_reading(const struct route *route)
{
	return strcmp(route->method, "GET") == 0;
}

static bool leads_to_sign_in(const struct request *req)
{
	struct str target;
	return req->response.status == 303 &&
	       pairs_at(&req->response.headers, STR("Location"), 0, &target) &&
	       str_starts(target, "/masuk?ke=");
}

static void visitors_are_sent_to_sign_in(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct house house;

	(void)state;
	house_open(&house, mem);
	for (int i = 0; i < app_routes.count; i++) {
		const struct route *route = &app_routes.at[i];
		struct request *req = ask(&house, mem, route, STR_NONE);
		if (route->permission != PERM_PUBLIC)
			assert_true(leads_to_sign_in(req));
		else if (!is_reading(route))
			assert_int_equal(req->response.status, 403); /* no token */
	}
	house_close(&house);
}

/* Without the permission 403; with it a change still needs the token; a stranger's record is not found. */
static bool is_right(const struct route *route, bool may, int status)
{
	if (!may || !is_reading(route))
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
	struct request *req = ask(house, mem, route, house->cookie[peran]);

	if (!is_right(route, may, req->response.status) || leads_to_sign_in(req))
		fail_msg("%s: %s %s answers %d", peran_key(peran), route->method, route->path,
			 req->response.status);
}

static void roles_reach_what_the_table_grants(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct house house;

	(void)state;
	house_open(&house, mem);
	for (int peran = PERAN_PUBLIK + 1; peran < PERAN_COUNT; peran++)
		for (int i = 0; i < app_routes.count; i++)
			check_route(&house, &app_routes.at[i], (enum peran)peran);
	house_close(&house);
}

static void a_dead_session_is_a_visitor(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct house house;

	(void)state;
	house_open(&house, mem);
	for (int i = 0; i < app_routes.count; i++) {
		const struct route *route = &app_routes.at[i];
		struct str forged = str_join(mem, str_slice(house.cookie[PERAN_AUDITOR], 0, 33),
					     STR("karangan"));
		if (route->permission != PERM_PUBLIC)
			assert_true(leads_to_sign_in(ask(&house, mem, route, forged)));
	}
	house_close(&house);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(visitors_are_sent_to_sign_in),
		cmocka_unit_test(roles_reach_what_the_table_grants),
		cmocka_unit_test(a_dead_session_is_a_visitor),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
