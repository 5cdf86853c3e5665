/* SPDX-License-Identifier: Apache-2.0 */
/* Why: survey, sample, complaints, working days, queue. Each source as the rulebook names it. */
#include "kalkulator/kalkulator_why.h"

#include "base/say.h"
#include "law/skm.h"

#define BY_US SAID("Cara hitung Abdi; instansi dapat mengubahnya")
#define PERMEN_SKM "PermenPANRB 14/2017"

/* One line per element; returns the sum of the means and how many apply. */
static struct ratio skm_table(struct kalk_why *why, int *applying)
{
	struct str parts[CALC_LIST_MAX];
	int count = calc_list(&why->calc, "rata", parts), named;
	const struct choice *unsur = kalk_choices_of(KALK_LIST_UNSUR, &named);
	const struct kalk_answer_value *lowest = kalk_answer_find(&why->answer, STR("terendah"));
	struct kalk_why_table *table = why_table(why, "Sembilan unsur", "Unsur|Rata-rata|Catatan");
	struct ratio sum = ratio_make(0, 1), mean;

	*applying = 0;
	for (int i = 0; i < count && i < named; i++) {
		struct kalk_line *line = why_line(table, unsur[i].label);
		if (!ratio_parse(parts[i], &mean)) {
			line->cells[1] = STR("-");
			line->cells[2] = SAY(why->mem, "tidak berlaku");
			continue;
		}
		sum = ratio_add(sum, mean);
		++*applying;
		line->cells[1] = kalk_number_comma(why->mem, parts[i]);
		for (int j = 0; lowest && j < lowest->item_count; j++)
			if (str_equal(lowest->items[j], unsur[i].key))
				line->cells[2] = say_format(why->mem, "terendah ke-%d", j + 1);
	}
	return sum;
}

static void mutu_table(struct kalk_why *why)
{
	static const char *const keys[] = {"A", "B", "C", "D"};
	const int from[] = {why_value(why, "skm_mutu_a"), why_value(why, "skm_mutu_b"),
			    why_value(why, "skm_mutu_c"), 2500};
	struct kalk_why_table *table = why_table(why, "Pita mutu", "Mutu|Nilai indeks");
	struct str mutu = kalk_answer_text(&why->answer, "mutu");

	for (int i = 0; i < 4; i++) {
		struct kalk_line *line = why_line(
			table, say(why->mem, kalk_choice_label(KALK_LIST_MUTU, str_from(keys[i]))));
		int to = i ? from[i - 1] - 1 : 10000;
		line->cells[1] = say_format(
			why->mem, "%.*s sampai %.*s",
			STR_ARG(kalk_number_ratio(why->mem, ratio_make(from[i], 100), 2)),
			STR_ARG(kalk_number_ratio(why->mem, ratio_make(to, 100), 2)));
		line->is_marked = str_is(mutu, keys[i]);
	}
}

/* The mode stands on every report; where the other one reads another level, both do. */
static void say_both_bands(struct kalk_why *why)
{
	const struct kalk_answer *answer = &why->answer;
	enum skm_weight weight = skm_weight_of(&why->calc.law);

	if (calc_has(&why->calc, "bobot") &&
	    !skm_weight_parse(calc_text(&why->calc, "bobot"), &weight))
		return;
	why_say(why, BASIS_BAWAAN, BY_US, "Bobot yang dipakai: %.*s.",
		STR_ARG(say(why->mem, kalk_choice_label(KALK_LIST_BOBOT, skm_weight_key(weight)))));
	if (!kalk_answer_find(answer, STR("mutu_lain")))
		return;
	why_say(why, BASIS_BAWAAN, BY_US,
		"Dengan bobot yang lain mutunya berbeda: %.*s, %.*s. Tulis keduanya dalam laporan, dan jangan mengganti bobot di tengah tahun.",
		STR_ARG(kalk_number_comma(why->mem, kalk_answer_text(answer, "nilai_lain"))),
		STR_ARG(say(why->mem, kalk_choice_label(KALK_LIST_MUTU,
							kalk_answer_text(answer, "mutu_lain")))));
}

