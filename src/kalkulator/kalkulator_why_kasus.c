/* SPDX-License-Identifier: Apache-2.0 */
/* Why: dates of a person's career, working hours, talent and training. The rule first, then the
   case in hand walked through in plain words. */
#include "kalkulator/kalkulator_why.h"
#include "base/say.h"
#include "law/calculator_input.h"
#include "law/talent.h"

#define BY_US SAID("Cara hitung Abdi; instansi dapat mengubahnya")

static const char *yes_or(bool is_so, const char *yes, const char *no)
{
	return is_so ? yes : no;
}

void why_tenggat(struct kalk_why *why)
{
	struct calendar calendar = why_calendar(why);
	struct str jenis = calc_text(&why->calc, "jenis");
	struct date from = calc_date(&why->calc, "mulai");
	struct str due = why_day(why, "batas");

	why_rule(why);
	if (str_is(jenis, "skp")) {
		why_say(why, BASIS_KESEPAKATAN, "PP 30/2019 dan PermenPANRB 6/2022",
			"SKP tahun %d ditetapkan pada tahun itu juga: paling lambat %.*s.",
			from.year, STR_ARG(due));
	} else if (str_is(jenis, "evaluasi")) {
		why_say(why, BASIS_KESEPAKATAN, "PP 30/2019 dan PermenPANRB 6/2022",
			"Evaluasi tahun %d selesai pada tahun berikutnya: paling lambat %.*s.",
			from.year, STR_ARG(due));
	} else if (str_is(jenis, "putusan_keberatan")) {
		why_say(why, BASIS_BAWAAN, BY_US,
			"Keberatan diajukan pada %.*s. Putusannya paling lambat %d hari kalender kemudian: %.*s.",
			STR_ARG(why_given_day(why, "mulai")),
			why_value(why, "objection_decision_days"), STR_ARG(due));
	} else {
		bool is_summons = str_is(jenis, "panggilan");
		why_walk(why, is_summons ? "Pemeriksaan paling cepat" : "SKP di jabatan baru",
			 &calendar, from,
			 why_value(why,
				   is_summons ? "disiplin_panggilan_wd" : "new_post_working_days"));
		why_counting(why);
	}
}

void why_masa_jabatan(struct kalk_why *why)
{
	int64_t days = calc_int_or(&why->calc, "hari_kerja", 366, 0);
	int64_t leave = calc_int_or(&why->calc, "hari_cuti", 366, 0);

	why_rule(why);
	why_say(why, BASIS_BAWAAN, BY_US,
		"Dari %.*s sampai %.*s ada %lld bulan penuh; paling sedikit %d bulan penuh untuk dievaluasi tersendiri. Maka masa ini %s.",
		STR_ARG(why_given_day(why, "mulai")), STR_ARG(why_given_day(why, "selesai")),
		(long long)kalk_answer_int(&why->answer, "bulan_penuh"),
		why_value(why, "separate_period_months"),
		yes_or(kalk_answer_is(&why->answer, "evaluasi_tersendiri"),
		       SAY(why->mem, "dievaluasi tersendiri").at,
		       SAY(why->mem, "digabung dengan masa di sebelahnya").at));
	why_say(why, BASIS_BAWAAN, BY_US,
		"Sebulan milik jabatan yang diduduki pada tanggal %d bulan itu: untuk angka kredit dihitung %lld bulan.",
		why_value(why, "ak_month_day"),
		(long long)kalk_answer_int(&why->answer, "bulan_dihitung"));
	if (days || leave)
		why_say(why, BASIS_BAWAAN, BY_US,
			"Cuti yang sah %lld dari %lld hari kerja; lebih dari %d%% berarti tidak dinilai. Maka masa ini %s.",
			(long long)leave, (long long)days, why_value(why, "not_rated_absent_pct"),
			yes_or(kalk_answer_is(&why->answer, "dinilai"), SAY(why->mem, "dinilai").at,
			       SAY(why->mem, "tidak dinilai").at));
}

