/* SPDX-License-Identifier: Apache-2.0 */
/* Which kind may have which contract (rulebook 8.6), and the closed list of kinds. */
#include "law/kontrak.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static enum kontrak_sense judge(enum jenis_asn jenis, struct date mulai, struct date selesai)
{
	struct law_values law;

	law_values_on(DATE(2026, 12, 1), &(struct law_rows){NULL, 0}, &law);
	return kontrak_judge(&law, jenis, &(struct kontrak){mulai, selesai});
}

static void a_contract_fits_its_kind(void **state)
{
	const struct date none = {0}, first = DATE(2026, 1, 1), last = DATE(2026, 12, 31);
	const enum jenis_asn part = JENIS_ASN_pppk_paruh_waktu;

	(void)state;
	assert_int_equal(judge(JENIS_ASN_pns, none, none), KONTRAK_SOUND);
	assert_int_equal(judge(JENIS_ASN_cpns, first, none), KONTRAK_NONE_OF_PNS);
	assert_int_equal(judge(JENIS_ASN_pns, none, last), KONTRAK_NONE_OF_PNS);
	assert_int_equal(judge(JENIS_ASN_pppk, none, none), KONTRAK_SOUND);
	assert_int_equal(judge(JENIS_ASN_pppk, first, DATE(2030, 1, 1)), KONTRAK_SOUND);
	assert_int_equal(judge(JENIS_ASN_pppk, last, first), KONTRAK_TURNED);
	assert_int_equal(judge(part, first, none), KONTRAK_NO_END);
	assert_int_equal(judge(part, none, last), KONTRAK_SOUND);
	assert_int_equal(judge(part, first, last), KONTRAK_SOUND);
	assert_int_equal(judge(part, first, DATE(2027, 1, 1)), KONTRAK_TOO_LONG);
}

static void what_is_shown_today_ends_within_sixty_days(void **state)
{
	struct law_values law;

	(void)state;
	law_values_on(DATE(2026, 12, 1), &(struct law_rows){NULL, 0}, &law);
	assert_int_equal(
		date_compare(kontrak_shown_until(&law, DATE(2026, 11, 1)), DATE(2026, 12, 31)), 0);
}

static void kinds_have_names_and_some_a_contract(void **state)
{
	enum jenis_asn jenis;

	(void)state;
	assert_true(str_is(jenis_asn_label(STR("pppk_paruh_waktu")), "PPPK paruh waktu"));
	assert_true(str_is(jenis_asn_label(STR("honorer")), "honorer"));
	assert_true(jenis_asn_is_pppk(STR("pppk")) && jenis_asn_is_pppk(STR("pppk_paruh_waktu")));
	assert_false(jenis_asn_is_pppk(STR("cpns")) || jenis_asn_is_pppk(STR("honorer")));
	assert_false(jenis_asn_parse(STR("honorer"), &jenis));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_contract_fits_its_kind),
		cmocka_unit_test(what_is_shown_today_ends_within_sixty_days),
		cmocka_unit_test(kinds_have_names_and_some_a_contract),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
