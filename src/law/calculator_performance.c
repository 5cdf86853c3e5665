/* SPDX-License-Identifier: Apache-2.0 */
/* Calculators of rulebook 1: ratings, predikat, year, distribution, ranking, who appraises. */
#include "law/appraiser.h"
#include "law/calculator_input.h"
#include "law/distribution.h"
#include "law/ranking.h"
#include "law/rating.h"
#include "law/year.h"

#define AMOUNT_MAX INT64_C(1000000000000)
#define PEOPLE_MAX 1000000
#define RATING_CHOICES "di_atas, sesuai, di_bawah"

enum rating calc_choice_rating(struct calc *calc, const char *key)
{
	enum rating rating = RATING_SESUAI;

	if (!rating_parse(calc_text(calc, key), &rating))
		calc_wrong_choice(calc, key, RATING_CHOICES);
	return rating;
}

enum predikat calc_choice_predikat(struct calc *calc, const char *key)
{
	enum predikat predikat = PREDIKAT_BAIK;

	if (!predikat_parse(calc_text(calc, key), &predikat))
		calc_wrong_choice(calc, key,
				  "sangat_baik, baik, butuh_perbaikan, kurang, sangat_kurang");
	return predikat;
}

static enum capaian capaian_of(struct calc *calc, const char *key)
{
	enum capaian capaian = CAPAIAN_BAIK;

	if (!capaian_parse(calc_text(calc, key), &capaian))
		calc_wrong_choice(calc, key,
				  "istimewa, baik, butuh_perbaikan, kurang, sangat_kurang");
	return capaian;
}

void calc_predikat(struct calc *calc)
{
	enum rating hasil = calc_choice_rating(calc, "hasil"),
		    perilaku = calc_choice_rating(calc, "perilaku");

	calc_put_str(calc, "predikat", predikat_key(predikat_decide(hasil, perilaku)));
}

void calc_pimpinan(struct calc *calc)
{
	enum rating hasil = rating_of_capaian(&calc->law, capaian_of(calc, "capaian"));
	enum rating perilaku = calc_choice_rating(calc, "perilaku");

	calc_put_str(calc, "rating_hasil", rating_key(hasil));
	calc_put_str(calc, "predikat", predikat_key(predikat_decide(hasil, perilaku)));
}

void calc_organisasi(struct calc *calc)
{
	enum rating pk = calc_choice_rating(calc, "pk");
	enum rating ekspektasi = calc_choice_rating(calc, "ekspektasi");

	calc_put_str(calc, "capaian", capaian_key(capaian_suggest(&calc->law, pk, ekspektasi)));
}

/* 1, 2, 3, or "-" for a period that was not rated (PK-34). */
static bool take_points(struct calc *calc, const char *key, struct str text, enum rating *rating)
{
	int64_t points;

	if (str_is(text, "-"))
		return false;
	if (str_parse_int(text, &points) && points >= 1 && points <= 3)
		*rating = (enum rating)(points - 1);
	else
		calc_fault(calc, key,
			   STR("isi tiap periode dengan 1, 2, 3, atau - bila tidak dinilai."));
	return true;
}

static int take_periods(struct calc *calc, struct year_period periods[CALC_LIST_MAX])
{
	struct str hasil[CALC_LIST_MAX], perilaku[CALC_LIST_MAX];
	int months[CALC_LIST_MAX], total = 0;
	int count = calc_int_list(calc, "bulan", 12, months);
	int hasil_count = calc_list(calc, "hasil", hasil),
	    perilaku_count = calc_list(calc, "perilaku", perilaku);

	if (calc_has(calc, "hasil") && hasil_count != count)
		calc_fault(calc, "hasil", STR("jumlah periode harus sama dengan bulan."));
	if (calc_has(calc, "perilaku") && perilaku_count != count)
		calc_fault(calc, "perilaku", STR("jumlah periode harus sama dengan bulan."));
	for (int i = 0; i < count; i++) {
		struct year_period *period = &periods[i];
		*period = (struct year_period){.months = months[i]};
		total += months[i];
		bool has_hasil =
			i < hasil_count && take_points(calc, "hasil", hasil[i], &period->hasil);
		bool has_perilaku = i < perilaku_count &&
				    take_points(calc, "perilaku", perilaku[i], &period->perilaku);
		period->is_rated = has_hasil && has_perilaku;
	}
	if (total > 12)
		calc_fault(calc, "bulan", STR("jumlah bulan setahun paling banyak 12."));
	return count;
}

