/* SPDX-License-Identifier: Apache-2.0 */
/* A deed with one key happens once, and keys are forgotten. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "audit/once.h"
#include "audit/room_test_support.h"
#include "law/access.h"

struct asking {
	struct once once;
	struct once_outcome outcome;
	bool found;
	int effects;
};

static enum err once_step(struct job *job, void *arg)
{
	struct asking *asking = arg;
	struct once_outcome led = {STR("/skp/1"), STR("SKP diajukan")};
	enum err err;

	asking->once.owner = job->actor->akun_id;
	if ((err = once_begin(job, &asking->once, &asking->found, &asking->outcome)) ||
	    asking->found)
		return err;
	asking->effects++;
	return once_keep(job, &asking->once, &led);
}

static void a_deed_with_one_key_happens_once(void **state)
{
	struct room room = room_open(0);
	struct asking asking = {
		.once = {.key = STR("kunci-1"), .deed = STR("/skp"), .digest = STR("isi")}};

	(void)state;
	assert_int_equal(room_change(&room, 1, once_step, &asking), ERR_OK);
	assert_int_equal(room_change(&room, 2, once_step, &asking), ERR_OK);
	assert_true(asking.found);
	assert_true(str_is(asking.outcome.location, "/skp/1"));
	assert_true(str_is(asking.outcome.note, "SKP diajukan"));
	asking.once.deed = STR("/lapor");
	assert_int_equal(room_change(&room, 3, once_step, &asking), ERR_CONFLICT);
	asking.once.deed = STR("/skp");
	asking.once.digest = STR("isi lain");
	assert_int_equal(room_change(&room, 4, once_step, &asking), ERR_CONFLICT);
	assert_int_equal(asking.effects, 1);
	room_close(&room);
}

static enum err lead_step(struct job *job, void *arg)
{
	(void)arg;
	return once_lead(job, STR("/skp/1"), &(struct once_outcome){STR("/skp"), STR("Dihapus")});
}

static void what_was_undone_leads_to_no_page_that_is_gone(void **state)
{
	struct room room = room_open(0);
	struct asking asking = {
		.once = {.key = STR("kunci-1"), .deed = STR("/skp"), .digest = STR("isi")}};

	(void)state;
	assert_int_equal(room_change(&room, 1, once_step, &asking), ERR_OK);
	assert_int_equal(room_change(&room, 2, lead_step, NULL), ERR_OK);
	assert_int_equal(room_change(&room, 3, once_step, &asking), ERR_OK);
	assert_true(asking.found);
	assert_true(str_is(asking.outcome.location, "/skp"));
	assert_true(str_is(asking.outcome.note, "Dihapus"));
	room_close(&room);
}

static void keys_are_forgotten_after_seven_days(void **state)
{
	static const int64_t day = INT64_C(86400) * 1000000;
	struct room room = room_open(0);
	struct asking asking = {
		.once = {.key = STR("kunci-1"), .deed = STR("/skp"), .digest = STR("isi")}};

	(void)state;
	assert_int_equal(room_change(&room, 10 * day, once_step, &asking), ERR_OK);
	assert_int_equal(once_forget_old(room.store, 17 * day, NULL), ERR_OK);
	assert_int_equal(room_change(&room, 17 * day, once_step, &asking), ERR_OK);
	assert_true(asking.found);
	assert_int_equal(once_forget_old(room.store, 17 * day + 1, NULL), ERR_OK);
	assert_int_equal(room_change(&room, 17 * day, once_step, &asking), ERR_OK);
	assert_false(asking.found);
	room_close(&room);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_deed_with_one_key_happens_once),
		cmocka_unit_test(what_was_undone_leads_to_no_page_that_is_gone),
		cmocka_unit_test(keys_are_forgotten_after_seven_days),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