void why_skm(struct kalk_why *why)
{
	int applying;
	struct ratio sum = skm_table(why, &applying);
	struct str nilai = kalk_number_comma(why->mem, kalk_answer_text(&why->answer, "nilai"));
	struct str weight = calc_text(&why->calc, "bobot");
	bool is_exact = calc_has(&why->calc, "bobot") ? str_is(weight, "exact_1_9")
						      : why_value(why, "skm_weight_exact") == 1;
	struct str mutu = kalk_answer_text(&why->answer, "mutu");
	bool is_rounded = !is_exact && applying == 9;
	struct ratio by = is_rounded ? ratio_make(111, 1000) : ratio_make(1, applying);
	struct ratio index = ratio_mul(sum, by);

	why->tone = str_is(mutu, "A") || str_is(mutu, "B") ? "ok" : "wait";
	why->headline = say_format(why->mem, "%.*s: mutu %.*s", STR_ARG(nilai),
				   STR_ARG(say(why->mem, kalk_choice_label(KALK_LIST_MUTU, mutu))));
	why_say(why, BASIS_TERTULIS, PERMEN_SKM,
		"Jumlah %d rata-rata adalah %.*s. Setiap unsur sama berat.", applying,
		STR_ARG(kalk_number_ratio(why->mem, sum, 2)));
	if (is_rounded)
		why_say(why, BASIS_BAWAAN, BY_US,
			"Bobotnya 0,111 seperti di lembar kerja resmi, jadi nilai tertinggi 99,90 dan bukan 100: indeks %.*s.",
			STR_ARG(kalk_number_ratio(why->mem, index, 5)));
	else
		why_say(why, BASIS_TERTULIS, PERMEN_SKM,
			"Bobotnya satu per %d unsur yang berlaku: indeks %.*s.", applying,
			STR_ARG(kalk_number_ratio(why->mem, index, 5)));
	why_say(why, BASIS_TERTULIS, PERMEN_SKM,
		"Indeks dikalikan 25 menjadi %.*s. Hanya nilai akhir ini yang dibulatkan, dua desimal, lima ke atas; baru kemudian mutunya dibaca.",
		STR_ARG(nilai));
	say_both_bands(why);
	why_say(why, BASIS_KESEPAKATAN, PERMEN_SKM,
		"Unsur terendah memerlukan rencana tindak lanjut: program, waktu, dan penanggung jawab.");
	mutu_table(why);
}

void why_sampel(struct kalk_why *why)
{
	static const char *const rounding[] = {"bilangan terdekat, seperti tabel cetaknya", "atas",
					       "bawah"};
	int64_t people = calc_int(&why->calc, "populasi", 1, INT64_MAX);
	struct str count = kalk_number_group(why->mem, people);
	struct str less = kalk_number_group(why->mem, people - 1);
	int mode = why_value(why, "sample_rounding");

	why->tone = "info";
	why_say(why, BASIS_TERTULIS, "Rumus Krejcie dan Morgan",
		"3,841 × %.*s × 0,25, dibagi (0,0025 × %.*s + 3,841 × 0,25). Angka 3,841 berarti keyakinan 95%%, 0,0025 berarti kesalahan 5%%.",
		STR_ARG(count), STR_ARG(less));
	why_say(why, BASIS_BAWAAN, BY_US, "Hasilnya dibulatkan ke %s: %.*s responden.",
		rounding[mode >= 0 && mode <= 2 ? mode : 0],
		STR_ARG(kalk_number_group(why->mem, kalk_answer_int(&why->answer, "responden"))));
	why_say(why, BASIS_BAWAAN, BY_US,
		"Survei dengan responden lebih sedikit tetap boleh dihitung, tetapi diberi peringatan.");
}

