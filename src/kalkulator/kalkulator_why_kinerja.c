/* SPDX-License-Identifier: Apache-2.0 */
/* Why: ratings, predikat, year, distribution, appraisers and their dates. Each source as the
   rulebook names it. */
#include "kalkulator/kalkulator_why.h"
#include "base/say.h"
#include "law/predikat.h"
#include "law/rounding.h"

#define SE_DISTRIBUSI "SE MenPANRB 3/2023"
#define PERMEN_KINERJA "PermenPANRB 6/2022"
#define BY_US SAID("Cara hitung Abdi; instansi dapat mengubahnya")

static struct str rating_words(struct str key)
{
	return kalk_choice_label(KALK_LIST_RATING, key);
}

/* The cell and what it means; both ratings are keys. */
static void say_cell(struct kalk_why *why, struct str hasil, struct str perilaku)
{
	struct str predikat = kalk_answer_text(&why->answer, "predikat");

	why_grid(why, hasil, perilaku);
	why->tone = kalk_tone_of_predikat(predikat);
	why_say(why, BASIS_TERTULIS, PERMEN_KINERJA,
		"Hasil kerja \"%.*s\" dan perilaku kerja \"%.*s\" bertemu di kotak %.*s.",
		STR_ARG(rating_words(hasil)), STR_ARG(rating_words(perilaku)),
		STR_ARG(say(why->mem, kalk_choice_label(KALK_LIST_PREDIKAT, predikat))));
	if (str_is(perilaku, "di_bawah"))
		why_say(why, BASIS_TERTULIS, PERMEN_KINERJA,
			"Perilaku di bawah ekspektasi menahan predikat paling tinggi pada Kurang, sebaik apa pun hasil kerjanya.");
	else if (str_is(hasil, "di_bawah"))
		why_say(why, BASIS_TERTULIS, PERMEN_KINERJA,
			"Perilaku yang baik tidak dapat mengangkat hasil kerja di bawah ekspektasi lebih tinggi dari Butuh Perbaikan.");
	else if (!str_is(predikat, "sangat_baik"))
		why_say(why, BASIS_TERTULIS, PERMEN_KINERJA,
			"Sangat Baik hanya ada di satu kotak: hasil kerja dan perilaku sama-sama di atas ekspektasi.");
}

void why_predikat(struct kalk_why *why)
{
	say_cell(why, calc_text(&why->calc, "hasil"), calc_text(&why->calc, "perilaku"));
	why_say(why, BASIS_TERTULIS, PERMEN_KINERJA,
		"Tidak ada skor dan tidak ada bobot antara hasil kerja dan perilaku; predikat dibaca dari kotaknya.");
}

void why_pimpinan(struct kalk_why *why)
{
	struct str hasil = kalk_answer_text(&why->answer, "rating_hasil");
	struct str capaian = say(
		why->mem, kalk_choice_label(KALK_LIST_CAPAIAN, calc_text(&why->calc, "capaian")));

	why_say(why, BASIS_TERTULIS, SE_DISTRIBUSI,
		"Hasil kerja kepala unit adalah capaian unit yang dipimpinnya, jadi tidak dinilai tersendiri.");
	why_say(why, BASIS_BAWAAN, BY_US,
		"Capaian unit %.*s dibaca sebagai rating hasil kerja \"%.*s\", karena capaian mempunyai lima tingkat dan rating tiga.",
		STR_ARG(capaian), STR_ARG(rating_words(hasil)));
	say_cell(why, hasil, calc_text(&why->calc, "perilaku"));
}

static void say_advice(struct kalk_why *why)
{
	why_say(why, BASIS_TERTULIS, PERMEN_KINERJA,
		"Ini bantuan, bukan aturan: peraturannya tidak memuat hitungan atau bobot. Rating yang berlaku tetap keputusan pejabat penilai kinerja.");
}

static void tone_of_rating(struct kalk_why *why, const char *key)
{
	struct str rating = kalk_answer_text(&why->answer, key);

	why->tone = str_is(rating, "di_bawah") ? "bad" : "ok";
}

