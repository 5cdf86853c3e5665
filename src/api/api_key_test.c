/* SPDX-License-Identifier: Apache-2.0 */
/* Who may make a key, what it opens, for how long. */
#include "api/api_key.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "account/account.h"
#include "api/api_key_check.h"
#include "audit/compare_test_support.h"
#include "report/town_test_support.h"

/* A town with an account for its person and one for its administrator, and what the steps work
   on. */
struct keys {
	struct town *town;
	struct actor admin;
	struct api_key key;
	struct str secret;
	struct api_caller caller;
	struct actor found;
	struct api_key *list;
	int count;
};

static struct keys keys;

static enum err make_admin(struct db *db, void *arg)
{
	struct job job = town_job(keys.town, db);
	struct account_new account = {.nama = STR("Admin"), .sandi_hash = STR("-")};

	(void)arg;
	return account_create(&job, &account, &keys.admin.akun_id);
}

static int keys_open(void **state)
{
	void *town = NULL;

	assert_int_equal(town_open(&town), 0);
	keys = (struct keys){.town = town};
	struct town *t = keys.town;
	keys.admin = (struct actor){.instansi_id = t->instansi,
				    .zona = ZONA_WIT,
				    .is_signed_in = true,
				    .scope_count = 1,
				    .scopes = {{.peran = PERAN_ADMIN_KEPEGAWAIAN}}};
	(void)store_test_sql(
		t->store, &t->instansi,
		"INSERT INTO akun (instansi_id, akun_id, pegawai_id, nama, sandi_hash) "
		"VALUES ($1, $1, $1, 'Satu', '-')");
	assert_int_equal(store_write(t->store, &t->instansi, make_admin, NULL), ERR_OK);
	*state = &keys;
	return 0;
}

static int keys_close(void **state)
{
	void *town = keys.town;

	(void)state;
	return town_close(&town);
}

static struct api_key personal(void)
{
	return (struct api_key){.holder = HOLDER_ORANG,
				.nama = STR("Skrip rekap harian"),
				.cakupan = api_scopes_with(0, SCOPE_LAPORAN_KIRIM),
				.berakhir = DATE(2026, 12, 31)};
}

static struct api_key for_system(void)
{
	return (struct api_key){.holder = HOLDER_SISTEM,
				.nama = STR("Dasbor pimpinan"),
				.alasan = STR("Menampilkan beban kerja unit di dasbor bupati"),
				.cakupan = api_scopes_with(api_scopes_with(0, SCOPE_PEGAWAI_BACA),
							   SCOPE_LAPORAN_BACA),
				.berakhir = DATE(2027, 11, 25)};
}

static enum err make(struct db *db, void *arg)
{
	struct keys *k = arg;
	struct job job = town_job(k->town, db);

	if (k->key.holder == HOLDER_SISTEM)
		job.actor = &k->admin;
	return api_key_make(&job, &k->key, &k->secret);
}

static enum err load(struct db *db, void *arg)
{
	struct keys *k = arg;
	struct job job = town_job(k->town, db);

	return api_key_load(&job, k->secret, &k->caller, &k->found);
}

static enum err revoke(struct db *db, void *arg)
{
	struct keys *k = arg;
	struct job job = town_job(k->town, db);

	return api_key_revoke(&job, &k->key.kunci_id);
}

static enum err revoke_as_admin(struct db *db, void *arg)
{
	struct keys *k = arg;
	struct job job = town_job(k->town, db);

	job.actor = &k->admin;
	return api_key_revoke(&job, &k->key.kunci_id);
}

static enum err list_all(struct db *db, void *arg)
{
	struct keys *k = arg;
	struct job job = town_job(k->town, db);

	job.actor = &k->admin;
	return api_key_list_all(&job, &(struct id){{0}}, &k->list, &k->count);
}

static enum err run(db_work *work)
{
	problems_init(&keys.town->faults, keys.town->mem);
	return store_write(keys.town->store, &keys.town->instansi, work, &keys);
}

static void make_key(struct api_key key)
{
	keys.key = key;
	assert_int_equal(run(make), ERR_OK);
}