void calc_tahunan(struct calc *calc)
{
	struct year_period periods[CALC_LIST_MAX];
	struct year_suggestion year;
	bool has_main_below = calc_flag(calc, "utama_di_bawah");
	int count = take_periods(calc, periods);

	if (!year_suggest(&calc->law, periods, count, has_main_below, &year)) {
		if (!problems_any(calc->faults))
			calc_fault(calc, "bulan", STR("belum ada bulan yang dinilai."));
		return;
	}
	calc_put_decimal(calc, "s_hasil", year.s_hasil, 4);
	calc_put_str(calc, "rating_hasil", rating_key(year.hasil));
	calc_put_decimal(calc, "s_perilaku", year.s_perilaku, 4);
	calc_put_str(calc, "rating_perilaku", rating_key(year.perilaku));
	calc_put_str(calc, "predikat", predikat_key(year.predikat));
}

void calc_distribusi(struct calc *calc)
{
	static const char *const keys[PREDIKAT_COUNT] = {"sb", "b", "bp", "k", "sk"};
	enum capaian capaian = capaian_of(calc, "capaian");
	struct distribution spread;
	struct problems warnings;

	problems_init(&warnings, calc->mem);
	for (int i = 0; i < PREDIKAT_COUNT; i++)
		spread.of[i] = (int)calc_int(calc, keys[i], 0, PEOPLE_MAX);
	distribution_check(&calc->law, capaian, &spread, &warnings);
	struct str *texts = arena_array(calc->mem, struct str, warnings.count + 1);
	for (int i = 0; i < warnings.count; i++)
		texts[i] = warnings.at[i].sentence;
	calc_put_int(calc, "n", distribution_total(&spread));
	if (!distribution_is_advice(&calc->law, &spread)) {
		calc_put_list(calc, "peringatan", texts, warnings.count);
		return;
	}
	calc_put_list(calc, "peringatan", texts, 0);
	calc_put_list(calc, "saran", texts, warnings.count);
}

void calc_gulung(struct calc *calc)
{
	struct str parts[CALC_LIST_MAX];
	struct rated_result results[CALC_LIST_MAX];
	int count = calc_list(calc, "hasil", parts);

	for (int i = 0; i < count; i++) {
		struct str level;
		struct str jenis = str_cut(parts[i], ':', &level);
		results[i] = (struct rated_result){str_is(jenis, "utama"), RATING_SESUAI};
		if ((!results[i].is_utama && !str_is(jenis, "tambahan")) ||
		    !rating_parse(level, &results[i].rating))
			calc_fault(calc, "hasil",
				   STR("tulis tiap butir sebagai utama:di_atas, tambahan:sesuai, "
				       "dan sebagainya."));
	}
	if (calc_has(calc, "hasil") && count == 0)
		calc_fault(calc, "hasil", STR("isi sedikitnya satu butir."));
	calc_put_str(calc, "rating_hasil",
		     rating_key(rating_of_results(&calc->law, results, count)));
}

void calc_perilaku(struct calc *calc)
{
	struct str parts[CALC_LIST_MAX];
	enum rating values[CALC_LIST_MAX];
	int count = calc_list(calc, "nilai", parts);

	for (int i = 0; i < count; i++)
		if (!rating_parse(parts[i], &values[i])) {
			values[i] = RATING_SESUAI;
			calc_wrong_choice(calc, "nilai", RATING_CHOICES);
		}
	if (calc_has(calc, "nilai") && count != 7)
		calc_fault(calc, "nilai", STR("isi tujuh nilai BerAKHLAK."));
	calc_put_str(calc, "rating_perilaku",
		     rating_key(rating_of_behaviour(&calc->law, values, count)));
}

/* "12,30,18": what was usual so far, as its sum and its count. */
static void take_usual(struct calc *calc, struct figure *figure)
{
	struct str parts[CALC_LIST_MAX];
	int count = calc_list(calc, "riwayat", parts);

	for (int i = 0; i < count; i++) {
		struct calculator_input part = {STR("riwayat"), parts[i]};
		struct calc one = *calc;
		one.inputs = &part;
		one.count = 1;
		figure->usual_sum += calc_hundredths(&one, "riwayat", AMOUNT_MAX);
	}
	figure->usual_count = count;
}

/* The figure itself: what cannot be is a fault, what is unlikely a flag. */
static enum figure_sense sense_of(struct calc *calc, const struct item *item)
{
	struct figure figure = {.amount = item->realisasi,
				.target = item->target,
				.has_target = true,
				.satuan = calc_text(calc, "satuan"),
				.is_of_a_day = calc_flag(calc, "sehari"),
				.is_of_periods = calc_flag(calc, "antarperiode")};

