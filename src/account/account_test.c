/* SPDX-License-Identifier: Apache-2.0 */
/* Signing in and out, passwords, first codes and what slows down who guesses. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "account/account.h"
#include "account/account_cli.h"
#include "account/device.h"
#include "account/installation.h"
#include "account/refused.h"
#include "account/session.h"
#include "account/setup_code.h"
#include "base/crypto.h"
#include "db/store_test_support.h"
#include "org/org.h"

#include <stdio.h>
#include <string.h>

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
	struct device *devices;
	int count;
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

static enum err do_address(struct job *job, struct step *step)
{
	return public_address_load(job, &step->text);
}

static void the_first_run_keeps_the_public_address_and_none_is_none(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct store *store = store_for_test();
	struct step step = step_make(mem);

	(void)state;
	step.in.alamat = STR(" https://kinerja.contoh.go.id/ ");
	set_up(store, &step);
	assert_int_equal(read_step(store, &step.instansi_id, &step, do_address), ERR_OK);
	assert_true(str_is(step.text, "https://kinerja.contoh.go.id"));
	store_end_test(store);
	store = store_for_test();
	step = step_make(mem);
	set_up(store, &step);
	assert_int_equal(read_step(store, &step.instansi_id, &step, do_address), ERR_OK);
	assert_int_equal(step.text.len, 0);
	store_end_test(store);
}

static void faults_of_the_first_run_come_all_at_once(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct store *store = store_for_test();
	struct step step = step_make(mem);

	(void)state;
	step.in = (struct installation){.kode = STR("a b"),
					.alamat = STR("http://127.0.0.1"),
					.sandi = STR("pendek"),
					.ulang = STR("x")};
	assert_int_equal(read_step(store, NULL, &step, do_installation_check), ERR_INVALID);
	assert_int_equal(step.faults.count, 9);
	assert_true(problems_has_rule(&step.faults, "setelan.alamat"));
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

static void who_hammers_on_a_name_does_not_shut_its_owner_out(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct store *store = store_for_test();
	struct step step = step_make(mem);
	int busy = 0;

	(void)state;
	set_up(store, &step);
	assert_int_equal(read_step(store, NULL, &step, do_check), ERR_OK);
	struct sign_in owner = step.who, stranger = step.who;
	assert_true(owner.known.len > 0);
	owner.address = STR("192.0.2.20");
	stranger.known = STR("karangan");
	stranger.password = STR("bukan kata sandinya");
	for (int i = 0; i < 1000; i++) {
		step.who = stranger;
		busy += read_step(store, NULL, &step, do_check) == ERR_BUSY;
	}
	assert_int_equal(busy, 995);
	step.who = owner;
	assert_int_equal(read_step(store, NULL, &step, do_check), ERR_OK);
	step.who.password = STR("bukan kata sandinya"); /* but its own mistakes count */
	for (int i = 0; i < 5; i++)
		assert_int_equal(read_step(store, NULL, &step, do_check), ERR_INVALID);
	assert_int_equal(read_step(store, NULL, &step, do_check), ERR_BUSY);
	store_end_test(store);
}