void why_jam_kerja(struct kalk_why *why)
{
	int64_t minutes = kalk_answer_int(&why->answer, "menit");

	why_rule(why);
	if (minutes == 0)
		why_say(why, BASIS_KESEPAKATAN, BY_US,
			"%.*s bukan hari kerja, jadi tidak ada jam kerjanya.",
			STR_ARG(why_given_day(why, "tanggal")));
	else
		why_say(why, BASIS_TERTULIS, "Perpres 21/2023",
			"%.*s%s: masuk pukul %.*s, pulang pukul %.*s, istirahat %lld menit. Jam kerja bersihnya %lld menit, yaitu %lld jam %lld menit.",
			STR_ARG(why_given_day(why, "tanggal")),
			yes_or(calc_flag(&why->calc, "ramadan"),
			       SAY(why->mem, ", bulan Ramadan").at, ""),
			STR_ARG(kalk_answer_text(&why->answer, "masuk")),
			STR_ARG(kalk_answer_text(&why->answer, "pulang")),
			(long long)kalk_answer_int(&why->answer, "istirahat"), (long long)minutes,
			(long long)minutes / 60, (long long)minutes % 60);
}

void why_terlambat(struct kalk_why *why)
{
	int64_t tolerance =
		calc_int_or(&why->calc, "toleransi", 120, why_value(why, "late_tolerance_min"));
	int64_t late = kalk_answer_int(&why->answer, "menit");

	why_rule(why);
	why_say(why, BASIS_BAWAAN, BY_US,
		"Jam masuk %.*s, toleransi %lld menit, merekam kehadiran pukul %.*s. Detiknya dibulatkan %s ke menit penuh: %s %lld menit.",
		STR_ARG(calc_text(&why->calc, "mulai")), (long long)tolerance,
		STR_ARG(calc_text(&why->calc, "tap")), why_rounding(why, "late_seconds_round"),
		yes_or(late > 0, SAY(why->mem, "terlambat").at,
		       SAY(why->mem, "tidak terlambat, yaitu").at),
		(long long)late);
}

/* A birthday on which an age is reached, seen from the day asked. */
static void say_birthday(struct kalk_why *why, int age, struct date reached)
{
	struct date today = calc_has(&why->calc, "hari_ini") ? calc_date(&why->calc, "hari_ini")
							     : why->calc.today;

	why_say(why, BASIS_KESEPAKATAN, BY_US,
		"Lahir %.*s, jadi usia %d tahun dicapai pada %.*s. Pada %.*s usia itu %s.",
		STR_ARG(why_given_day(why, "lahir")), age,
		STR_ARG(kalk_number_day(why->mem, reached)),
		STR_ARG(kalk_number_day(why->mem, today)),
		yes_or(date_compare(reached, today) <= 0, SAY(why->mem, "sudah dicapai").at,
		       SAY(why->mem, "belum dicapai").at));
}

void why_lansia(struct kalk_why *why)
{
	int age = why_value(why, "queue_elderly_age");

	why_rule(why);
	say_birthday(why, age, date_add_months(calc_date(&why->calc, "lahir"), 12 * age));
}

void why_pensiun(struct kalk_why *why)
{
	struct date reached;

	why_rule(why);
	why_say(why, BASIS_KESEPAKATAN, "Batas usia pensiun menurut jabatan",
		"Batas usia jabatan \"%.*s\" adalah %lld tahun.",
		STR_ARG(say(why->mem, kalk_choice_label(KALK_LIST_JABATAN_ASN,
							calc_text(&why->calc, "jabatan")))),
		(long long)kalk_answer_int(&why->answer, "usia"));
	if (date_parse(kalk_answer_text(&why->answer, "tercapai"), &reached))
		say_birthday(why, (int)kalk_answer_int(&why->answer, "usia"), reached);
}

