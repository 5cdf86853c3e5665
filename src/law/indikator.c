/* SPDX-License-Identifier: Apache-2.0 */
/* Definitions of indicators, and months as one figure. */
#include "law/indikator.h"

#include "base/ratio.h"
#include "base/say.h"

static const struct {
	struct str key, label;
} gabung_at[GABUNG_COUNT] = {
	[GABUNG_JUMLAH] = {STR("jumlah"), STR(SAID("Dijumlahkan"))},
	[GABUNG_BAGIAN] = {STR("bagian"), STR(SAID("Pembilang dibagi penyebut"))},
	[GABUNG_RATA] = {STR("rata"), STR(SAID("Rata-rata"))},
	[GABUNG_AKHIR] = {STR("akhir"), STR(SAID("Keadaan bulan terakhir"))},
};

/* PILIH is none of them: whoever defines the indicator chooses. */
#define GABUNG_PILIH GABUNG_COUNT
static const struct {
	struct str key, label;
	enum indikator_gabung gabung;
} sumber_at[SUMBER_COUNT] = {
#define SUMBER(name, key_, label_, gabung_) {STR(key_), STR(label_), GABUNG_##gabung_},
#include "law/indikator_sumber.def"
#undef SUMBER
};

struct str gabung_key(enum indikator_gabung gabung)
{
	return gabung_at[gabung].key;
}

struct str gabung_label(enum indikator_gabung gabung)
{
	return gabung_at[gabung].label;
}

bool gabung_parse(struct str key, enum indikator_gabung *out)
{
	for (int i = 0; i < GABUNG_COUNT; i++)
		if (str_equal(gabung_at[i].key, key)) {
			*out = (enum indikator_gabung)i;
			return true;
		}
	return false;
}

struct str sumber_key(enum indikator_sumber sumber)
{
	return sumber_at[sumber].key;
}

struct str sumber_label(enum indikator_sumber sumber)
{
	return sumber_at[sumber].label;
}

bool sumber_parse(struct str key, enum indikator_sumber *out)
{
	for (int i = 0; i < SUMBER_COUNT; i++)
		if (str_equal(sumber_at[i].key, key)) {
			*out = (enum indikator_sumber)i;
			return true;
		}
	return false;
}

bool sumber_gabung(enum indikator_sumber sumber, enum indikator_gabung *out)
{
	if (sumber_at[sumber].gabung == GABUNG_PILIH)
		return false;
	*out = sumber_at[sumber].gabung;
	return true;
}

bool satuan_is_persen(struct str satuan)
{
	return str_is(satuan, "persen") || str_is(satuan, "%");
}

/* A measure, of which a year's target holds in each period too; counted things are shared out by
   months. */
static bool is_measure(const struct indikator_rumus *rumus)
{
	return str_is(rumus->aspek, "kualitas") || str_is(rumus->aspek, "waktu") ||
	       satuan_is_persen(rumus->satuan) || str_is(rumus->satuan, "indeks") ||
	       str_is(rumus->satuan, "nilai");
}

static void check_parts(const struct indikator_rumus *rumus, enum indikator_gabung gabung,
			struct problems *faults)
{
	if (gabung != GABUNG_BAGIAN) {
		if (rumus->pembilang.len || rumus->penyebut.len)
			problem_add(faults, STR("penyebut"), "indikator.parts_extra",
				    STR("Kosongkan pembilang dan penyebut, atau pilih pembilang "
					"dibagi penyebut."));
		return;
	}
	if (rumus->pembilang.len == 0)
		problem_add(faults, STR("pembilang"), "indikator.pembilang_missing",
			    STR("Tulis apa yang dihitung, misalnya anak yang diimunisasi."));
	if (rumus->penyebut.len == 0)
		problem_add(faults, STR("penyebut"), "indikator.penyebut_missing",
			    STR("Tulis dari berapa, misalnya anak sasaran."));
}

/* What adds up is shared out by months in a plan, and everything else is not (1.7.3 [D]). */
static void check_measure(const struct indikator_rumus *rumus, enum indikator_gabung gabung,
			  struct problems *faults)
{
	if (gabung == GABUNG_JUMLAH && is_measure(rumus))
		problem_add(faults, STR("gabung"), "indikator.sum_of_measure",
			    STR("Persen, indeks, mutu, dan waktu tidak dijumlahkan. Pilih cara "
				"lain, atau ubah aspek dan satuannya."));
	else if (gabung != GABUNG_JUMLAH && !is_measure(rumus))
		problem_add(faults, STR("aspek"), "indikator.measure_of_count",
			    STR("Yang tidak dijumlahkan diukur sebagai kualitas atau waktu, atau "
				"dalam persen, supaya targetnya tidak dibagi per bulan."));
}