/* Told once, in numbers: how often, and whose account it was. */
static void wrong_passwords_are_counted_in_the_trail(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct store *store = store_for_test();
	struct step step = step_make(mem);

	(void)state;
	set_up(store, &step);
	step.who.password = STR("bukan kata sandinya");
	for (int i = 0; i < 3; i++)
		assert_int_equal(read_step(store, NULL, &step, do_check), ERR_INVALID);
	step.who.login = STR("tidak@ada.go.id"); /* nobody's, so nobody's trail */
	assert_int_equal(read_step(store, NULL, &step, do_check), ERR_INVALID);
	assert_true(refused_is_due(step.now + 60 * SECOND));
	assert_false(refused_is_due(step.now + 60 * SECOND - 1));
	refused_note(REFUSED_DEED, &step.instansi_id, &step.who.akun_id, step.now); /* no account */
	refused_note(REFUSED_DEED, &step.instansi_id, &step.instansi_id, step.now);
	assert_int_equal(refused_tell(store), ERR_OK);
	assert_int_equal(
		store_test_count(store, &step.instansi_id,
				 "SELECT count(*) FROM audit WHERE instansi_id = $1 AND "
				 "perbuatan = 'account.wrong_password' AND alasan = '3 kali'"),
		1);
	assert_int_equal(store_test_count(store, &step.instansi_id,
					  "SELECT count(*) FROM audit WHERE instansi_id = $1 AND "
					  "perbuatan = 'account.refused' AND alasan = '1 kali'"),
			 1);
	assert_int_equal(refused_tell(store), ERR_OK); /* nothing twice */
	assert_int_equal(store_test_count(store, &step.instansi_id,
					  "SELECT count(*) FROM audit WHERE instansi_id = $1 AND "
					  "alasan LIKE '%kali'"),
			 2);
	store_end_test(store);
}