static void a_personal_key_acts_as_its_person_and_reaches_nobody_else(void **state)
{
	struct id agency;

	(void)state;
	make_key(personal());
	assert_true(api_key_agency(keys.secret, &agency) &&
		    id_equal(&agency, &keys.town->instansi));
	assert_int_equal(run(load), ERR_OK);
	const struct actor *who = &keys.found;
	struct access_record own = {.pegawai_id = who->pegawai_id},
			     below = {.pegawai_id = {{9}}, .penilai_id = who->pegawai_id};
	assert_true(id_equal(&who->pegawai_id, &keys.town->instansi));
	assert_true(access_allows(who, PERM_REPORT_OWN, &own));
	assert_true(access_allows(who, PERM_REPORT_READ, &own));
	assert_false(access_allows(who, PERM_REPORT_READ, &below));
	assert_false(access_may(who, PERM_EVALUATION_DECIDE));
	assert_true(api_scopes_have(keys.caller.cakupan, SCOPE_LAPORAN_KIRIM));
	assert_false(api_scopes_have(keys.caller.cakupan, SCOPE_LAPORAN_BACA));
}

static void a_system_reads_and_sends_nothing(void **state)
{
	(void)state;
	make_key(for_system());
	assert_int_equal(run(load), ERR_OK);
	const struct actor *who = &keys.found;
	struct access_record other = {.pegawai_id = {{9}}, .unit_jalur = STR("/U/")};
	assert_true(id_is_none(&who->pegawai_id));
	assert_false(id_equal(&who->akun_id, &keys.admin.akun_id));
	assert_true(access_allows(who, PERM_REPORT_READ, &other));
	assert_true(access_allows(who, PERM_ORG_READ, &other));
	assert_false(access_may(who, PERM_REPORT_OWN));
	assert_false(access_may(who, PERM_SKP_READ));
	assert_false(access_may(who, PERM_ACCOUNT_OWN));
}

static void a_system_of_one_unit_reads_no_other(void **state)
{
	(void)state;
	(void)store_test_sql(keys.town->store, &keys.town->instansi,
			     "INSERT INTO unit (instansi_id, unit_id, induk_id, kode, nama, jalur, "
			     "jenis, zona, valid_from) SELECT $1, akun_id, $1, 'S', 'Seksi', "
			     "'/U/S/', 'seksi', 'WIB', '2026-01-01' FROM akun WHERE instansi_id = "
			     "$1 AND nama = 'Admin'");
	keys.key = for_system();
	keys.key.unit_id = keys.admin.akun_id; /* the one just made */
	assert_int_equal(run(make), ERR_OK);
	assert_int_equal(run(load), ERR_OK);
	struct access_record inside = {.pegawai_id = {{9}}, .unit_jalur = STR("/U/S/")},
			     outside = {.pegawai_id = {{9}}, .unit_jalur = STR("/U/")};
	assert_true(access_allows(&keys.found, PERM_REPORT_READ, &inside));
	assert_false(access_allows(&keys.found, PERM_REPORT_READ, &outside));
}

static void only_its_hash_is_stored(void **state)
{
	const struct town *town = keys.town;

	(void)state;
	make_key(personal());
	assert_true(str_starts(keys.secret, "abdi_"));
	assert_int_equal(store_test_count(town->store, &town->instansi,
					  "SELECT COUNT(*) FROM kunci_api WHERE instansi_id = $1 "
					  "AND length(kunci_hash) = 32"),
			 1);
	keys.secret = str_slice(keys.secret, 0, keys.secret.len - 1);
	assert_int_equal(run(load), ERR_NOT_FOUND);
}

static void a_key_ends_with_its_last_day(void **state)
{
	(void)state;
	make_key(personal());
	keys.town->today = DATE(2026, 12, 31);
	assert_int_equal(run(load), ERR_OK);
	keys.town->today = DATE(2027, 1, 1);
	assert_int_equal(run(load), ERR_NOT_FOUND);
}

static void a_revoked_key_opens_nothing(void **state)
{
	(void)state;
	make_key(personal());
	assert_int_equal(run(revoke), ERR_OK);
	assert_int_equal(run(load), ERR_NOT_FOUND);
	assert_int_equal(run(revoke), ERR_OK); /* twice is no fault */
	make_key(personal());
	assert_int_equal(run(revoke_as_admin), ERR_OK);
	assert_int_equal(run(load), ERR_NOT_FOUND);
}