static void say_achievement(struct kalk_why *why)
{
	struct arena *mem = why->mem;
	struct str arah = calc_text(&why->calc, "arah");
	struct str realisasi = kalk_number_comma(mem, calc_text(&why->calc, "realisasi"));
	struct str high = kalk_number_comma(mem, calc_text(&why->calc, "target"));
	struct str got = kalk_number_comma(mem, kalk_answer_text(&why->answer, "capaian"));

	if (str_is(arah, "higher_better"))
		why_say(why, BASIS_BAWAAN, BY_US,
			"Makin tinggi makin baik: realisasi %.*s dibagi target %.*s, kali 100, adalah %.*s%%.",
			STR_ARG(realisasi), STR_ARG(high), STR_ARG(got));
	else if (str_is(arah, "lower_better"))
		why_say(why, BASIS_BAWAAN, BY_US,
			"Makin rendah makin baik: 2 dikurangi (realisasi %.*s dibagi target %.*s), kali 100, adalah %.*s%%. Tidak pernah kurang dari 0.",
			STR_ARG(realisasi), STR_ARG(high), STR_ARG(got));
	else
		why_say(why, BASIS_BAWAAN, BY_US,
			"Target berupa rentang sampai %.*s. Di dalam rentang capaian 100%%; di luarnya dibandingkan dengan batas yang terdekat. Realisasi %.*s memberi %.*s%%.",
			STR_ARG(high), STR_ARG(realisasi), STR_ARG(got));
}

static bool is_more_than(struct kalk_why *why, const char *key, int percent)
{
	struct ratio number;
	return ratio_parse(kalk_answer_text(&why->answer, key), &number) &&
	       ratio_compare(number, ratio_make(percent, 1)) > 0;
}

static void bands_table(struct kalk_why *why, int above, int meets)
{
	struct kalk_why_table *table = why_table(why, "Batas rating", "Rating|Capaian");
	const struct str ranges[] = {
		say_format(why->mem, "lebih dari %d%%", above),
		say_format(why->mem, "%d%% sampai %d%%", meets, above),
		say_format(why->mem, "kurang dari %d%%", meets),
	};
	int count;
	const struct choice *ratings = kalk_choices_of(KALK_LIST_RATING, &count);

	for (int i = 0; i < count; i++) {
		struct kalk_line *line = why_line(table, ratings[i].label);
		line->cells[1] = ranges[i];
		line->is_marked =
			str_equal(ratings[i].key, kalk_answer_text(&why->answer, "rating"));
	}
}

/* What is unlikely is asked about where it is entered, and holds the suggestion down. */
static void say_sense(struct kalk_why *why)
{
	why_say(why, BASIS_BAWAAN, BY_US,
		"Angka di bawah nol, dan pecahan dari yang dihitung utuh, ditolak. Yang ditanyakan lagi: persen di atas %d, lebih dari %d kali target, lebih dari %d kali rata-rata sedikitnya %d laporan atau %d periode sebelumnya, dan lebih dari %d jam dalam satu hari.",
		why_value(why, "angka_persen_most"), why_value(why, "angka_target_kali"),
		why_value(why, "angka_riwayat_kali"), why_value(why, "angka_riwayat_least"),
		why_value(why, "angka_periode_least"), why_value(why, "angka_jam_sehari"));
	if (!str_is(kalk_answer_text(&why->answer, "tanda"), "wajar"))
		why_say(why, BASIS_BAWAAN, BY_US,
			"Angka ini perlu diperiksa, jadi sarannya paling tinggi sesuai ekspektasi.");
}