static void a_session_ends_by_sign_out_and_by_time(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct store *store = store_for_test();
	struct step step = step_make(mem);

	(void)state;
	set_up(store, &step);
	(void)store_test_sql(store, &step.instansi_id,
			     "DELETE FROM akun_peran WHERE instansi_id = $1");
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

/* An administrator: 12 hours unused, or what the agency says from its day on. */
static void who_decides_about_people_is_asked_again_sooner(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct store *store = store_for_test();
	struct step step = step_make(mem);

	(void)state;
	set_up(store, &step);
	step.now = NOW + 12 * 3600 * SECOND - 1;
	assert_int_equal(read_step(store, &step.instansi_id, &step, do_load), ERR_OK);
	assert_int_equal(step.session.expires_at, NOW + 12 * 3600 * SECOND);
	step.now += 1;
	assert_int_equal(read_step(store, &step.instansi_id, &step, do_load), ERR_NOT_FOUND);
	(void)store_test_sql(store, &step.instansi_id,
			     "INSERT INTO setelan VALUES "
			     "($1, 'session_decider_hours', '2026-01-01', '13'), "
			     "($1, 'session_decider_hours', '2030-01-01', '1')");
	assert_int_equal(read_step(store, &step.instansi_id, &step, do_load), ERR_OK);
	step.now = NOW + 13 * 3600 * SECOND;
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

/* The same password, hashed with fewer passes and less memory. */
#define OLD_HASH                                                                                   \
	"$argon2id$v=19$m=8192,t=1,p=1$1oCdhyrJ/TrJ14VimQ/69A$BBwGK2S6c0QLj6OqnONByh3NNok07cJP0cd" \
	"8FNLk49U"

static void a_hash_of_older_parameters_is_renewed_at_sign_in(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct store *store = store_for_test();
	struct step step = step_make(mem);
	const char *count = "SELECT count(*) FROM akun WHERE instansi_id = $1 AND sandi_hash LIKE "
			    "'%m=19456,t=2%'";

	(void)state;
	set_up(store, &step);
	assert_int_equal(store_test_sql(store, &step.instansi_id,
					"UPDATE akun SET sandi_hash = '" OLD_HASH
					"' WHERE instansi_id = $1"),
			 1);
	assert_int_equal(store_test_count(store, &step.instansi_id, count), 0);
	assert_int_equal(read_step(store, NULL, &step, do_check), ERR_OK);
	assert_int_equal(write_step(store, NULL, &step, do_sign_in), ERR_OK);
	assert_int_equal(store_test_count(store, &step.instansi_id, count), 1);
	assert_int_equal(read_step(store, NULL, &step, do_check), ERR_OK);
	assert_int_equal(step.who.new_hash.len, 0);
	store_end_test(store);
}

static void a_renewed_hash_never_undoes_a_change_of_the_password(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct store *store = store_for_test();
	struct step step = step_make(mem);

	(void)state;
	set_up(store, &step);
	assert_int_equal(read_step(store, NULL, &step, do_check), ERR_OK);
	step.who.old_hash = STR(OLD_HASH); /* what it was, while it is another now */
	step.who.new_hash = STR("-");
	assert_int_equal(write_step(store, NULL, &step, do_sign_in), ERR_OK);
	assert_int_equal(store_test_count(store, &step.instansi_id,
					  "SELECT count(*) FROM akun WHERE instansi_id = $1 AND "
					  "sandi_hash = '-'"),
			 0);
	store_end_test(store);
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

static void the_command_line_rescues_the_administrator(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct store *store = store_for_test();
	struct step step = step_make(mem);
	struct account_order order = {
		.deed = ACCOUNT_CODE, .login = "ayu@contoh.go.id", .now = NOW};
	char said[400] = {0};
	FILE *out = fmemopen(said, sizeof(said), "w");

	(void)state;
	set_up(store, &step);
	assert_int_equal(account_cli(store, &order, out), 0);
	(void)fclose(out);
	assert_int_equal(read_step(store, NULL, &step, do_check), ERR_INVALID);
	step.who.password = str_slice(str_from(said), strlen("Kode aktivasi: "),
				      strlen("Kode aktivasi: XXXX-XXXX-XXXX"));
	assert_int_equal(read_step(store, NULL, &step, do_check), ERR_OK);
	assert_true(step.who.must_change);
	assert_int_equal(store_test_count(store, &step.instansi_id,
					  "SELECT count(*) FROM audit WHERE instansi_id = $1 AND "
					  "perbuatan = 'account.code'"),
			 1);
	out = fmemopen(said, sizeof(said), "w");
	order.login = "198609262015051001";
	assert_int_equal(account_cli(store, &order, out), 1);
	(void)fclose(out);
	store_end_test(store);
}

/* Last: what is demanded stays demanded in this process. */
static void where_others_reach_it_the_first_run_asks_for_the_code(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct store *store = store_for_test();
	struct step step = step_make(mem);
	struct str code = setup_code_demand(mem);

	(void)state;
	assert_int_equal(read_step(store, NULL, &step, do_installation_check), ERR_INVALID);
	assert_true(problems_has_rule(&step.faults, "installation.setup_code"));
	step.in.kode_awal = STR("0000-0000-0000");
	assert_int_equal(read_step(store, NULL, &step, do_installation_check), ERR_INVALID);
	step.in.kode_awal = str_lower(mem, code);
	assert_int_equal(read_step(store, NULL, &step, do_installation_check), ERR_OK);
	store_end_test(store);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			wrong_passwords_are_counted_in_the_trail), /* before others count */
		cmocka_unit_test(the_first_run_signs_its_administrator_in),
		cmocka_unit_test(the_first_run_keeps_the_public_address_and_none_is_none),
		cmocka_unit_test(faults_of_the_first_run_come_all_at_once),
		cmocka_unit_test(signing_in_finds_the_agency_and_opens_a_session),
		cmocka_unit_test(wrong_and_unknown_are_told_alike),
		cmocka_unit_test(a_name_tried_too_often_must_wait),
		cmocka_unit_test(who_hammers_on_a_name_does_not_shut_its_owner_out),
		cmocka_unit_test(a_session_ends_by_sign_out_and_by_time),
		cmocka_unit_test(who_decides_about_people_is_asked_again_sooner),
		cmocka_unit_test(a_cookie_opens_no_other_agency),
		cmocka_unit_test(weak_passwords_are_named),
		cmocka_unit_test(a_hash_of_older_parameters_is_renewed_at_sign_in),
		cmocka_unit_test(a_renewed_hash_never_undoes_a_change_of_the_password),
		cmocka_unit_test(devices_are_listed_and_signed_out),
		cmocka_unit_test(a_device_of_somebody_else_stays),
		cmocka_unit_test(devices_are_named_by_kind_only),
		cmocka_unit_test(the_command_line_rescues_the_administrator),
		cmocka_unit_test(where_others_reach_it_the_first_run_asks_for_the_code),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