static const char *aduan_key(struct str jenis)
{
	if (str_is(jenis, "berkadar_pengawasan"))
		return "aduan_bp_wd";
	if (str_is(jenis, "tidak_berkadar_pengawasan"))
		return "aduan_tbp_wd";
	return str_is(jenis, "aspirasi") ? "aduan_aspirasi_wd" : "aduan_info_wd";
}

/* One step of a complaint: its limit counts days from the day another key names. */
struct limit {
	const char *what, *key, *from;
	int days;
};

static void say_limit(struct kalk_why *why, const struct calendar *calendar,
		      const struct limit *limit)
{
	struct date day;

	if (why_value(why, "aduan_in_working_days"))
		why_walk(why, limit->what, calendar, calc_date(&why->calc, limit->from),
			 limit->days);
	else if (date_parse(kalk_answer_text(&why->answer, limit->key), &day))
		why_say(why, BASIS_BAWAAN, BY_US, "%s: %d hari kalender kemudian, %.*s.",
			limit->what, limit->days, STR_ARG(kalk_number_day(why->mem, day)));
}

/* The regulation that names the limits on the day of receipt (5). */
static const char *aduan_law(const struct kalk_why *why)
{
	return why_value(why, "aduan_aturan") == 1 ? SAID("PermenPANRB 62/2018, SP4N-LAPOR!")
						   : SAID("PermenPANRB 5/2025, SP4N-LAPOR!");
}

static bool is_new_law(const struct kalk_why *why)
{
	return why_value(why, "aduan_aturan") != 1;
}

static struct str sejak_words(struct kalk_why *why)
{
	return str_lower(why->mem,
			 say(why->mem, kalk_choice_label(KALK_LIST_SEJAK,
							 kalk_answer_text(&why->answer, "sejak"))));
}

static void say_aduan_rules(struct kalk_why *why, struct str jenis, int resolve)
{
	enum kalk_basis basis = is_new_law(why) ? BASIS_KESEPAKATAN : BASIS_TERTULIS;

	if (is_new_law(why))
		why_say(why, BASIS_KESEPAKATAN, aduan_law(why),
			"Aturan ini menggantikan PermenPANRB sebelumnya paling lambat 17 Juni 2025. Batas waktu di dalamnya belum dibaca; yang dipakai praktik selama ini.");
	why_say(why, basis, aduan_law(why),
		"Verifikasi dan penerusan %d hari, tanggapan pertama %d hari sesudah verifikasi.",
		why_value(why, "aduan_verify_wd"), why_value(why, "aduan_first_reply_wd"));
	if (kalk_answer_find(&why->answer, STR("selesai")))
		why_say(why, str_is(jenis, "aspirasi") ? BASIS_BAWAAN : basis, aduan_law(why),
			"%.*s diselesaikan paling lambat %d hari, dihitung sejak %.*s.",
			STR_ARG(say(why->mem, kalk_choice_label(KALK_LIST_ADUAN, jenis))), resolve,
			STR_ARG(sejak_words(why)));
}

/* The clocks beside the working days: the answer on completeness, and the outer limit. */
static void say_calendar_clocks(struct kalk_why *why)
{
	why_say(why, BASIS_KESEPAKATAN, "UU 25/2009 pasal 44",
		"Dalam %d hari kalender sejak diterima, yaitu %.*s, pelapor diberi tahu apakah aduannya lengkap. Bila belum, ia mempunyai %d hari untuk melengkapinya; sesudah itu dianggap ditarik, dan dibuka lagi bila ia memintanya.",
		why_value(why, "aduan_periksa_hari"), STR_ARG(why_day(why, "kelengkapan")),
		why_value(why, "aduan_lengkapi_hari"));
	if (kalk_answer_find(&why->answer, STR("batas_undang_undang")))
		why_say(why, BASIS_TERTULIS, "Perpres 76/2013",
			"Batas terluar %d hari kalender sejak berkas lengkap: %.*s, juga bila hari kerjanya belum habis.",
			why_value(why, "aduan_outer_days"),
			STR_ARG(why_day(why, "batas_undang_undang")));
}

