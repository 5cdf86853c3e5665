/* SPDX-License-Identifier: Apache-2.0 */
/* Which files of evidence go and which stay, whoever sends and undoes the same content. */
#include "report/report_sweep.h"

#include "base/sys.h"
#include "report/report_file.h"
#include "report/town_test_support.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#define A_MINUTE (INT64_C(60) * 1000000)

static const char *place(struct town *town)
{
	return str_cstr(town->mem,
			bukti_path(town->mem, town->dir, &town->instansi, town->bukti.sha256));
}

static bool is_there(struct town *town)
{
	return access(place(town), R_OK) == 0;
}

static void sweep(struct town *town)
{
	report_sweep_doubtful(town->store, town->dir, clock_files() + A_MINUTE);
}

static void a_refused_report_leaves_no_file(void **state)
{
	struct town *town = *state;

	town_arrive(town, "a");
	town->laporan.uraian = STR_NONE;
	assert_int_equal(town_run(town, town_send), ERR_INVALID);
	assert_true(is_there(town));
	report_sweep_doubt(&town->laporan, &town->instansi);
	sweep(town);
	assert_false(is_there(town));
}

static void an_undone_report_takes_its_file_along_unless_another_names_it(void **state)
{
	struct town *town = *state;

	town_arrive(town, "a");
	assert_int_equal(town_run(town, town_send), ERR_OK);
	struct id first = town->laporan.laporan_id;
	town_arrive(town, "b");
	assert_int_equal(town_run(town, town_send), ERR_OK);
	assert_int_equal(town_run(town, town_undo), ERR_OK);
	sweep(town);
	assert_true(is_there(town));
	town->laporan.laporan_id = first;
	assert_int_equal(town_run(town, town_undo), ERR_OK);
	sweep(town);
	assert_false(is_there(town));
}

static void a_file_swept_while_a_report_waits_is_put_back_before_the_report_names_it(void **state)
{
	struct town *town = *state;

	town_arrive(town, "a");
	report_sweep_doubt(&town->laporan, &town->instansi);
	sweep(town);
	assert_false(is_there(town));
	assert_int_equal(town_run(town, town_send), ERR_OK);
	assert_true(is_there(town));
	report_sweep_doubt(&town->laporan, &town->instansi);
	sweep(town);
	assert_true(is_there(town));
}

static void what_was_touched_just_now_waits_for_the_next_look(void **state)
{
	struct town *town = *state;

	town_arrive(town, "a");
	report_sweep_doubt(&town->laporan, &town->instansi);
	report_sweep_doubtful(town->store, town->dir, clock_files());
	assert_true(is_there(town));
	sweep(town);
	assert_false(is_there(town));
}

static int shelf_of(struct town *town)
{
	char digits[3] = {town->bukti.sha256.at[0], town->bukti.sha256.at[1], 0};

	return (int)strtol(digits, NULL, 16);
}

static void what_a_crash_left_goes_after_a_day(void **state)
{
	struct town *town = *state;
	int64_t day = A_MINUTE * 60 * 24;

	town_arrive(town, "a");
	const char *upload = str_cstr(town->mem, town->bukti.datang);
	report_sweep_shelf(town->store, town->dir, shelf_of(town), clock_files() + day / 2);
	assert_true(is_there(town));
	assert_int_equal(access(upload, R_OK), 0);
	report_sweep_shelf(town->store, town->dir, shelf_of(town) + 1, clock_files() + 2 * day);
	assert_true(is_there(town));
	report_sweep_shelf(town->store, town->dir, shelf_of(town), clock_files() + 2 * day);
	assert_false(is_there(town));
	assert_int_not_equal(access(upload, R_OK), 0);
}

/* A server started on another database must not empty the folder of the right one. */
static void an_agency_the_database_does_not_know_is_left_alone(void **state)
{
	struct town *town = *state;
	struct id known = town->instansi;

	town->instansi = id_make();
	town_arrive(town, "a");
	report_sweep_shelf(town->store, town->dir, shelf_of(town),
			   clock_files() + A_MINUTE * 60 * 24 * 2);
	assert_true(is_there(town));
	town->instansi = known;
}

static void a_file_that_a_report_names_stays_for_good(void **state)
{
	struct town *town = *state;

	town_arrive(town, "a");
	assert_int_equal(town_run(town, town_send), ERR_OK);
	report_sweep_shelf(town->store, town->dir, shelf_of(town),
			   clock_files() + A_MINUTE * 60 * 24 * 400);
	assert_true(is_there(town));
}

#define T(name) cmocka_unit_test_setup_teardown(name, town_open, town_close)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(a_refused_report_leaves_no_file),
		T(an_undone_report_takes_its_file_along_unless_another_names_it),
		T(a_file_swept_while_a_report_waits_is_put_back_before_the_report_names_it),
		T(what_was_touched_just_now_waits_for_the_next_look),
		T(what_a_crash_left_goes_after_a_day),
		T(an_agency_the_database_does_not_know_is_left_alone),
		T(a_file_that_a_report_names_stays_for_good),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
