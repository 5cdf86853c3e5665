/* SPDX-License-Identifier: Apache-2.0 */
/* Who may give which role, and that the last administrator stays. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "account/account.h"
#include "account/activation.h"
#include "account/installation.h"
#include "account/role.h"
#include "account/role_check.h"
#include "account/session.h"
#include "audit/compare_test_support.h"
#include "db/store_test_support.h"

#define NOW (INT64_C(1795500000) * 1000000) /* 24 November 2026 */
#define DAY (INT64_C(86400) * 1000000)

/* An agency with its first administrator (ayu) and a second account without a role (budi). */
struct town {
	struct arena *mem;
	struct store *store;
	struct id instansi_id, unit_id, ayu, budi;
	struct actor actor;
	struct problems faults;
	struct role_form form;
	struct role_person shown;
	struct str cookie, code;
	struct id target;
	struct date today;
	int64_t now;
	bool flag;
	enum err (*run)(struct job *job, struct town *town);
};

static enum err town_work(struct db *db, void *arg)
{
	struct town *town = arg;
	struct job job = {
		.mem = town->mem, .db = db, .actor = &town->actor, .faults = &town->faults};

	job.now = town->now;
	job.today = town->today;
	job.request_id = STR("uji");
	problems_init(&town->faults, town->mem);
	return town->run(&job, town);
}

static enum err write_town(struct town *town, enum err (*run)(struct job *, struct town *))
{
	town->run = run;
	return store_write(town->store, id_is_none(&town->instansi_id) ? NULL : &town->instansi_id,
			   town_work, town);
}

static enum err read_town(struct town *town, enum err (*run)(struct job *, struct town *))
{
	town->run = run;
	return store_read(town->store, &town->instansi_id, town_work, town);
}

static enum err do_found(struct job *job, struct town *town)
{
	struct installation in = {
		.nama = STR("Kota"), .kode = STR("K"), .kota = STR("Kota"), .zona = STR("WIT")};
	struct account_new ayu = {.nama = STR("Ayu"), .email = STR("ayu@k.go.id")};
	struct account_new budi = {.nama = STR("Budi 100%"), .email = STR("budi@k.go.id")};
	enum err err;

	ayu.sandi_hash = budi.sandi_hash = STR("-");
	if ((err = agency_create(job, &in, &town->instansi_id, &town->unit_id)) ||
	    (err = account_create(job, &ayu, &town->ayu)) ||
	    (err = account_create(job, &budi, &town->budi)) ||
	    (err = account_grant(job, &town->ayu, PERAN_ADMIN_KEPEGAWAIAN, &town->unit_id)))
		return err;
	return session_open(job, &town->budi, STR("uji"), &town->cookie);
}

static enum err do_give(struct job *job, struct town *town)
{
	return role_give(job, &town->target, &town->form);
}

static enum err do_end(struct job *job, struct town *town)
{
	return role_end(job, &town->target, &town->form);
}

static enum err do_show(struct job *job, struct town *town)
{
	return role_show(job, &town->target, &town->shown);
}

static enum err do_session(struct job *job, struct town *town)
{
	struct session session;
	struct actor found;
	enum err err = session_load(job, town->cookie, &session, &found);

	town->flag = !err && actor_has_role(&found, PERAN_PIMPINAN_UNIT);
	return err;
}

static enum err do_open(struct job *job, struct town *town)
{
	return session_open(job, &town->budi, STR("uji"), &town->cookie);
}

static enum err do_code(struct job *job, struct town *town)
{
	return account_renew_code(job, &town->target, town->form.alasan, &town->code);
}

static enum err do_lock(struct job *job, struct town *town)
{
	return account_lock(job, &town->target, town->flag, town->form.alasan);
}

static enum err do_check(struct job *job, struct town *town)
{
	struct sign_in who = {
		.login = STR("budi@k.go.id"), .password = town->code, .address = STR("192.0.2.1")};
	return account_check(job, &who);
}

static void act_as(struct town *town, const struct id *akun_id, enum peran peran)
{
	town->actor = (struct actor){.instansi_id = town->instansi_id,
				     .akun_id = *akun_id,
				     .is_signed_in = true,
				     .zona = ZONA_WIT,
				     .scope_count = 1};
	town->actor.scopes[0] = (struct actor_scope){.peran = peran};
}

static struct town found_town(struct arena *mem)
{
	struct town town = {
		.mem = mem, .store = store_for_test(), .today = DATE(2026, 11, 24), .now = NOW};

	town.actor.zona = ZONA_WIT;
	assert_int_equal(write_town(&town, do_found), ERR_OK);
	act_as(&town, &town.ayu, PERAN_ADMIN_KEPEGAWAIAN);
	town.target = town.budi;
	town.form = (struct role_form){
		.peran = STR("pimpinan_unit"),
		.unit = town.unit_id,
		.penugasan = STR("definitif"),
		.alasan = STR("SK Wali Kota 821/12/2026"),
	};
	return town;
}

