/* SPDX-License-Identifier: Apache-2.0 */
/* Sign, whole units, ceilings and jumps of what people enter. */
#include "law/figure.h"

#include "base/fold.h"
#include "base/ratio.h"
#include "base/say.h"

/* Larger amounts count as this one, so that a product with any factor stays a number. */
#define AMOUNT_MAX INT64_C(100000000000000)

static const struct {
	struct str name;
	enum law_value is_whole;
} units[] = {
#define SATUAN(word) {STR(#word), LAW_satuan_utuh_##word},
#include "law/satuan.def"
#undef SATUAN
};

/* A rate or a product of two units is no count: "dokumen/hari", "orang-jam", "berkas per hari". */
static bool is_compound(struct str satuan, const struct fold *words)
{
	static const char *const second[] = {"per", "jam", "hari", "bulan"};

	if (str_has(satuan, "/") || str_has(satuan, "-"))
		return true;
	for (int i = 1; i < words->count; i++)
		for (size_t k = 0; k < sizeof second / sizeof second[0]; k++)
			if (str_is(words->word[i], second[k]))
				return true;
	return false;
}

bool figure_is_whole(const struct law_values *law, struct str satuan)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct fold words;

	fold_words(mem, satuan, &words);
	for (size_t i = 0; i < sizeof units / sizeof units[0]; i++)
		if (words.count > 0 && str_equal(units[i].name, words.word[0]))
			return law->of[units[i].is_whole] && !is_compound(satuan, &words);
	return false;
}

/* Is it that word, or that word and the next one? */
static bool is_unit(struct str satuan, const char *name, const char *next)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct fold words;

	fold_words(mem, satuan, &words);
	return words.count > 0 && str_is(words.word[0], name) &&
	       (words.count == 1 || (words.count == 2 && str_is(words.word[1], next)));
}

static bool is_percent(struct str satuan)
{
	return str_is(str_trim(satuan), "%") || is_unit(satuan, "persen", "");
}

static int64_t bounded(int64_t amount)
{
	return amount > AMOUNT_MAX ? AMOUNT_MAX : amount;
}

/* A target past the ceiling says that this percentage may pass it. */
static bool is_past_percent(const struct law_values *law, const struct figure *figure)
{
	int64_t most = INT64_C(100) * law->of[LAW_angka_persen_most];

	return is_percent(figure->satuan) && figure->amount > most &&
	       !(figure->has_target && figure->target > most);
}

static bool is_past_usual(const struct law_values *law, const struct figure *figure)
{
	int least =
		law->of[figure->is_of_periods ? LAW_angka_periode_least : LAW_angka_riwayat_least];

	if (figure->usual_sum <= 0 || figure->usual_count < least)
		return false;
	struct ratio usual = ratio_make(bounded(figure->usual_sum), figure->usual_count);
	return ratio_compare(ratio_make(bounded(figure->amount), 1),
			     ratio_mul(usual, ratio_make(law->of[LAW_angka_riwayat_kali], 1))) > 0;
}

enum figure_sense figure_judge(const struct law_values *law, const struct figure *figure)
{
	if (figure->amount < 0)
		return FIGURE_BELOW_ZERO;
	if (figure->amount % 100 && !figure->is_mean && figure_is_whole(law, figure->satuan))
		return FIGURE_SPLIT;
	if (is_past_percent(law, figure))
		return FIGURE_PAST_PERCENT;
	if (figure->is_of_a_day && is_unit(figure->satuan, "jam", "kerja") &&
	    figure->amount > INT64_C(100) * law->of[LAW_angka_jam_sehari])
		return FIGURE_PAST_DAY;
	if (figure->has_target && figure->target > 0 &&
	    figure->amount > bounded(figure->target) * law->of[LAW_angka_target_kali])
		return FIGURE_PAST_TARGET;
	return is_past_usual(law, figure) ? FIGURE_PAST_USUAL : FIGURE_SOUND;
}

bool figure_is_impossible(enum figure_sense sense)
{
	return sense == FIGURE_BELOW_ZERO || sense == FIGURE_SPLIT;
}

