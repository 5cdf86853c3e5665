/* SPDX-License-Identifier: Apache-2.0 */
/* Signing in and out, passwords, first codes and what slows down who guesses. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "account/account_cli.h"
#include "account/refused.h"
#include "account/setup_code.h"
#include "account/step_test_support.h"
#include "base/crypto.h"
#include "org/org.h"

#include <stdio.h>
#include <string.h>

static enum err do_sign_out(struct job *job, struct step *step)
{
	step->actor.akun_id = step->who.akun_id;
	return account_sign_out(job, step->cookie);
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

/* The password is the beginning of what was typed. */
static struct str stretched(struct arena *mem, size_t chars)
{
	struct buf text;

	buf_init(&text, mem);
	buf_add_cstr(&text, PASSWORD);
	while (text.len < chars)
		buf_add_char(&text, 'x');
	return buf_str(&text);
}

static enum err do_confirm(struct job *job, struct step *step)
{
	step->actor.instansi_id = step->who.instansi_id;
	step->actor.akun_id = step->who.akun_id;
	return account_confirm(job, STR("sandi"), &step->who);
}

/* At its longest a password is taken; one longer is told so at every door, and what it begins with
   opens none. */
static void a_password_is_nowhere_cut(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct store *store = store_for_test();
	struct step step = step_make(mem);

	(void)state;
	step.in.sandi = step.in.ulang = stretched(mem, PASSWORD_LONGEST + 1);
	assert_int_equal(write_step(store, NULL, &step, do_installation_check), ERR_INVALID);
	assert_true(problems_has_rule(&step.faults, "account.password_long") ||
		    problems_has_rule(&step.faults, "form.long"));
	step.in.sandi = step.in.ulang = stretched(mem, PASSWORD_LONGEST);
	assert_int_equal(write_step(store, NULL, &step, do_installation_check), ERR_OK);
	assert_int_equal(write_step(store, NULL, &step, do_first_run), ERR_OK);
	step.who.password = stretched(mem, PASSWORD_LONGEST + 1);
	assert_int_equal(read_step(store, NULL, &step, do_check), ERR_INVALID);
	assert_true(problems_has_rule(&step.faults, "form.long"));
	step.who.password = stretched(mem, PASSWORD_LONGEST);
	assert_int_equal(read_step(store, NULL, &step, do_check), ERR_OK);
	step.who.password = stretched(mem, PASSWORD_LONGEST + 1);
	assert_int_equal(read_step(store, &step.who.instansi_id, &step, do_confirm), ERR_INVALID);
	assert_true(problems_has_rule(&step.faults, "account.password_long"));
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
		cmocka_unit_test(a_password_is_nowhere_cut),
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
		cmocka_unit_test(the_command_line_rescues_the_administrator),
		cmocka_unit_test(where_others_reach_it_the_first_run_asks_for_the_code),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
