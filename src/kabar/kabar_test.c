/* SPDX-License-Identifier: Apache-2.0 */
/* What waits for whom while a plan goes its way, what its person is told, and how long an answer is
   remembered. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "kabar/duty.h"
#include "kabar/notice.h"
#include "skp/plan_test_support.h"
#include "skp/skp.h"

#include "db/store_test_support.h"

static enum err list_step(struct job *job, void *arg)
{
	return duty_list(job, arg);
}

static enum err counts_step(struct job *job, void *arg)
{
	return duty_counts(job, arg);
}

static enum err notices_step(struct job *job, void *arg)
{
	return notice_list(job, &(struct id){{0}}, arg);
}

static enum err unread_step(struct job *job, void *arg)
{
	return notice_count_unread(job, arg);
}

static enum err find_step(struct job *job, void *arg)
{
	struct notice notice;

	return notice_find(job, arg, &notice);
}

static enum err read_step(struct job *job, void *arg)
{
	return notice_mark_read(job, arg);
}

static enum err return_step(struct job *job, void *arg)
{
	struct plan *plan = arg;
	struct skp_comment comment = {.nilai = STR("akuntabel"), .text = STR("Perjelas.")};

	return skp_return(job, &plan->skp_id, plan->version, &comment, 1);
}

static struct actor marta(void)
{
	struct actor actor = plan_marta;

	actor.has_bawahan = true;
	return actor;
}

static struct duty_list duties_of(struct plan_room *room, const struct actor *actor)
{
	struct duty_list list;
	int64_t counts[DUTY_COUNT];
	int seen = 0;

	assert_int_equal(plan_look(room, actor, list_step, &list), ERR_OK);
	/* The bell counts what the list shows, always. */
	assert_int_equal(plan_look(room, actor, counts_step, counts), ERR_OK);
	for (int i = 0; i < DUTY_COUNT; i++)
		if (counts[i] > 0) {
			assert_int_equal(list.at[seen].name, i);
			assert_int_equal(list.at[seen++].count, counts[i]);
		}
	assert_int_equal(seen, list.count);
	return list;
}

static const struct duty *duty_in(const struct duty_list *list, enum duty_name name)
{
	for (int i = 0; i < list->count; i++)
		if (list->at[i].name == name)
			return &list->at[i];
	return NULL;
}

static void a_plan_that_was_sent_waits_for_who_decides_and_names_whom_it_holds_up(void **state)
{
	struct plan_room *room = *state;
	struct plan plan = {0};
	struct actor penilai = marta();
	struct duty_list list;

	plan_draft(room, &plan);
	list = duties_of(room, &plan_yohana);
	assert_non_null(duty_in(&list, DUTY_SKP_SUBMIT));
	list = duties_of(room, &penilai);
	assert_null(duty_in(&list, DUTY_SKP_DECIDE));
	assert_int_equal(plan_change(room, &plan_yohana, plan_submit, &plan), ERR_OK);
	list = duties_of(room, &plan_yohana);
	assert_null(duty_in(&list, DUTY_SKP_SUBMIT));
	list = duties_of(room, &penilai);
	const struct duty *duty = duty_in(&list, DUTY_SKP_DECIDE);
	assert_non_null(duty);
	assert_true(str_equal(duty->path, str_format(room->mem, "/skp/%.*s/tinjau",
						     STR_ARG(id_str(room->mem, &plan.skp_id)))));
	assert_true(str_has(duty->detail, "Menahan Yohana"));
}

static void a_plan_that_came_back_waits_for_its_person_who_is_told(void **state)
{
	struct plan_room *room = *state;
	struct plan plan = {0};
	struct actor penilai = marta();
	struct notice_list told;
	int64_t unread = 0;

	plan_draft(room, &plan);
	assert_int_equal(plan_change(room, &plan_yohana, plan_submit, &plan), ERR_OK);
	plan_reload(room, &plan_yohana, &plan);
	assert_int_equal(plan_look(room, &plan_yohana, unread_step, &unread), ERR_OK);
	assert_int_equal(unread, 0);
	assert_int_equal(plan_change(room, &penilai, return_step, &plan), ERR_OK);
	struct duty_list list = duties_of(room, &plan_yohana);
	assert_non_null(duty_in(&list, DUTY_SKP_MEND));
	list = duties_of(room, &penilai);
	assert_null(duty_in(&list, DUTY_SKP_DECIDE));
	assert_int_equal(plan_look(room, &plan_yohana, unread_step, &unread), ERR_OK);
	assert_int_equal(unread, 1);
	assert_int_equal(plan_look(room, &plan_yohana, notices_step, &told), ERR_OK);
	assert_int_equal(told.count, 1);
	assert_true(str_is(told.at[0].title, "SKP 2026 Anda kembali dengan catatan"));
	assert_true(str_equal(told.at[0].path,
			      str_join(room->mem, STR("/skp/"), id_str(room->mem, &plan.skp_id))));
	assert_int_equal(plan_look(room, &penilai, unread_step, &unread), ERR_OK);
	assert_int_equal(unread, 0);
}

/* Whoever records a letter has an account, and perhaps no person. */
static void a_decision_by_an_account_without_a_person_is_told_too(void **state)
{
	struct plan_room *room = *state;
	struct plan plan = {0};
	struct notice_list told;

	plan_send_head(room, &plan);
	assert_int_equal(plan_change(room, &plan_personalia, plan_record, &plan), ERR_OK);
	assert_int_equal(plan_look(room, &plan_kepala, notices_step, &told), ERR_OK);
	assert_int_equal(told.count, 1);
}