void why_capaian(struct kalk_why *why)
{
	int above = why_value(why, "item_rating_above"),
	    meets = why_value(why, "item_rating_meets");
	bool has_evidence = calc_int_or(&why->calc, "bukti", 1, 1) == 1;

	tone_of_rating(why, "rating");
	say_achievement(why);
	why_say(why, BASIS_BAWAAN, BY_US,
		"Lebih dari %d%% disebut di atas ekspektasi, %d%% sampai %d%% sesuai, kurang dari %d%% di bawah. Tepat %d%% masih sesuai.",
		above, meets, above, meets, above);
	if (!has_evidence && why_value(why, "item_evidence_needed"))
		why_say(why, BASIS_BAWAAN, BY_US,
			is_more_than(why, "capaian", above)
				? "Tanpa bukti dukung, rating ditahan pada sesuai ekspektasi walau angkanya lebih tinggi."
				: "Tanpa bukti dukung, rating paling tinggi sesuai ekspektasi. Di sini itu tidak mengubah hasil.");
	say_sense(why);
	say_advice(why);
	bands_table(why, above, meets);
}

struct tally {
	int count, above, below, main_count, main_below;
	int blocking; /* what keeps a good majority at sesuai */
};

static void tally_table(struct kalk_why *why, const struct tally *tally, const char *caption)
{
	struct kalk_why_table *table = why_table(why, caption, "Rating|Jumlah|Dari");
	const int counts[RATING_COUNT] = {tally->above, tally->count - tally->above - tally->below,
					  tally->below};
	int listed;
	const struct choice *ratings = kalk_choices_of(KALK_LIST_RATING, &listed);

	for (int i = 0; i < RATING_COUNT; i++) {
		struct kalk_line *line = why_line(table, ratings[i].label);
		line->cells[1] = kalk_number_group(why->mem, counts[i]);
		line->cells[2] = kalk_number_group(why->mem, tally->count);
	}
	if (tally->main_count) {
		struct kalk_line *line = why_line(table, STR("Utama di bawah ekspektasi"));
		line->cells[1] = kalk_number_group(why->mem, tally->main_below);
		line->cells[2] = kalk_number_group(why->mem, tally->main_count);
	}
}

/* Which of the three steps answered; items: "hasil kerja" or "nilai". */
static void say_roll(struct kalk_why *why, const struct tally *tally, int percent,
		     const char *items)
{
	bool is_most_above = 100 * tally->above > percent * tally->count;

	if (100 * tally->below > percent * tally->count)
		why_say(why, BASIS_BAWAAN, BY_US,
			"%d dari %d %s di bawah ekspektasi, lebih dari %d%%. Maka ratingnya di bawah ekspektasi.",
			tally->below, tally->count, items, percent);
	else if (100 * tally->main_below > percent * tally->main_count)
		why_say(why, BASIS_BAWAAN, BY_US,
			"%d dari %d hasil kerja utama di bawah ekspektasi, lebih dari %d%%. Maka ratingnya di bawah ekspektasi.",
			tally->main_below, tally->main_count, percent);
	else if (is_most_above && tally->blocking == 0)
		why_say(why, BASIS_BAWAAN, BY_US,
			"%d dari %d %s di atas ekspektasi, lebih dari %d%%, dan tidak ada yang menahan. Maka ratingnya di atas ekspektasi.",
			tally->above, tally->count, items, percent);
	else if (is_most_above)
		why_say(why, BASIS_BAWAAN, BY_US,
			"%d dari %d %s di atas ekspektasi, lebih dari %d%%, tetapi %d %s di bawah. Maka ratingnya ditahan pada sesuai ekspektasi.",
			tally->above, tally->count, items, percent, tally->blocking,
			tally->main_count ? SAY(why->mem, "hasil kerja utama").at : items);
	else
		why_say(why, BASIS_BAWAAN, BY_US,
			"%d dari %d %s di atas ekspektasi dan %d di bawah; keduanya tidak lebih dari %d%%. Maka ratingnya sesuai ekspektasi.",
			tally->above, tally->count, items, tally->below, percent);
}