/* The key of the day the limit to resolve counts from; without its own day the file was complete
   when verified. */
static const char *begins_key(const struct kalk_why *why)
{
	struct str sejak = kalk_answer_text(&why->answer, "sejak");

	if (str_is(sejak, "diterima"))
		return "diterima";
	return str_is(sejak, "berkas_lengkap") && calc_has(&why->calc, "dilengkapi")
		       ? "dilengkapi"
		       : "diverifikasi";
}

void why_aduan(struct kalk_why *why)
{
	struct calendar calendar = why_calendar(why);
	struct str jenis = calc_text(&why->calc, "jenis");
	int resolve = why_value(why, aduan_key(jenis));
	const struct limit limits[] = {
		{"Verifikasi", "verifikasi", "diterima", why_value(why, "aduan_verify_wd")},
		{"Tanggapan pertama", "tanggapan", "diverifikasi",
		 why_value(why, "aduan_first_reply_wd")},
		{"Penyelesaian", "selesai", begins_key(why), resolve},
	};
	bool is_due = kalk_answer_find(&why->answer, STR("selesai")) != NULL;
	struct date day;

	why->tone = "info";
	if (date_parse(kalk_answer_text(&why->answer, is_due ? "selesai" : "verifikasi"), &day))
		why->headline = say_format(why->mem, "%s paling lambat %.*s",
					   is_due ? "Selesaikan" : "Verifikasi",
					   STR_ARG(kalk_number_day(why->mem, day)));
	say_aduan_rules(why, jenis, resolve);
	for (int i = 0; i < 3; i++)
		if (kalk_answer_find(&why->answer, str_from(limits[i].key)))
			say_limit(why, &calendar, &limits[i]);
	say_calendar_clocks(why);
	if (why_value(why, "aduan_in_working_days"))
		why_counting(why);
}

void why_hari_kerja(struct kalk_why *why)
{
	struct calendar calendar = why_calendar(why);

	why->tone = "info";
	why_say(why, BASIS_KESEPAKATAN, "SKB 3 Menteri tentang hari libur dan cuti bersama",
		"Hari kerja adalah hari yang bukan Sabtu, Minggu, hari libur nasional, atau cuti bersama.");
	why_walk(why, "Hitungan", &calendar, calc_date(&why->calc, "mulai"),
		 (int)calc_int(&why->calc, "hari", 0, 10000));
	why_counting(why);
}

void why_antrean(struct kalk_why *why)
{
	const struct kalk_answer_value *calls = kalk_answer_find(&why->answer, STR("panggil"));
	int most = why_value(why, "queue_priority_run_max"), run = 0, waiting = 0;
	struct kalk_why_table *table =
		why_table(why, "Panggilan satu demi satu", "Panggilan|Tiket|Sebab");
	struct buf order;

	buf_init(&order, why->mem);
	for (int i = 0; calls && i < calls->item_count; i++)
		waiting += str_starts(calls->items[i], "R");
	for (int i = 0; calls && i < calls->item_count; i++) {
		bool is_priority = str_starts(calls->items[i], "P");
		struct kalk_line *line = why_line(table, say_format(why->mem, "ke-%d", i + 1));
		bool is_turn = !is_priority && run >= most;
		line->cells[1] = calls->items[i];
		line->cells[2] =
			is_priority && waiting ? SAY(why->mem, "prioritas didahulukan")
			: is_priority ? SAY(why->mem, "tidak ada antrean biasa yang menunggu")
			: is_turn ? say_format(why->mem, "sudah %d prioritas berturut-turut", run)
				  : SAY(why->mem, "urutan datang");
		run = is_priority ? run + 1 : 0;
		waiting -= !is_priority;
		buf_add_cstr(&order, i ? ", " : "");
		buf_add(&order, calls->items[i]);
	}
	why->tone = "info";
	why->headline = order.len ? buf_str(&order) : SAY(why->mem, "Tidak ada yang menunggu");
	why_say(why, BASIS_TERTULIS, "UU 25/2009 pasal 29 dan PermenPANRB 11/2024",
		"Lansia, penyandang disabilitas, ibu hamil, ibu menyusui, anak, dan korban bencana didahulukan; orang sakit tambahan dari kami.");
	why_say(why, BASIS_BAWAAN, BY_US,
		"Paling banyak %d panggilan prioritas berturut-turut selama ada antrean biasa yang menunggu. Di dalam kelompoknya, yang datang lebih dulu dipanggil lebih dulu.",
		most);
}