static void a_role_holds_at_once_and_is_written_down(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct town town = found_town(mem);

	(void)state;
	assert_int_equal(write_town(&town, do_give), ERR_OK);
	assert_int_equal(read_town(&town, do_session), ERR_NOT_FOUND); /* the old id is gone */
	assert_int_equal(write_town(&town, do_open), ERR_OK);
	assert_int_equal(read_town(&town, do_session), ERR_OK);
	assert_true(town.flag);
	assert_int_equal(store_test_count(town.store, &town.instansi_id,
					  "SELECT count(*) FROM audit WHERE instansi_id = $1 AND "
					  "perbuatan = 'role.give' AND alasan <> ''"),
			 1);
	assert_int_equal(write_town(&town, do_end), ERR_OK);
	assert_int_equal(write_town(&town, do_end), ERR_NOT_FOUND);
	assert_int_equal(write_town(&town, do_open), ERR_OK);
	assert_int_equal(read_town(&town, do_session), ERR_OK);
	assert_false(town.flag);
	store_end_test(town.store);
}

static void faults_of_a_role_come_all_at_once(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct town town = found_town(mem);

	(void)state;
	town.form = (struct role_form){.peran = STR("pegawai")};
	assert_int_equal(write_town(&town, do_give), ERR_INVALID);
	assert_true(problems_has_rule(&town.faults, "role.peran"));
	assert_true(problems_has_rule(&town.faults, "role.penugasan"));
	assert_true(problems_has_rule(&town.faults, "role.reason"));
	store_end_test(town.store);
}

static void acting_heads_have_a_last_day(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct town town = found_town(mem);

	(void)state;
	town.form.penugasan = STR("plt");
	assert_int_equal(write_town(&town, do_give), ERR_INVALID);
	assert_true(problems_has_rule(&town.faults, "role.acting_term"));
	town.form.sampai = DATE(2026, 11, 23);
	assert_int_equal(write_town(&town, do_give), ERR_INVALID);
	assert_true(problems_has_rule(&town.faults, "role.term"));
	town.form.sampai = DATE(2026, 12, 31);
	assert_int_equal(write_town(&town, do_give), ERR_OK);
	assert_int_equal(read_town(&town, do_show), ERR_OK);
	assert_int_equal(town.shown.roles[0].penugasan, PENUGASAN_PLT);
	assert_true(role_is_held(&town.shown.roles[0], DATE(2026, 12, 31)));
	assert_false(role_is_held(&town.shown.roles[0], DATE(2027, 1, 1)));
	town.now += 7 * DAY;
	assert_int_equal(write_town(&town, do_open), ERR_OK);
	assert_int_equal(read_town(&town, do_session), ERR_OK);
	assert_true(town.flag);
	town.now += 60 * DAY; /* the sessions last longer in this test than the term */
	assert_int_equal(store_test_sql(town.store, &town.instansi_id,
					"UPDATE sesi SET expires_at = expires_at * 2 WHERE "
					"instansi_id = $1"),
			 1);
	assert_int_equal(read_town(&town, do_session), ERR_OK);
	assert_false(town.flag);
	town.form.peran = STR("auditor");
	assert_int_equal(write_town(&town, do_give), ERR_INVALID);
	assert_true(problems_has_rule(&town.faults, "role.acting_head"));
	store_end_test(town.store);
}

static void a_role_without_a_unit_is_of_the_whole_agency_or_a_fault(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct town town = found_town(mem);

	(void)state;
	town.form.unit = (struct id){{0}};
	assert_int_equal(write_town(&town, do_give), ERR_INVALID);
	assert_true(problems_has_rule(&town.faults, "role.unit"));
	town.form.peran = STR("auditor");
	assert_int_equal(write_town(&town, do_give), ERR_OK);
	assert_int_equal(read_town(&town, do_show), ERR_OK);
	assert_true(town.shown.roles[0].is_whole_agency);
	store_end_test(town.store);
}

static void an_agency_says_how_long_a_reason_is(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct town town = found_town(mem);

	(void)state;
	store_test_sql(town.store, &town.instansi_id,
		       "INSERT INTO setelan (instansi_id, kunci, berlaku_mulai, nilai) VALUES "
		       "($1, 'role_reason_min_chars', '2026-11-24', '25')");
	assert_int_equal(write_town(&town, do_give), ERR_INVALID); /* it has 24 */
	assert_true(problems_has_rule(&town.faults, "role.reason"));
	town.form.alasan = STR("SK Wali Kota 821/12/2026.");
	assert_int_equal(write_town(&town, do_give), ERR_OK);
	store_end_test(town.store);
}

