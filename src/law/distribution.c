/* SPDX-License-Identifier: Apache-2.0 */
#include "law/distribution.h"

#define SB (1 << PREDIKAT_SANGAT_BAIK)
#define B (1 << PREDIKAT_BAIK)
#define BP (1 << PREDIKAT_BUTUH_PERBAIKAN)
#define K (1 << PREDIKAT_KURANG)
#define SK (1 << PREDIKAT_SANGAT_KURANG)

enum limit_kind { AT_MOST, AT_LEAST, AT_LEAST_ONE, NONE_AT_ALL };

/* SE MenPANRB 3/2023 (rulebook 1.7.2 [V]), line by line; rounding to whole people is ours [D]. */
static const struct limit {
	enum capaian capaian;
	enum limit_kind kind;
	int predikat; /* one or several of SB … SK, counted together */
	int percent;
} limits[] = {
	{CAPAIAN_ISTIMEWA, AT_MOST, SB, 70},	     {CAPAIAN_BAIK, AT_MOST, B, 70},
	{CAPAIAN_BAIK, AT_LEAST_ONE, BP | K, 0},     {CAPAIAN_BUTUH_PERBAIKAN, AT_LEAST, BP, 60},
	{CAPAIAN_BUTUH_PERBAIKAN, AT_MOST, SB, 10},  {CAPAIAN_KURANG, AT_LEAST, K, 60},
	{CAPAIAN_KURANG, AT_LEAST, BP, 10},	     {CAPAIAN_KURANG, AT_MOST, SB, 10},
	{CAPAIAN_SANGAT_KURANG, AT_LEAST, SK, 60},   {CAPAIAN_SANGAT_KURANG, AT_LEAST, K | BP, 10},
	{CAPAIAN_SANGAT_KURANG, NONE_AT_ALL, SB, 0},
};

int distribution_total(const struct distribution *spread)
{
	int total = 0;

	for (int i = 0; i < PREDIKAT_COUNT; i++)
		total += spread->of[i];
	return total;
}

int distribution_at_most(int percent, int n)
{
	return (int)((int64_t)percent * n / 100);
}

int distribution_at_least(int percent, int n)
{
	return (int)(((int64_t)percent * n + 99) / 100);
}

bool distribution_is_advice(const struct distribution *spread, int min_unit_size)
{
	return distribution_total(spread) < min_unit_size;
}

static int count_of(const struct distribution *spread, int predikat)
{
	int people = 0;

	for (int i = 0; i < PREDIKAT_COUNT; i++)
		if (predikat & 1 << i)
			people += spread->of[i];
	return people;
}

/* "Butuh Perbaikan dan/atau Kurang" */
static struct str names_of(struct arena *mem, int predikat)
{
	struct buf names;

	buf_init(&names, mem);
	for (int i = 0; i < PREDIKAT_COUNT; i++) {
		if (!(predikat & 1 << i))
			continue;
		if (names.len)
			buf_add_cstr(&names, " dan/atau ");
		buf_add(&names, predikat_label((enum predikat)i));
	}
	return buf_str(&names);
}

static void warn(struct problems *warnings, const char *rule, struct str sentence)
{
	problem_add(warnings, STR("distribusi"), rule, sentence);
}

static void check_limit(const struct limit *limit, const struct distribution *spread,
			struct problems *warnings)
{
	struct arena *mem = warnings->mem;
	int n = distribution_total(spread);
	int people = count_of(spread, limit->predikat);
	int most = distribution_at_most(limit->percent, n);
	int least = limit->kind == AT_LEAST_ONE ? 1 : distribution_at_least(limit->percent, n);
	struct str names = names_of(mem, limit->predikat);

	switch (limit->kind) {
	case AT_MOST:
		if (people > most)
			warn(warnings, "distribusi.paling_banyak",
			     str_format(
				     mem,
				     "%.*s paling banyak %d dari %d pegawai (%d%%), sekarang %d.",
				     STR_ARG(names), most, n, limit->percent, people));
		break;
	case AT_LEAST:
		if (people < least)
			warn(warnings, "distribusi.paling_sedikit",
			     str_format(
				     mem,
				     "%.*s paling sedikit %d dari %d pegawai (%d%%), sekarang %d.",
				     STR_ARG(names), least, n, limit->percent, people));
		break;
	case AT_LEAST_ONE:
		if (people < least)
			warn(warnings, "distribusi.harus_ada",
			     str_format(mem, "Harus ada pegawai dengan predikat %.*s.",
					STR_ARG(names)));
		break;
	case NONE_AT_ALL:
		if (people > 0)
			warn(warnings, "distribusi.tidak_boleh",
			     str_format(mem, "Tidak boleh ada %.*s, sekarang %d.", STR_ARG(names),
					people));
		break;
	}
}

/* The text says "sebagian besar" of the unit's own level, so no other level should be more frequent, PK-40 [D]. */
static void check_dominant(enum capaian capaian, const struct distribution *spread,
			   struct problems *warnings)
{
	struct arena *mem = warnings->mem;
	int dominant = spread->of[capaian]; /* capaian and predikat share their rank order */

	for (int i = 0; i < PREDIKAT_COUNT; i++) {
		if (spread->of[i] <= dominant)
			continue;
		struct str should = predikat_label((enum predikat)capaian);
		warn(warnings, "distribusi.terbanyak",
		     str_format(mem, "Sebagian besar pegawai seharusnya berpredikat %.*s.",
				STR_ARG(should)));
		return;
	}
}

void distribution_check(enum capaian capaian, const struct distribution *spread,
			struct problems *warnings)
{
	if (distribution_total(spread) == 0)
		return;
	for (size_t i = 0; i < sizeof limits / sizeof limits[0]; i++)
		if (limits[i].capaian == capaian)
			check_limit(&limits[i], spread, warnings);
	check_dominant(capaian, spread, warnings);
}
