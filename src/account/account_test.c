/* SPDX-License-Identifier: Apache-2.0 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "account/account.h"
#include "account/installation.h"
#include "account/session.h"
#include "base/crypto.h"
#include "db/store_test_support.h"

#define SECOND INT64_C(1000000)
#define NOW (INT64_C(1795000000) * SECOND)
#define PASSWORD "empat kata acak kuat"

/* What one step does with a job on the writer or a reader. */
struct step {
	struct arena *mem;
	struct actor actor;
	struct problems faults;
	struct id akun_id, instansi_id, unit_id;
	struct str cookie, text;
	struct sign_in who;
	struct session session;
	struct actor found;
	struct installation in;
	int64_t now;
	enum err (*run)(struct job *job, struct step *step);
};

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

static enum err write_step(struct store *store, const struct id *instansi, struct step *step,
			   enum err (*run)(struct job *, struct step *))
{
	step->run = run;
	return store_write(store, instansi, step_work, step);
}

static enum err read_step(struct store *store, const struct id *instansi, struct step *step,
			  enum err (*run)(struct job *, struct step *))
{
	step->run = run;
	return store_read(store, instansi, step_work, step);
}

static enum err do_first_run(struct job *job, struct step *step)
{
	return installation_create(job, &step->in, step->text, STR("peramban"), &step->cookie);
}

static enum err do_check(struct job *job, struct step *step)
{
	return account_check(job, &step->who);
}

static enum err do_sign_in(struct job *job, struct step *step)
{
	return account_sign_in(job, &step->who, STR("peramban"), STR_NONE, &step->cookie);
}

static enum err do_sign_out(struct job *job, struct step *step)
{
	step->actor.akun_id = step->who.akun_id;
	return account_sign_out(job, step->cookie);
}

static enum err do_load(struct job *job, struct step *step)
{
	return session_load(job, step->cookie, &step->session, &step->found);
}

static enum err do_installation_check(struct job *job, struct step *step)
{
	return installation_check(job, &step->in, &step->text);
}

static struct step step_make(struct arena *mem)
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

static void set_up(struct store *store, struct step *step)
{
	assert_int_equal(read_step(store, NULL, step, do_installation_check), ERR_OK);
	assert_int_equal(write_step(store, NULL, step, do_first_run), ERR_OK);
	assert_true(session_agency(step->cookie, &step->instansi_id));
}

static void the_first_run_signs_its_administrator_in(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct store *store = store_for_test();
	struct step step = step_make(mem);

	(void)state;
	set_up(store, &step);
	assert_int_equal(read_step(store, &step.instansi_id, &step, do_load), ERR_OK);
	assert_true(step.found.is_signed_in);
	assert_true(actor_has_role(&step.found, PERAN_ADMIN_KEPEGAWAIAN));
	assert_int_equal(step.found.scopes[0].jalur.len, 0);
	assert_int_equal(step.found.zona, ZONA_WIT);
	assert_true(str_is(step.found.instansi_nama, "Kota Contoh"));
	assert_int_equal(write_step(store, NULL, &step, do_first_run), ERR_CONFLICT);
	store_end_test(store);
}

static void faults_of_the_first_run_come_all_at_once(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct store *store = store_for_test();
	struct step step = step_make(mem);

	(void)state;
	step.in = (struct installation){
		.kode = STR("a b"), .sandi = STR("pendek"), .ulang = STR("x")};
	assert_int_equal(read_step(store, NULL, &step, do_installation_check), ERR_INVALID);
	assert_int_equal(step.faults.count, 8);
	store_end_test(store);
}

static void signing_in_finds_the_agency_and_opens_a_session(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct store *store = store_for_test();
	struct step step = step_make(mem);

	(void)state;
	set_up(store, &step);
	struct str first = step.cookie;
	assert_int_equal(read_step(store, NULL, &step, do_check), ERR_OK);
	assert_true(id_equal(&step.who.instansi_id, &step.instansi_id));
	assert_int_equal(write_step(store, NULL, &step, do_sign_in), ERR_OK);
	assert_false(str_equal(first, step.cookie));
	assert_int_equal(read_step(store, &step.instansi_id, &step, do_load), ERR_OK);
	store_end_test(store);
}