static void nobody_gives_a_role_to_himself(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct town town = found_town(mem);

	(void)state;
	town.target = town.ayu;
	assert_int_equal(write_town(&town, do_give), ERR_INVALID);
	assert_true(problems_has_rule(&town.faults, "role.self"));
	act_as(&town, &town.budi, PERAN_AUDITOR);
	assert_int_equal(write_town(&town, do_give), ERR_FORBIDDEN);
	assert_int_equal(write_town(&town, do_end), ERR_FORBIDDEN);
	assert_int_equal(write_town(&town, do_code), ERR_FORBIDDEN);
	assert_int_equal(write_town(&town, do_lock), ERR_FORBIDDEN);
	store_end_test(town.store);
}

static void the_last_administrator_stays(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct town town = found_town(mem);

	(void)state;
	town.form.peran = STR("admin_kepegawaian");
	town.target = town.ayu;
	assert_int_equal(write_town(&town, do_end), ERR_INVALID);
	assert_true(problems_has_rule(&town.faults, "role.last_admin"));
	town.target = town.budi;
	town.form.sampai = DATE(2026, 12, 31); /* one with a last day does not count */
	assert_int_equal(write_town(&town, do_give), ERR_OK);
	act_as(&town, &town.budi, PERAN_ADMIN_KEPEGAWAIAN);
	town.target = town.ayu;
	assert_int_equal(write_town(&town, do_end), ERR_INVALID);
	assert_int_equal(write_town(&town, do_give), ERR_INVALID); /* nor may the last get one */
	assert_true(problems_has_rule(&town.faults, "role.last_admin"));
	town.flag = true;
	assert_int_equal(write_town(&town, do_lock), ERR_INVALID);
	act_as(&town, &town.ayu, PERAN_ADMIN_KEPEGAWAIAN);
	town.target = town.budi;
	town.form.sampai = (struct date){0};
	assert_int_equal(write_town(&town, do_give), ERR_OK);
	town.target = town.ayu;
	assert_int_equal(write_town(&town, do_end), ERR_OK);
	store_end_test(town.store);
}

static void a_new_code_opens_the_account_for_a_week(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct town town = found_town(mem);

	(void)state;
	assert_int_equal(write_town(&town, do_code), ERR_OK);
	assert_int_equal(read_town(&town, do_session), ERR_NOT_FOUND);
	assert_int_equal(read_town(&town, do_check), ERR_OK);
	town.code = str_lower(mem, town.code);
	assert_int_equal(read_town(&town, do_check), ERR_OK);
	town.today = DATE(2026, 12, 2);
	assert_int_equal(read_town(&town, do_check), ERR_INVALID);
	town.target = town.ayu;
	assert_int_equal(write_town(&town, do_code), ERR_INVALID);
	assert_true(problems_has_rule(&town.faults, "account.self"));
	store_end_test(town.store);
}

static void a_locked_account_signs_in_nowhere(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct town town = found_town(mem);

	(void)state;
	assert_int_equal(write_town(&town, do_code), ERR_OK);
	assert_int_equal(write_town(&town, do_open), ERR_OK);
	town.flag = true;
	assert_int_equal(write_town(&town, do_lock), ERR_OK);
	assert_int_equal(read_town(&town, do_session), ERR_NOT_FOUND);
	assert_int_equal(read_town(&town, do_check), ERR_INVALID);
	assert_true(problems_has_rule(&town.faults, "account.locked"));
	assert_int_equal(write_town(&town, do_give), ERR_INVALID);
	assert_true(problems_has_rule(&town.faults, "role.inactive"));
	town.flag = false;
	assert_int_equal(write_town(&town, do_lock), ERR_OK);
	assert_int_equal(read_town(&town, do_check), ERR_OK);
	store_end_test(town.store);
}

static enum err do_browse(struct job *job, struct town *town)
{
	struct role_page page;
	enum err err = role_browse(job, town->code, STR_NONE, &page);

	if (!err && page.count == 1)
		town->shown = page.people[0];
	town->flag = page.count == 1;
	return err;
}

static void the_list_shows_holders_and_finds_by_name(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct town town = found_town(mem);

	(void)state;
	town.code = STR_NONE;
	assert_int_equal(read_town(&town, do_browse), ERR_OK);
	assert_true(town.flag && id_equal(&town.shown.akun_id, &town.ayu));
	town.code = STR(" bUdi 100%");
	assert_int_equal(read_town(&town, do_browse), ERR_OK);
	assert_true(town.flag && id_equal(&town.shown.akun_id, &town.budi));
	town.code = STR("budi_100");
	assert_int_equal(read_town(&town, do_browse), ERR_OK);
	assert_false(town.flag);
	store_end_test(town.store);
}

