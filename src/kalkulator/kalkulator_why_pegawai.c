/* SPDX-License-Identifier: Apache-2.0 */
/* Why: credit, rank, discipline, allowance, identifiers. Each source as the rulebook names it. */
#include "kalkulator/kalkulator_why.h"
#include "base/say.h"
#include "law/angka_kredit.h"
#include "law/attendance.h"

#define BY_US SAID("Cara hitung Abdi; instansi dapat mengubahnya")
#define CREDIT_PERMEN "PermenPANRB 1/2023"
#define CREDIT_BKN "PerBKN 3/2023"
#define PP_DISIPLIN "PP 94/2021"

static struct str hundredths(struct kalk_why *why, int64_t amount)
{
	return say_hundredths(why->mem, amount);
}

/* A table with one value for every choice of a list; the chosen one marked. */
struct value_rows {
	const char *caption, *heads;
	enum kalk_list list;
	const char *start, *key; /* of the value; of the input */
	bool is_percent;
};

static void value_table(struct kalk_why *why, const struct value_rows *rows)
{
	struct kalk_why_table *table = why_table(why, rows->caption, rows->heads);
	int count;
	const struct choice *choices = kalk_choices_of(rows->list, &count);

	for (int i = 0; i < count; i++) {
		struct kalk_line *line = why_line(table, choices[i].label);
		int value = why_value_of(why, rows->start, choices[i].key);
		line->cells[1] = rows->is_percent ? str_format(why->mem, "%d%%", value)
						  : hundredths(why, value);
		line->is_marked = str_equal(choices[i].key, calc_text(&why->calc, rows->key));
	}
}

void why_angka_kredit(struct kalk_why *why)
{
	static const struct value_rows percents = {
		"Persentase predikat", "Predikat|Persen", KALK_LIST_PREDIKAT,
		"ak_percent_",	       "predikat",	  true};
	static const struct value_rows koefisiens = {"Koefisien setahun", "Jenjang|Koefisien",
						     KALK_LIST_JENJANG,	  "ak_koefisien_",
						     "jenjang",		  false};
	struct str jenjang = calc_text(&why->calc, "jenjang");
	struct str predikat = calc_text(&why->calc, "predikat");
	int months = (int)calc_int(&why->calc, "bulan", 1, 12);
	int percent = why_value_of(why, "ak_percent_", predikat);
	int koefisien = why_value_of(why, "ak_koefisien_", jenjang);
	int decimals = why_value(why, "ak_round_decimals");
	struct str answer =
		kalk_number_comma(why->mem, kalk_answer_text(&why->answer, "angka_kredit"));

	why->tone = "info";
	why->headline = str_join(why->mem, SAY(why->mem, "Angka kredit "), answer);
	why_say(why, BASIS_TERTULIS, CREDIT_PERMEN " pasal 37",
		"Predikat %.*s bernilai %d%% dari koefisien setahun.",
		STR_ARG(say(why->mem, kalk_choice_label(KALK_LIST_PREDIKAT, predikat))), percent);
	why_say(why, BASIS_TERTULIS, CREDIT_BKN, "Koefisien setahun jenjang %.*s adalah %.*s.",
		STR_ARG(say(why->mem, kalk_choice_label(KALK_LIST_JENJANG, jenjang))),
		STR_ARG(hundredths(why, koefisien)));
	why_say(why, BASIS_TERTULIS, CREDIT_BKN,
		"%d bulan dibagi 12, kali %d%%, kali %.*s, adalah %.*s.", months, percent,
		STR_ARG(hundredths(why, koefisien)), STR_ARG(answer));
	why_say(why, BASIS_TERTULIS, CREDIT_BKN,
		"Setiap baris dibulatkan dulu ke %d desimal, lima ke atas, baru dijumlahkan dengan baris lain.",
		decimals);
	why_say(why, BASIS_TERTULIS, CREDIT_BKN,
		"Untuk dapat diusulkan naik pangkat, jenjang ini perlu %.*s%s%.*s.",
		STR_ARG(hundredths(why, why_value_of(why, "ak_pangkat_", jenjang))),
		why_value_of(why, "ak_jenjang_", jenjang)
			? SAY(why->mem, "; untuk naik jenjang ").at
			: "",
		STR_ARG(why_value_of(why, "ak_jenjang_", jenjang)
				? hundredths(why, why_value_of(why, "ak_jenjang_", jenjang))
				: STR_NONE));
	value_table(why, &percents);
	value_table(why, &koefisiens);
}

