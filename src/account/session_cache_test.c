/* SPDX-License-Identifier: Apache-2.0 */
/* What is remembered, and what ends the memory. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "account/session_cache.h"

#include <stdlib.h>
#include <string.h>

#define NOW INT64_C(1763956800000000)
#define US_A_SECOND INT64_C(1000000)

struct bench {
	struct arena *mem;
	struct session_cache *cache;
	struct job job;
	struct session session;
	struct actor actor;
};

static int setup(void **state)
{
	struct bench *b = calloc(1, sizeof(*b));

	assert_non_null(b);
	b->mem = arena_make();
	b->cache = session_cache_make();
	b->job = (struct job){.mem = b->mem, .now = NOW};
	session_name(STR("sebuah token"), &b->session);
	b->session.expires_at = NOW + 3600 * US_A_SECOND;
	b->actor = (struct actor){.nama = STR("Maria Wanggai"),
				  .csrf = STR("rahasia"),
				  .unit_jalur = STR("/01/02"),
				  .is_signed_in = true,
				  .scope_count = 1};
	b->actor.scopes[0] = (struct actor_scope){PERAN_PEGAWAI, STR("/01")};
	*state = b;
	return 0;
}

static int teardown(void **state)
{
	struct bench *b = *state;

	session_cache_free(b->cache);
	arena_free(b->mem);
	free(b);
	return 0;
}

static bool find(struct bench *b, uint64_t version, struct actor *actor)
{
	struct session session;

	session_name(STR("sebuah token"), &session);
	return session_cache_find(b->cache, &b->job, version, &session, actor);
}

static void what_was_kept_is_found_whole(void **state)
{
	struct bench *b = *state;
	char name[] = "Maria Wanggai";
	struct actor actor;

	b->actor.nama = str_from(name);
	assert_false(find(b, 7, &actor));
	session_cache_keep(b->cache, NOW, 7, &b->session, &b->actor);
	memset(name, 'x', sizeof(name) - 1); /* the request it came from is over */
	assert_true(find(b, 7, &actor));
	assert_true(str_is(actor.nama, "Maria Wanggai"));
	assert_true(str_is(actor.csrf, "rahasia"));
	assert_true(str_is(actor.scopes[0].jalur, "/01"));
	assert_int_equal(actor.nip.len, 0);
	assert_true(actor.is_signed_in);
}

static void a_change_to_anybody_ends_it(void **state)
{
	struct bench *b = *state;
	struct actor actor;

	session_cache_keep(b->cache, NOW, 7, &b->session, &b->actor);
	assert_false(find(b, 8, &actor));
}

static void it_ends_after_seconds_and_with_the_session(void **state)
{
	struct bench *b = *state;
	struct actor actor;

	session_cache_keep(b->cache, NOW, 7, &b->session, &b->actor);
	b->job.now = NOW + SESSION_CACHE_SECONDS * US_A_SECOND - 1;
	assert_true(find(b, 7, &actor));
	b->job.now++;
	assert_false(find(b, 7, &actor));
	b->session.expires_at = NOW + 2;
	session_cache_keep(b->cache, NOW, 7, &b->session, &b->actor);
	b->job.now = NOW + 2;
	assert_false(find(b, 7, &actor));
}

static void another_token_in_the_same_place_is_not_taken_for_it(void **state)
{
	struct bench *b = *state;
	struct session other = b->session;
	struct actor actor;

	session_cache_keep(b->cache, NOW, 7, &b->session, &b->actor);
	other.hash[CRYPTO_HASH_LEN - 1] ^= 1;
	assert_false(session_cache_find(b->cache, &b->job, 7, &other, &actor));
}

/* Of five whose hashes begin alike the one that was kept first makes room. */
static void sessions_in_the_same_place_are_remembered_side_by_side(void **state)
{
	struct bench *b = *state;
	struct session other = b->session;
	struct actor actor;

	for (int i = 0; i < 5; i++) {
		other.hash[CRYPTO_HASH_LEN - 1] = (uint8_t)i;
		session_cache_keep(b->cache, NOW + i, 7, &other, &b->actor);
	}
	for (int i = 0; i < 5; i++) {
		other.hash[CRYPTO_HASH_LEN - 1] = (uint8_t)i;
		assert_int_equal(session_cache_find(b->cache, &b->job, 7, &other, &actor), i > 0);
	}
}

static void an_actor_of_endless_names_is_not_kept(void **state)
{
	struct bench *b = *state;
	char endless[4000];
	struct actor actor;

	memset(endless, 'a', sizeof(endless));
	b->actor.instansi_nama = (struct str){endless, sizeof(endless)};
	session_cache_keep(b->cache, NOW, 7, &b->session, &b->actor);
	assert_false(find(b, 7, &actor));
}

static void what_is_forgotten_is_gone(void **state)
{
	struct bench *b = *state;
	struct actor actor;

	session_cache_keep(b->cache, NOW, 7, &b->session, &b->actor);
	session_cache_forget(b->cache, &b->session);
	assert_false(find(b, 7, &actor));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(what_was_kept_is_found_whole, setup, teardown),
		cmocka_unit_test_setup_teardown(a_change_to_anybody_ends_it, setup, teardown),
		cmocka_unit_test_setup_teardown(it_ends_after_seconds_and_with_the_session, setup,
						teardown),
		cmocka_unit_test_setup_teardown(another_token_in_the_same_place_is_not_taken_for_it,
						setup, teardown),
		cmocka_unit_test_setup_teardown(
			sessions_in_the_same_place_are_remembered_side_by_side, setup, teardown),
		cmocka_unit_test_setup_teardown(an_actor_of_endless_names_is_not_kept, setup,
						teardown),
		cmocka_unit_test_setup_teardown(what_is_forgotten_is_gone, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