void why_estimasi(struct kalk_why *why)
{
	int64_t ahead = calc_int(&why->calc, "di_depan", 0, INT32_MAX);
	int64_t counters = calc_int(&why->calc, "loket", 1, INT32_MAX);
	struct str minutes = kalk_number_comma(why->mem, calc_text(&why->calc, "rata_menit"));

	why->tone = "info";
	why_say(why, BASIS_BAWAAN, BY_US,
		"%lld orang × %.*s menit, dibagi %lld loket, dibulatkan %s menjadi %lld menit.",
		(long long)ahead, STR_ARG(minutes), (long long)counters,
		why_rounding(why, "queue_estimate_round"),
		(long long)kalk_answer_int(&why->answer, "menit"));
	why_say(why, BASIS_BAWAAN, BY_US,
		"Di layar antrean, lama melayani adalah %s dari pelayanan terakhir hari itu.",
		why_value(why, "queue_average_median") ? SAY(why->mem, "nilai tengah").at
						       : SAY(why->mem, "rata-rata").at);
}

void why_kuota(struct kalk_why *why)
{
	int64_t counters = calc_int(&why->calc, "loket", 1, INT32_MAX);
	int64_t minutes = calc_int(&why->calc, "menit", 1, INT32_MAX);
	int slot = why_value(why, "queue_slot_min");

	why->tone = "info";
	why_say(why, BASIS_BAWAAN, BY_US,
		"%lld loket × %d menit sesi, dibagi %lld menit pelayanan, dibulatkan %s: %lld orang.",
		(long long)counters, slot, (long long)minutes,
		why_rounding(why, "queue_slot_round"),
		(long long)kalk_answer_int(&why->answer, "kuota"));
	why_say(why, BASIS_BAWAAN, BY_US,
		"%d%% dari kuota, dibulatkan %s, untuk pesanan daring: %lld orang. Sisanya %lld orang untuk yang datang langsung.",
		why_value(why, "queue_online_share_pct"), why_rounding(why, "queue_online_round"),
		(long long)kalk_answer_int(&why->answer, "daring"),
		(long long)kalk_answer_int(&why->answer, "langsung"));
}

static const char *day_kind(const struct kalk_why *why)
{
	return why_value(why, "aduan_in_working_days") ? "hari kerja" : "hari kalender";
}

static void say_served(struct kalk_why *why)
{
	int days = date_days(calc_date(&why->calc, "diterima")) -
		   date_days(calc_date(&why->calc, "dilayani"));

	why_say(why, BASIS_TERTULIS, "Perpres 76/2013",
		"Aduan diterima %d hari sesudah pelayanannya; menurut peraturan paling lambat %d hari, jadi aduan ini %s.",
		days, why_value(why, "aduan_service_days"),
		kalk_answer_is(&why->answer, "lewat_waktu")
			? SAY(why->mem, "terlambat. Aduan tetap diterima, dengan tanda").at
			: SAY(why->mem, "tepat waktu").at);
}

