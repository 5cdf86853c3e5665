/* SPDX-License-Identifier: Apache-2.0 */
/* Who may do what to whose record. */
#include "law/access.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static const struct id ani = {{1}}, budi = {{2}}, citra = {{3}};

static struct actor staff(struct id pegawai_id)
{
	return (struct actor){.pegawai_id = pegawai_id,
			      .is_signed_in = true,
			      .unit_jalur = STR("/DINAS/BIDANG/")};
}

static struct actor staff_with(struct id pegawai_id, enum peran peran, struct str jalur)
{
	struct actor actor = staff(pegawai_id);

	actor.scope_count = 1;
	actor.scopes[0] = (struct actor_scope){peran, jalur};
	return actor;
}

static void the_public_may_only_what_is_public(void **state)
{
	struct actor visitor = {0};
	struct access_record nothing = {0};

	(void)state;
	for (int p = 0; p < PERM_COUNT; p++) {
		bool is_public = p == PERM_PUBLIC;
		assert_int_equal(access_may(&visitor, (enum permission)p), is_public);
		assert_int_equal(access_allows(&visitor, (enum permission)p, &nothing), is_public);
	}
	assert_true(actor_has_role(&visitor, PERAN_PUBLIK) &&
		    !actor_has_role(&visitor, PERAN_PEGAWAI));
}

static void staff_reach_their_own_records(void **state)
{
	struct actor actor = staff(ani);
	struct access_record own = {.pegawai_id = ani, .penilai_id = budi},
			     other = {.pegawai_id = citra};

	(void)state;
	assert_true(access_allows(&actor, PERM_SKP_OWN, &own));
	assert_false(access_allows(&actor, PERM_SKP_OWN, &other));
	assert_int_equal(access_reach(&actor, PERM_SKP_OWN), REACH_SELF);
	assert_true(actor_has_role(&actor, PERAN_PEGAWAI) &&
		    actor_has_role(&actor, PERAN_PEJABAT_PENILAI));
}

static void an_appraiser_judges_only_those_below_and_never_the_own_record(void **state)
{
	struct actor actor = staff(ani);
	struct access_record below = {.pegawai_id = budi, .penilai_id = ani};
	struct access_record elsewhere = {.pegawai_id = budi, .penilai_id = citra};
	struct access_record own = {.pegawai_id = ani, .penilai_id = ani};
	struct access_record without = {.pegawai_id = budi};

	(void)state;
	assert_true(access_allows(&actor, PERM_EVALUATION_DECIDE, &below));
	assert_false(access_allows(&actor, PERM_EVALUATION_DECIDE, &elsewhere));
	assert_false(access_allows(&actor, PERM_EVALUATION_DECIDE, &own));
	assert_false(access_allows(&actor, PERM_EVALUATION_DECIDE, &without));
	assert_true(access_allows(&actor, PERM_EVALUATION_READ, &own));
}

static void an_account_without_a_person_matches_no_empty_id(void **state)
{
	struct actor admin = staff_with((struct id){{0}}, PERAN_AUDITOR, STR_NONE);
	struct access_record nobody = {0};

	(void)state;
	assert_false(access_allows(&admin, PERM_SKP_OWN, &nobody));
	assert_false(access_allows(&admin, PERM_SKP_DECIDE, &nobody));
	assert_true(access_allows(&admin, PERM_AUDIT_READ, &nobody));
}

static void a_unit_head_reaches_the_subtree_and_not_the_own_record(void **state)
{
	struct actor head = staff_with(ani, PERAN_PIMPINAN_UNIT, STR("/DINAS/BIDANG/"));
	struct access_record inside = {.pegawai_id = budi,
				       .unit_jalur = STR("/DINAS/BIDANG/SEKSI/")};
	struct access_record sibling = {.pegawai_id = budi, .unit_jalur = STR("/DINAS/BIDANG2/")};
	struct access_record above = {.pegawai_id = budi, .unit_jalur = STR("/DINAS/")};
	struct access_record own = {.pegawai_id = ani, .unit_jalur = STR("/DINAS/BIDANG/")};
	struct access_record unplaced = {.pegawai_id = budi};

	(void)state;
	assert_true(access_allows(&head, PERM_EVALUATION_RECAP, &inside));
	assert_false(access_allows(&head, PERM_EVALUATION_RECAP, &sibling));
	assert_false(access_allows(&head, PERM_EVALUATION_RECAP, &above));
	assert_false(access_allows(&head, PERM_EVALUATION_RECAP, &own));
	assert_false(access_allows(&head, PERM_EVALUATION_RECAP, &unplaced));
}