/* "ahli_pertama:baik:12", right already */
static struct credit_line credit_line_of(struct str text)
{
	struct credit_line line = {0};
	struct str predikat, rest, jenjang = str_cut(text, ':', &rest);
	int64_t months = 0;

	predikat = str_cut(rest, ':', &rest);
	if (jenjang_parse(jenjang, &line.jenjang) && predikat_parse(predikat, &line.predikat) &&
	    str_parse_int(rest, &months))
		line.months = (int)months;
	return line;
}

/* Every line as it was computed, with the sum so far; returns how often the jenjang changed. */
static int credit_table(struct kalk_why *why)
{
	struct kalk_why_table *table =
		why_table(why, "Hitungan tiap baris", "Baris|Hitungan|Angka kredit|Jumlah");
	struct str parts[CALC_LIST_MAX];
	struct credit_line lines[CALC_LIST_MAX];
	int count = calc_list(&why->calc, "baris", parts), changes = 0;

	for (int i = 0; i < count; i++) {
		const struct law_values *law = &why->calc.law;
		struct kalk_line *row;
		lines[i] = credit_line_of(parts[i]);
		changes += i > 0 && lines[i].jenjang != lines[i - 1].jenjang;
		row = why_line(table,
			       str_format(why->mem, "%d. %.*s", i + 1,
					  STR_ARG(say(why->mem, jenjang_label(lines[i].jenjang)))));
		row->cells[1] = str_format(
			why->mem, "%d/12 × %d%% × %.*s", lines[i].months,
			angka_kredit_percent(law, lines[i].predikat),
			STR_ARG(hundredths(why, angka_kredit_koefisien(law, lines[i].jenjang))));
		row->cells[2] =
			hundredths(why, angka_kredit_line(law, lines[i].jenjang, lines[i].predikat,
							  lines[i].months));
		row->cells[3] = hundredths(why, angka_kredit_total(law, lines, i + 1).total);
	}
	return changes;
}

/* What a step up needs and what is there: "pangkat" or "jenjang". */
static void say_need(struct kalk_why *why, const char *step, int need, const char *surplus)
{
	struct str over = kalk_number_comma(why->mem, kalk_answer_text(&why->answer, surplus));
	bool is_short = str_starts(over, "-");

	why_say(why, BASIS_TERTULIS, CREDIT_BKN, "Usul naik %s perlu %.*s: %s %.*s.", step,
		STR_ARG(hundredths(why, need)),
		is_short ? SAY(why->mem, "masih kurang").at : SAY(why->mem, "cukup, lebih").at,
		STR_ARG(is_short ? str_slice(over, 1, over.len) : over));
}

void why_pak(struct kalk_why *why)
{
	struct str jenjang = kalk_answer_text(&why->answer, "jenjang");
	int next = why_value_of(why, "ak_jenjang_", jenjang);

	why->tone = "info";
	why->is_labelled = true;
	why_say(why, BASIS_TERTULIS, CREDIT_BKN,
		"Tiap baris: bulan dibagi 12, kali persentase predikat, kali koefisien jenjang. Tiap baris dibulatkan ke %d desimal, lalu dijumlahkan.",
		why_value(why, "ak_round_decimals"));
	if (credit_table(why) > 0)
		why_say(why, BASIS_TERTULIS, CREDIT_BKN,
			"Hitungan mulai lagi dari 0 saat jenjang berubah, jadi jumlahnya hanya jenjang %.*s.",
			STR_ARG(say(why->mem, kalk_choice_label(KALK_LIST_JENJANG, jenjang))));
	if (calc_flag(&why->calc, "ijazah"))
		why_say(why, BASIS_TERTULIS, CREDIT_BKN,
			"Ijazah lebih tinggi menambah sekali %d%% dari kebutuhan pangkat: %.*s.",
			why_value(why, "ak_education_pct"),
			STR_ARG(kalk_number_comma(why->mem,
						  kalk_answer_text(&why->answer, "pendidikan"))));
	say_need(why, "pangkat", why_value_of(why, "ak_pangkat_", jenjang), "selisih_pangkat");
	if (next)
		say_need(why, "jenjang", next, "selisih_jenjang");
	why_say(why, BASIS_TERTULIS, CREDIT_BKN,
		"Naik jenjang juga memerlukan lowongan, lulus uji kompetensi, dan predikat paling rendah Baik pada tahun terakhir.");
}

