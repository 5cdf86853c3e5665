/* SPDX-License-Identifier: Apache-2.0 */
/* Calculators of rulebook 4 to 6: survey, sample, complaints, queue. */
#include "law/aduan_sla.h"
#include "law/calculator_input.h"
#include "law/defaults.h"
#include "law/digits.h"
#include "law/queue_order.h"
#include "law/sample.h"
#include "law/skm.h"

#define LOWEST_ELEMENTS 3
#define SLOT_MINUTES 30

static void take_means(struct calc *calc, struct skm_means *means)
{
	struct str parts[CALC_LIST_MAX];
	int count = calc_list(calc, "rata", parts);

	if (calc_has(calc, "rata") && count != UNSUR_COUNT)
		calc_fault(
			calc, "rata",
			STR("isi sembilan rata-rata menurut urutan unsur; - bila tidak berlaku."));
	for (int i = 0; i < UNSUR_COUNT && i < count; i++) {
		if (str_is(parts[i], "-"))
			continue;
		means->applies[i] = ratio_parse(parts[i], &means->mean[i]) &&
				    ratio_compare(means->mean[i], ratio_make(1, 1)) >= 0 &&
				    ratio_compare(means->mean[i], ratio_make(4, 1)) <= 0;
		if (!means->applies[i])
			calc_fault(
				calc, "rata",
				STR("tiap rata-rata antara 1 dan 4, paling banyak enam desimal."));
	}
}

void calc_skm(struct calc *calc)
{
	enum skm_weight weight = SKM_WEIGHT_ROUNDED_0_111;
	struct skm_means means = {0};
	enum unsur ranked[UNSUR_COUNT];
	struct str lowest[LOWEST_ELEMENTS];

	take_means(calc, &means);
	if (calc_has(calc, "bobot") && !skm_weight_parse(calc_text(calc, "bobot"), &weight))
		calc_wrong_choice(calc, "bobot", "rounded_0_111, exact_1_9");
	if (problems_any(calc->faults))
		return;
	int count = skm_rank(&means, ranked);
	if (count == 0) {
		calc_fault(calc, "rata", STR("sedikitnya satu unsur harus berlaku."));
		return;
	}
	int64_t converted = skm_converted(skm_index(weight, &means));
	char mutu = skm_mutu(converted);
	for (int i = 0; i < count && i < LOWEST_ELEMENTS; i++)
		lowest[i] = unsur_key(ranked[i]);
	calc_put_decimal(calc, "nilai", ratio_make(converted, 100), 2);
	calc_put_str(calc, "mutu", (struct str){&mutu, 1});
	calc_put_list(calc, "terendah", lowest, count < LOWEST_ELEMENTS ? count : LOWEST_ELEMENTS);
}

void calc_sampel(struct calc *calc)
{
	calc_put_int(calc, "responden",
		     sample_size(calc_int(calc, "populasi", 1, SAMPLE_POPULATION_MAX)));
}

void calc_aduan(struct calc *calc)
{
	struct aduan_limits limits = aduan_limits_default();
	enum aduan_jenis jenis = ADUAN_ASPIRASI;
	struct date libur[CALC_LIST_MAX];
	struct calendar calendar =
		calendar_make(calc->mem, libur, calc_date_list(calc, "libur", libur));
	struct date received = calc_date(calc, "diterima");

	if (!aduan_jenis_parse(calc_text(calc, "jenis"), &jenis))
		calc_wrong_choice(calc, "jenis",
				  "berkadar_pengawasan, tidak_berkadar_pengawasan, aspirasi, "
				  "permintaan_informasi");
	calc_put_date(calc, "verifikasi", aduan_verify_due(&limits, &calendar, received));
	if (!calc_has(calc, "diverifikasi"))
		return;
	struct date verified = calc_date(calc, "diverifikasi");
	if (date_compare(verified, received) < 0)
		calc_fault(calc, "diverifikasi", STR("tidak boleh sebelum tanggal diterima."));
	calc_put_date(calc, "tanggapan", aduan_reply_due(&limits, &calendar, verified));
	calc_put_date(calc, "selesai", aduan_resolve_due(&limits, &calendar, jenis, verified));
}

/* "R7" or "P12" */
static bool is_ticket(struct str text)
{
	return (str_starts(text, "R") || str_starts(text, "P")) && text.len >= 2 && text.len <= 6 &&
	       digits_only(str_slice(text, 1, text.len), text.len - 1);
}

void calc_antrean(struct calc *calc)
{
	struct str tickets[CALC_LIST_MAX], called[CALC_LIST_MAX];
	struct waiting list[CALC_LIST_MAX];
	int count = calc_list(calc, "datang", tickets), run = 0, made = 0;

	for (int i = 0; i < count; i++) {
		list[i] = (struct waiting){.is_priority = str_starts(tickets[i], "P"),
					   .checkin_at = i};
		if (!is_ticket(tickets[i]))
			calc_fault(calc, "datang",
				   STR("tulis tiap tiket sebagai R1 (biasa) atau P1 (prioritas)."));
		for (int j = 0; j < i; j++)
			if (str_equal(tickets[j], tickets[i]))
				calc_fault(calc, "datang", STR("tiap tiket hanya sekali."));
	}
	while (count > 0) {
		int next = queue_next(list, count, run, LAW_DEFAULT_queue_priority_run_max);
		run = list[next].is_priority ? run + 1 : 0;
		called[made++] = tickets[next];
		count--;
		for (int i = next; i < count; i++) {
			list[i] = list[i + 1];
			tickets[i] = tickets[i + 1];
		}
	}
	calc_put_list(calc, "panggil", called, made);
}

void calc_estimasi(struct calc *calc)
{
	int64_t ahead = calc_int(calc, "di_depan", 0, 100000);
	int64_t counters = calc_int(calc, "loket", 1, 1000);
	struct ratio minutes = ratio_make(1, 1);

	if (calc_has(calc, "rata_menit") &&
	    (!ratio_parse(calc_text(calc, "rata_menit"), &minutes) || minutes.num <= 0 ||
	     ratio_compare(minutes, ratio_make(1440, 1)) > 0)) {
		calc_fault(calc, "rata_menit", STR("isi dengan menit di atas 0 sampai 1440."));
		return;
	}
	calc_put_int(calc, "menit", queue_estimate_minutes(ahead, minutes, counters));
}

void calc_kuota(struct calc *calc)
{
	int counters = (int)calc_int(calc, "loket", 1, 1000);
	int minutes = (int)calc_int(calc, "menit", 1, 1440);
	struct queue_quota quota = queue_slot_quota(counters, SLOT_MINUTES, minutes,
						    LAW_DEFAULT_queue_online_share_pct);

	calc_put_int(calc, "kuota", quota.total);
	calc_put_int(calc, "daring", quota.online);
	calc_put_int(calc, "langsung", quota.walk_in);
}