	take_usual(calc, &figure);
	enum figure_sense sense = figure_judge(&calc->law, &figure);
	if (figure_is_impossible(sense))
		calc_fault(calc, "realisasi", figure_asks(calc->mem, &calc->law, sense, &figure));
	return sense;
}

void calc_capaian(struct calc *calc)
{
	struct item item = {.direction = DIRECTION_HIGHER};

	if (!direction_parse(calc_text(calc, "arah"), &item.direction))
		calc_wrong_choice(calc, "arah", "higher_better, lower_better, range");
	item.target_min = calc_hundredths(calc, "target_min", AMOUNT_MAX);
	item.target = calc_hundredths(calc, "target", AMOUNT_MAX);
	item.realisasi = calc_hundredths(calc, "realisasi", AMOUNT_MAX);
	item.has_evidence = calc_int_or(calc, "bukti", 1, 1) == 1;
	enum figure_sense sense = sense_of(calc, &item);
	item.is_doubted = sense != FIGURE_SOUND;
	calc_put_decimal(calc, "capaian", item_achievement(&item), 2);
	calc_put_str(calc, "rating", rating_key(item_rating(&calc->law, &item)));
	calc_put_str(calc, "tanda", figure_sense_key(sense));
	if (calc_has(calc, "satuan"))
		calc_put_bool(calc, "utuh", figure_is_whole(&calc->law, calc_text(calc, "satuan")));
}

/* "sangat_baik:2.75:2.50:3": predikat, S of results, S of behaviour, appreciations */
static void take_ranked(struct calc *calc, struct str text, struct ranked *out)
{
	struct str rest, hasil, perilaku;
	struct str predikat = str_cut(text, ':', &rest);
	int64_t count = 0;
	int least, most;

	year_scale(&calc->law, &least, &most);
	hasil = str_cut(rest, ':', &rest);
	perilaku = str_cut(rest, ':', &rest);
	*out = (struct ranked){.s_hasil = calc_ratio(calc, "orang", hasil, least, most),
			       .s_perilaku = calc_ratio(calc, "orang", perilaku, least, most)};
	if (!predikat_parse(predikat, &out->predikat) || !str_parse_int(rest, &count) ||
	    count < 0 || count > PEOPLE_MAX)
		calc_fault(calc, "orang",
			   STR("tulis tiap orang sebagai predikat:s_hasil:s_perilaku:apresiasi."));
	out->appreciations = (int)count;
}

void calc_peringkat(struct calc *calc)
{
	struct str parts[CALC_LIST_MAX];
	struct ranked people[CALC_LIST_MAX];
	int order[CALC_LIST_MAX], count = calc_list(calc, "orang", parts);

	for (int i = 0; i < count; i++) {
		int at = i;
		take_ranked(calc, parts[i], &people[i]);
		for (; at > 0 &&
		       ranking_compare(&calc->law, &people[i], &people[order[at - 1] - 1]) < 0;
		     at--)
			order[at] = order[at - 1];
		order[at] = i + 1;
	}
	calc_put_int_list(calc, "urutan", order, count);
}

static enum kelas_jabatan kelas_of(struct calc *calc, const char *key)
{
	enum kelas_jabatan kelas = KELAS_PELAKSANA;

	if (!kelas_jabatan_parse(calc_text(calc, key), &kelas))
		calc_wrong_choice(calc, key,
				  "kepala_daerah, jpt_madya, jpt_pratama, administrator, pengawas, "
				  "pelaksana, "
				  "ahli_utama, ahli_madya, ahli_muda, ahli_pertama, keterampilan");
	return kelas;
}

void calc_penilai(struct calc *calc)
{
	struct str kind = calc_text(calc, "pemerintahan");
	bool is_provinsi = str_is(kind, "provinsi");
	enum kelas_jabatan pegawai = kelas_of(calc, "pegawai"), penilai = kelas_of(calc, "penilai");

	if (!is_provinsi && !str_is(kind, "kabkota"))
		calc_wrong_choice(calc, "pemerintahan", "provinsi, kabkota");
	enum pemerintahan where = is_provinsi ? PEMERINTAHAN_PROVINSI : PEMERINTAHAN_KABKOTA;
	calc_put_bool(calc, "boleh_menilai", appraiser_may(&calc->law, where, pegawai, penilai));
	calc_put_bool(calc, "boleh_atasan",
		      appraiser_superior_may(&calc->law, where, pegawai, penilai));
}
