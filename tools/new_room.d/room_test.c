/* SPDX-License-Identifier: Apache-2.0 */
/* @Room@ is kept, listed and refused as its use cases promise. */
#include "db/case_test_support.h"
#include "@room@/@room@.h"

static struct @room@ sent;
static struct records_page page;

static enum err add(struct job *job, void *arg)
{
	(void)arg;
	return @room@_add(job, &sent);
}

static enum err list(struct job *job, void *word)
{
	struct @room@_saring which = {.cari = str_from(word)};
	struct records_ask ask = {.limit = 10};

	return @room@_list(job, &which, &ask, &page);
}

static int begin(void **state)
{
	sent = (struct @room@){
		.judul = STR("Rapat"), .tanggal = DATE(2026, 4, 2), .jenis = STR("umum")};
	return case_room_open(state);
}

static void what_was_kept_is_listed_and_found(void **state)
{
	assert_int_equal(case_run(*state, PERAN_ADMIN_KEPEGAWAIAN, add, NULL), ERR_OK);
	assert_int_equal(case_run(*state, PERAN_ADMIN_KEPEGAWAIAN, list, "rapa"), ERR_OK);
	assert_int_equal(page.count, 1);
	assert_true(str_is(((const struct @room@ *)page.rows)->judul, "Rapat"));
	assert_int_equal(case_run(*state, PERAN_ADMIN_KEPEGAWAIAN, list, "lain"), ERR_OK);
	assert_int_equal(page.count, 0);
}

static void what_is_missing_or_unknown_is_said_and_nothing_kept(void **state)
{
	sent = (struct @room@){.jenis = STR("rahasia")};
	assert_int_equal(case_run(*state, PERAN_ADMIN_KEPEGAWAIAN, add, NULL), ERR_INVALID);
	assert_int_equal(case_faults(*state), 3);
	assert_int_equal(case_run(*state, PERAN_ADMIN_KEPEGAWAIAN, list, ""), ERR_OK);
	assert_int_equal(page.count, 0);
}

static void whoever_may_not_neither_keeps_nor_lists(void **state)
{
	assert_int_equal(case_run(*state, PERAN_PEGAWAI, add, NULL), ERR_FORBIDDEN);
	assert_int_equal(case_run(*state, PERAN_PEGAWAI, list, ""), ERR_FORBIDDEN);
}

static void another_agency_sees_nothing(void **state)
{
	assert_int_equal(case_run(*state, PERAN_ADMIN_KEPEGAWAIAN, add, NULL), ERR_OK);
	case_other_agency(*state);
	assert_int_equal(case_run(*state, PERAN_ADMIN_KEPEGAWAIAN, list, ""), ERR_OK);
	assert_int_equal(page.count, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(what_was_kept_is_listed_and_found),
		CASE(what_is_missing_or_unknown_is_said_and_nothing_kept),
		CASE(whoever_may_not_neither_keeps_nor_lists),
		CASE(another_agency_sees_nothing)
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