static void the_key_of_a_system_is_not_the_persons_to_revoke(void **state)
{
	(void)state;
	make_key(for_system());
	assert_int_equal(run(revoke), ERR_NOT_FOUND);
	assert_int_equal(run(load), ERR_OK);
}

static void a_key_rests_on_an_account_that_may_sign_in(void **state)
{
	struct town *town = keys.town;

	(void)state;
	make_key(personal());
	(void)store_test_sql(
		town->store, &town->instansi,
		"UPDATE akun SET locked_at = 1 WHERE instansi_id = $1 AND akun_id = $1");
	assert_int_equal(run(load), ERR_NOT_FOUND);
	(void)store_test_sql(
		town->store, &town->instansi,
		"UPDATE akun SET locked_at = NULL WHERE instansi_id = $1 AND akun_id = $1");
	assert_int_equal(run(load), ERR_OK);
	(void)store_test_sql(town->store, &town->instansi,
			     "UPDATE pegawai SET valid_to = '2026-11-01' WHERE instansi_id = $1");
	assert_int_equal(run(load), ERR_NOT_FOUND);
}

static bool has(const char *rule)
{
	return problems_has_rule(&keys.town->faults, rule);
}

static void every_fault_is_listed_at_once(void **state)
{
	(void)state;
	keys.key = (struct api_key){.holder = HOLDER_SISTEM,
				    .cakupan = api_scopes_with(0, SCOPE_LAPORAN_KIRIM),
				    .unit_id = {{7}},
				    .berakhir = DATE(2027, 11, 26)}; /* a day too late */
	assert_int_equal(run(make), ERR_INVALID);
	assert_true(has("form.missing"));
	assert_true(has("api_key.cakupan_holder") && has("api_key.unit_unknown"));
	assert_true(has("api_key.berakhir_range"));
	keys.key = personal();
	keys.key.cakupan = 0;
	keys.key.berakhir = DATE(2026, 11, 23);
	assert_int_equal(run(make), ERR_INVALID);
	assert_true(has("api_key.cakupan_missing") && has("api_key.berakhir_range"));
}

static void an_agency_says_how_many_keys_and_for_how_long(void **state)
{
	(void)state;
	store_test_sql(keys.town->store, &keys.town->instansi,
		       "INSERT INTO setelan (instansi_id, kunci, berlaku_mulai, nilai) VALUES "
		       "($1, 'api_keys_of_person', '2000-01-01', '1'), "
		       "($1, 'api_key_days_person', '2000-01-01', '2')");
	keys.key = personal();
	keys.key.berakhir = date_add_days(keys.town->today, 3);
	assert_int_equal(run(make), ERR_INVALID);
	assert_true(has("api_key.berakhir_range"));
	keys.key.berakhir = date_add_days(keys.town->today, 2);
	assert_int_equal(run(make), ERR_OK);
	assert_int_equal(run(make), ERR_INVALID);
	assert_true(has("api_key.many"));
}

static void an_agency_says_how_much_is_said_of_a_systems_purpose(void **state)
{
	(void)state;
	keys.key = for_system();
	keys.key.alasan = STR("Dasbor 12/2026 SPBE"); /* 19 characters */
	assert_int_equal(run(make), ERR_INVALID);
	assert_true(has("api_key.alasan"));
	store_test_sql(keys.town->store, &keys.town->instansi,
		       "INSERT INTO setelan (instansi_id, kunci, berlaku_mulai, nilai) VALUES "
		       "($1, 'api_key_reason_min_chars', '2000-01-01', '19')");
	assert_int_equal(run(make), ERR_OK);
	keys.key.alasan = STR(" ");
	assert_int_equal(run(make), ERR_INVALID);
	assert_true(has("form.missing") && !has("api_key.alasan"));
}

static void a_person_has_ten_keys_and_no_eleventh(void **state)
{
	(void)state;
	for (int i = 0; i < 10; i++)
		make_key(personal());
	keys.key = personal();
	assert_int_equal(run(make), ERR_INVALID);
	assert_true(has("api_key.many"));
}

static enum err make_as_person(struct db *db, void *arg)
{
	struct keys *k = arg;
	struct job job = town_job(k->town, db);

	return api_key_make(&job, &k->key, &k->secret);
}

