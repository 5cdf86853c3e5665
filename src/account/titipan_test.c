/* SPDX-License-Identifier: Apache-2.0 */
/* What was handed over at a sign-out: taken whole or not at all, given back to its own account,
   gone after its days. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "account/titipan.h"

#include "db/store_test_support.h"
#include "law/access.h"

#include <stdlib.h>

#define NOW INT64_C(1763956800000000)
#define DAY INT64_C(86400000000)
#define DAYS 30 /* titipan_days, unless the agency says otherwise */

struct desk {
	struct store *store;
	struct arena *mem;
	struct id instansi;
	struct problems faults;
	struct actor actor;
	struct str isi;
};

static int desk_open(void **state)
{
	struct arena *mem = arena_make();
	struct desk *desk = arena_new(mem, struct desk);

	desk->mem = mem;
	desk->store = store_for_test();
	desk->instansi = store_test_instansi(desk->store, "KOTA");
	desk->actor = (struct actor){.instansi_id = desk->instansi, .akun_id = desk->instansi};
	/* Two accounts: the first has the agency's id for its own. */
	(void)store_test_sql(
		desk->store, &desk->instansi,
		str_cstr(mem,
			 str_format(mem,
				    "INSERT INTO akun (instansi_id, akun_id, nama, sandi_hash) "
				    "VALUES ($1, $1, 'Ayu', 'x'), ($1, %s, 'Beni', 'x')",
				    getenv("ABDI_TEST_DB")
					    ? "'01935e40-0000-7000-8000-00000000000b'"
					    : "X'01935e4000007000800000000000000b'")));
	*state = desk;
	return 0;
}

static int desk_close(void **state)
{
	struct desk *desk = *state;

	store_end_test(desk->store);
	arena_free(desk->mem);
	return 0;
}

static struct job job_of(struct desk *desk, struct db *db)
{
	problems_init(&desk->faults, desk->mem);
	return (struct job){.mem = desk->mem,
			    .db = db,
			    .actor = &desk->actor,
			    .faults = &desk->faults,
			    .now = NOW,
			    .today = date_of_time(NOW, ZONA_WIT)};
}

static enum err save_work(struct db *db, void *arg)
{
	struct desk *desk = arg;
	struct job job = job_of(desk, db);

	return titipan_save(&job, desk->isi);
}

static enum err load_work(struct db *db, void *arg)
{
	struct desk *desk = arg;
	struct job job = job_of(desk, db);

	return titipan_load(&job, &desk->isi);
}

static enum err drop_work(struct db *db, void *arg)
{
	struct desk *desk = arg;
	struct job job = job_of(desk, db);

	return titipan_drop(&job);
}

static enum err save(struct desk *desk, struct str isi)
{
	desk->isi = isi;
	return store_write(desk->store, &desk->instansi, save_work, desk);
}

static struct str load(struct desk *desk)
{
	assert_int_equal(store_read(desk->store, &desk->instansi, load_work, desk), ERR_OK);
	return desk->isi;
}

static void what_is_handed_over_comes_back_as_it_was_and_goes_once_taken(void **state)
{
	struct desk *desk = *state;
	struct str isi = STR("{\"draf\":[[\"draf a lapor\",\"Élok \\\"1\\\"\"]],\"kotak\":[{}]}"),
		   newer = STR("{\"draf\":[],\"kotak\":[]}");

	assert_int_equal(load(desk).len, 0);
	assert_int_equal(save(desk, isi), ERR_OK);
	assert_true(str_equal(load(desk), isi));
	assert_int_equal(save(desk, newer), ERR_OK);
	assert_true(str_equal(load(desk), newer));
	assert_int_equal(store_write(desk->store, &desk->instansi, drop_work, desk), ERR_OK);
	assert_int_equal(load(desk).len, 0);
}