static void a_notice_is_read_by_its_person_alone_and_once(void **state)
{
	struct plan_room *room = *state;
	struct plan plan = {0};
	struct actor penilai = marta();
	struct notice_list told;
	int64_t unread = 0;

	plan_draft(room, &plan);
	assert_int_equal(plan_change(room, &plan_yohana, plan_submit, &plan), ERR_OK);
	plan_reload(room, &plan_yohana, &plan);
	assert_int_equal(plan_change(room, &penilai, plan_agree, &plan), ERR_OK);
	assert_int_equal(plan_look(room, &plan_yohana, notices_step, &told), ERR_OK);
	assert_int_equal(told.count, 1);
	struct id kabar_id = told.at[0].kabar_id;
	assert_int_equal(plan_look(room, &penilai, find_step, &kabar_id), ERR_NOT_FOUND);
	assert_int_equal(plan_change(room, &penilai, read_step, &kabar_id), ERR_OK);
	assert_int_equal(plan_look(room, &plan_yohana, unread_step, &unread), ERR_OK);
	assert_int_equal(unread, 1);
	assert_int_equal(plan_change(room, &plan_yohana, read_step, &kabar_id), ERR_OK);
	assert_int_equal(plan_look(room, &plan_yohana, unread_step, &unread), ERR_OK);
	assert_int_equal(unread, 0);
	assert_int_equal(plan_look(room, &plan_yohana, notices_step, &told), ERR_OK);
	assert_true(told.at[0].is_read);
}

static void a_person_without_a_plan_is_asked_for_one_until_the_last_day_is_named(void **state)
{
	struct plan_room *room = *state;
	struct duty_list list = duties_of(room, &plan_yohana);
	const struct duty *duty = duty_in(&list, DUTY_SKP_START);

	assert_non_null(duty);
	assert_true(str_is(duty->title, "Susun SKP 2026"));
	assert_true(str_starts(duty->detail, "Batas pengajuan "));
}

/* What was asked once is asked again only after a change of what it rests on: past the use cases
   nothing is noticed. */
static void an_answer_is_remembered_while_its_part_of_the_store_stays(void **state)
{
	struct plan_room *room = *state;
	struct plan plan = {0};
	struct actor penilai = marta();
	struct duty_list list;

	plan_draft(room, &plan);
	assert_int_equal(plan_change(room, &plan_yohana, plan_submit, &plan), ERR_OK);
	list = duties_of(room, &penilai);
	assert_non_null(duty_in(&list, DUTY_SKP_DECIDE));
	plan_sql(room, STR("UPDATE skp SET state = 'draf' WHERE instansi_id = $1"));
	list = duties_of(room, &penilai);
	assert_non_null(duty_in(&list, DUTY_SKP_DECIDE));
	plan_send_head(room, &plan);
	list = duties_of(room, &penilai);
	assert_null(duty_in(&list, DUTY_SKP_DECIDE));
}

static void old_notices_go(void **state)
{
	struct plan_room *room = *state;
	struct plan plan = {0};
	struct actor penilai = marta();
	const int64_t now = 1767225600000000, day = INT64_C(86400000000);

	plan_draft(room, &plan);
	assert_int_equal(plan_change(room, &plan_yohana, plan_submit, &plan), ERR_OK);
	plan_reload(room, &plan_yohana, &plan);
	assert_int_equal(plan_change(room, &penilai, plan_agree, &plan), ERR_OK);
	assert_int_equal(notice_forget_old(room->store, now + 180 * day, 180, NULL), ERR_OK);
	assert_int_equal(store_test_count(room->store, &room->instansi,
					  "SELECT COUNT(*) FROM kabar WHERE instansi_id = $1"),
			 1);
	assert_int_equal(notice_forget_old(room->store, now + 181 * day, 180, NULL), ERR_OK);
	assert_int_equal(store_test_count(room->store, &room->instansi,
					  "SELECT COUNT(*) FROM kabar WHERE instansi_id = $1"),
			 0);
}

static void words_take_what_they_are_given(void **state)
{
	struct plan_room *room = *state;
	struct waiting one = {.count = 1, .who = STR("Yohana Wally"), .tahun = 2026};
	struct waiting many = {.count = 3, .who = STR("Yohana Wally"), .all = 5};

	assert_true(str_is(waiting_words(room->mem, "SKP {tahun} {who}", &one),
			   "SKP 2026 Yohana Wally"));
	assert_true(str_is(waiting_words(room->mem, "{n} dari {all}: {who}", &many),
			   "3 dari 5: Yohana Wally dan 2 lainnya"));
	many.count = WAITING_MOST;
	assert_true(str_is(waiting_words(room->mem, "{n}", &many), "100+"));
	assert_true(str_is(waiting_words(room->mem, "tanpa isian", &many), "tanpa isian"));
}

#define T(name) cmocka_unit_test_setup_teardown(name, plan_room_open, plan_room_close)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(a_plan_that_was_sent_waits_for_who_decides_and_names_whom_it_holds_up),
		T(a_plan_that_came_back_waits_for_its_person_who_is_told),
		T(a_decision_by_an_account_without_a_person_is_told_too),
		T(a_notice_is_read_by_its_person_alone_and_once),
		T(a_person_without_a_plan_is_asked_for_one_until_the_last_day_is_named),
		T(an_answer_is_remembered_while_its_part_of_the_store_stays),
		T(old_notices_go),
		T(words_take_what_they_are_given),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