void why_gulung(struct kalk_why *why)
{
	struct str parts[CALC_LIST_MAX];
	struct tally tally = {.count = calc_list(&why->calc, "hasil", parts)};

	for (int i = 0; i < tally.count; i++) {
		struct str rating, jenis = str_cut(parts[i], ':', &rating);
		bool is_main = str_is(jenis, "utama"), is_below = str_is(rating, "di_bawah");
		tally.above += str_is(rating, "di_atas");
		tally.below += is_below;
		tally.main_count += is_main;
		tally.main_below += is_main && is_below;
	}
	tally.blocking = tally.main_below;
	tone_of_rating(why, "rating_hasil");
	tally_table(why, &tally, "Rating yang Anda isi");
	why_say(why, BASIS_TERTULIS, PERMEN_KINERJA,
		"Di atas ekspektasi berarti sebagian besar atau semua hasil kerja di atas, dan tidak ada hasil kerja utama yang di bawah.");
	say_roll(why, &tally, why_value(why, "rollup_majority_pct"), "hasil kerja");
	say_advice(why);
}

void why_perilaku(struct kalk_why *why)
{
	struct str parts[CALC_LIST_MAX];
	struct tally tally = {.count = calc_list(&why->calc, "nilai", parts)};

	for (int i = 0; i < tally.count; i++) {
		tally.above += str_is(parts[i], "di_atas");
		tally.below += str_is(parts[i], "di_bawah");
	}
	tally.blocking = tally.below;
	tone_of_rating(why, "rating_perilaku");
	tally_table(why, &tally, "Rating tujuh nilai");
	why_say(why, BASIS_TERTULIS, "SE MenPANRB 20/2021",
		"Perilaku kerja dinilai atas tujuh nilai BerAKHLAK.");
	say_roll(why, &tally, why_value(why, "behaviour_majority_pct"), "nilai");
	say_advice(why);
}

/* What a level written 1, 2 or 3 counts as. */
static int points_of(const struct kalk_why *why, struct str level)
{
	return why_value(why, str_is(level, "1")   ? "annual_points_di_bawah"
			      : str_is(level, "2") ? "annual_points_sesuai"
						   : "annual_points_di_atas");
}

/* The line "S = (3x2 + 3x3) / 6" of one of the two axes. */
static void say_mean(struct kalk_why *why, const char *key, const char *mean, const char *rating,
		     const char *name)
{
	struct str parts[CALC_LIST_MAX];
	int months[CALC_LIST_MAX], total = 0;
	struct buf sum;
	int count = calc_int_list(&why->calc, "bulan", 12, months);

	buf_init(&sum, why->mem);
	(void)calc_list(&why->calc, key, parts);
	struct str hasil[CALC_LIST_MAX], perilaku[CALC_LIST_MAX];
	(void)calc_list(&why->calc, "hasil", hasil);
	(void)calc_list(&why->calc, "perilaku", perilaku);
	for (int i = 0; i < count; i++) {
		if (str_is(hasil[i], "-") || str_is(perilaku[i], "-"))
			continue;
		buf_add_format(&sum, "%s%d × %d", total ? " + " : "", months[i],
			       points_of(why, parts[i]));
		total += months[i];
	}
	why_say(why, BASIS_BAWAAN, BY_US, "%s: (%.*s) dibagi %d bulan adalah %.*s, yaitu \"%.*s\".",
		name, STR_ARG(buf_str(&sum)), total,
		STR_ARG(kalk_number_comma(why->mem, kalk_answer_text(&why->answer, mean))),
		STR_ARG(rating_words(kalk_answer_text(&why->answer, rating))));
}

static bool has_unrated(struct kalk_why *why)
{
	return str_has(calc_text(&why->calc, "hasil"), "-") ||
	       str_has(calc_text(&why->calc, "perilaku"), "-");
}