void why_golongan(struct kalk_why *why)
{
	struct str golongan = calc_text(&why->calc, "golongan");
	struct str pangkat = kalk_answer_text(&why->answer, "pangkat");
	struct kalk_why_table *table = why_table(why, "Daftar pangkat PNS", "Golongan dan pangkat");
	int count;
	const struct choice *choices = kalk_choices_of(KALK_LIST_GOLONGAN, &count);

	why->tone = "info";
	if (pangkat.len == 0) {
		why->headline = SAY(why->mem, "PPPK: tidak mempunyai pangkat");
		why->table_count--;
		why_say(why, BASIS_KESEPAKATAN, "PP 49/2018",
			"PPPK mempunyai golongan tanpa pangkat, dari I sampai golongan ke-%d. Di formulir, kolom pangkat diisi tanda - atau golongannya.",
			why_value(why, "pppk_golongan_most"));
		return;
	}
	why_say(why, BASIS_KESEPAKATAN, "Daftar pangkat PNS", "Golongan %.*s adalah pangkat %.*s.",
		STR_ARG(golongan), STR_ARG(pangkat));
	for (int i = 0; i < count; i++)
		if (str_has(choices[i].key, "/"))
			why_line(table, choices[i].label)->is_marked =
				str_equal(choices[i].key, golongan);
}

/* The ladder as the values in force on the day have it. */
static void ladder_table(struct kalk_why *why)
{
	static const struct {
		struct str key;
		const char *value;
	} steps[] = {
		{STR("none"), NULL},
		{STR("teguran_lisan"), "disiplin_teguran_lisan"},
		{STR("teguran_tertulis"), "disiplin_teguran_tertulis"},
		{STR("pernyataan_tidak_puas"), "disiplin_pernyataan_tidak_puas"},
		{STR("potong_tukin_25_6b"), "disiplin_potong_6b"},
		{STR("potong_tukin_25_9b"), "disiplin_potong_9b"},
		{STR("potong_tukin_25_12b"), "disiplin_potong_12b"},
		{STR("turun_jabatan_12b"), "disiplin_turun_jabatan"},
		{STR("bebas_jabatan_12b"), "disiplin_bebas_jabatan"},
		{STR("pdhtaps"), "disiplin_pdhtaps"},
	};
	const int count = sizeof steps / sizeof steps[0];
	struct kalk_why_table *table = why_table(why, "Tangga hukuman", "Hukuman|Hari setahun");

	for (int i = 0; i < count; i++) {
		struct kalk_line *line = why_line(
			table, say(why->mem, kalk_choice_label(KALK_LIST_HUKUMAN, steps[i].key)));
		int from = steps[i].value ? why_value(why, steps[i].value) : 0;
		int to = i + 1 < count ? why_value(why, steps[i + 1].value) - 1 : 0;
		line->cells[1] = i + 1 == count ? say_format(why->mem, "%d atau lebih", from)
				 : from == to	? str_format(why->mem, "%d", from)
						: say_format(why->mem, "%d sampai %d", from, to);
		line->is_marked =
			str_equal(steps[i].key, kalk_answer_text(&why->answer, "hukuman"));
	}
}

/* Which step the days reach, or that the run overrides them. */
static void say_ladder(struct kalk_why *why, int64_t days, int64_t run)
{
	int most = why_value(why, "disiplin_berturut");
	struct str hukuman =
		say(why->mem, kalk_choice_label(KALK_LIST_HUKUMAN,
						kalk_answer_text(&why->answer, "hukuman")));

	why->tone = str_is(kalk_answer_text(&why->answer, "hukuman"), "none") ? "ok" : "bad";
	if (kalk_answer_is(&why->answer, "stop_gaji"))
		why_say(why, BASIS_TERTULIS, PP_DISIPLIN " pasal 15 ayat (2)",
			"%lld hari kerja berturut-turut, sudah mencapai %d hari. Diusulkan pemberhentian, dan gaji dihentikan mulai bulan berikutnya. Aturan ini mengalahkan tangga di bawah.",
			(long long)run, most);
	else
		why_say(why, BASIS_TERTULIS, PP_DISIPLIN " pasal 9 sampai 11",
			"%lld hari kumulatif dalam setahun berada di anak tangga \"%.*s\".",
			(long long)days, STR_ARG(hukuman));
	if (!kalk_answer_is(&why->answer, "stop_gaji") && run > 0)
		why_say(why, BASIS_TERTULIS, PP_DISIPLIN " pasal 15 ayat (2)",
			"%lld hari berturut-turut belum mencapai %d hari, jadi yang dipakai jumlah setahun.",
			(long long)run, most);
	why_say(why, BASIS_KESEPAKATAN, PP_DISIPLIN,
		"Yang dihitung hari kerja tanpa alasan yang sah%s.",
		why_value(why, "disiplin_per_tahun")
			? SAY(why->mem, "; hitungan mulai lagi dari 0 setiap 1 Januari").at
			: "");
}

