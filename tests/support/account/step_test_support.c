/* SPDX-License-Identifier: Apache-2.0 */
/* Sets an installation up and signs its administrator in. */
#include "account/step_test_support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static enum err step_work(struct db *db, void *arg)
{
	struct step *step = arg;
	struct job job = {
		.mem = step->mem, .db = db, .actor = &step->actor, .faults = &step->faults};

	job.now = step->now;
	job.today = date_of_time(step->now, ZONA_WIT);
	job.request_id = STR("uji");
	problems_init(&step->faults, step->mem);
	return step->run(&job, step);
}

enum err write_step(struct store *store, const struct id *instansi, struct step *step,
		    enum err (*run)(struct job *, struct step *))
{
	step->run = run;
	return store_write(store, instansi, step_work, step);
}

enum err read_step(struct store *store, const struct id *instansi, struct step *step,
		   enum err (*run)(struct job *, struct step *))
{
	step->run = run;
	return store_read(store, instansi, step_work, step);
}

enum err do_first_run(struct job *job, struct step *step)
{
	return installation_create(job, &step->in, step->text, STR("peramban"), &step->cookie);
}

enum err do_check(struct job *job, struct step *step)
{
	return account_check(job, &step->who);
}

enum err do_sign_in(struct job *job, struct step *step)
{
	return account_sign_in(job, &step->who, STR("peramban"), STR_NONE, &step->cookie);
}

enum err do_load(struct job *job, struct step *step)
{
	return session_load(job, step->cookie, &step->session, &step->found);
}

enum err do_installation_check(struct job *job, struct step *step)
{
	return installation_check(job, &step->in, &step->text);
}

struct step step_make(struct arena *mem)
{
	struct step step = {.mem = mem, .now = NOW};

	step.actor.zona = ZONA_WIT;
	step.in = (struct installation){
		.nama = STR("Kota Contoh"),
		.kode = STR("KOTA"),
		.kota = STR("Jayapura"),
		.zona = STR("WIT"),
		.admin_nama = STR("Ayu"),
		.admin_email = STR("Ayu@contoh.go.id"),
		.sandi = STR(PASSWORD),
		.ulang = STR(PASSWORD),
	};
	step.who = (struct sign_in){
		.login = STR(" ayu@CONTOH.go.id "),
		.password = STR(PASSWORD),
		.address = STR("127.0.0.1"),
	};
	return step;
}

void set_up(struct store *store, struct step *step)
{
	assert_int_equal(read_step(store, NULL, step, do_installation_check), ERR_OK);
	assert_int_equal(write_step(store, NULL, step, do_first_run), ERR_OK);
	assert_true(session_agency(step->cookie, &step->instansi_id));
}
