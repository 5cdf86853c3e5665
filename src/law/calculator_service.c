/* SPDX-License-Identifier: Apache-2.0 */
/* Calculators of rulebook 4 and 5: survey, sample, complaints. */
#include "law/aduan_sla.h"
#include "law/calculator_input.h"
#include "law/ipp.h"
#include "law/sample.h"
#include "law/skm.h"

#define PEOPLE_MAX 1000000000

static void take_means(struct calc *calc, struct skm_means *means)
{
	struct str parts[CALC_LIST_MAX];
	int count = calc_list(calc, "rata", parts);

	if (calc_has(calc, "rata") && count != UNSUR_COUNT)
		calc_fault(
			calc, "rata",
			STR("isi sembilan rata-rata menurut urutan unsur; - bila tidak berlaku."));
	for (int i = 0; i < UNSUR_COUNT && i < count; i++) {
		means->applies[i] = !str_is(parts[i], "-");
		if (means->applies[i])
			means->mean[i] = calc_ratio(calc, "rata", parts[i], 1, 4);
	}
}

static enum skm_weight weight_of(struct calc *calc)
{
	enum skm_weight weight = skm_weight_of(&calc->law);

	if (calc_has(calc, "bobot") && !skm_weight_parse(calc_text(calc, "bobot"), &weight))
		calc_wrong_choice(calc, "bobot", "rounded_0_111, exact_1_9");
	return weight;
}

static void put_mutu(struct calc *calc, int64_t converted)
{
	char mutu = skm_mutu(&calc->law, converted);

	calc_put_str(calc, "mutu", (struct str){&mutu, 1});
}

/* Where 0.111 and one ninth read another level, both are told (4.3). */
static void put_other(struct calc *calc, enum skm_weight weight, const struct skm_means *means,
		      int64_t converted)
{
	enum skm_weight other =
		weight == SKM_WEIGHT_EXACT_1_9 ? SKM_WEIGHT_ROUNDED_0_111 : SKM_WEIGHT_EXACT_1_9;
	int64_t besides = skm_converted(skm_index(other, means));
	char mutu = skm_mutu(&calc->law, besides);

	if (mutu == skm_mutu(&calc->law, converted))
		return;
	calc_put_str(calc, "bobot", skm_weight_key(weight));
	calc_put_decimal(calc, "nilai_lain", ratio_make(besides, 100), 2);
	calc_put_str(calc, "mutu_lain", (struct str){&mutu, 1});
}

static void put_index(struct calc *calc, enum skm_weight weight, const struct skm_means *means)
{
	enum unsur ranked[UNSUR_COUNT];
	struct str lowest[UNSUR_COUNT];
	int count = skm_rank(means, ranked), most = calc->law.of[LAW_skm_lowest_count];
	int64_t converted = skm_converted(skm_index(weight, means));

	if (count > most)
		count = most;
	for (int i = 0; i < count; i++)
		lowest[i] = unsur_key(ranked[i]);
	calc_put_decimal(calc, "nilai", ratio_make(converted, 100), 2);
	put_mutu(calc, converted);
	calc_put_list(calc, "terendah", lowest, count);
	put_other(calc, weight, means, converted);
}

void calc_skm(struct calc *calc)
{
	struct skm_means means = {0};
	bool any = false;

	take_means(calc, &means);
	enum skm_weight weight = weight_of(calc);
	for (int i = 0; i < UNSUR_COUNT; i++)
		any |= means.applies[i];
	if (calc_has(calc, "rata") && !any)
		calc_fault(calc, "rata", STR("sedikitnya satu unsur harus berlaku."));
	put_index(calc, weight, &means);
}

/* "333433433": one digit 1 to 4 for each element, - where it was not answered */
static void take_answers(struct calc *calc, struct str text, struct skm_answers *out)
{
	bool is_whole = text.len == UNSUR_COUNT;

	for (int i = 0; i < UNSUR_COUNT && is_whole; i++) {
		out->of[i] = text.at[i] == '-' ? 0 : text.at[i] - '0';
		is_whole = out->of[i] >= 0 && out->of[i] <= 4 && text.at[i] != '0';
	}
	if (!is_whole)
		calc_fault(calc, "jawaban",
			   STR("tulis tiap responden sebagai sembilan angka 1 sampai 4; - bila "
			       "tidak dijawab."));
}