static void wrong_and_unknown_are_told_alike(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct store *store = store_for_test();
	struct step step = step_make(mem);

	(void)state;
	set_up(store, &step);
	step.who.password = STR("bukan kata sandinya");
	assert_int_equal(read_step(store, NULL, &step, do_check), ERR_INVALID);
	struct str wrong = step.faults.at[0].sentence;
	step.who.login = STR("tidak@ada.go.id");
	assert_int_equal(read_step(store, NULL, &step, do_check), ERR_INVALID);
	assert_true(str_equal(wrong, step.faults.at[0].sentence));
	store_end_test(store);
}

static void a_name_tried_too_often_must_wait(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct store *store = store_for_test();
	struct step step = step_make(mem);

	(void)state;
	step.who.login = STR("198609262015051001");
	step.who.password = STR("salah");
	for (int i = 0; i < 5; i++)
		assert_int_equal(read_step(store, NULL, &step, do_check), ERR_INVALID);
	assert_int_equal(read_step(store, NULL, &step, do_check), ERR_BUSY);
	step.now += 3 * SECOND;
	assert_int_equal(read_step(store, NULL, &step, do_check), ERR_INVALID);
	store_end_test(store);
}

static void a_session_ends_by_sign_out_and_by_time(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct store *store = store_for_test();
	struct step step = step_make(mem);

	(void)state;
	set_up(store, &step);
	step.now += SESSION_SECONDS * SECOND - 1;
	assert_int_equal(read_step(store, &step.instansi_id, &step, do_load), ERR_OK);
	step.now += 1;
	assert_int_equal(read_step(store, &step.instansi_id, &step, do_load), ERR_NOT_FOUND);
	step.now = NOW;
	step.who.akun_id = step.found.akun_id;
	assert_int_equal(write_step(store, &step.instansi_id, &step, do_sign_out), ERR_OK);
	assert_int_equal(read_step(store, &step.instansi_id, &step, do_load), ERR_NOT_FOUND);
	store_end_test(store);
}

static void a_cookie_opens_no_other_agency(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct store *store = store_for_test();
	struct id other = store_test_instansi(store, "LAIN");
	struct step step = step_make(mem);

	(void)state;
	step.cookie = STR("01a20b8b62677e49bd5979ce25f755e8.apa-saja");
	assert_true(session_agency(step.cookie, &step.instansi_id));
	assert_int_equal(read_step(store, &other, &step, do_load), ERR_NOT_FOUND);
	static const char *const broken[] = {"", ".", "abc", "zza20b8b62677e49bd5979ce25f755e8.x",
					     "01a20b8b62677e49bd5979ce25f755e8."};
	for (size_t i = 0; i < sizeof(broken) / sizeof(*broken); i++)
		assert_false(session_agency(str_from(broken[i]), &step.instansi_id));
	store_end_test(store);
}

static void weak_passwords_are_named(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	static const struct {
		const char *password, *rule;
	} cases[] = {
		{"sebelaskata", "account.password_short"},
		{"aaaaaaaaaaaaaaaa", "account.password_weak"},
		{"198609262015051001", "account.password_weak"},
		{PASSWORD, NULL},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct problems faults;
		struct job job = {.mem = mem, .faults = &faults};
		problems_init(&faults, mem);
		account_check_new_password(&job, STR("baru"), str_from(cases[i].password),
					   STR("198609262015051001"));
		assert_int_equal(problems_any(&faults), cases[i].rule != NULL);
		if (cases[i].rule)
			assert_true(problems_has_rule(&faults, cases[i].rule));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_first_run_signs_its_administrator_in),
		cmocka_unit_test(faults_of_the_first_run_come_all_at_once),
		cmocka_unit_test(signing_in_finds_the_agency_and_opens_a_session),
		cmocka_unit_test(wrong_and_unknown_are_told_alike),
		cmocka_unit_test(a_name_tried_too_often_must_wait),
		cmocka_unit_test(a_session_ends_by_sign_out_and_by_time),
		cmocka_unit_test(a_cookie_opens_no_other_agency),
		cmocka_unit_test(weak_passwords_are_named),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