static void nobody_but_an_administrator_makes_a_key_for_a_system(void **state)
{
	(void)state;
	keys.key = for_system();
	assert_int_equal(run(make_as_person), ERR_FORBIDDEN);
}

static void the_administrator_sees_every_key_newest_first(void **state)
{
	(void)state;
	make_key(personal());
	make_key(for_system());
	assert_int_equal(run(list_all), ERR_OK);
	assert_int_equal(keys.count, 2);
	assert_int_equal(keys.list[0].holder, HOLDER_SISTEM);
	assert_true(str_is(keys.list[0].pembuat, "Admin"));
	assert_true(str_is(keys.list[1].pemilik, "Satu"));
	assert_true(keys.list[1].is_open);
}

static void making_and_revoking_stand_in_the_trail(void **state)
{
	const struct town *town = keys.town;

	(void)state;
	make_key(for_system());
	assert_int_equal(run(revoke_as_admin), ERR_OK);
	assert_int_equal(
		store_test_count(
			town->store, &town->instansi,
			"SELECT COUNT(*) FROM audit WHERE instansi_id = $1 AND perbuatan IN "
			"('api_key.make', 'api_key.revoke') AND alasan LIKE 'Dasbor%'"),
		2);
}

static void a_key_changed_past_the_program_is_named(void **state)
{
	static const struct {
		const char *sql, *said;
	} tamperings[] = {
		{"UPDATE kunci_api SET cakupan = 'laporan.baca,pegawai.baca,pegawai.ubah' WHERE "
		 "instansi_id = $1 AND jenis = 'sistem'",
		 "kunci API: pemilik, cakupan, unit, atau hari terakhirnya bukan yang ditetapkan"},
		{"UPDATE kunci_api SET berakhir = '2036-12-31' WHERE instansi_id = $1 AND jenis = "
		 "'sistem'",
		 "kunci API: pemilik, cakupan, unit, atau hari terakhirnya bukan yang ditetapkan"},
		{"UPDATE kunci_api SET dicabut_at = NULL WHERE instansi_id = $1 AND dicabut_at IS "
		 "NOT NULL",
		 "kunci API: sudah dicabut tetapi terbuka"},
		{"UPDATE kunci_api SET dicabut_at = 1 WHERE instansi_id = $1 AND jenis = 'sistem'",
		 "kunci API: dicabut tanpa entri di jejak audit"},
		{"DELETE FROM kunci_api WHERE instansi_id = $1 AND jenis = 'sistem'",
		 "kunci API: hilang dari basis data"},
	};

	for (size_t i = 0; i < sizeof(tamperings) / sizeof(tamperings[0]); i++) {
		if (i > 0)
			assert_int_equal(keys_open(state), 0);
		const struct town *town = keys.town;
		make_key(for_system());
		make_key(personal());
		assert_int_equal(run(revoke), ERR_OK);
		struct compare_seen seen =
			compare_look(town->store, &town->instansi, api_key_check);
		assert_string_equal(seen.said, "");
		assert_int_equal(seen.equal, 2);
		compare_tamper(town->store, &town->instansi, api_key_check, tamperings[i].sql,
			       tamperings[i].said);
		if (i + 1 < sizeof(tamperings) / sizeof(tamperings[0]))
			assert_int_equal(keys_close(state), 0);
	}
}

#define T(name) cmocka_unit_test_setup_teardown(name, keys_open, keys_close)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(a_personal_key_acts_as_its_person_and_reaches_nobody_else),
		T(a_system_reads_and_sends_nothing),
		T(a_system_of_one_unit_reads_no_other),
		T(only_its_hash_is_stored),
		T(a_key_ends_with_its_last_day),
		T(a_revoked_key_opens_nothing),
		T(the_key_of_a_system_is_not_the_persons_to_revoke),
		T(a_key_rests_on_an_account_that_may_sign_in),
		T(every_fault_is_listed_at_once),
		T(an_agency_says_how_many_keys_and_for_how_long),
		T(an_agency_says_how_much_is_said_of_a_systems_purpose),
		T(a_person_has_ten_keys_and_no_eleventh),
		T(nobody_but_an_administrator_makes_a_key_for_a_system),
		T(the_administrator_sees_every_key_newest_first),
		T(making_and_revoking_stand_in_the_trail),
		T(a_key_changed_past_the_program_is_named),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