void why_tahunan(struct kalk_why *why)
{
	int above = why_value(why, "annual_above");
	struct str hasil = kalk_answer_text(&why->answer, "rating_hasil");
	struct ratio mean = ratio_make(0, 1);

	why_say(why, BASIS_BAWAAN, BY_US,
		"Di bawah, sesuai, dan di atas ekspektasi dihitung %d, %d, dan %d, lalu dirata-rata dengan bobot bulan. %.*s ke atas berarti di atas ekspektasi, kurang dari %.*s di bawah.",
		why_value(why, "annual_points_di_bawah"), why_value(why, "annual_points_sesuai"),
		why_value(why, "annual_points_di_atas"),
		STR_ARG(kalk_number_ratio(why->mem, ratio_make(above, 100), 2)),
		STR_ARG(kalk_number_ratio(why->mem, ratio_make(why_value(why, "annual_below"), 100),
					  2)));
	say_mean(why, "hasil", "s_hasil", "rating_hasil", "Hasil kerja");
	if (calc_int_or(&why->calc, "utama_di_bawah", 1, 0) == 1 &&
	    why_value(why, "annual_cap_main_below") &&
	    ratio_parse(kalk_answer_text(&why->answer, "s_hasil"), &mean) &&
	    ratio_compare(mean, ratio_make(above, 100)) >= 0)
		why_say(why, BASIS_TERTULIS, PERMEN_KINERJA,
			"Rata-rata hasil kerja sebenarnya cukup tinggi, tetapi ada hasil kerja utama yang pada akhirnya di bawah ekspektasi. Maka ditahan pada sesuai.");
	say_mean(why, "perilaku", "s_perilaku", "rating_perilaku", "Perilaku kerja");
	if (has_unrated(why))
		why_say(why, BASIS_KESEPAKATAN, "Rangkuman aturan Abdi (PK-34)",
			"Periode yang tidak dinilai, misalnya karena cuti panjang, tidak ikut dihitung.");
	say_cell(why, hasil, kalk_answer_text(&why->answer, "rating_perilaku"));
	why_say(why, BASIS_TERTULIS, PERMEN_KINERJA,
		"Ini bantuan, bukan aturan: predikat tahunan adalah pertimbangan baru pejabat penilai; bila berbeda, ia menulis alasannya.");
}

static const char *distribution_rule(enum capaian capaian)
{
	switch (capaian) {
	case CAPAIAN_ISTIMEWA:
		return "Unit Istimewa: sebagian besar pegawai Sangat Baik, paling banyak 70%.";
	case CAPAIAN_BAIK:
		return "Unit Baik: sebagian besar pegawai Baik, paling banyak 70%, dan harus ada yang Butuh Perbaikan dan/atau Kurang.";
	case CAPAIAN_BUTUH_PERBAIKAN:
		return "Unit Butuh Perbaikan: paling sedikit 60% Butuh Perbaikan dan paling banyak 10% Sangat Baik.";
	case CAPAIAN_KURANG:
		return "Unit Kurang: paling sedikit 60% Kurang, paling sedikit 10% Butuh Perbaikan, paling banyak 10% Sangat Baik.";
	case CAPAIAN_SANGAT_KURANG:
		return "Unit Sangat Kurang: paling sedikit 60% Sangat Kurang, paling sedikit 10% Kurang dan/atau Butuh Perbaikan, tidak ada Sangat Baik.";
	case CAPAIAN_COUNT: break;
	}
	return "";
}

static void spread_table(struct kalk_why *why, int64_t n)
{
	static const char *const keys[PREDIKAT_COUNT] = {"sb", "b", "bp", "k", "sk"};
	struct kalk_why_table *table =
		why_table(why, "Sebaran yang Anda isi", "Predikat|Pegawai|Bagian");

	for (int i = 0; i < PREDIKAT_COUNT; i++) {
		int64_t people = calc_int(&why->calc, keys[i], 0, INT32_MAX);
		struct kalk_line *line =
			why_line(table, say(why->mem, predikat_label((enum predikat)i)));
		line->cells[1] = kalk_number_group(why->mem, people);
		line->cells[2] =
			n ? str_join(why->mem,
				     kalk_number_ratio(why->mem, ratio_make(people * 100, n), 1),
				     STR("%"))
			  : STR("-");
	}
}

