/* SPDX-License-Identifier: Apache-2.0 */
/* What the public sends: once a key, as often as the limits let, kept until the day that was
   told. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "app/house_test_support.h"
#include "app/public.h"
#include "base/sys.h"
#include "db/store_test_support.h"
#include "http/csrf.h"
#include "http/exchange.h"
#include "http/router.h"

#define WORDS "Tombol kirim tidak menjawab sama sekali"
#define DAY_US (INT64_C(86400) * 1000000)
/* The row of masalah_send in public.def. */
#define AN_ADDRESS 30
#define THE_FORM 300
#define DAYS 90
#define AN_ADDRESS_LOOKS 300

/* One sending of the form, as a browser does it. */
struct letter {
	const char *path, *address, *words, *key, *token;
	const char *origin;
};

static const struct letter GOOD = {
	"/w/k/masalah", "192.0.2.7", WORDS, NULL, "AAAAAAAAAAAAAAAAAAAAAAAA", "http://abdi.test"};

/* All of a test happens in one moment, so that no limit runs off while it counts. */
static int64_t still(void)
{
	return time_of_date(DATE(2026, 11, 25), 9 * 60, ZONA_WIT);
}

static int set_up(void **state)
{
	sys_use_clock(still);
	return house_set_up(state);
}

static int tear_down(void **state)
{
	sys_use_clock(NULL);
	return house_tear_down(state);
}

static struct request *request_of(struct house *house, const char *method, const char *path)
{
	struct request *req = arena_new(house->mem, struct request);
	struct route_match match;

	request_init(req, house->mem);
	req->method = str_from(method);
	req->path = str_from(path);
	assert_int_equal(router_find(&app_routes, req->method, req->path, &req->params, &match),
			 ERR_OK);
	req->route = match.route;
	req->address = STR("192.0.2.7");
	pairs_add(&req->headers, STR("Host"), STR("abdi.test"));
	return req;
}

static struct request *send_letter(struct house *house, const struct letter *letter)
{
	struct request *req = request_of(house, "POST", letter->path);
	struct id fresh = id_make();

	req->body_kind = BODY_FORM;
	req->address = str_from(letter->address);
	if (letter->origin)
		pairs_add(&req->headers, STR("Origin"), str_from(letter->origin));
	pairs_add(&req->cookies, STR("abdi-tamu"), str_from(GOOD.token));
	pairs_add(&req->fields, STR("csrf"), csrf_mask(house->mem, str_from(letter->token)));
	pairs_add(&req->fields, STR("kunci"),
		  letter->key ? str_from(letter->key) : id_str(house->mem, &fresh));
	pairs_add(&req->fields, STR("jenis"), STR("rusak"));
	pairs_add(&req->fields, STR("uraian"), str_from(letter->words));
	pairs_add(&req->fields, STR("halaman"), STR("/kalkulator"));
	return house_answer(house, req);
}

static int64_t kept_in(struct house *house, const struct id *instansi)
{
	return store_test_count(house->store, instansi,
				"SELECT count(*) FROM masalah WHERE instansi_id = $1");
}

static bool says(const struct request *req, const char *text)
{
	return str_has(buf_str(&req->response.body), text);
}

/* Of a page about something of the agency's the room itself tests this. */
static bool names_a_record(const struct route *route)
{
	return strchr(strchr(route->path, ':') + 1, ':') != NULL;
}

static void a_form_of_the_public_names_its_purpose_and_its_day(void **state)
{
	struct house *house = *state;
	int forms = 0;

	for (int i = 0; i < app_routes.count; i++) {
		const struct route *route = &app_routes.at[i];
		const struct public_form *form = public_form_of(route);
		if (!form || !house_route_reads(route) || names_a_record(route))
			continue;
		struct request *req = house_ask(house, house->mem, route, STR_NONE);
		struct date day = date_add_days(req->job.today, form->days);
		assert_true(says(req, form->purpose));
		assert_true(says(req, str_cstr(house->mem, date_long(house->mem, day))));
		forms++;
	}
	assert_true(forms > 0);
}