static void say_proposal(struct kalk_why *why)
{
	why_say(why, BASIS_TERTULIS, PP_DISIPLIN,
		"Ini usul. Hukuman diputuskan pejabat yang berwenang sesudah pemanggilan dan pemeriksaan.");
	ladder_table(why);
}

void why_disiplin(struct kalk_why *why)
{
	say_ladder(why, calc_int(&why->calc, "hari", 0, 366),
		   calc_int(&why->calc, "berturut", 0, 366));
	say_proposal(why);
}

void why_alpa(struct kalk_why *why)
{
	say_ladder(why, kalk_answer_int(&why->answer, "hari"),
		   kalk_answer_int(&why->answer, "berturut"));
	why_say(why, BASIS_BAWAAN, BY_US,
		"Sabtu, Minggu, dan hari libur tidak dihitung sebagai hari tidak masuk%s.",
		why_value(why, "disiplin_libur_memutus")
			? SAY(why->mem, ", dan memutus yang berturut-turut").at
			: SAY(why->mem, ", dan tidak memutus yang berturut-turut").at);
	if (kalk_answer_is(&why->answer, "tanda_perilaku"))
		why_say(why, BASIS_BAWAAN, BY_US,
			"Hukuman seberat ini menjadi pertimbangan penilai saat memberi rating perilaku. Ratingnya tidak berubah sendiri.");
	say_proposal(why);
}

void why_waktu_hilang(struct kalk_why *why)
{
	bool counts = kalk_answer_is(&why->answer, "berlaku");
	int64_t days = kalk_answer_int(&why->answer, "hari");

	why->tone = "info";
	why->headline =
		counts ? say_format(why->mem, "Dihitung %lld hari tidak masuk", (long long)days)
		       : SAY(why->mem, "Tidak dihitung sebagai hari tidak masuk");
	why_say(why, BASIS_BAWAAN, "Aturan instansi; peraturan menyerahkannya kepada instansi",
		counts ? "Instansi menetapkan bahwa waktu yang hilang dihitung menjadi hari tidak masuk."
		       : "Waktu yang hilang hanya dihitung menjadi hari tidak masuk bila instansi menetapkannya, dan itu belum ditetapkan.");
	why_say(why, BASIS_BAWAAN, "Aturan instansi; peraturan menyerahkannya kepada instansi",
		"%lld menit ditambah %lld kali lupa merekam × %d menit, dibagi %d menit sehari, dibulatkan ke bawah: %lld hari.",
		(long long)calc_int(&why->calc, "menit", 0, INT64_MAX),
		(long long)calc_int_or(&why->calc, "lupa_tap", INT32_MAX, 0),
		why_value(why, "missing_tap_minutes"), why_value(why, "lost_time_minutes_per_day"),
		(long long)days);
}

/* "2 x 1 = 2" for what is counted by the piece. */
static void piece_line(struct kalk_why *why, struct kalk_why_table *table, const char *name,
		       int64_t count, int64_t points)
{
	struct kalk_line *line = why_line(table, str_from(name));

	line->cells[1] = kalk_number_group(why->mem, count);
	line->cells[2] = hundredths(why, points);
	line->cells[3] = hundredths(why, count * points);
}

static int band_of(const struct kalk_why *why, int minutes)
{
	static const char *const edges[] = {"pita_1_minutes", "pita_2_minutes", "pita_3_minutes"};
	static const char *const points[] = {"pita_1_points", "pita_2_points", "pita_3_points"};

	if (minutes == 0)
		return 0;
	for (int i = 0; i < 3; i++)
		if (minutes <= why_value(why, edges[i]))
			return why_value(why, points[i]);
	return why_value(why, "pita_4_points");
}