void why_distribusi(struct kalk_why *why)
{
	static const char *const ways[] = {"ke yang terdekat", "ke atas", "ke bawah"};
	int most = why_value(why, "distribution_round_most"),
	    least = why_value(why, "distribution_round_least");
	enum capaian capaian = CAPAIAN_BAIK;
	const struct kalk_answer_value *warnings =
		kalk_answer_find(&why->answer, STR("peringatan"));
	const struct kalk_answer_value *advice = kalk_answer_find(&why->answer, STR("saran"));
	int64_t n = kalk_answer_int(&why->answer, "n");
	int count = (warnings ? warnings->item_count : 0) + (advice ? advice->item_count : 0);

	if (!capaian_parse(calc_text(&why->calc, "capaian"), &capaian))
		return;
	why->headline = n == 0	     ? SAY(why->mem, "Belum ada pegawai yang dihitung")
			: count == 0 ? SAY(why->mem, "Sebaran sesuai pola")
			: advice     ? say_format(why->mem, "Ada %d saran", count)
				     : say_format(why->mem, "Ada %d peringatan", count);
	why->tone = count == 0 ? "ok" : "wait";
	spread_table(why, n);
	if (!why_value(why, "distribution_in_force")) {
		why_say(why, BASIS_TERTULIS, SE_DISTRIBUSI,
			"Batas sebaran berlaku sejak 31 Januari 2023; pada tanggal yang Anda pilih belum ada.");
		return;
	}
	why_say(why, BASIS_TERTULIS, SE_DISTRIBUSI, "%s", distribution_rule(capaian));
	why_say(why, BASIS_BAWAAN, BY_US,
		"Batas \"paling banyak\" dibulatkan %s dan \"paling sedikit\" %s, karena yang dihitung orang. Dari %lld pegawai, 70%% paling banyak %lld orang dan 60%% paling sedikit %lld orang.",
		ways[most], ways[least], (long long)n,
		(long long)rounding_apply(most, ratio_make(70 * n, 100)),
		(long long)rounding_apply(least, ratio_make(60 * n, 100)));
	if (why_value(why, "distribution_warn_dominant"))
		why_say(why, BASIS_BAWAAN, BY_US,
			"\"Sebagian besar\" juga berarti tidak ada predikat lain yang pegawainya lebih banyak.");
	if (advice)
		why_say(why, BASIS_BAWAAN, BY_US,
			"Unit ini kurang dari %d pegawai, jadi pola hanya menjadi saran dan tidak perlu alasan tertulis.",
			why_value(why, "distribution_min_unit_size"));
	why_say(why, BASIS_TERTULIS, SE_DISTRIBUSI,
		"Pola distribusi adalah pertimbangan bagi pimpinan, bukan kuota. Bila menyimpang, pimpinan menulis alasannya.");
}

static void appraiser_line(struct kalk_why *why, struct kalk_why_table *table, struct choice kelas)
{
	struct calculator_input other = {STR("penilai"), kelas.key};
	struct kalk_answer answer = why_ask(why, &other, 1);
	struct kalk_line *line = why_line(table, kelas.label);

	line->cells[1] = kalk_answer_is(&answer, "boleh_menilai") ? STR("boleh") : STR("tidak");
	line->cells[2] = kalk_answer_is(&answer, "boleh_atasan") ? STR("boleh") : STR("tidak");
	line->is_marked = str_equal(kelas.key, calc_text(&why->calc, "penilai"));
}

void why_penilai(struct kalk_why *why)
{
	bool is_provinsi = str_is(calc_text(&why->calc, "pemerintahan"), "provinsi");
	bool may = kalk_answer_is(&why->answer, "boleh_menilai");
	bool may_above = kalk_answer_is(&why->answer, "boleh_atasan");
	struct kalk_why_table *table = why_table(why, "Siapa yang boleh, untuk jabatan pegawai itu",
						 "Jabatan|Menilai|Atasan penilai");
	int count;
	const struct choice *kelas = kalk_choices_of(KALK_LIST_KELAS, &count);

	why->headline =
		may	    ? SAY(why->mem, "Boleh menjadi pejabat penilai")
		: may_above ? SAY(why->mem, "Bukan penilai, tetapi boleh menjadi atasan penilai")
			    : SAY(why->mem, "Tidak boleh menilai");
	why->tone = may ? "ok" : may_above ? "info" : "bad";
	for (int i = 0; i < count; i++)
		appraiser_line(why, table, kelas[i]);
	why_say(why, is_provinsi ? BASIS_TERTULIS : BASIS_KESEPAKATAN, PERMEN_KINERJA,
		is_provinsi
			? "Susunan penilai ini menurut jabatan di provinsi."
			: "Susunan penilai di kabupaten dan kota mengikuti padanan jabatan di provinsi.");
	why_say(why, BASIS_BAWAAN, BY_US,
		"Tidak seorang pun menilai dirinya sendiri. Penilaian dapat didelegasikan dengan surat bertanggal.");
}