static void what_a_unit_achieved_is_set_from_above(void **state)
{
	struct actor head = staff_with(ani, PERAN_PIMPINAN_UNIT, STR("/DINAS/"));
	struct actor whole = staff_with(ani, PERAN_PIMPINAN_UNIT, STR_NONE);
	struct actor admin = staff_with(ani, PERAN_ADMIN_KEPEGAWAIAN, STR_NONE);
	struct access_record below = {.unit_jalur = STR("/DINAS/BIDANG/")},
			     mine = {.unit_jalur = STR("/DINAS/")};
	struct access_record headed = {.pegawai_id = ani, .unit_jalur = STR("/DINAS/BIDANG/")};

	(void)state;
	assert_true(access_allows(&head, PERM_UNIT_ACHIEVEMENT, &below));
	assert_false(access_allows(&head, PERM_UNIT_ACHIEVEMENT, &mine));
	assert_false(access_allows(&head, PERM_UNIT_ACHIEVEMENT, &headed));
	assert_false(access_allows(&admin, PERM_UNIT_ACHIEVEMENT, &headed));
	assert_true(access_allows(&admin, PERM_UNIT_ACHIEVEMENT, &mine));
	assert_true(access_allows(&whole, PERM_UNIT_ACHIEVEMENT, &mine));
}

/* Rulebook 1.11: an overseer from outside reads, and changes, exports and imports nothing. */
static void an_auditor_from_outside_reads_only(void **state)
{
	static const enum permission read_only[] = {
		PERM_HOME_READ,	  PERM_ACCOUNT_OWN,	PERM_ORG_READ,	       PERM_SKP_READ,
		PERM_REPORT_READ, PERM_EVALUATION_READ, PERM_EVALUATION_RECAP, PERM_AUDIT_READ};
	struct actor outside = staff_with((struct id){{0}}, PERAN_AUDITOR_EKSTERNAL, STR_NONE);
	size_t met = 0;

	(void)state;
	assert_true(peran_is_given(PERAN_AUDITOR_EKSTERNAL));
	for (int i = 0; i < PERM_COUNT; i++) {
		bool is_read = false;
		for (size_t k = 0; k < sizeof read_only / sizeof read_only[0]; k++)
			is_read |= read_only[k] == (enum permission)i;
		met += is_read;
		if (i != PERM_PUBLIC)
			assert_int_equal(access_may(&outside, (enum permission)i), is_read);
	}
	assert_int_equal(met, sizeof read_only / sizeof read_only[0]);
}

static void a_list_is_narrowed_to_the_scope(void **state)
{
	struct actor none = staff(ani);
	struct actor head = staff_with(ani, PERAN_PIMPINAN_UNIT, STR("/DINAS/BIDANG/"));
	struct actor auditor = staff_with(ani, PERAN_AUDITOR, STR("/DINAS/"));

	(void)state;
	assert_true(str_is(access_scope_jalur(&none, PERM_EVALUATION_RECAP), "//"));
	assert_true(str_is(access_scope_jalur(&head, PERM_EVALUATION_RECAP), "/DINAS/BIDANG/"));
	assert_true(str_is(access_scope_jalur(&auditor, PERM_EVALUATION_RECAP), ""));
	assert_false(access_reaches_all(&none, PERM_EVALUATION_RECAP));
	assert_false(access_reaches_all(&head, PERM_EVALUATION_RECAP));
	assert_true(access_reaches_all(&auditor, PERM_EVALUATION_RECAP));
	head.scopes[head.scope_count++] = (struct actor_scope){PERAN_PIMPINAN_UNIT, STR("/DINAS/")};
	assert_true(str_is(access_scope_jalur(&head, PERM_EVALUATION_RECAP), "/DINAS/"));
	assert_int_equal(access_reach(&head, PERM_EVALUATION_RECAP), REACH_UNIT);
}

static void every_permission_is_granted_to_somebody(void **state)
{
	struct actor all = staff(ani);

	(void)state;
	for (int role = 0; role < PERAN_COUNT; role++)
		all.scopes[all.scope_count++] = (struct actor_scope){(enum peran)role, STR_NONE};
	for (int p = 0; p < PERM_COUNT; p++)
		assert_true(access_may(&all, (enum permission)p));
}

static void what_decides_about_people_asks_for_a_fresh_sign_in(void **state)
{
	(void)state;
	assert_true(access_needs_fresh(PERM_EVALUATION_DECIDE, false));
	assert_false(access_needs_fresh(PERM_EVALUATION_DECIDE, true));
	assert_true(access_needs_fresh(PERM_ACCOUNT_MANAGE, true));
	assert_true(access_needs_fresh(PERM_EVALUATION_EXPORT, true));
	assert_false(access_needs_fresh(PERM_REPORT_OWN, false));
	assert_false(access_needs_fresh(PERM_PUBLIC, false));
}

static void a_key_of_ones_own_makes_nobody_an_appraiser(void **state)
{
	struct actor actor = staff(ani);

	(void)state;
	assert_true(actor_has_role(&actor, PERAN_PEJABAT_PENILAI));
	actor.kunci_id = citra;
	assert_false(actor_has_role(&actor, PERAN_PEJABAT_PENILAI));
	assert_true(actor_has_role(&actor, PERAN_PEGAWAI));
}

static void roles_that_follow_from_the_lines_are_given_by_nobody(void **state)
{
	(void)state;
	assert_false(peran_is_given(PERAN_PUBLIK));
	assert_false(peran_is_given(PERAN_PEGAWAI));
	assert_false(peran_is_given(PERAN_PEJABAT_PENILAI));
	assert_false(peran_is_given(PERAN_SISTEM));
	assert_true(peran_is_given(PERAN_PIMPINAN_UNIT));
	assert_true(peran_is_agency_wide(PERAN_ADMIN_KEPEGAWAIAN));
	assert_false(peran_is_agency_wide(PERAN_PIMPINAN_UNIT));
}