/* Lateness or leaving early, by the minute, by whole hours or by bands. */
static void time_lines(struct kalk_why *why, struct kalk_why_table *table, const char *key,
		       const char *name, struct str profil)
{
	const char *start =
		str_cstr(why->mem, str_format(why->mem, "profil_%.*s", STR_ARG(profil)));
	int minutes[CALC_LIST_MAX], count = calc_int_list(&why->calc, key, INT32_MAX, minutes);
	int64_t total = 0;

	bool is_flexible =
		str_is(profil, "kemnaker_2024") && str_is(str_from(key), "terlambat_menit");
	int flexi = is_flexible ? why_value(why, "tpp_kemnaker_flexi_menit") : 0;

	for (int i = 0; i < count; i++) {
		total += minutes[i] > flexi ? minutes[i] : 0;
		if (why_value_of(why, start, STR("_banded")) && minutes[i])
			piece_line(why, table,
				   str_cstr(why->mem,
					    say_format(why->mem, "%s %d menit", name, minutes[i])),
				   1, band_of(why, minutes[i]));
	}
	int minute = why_value_of(why, start, STR("_minute")),
	    hour = why_value_of(why, start, STR("_hour"));
	if (minute)
		piece_line(why, table, str_cstr(why->mem, say_format(why->mem, "Menit %s", name)),
			   total, minute);
	if (hour && str_is(str_from(key), "terlambat_menit"))
		piece_line(why, table, "Jam penuh terlambat", total / 60, hour);
}

/* What the profile counts by the piece; what it does not know is shown only when it was given. */
static void piece_lines(struct kalk_why *why, struct kalk_why_table *table, const char *start)
{
	static const struct {
		const char *key, *name, *rate;
		int most;
		bool is_always;
	} pieces[] = {
		{"lupa_tap", "Lupa merekam kehadiran", "_tap", 62, true},
		{"alpa", "Tidak masuk tanpa alasan", "_absent", 31, true},
		{"apel", "Tidak ikut upacara", "_ceremony", 31, true},
		{"izin", "Tidak masuk dengan izin", "_permitted", 31, false},
		{"melahirkan", "Cuti melahirkan", "_maternity", 31, false},
	};
	int holiday = why_value_of(why, start, STR("_after_holiday"));

	for (size_t i = 0; i < sizeof pieces / sizeof pieces[0]; i++) {
		int64_t count = calc_int_or(&why->calc, pieces[i].key, pieces[i].most, 0);
		if (pieces[i].is_always || count > 0)
			piece_line(why, table, pieces[i].name, count,
				   why_value_of(why, start, str_from(pieces[i].rate)));
	}
	if (calc_flag(&why->calc, "alpa_usai_libur"))
		piece_line(why, table, "Tidak masuk sesudah libur panjang", 1, 10000 * holiday);
}

static void say_flexi(struct kalk_why *why)
{
	int flexi = why_value(why, "tpp_kemnaker_flexi_menit");

	if (flexi)
		why_say(why, BASIS_BAWAAN, "Permenaker 15/2024; instansi menetapkan batasnya",
			"Terlambat sampai %d menit sehari adalah waktu lentur dan tidak dipotong; yang lebih lama dihitung seluruhnya.",
			flexi);
	else
		why_say(why, BASIS_BAWAAN, "Permenaker 15/2024; instansi menetapkan batasnya",
			"Peraturan ini menyebut terlambat sampai 60 menit sebagai waktu lentur, tetapi tidak jelas apakah menit itu bebas. Selama instansi belum menetapkannya, setiap menit dihitung.");
}