void calc_skm_jawaban(struct calc *calc)
{
	struct str parts[CALC_LIST_MAX];
	struct skm_answers answers[CALC_LIST_MAX] = {0};
	int totals[UNSUR_COUNT] = {0}, count = calc_list(calc, "jawaban", parts);
	enum skm_weight weight = weight_of(calc);

	for (int i = 0; i < count; i++) {
		take_answers(calc, parts[i], &answers[i]);
		for (int u = 0; u < UNSUR_COUNT; u++)
			totals[u] += answers[i].of[u];
	}
	if (calc_has(calc, "jawaban") && count == 0)
		calc_fault(calc, "jawaban", STR("isi sedikitnya satu responden."));
	struct skm_means means = skm_means_of(answers, count);
	calc_put_int(calc, "responden", count);
	calc_put_int_list(calc, "jumlah", totals, UNSUR_COUNT);
	calc_put_decimal(calc, "ikm", skm_index(weight, &means), 4);
	put_index(calc, weight, &means);
	calc_put_bool(calc, "boleh_per_petugas", skm_officer_is_shown(&calc->law, count));
}

/* The value is rounded to two decimals before it is banded (4.3). */
void calc_mutu(struct calc *calc)
{
	struct ratio value = calc_ratio(calc, "nilai", calc_text(calc, "nilai"), 25, 100);

	put_mutu(calc, ratio_round_half_up(value, 2));
}

/* 0 to 5; that it is missing was said already. */
static struct ratio mark_of(struct calc *calc, const char *key)
{
	return calc_has(calc, key) ? calc_ratio(calc, key, calc_text(calc, key), 0, 5)
				   : ratio_make(0, 1);
}

void calc_ipp(struct calc *calc)
{
	struct ratio f02 = mark_of(calc, "f02"), f03 = mark_of(calc, "f03");
	int64_t answers = calc_int(calc, "jawaban", 0, PEOPLE_MAX);
	int64_t ipp = ipp_value(&calc->law, f02, f03, answers);

	calc_put_decimal(calc, "ipp", ratio_make(ipp, 100), 2);
	calc_put_str(calc, "kategori", ipp_category(&calc->law, ipp));
	calc_put_bool(calc, "f03_dihitung", ipp_counts_users(&calc->law, answers));
}

void calc_sampel(struct calc *calc)
{
	calc_put_int(calc, "responden",
		     sample_size(&calc->law, calc_int(calc, "populasi", 1, SAMPLE_POPULATION_MAX)));
}

static enum aduan_jenis jenis_of(struct calc *calc)
{
	enum aduan_jenis jenis = ADUAN_ASPIRASI;

	if (!aduan_jenis_parse(calc_text(calc, "jenis"), &jenis))
		calc_wrong_choice(calc, "jenis",
				  "berkadar_pengawasan, tidak_berkadar_pengawasan, aspirasi, "
				  "permintaan_informasi");
	return jenis;
}

static enum aduan_sejak sejak_of(struct calc *calc)
{
	enum aduan_sejak sejak = aduan_sejak_of(&calc->law);

	if (calc_has(calc, "sejak") && !aduan_sejak_parse(calc_text(calc, "sejak"), &sejak))
		calc_wrong_choice(calc, "sejak", "verifikasi, diterima, berkas_lengkap");
	return sejak;
}

/* A later day of a complaint, not before the one it follows. */
static struct date later_of(struct calc *calc, const char *key, struct date before,
			    struct date otherwise)
{
	if (!calc_has(calc, key))
		return otherwise;
	struct date day = calc_date(calc, key);
	if (date_compare(day, before) < 0)
		calc_fault(calc, key, STR("tidak boleh sebelum tanggal diterima."));
	return day;
}

