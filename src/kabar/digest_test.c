/* SPDX-License-Identifier: Apache-2.0 */
/* The digest's words, whose turn it is, and addresses; the way to a real mail server is a story
   (digest.test.mjs). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "db/store_test_support.h"
#include "kabar/digest.h"
#include "kabar/mail.h"
#include "skp/plan_test_support.h"

#define MORNING INT64_C(1767578400000000) /* 5 January 2026, 09.00 WIB */
#define HOUR_US INT64_C(3600000000)

static const _Atomic bool goes_on;
static const struct digest_hours office_hours = {7, 18};

static int64_t turns(struct plan_room *room)
{
	return store_test_count(
		room->store, &room->instansi,
		"SELECT COUNT(*) FROM kabar_surel WHERE instansi_id = $1 AND turn_on IS NOT NULL");
}

/* Yohana with an account and an address; no mail server is set in these tests. */
static void give_account(struct plan_room *room)
{
	plan_sql(room,
		 str_format(room->mem,
			    "INSERT INTO akun (instansi_id, akun_id, pegawai_id, nama, sandi_hash) "
			    "VALUES ($1, %.*s, %.*s, 'Y', '-')",
			    STR_ARG(plan_lit(room, &plan_yohana.akun_id)),
			    STR_ARG(plan_lit(room, &PLAN_YOHANA))));
	plan_sql(room,
		 str_format(room->mem,
			    "UPDATE pegawai SET email = 'yohana@kota.go.id' WHERE instansi_id = $1 "
			    "AND pegawai_id = %.*s",
			    STR_ARG(plan_lit(room, &PLAN_YOHANA))));
}

static void a_turn_comes_once_a_day_and_only_in_office_hours(void **state)
{
	struct plan_room *room = *state;

	give_account(room);
	assert_int_equal(digest_run(room->store, office_hours, MORNING - 4 * HOUR_US, &goes_on),
			 ERR_OK);
	assert_int_equal(turns(room), 0);
	assert_int_equal(digest_run(room->store, office_hours, MORNING + 11 * HOUR_US, &goes_on),
			 ERR_OK);
	assert_int_equal(turns(room), 0);
	assert_int_equal(digest_run(room->store, office_hours, MORNING, &goes_on), ERR_OK);
	assert_int_equal(turns(room), 1);
}

static enum err off_step(struct job *job, void *arg)
{
	return digest_choose(job, *(const bool *)arg);
}

static enum err choice_step(struct job *job, void *arg)
{
	return digest_choice_load(job, arg);
}

static void who_does_not_want_it_has_no_turn(void **state)
{
	struct plan_room *room = *state;
	struct digest_choice choice;
	bool is_off = true;

	give_account(room);
	assert_int_equal(plan_change(room, &plan_yohana, off_step, &is_off), ERR_OK);
	assert_int_equal(digest_run(room->store, office_hours, MORNING, &goes_on), ERR_OK);
	assert_int_equal(turns(room), 0);
	assert_int_equal(plan_look(room, &plan_yohana, choice_step, &choice), ERR_OK);
	assert_true(choice.is_off);
	assert_true(str_is(choice.address, "y…@kota.go.id"));
	is_off = false;
	assert_int_equal(plan_change(room, &plan_yohana, off_step, &is_off), ERR_OK);
	assert_int_equal(digest_run(room->store, office_hours, MORNING, &goes_on), ERR_OK);
	assert_int_equal(turns(room), 1);
}

static void the_words_tell_counts_and_where_and_nothing_else(void **state)
{
	struct plan_room *room = *state;
	struct str words = digest_words(room->mem, 2, 1, STR("https://kinerja.kota.go.id"));

	assert_true(str_starts(words, "2 hal menunggu Anda, 1 kabar belum Anda buka.\n"));
	assert_true(str_has(words, "\nhttps://kinerja.kota.go.id/kabar\n"));
	assert_true(str_has(digest_words(room->mem, 1, 0, STR_NONE), "lonceng"));
	arena_set_bahasa(room->mem, BAHASA_EN);
	words = digest_words(room->mem, 1, 2, STR_NONE);
	assert_true(str_starts(words, "1 thing waits for you, 2 notices are not opened yet.\n"));
	assert_true(str_has(words, "Open Abdi"));
	arena_set_bahasa(room->mem, BAHASA_ID);
}

static void an_address_that_could_break_a_header_is_none(void **state)
{
	(void)state;
	assert_true(mail_address_is_sound(STR("yohana.wally+abdi@kota.go.id")));
	assert_false(mail_address_is_sound(STR("")));
	assert_false(mail_address_is_sound(STR("yohana")));
	assert_false(mail_address_is_sound(STR("@kota.go.id")));
	assert_false(mail_address_is_sound(STR("yohana@kota")));
	assert_false(mail_address_is_sound(STR("a@b.c\r\nBcc: d@e.f")));
	assert_false(mail_address_is_sound(STR("a@b.c>")));
	assert_false(mail_address_is_sound(STR("a@b.c@d.e")));
	assert_false(mail_address_is_sound(STR("yohana wally@kota.go.id")));
}

static void a_server_is_named_in_full_or_not_at_all(void **state)
{
	(void)state;
	assert_int_equal(mail_configure(STR("http://mail.kota.go.id"), STR("abdi@kota.go.id")),
			 ERR_INVALID);
	assert_int_equal(mail_configure(STR("smtp://mail.kota.go.id"), STR("")), ERR_INVALID);
	assert_false(mail_is_configured());
	assert_int_equal(mail_configure(STR(""), STR("")), ERR_OK);
	assert_false(mail_is_configured());
}

#define T(name) cmocka_unit_test_setup_teardown(name, plan_room_open, plan_room_close)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(a_turn_comes_once_a_day_and_only_in_office_hours),
		T(who_does_not_want_it_has_no_turn),
		T(the_words_tell_counts_and_where_and_nothing_else),
		cmocka_unit_test(an_address_that_could_break_a_header_is_none),
		cmocka_unit_test(a_server_is_named_in_full_or_not_at_all),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