void why_tpp(struct kalk_why *why)
{
	struct str asked = calc_text(&why->calc, "profil");
	struct str profil =
		asked.len ? asked : attendance_profile_key(attendance_profile_of(&why->calc.law));
	const char *start =
		str_cstr(why->mem, str_format(why->mem, "profil_%.*s", STR_ARG(profil)));
	int64_t allowance = calc_int(&why->calc, "tunjangan", 0, INT64_MAX);
	int weight = why_value_of(why, start, STR("_weight"));
	struct str persen = kalk_number_comma(why->mem, kalk_answer_text(&why->answer, "persen"));
	struct kalk_why_table *table =
		why_table(why, "Butir potongan", "Butir|Banyaknya|Persen tiap butir|Jumlah persen");

	why->tone = "info";
	why->headline = say_format(
		why->mem, "Dipotong %.*s",
		STR_ARG(kalk_number_rupiah(why->mem, kalk_answer_int(&why->answer, "potongan"))));
	time_lines(why, table, "terlambat_menit", "terlambat", profil);
	time_lines(why, table, "pulang_cepat_menit", "pulang cepat", profil);
	piece_lines(why, table, start);
	why_say(why, BASIS_BAWAAN, "Aturan instansi; peraturan menyerahkannya kepada instansi",
		"Dipakai aturan potongan %.*s%s.",
		STR_ARG(say(why->mem, kalk_choice_label(KALK_LIST_PROFIL, profil))),
		asked.len ? "" : SAY(why->mem, ", bawaan instansi karena tidak dipilih").at);
	why_say(why, BASIS_BAWAAN, BY_US,
		"Persen semua butir dijumlahkan menjadi %.*s%%, paling banyak %.*s%%.",
		STR_ARG(persen), STR_ARG(hundredths(why, why_value(why, "potongan_most"))));
	if (str_is(profil, "kemnaker_2024"))
		say_flexi(why);
	why_say(why, BASIS_BAWAAN, "Aturan instansi; peraturan menyerahkannya kepada instansi",
		weight == 100
			? "Yang dipotong seluruh tunjangan, %d%%, yaitu %.*s. %.*s%% darinya, dibulatkan %s ke rupiah penuh, adalah %.*s."
			: "Yang dipotong hanya %d%% dari tunjangan, yaitu %.*s. %.*s%% darinya, dibulatkan %s ke rupiah penuh, adalah %.*s.",
		weight, STR_ARG(kalk_number_rupiah(why->mem, allowance * weight / 100)),
		STR_ARG(persen), why_rounding(why, "potongan_round"),
		STR_ARG(kalk_number_rupiah(why->mem, kalk_answer_int(&why->answer, "potongan"))));
}

void why_tpp_bulanan(struct kalk_why *why)
{
	static const struct value_rows percents = {"Bagian produktivitas menurut predikat",
						   "Predikat|Persen",
						   KALK_LIST_PREDIKAT,
						   "tpp_percent_",
						   "predikat",
						   true};
	struct str predikat = calc_text(&why->calc, "predikat");
	struct str poin = kalk_number_comma(why->mem, calc_text(&why->calc, "poin"));
	int share = why_value(why, "tpp_productivity_pct");
	int percent = why_value_of(why, "tpp_percent_", predikat);

	why->tone = "info";
	if (kalk_answer_is(&why->answer, "simulasi"))
		why_say(why, BASIS_TERTULIS, "PP 12/2019 pasal 58, Kepmendagri 900-4700/2020",
			"Ini simulasi: nomor dan tanggal peraturan kepala daerah tentang TPP dan persetujuan Menteri Dalam Negeri sebelumnya belum lengkap.");
	why_say(why, BASIS_KESEPAKATAN, "Kepmendagri 900-4700/2020",
		"TPP penuh %.*s: %d%% untuk produktivitas kerja dan %d%% untuk disiplin kerja.",
		STR_ARG(kalk_number_rupiah(why->mem, calc_int(&why->calc, "dasar", 0, INT64_MAX))),
		share, 100 - share);
	why_say(why, BASIS_BAWAAN, BY_US, "Predikat %.*s memberi %d%% dari bagian produktivitas.",
		STR_ARG(say(why->mem, kalk_choice_label(KALK_LIST_PREDIKAT, predikat))), percent);
	why_say(why, BASIS_BAWAAN, BY_US, "Bagian disiplin dikurangi potongan kehadiran %.*s%%.",
		STR_ARG(poin));
	if (calc_int_or(&why->calc, "hukuman", 1, 0) == 1)
		why_say(why, BASIS_TERTULIS, PP_DISIPLIN,
			"Selama hukuman disiplin sedang berjalan, hasilnya dipotong lagi %d%%.",
			why_value(why, "tpp_penalty_pct"));
	why_say(why, BASIS_BAWAAN, BY_US, "Dibulatkan %s ke rupiah penuh: %.*s.",
		why_rounding(why, "tpp_round"),
		STR_ARG(kalk_number_rupiah(why->mem, kalk_answer_int(&why->answer, "tpp"))));
	value_table(why, &percents);
}

/* Some digits of a number, counted from 1, and what they mean. */
struct digits {
	const char *name;
	size_t from, to;
	const char *what;
};