void why_penyerahan(struct kalk_why *why)
{
	int handover = why_value(why, "handover_working_days"),
	    back = why_value(why, "return_working_days");
	struct calendar calendar = why_calendar(why);
	struct date day;

	why->tone = "info";
	if (date_parse(kalk_answer_text(&why->answer, "penyerahan"), &day))
		why->headline = str_join(why->mem, SAY(why->mem, "Serahkan paling lambat "),
					 kalk_number_day(why->mem, day));
	why_say(why, BASIS_TERTULIS, "PP 30/2019",
		"Penilai menyerahkan dokumen paling lambat %d hari kerja sesudah menandatangani. Pegawai mengembalikannya paling lambat %d hari kerja sesudah menerima.",
		handover, back);
	why_walk(why, "Penyerahan", &calendar, calc_date(&why->calc, "ditandatangani"), handover);
	if (calc_has(&why->calc, "diterima"))
		why_walk(why, "Pengembalian", &calendar, calc_date(&why->calc, "diterima"), back);
	why_counting(why);
}

/* How the 14 days were counted, and what became of the day of filing. */
static void say_objection_days(struct kalk_why *why, bool is_flagged)
{
	static const char *const modes[] = {
		SAID("Yang dihitung hari kalender."), SAID("Yang dihitung hari kerja."),
		SAID("Sumbernya berbeda: ada yang menulis hari, ada yang menulis hari kerja. Maka yang lewat hari kalender tetapi belum lewat hari kerja diterima dengan tanda.")};
	int days = why_value(why, "objection_days"), mode = why_value(why, "objection_days_mode");

	why_say(why, BASIS_BAWAAN, BY_US, "%s",
		say(why->mem, modes[mode >= 0 && mode <= 2 ? mode : 2]).at);
	why_say(why, BASIS_BAWAAN, BY_US,
		"%d hari kalender sesudah %.*s adalah %.*s; %d hari kerja sesudahnya %.*s.", days,
		STR_ARG(why_given_day(why, "diterima")), STR_ARG(why_day(why, "batas_kalender")),
		days, STR_ARG(why_day(why, "batas_kerja")));
	if (is_flagged)
		why_say(why, BASIS_BAWAAN, BY_US,
			"Keberatan ini di antara keduanya: diterima dengan tanda, dan atasan pejabat penilai memutuskan dapat tidaknya diperiksa.");
}

