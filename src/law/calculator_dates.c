/* SPDX-License-Identifier: Apache-2.0 */
/* Calculators of rulebook 1.6, 1.9, 3.1, 8.6, 8.8 and 9: working days, months in a post, dates by
   which things are due. */
#include "base/say.h"
#include "law/calculator_input.h"
#include "law/deadlines.h"
#include "law/kontrak.h"
#include "law/working_time.h"
#include "law/year.h"

void calc_hari_kerja(struct calc *calc)
{
	struct calendar calendar = calc_calendar(calc);
	struct date event = calc_date(calc, "mulai");
	int n = (int)calc_int(calc, "hari", 0, 10000);

	calc_put_date(calc, "tanggal", calendar_add_working(&calendar, event, n));
}

void calc_keberatan(struct calc *calc)
{
	struct calendar calendar = calc_calendar(calc);
	struct date received = calc_date(calc, "diterima"), filed = calc_date(calc, "diajukan");

	struct objection_terms terms = deadline_objection(&calc->law, &calendar, received);
	enum objection objection = objection_judge(&calc->law, &calendar, received, filed);

	calc_put_date(calc, "batas", terms.last);
	calc_put_bool(calc, "diterima",
		      objection == OBJECTION_IN_TIME || objection == OBJECTION_FLAGGED);
	calc_put_str(calc, "tanda", objection_key(objection));
	calc_put_date(calc, "batas_kalender", terms.calendar);
	calc_put_date(calc, "batas_kerja", terms.working);
}

void calc_penyerahan(struct calc *calc)
{
	struct calendar calendar = calc_calendar(calc);
	struct date signed_on = calc_date(calc, "ditandatangani");

	calc_put_date(calc, "penyerahan", deadline_handover(&calc->law, &calendar, signed_on));
	if (!calc_has(calc, "diterima"))
		return;
	struct date received = calc_date(calc, "diterima");
	if (date_compare(received, signed_on) < 0)
		calc_fault(calc, "diterima", STR("tidak boleh sebelum ditandatangani."));
	calc_put_date(calc, "pengembalian", deadline_return(&calc->law, &calendar, received));
}

/* "skp" and "evaluasi" count from a year, so any day of it will do. */
void calc_tenggat(struct calc *calc)
{
	struct calendar calendar = calc_calendar(calc);
	struct str jenis = calc_text(calc, "jenis");
	struct date from = calc_date(calc, "mulai"), due = from;

	if (str_is(jenis, "skp"))
		due = deadline_skp(&calc->law, from.year);
	else if (str_is(jenis, "evaluasi"))
		due = deadline_annual_evaluation(&calc->law, from.year);
	else if (str_is(jenis, "skp_baru"))
		due = deadline_new_post(&calc->law, &calendar, from);
	else if (str_is(jenis, "putusan_keberatan"))
		due = deadline_objection_decision(&calc->law, &calendar, from);
	else if (str_is(jenis, "panggilan"))
		due = deadline_summons(&calc->law, &calendar, from);
	else
		calc_wrong_choice(calc, "jenis",
				  "skp, evaluasi, skp_baru, putusan_keberatan, panggilan");
	calc_put_date(calc, "batas", due);
}

void calc_masa_jabatan(struct calc *calc)
{
	struct date from = calc_date(calc, "mulai"), to = calc_date(calc, "selesai");
	int days = (int)calc_int_or(calc, "hari_kerja", 366, 0);
	int leave = (int)calc_int_or(calc, "hari_cuti", 366, 0);

	calc_put_int(calc, "bulan_penuh", year_full_months(from, to));
	calc_put_int(calc, "bulan_dihitung", year_months_begun(&calc->law, from, to));
	calc_put_bool(calc, "evaluasi_tersendiri", year_is_separate(&calc->law, from, to));
	calc_put_bool(calc, "dinilai", year_is_rated(&calc->law, days, leave));
}