static struct aduan_days days_of(struct calc *calc)
{
	struct aduan_days days = {.received = calc_date(calc, "diterima")};

	days.verified = later_of(calc, "diverifikasi", days.received, days.received);
	days.complete = later_of(calc, "dilengkapi", days.received, days.verified);
	return days;
}

void calc_aduan(struct calc *calc)
{
	const struct law_values *law = &calc->law;
	enum aduan_jenis jenis = jenis_of(calc);
	enum aduan_sejak sejak = sejak_of(calc);
	struct calendar calendar = calc_calendar(calc);
	struct aduan_days days = days_of(calc);
	bool is_verified = calc_has(calc, "diverifikasi");

	calc_put_date(calc, "verifikasi", aduan_verify_due(law, &calendar, days.received));
	if (is_verified)
		calc_put_date(calc, "tanggapan", aduan_reply_due(law, &calendar, days.verified));
	if (is_verified || sejak == SEJAK_DITERIMA) {
		calc_put_date(calc, "selesai",
			      aduan_resolve_due(law, &calendar, jenis, aduan_begins(sejak, &days)));
		calc_put_str(calc, "sejak", aduan_sejak_key(sejak));
	}
	if (is_verified)
		calc_put_date(calc, "batas_undang_undang",
			      aduan_outer_limit(law, &calendar, days.complete));
	calc_put_date(calc, "kelengkapan", aduan_checked_by(law, &calendar, days.received));
	calc_put_str(calc, "aturan", aduan_aturan_key(law));
}

void calc_eskalasi(struct calc *calc)
{
	enum aduan_jenis jenis = jenis_of(calc);
	enum aduan_sejak sejak = sejak_of(calc);
	struct calendar calendar = calc_calendar(calc);
	struct aduan_days days = days_of(calc);
	struct aduan_escalation due = aduan_escalate(&calc->law, &calendar, jenis, sejak, &days);

	calc_put_date(calc, "petugas", due.handler);
	calc_put_date(calc, "kepala_unit", due.head_of_unit);
	calc_put_date(calc, "pimpinan_instansi", due.head_of_agency);
	calc_put_date(calc, "ombudsman", due.ombudsman);
	calc_put_date(calc, "batas_hukum", due.outer_limit);
	calc_put_str(calc, "sejak", aduan_sejak_key(sejak));
	if (calc_has(calc, "dilayani"))
		calc_put_bool(calc, "lewat_waktu",
			      aduan_is_late(&calc->law, &calendar, calc_date(calc, "dilayani"),
					    days.received));
}

void calc_tutup_aduan(struct calc *calc)
{
	struct calendar calendar = calc_calendar(calc);
	struct date replied = calc_date(calc, "ditanggapi");
	struct date closed = aduan_autoclose_on(&calc->law, &calendar, replied);
	int before = (int)calc_int_or(calc, "dibuka_kembali", 100, 0);

	calc_put_date(calc, "tutup_otomatis", closed);
	calc_put_date(calc, "tunggu_pelapor", aduan_complete_by(&calc->law, &calendar, replied));
	calc_put_str(calc, "aturan", aduan_aturan_key(&calc->law));
	if (calc_has(calc, "ditutup") && calc_has(calc, "hari_ini"))
		calc_put_bool(calc, "boleh_dibuka",
			      aduan_may_reopen(&calc->law, &calendar, calc_date(calc, "ditutup"),
					       calc_date(calc, "hari_ini"), before));
}

void calc_responsif(struct calc *calc)
{
	int64_t on_time = calc_int(calc, "tepat", 0, PEOPLE_MAX);
	int64_t due = calc_int(calc, "jatuh_tempo", 0, PEOPLE_MAX);

	if (on_time > due && calc_has(calc, "jatuh_tempo"))
		calc_fault(calc, "tepat", STR("tidak boleh melebihi yang jatuh tempo."));
	calc_put_decimal(calc, "persen", ratio_make(aduan_on_time(&calc->law, on_time, due), 100),
			 2);
}
