/* SPDX-License-Identifier: Apache-2.0 */
/* What an answer's head says. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "http/address.h"
#include "http/csrf.h"
#include "http/exchange.h"
#include "http/headers.h"
#include "http/static.h"

static struct request *request_for_test(struct arena *mem)
{
	struct request *req = arena_new(mem, struct request);
	request_init(req, mem);
	return req;
}

static struct str header_of(const struct response *res, const char *name)
{
	struct str value;
	return pairs_at_nocase(&res->headers, str_from(name), 0, &value) ? value : STR_NONE;
}

static void control_characters_never_reach_a_header(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct request *req = request_for_test(mem);

	(void)state;
	respond_header(&req->response, "X-Uji", STR("a\r\nSet-Cookie: jahat=1"));
	respond_header(&req->response, "X-Uji\r\nB", STR("a"));
	respond_header(&req->response, "X-Uji", (struct str){"a\0b", 3});
	assert_int_equal(req->response.headers.count, 0);
	(void)respond_bytes(&req->response, "text/csv", STR("a\"\r\nb/../c.csv"), STR("x"));
	struct str line = header_of(&req->response, "Content-Disposition");
	assert_true(line.len > 0 && !str_has(line, "\n") && !str_has(line, "/"));
}

static void redirects_stay_at_home(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	static const char *const foreign[] = {"http://a", "//a",  "/\\a",	  "\\\\a", "", "a",
					      "/a\r\nb",  "/a b", "javascript:1", "/\t/a"};

	(void)state;
	for (size_t i = 0; i < sizeof(foreign) / sizeof(*foreign); i++) {
		struct request *req = request_for_test(mem);
		(void)respond_see_other(&req->response, str_from(foreign[i]));
		assert_true(str_is(header_of(&req->response, "Location"), "/"));
	}
	struct request *req = request_for_test(mem);
	(void)respond_see_other(&req->response, STR("/skp?tahun=2026"));
	assert_true(str_is(header_of(&req->response, "Location"), "/skp?tahun=2026"));
}

static void the_last_word_on_a_cookie_counts(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct request *req = request_for_test(mem);

	(void)state;
	req->is_tls = true;
	respond_session(&req->response, STR_NONE, 0);
	respond_session(&req->response, STR("abc"), 60);
	respond_cookie(&req->response, COOKIE_NOTE, STR("a; Domain=x"), 60);
	assert_int_equal(pairs_count_nocase(&req->response.headers, STR("Set-Cookie")), 1);
	assert_true(str_is(header_of(&req->response, "Set-Cookie"),
			   "__Host-abdi=abc; Path=/; Max-Age=60; HttpOnly; SameSite=Lax; Secure"));
}

static void every_answer_carries_the_policy(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct request *req = request_for_test(mem);

	(void)state;
	(void)respond_html(&req->response, 200);
	headers_complete(&req->response);
	struct str policy = header_of(&req->response, "Content-Security-Policy");
	assert_true(str_starts(policy, "default-src 'none'; script-src 'self'") &&
		    !str_has(policy, "unsafe"));
	assert_true(str_is(header_of(&req->response, "X-Content-Type-Options"), "nosniff"));
	assert_true(str_is(header_of(&req->response, "Cache-Control"), "private, no-cache"));
}

static void set_header(struct request *req, const char *name, const char *value)
{
	pairs_add(&req->headers, str_from(name), str_from(value));
}

static void a_foreign_origin_is_refused(void **state)
{
	static const struct {
		const char *origin, *site;
		bool is_ours;
	} cases[] = {
		{"http://abdi.test", "same-origin", true},
		{"http://abdi.test", "", true},
		{"", "", true},
		{"http://abdi.test.evil", "", false},
		{"https://abdi.test", "", false},
		{"null", "", false},
		{"http://abdi.test", "cross-site", false},
		{"", "same-site", false},
		{"http://abdi.test:81", "", false},
	};
	CLEANUP(arena_close) struct arena *mem = arena_make();

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct request *req = request_for_test(mem);
		set_header(req, "Host", "abdi.test");
		if (cases[i].origin[0])
			set_header(req, "Origin", cases[i].origin);
		if (cases[i].site[0])
			set_header(req, "Sec-Fetch-Site", cases[i].site);
		assert_int_equal(csrf_origin_matches(req), cases[i].is_ours);
	}
}

static void an_empty_token_never_matches(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct request *req = request_for_test(mem);

	(void)state;
	assert_false(csrf_token_matches(req, STR_NONE));
	assert_false(csrf_token_matches(req, STR("abc")));
	set_header(req, "X-CSRF", str_cstr(mem, csrf_mask(mem, STR("abc"))));
	assert_true(csrf_token_matches(req, STR("abc")));
	assert_false(csrf_token_matches(req, STR("abd")));
	assert_false(csrf_token_matches(req, STR("abcd")));
	struct request *bare = request_for_test(mem);
	set_header(bare, "X-CSRF", "abc"); /* never leaves unmasked, so it cannot come back so */
	assert_false(csrf_token_matches(bare, STR("abc")));
}

