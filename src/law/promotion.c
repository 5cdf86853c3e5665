/* SPDX-License-Identifier: Apache-2.0 */
/* Who may be promoted, and from when on. */
#include "law/promotion.h"

#include "law/names.h"

#define RANK_LAST 16 /* IV/e */

static const struct law_name educations[PENDIDIKAN_COUNT] = {
#define PENDIDIKAN(key, label) [PENDIDIKAN_##key] = {STR(#key), STR(label)},
#include "law/pendidikan.def"
#undef PENDIDIKAN
};

LAW_NAMES(pendidikan, pendidikan, educations)

static const enum law_value highest[PENDIDIKAN_COUNT] = {
#define PENDIDIKAN(key, label) [PENDIDIKAN_##key] = LAW_puncak_##key,
#include "law/pendidikan.def"
#undef PENDIDIKAN
};

struct str promotion_block_key(enum promotion_block block)
{
	static const struct str keys[BLOCK_COUNT] = {
		[BLOCK_MASA] = STR("masa"),	  [BLOCK_PREDIKAT] = STR("predikat"),
		[BLOCK_HUKUMAN] = STR("hukuman"), [BLOCK_PENDIDIKAN] = STR("pendidikan"),
		[BLOCK_ATASAN] = STR("atasan"),	  [BLOCK_PUNCAK] = STR("puncak"),
	};

	return keys[block];
}

static struct date years_reached(const struct law_values *law, const struct promotion *promotion)
{
	return date_add_months(promotion->since, 12 * law->of[LAW_pangkat_tahun]);
}

/* With two periods a year April and October, with six the even months, with twelve every one. */
static bool is_period(const struct law_values *law, int month)
{
	int step = 12 / law->of[LAW_pangkat_periode];

	return month % step == 4 % step;
}

/* The first period that begins on that day or later. */
static struct date period_from(const struct law_values *law, struct date day)
{
	if (day.day > 1)
		day = date_add_months(DATE(day.year, day.month, 1), 1);
	while (!is_period(law, day.month))
		day = date_add_months(day, 1);
	return day;
}

unsigned promotion_blocks(const struct law_values *law, const struct promotion *p)
{
	int next = p->rank + 1; /* ranks count from 0, the values puncak_* from 1 */
	struct date begins = period_from(law, p->proposed);
	bool is_baik = p->predikat[0] <= PREDIKAT_BAIK && p->predikat[1] <= PREDIKAT_BAIK;
	bool is_bound = law->of[LAW_pangkat_batas_atasan] && p->superior_rank >= 0;

	return (unsigned)(date_compare(years_reached(law, p), begins) > 0) << BLOCK_MASA |
	       (unsigned)!is_baik << BLOCK_PREDIKAT | (unsigned)p->has_penalty << BLOCK_HUKUMAN |
	       (unsigned)(next + 1 > law->of[highest[p->pendidikan]]) << BLOCK_PENDIDIKAN |
	       (unsigned)(is_bound && next > p->superior_rank) << BLOCK_ATASAN |
	       (unsigned)(next > RANK_LAST) << BLOCK_PUNCAK;
}

struct date promotion_begins(const struct law_values *law, const struct promotion *promotion)
{
	struct date reached = years_reached(law, promotion);

	return period_from(law, date_compare(reached, promotion->proposed) > 0
					? reached
					: promotion->proposed);
}
