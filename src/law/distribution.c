/* SPDX-License-Identifier: Apache-2.0 */
/* Compares a spread with what the circular allows, line by line. */
#include "law/distribution.h"
#include "base/say.h"
#include "law/rounding.h"

#define SB (1 << PREDIKAT_SANGAT_BAIK)
#define B (1 << PREDIKAT_BAIK)
#define BP (1 << PREDIKAT_BUTUH_PERBAIKAN)
#define K (1 << PREDIKAT_KURANG)
#define SK (1 << PREDIKAT_SANGAT_KURANG)

enum limit_kind { AT_MOST, AT_LEAST, AT_LEAST_ONE, NONE_AT_ALL };

/* SE MenPANRB 3/2023 (rulebook 1.7.2 [V]), line by line; rounding to whole people is a value
   [D]. */
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

/* The whole people a share of n allows or demands; how it rounds is a value [D]. */
static int people_of(const struct law_values *law, enum law_value rounding, int percent, int n)
{
	return (int)rounding_apply(law->of[rounding], ratio_make((int64_t)percent * n, 100));
}

bool distribution_is_advice(const struct law_values *law, const struct distribution *spread)
{
	return distribution_total(spread) < law->of[LAW_distribution_min_unit_size];
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
			buf_add(&names, SAY(mem, " dan/atau "));
		buf_add(&names, say(mem, predikat_label((enum predikat)i)));
	}
	return buf_str(&names);
}

static void warn(struct problems *warnings, const char *rule, struct str sentence)
{
	problem_add(warnings, STR("distribusi"), rule, sentence);
}

/* A ceiling bounds those it counts from above, the other kinds from below. */
static bool is_ceiling(const struct limit *limit)
{
	return limit->kind == AT_MOST || limit->kind == NONE_AT_ALL;
}

/* The whole people the limit allows or demands among n. */
static int bound_of(const struct law_values *law, const struct limit *limit, int n)
{
	if (limit->kind == AT_LEAST_ONE)
		return 1;
	return people_of(
		law, is_ceiling(limit) ? LAW_distribution_round_most : LAW_distribution_round_least,
		limit->percent, n);
}

static bool is_broken(const struct limit *limit, int people, int bound)
{
	return is_ceiling(limit) ? people > bound : people < bound;
}

static struct str sentence_of(struct arena *mem, const struct limit *limit, int people, int n,
			      int bound)
{
	struct str names = names_of(mem, limit->predikat);

	if (limit->kind == AT_LEAST_ONE)
		return say_format(mem, "Harus ada pegawai dengan predikat %.*s.", STR_ARG(names));
	if (limit->kind == NONE_AT_ALL)
		return say_format(mem, "Tidak boleh ada %.*s, sekarang %d.", STR_ARG(names),
				  people);
	if (is_ceiling(limit))
		return say_format(mem, "%.*s paling banyak %d dari %d pegawai (%d%%), sekarang %d.",
				  STR_ARG(names), bound, n, limit->percent, people);
	return say_format(mem, "%.*s paling sedikit %d dari %d pegawai (%d%%), sekarang %d.",
			  STR_ARG(names), bound, n, limit->percent, people);
}

static void check_limit(const struct law_values *law, const struct limit *limit,
			const struct distribution *spread, struct problems *warnings)
{
	static const char *const rules[] = {
		[AT_MOST] = "distribusi.paling_banyak",
		[AT_LEAST] = "distribusi.paling_sedikit",
		[AT_LEAST_ONE] = "distribusi.harus_ada",
		[NONE_AT_ALL] = "distribusi.tidak_boleh",
	};
	int people = count_of(spread, limit->predikat), n = distribution_total(spread);
	int bound = bound_of(law, limit, n);

	if (is_broken(limit, people, bound))
		warn(warnings, rules[limit->kind],
		     sentence_of(warnings->mem, limit, people, n, bound));
}

/* The text says "sebagian besar" of the unit's own level, so no other level should be more
   frequent, PK-40 [D]. */
static void check_dominant(enum capaian capaian, const struct distribution *spread,
			   struct problems *warnings)
{
	struct arena *mem = warnings->mem;
	int dominant = spread->of[capaian]; /* capaian and predikat share their rank order */

	for (int i = 0; i < PREDIKAT_COUNT; i++) {
		if (spread->of[i] <= dominant)
			continue;
		struct str should = say(mem, predikat_label((enum predikat)capaian));
		warn(warnings, "distribusi.terbanyak",
		     say_format(mem, "Sebagian besar pegawai seharusnya berpredikat %.*s.",
				STR_ARG(should)));
		return;
	}
}

void distribution_check(const struct law_values *law, enum capaian capaian,
			const struct distribution *spread, struct problems *warnings)
{
	if (distribution_total(spread) == 0 || !law->of[LAW_distribution_in_force])
		return;
	for (size_t i = 0; i < sizeof limits / sizeof limits[0]; i++)
		if (limits[i].capaian == capaian)
			check_limit(law, &limits[i], spread, warnings);
	if (law->of[LAW_distribution_warn_dominant])
		check_dominant(capaian, spread, warnings);
}

/* A ceiling is broken by those it counts, a floor by those it does not. */
static bool may_break(const struct limit *limit, enum predikat predikat)
{
	bool is_counted = limit->predikat & 1 << predikat;

	return is_counted == is_ceiling(limit);
}

void distribution_check_one(const struct law_values *law, const struct distribution_case *one,
			    struct problems *warnings)
{
	int n = distribution_total(&one->spread) + one->to_rate;

	if (!law->of[LAW_distribution_in_force])
		return;
	for (size_t i = 0; i < sizeof limits / sizeof limits[0]; i++) {
		const struct limit *limit = &limits[i];
		int people = count_of(&one->spread, limit->predikat);
		int bound = bound_of(law, limit, n);

		if (limit->capaian == one->capaian && may_break(limit, one->predikat) &&
		    is_broken(limit, is_ceiling(limit) ? people : people + one->to_rate, bound))
			warn(warnings, "distribusi.pasti",
			     sentence_of(warnings->mem, limit, people, n, bound));
	}
}

struct distribution_bound distribution_limit(const struct law_values *law, enum capaian capaian,
					     enum predikat predikat, int n)
{
	for (size_t i = 0; i < sizeof limits / sizeof limits[0]; i++)
		if (limits[i].capaian == capaian && limits[i].predikat == 1 << predikat)
			return (struct distribution_bound){bound_of(law, &limits[i], n),
							   is_ceiling(&limits[i])};
	return (struct distribution_bound){-1, false};
}