void why_kontrak(struct kalk_why *why)
{
	bool is_part_time = str_is(calc_text(&why->calc, "jenis"), "pppk_paruh_waktu");
	long long months = (long long)kalk_answer_int(&why->answer, "periode");

	why_rule(why);
	if (!is_part_time) {
		why_say(why, BASIS_TERTULIS, "KepmenPANRB 16/2025",
			"Aturan triwulanan berlaku bagi PPPK paruh waktu. PPPK yang lain dievaluasi menurut periode instansinya: setiap %lld bulan.",
			months);
		return;
	}
	why_say(why, BASIS_TERTULIS, "KepmenPANRB 16/2025",
		"PPPK paruh waktu dievaluasi paling jarang setiap %d bulan, apa pun pilihan instansinya: di sini setiap %lld bulan. Dari %lld periode kontraknya yang sudah berakhir, %lld sudah dievaluasi.",
		why_value(why, "paruh_waktu_periode_bulan"), months,
		(long long)kalk_answer_int(&why->answer, "jatuh"),
		(long long)kalk_answer_int(&why->answer, "dinilai"));
	why_say(why, BASIS_KESEPAKATAN, "Sebelum kontrak berakhir",
		"Bila evaluasinya belum lengkap, itu ditampilkan kepada penilai dan pengelola kepegawaian sejak %d hari kalender sebelum %.*s: %.*s. Hasil evaluasi menjadi pertimbangan perpanjangan kontrak.",
		why_value(why, "paruh_waktu_ingat_hari"), STR_ARG(why_given_day(why, "selesai")),
		STR_ARG(why_day(why, "sejak")));
}

void why_kebocoran(struct kalk_why *why)
{
	why_rule(why);
	why_say(why, BASIS_TERTULIS, "UU 27/2022 pasal 46",
		"Dihitung %d jam berturut-turut sejak diketahui; malam, Sabtu, Minggu, dan hari libur ikut dihitung. Yang diberi tahu: orang yang datanya terbuka dan %.*s.",
		why_value(why, "breach_notice_hours"),
		STR_ARG(say(why->mem,
			    kalk_choice_label(KALK_LIST_LEMBAGA_PDP,
					      kalk_answer_text(&why->answer, "lembaga")))));
}

/* The regulation as it reads on the day asked (TAL-01). */
static const char *talent_law(const struct kalk_why *why)
{
	return talent_is_amended(&why->calc.law)
		       ? SAID("PermenPANRB 3/2020, diubah dengan PermenPANRB 20/2025 yang isinya belum dibaca")
		       : SAID("PermenPANRB 3/2020");
}

void why_kelompok_talenta(struct kalk_why *why)
{
	int years = why_value(why, "talenta_valid_years");
	struct date ends = date_add_months(calc_date(&why->calc, "dinilai"), 12 * years);

	why_rule(why);
	why_say(why, BASIS_BAWAAN, BY_US,
		"Potensi dinilai pada %.*s dan hasilnya berlaku %d tahun, sampai sebelum %.*s. Pada %.*s penilaian itu %s.",
		STR_ARG(why_given_day(why, "dinilai")), years,
		STR_ARG(kalk_number_day(why->mem, ends)), STR_ARG(why_given_day(why, "hari_ini")),
		yes_or(kalk_answer_is(&why->answer, "berlaku"), SAY(why->mem, "masih berlaku").at,
		       SAY(why->mem, "tidak berlaku lagi").at));
	why_say(why, BASIS_KESEPAKATAN, talent_law(why),
		"Kelompok talenta mulai kotak %d. Kotak %lld %s.",
		why_value(why, "talenta_pool_box"), (long long)calc_int(&why->calc, "kotak", 1, 9),
		yes_or(kalk_answer_is(&why->answer, "kelompok"), SAY(why->mem, "masuk").at,
		       SAY(why->mem, "tidak masuk").at));
}

void why_jp(struct kalk_why *why)
{
	bool is_pns = str_is(calc_text(&why->calc, "jenis"), "pns");
	int64_t minutes = calc_int_or(&why->calc, "menit", 527040, 0);
	int64_t jp = kalk_answer_int(&why->answer, "jp");

	why_rule(why);
	if (minutes)
		why_say(why, BASIS_KESEPAKATAN, "Satu jam pelajaran",
			"%lld menit dibagi %d menit, dibulatkan ke bawah, ditambahkan menjadi jumlah %lld JP.",
			(long long)minutes, why_value(why, "jp_minutes"), (long long)jp);
	if (is_pns)
		why_say(why, BASIS_TERTULIS, "PP 11/2017 pasal 203",
			"PNS paling sedikit %d JP setahun. Tercatat %lld JP: kurang %lld JP.",
			why_value(why, "jp_minimum_pns"), (long long)jp,
			(long long)kalk_answer_int(&why->answer, "kurang"));
	else
		why_say(why, BASIS_KESEPAKATAN, "PP 49/2018",
			"Bagi PPPK %d JP setahun adalah batas atas, jadi tidak ada kekurangan yang dihitung. Tercatat %lld JP: lebih %lld JP. Kelebihan hanya catatan, bukan kesalahan.",
			why_value(why, "jp_maximum_pppk"), (long long)jp,
			(long long)kalk_answer_int(&why->answer, "lebih"));
}