/* E2: their sessions are the shorter ones. */
static void who_decides_about_people_is_known(void **state)
{
	struct actor nobody = {0}, person = staff(ani);
	struct actor admin = staff_with(ani, PERAN_ADMIN_KEPEGAWAIAN, STR_NONE);
	struct actor auditor = staff_with(ani, PERAN_AUDITOR, STR_NONE);

	(void)state;
	assert_false(access_decides(&nobody));
	assert_false(access_decides(&person));
	person.has_bawahan = true;
	assert_true(access_decides(&person));
	assert_true(access_decides(&admin));
	assert_true(access_decides(&auditor));
}

static void nobody_decides_about_the_own_record_in_any_role(void **state)
{
	static const enum permission judging[] = {PERM_SKP_DECIDE, PERM_SKP_RECORD,
						  PERM_EVALUATION_DECIDE, PERM_EVALUATION_RECORD,
						  PERM_UNIT_ACHIEVEMENT};
	struct access_record own = {.pegawai_id = ani, .penilai_id = ani, .unit_jalur = STR("/A/")};

	(void)state;
	for (int p = 0; p < PERAN_COUNT; p++) {
		struct actor actor = staff_with(ani, (enum peran)p, STR("/"));
		for (size_t i = 0; i < sizeof judging / sizeof judging[0]; i++)
			assert_false(access_allows(&actor, judging[i], &own));
	}
}

/* Every role against every permission, on an own record, one below and a strange one: it may do
   what its reach says. */
static void no_role_reaches_further_than_its_grant(void **state)
{
	struct access_record records[] = {
		{.pegawai_id = ani, .penilai_id = budi, .unit_jalur = STR("/A/B/")},
		{.pegawai_id = budi, .penilai_id = ani, .unit_jalur = STR("/A/B/")},
		{.pegawai_id = citra, .penilai_id = budi, .unit_jalur = STR("/C/")},
	};

	(void)state;
	for (int n = 0; n < PERAN_COUNT * PERM_COUNT; n++) {
		enum permission right = (enum permission)(n % PERM_COUNT);
		struct actor actor = staff_with(ani, (enum peran)(n / PERM_COUNT), STR("/A/"));
		enum reach reach = access_reach(&actor, right);
		for (int i = 0; i < 3; i++)
			assert_false(reach == REACH_NONE &&
				     access_allows(&actor, right, &records[i]));
		assert_false(reach < REACH_INSTANSI && access_allows(&actor, right, &records[2]));
	}
}

static void of_two_scopes_a_list_shows_the_wider(void **state)
{
	struct actor actor = staff_with(ani, PERAN_PIMPINAN_UNIT, STR("/A/B/"));
	struct access_record there = {.pegawai_id = citra, .unit_jalur = STR("/A/Z/")};

	(void)state;
	actor.scope_count = 4;
	actor.scopes[3] = actor.scopes[0];
	actor.scopes[0] = (struct actor_scope){PERAN_AUDITOR, STR("/X/")}; /* another role first */
	assert_false(access_allows(&actor, PERM_UNIT_ACHIEVEMENT, &there));
	actor.scopes[1] = (struct actor_scope){PERAN_PIMPINAN_UNIT, STR("/A/")};
	actor.scopes[2] = (struct actor_scope){PERAN_PIMPINAN_UNIT, STR("/A/C/D/")};
	for (int right = 0; right < PERM_COUNT; right++)
		if (access_reach(&actor, (enum permission)right) == REACH_UNIT)
			assert_true(
				str_is(access_scope_jalur(&actor, (enum permission)right), "/A/"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_public_may_only_what_is_public),
		cmocka_unit_test(staff_reach_their_own_records),
		cmocka_unit_test(an_appraiser_judges_only_those_below_and_never_the_own_record),
		cmocka_unit_test(an_account_without_a_person_matches_no_empty_id),
		cmocka_unit_test(a_unit_head_reaches_the_subtree_and_not_the_own_record),
		cmocka_unit_test(what_a_unit_achieved_is_set_from_above),
		cmocka_unit_test(an_auditor_from_outside_reads_only),
		cmocka_unit_test(a_list_is_narrowed_to_the_scope),
		cmocka_unit_test(every_permission_is_granted_to_somebody),
		cmocka_unit_test(what_decides_about_people_asks_for_a_fresh_sign_in),
		cmocka_unit_test(who_decides_about_people_is_known),
		cmocka_unit_test(nobody_decides_about_the_own_record_in_any_role),
		cmocka_unit_test(no_role_reaches_further_than_its_grant),
		cmocka_unit_test(of_two_scopes_a_list_shows_the_wider),
		cmocka_unit_test(a_key_of_ones_own_makes_nobody_an_appraiser),
		cmocka_unit_test(roles_that_follow_from_the_lines_are_given_by_nobody),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
