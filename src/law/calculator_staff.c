/* SPDX-License-Identifier: Apache-2.0 */
/* Calculators of rulebook 2, 3, 7 and 8: credit, discipline, allowance, talent, identifiers. */
#include "law/angka_kredit.h"
#include "law/attendance.h"
#include "law/calculator_input.h"
#include "law/discipline.h"
#include "law/golongan.h"
#include "law/nik.h"
#include "law/nip.h"
#include "law/talent.h"
#include "law/tpp.h"

#define RUPIAH_MAX INT64_C(1000000000000)
#define MONTH_MINUTES 44640

static enum predikat predikat_of(struct calc *calc)
{
	enum predikat predikat = PREDIKAT_BAIK;

	if (!predikat_parse(calc_text(calc, "predikat"), &predikat))
		calc_wrong_choice(calc, "predikat",
				  "sangat_baik, baik, butuh_perbaikan, kurang, sangat_kurang");
	return predikat;
}

void calc_angka_kredit(struct calc *calc)
{
	enum jenjang jenjang = JENJANG_AHLI_PERTAMA;
	enum predikat predikat = predikat_of(calc);
	int months = (int)calc_int(calc, "bulan", 1, 12);

	if (!jenjang_parse(calc_text(calc, "jenjang"), &jenjang))
		calc_wrong_choice(
			calc, "jenjang",
			"pemula, terampil, mahir, penyelia, ahli_pertama, ahli_muda, ahli_madya, "
			"ahli_utama");
	calc_put_decimal(calc, "angka_kredit",
			 ratio_make(angka_kredit_line(jenjang, predikat, months), 100), 2);
}

void calc_disiplin(struct calc *calc)
{
	int days = (int)calc_int(calc, "hari", 0, 366),
	    consecutive = (int)calc_int(calc, "berturut", 0, 366);
	struct discipline_proposal proposal = discipline_propose(days, consecutive);

	calc_put_str(calc, "hukuman", hukuman_key(proposal.hukuman));
	calc_put_bool(calc, "stop_gaji", proposal.stop_gaji);
}

void calc_tpp(struct calc *calc)
{
	enum attendance_profile profile = PROFILE_KEMNAKER_2024;
	int late[CALC_LIST_MAX], early[CALC_LIST_MAX];
	struct attendance_month month = {.late_minutes = late, .early_minutes = early};

	if (!attendance_profile_parse(calc_text(calc, "profil"), &profile))
		calc_wrong_choice(calc, "profil",
				  "kemnaker_2024, banded_tl_psw, dki_2018, other_seen");
	int64_t allowance = calc_int(calc, "tunjangan", 0, RUPIAH_MAX);
	month.late_count = calc_int_list(calc, "terlambat_menit", MONTH_MINUTES, late);
	month.early_count = calc_int_list(calc, "pulang_cepat_menit", MONTH_MINUTES, early);
	month.missing_taps = (int)calc_int_or(calc, "lupa_tap", 62, 0);
	month.absent_days = (int)calc_int_or(calc, "alpa", 31, 0);
	month.missed_ceremonies = (int)calc_int_or(calc, "apel", 31, 0);
	int64_t points = attendance_points(profile, &month);
	calc_put_decimal(calc, "persen", ratio_make(points, 100), 2);
	calc_put_int(calc, "potongan", attendance_deduction(profile, allowance, points));
}

void calc_tpp_bulanan(struct calc *calc)
{
	struct tpp_limits limits = tpp_limits_default();
	int64_t base = calc_int(calc, "dasar", 0, RUPIAH_MAX), points = 0;
	enum predikat predikat = predikat_of(calc);
	bool has_penalty = calc_int_or(calc, "hukuman", 1, 0) == 1;

	if (calc_has(calc, "poin") && (!str_parse_hundredths(calc_text(calc, "poin"), &points) ||
				       points < 0 || points > 10000)) {
		calc_fault(calc, "poin",
			   STR("isi dengan 0 sampai 100, paling banyak dua desimal."));
		return;
	}
	calc_put_int(
		calc, "tpp",
		tpp_amount(&limits, base, limits.predikat_percent[predikat], points, has_penalty));
}

void calc_talenta(struct calc *calc)
{
	enum potensi potensi = POTENSI_MENENGAH;
	enum predikat predikat = predikat_of(calc);

	if (!potensi_parse(calc_text(calc, "potensi"), &potensi))
		calc_wrong_choice(calc, "potensi", "rendah, menengah, tinggi");
	calc_put_int(calc, "kotak", talent_box(predikat, potensi));
}

static struct date today_of(struct calc *calc)
{
	return calc_has(calc, "hari_ini") ? calc_date(calc, "hari_ini") : calc->today;
}

static void put_kelamin(struct calc *calc, char kelamin)
{
	calc_put_str(calc, "kelamin", kelamin == 'l' ? STR("l") : STR("p"));
}

static void put_refusal(struct calc *calc, struct str sebab)
{
	calc_put_bool(calc, "sah", false);
	calc_put_str(calc, "sebab", sebab);
}

void calc_nip(struct calc *calc)
{
	struct nip nip;
	struct str sebab;

	if (!nip_parse(str_digits(calc->mem, calc_text(calc, "nomor")), today_of(calc), &nip,
		       &sebab)) {
		put_refusal(calc, sebab);
		return;
	}
	calc_put_bool(calc, "sah", true);
	calc_put_str(calc, "jenis", nip.jenis == NIP_PNS ? STR("pns") : STR("pppk"));
	calc_put_date(calc, "lahir", nip.lahir);
	if (nip.jenis == NIP_PNS) {
		calc_put_str(calc, "tmt",
			     str_format(calc->mem, "%04d-%02d", nip.tmt_year, nip.tmt_month));
	} else {
		calc_put_int(calc, "tahun", nip.tmt_year);
		calc_put_int(calc, "kontrak", nip.kontrak);
	}
	put_kelamin(calc, nip.kelamin);
	calc_put_int(calc, "urut", nip.urut);
}

void calc_nik(struct calc *calc)
{
	struct nik nik;
	struct str sebab;

	if (!nik_parse(str_digits(calc->mem, calc_text(calc, "nomor")), today_of(calc), &nik,
		       &sebab)) {
		put_refusal(calc, sebab);
		return;
	}
	calc_put_bool(calc, "sah", true);
	calc_put_date(calc, "lahir", nik.lahir);
	put_kelamin(calc, nik.kelamin);
}

void calc_golongan(struct calc *calc)
{
	struct str golongan = calc_text(calc, "golongan");

	if (!golongan_is_pns(golongan) && !golongan_is_pppk(golongan))
		calc_wrong_choice(calc, "golongan",
				  "I/a sampai IV/e (PNS) atau I sampai XVII (PPPK)");
	calc_put_str(calc, "pangkat", pangkat_of_golongan(golongan));
}