void why_kesesuaian(struct kalk_why *why)
{
	int required[CALC_LIST_MAX], assessed[CALC_LIST_MAX], needed = 0, met = 0;
	int most = why_value(why, "match_level_most");
	int count = calc_int_list(&why->calc, "butuh", most, required);
	struct kalk_why_table *table;

	(void)calc_int_list(&why->calc, "dinilai", most, assessed);
	why_rule(why);
	table = why_table(why, "Tiap kompetensi", "Kompetensi|Butuh|Punya|Kurang");
	for (int i = 0; i < count; i++) {
		int counted = assessed[i] < required[i] ? assessed[i] : required[i];
		struct kalk_line *line = why_line(table, say_format(why->mem, "ke-%d", i + 1));
		const int numbers[] = {required[i], assessed[i], required[i] - counted};
		for (int cell = 0; cell < 3; cell++)
			line->cells[cell + 1] = kalk_number_group(why->mem, numbers[cell]);
		needed += required[i];
		met += counted;
	}
	why_say(why, BASIS_TERTULIS, "Peraturan BRIN 3/2023 pasal 33",
		"Tingkat yang terpenuhi %d dari %d yang dibutuhkan adalah %.*s%%. Optimal mulai %d%%, cukup optimal mulai %d%%: di sini %.*s.",
		met, needed,
		STR_ARG(kalk_number_comma(why->mem, kalk_answer_text(&why->answer, "persen"))),
		why_value(why, "match_optimal_pct"), why_value(why, "match_enough_pct"),
		STR_ARG(say(why->mem,
			    kalk_choice_label(KALK_LIST_KESESUAIAN,
					      kalk_answer_text(&why->answer, "kesesuaian")))));
}

void why_integrasi(struct kalk_why *why)
{
	struct str golongan = calc_text(&why->calc, "golongan");
	struct str key = str_lower(why->mem, golongan), ruang;
	struct str tingkat = str_cut(key, '/', &ruang);
	int base =
		why_value_of(why, "ak_dasar_",
			     str_format(why->mem, "%.*s_%.*s", STR_ARG(tingkat), STR_ARG(ruang)));

	why_rule(why);
	why_say(why, BASIS_TERTULIS, "PerBKN 3/2023",
		"Nilai dasar golongan %.*s adalah %.*s. %.*s dikurangi %.*s, paling sedikit 0, adalah %.*s.",
		STR_ARG(golongan), STR_ARG(say_hundredths(why->mem, base)),
		STR_ARG(kalk_number_comma(why->mem, calc_text(&why->calc, "konvensional"))),
		STR_ARG(say_hundredths(why->mem, base)),
		STR_ARG(kalk_number_comma(why->mem,
					  kalk_answer_text(&why->answer, "angka_kredit"))));
}

/* What is done with people in a box, by its number (TAL-01). */
static const char *box_advice(int64_t box)
{
	static const char *const advice[] = {
		"Diproses sesuai ketentuan.",
		"Bimbingan kinerja, pengembangan kompetensi, penempatan yang sesuai.",
		"Bimbingan dan konseling kinerja, pengembangan kompetensi, penempatan yang sesuai.",
		"Rotasi, pengembangan kompetensi.",
		"Penempatan yang sesuai, bimbingan kinerja, pengembangan kompetensi.",
		"Penempatan yang sesuai, bimbingan dan konseling kinerja.",
		"Dipertahankan, kelompok rencana suksesi, rotasi atau pengayaan jabatan, pengembangan kompetensi, tugas belajar.",
		"Dipertahankan, kelompok rencana suksesi instansi, rotasi atau perluasan jabatan, bimbingan kinerja.",
		"Dipromosikan dan dipertahankan, kelompok rencana suksesi instansi atau nasional, penghargaan.",
	};

	return box >= 1 && box <= 9 ? advice[box - 1] : "";
}