void indikator_check(const struct indikator_rumus *rumus, struct problems *faults)
{
	enum indikator_gabung gabung, fixed;
	enum indikator_sumber sumber;

	if (!sumber_parse(rumus->sumber, &sumber) || !gabung_parse(rumus->gabung, &gabung))
		return; /* the form has said so */
	if (sumber_gabung(sumber, &fixed) && fixed != gabung)
		problem_add(faults, STR("gabung"), "indikator.gabung_fixed",
			    say_format(faults->mem, "Untuk sumber ini pilih: %.*s.",
				       STR_ARG(say(faults->mem, gabung_label(fixed)))));
	if (sumber == SUMBER_SUARA_UNSUR && rumus->unsur.len == 0)
		problem_add(faults, STR("unsur"), "indikator.unsur_missing",
			    STR("Pilih unsur kepuasan yang diukur."));
	if (sumber != SUMBER_SUARA_UNSUR && rumus->unsur.len > 0)
		problem_add(faults, STR("unsur"), "indikator.unsur_extra",
			    STR("Kosongkan unsur; sumber ini tidak memakainya."));
	check_parts(rumus, gabung, faults);
	check_measure(rumus, gabung, faults);
}

enum indikator_gabung rumus_gabung(const struct indikator_rumus *rumus)
{
	enum indikator_gabung gabung;

	return gabung_parse(rumus->gabung, &gabung) ? gabung : GABUNG_JUMLAH;
}

bool indikator_is_alike(const struct indikator_rumus *a, const struct indikator_rumus *b)
{
	return str_equal(a->gabung, b->gabung) && str_equal(a->satuan, b->satuan) &&
	       str_equal(a->sumber, b->sumber) && str_equal(a->unsur, b->unsur);
}

static void add_up(const struct indikator_bulan *bulan, int count, struct indikator_hasil *out)
{
	for (int i = 0; i < count; i++) {
		out->pembilang += bulan[i].pembilang;
		out->penyebut += bulan[i].penyebut;
		out->cacah += bulan[i].cacah;
		out->banyak += bulan[i].banyak;
		out->impor += bulan[i].impor;
	}
	out->bulan_count = count;
	out->bulan_akhir = bulan[count - 1].bulan;
	out->is_set = true;
	out->nilai = out->pembilang;
}

static void divide(bool is_persen, int64_t pembilang, int64_t penyebut, struct indikator_hasil *out)
{
	out->is_set = penyebut > 0;
	if (out->is_set)
		out->nilai = ratio_round_half_up(ratio_mul(ratio_make(pembilang, penyebut),
							   ratio_make(is_persen ? 10000 : 100, 1)),
						 0);
}

void indikator_hitung(enum indikator_gabung gabung, bool is_persen,
		      const struct indikator_bulan *bulan, int count, struct indikator_hasil *out)
{
	int64_t timbang = 0, bobot = 0;

	*out = (struct indikator_hasil){.is_set = false};
	if (count == 0)
		return;
	add_up(bulan, count, out);
	for (int i = 0; i < count; i++) {
		timbang += bulan[i].timbang;
		bobot += bulan[i].bobot;
	}
	if (gabung == GABUNG_BAGIAN)
		divide(is_persen, out->pembilang, out->penyebut, out);
	else if (gabung == GABUNG_RATA)
		out->nilai = ratio_round_half_up(ratio_make(timbang, bobot > 0 ? bobot : 1), 0);
	else if (gabung == GABUNG_AKHIR)
		out->nilai = out->pembilang = bulan[count - 1].pembilang;
}

int64_t indikator_target_bulan(enum indikator_gabung gabung, int64_t target)
{
	return gabung == GABUNG_JUMLAH ? ratio_round_half_up(ratio_make(target, 12), 0) : target;
}

int bulan_of(int year, int month)
{
	return year * 100 + month;
}

int bulan_of_date(struct date day)
{
	return bulan_of(day.year, day.month);
}

bool bulan_is_valid(int bulan)
{
	int year = bulan / 100, month = bulan % 100;

	return year >= INDIKATOR_TAHUN_FIRST && year <= INDIKATOR_TAHUN_LAST && month >= 1 &&
	       month <= 12;
}

struct date bulan_last_day(int bulan)
{
	int year = bulan / 100, month = bulan % 100;

	return DATE((int16_t)year, (int8_t)month, (int8_t)date_month_days(year, month));
}

int bulan_add(int bulan, int months)
{
	int n = bulan / 100 * 12 + bulan % 100 - 1 + months;

	return bulan_of(n / 12, n % 12 + 1);
}

struct str bulan_text(struct arena *mem, int bulan)
{
	return str_format(mem, "%.*s %d", STR_ARG(say_month_name(mem, bulan % 100)), bulan / 100);
}

struct str bulan_short(struct arena *mem, int bulan)
{
	/* no month has a shorter name in either language */
	return str_format(mem, "%.3s %d", say_month_name(mem, bulan % 100).at, bulan / 100);
}