static void kontrak_faults(struct calc *calc, enum jenis_asn jenis, const struct kontrak *kontrak)
{
	enum kontrak_sense sense = kontrak_judge(&calc->law, jenis, kontrak);

	if (sense == KONTRAK_TURNED)
		calc_fault(calc, "selesai", STR("tidak boleh sebelum mulai."));
	if (sense == KONTRAK_TOO_LONG)
		calc_fault(calc, "selesai",
			   say_format(calc->mem,
				      "kontrak PPPK paruh waktu paling lama %d bulan sejak mulai.",
				      calc->law.of[LAW_paruh_waktu_kontrak_bulan]));
}

/* The rule of the missing evaluation is that of PPPK paruh waktu; of a PPPK only the contract and
   the agency's periods are told. */
void calc_kontrak(struct calc *calc)
{
	enum jenis_asn jenis = JENIS_ASN_pppk;
	struct kontrak kontrak = {.selesai = calc_date(calc, "selesai")};
	struct date evaluated[CALC_LIST_MAX];
	struct date today = calc_has(calc, "hari_ini") ? calc_date(calc, "hari_ini") : calc->today;
	int count = calc_date_list(calc, "dievaluasi", evaluated);
	int months = calc_has(calc, "periode") ? (int)calc_int(calc, "periode", 1, 12) : 3;

	if (!jenis_asn_parse(calc_text(calc, "jenis"), &jenis) || jenis < JENIS_ASN_pppk)
		calc_wrong_choice(calc, "jenis", "pppk, pppk_paruh_waktu");
	if (calc_has(calc, "mulai"))
		kontrak.mulai = calc_date(calc, "mulai");
	kontrak_faults(calc, jenis, &kontrak);
	calc_put_int(calc, "periode", kontrak_period_months(&calc->law, jenis, months));
	if (jenis != JENIS_ASN_pppk_paruh_waktu)
		return;
	struct kontrak_rated state = kontrak_rate(&calc->law, &kontrak, evaluated, count, today);
	calc_put_bool(calc, "tampil", state.is_shown);
	calc_put_date(calc, "sejak", state.since);
	calc_put_int(calc, "jatuh", state.due);
	calc_put_int(calc, "dinilai", state.rated);
}

static void put_clock(struct calc *calc, const char *key, int minutes)
{
	calc_put_str(calc, key, str_format(calc->mem, "%02d:%02d", minutes / 60, minutes % 60));
}

void calc_jam_kerja(struct calc *calc)
{
	struct date day = calc_date(calc, "tanggal");
	struct working_hours hours = working_hours_of(&calc->law, day, calc_flag(calc, "ramadan"));

	put_clock(calc, "masuk", hours.start);
	put_clock(calc, "pulang", hours.end);
	calc_put_int(calc, "istirahat", hours.rest);
	calc_put_int(calc, "menit", working_minutes(hours));
}

/* "2025-03-07T22:15" */
static int64_t time_of(struct calc *calc, const char *key, enum zona zona)
{
	struct str clock, day = str_cut(calc_text(calc, key), 'T', &clock);
	struct calculator_input parts[] = {{STR("hari"), day}, {STR("jam"), clock}};
	struct problems none;
	problems_init(&none, calc->mem);
	struct calc reader = {.mem = calc->mem, .inputs = parts, .count = 2, .faults = &none};
	struct date date = calc_date(&reader, "hari");
	int seconds = calc_clock(&reader, "jam");

	if (calc_has(calc, key) && problems_any(&none))
		calc_fault(calc, key, STR("isi dengan tanggal dan jam TTTT-BB-HHTJJ:MM."));
	return time_of_date(date, seconds / 60, zona);
}

static const struct str lembaga[] = {STR("komdigi"), STR("badan_pdp")};

void calc_kebocoran(struct calc *calc)
{
	enum zona zona = ZONA_WIB;

	if (calc_has(calc, "zona") && !zona_parse(calc_text(calc, "zona"), &zona))
		calc_wrong_choice(calc, "zona", "WIB, WITA, WIT");
	int64_t known = time_of(calc, "diketahui", zona);
	calc_put_str(calc, "batas",
		     time_iso(calc->mem, deadline_breach_notice(&calc->law, known), zona));
	calc_put_str(calc, "lembaga", lembaga[calc->law.of[LAW_lembaga_pdp] - 1]);
}
