/* SPDX-License-Identifier: Apache-2.0 */
/* Calculators of rulebook 4 and 5: survey, sample, complaints. */
#include "law/aduan_sla.h"
#include "law/calculator_input.h"
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

static struct date verified_of(struct calc *calc, struct date received)
{
	struct date verified = calc_date(calc, "diverifikasi");

	if (calc_has(calc, "diverifikasi") && date_compare(verified, received) < 0)
		calc_fault(calc, "diverifikasi", STR("tidak boleh sebelum tanggal diterima."));
	return verified;
}

void calc_aduan(struct calc *calc)
{
	const struct law_values *law = &calc->law;
	enum aduan_jenis jenis = jenis_of(calc);
	struct calendar calendar = calc_calendar(calc);
	struct date received = calc_date(calc, "diterima"), verified = verified_of(calc, received);

	calc_put_date(calc, "verifikasi", aduan_verify_due(law, &calendar, received));
	if (!calc_has(calc, "diverifikasi"))
		return;
	calc_put_date(calc, "tanggapan", aduan_reply_due(law, &calendar, verified));
	calc_put_date(calc, "selesai", aduan_resolve_due(law, &calendar, jenis, verified));
}

void calc_eskalasi(struct calc *calc)
{
	enum aduan_jenis jenis = jenis_of(calc);
	struct calendar calendar = calc_calendar(calc);
	struct date received = calc_date(calc, "diterima"), verified = verified_of(calc, received);
	struct aduan_escalation due =
		aduan_escalate(&calc->law, &calendar, jenis, received, verified);

	calc_put_date(calc, "petugas", due.handler);
	calc_put_date(calc, "kepala_unit", due.head_of_unit);
	calc_put_date(calc, "pimpinan_instansi", due.head_of_agency);
	calc_put_date(calc, "ombudsman", due.ombudsman);
	calc_put_date(calc, "batas_hukum", due.outer_limit);
	if (calc_has(calc, "dilayani"))
		calc_put_bool(calc, "lewat_waktu",
			      aduan_is_late(&calc->law, &calendar, calc_date(calc, "dilayani"),
					    received));
}

void calc_tutup_aduan(struct calc *calc)
{
	struct calendar calendar = calc_calendar(calc);
	struct date replied = calc_date(calc, "ditanggapi");
	struct date closed = aduan_autoclose_on(&calc->law, &calendar, replied);
	int before = (int)calc_int_or(calc, "dibuka_kembali", 100, 0);

	calc_put_date(calc, "tutup_otomatis", closed);
	calc_put_date(calc, "tunggu_pelapor", aduan_wait_until(&calc->law, &calendar, replied));
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