void why_keberatan(struct kalk_why *why)
{
	struct date received = calc_date(&why->calc, "diterima");
	struct date filed = calc_date(&why->calc, "diajukan"), last = filed;
	bool is_in_time = kalk_answer_is(&why->answer, "diterima");
	struct str tanda = kalk_answer_text(&why->answer, "tanda");
	bool is_flagged = str_is(tanda, "lewat_14_hari_kalender");

	if (!date_parse(kalk_answer_text(&why->answer, "batas"), &last))
		return;
	int late = date_days(filed) - date_days(last);
	why->headline = is_flagged   ? SAY(why->mem, "Diterima dengan tanda")
			: is_in_time ? SAY(why->mem, "Tepat waktu")
			: late > 0   ? say_format(why->mem, "Terlambat %d hari", late)
				     : SAY(why->mem, "Belum dapat diajukan");
	why->tone = is_flagged ? "wait" : is_in_time ? "ok" : "bad";
	why_say(why, BASIS_TERTULIS, "PP 30/2019 pasal 59",
		"Keberatan diajukan kepada atasan pejabat penilai, dengan alasan, paling lambat %d hari sejak dokumen diterima.",
		why_value(why, "objection_days"));
	say_objection_days(why, is_flagged);
	if (date_compare(filed, received) < 0)
		why_say(why, BASIS_BAWAAN, BY_US,
			"Sebelum dokumen diterima, belum ada hasil yang dapat dikeberati.");
	else
		why_say(why, BASIS_BAWAAN, BY_US, "Keberatan diajukan %.*s, jadi %s.",
			STR_ARG(kalk_number_day(why->mem, filed)),
			is_in_time ? SAY(why->mem, "masih dalam batas").at
				   : SAY(why->mem, "sudah lewat batas").at);
	why_say(why, BASIS_TERTULIS, "PP 30/2019 pasal 59",
		"Atasan pejabat penilai meminta penjelasan kedua pihak. Keputusannya bersifat akhir.");
}

void why_organisasi(struct kalk_why *why)
{
	why_rule(why);
	why_say(why, BASIS_BAWAAN, BY_US,
		"Perjanjian kinerja unit \"%.*s\" dan ekspektasi pimpinannya \"%.*s\" bertemu pada capaian %.*s. Pimpinan di atas unit yang menetapkannya.",
		STR_ARG(rating_words(calc_text(&why->calc, "pk"))),
		STR_ARG(rating_words(calc_text(&why->calc, "ekspektasi"))),
		STR_ARG(say(why->mem,
			    kalk_choice_label(KALK_LIST_CAPAIAN,
					      kalk_answer_text(&why->answer, "capaian")))));
	why_say(why, BASIS_BAWAAN, BY_US,
		"Ini bantuan, bukan aturan: tabel dari dua rating ke capaian tidak ditemukan dalam peraturannya.");
}

/* One row a person, best first: what the form's row held. */
static void ranking_table(struct kalk_why *why)
{
	const struct kalk_answer_value *order = kalk_answer_find(&why->answer, STR("urutan"));
	struct kalk_why_table *table = why_table(
		why, "Urutan", "Urutan|Predikat|Rata-rata hasil|Rata-rata perilaku|Apresiasi");
	struct str people[CALC_LIST_MAX];
	int count = calc_list(&why->calc, "orang", people);

	for (int i = 0; order && i < order->item_count; i++) {
		int64_t at = 0;
		if (!str_parse_int(order->items[i], &at) || at < 1 || at > count)
			continue;
		struct str rest = people[at - 1];
		struct kalk_line *line =
			why_line(table, say_format(why->mem, "ke-%d: baris %d", i + 1, (int)at));
		for (int cell = 1; cell <= 4; cell++)
			line->cells[cell] = kalk_number_comma(why->mem, str_cut(rest, ':', &rest));
		line->cells[1] =
			say(why->mem, kalk_choice_label(KALK_LIST_PREDIKAT, line->cells[1]));
	}
}

void why_peringkat(struct kalk_why *why)
{
	static const char *const keys[] = {"ranking_1", "ranking_2", "ranking_3", "ranking_4"};
	static const char *const names[] = {NULL, "predikat", "rata-rata hasil kerja",
					    "rata-rata perilaku kerja", "banyaknya apresiasi"};
	struct buf order;

	buf_init(&order, why->mem);
	for (int i = 0; i < 4; i++)
		if (names[why_value(why, keys[i])]) {
			buf_add_cstr(&order, order.len ? ", lalu " : "");
			buf_add_cstr(&order, names[why_value(why, keys[i])]);
		}
	why_rule(why);
	why_say(why, BASIS_BAWAAN, BY_US,
		"Di sini yang dibandingkan %.*s. Yang berikutnya hanya dilihat bila yang sebelumnya sama; bila semuanya sama, urutan barisnya tetap.",
		STR_ARG(buf_str(&order)));
	ranking_table(why);
}