static void what_a_visitor_sends_is_kept_for_the_agency_they_came_to(void **state)
{
	struct house *house = *state;
	struct id lain = house_other_agency(house, "lain");
	struct letter letter = GOOD;

	assert_int_equal(send_letter(house, &letter)->response.status, 303);
	assert_int_equal(kept_in(house, &house->instansi_id), 1);
	assert_int_equal(kept_in(house, &lain), 0);
	letter.path = "/w/lain/masalah";
	assert_int_equal(send_letter(house, &letter)->response.status, 303);
	assert_int_equal(kept_in(house, &lain), 1);
	letter.path = "/w/tidak-ada/masalah";
	assert_int_equal(send_letter(house, &letter)->response.status, 404);
}

static void the_trail_tells_of_it_without_the_words(void **state)
{
	struct house *house = *state;

	(void)send_letter(house, &GOOD);
	assert_int_equal(store_test_count(house->store, &house->instansi_id,
					  "SELECT count(*) FROM audit WHERE instansi_id = $1 AND "
					  "perbuatan = 'masalah.tell' AND akun_id IS NULL AND "
					  "alasan = '' AND length(digest_after) = 0"),
			 1);
}

static void a_key_of_a_guest_makes_its_deed_happen_once(void **state)
{
	struct house *house = *state;
	struct letter letter = GOOD;

	letter.key = "0193f2ab-7c1e-7d00-9a55-5e0c2f7be101";
	assert_int_equal(send_letter(house, &letter)->response.status, 303);
	assert_int_equal(send_letter(house, &letter)->response.status, 303);
	assert_int_equal(kept_in(house, &house->instansi_id), 1);
	letter.words = WORDS " lagi";
	struct request *other = send_letter(house, &letter);
	assert_int_equal(other->response.status, 409);
	assert_true(says(other, ">\n" WORDS " lagi</textarea>"));
	assert_int_equal(kept_in(house, &house->instansi_id), 1);
}

static void a_form_without_our_token_is_kept_or_refused(void **state)
{
	struct house *house = *state;
	struct letter letter = GOOD;

	letter.token = "BBBBBBBBBBBBBBBBBBBBBBBB";
	struct request *stale = send_letter(house, &letter);
	assert_int_equal(stale->response.status, 403);
	assert_true(says(stale, ">\n" WORDS "</textarea>"));
	letter.origin = NULL; /* no browser of ours */
	assert_false(says(send_letter(house, &letter), WORDS));
	letter.origin = "http://lain.test";
	letter.token = GOOD.token;
	assert_int_equal(send_letter(house, &letter)->response.status, 403);
	assert_int_equal(kept_in(house, &house->instansi_id), 0);
}

static void one_address_may_send_so_often_and_then_waits_with_its_words(void **state)
{
	struct house *house = *state;
	struct letter letter = GOOD;
	struct str value;

	for (int i = 0; i < AN_ADDRESS; i++)
		assert_int_equal(send_letter(house, &letter)->response.status, 303);
	struct request *late = send_letter(house, &letter);
	assert_int_equal(late->response.status, 429);
	assert_true(says(late, ">\n" WORDS "</textarea>"));
	assert_true(says(late, "Kirim lagi pukul"));
	assert_true(pairs_at(&late->response.headers, STR("Retry-After"), 0, &value));
	assert_int_equal(kept_in(house, &house->instansi_id), AN_ADDRESS);
	letter.address = "192.0.2.8"; /* a neighbour does not wait */
	assert_int_equal(send_letter(house, &letter)->response.status, 303);
}

/* From a new address each time, so that only the form's own limit stands in the way. */
static struct request *send_from_somewhere(struct house *house, int i)
{
	struct letter letter = GOOD;

	letter.address = str_cstr(house->mem, str_format(house->mem, "198.51.100.%d", i % 250));
	return send_letter(house, &letter);
}

static void a_form_takes_so_many_an_hour_whoever_sends(void **state)
{
	struct house *house = *state;

	for (int i = 0; i < THE_FORM; i++)
		assert_int_equal(send_from_somewhere(house, i)->response.status, 303);
	assert_int_equal(send_from_somewhere(house, THE_FORM)->response.status, 429);
}