static int box_of(struct kalk_why *why, struct str predikat, struct str potensi)
{
	const struct calculator_input changed[] = {{STR("predikat"), predikat},
						   {STR("potensi"), potensi}};
	struct kalk_answer answer = why_ask(why, changed, 2);
	return (int)kalk_answer_int(&answer, "kotak");
}

void why_talenta(struct kalk_why *why)
{
	static const struct {
		struct str name, predikat;
	} rows[] = {{STR(SAID("Kinerja di atas (Sangat Baik)")), STR("sangat_baik")},
		    {STR(SAID("Kinerja sesuai (Baik)")), STR("baik")},
		    {STR(SAID("Kinerja di bawah")), STR("kurang")}};
	static const struct str columns[] = {STR("rendah"), STR("menengah"), STR("tinggi")};
	struct str predikat = calc_text(&why->calc, "predikat");
	struct str potensi = calc_text(&why->calc, "potensi");
	int64_t box = kalk_answer_int(&why->answer, "kotak");
	struct kalk_why_table *table =
		why_table(why, "Kotak sembilan: baris kinerja, kolom potensi",
			  "Kinerja|Potensi rendah|Potensi menengah|Potensi tinggi");

	table->is_grid = true;
	for (int i = 0; i < 3; i++) {
		struct kalk_line *line = why_line(table, rows[i].name);
		bool is_row =
			str_equal(rows[i].predikat, predikat) ||
			(i == 2 && !str_is(predikat, "sangat_baik") && !str_is(predikat, "baik"));
		for (int j = 0; j < 3; j++) {
			int number = box_of(why, rows[i].predikat, columns[j]);
			line->cells[j + 1] = str_format(why->mem, "%d", number);
			line->tones[j + 1] = number >= 7 ? "r2" : number >= 4 ? "r3" : "r4";
			if (is_row && str_equal(columns[j], potensi))
				line->marked = j + 1;
		}
	}
	why->tone = box >= 7 ? "ok" : box >= 4 ? "wait" : "bad";
	why->headline = say_format(why->mem, "Kotak %lld", (long long)box);
	why_say(why, BASIS_TERTULIS, talent_law(why),
		"Predikat %.*s dan potensi %.*s bertemu di kotak %lld.",
		STR_ARG(say(why->mem, kalk_choice_label(KALK_LIST_PREDIKAT, predikat))),
		STR_ARG(potensi), (long long)box);
	why_say(why, BASIS_TERTULIS, talent_law(why),
		"Sangat Baik dibaca sebagai kinerja di atas, Baik sesuai, dan yang lain di bawah ekspektasi.");
	why_say(why, BASIS_TERTULIS, talent_law(why), "Yang disarankan: %s", box_advice(box));
}

void why_naik_pangkat(struct kalk_why *why)
{
	why_rule(why);
	why_say(why, BASIS_TERTULIS, "PerBKN 2/2025 dan PerBKN 4/2025",
		kalk_answer_is(&why->answer, "atasan_membatasi")
			? "Diusulkan pada %.*s, sebelum 20 Mei 2025: pangkat atasan langsung masih membatasi. Setahun ada %d periode."
			: "Diusulkan pada %.*s: pangkat atasan langsung tidak membatasi; batasnya pangkat tertinggi menurut pendidikan. Setahun ada %d periode.",
		STR_ARG(why_given_day(why, "diusulkan")), why_value(why, "pangkat_periode"));
	why_say(why, BASIS_KESEPAKATAN, BY_US,
		"Dalam pangkat terakhir sejak %.*s, paling sedikit %d tahun. Paling cepat berlaku pada %.*s.",
		STR_ARG(why_given_day(why, "sejak")), why_value(why, "pangkat_tahun"),
		STR_ARG(why_day(why, "berlaku")));
}

void why_kerja_fleksibel(struct kalk_why *why)
{
	why_rule(why);
	why_say(why, BASIS_TERTULIS, "PermenPANRB 4/2025",
		"Paling banyak dalam satu minggu %lld hari kerja; batasnya %d. Ini bukan hak pegawai: instansi menetapkan syaratnya, atasan menyetujui harinya, dan pelayanan tidak boleh berkurang.",
		(long long)kalk_answer_int(&why->answer, "terbanyak"),
		why_value(why, "fleksibel_lokasi_most"));
}