static void a_foreign_account_is_nobody(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct town town = found_town(mem);

	(void)state;
	town.instansi_id = store_test_instansi(town.store, "LAIN");
	assert_int_equal(read_town(&town, do_show), ERR_NOT_FOUND);
	assert_int_equal(write_town(&town, do_give), ERR_NOT_FOUND);
	assert_int_equal(write_town(&town, do_code), ERR_NOT_FOUND);
	store_end_test(town.store);
}

static void a_role_that_was_not_given_is_named(void **state)
{
	static const struct {
		const char *sql, *said;
	} tamperings[] = {
		{"UPDATE akun_peran SET sampai = NULL WHERE instansi_id = $1 AND sampai IS NOT "
		 "NULL",
		 "peran akun: bukan yang diberikan, atau sudah diakhiri"},
		{"UPDATE akun_peran SET sifat = 'plh' WHERE instansi_id = $1 AND sampai IS NOT "
		 "NULL",
		 "peran akun: bukan yang diberikan, atau sudah diakhiri"},
		{"DELETE FROM akun_peran WHERE instansi_id = $1 AND sampai IS NOT NULL",
		 "peran akun: yang diberikan hilang dari basis data"},
		{"DELETE FROM akun_peran WHERE instansi_id = $1 AND peran = 'admin_kepegawaian'",
		 "peran akun: yang diberikan hilang dari basis data"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(tamperings) / sizeof(tamperings[0]); i++) {
		CLEANUP(arena_close) struct arena *mem = arena_make();
		struct town town = found_town(mem);
		town.form.sampai = DATE(2026, 12, 31);
		assert_int_equal(write_town(&town, do_give), ERR_OK);
		struct compare_seen seen = compare_look(town.store, &town.instansi_id, role_check);
		assert_string_equal(seen.said, "");
		assert_int_equal(seen.equal, 2); /* and the first administrator */
		compare_tamper(town.store, &town.instansi_id, role_check, tamperings[i].sql,
			       tamperings[i].said);
		store_end_test(town.store);
	}
}

static void a_role_that_became_another_is_named_and_so_is_the_one_it_was(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct town town = found_town(mem);

	(void)state;
	assert_int_equal(write_town(&town, do_give), ERR_OK);
	(void)store_test_sql(town.store, &town.instansi_id,
			     "UPDATE akun_peran SET peran = 'auditor' WHERE instansi_id = $1 AND "
			     "peran = 'pimpinan_unit'");
	struct compare_seen seen = compare_look(town.store, &town.instansi_id, role_check);
	assert_string_equal(seen.said, "peran akun: bukan yang diberikan, atau sudah diakhiri");
	assert_int_equal(seen.findings, 2);
	store_end_test(town.store);
}

static void a_role_that_was_ended_and_is_there_again_is_named(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct town town = found_town(mem);

	(void)state;
	assert_int_equal(write_town(&town, do_give), ERR_OK);
	(void)store_test_sql(town.store, &town.instansi_id,
			     "CREATE TABLE lama AS SELECT * FROM akun_peran WHERE instansi_id = $1 "
			     "AND peran = 'pimpinan_unit'");
	assert_int_equal(write_town(&town, do_end), ERR_OK);
	assert_int_equal(compare_look(town.store, &town.instansi_id, role_check).equal, 1);
	compare_tamper(town.store, &town.instansi_id, role_check,
		       "INSERT INTO akun_peran SELECT * FROM lama WHERE instansi_id = $1",
		       "peran akun: bukan yang diberikan, atau sudah diakhiri");
	assert_int_equal(write_town(&town, do_give), ERR_OK); /* given again: told again */
	assert_int_equal(compare_look(town.store, &town.instansi_id, role_check).findings, 0);
	store_end_test(town.store);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_role_holds_at_once_and_is_written_down),
		cmocka_unit_test(faults_of_a_role_come_all_at_once),
		cmocka_unit_test(acting_heads_have_a_last_day),
		cmocka_unit_test(a_role_without_a_unit_is_of_the_whole_agency_or_a_fault),
		cmocka_unit_test(an_agency_says_how_long_a_reason_is),
		cmocka_unit_test(nobody_gives_a_role_to_himself),
		cmocka_unit_test(the_last_administrator_stays),
		cmocka_unit_test(a_new_code_opens_the_account_for_a_week),
		cmocka_unit_test(a_locked_account_signs_in_nowhere),
		cmocka_unit_test(the_list_shows_holders_and_finds_by_name),
		cmocka_unit_test(a_foreign_account_is_nobody),
		cmocka_unit_test(a_role_that_was_not_given_is_named),
		cmocka_unit_test(a_role_that_became_another_is_named_and_so_is_the_one_it_was),
		cmocka_unit_test(a_role_that_was_ended_and_is_there_again_is_named),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