void why_eskalasi(struct kalk_why *why)
{
	struct str jenis = calc_text(&why->calc, "jenis");
	int limit = why_value(why, aduan_key(jenis));

	why_rule(why);
	why_say(why, BASIS_BAWAAN, BY_US,
		"%.*s selesai dalam %d %s, dihitung sejak %.*s pada %.*s.",
		STR_ARG(say(why->mem, kalk_choice_label(KALK_LIST_ADUAN, jenis))), limit,
		day_kind(why), STR_ARG(sejak_words(why)),
		STR_ARG(why_given_day(why, begins_key(why))));
	why_say(why, BASIS_BAWAAN, BY_US,
		"Sesudah %d%% dari %d hari itu, dibulatkan %s, petugas diingatkan: %.*s. Pada hari ke-%d kepala unit diberi tahu: %.*s. %d %s sesudahnya pimpinan instansi: %.*s.",
		why_value(why, "aduan_escalate_handler_pct"), limit,
		why_rounding(why, "aduan_escalate_round"), STR_ARG(why_day(why, "petugas")), limit,
		STR_ARG(why_day(why, "kepala_unit")), why_value(why, "aduan_escalate_head_wd"),
		day_kind(why), STR_ARG(why_day(why, "pimpinan_instansi")));
	why_say(why, BASIS_KESEPAKATAN, "Hak pelapor ke Ombudsman",
		"%d hari kalender sejak diterima pada %.*s, pelapor diberi tahu haknya ke Ombudsman: %.*s.",
		why_value(why, "aduan_ombudsman_days"), STR_ARG(why_given_day(why, "diterima")),
		STR_ARG(why_day(why, "ombudsman")));
	why_say(why, BASIS_TERTULIS, "Perpres 76/2013",
		"Batas terluar %d hari kalender sejak berkas lengkap: %.*s, juga bila hari kerjanya belum habis.",
		why_value(why, "aduan_outer_days"), STR_ARG(why_day(why, "batas_hukum")));
	if (calc_has(&why->calc, "dilayani"))
		say_served(why);
	why_counting(why);
}

void why_tutup_aduan(struct kalk_why *why)
{
	why_rule(why);
	why_say(why, is_new_law(why) ? BASIS_KESEPAKATAN : BASIS_TERTULIS, aduan_law(why),
		"Ditanggapi pada %.*s. Bila pelapor diam %d %s, aduan ditutup sendiri: %.*s.",
		STR_ARG(why_given_day(why, "ditanggapi")), why_value(why, "aduan_autoclose_wd"),
		day_kind(why), STR_ARG(why_day(why, "tutup_otomatis")));
	why_say(why, BASIS_KESEPAKATAN, "UU 25/2009 pasal 44",
		"Bila pelapor diminta melengkapi, ditunggu %d hari kalender, yaitu sampai %.*s; sesudah itu dianggap ditarik, dan dibuka lagi bila ia memintanya.",
		why_value(why, "aduan_lengkapi_hari"), STR_ARG(why_day(why, "tunggu_pelapor")));
	if (kalk_answer_find(&why->answer, STR("boleh_dibuka")))
		why_say(why, BASIS_BAWAAN, BY_US,
			"Ditutup pada %.*s. Boleh dibuka kembali sampai %d %s sesudahnya dan paling banyak %d kali; sudah pernah %lld kali. Maka pada %.*s %s dibuka kembali.",
			STR_ARG(why_given_day(why, "ditutup")), why_value(why, "aduan_reopen_wd"),
			day_kind(why), why_value(why, "aduan_reopen_max"),
			(long long)calc_int_or(&why->calc, "dibuka_kembali", 100, 0),
			STR_ARG(why_given_day(why, "hari_ini")),
			kalk_answer_is(&why->answer, "boleh_dibuka")
				? SAY(why->mem, "masih boleh").at
				: SAY(why->mem, "tidak boleh lagi").at);
	why_counting(why);
}