struct str figure_sense_key(enum figure_sense sense)
{
	static const struct str keys[] = {
		[FIGURE_SOUND] = STR("wajar"),	      [FIGURE_BELOW_ZERO] = STR("di_bawah_nol"),
		[FIGURE_SPLIT] = STR("pecahan"),      [FIGURE_PAST_PERCENT] = STR("persen"),
		[FIGURE_PAST_DAY] = STR("sehari"),    [FIGURE_PAST_TARGET] = STR("target"),
		[FIGURE_PAST_USUAL] = STR("riwayat"),
	};

	return keys[sense];
}

/* "180 dokumen" */
static struct str amount_text(struct arena *mem, const struct figure *figure, int64_t amount)
{
	return str_format(mem, "%.*s%s%.*s", STR_ARG(say_hundredths(mem, amount)),
			  figure->satuan.len ? " " : "", STR_ARG(figure->satuan));
}

static struct str usual_text(struct arena *mem, const struct figure *figure)
{
	return amount_text(mem, figure, figure->usual_sum / figure->usual_count);
}

/* What an unlikely figure is held against: "targetnya 95 persen". */
static struct str held_against(struct arena *mem, const struct law_values *law,
			       enum figure_sense sense, const struct figure *figure)
{
	if (sense == FIGURE_PAST_DAY)
		return say_format(mem, "sehari paling banyak %d jam",
				  law->of[LAW_angka_jam_sehari]);
	if (sense == FIGURE_PAST_USUAL && figure->is_of_periods)
		return say_format(mem, "pada periode sebelumnya sekitar %.*s",
				  STR_ARG(usual_text(mem, figure)));
	if (sense == FIGURE_PAST_USUAL)
		return say_format(mem, "biasanya sekitar %.*s", STR_ARG(usual_text(mem, figure)));
	if (!figure->has_target)
		return say_format(mem, "biasanya paling banyak %d persen",
				  law->of[LAW_angka_persen_most]);
	return say_format(mem, "targetnya %.*s", STR_ARG(amount_text(mem, figure, figure->target)));
}

struct str figure_asks(struct arena *mem, const struct law_values *law, enum figure_sense sense,
		       const struct figure *figure)
{
	if (sense == FIGURE_BELOW_ZERO)
		return SAY(mem, "Tulis angka nol atau lebih.");
	if (sense == FIGURE_SPLIT)
		return say_format(mem,
				  "Satuan %.*s dihitung utuh: tulis bilangan bulat, misalnya %lld.",
				  STR_ARG(figure->satuan), (long long)figure->amount / 100 + 1);
	return say_format(mem,
			  "Anda menulis %.*s; %.*s. Benar? Bila benar, kirim sekali lagi tanpa "
			  "mengubahnya.",
			  STR_ARG(amount_text(mem, figure, figure->amount)),
			  STR_ARG(held_against(mem, law, sense, figure)));
}

struct str figure_flag(struct arena *mem, const struct law_values *law, enum figure_sense sense,
		       const struct figure *figure)
{
	if (sense == FIGURE_SOUND)
		return STR_NONE;
	if (figure_is_impossible(sense))
		return say_format(mem, "Periksa angka ini: %.*s tidak mungkin.",
				  STR_ARG(amount_text(mem, figure, figure->amount)));
	return say_format(mem,
			  "Periksa angka ini: tertulis %.*s, %.*s. Karena itu sarannya tidak di "
			  "atas ekspektasi.",
			  STR_ARG(amount_text(mem, figure, figure->amount)),
			  STR_ARG(held_against(mem, law, sense, figure)));
}

/* Was exactly this figure confirmed? */
static bool is_sure(struct arena *mem, struct str yakin, int64_t amount)
{
	int64_t confirmed;

	return (str_parse_hundredths(yakin, &confirmed) && confirmed == amount) ||
	       (say_parse_hundredths(mem, yakin, &confirmed) && confirmed == amount);
}

void figure_check(const struct law_values *law, const struct figure *figure, struct str yakin,
		  const struct figure_place *place, struct problems *faults)
{
	enum figure_sense sense = figure_judge(law, figure);
	bool is_impossible = figure_is_impossible(sense);

	if (sense == FIGURE_SOUND || problem_for(faults, place->field).len > 0 ||
	    (!is_impossible && is_sure(faults->mem, yakin, figure->amount)))
		return;
	problem_add(
		faults, place->field, is_impossible ? "figure.impossible" : PROBLEM_UNSURE,
		str_join(faults->mem, place->before, figure_asks(faults->mem, law, sense, figure)));
}
