/* SPDX-License-Identifier: Apache-2.0 */
/* The devices somebody is signed in on. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "account/step_test_support.h"

static enum err do_devices(struct job *job, struct step *step)
{
	step->actor.akun_id = step->found.akun_id;
	return device_list(job, step->cookie, &step->devices, &step->count);
}

static enum err do_end_device(struct job *job, struct step *step)
{
	return device_end(job, step->text);
}

static enum err do_end_others(struct job *job, struct step *step)
{
	return device_end_others(job, step->cookie);
}

static void devices_are_listed_and_signed_out(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct store *store = store_for_test();
	struct step step = step_make(mem);

	(void)state;
	set_up(store, &step);
	struct str first = step.cookie;
	for (int i = 0; i < 2; i++) {
		assert_int_equal(read_step(store, NULL, &step, do_check), ERR_OK);
		assert_int_equal(write_step(store, NULL, &step, do_sign_in), ERR_OK);
	}
	assert_int_equal(read_step(store, &step.instansi_id, &step, do_load), ERR_OK);
	assert_int_equal(read_step(store, &step.instansi_id, &step, do_devices), ERR_OK);
	assert_int_equal(step.count, 3);
	int others = 0;
	for (int i = 0; i < step.count; i++) {
		if (step.devices[i].is_this)
			continue;
		others++;
		step.text = step.devices[i].hash;
	}
	assert_int_equal(others, 2);
	assert_int_equal(write_step(store, &step.instansi_id, &step, do_end_device), ERR_OK);
	assert_int_equal(write_step(store, &step.instansi_id, &step, do_end_device), ERR_NOT_FOUND);
	assert_int_equal(write_step(store, &step.instansi_id, &step, do_end_others), ERR_OK);
	assert_int_equal(read_step(store, &step.instansi_id, &step, do_devices), ERR_OK);
	assert_int_equal(step.count, 1);
	assert_int_equal(read_step(store, &step.instansi_id, &step, do_load), ERR_OK);
	step.cookie = first;
	assert_int_equal(read_step(store, &step.instansi_id, &step, do_load), ERR_NOT_FOUND);
	store_end_test(store);
}

static void a_device_of_somebody_else_stays(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct store *store = store_for_test();
	struct step step = step_make(mem);

	(void)state;
	set_up(store, &step);
	assert_int_equal(read_step(store, &step.instansi_id, &step, do_load), ERR_OK);
	assert_int_equal(read_step(store, &step.instansi_id, &step, do_devices), ERR_OK);
	step.text = step.devices[0].hash;
	step.actor.akun_id = id_make();
	assert_int_equal(write_step(store, &step.instansi_id, &step, do_end_device), ERR_NOT_FOUND);
	assert_int_equal(write_step(store, &step.instansi_id, &step, do_end_others), ERR_OK);
	assert_int_equal(read_step(store, &step.instansi_id, &step, do_load), ERR_OK);
	store_end_test(store);
}

static void devices_are_named_by_kind_only(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	static const struct {
		const char *agent, *name;
	} cases[] = {
		{"Mozilla/5.0 (Linux; Android 13; SM-A145F) AppleWebKit/537.36 (KHTML, like Gecko) "
		 "Chrome/120.0.0.0 Mobile Safari/537.36",
		 "Chrome di Android"},
		{"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
		 "Chrome/120.0.0.0 Safari/537.36 Edg/120.0.0.0",
		 "Edge di Windows"},
		{"Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 "
		 "(KHTML, like Gecko) Version/17.0 Mobile/15E148 Safari/604.1",
		 "Safari di iPhone"},
		{"Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0",
		 "Firefox di Linux"},
		{"curl/8.0", "Peramban lain"},
		{"", "Peramban lain"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct str name = device_name(mem, str_from(cases[i].agent));
		if (!str_is(name, cases[i].name))
			fail_msg("%.*s", STR_ARG(name));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(devices_are_listed_and_signed_out),
		cmocka_unit_test(a_device_of_somebody_else_stays),
		cmocka_unit_test(devices_are_named_by_kind_only),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