void why_responsif(struct kalk_why *why)
{
	int64_t due = calc_int(&why->calc, "jatuh_tempo", 0, INT64_MAX);
	struct str persen = kalk_number_comma(why->mem, kalk_answer_text(&why->answer, "persen"));

	why_rule(why);
	if (due == 0)
		why_say(why, BASIS_BAWAAN, BY_US,
			"Belum ada yang jatuh tempo, jadi belum ada yang terlambat: dihitung %.*s%%.",
			STR_ARG(persen));
	else
		why_say(why, BASIS_BAWAAN, BY_US,
			"%.*s tepat waktu × 100, dibagi %.*s yang jatuh tempo, dibulatkan ke dua desimal: %.*s%%.",
			STR_ARG(kalk_number_group(why->mem,
						  calc_int(&why->calc, "tepat", 0, INT64_MAX))),
			STR_ARG(kalk_number_group(why->mem, due)), STR_ARG(persen));
}

void why_skm_jawaban(struct kalk_why *why)
{
	struct str ikm = kalk_number_comma(why->mem, kalk_answer_text(&why->answer, "ikm"));
	struct str nilai = kalk_number_comma(why->mem, kalk_answer_text(&why->answer, "nilai"));
	int64_t people = kalk_answer_int(&why->answer, "responden");
	int least = why_value(why, "skm_officer_min");

	why_rule(why);
	why_say(why, BASIS_TERTULIS, PERMEN_SKM,
		"Dari %lld responden, rata-rata tiap unsur dikalikan bobotnya lalu dijumlahkan: indeks %.*s. Dikalikan 25 menjadi %.*s, yaitu mutu %.*s.",
		(long long)people, STR_ARG(ikm), STR_ARG(nilai),
		STR_ARG(say(why->mem, kalk_choice_label(KALK_LIST_MUTU,
							kalk_answer_text(&why->answer, "mutu")))));
	say_both_bands(why);
	why_say(why, BASIS_BAWAAN, BY_US,
		"Nilai seorang petugas baru boleh ditampilkan bila respondennya paling sedikit %d: di sini %s.",
		least,
		people >= least ? SAY(why->mem, "cukup").at : SAY(why->mem, "belum cukup").at);
	mutu_table(why);
}

void why_mutu(struct kalk_why *why)
{
	why_rule(why);
	why_say(why, BASIS_TERTULIS, PERMEN_SKM,
		"Nilai %.*s dibulatkan ke dua desimal, lalu dicari di pita di bawah: mutu %.*s.",
		STR_ARG(kalk_number_comma(why->mem, calc_text(&why->calc, "nilai"))),
		STR_ARG(say(why->mem, kalk_choice_label(KALK_LIST_MUTU,
							kalk_answer_text(&why->answer, "mutu")))));
	mutu_table(why);
}

void why_prioritas(struct kalk_why *why)
{
	why_rule(why);
	why_say(why, BASIS_TERTULIS, "PermenPANRB 11/2024",
		"Kelompok ini menurut pengakuan sendiri; tidak ada yang diminta membuktikan. Sarana untuk mereka tidak dipakai orang lain.");
}

void why_ipp(struct kalk_why *why)
{
	int share = why_value(why, "ipp_f02_pct");
	struct str ipp = kalk_number_comma(why->mem, kalk_answer_text(&why->answer, "ipp"));

	why_rule(why);
	why_say(why, BASIS_TERTULIS, "Pedoman MenPANRB 5/2023",
		kalk_answer_is(&why->answer, "f03_dihitung")
			? "%d%% dari nilai penilai ditambah %d%% dari nilai pengguna layanan adalah %.*s."
			: "%d%% dari nilai penilai; jawaban pengguna kurang, jadi %d%% bagiannya dihitung 0: %.*s.",
		share, 100 - share, STR_ARG(ipp));
	why_say(why, BASIS_KESEPAKATAN, "Pedoman MenPANRB 5/2023",
		"Bobot enam aspek di dalam F02 belum terbaca, jadi F02 dan F03 diisi sebagai angka jadi.");
}
