/* SPDX-License-Identifier: Apache-2.0 */
/* Calculators of rulebook 3: absence, lateness, allowance. */
#include "law/attendance.h"
#include "law/calculator_input.h"
#include "law/discipline.h"
#include "law/tpp.h"
#include "law/working_time.h"

#include <stdlib.h>

#define RUPIAH_MAX INT64_C(1000000000000)
#define MONTH_MINUTES 44640
#define YEAR_MINUTES 527040

static void put_proposal(struct calc *calc, struct discipline_proposal proposal)
{
	calc_put_str(calc, "hukuman", hukuman_key(proposal.hukuman));
	calc_put_bool(calc, "stop_gaji", proposal.stop_gaji);
}

void calc_disiplin(struct calc *calc)
{
	int days = (int)calc_int(calc, "hari", 0, 366),
	    consecutive = (int)calc_int(calc, "berturut", 0, 366);

	put_proposal(calc, discipline_propose(&calc->law, days, consecutive));
}

static int compare_dates(const void *a, const void *b)
{
	return date_compare(*(const struct date *)a, *(const struct date *)b);
}

void calc_alpa(struct calc *calc)
{
	struct calendar calendar = calc_calendar(calc);
	struct date absent[CALC_LIST_MAX];
	int count = calc_date_list(calc, "hari", absent);

	qsort(absent, (size_t)count, sizeof *absent, compare_dates);
	for (int i = 1; i < count; i++)
		if (date_compare(absent[i - 1], absent[i]) == 0)
			calc_fault(calc, "hari", STR("tiap tanggal hanya sekali."));
	struct absence_standing standing = discipline_stand(&calc->law, &calendar, absent, count);
	struct discipline_proposal proposal =
		discipline_propose(&calc->law, standing.days, standing.longest);
	calc_put_int(calc, "hari", standing.days);
	calc_put_int(calc, "berturut", standing.longest);
	put_proposal(calc, proposal);
	calc_put_bool(calc, "tanda_perilaku",
		      discipline_concerns_behaviour(&calc->law, proposal.hukuman));
	if (proposal.stop_gaji)
		calc_put_date(calc, "gaji_berhenti", discipline_salary_stop(standing.reached));
}

void calc_waktu_hilang(struct calc *calc)
{
	int64_t minutes = calc_int(calc, "menit", 0, YEAR_MINUTES);
	int taps = (int)calc_int_or(calc, "lupa_tap", 1000, 0);

	calc_put_bool(calc, "berlaku", lost_time_counts(&calc->law));
	calc_put_int(calc, "hari", lost_time_days(&calc->law, minutes, taps));
}

void calc_terlambat(struct calc *calc)
{
	int start = calc_clock(calc, "mulai"), tap = calc_clock(calc, "tap");
	int tolerance =
		(int)calc_int_or(calc, "toleransi", 120, calc->law.of[LAW_late_tolerance_min]);

	calc_put_int(calc, "menit", attendance_minutes_late(&calc->law, tap, start, tolerance));
}

void calc_tpp(struct calc *calc)
{
	enum attendance_profile profile = attendance_profile_of(&calc->law);
	int late[CALC_LIST_MAX], early[CALC_LIST_MAX];
	struct attendance_month month = {.late_minutes = late, .early_minutes = early};

	if (calc_has(calc, "profil") &&
	    !attendance_profile_parse(calc_text(calc, "profil"), &profile))
		calc_wrong_choice(calc, "profil",
				  "kemnaker_2024, banded_tl_psw, dki_2018, other_seen");
	int64_t allowance = calc_int(calc, "tunjangan", 0, RUPIAH_MAX);
	month.late_count = calc_int_list(calc, "terlambat_menit", MONTH_MINUTES, late);
	month.early_count = calc_int_list(calc, "pulang_cepat_menit", MONTH_MINUTES, early);
	month.missing_taps = (int)calc_int_or(calc, "lupa_tap", 62, 0);
	month.absent_days = (int)calc_int_or(calc, "alpa", 31, 0);
	month.missed_ceremonies = (int)calc_int_or(calc, "apel", 31, 0);
	month.permitted_days = (int)calc_int_or(calc, "izin", 31, 0);
	month.maternity_days = (int)calc_int_or(calc, "melahirkan", 31, 0);
	month.is_absent_after_holiday = calc_flag(calc, "alpa_usai_libur");
	int64_t points = attendance_points(&calc->law, profile, &month);
	calc_put_decimal(calc, "persen", ratio_make(points, 100), 2);
	calc_put_int(calc, "potongan",
		     attendance_deduction(&calc->law, profile, allowance, points));
}

static struct tpp_decision decision_of(struct calc *calc, const char *number, const char *day)
{
	return (struct tpp_decision){calc_text(calc, number),
				     calc_has(calc, day) ? calc_date(calc, day) : (struct date){0}};
}

void calc_tpp_bulanan(struct calc *calc)
{
	struct tpp_decision perkada = decision_of(calc, "perkada", "perkada_tanggal"),
			    approval = decision_of(calc, "persetujuan", "persetujuan_tanggal");
	int64_t base = calc_int(calc, "dasar", 0, RUPIAH_MAX);
	int64_t points = calc_hundredths(calc, "poin", 10000);
	enum predikat predikat = calc_choice_predikat(calc, "predikat");
	bool has_penalty = calc_flag(calc, "hukuman");

	calc_put_int(calc, "tpp",
		     tpp_amount(&calc->law, base, tpp_productivity(&calc->law, predikat), points,
				has_penalty));
	calc_put_bool(calc, "simulasi", tpp_is_simulation(&calc->law, &perkada, &approval));
}

void calc_kerja_fleksibel(struct calc *calc)
{
	struct date days[CALC_LIST_MAX], letters[CALC_LIST_MAX];
	struct calendar calendar = calc_calendar(calc);
	int count = calc_date_list(calc, "hari", days),
	    lettered = calc_date_list(calc, "edaran", letters);
	struct flexible_standing standing =
		flexible_stand(&calendar, &(struct flexible_days){days, count, letters, lettered});

	if (calc_has(calc, "hari") && count == 0)
		calc_fault(calc, "hari", STR("isi sedikitnya satu tanggal."));
	calc_put_bool(calc, "boleh", standing.most <= calc->law.of[LAW_fleksibel_lokasi_most]);
	calc_put_int(calc, "terbanyak", standing.most);
	calc_put_int(calc, "paling_banyak", calc->law.of[LAW_fleksibel_lokasi_most]);
	if (!date_is_none(standing.week))
		calc_put_date(calc, "minggu", standing.week);
}