static void another_account_opens_nothing(void **state)
{
	struct desk *desk = *state;

	struct id other =
		store_test_id(desk->store, &desk->instansi,
			      "SELECT akun_id FROM akun WHERE instansi_id = $1 AND akun_id <> $1");

	assert_int_equal(save(desk, STR("{\"draf\":[],\"kotak\":[{}]}")), ERR_OK);
	desk->actor.akun_id = other;
	assert_int_equal(load(desk).len, 0);
	/* Not even when the row is put under its name: it is sealed for the one who left it. */
	(void)store_test_sql(
		desk->store, &desk->instansi,
		"UPDATE titipan SET akun_id = (SELECT akun_id FROM akun WHERE instansi_id = $1 "
		"AND akun_id <> $1) WHERE instansi_id = $1");
	assert_int_equal(load(desk).len, 0);
	desk->actor.akun_id = desk->instansi;
}

static void what_could_not_come_back_is_refused(void **state)
{
	struct desk *desk = *state;
	const char *not_whole[] = {"",
				   "[]",
				   "{\"draf\":[]}",
				   "{\"kotak\":[]}",
				   "{\"draf\":{},\"kotak\":[]}",
				   "{\"draf\":[],\"kotak\":{}}",
				   "{\"draf\":[[\"a\"]],\"kotak\":[]}",
				   "{\"draf\":[[\"a\",1]],\"kotak\":[]}",
				   "{\"draf\":[],\"kotak\":[\"a\"]}",
				   "{\"draf\":[],\"kotak\":[]"};

	for (size_t i = 0; i < sizeof not_whole / sizeof not_whole[0]; i++) {
		assert_int_equal(save(desk, str_from(not_whole[i])), ERR_INVALID);
		assert_true(problems_has_rule(&desk->faults, "titipan.isi"));
	}
	assert_int_equal(load(desk).len, 0);
}

/* count items, and so many bytes in all when there is room for them (0: as it comes). */
static struct str made_of(struct arena *mem, int count, size_t bytes)
{
	struct buf out;

	buf_init(&out, mem);
	buf_add(&out, STR("{\"kotak\":[{}],\"draf\":["));
	for (int i = 1; i < count; i++)
		buf_add(&out, i == 1 ? STR("[\"a\",\"b\"]") : STR(",[\"a\",\"b\"]"));
	buf_add(&out, STR("],\"sisa\":\""));
	while (buf_str(&out).len + 2 < bytes)
		buf_add_char(&out, 'x');
	buf_add(&out, STR("\"}"));
	return buf_str(&out);
}

static void bytes_and_items_have_their_limits(void **state)
{
	struct desk *desk = *state;
	struct str full = made_of(desk->mem, 2, TITIPAN_BYTES_MAX);

	assert_int_equal(full.len, TITIPAN_BYTES_MAX);
	assert_int_equal(save(desk, full), ERR_OK);
	assert_int_equal(save(desk, made_of(desk->mem, 2, TITIPAN_BYTES_MAX + 1)), ERR_INVALID);
	assert_int_equal(save(desk, made_of(desk->mem, TITIPAN_ITEMS_MAX, 0)), ERR_OK);
	assert_int_equal(save(desk, made_of(desk->mem, TITIPAN_ITEMS_MAX + 1, 0)), ERR_INVALID);
}

static void what_lies_too_long_goes_and_not_before(void **state)
{
	struct desk *desk = *state;

	assert_int_equal(save(desk, STR("{\"draf\":[],\"kotak\":[{}]}")), ERR_OK);
	assert_int_equal(titipan_forget_old(desk->store, &desk->instansi, NOW + DAYS * DAY),
			 ERR_OK);
	assert_true(load(desk).len > 0);
	assert_int_equal(titipan_forget_old(desk->store, &desk->instansi, NOW + DAYS * DAY + 1),
			 ERR_OK);
	assert_int_equal(load(desk).len, 0);
}

int main(void)
{
#define T(test) cmocka_unit_test_setup_teardown(test, desk_open, desk_close)
	const struct CMUnitTest tests[] = {
		T(what_is_handed_over_comes_back_as_it_was_and_goes_once_taken),
		T(another_account_opens_nothing),
		T(what_could_not_come_back_is_refused),
		T(bytes_and_items_have_their_limits),
		T(what_lies_too_long_goes_and_not_before),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