static void digits_table(struct kalk_why *why, struct str number, const struct digits *parts,
			 int count)
{
	struct kalk_why_table *table = why_table(why, "Isi nomor", "Angka ke-|Tertulis|Artinya");

	for (int i = 0; i < count; i++) {
		struct kalk_line *line = why_line(table, str_from(parts[i].name));
		line->cells[1] = str_slice(number, parts[i].from - 1, parts[i].to);
		line->cells[2] = str_from(parts[i].what);
	}
}

static void tone_of_number(struct kalk_why *why, const char *name)
{
	bool is_right = kalk_answer_is(&why->answer, "sah");

	why->headline = str_format(why->mem, is_right ? "%s sah" : "%s tidak sah", name);
	why->tone = is_right ? "ok" : "bad";
	if (!is_right)
		why_say(why, BASIS_TERTULIS, "Susunan nomor", "%.*s",
			STR_ARG(kalk_answer_text(&why->answer, "sebab")));
}

void why_nip(struct kalk_why *why)
{
	struct str number = str_digits(why->mem, calc_text(&why->calc, "nomor"));
	bool is_pppk = str_is(kalk_answer_text(&why->answer, "jenis"), "pppk");

	const struct digits parts[] = {
		{"1 sampai 8", 1, 8, "tanggal lahir: tahun, bulan, hari"},
		{"9 sampai 12", 9, 12, "tahun pengangkatan"},
		{"13 dan 14", 13, 14,
		 is_pppk ? "kode kontrak PPPK" : "bulan pengangkatan (01 sampai 12)"},
		{"15", 15, 15, "1 pria, 2 wanita"},
		{"16 sampai 18", 16, 18, "nomor urut, mulai 001"},
	};

	tone_of_number(why, is_pppk ? "Nomor induk PPPK" : "NIP");
	if (number.len == 18)
		digits_table(why, number, parts, 5);
	why_say(why, BASIS_TERTULIS, "Perka BKN 22/2007",
		"Nomor terdiri atas 18 angka. Tanggal lahirnya ada di kalender, pengangkatannya tidak di masa depan dan tidak sebelum usia %d tahun.",
		why_value(why, "nip_least_age"));
	why_say(why, BASIS_KESEPAKATAN, "Susunan nomor induk PPPK",
		"Angka 13 dan 14 membedakan: 01 sampai 12 bulan pengangkatan PNS, mulai %d kontrak PPPK.",
		why_value(why, "nip_first_contract_code"));
	if (kalk_answer_find(&why->answer, STR("peringatan")))
		why_say(why, BASIS_KESEPAKATAN, "Perka BKN 22/2007",
			"PNS umumnya diangkat paling lambat pada usia %d tahun; peraturan mengenal pengecualian, jadi nomor ini tetap sah.",
			why_value(why, "nip_usual_age"));
	why_say(why, BASIS_BAWAAN, "Cara kerja Abdi",
		"Yang diperiksa hanya susunannya. Apakah nomor itu terdaftar, hanya BKN yang tahu.");
}

void why_nik(struct kalk_why *why)
{
	struct str number = str_digits(why->mem, calc_text(&why->calc, "nomor"));

	static const struct digits parts[] = {
		{"1 dan 2", 1, 2, "provinsi saat pertama didaftar"},
		{"3 dan 4", 3, 4, "kabupaten atau kota"},
		{"5 dan 6", 5, 6, "kecamatan"},
		{"7 sampai 12", 7, 12,
		 "tanggal lahir: hari, bulan, tahun; hari perempuan ditambah 40"},
		{"13 sampai 16", 13, 16, "nomor urut, mulai 0001"},
	};

	tone_of_number(why, "NIK");
	if (number.len == 16)
		digits_table(why, number, parts, 5);
	why_say(why, BASIS_KESEPAKATAN, "Susunan NIK",
		"Nomor terdiri atas 16 angka. Tempatnya adalah tempat pertama didaftar, bukan alamat sekarang; NIK tidak berubah bila pindah.");
	why_say(why, BASIS_KESEPAKATAN, "Susunan NIK",
		"Tahun lahir hanya dua angka: dibaca 20.. bila tidak lebih dari %d tahun sesudah tahun ini, selain itu 19...",
		why_value(why, "nik_century_ahead"));
	why_say(why, BASIS_BAWAAN, "Cara kerja Abdi",
		"Yang diperiksa hanya susunannya. Ini bukan bukti identitas.");
}