static void receipts_are_told_once_and_only_keys_are(void **state)
{
	const char *key[] = {"01935e40-0000-7000-8000-000000000001",
			     "01935e40-0000-7000-8000-000000000002"};
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct request *req = request_for_test(mem);

	(void)state;
	pairs_add(&req->cookies, STR("abdi-terima"), str_from(key[0]));
	respond_receipt(&req->response, str_from(key[1]));
	respond_receipt(&req->response, STR("bukan kunci"));
	assert_int_equal(pairs_count_nocase(&req->response.headers, STR("Set-Cookie")), 1);
	req = request_for_test(mem);
	pairs_add(&req->cookies, STR("abdi-terima"), str_format(req->mem, "%s.%s", key[1], key[0]));
	assert_int_equal(request_receipts(req).len, 73);
	assert_int_equal(pairs_count_nocase(&req->response.headers, STR("Set-Cookie")), 1);
	req = request_for_test(mem);
	pairs_add(&req->cookies, STR("abdi-terima"), STR("<b>"));
	assert_int_equal(request_receipts(req).len, 0);
}

/* A script that takes a piece of a page, or a copy of it, has nobody to tell it to. */
static void receipts_wait_for_a_page_that_is_looked_at(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();

	(void)state;
	for (int i = 0; i < 2; i++) {
		struct request *req = request_for_test(mem);
		set_header(req, i ? "X-Fragmen" : "X-Simpan", "1");
		pairs_add(&req->cookies, STR("abdi-terima"),
			  STR("01935e40-0000-7000-8000-000000000001"));
		assert_int_equal(request_receipts(req).len, 0);
		assert_int_equal(pairs_count_nocase(&req->response.headers, STR("Set-Cookie")), 0);
	}
}

static void a_note_survives_one_redirect(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct request *first = request_for_test(mem), *next = request_for_test(mem);
	struct str rest, cookie;

	(void)state;
	respond_note(&first->response, STR("Laporan tersimpan: é, \"10%\"; ok"));
	cookie = str_cut(header_of(&first->response, "Set-Cookie"), ';', &rest);
	pairs_add(&next->headers, STR("Cookie"), cookie);
	assert_int_equal(request_parse(next), ERR_OK);
	assert_true(str_is(request_note(next), "Laporan tersimpan: é, \"10%\"; ok"));
	assert_true(str_has(header_of(&next->response, "Set-Cookie"), "Max-Age=0"));
}

static void only_known_proxies_name_the_client(void **state)
{
	(void)state;
	assert_true(str_is(address_of_client(STR("9.9.9.9"), STR("1.1.1.1"), STR("127.0.0.1")),
			   "9.9.9.9"));
	assert_true(str_is(
		address_of_client(STR("127.0.0.1"), STR("6.6.6.6, 1.1.1.1"), STR("127.0.0.1")),
		"1.1.1.1"));
	assert_true(str_is(address_of_client(STR("127.0.0.1"), STR("6.6.6.6, 1.1.1.1, 10.0.0.2"),
					     STR("127.0.0.1, 10.0.0.2")),
			   "1.1.1.1"));
	assert_true(str_is(address_of_client(STR("127.0.0.1"), STR_NONE, STR("127.0.0.1")),
			   "127.0.0.1"));
}

static void the_best_encoding_the_client_takes(void **state)
{
	(void)state;
	assert_int_equal(static_encoding(STR("gzip, deflate, br"), true, true), ENCODING_BR);
	assert_int_equal(static_encoding(STR("gzip, br;q=0"), true, true), ENCODING_GZIP);
	assert_int_equal(static_encoding(STR("br"), false, true), ENCODING_PLAIN);
	assert_int_equal(static_encoding(STR_NONE, true, true), ENCODING_PLAIN);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(control_characters_never_reach_a_header),
		cmocka_unit_test(redirects_stay_at_home),
		cmocka_unit_test(the_last_word_on_a_cookie_counts),
		cmocka_unit_test(every_answer_carries_the_policy),
		cmocka_unit_test(a_foreign_origin_is_refused),
		cmocka_unit_test(an_empty_token_never_matches),
		cmocka_unit_test(receipts_are_told_once_and_only_keys_are),
		cmocka_unit_test(receipts_wait_for_a_page_that_is_looked_at),
		cmocka_unit_test(a_note_survives_one_redirect),
		cmocka_unit_test(only_known_proxies_name_the_client),
		cmocka_unit_test(the_best_encoding_the_client_takes),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