static void an_agency_takes_so_many_an_hour_whatever_the_form(void **state)
{
	struct house *house = *state;
	struct limit_ask others = {
		.who = str_format(house->mem, "instansi %.*s",
				  STR_ARG(id_str(house->mem, &house->instansi_id))),
		.limit = {.count = PUBLIC_AGENCY_HOUR, .seconds = 3600}};

	for (int i = 0; i < PUBLIC_AGENCY_HOUR - 1; i++)
		(void)limiter_take(house->gate.limiter, &others, 1, clock_now());
	assert_int_equal(send_from_somewhere(house, 1)->response.status, 303);
	assert_int_equal(send_from_somewhere(house, 2)->response.status, 429);
}

/* Right or wrong, the form and the page count together; the next one waits, another address not. */
static void codes_are_asked_for_so_often_an_hour(void **state)
{
	struct house *house = *state;

	for (int i = 0; i < AN_ADDRESS_LOOKS; i++) {
		struct request *req =
			request_of(house, "GET", i % 2 ? "/w/k/cek/22222222" : "/w/k/cek");
		assert_int_equal(house_answer(house, req)->response.status, i % 2 ? 404 : 200);
	}
	struct request *req = request_of(house, "GET", "/w/k/cek/22222222");
	assert_int_equal(house_answer(house, req)->response.status, 429);
	req = request_of(house, "GET", "/w/k/cek/22222222");
	req->address = STR("192.0.2.8");
	assert_int_equal(house_answer(house, req)->response.status, 404);
	req = request_of(house, "GET", "/w/k/masalah");
	assert_int_equal(house_answer(house, req)->response.status, 200);
}

static void faults_are_told_beside_their_fields(void **state)
{
	struct house *house = *state;
	struct letter letter = GOOD;

	letter.words = "rusak";
	struct request *req = send_letter(house, &letter);
	assert_int_equal(req->response.status, 422);
	assert_true(says(req, "href=\"#uraian\""));
	assert_int_equal(kept_in(house, &house->instansi_id), 0);
}

static void words_are_deleted_on_the_day_that_was_told(void **state)
{
	struct house *house = *state;

	struct request *req = send_letter(house, &GOOD);
	int64_t day =
		time_of_date(date_of_time(req->job.now, ZONA_WIT), 0, ZONA_WIT) + DAYS * DAY_US;
	assert_int_equal(public_forget(house->store, day - 1, NULL), ERR_OK);
	assert_int_equal(kept_in(house, &house->instansi_id), 1);
	assert_int_equal(public_forget(house->store, day + DAY_US, NULL), ERR_OK);
	assert_int_equal(kept_in(house, &house->instansi_id), 0);
	assert_int_equal(store_test_count(house->store, &house->instansi_id,
					  "SELECT count(*) FROM audit WHERE instansi_id = $1 AND "
					  "perbuatan = 'masalah.forget' AND alasan = '1 masukan'"),
			 1);
}

static void administrators_read_them_and_mark_them(void **state)
{
	struct house *house = *state;
	struct request *list = request_of(house, "GET", "/masukan");
	struct request *other = request_of(house, "GET", "/masukan");

	(void)send_letter(house, &GOOD);
	pairs_add(&list->cookies, STR("abdi"), house->keeper);
	pairs_add(&other->cookies, STR("abdi"), house->cookie[PERAN_AUDITOR]);
	assert_true(says(house_answer(house, list), WORDS));
	assert_int_equal(house_answer(house, other)->response.status, 403);
}

#define T(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(a_form_of_the_public_names_its_purpose_and_its_day),
		T(what_a_visitor_sends_is_kept_for_the_agency_they_came_to),
		T(the_trail_tells_of_it_without_the_words),
		T(a_key_of_a_guest_makes_its_deed_happen_once),
		T(a_form_without_our_token_is_kept_or_refused),
		T(one_address_may_send_so_often_and_then_waits_with_its_words),
		T(a_form_takes_so_many_an_hour_whoever_sends),
		T(an_agency_takes_so_many_an_hour_whatever_the_form),
		T(codes_are_asked_for_so_often_an_hour),
		T(faults_are_told_beside_their_fields),
		T(words_are_deleted_on_the_day_that_was_told),
		T(administrators_read_them_and_mark_them),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
