/* SPDX-License-Identifier: Apache-2.0 */
/* Due days of complaints, and who is told when they pass. */
#include "law/aduan_sla.h"
#include "base/say.h"
#include "law/names.h"
#include "law/rounding.h"

static const struct law_name names[ADUAN_JENIS_COUNT] = {
	[ADUAN_BERKADAR_PENGAWASAN] = {STR("berkadar_pengawasan"),
				       STR(SAID("Berkadar pengawasan"))},
	[ADUAN_TIDAK_BERKADAR_PENGAWASAN] = {STR("tidak_berkadar_pengawasan"),
					     STR(SAID("Tidak berkadar pengawasan"))},
	[ADUAN_ASPIRASI] = {STR("aspirasi"), STR(SAID("Aspirasi"))},
	[ADUAN_PERMINTAAN_INFORMASI] = {STR("permintaan_informasi"),
					STR(SAID("Permintaan informasi"))},
};

static const enum law_value resolve_limits[ADUAN_JENIS_COUNT] = {
	[ADUAN_BERKADAR_PENGAWASAN] = LAW_aduan_bp_wd,
	[ADUAN_TIDAK_BERKADAR_PENGAWASAN] = LAW_aduan_tbp_wd,
	[ADUAN_ASPIRASI] = LAW_aduan_aspirasi_wd,
	[ADUAN_PERMINTAAN_INFORMASI] = LAW_aduan_info_wd,
};

LAW_NAMES(aduan_jenis, aduan_jenis, names)

static const struct law_name beginnings[] = {
	[SEJAK_VERIFIKASI] = {STR("verifikasi"), STR(SAID("Verifikasi"))},
	[SEJAK_DITERIMA] = {STR("diterima"), STR(SAID("Diterima"))},
	[SEJAK_BERKAS_LENGKAP] = {STR("berkas_lengkap"), STR(SAID("Berkas lengkap"))},
};

LAW_NAMES(aduan_sejak, aduan_sejak, beginnings)

enum aduan_sejak aduan_sejak_of(const struct law_values *law)
{
	return (enum aduan_sejak)(law->of[LAW_aduan_selesai_sejak] - 1);
}

struct str aduan_aturan_key(const struct law_values *law)
{
	return law->of[LAW_aduan_aturan] == 1 ? STR("permenpanrb_62_2018")
					      : STR("permenpanrb_5_2025");
}

struct date aduan_begins(enum aduan_sejak sejak, const struct aduan_days *days)
{
	if (sejak == SEJAK_DITERIMA)
		return days->received;
	return sejak == SEJAK_BERKAS_LENGKAP ? days->complete : days->verified;
}

/* Sources do not agree whether these are working or calendar days, so it is a value (ADU-02
   [D]). */
static struct date after(const struct law_values *law, const struct calendar *calendar,
			 struct date from, int days)
{
	return calendar_add(calendar, from, days, law->of[LAW_aduan_in_working_days]);
}

struct date aduan_verify_due(const struct law_values *law, const struct calendar *calendar,
			     struct date received_on)
{
	return after(law, calendar, received_on, law->of[LAW_aduan_verify_wd]);
}

struct date aduan_reply_due(const struct law_values *law, const struct calendar *calendar,
			    struct date verified_on)
{
	return after(law, calendar, verified_on, law->of[LAW_aduan_first_reply_wd]);
}

struct date aduan_resolve_due(const struct law_values *law, const struct calendar *calendar,
			      enum aduan_jenis jenis, struct date begins)
{
	return after(law, calendar, begins, law->of[resolve_limits[jenis]]);
}

struct date aduan_outer_limit(const struct law_values *law, const struct calendar *calendar,
			      struct date complete)
{
	return calendar_add_days(calendar, complete, law->of[LAW_aduan_outer_days]);
}

struct date aduan_checked_by(const struct law_values *law, const struct calendar *calendar,
			     struct date received_on)
{
	return calendar_add_days(calendar, received_on, law->of[LAW_aduan_periksa_hari]);
}

struct date aduan_complete_by(const struct law_values *law, const struct calendar *calendar,
			      struct date asked_on)
{
	return calendar_add_days(calendar, asked_on, law->of[LAW_aduan_lengkapi_hari]);
}

struct date aduan_autoclose_on(const struct law_values *law, const struct calendar *calendar,
			       struct date replied_on)
{
	return after(law, calendar, replied_on, law->of[LAW_aduan_autoclose_wd]);
}

bool aduan_may_reopen(const struct law_values *law, const struct calendar *calendar,
		      struct date closed_on, struct date today, int reopened_before)
{
	struct date last = after(law, calendar, closed_on, law->of[LAW_aduan_reopen_wd]);
	return reopened_before < law->of[LAW_aduan_reopen_max] && date_compare(today, last) <= 0;
}

struct aduan_escalation aduan_escalate(const struct law_values *law,
				       const struct calendar *calendar, enum aduan_jenis jenis,
				       enum aduan_sejak sejak, const struct aduan_days *days)
{
	struct date begins = aduan_begins(sejak, days);
	int limit = law->of[resolve_limits[jenis]];
	int64_t early = rounding_apply(
		law->of[LAW_aduan_escalate_round],
		ratio_make((int64_t)limit * law->of[LAW_aduan_escalate_handler_pct], 100));

	return (struct aduan_escalation){
		.handler = after(law, calendar, begins, (int)early),
		.head_of_unit = after(law, calendar, begins, limit),
		.head_of_agency =
			after(law, calendar, begins, limit + law->of[LAW_aduan_escalate_head_wd]),
		.ombudsman = calendar_add_days(calendar, days->received,
					       law->of[LAW_aduan_ombudsman_days]),
		.outer_limit = aduan_outer_limit(law, calendar, days->complete),
	};
}

bool aduan_is_late(const struct law_values *law, const struct calendar *calendar,
		   struct date served_on, struct date received_on)
{
	struct date last = calendar_add_days(calendar, served_on, law->of[LAW_aduan_service_days]);
	return date_compare(received_on, last) > 0;
}

int64_t aduan_on_time(const struct law_values *law, int64_t on_time, int64_t due)
{
	return due > 0 ? ratio_round_half_up(ratio_make(on_time * 100, due), 2)
		       : INT64_C(100) * law->of[LAW_aduan_nothing_due_pct];
}
