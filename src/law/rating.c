/* SPDX-License-Identifier: Apache-2.0 */
/* From achievement to rating, one result and all. */
#include "law/rating.h"
#include "base/say.h"
#include "law/names.h"

/* Ten trillion in hundredths. Larger amounts count as this one, so that the fractions stay
   exact. */
#define AMOUNT_MAX INT64_C(1000000000000000)

static const struct law_name direction_names[] = {
	[DIRECTION_HIGHER] = {STR("higher_better"), STR(SAID("Makin tinggi makin baik"))},
	[DIRECTION_LOWER] = {STR("lower_better"), STR(SAID("Makin rendah makin baik"))},
	[DIRECTION_RANGE] = {STR("range"), STR(SAID("Di antara dua angka"))},
};

LAW_NAMES(direction, direction, direction_names)

static int64_t bounded(int64_t amount)
{
	if (amount < 0)
		return 0;
	return amount > AMOUNT_MAX ? AMOUNT_MAX : amount;
}

static struct ratio percent(int64_t num, int64_t den)
{
	return ratio_make(num * 100, den);
}

/* realisasi / target x 100 */
static struct ratio achievement_higher(int64_t realisasi, int64_t target)
{
	return target == 0 ? percent(1, 1) : percent(realisasi, target);
}

/* (2 - realisasi / target) x 100, floor 0 */
static struct ratio achievement_lower(int64_t realisasi, int64_t target)
{
	if (target == 0)
		return percent(realisasi == 0, 1);
	return realisasi >= 2 * target ? percent(0, 1) : percent(2 * target - realisasi, target);
}

struct ratio item_achievement(const struct item *item)
{
	int64_t realisasi = bounded(item->realisasi);
	int64_t low = bounded(item->target_min), high = bounded(item->target);

	if (item->direction == DIRECTION_HIGHER)
		return achievement_higher(realisasi, high);
	if (item->direction == DIRECTION_LOWER || realisasi > high)
		return achievement_lower(realisasi, high);
	return realisasi < low ? achievement_higher(realisasi, low) : percent(1, 1);
}

enum rating item_rating(const struct law_values *law, const struct item *item)
{
	struct ratio achieved = item_achievement(item);
	bool may_exceed =
		!item->is_doubted && (item->has_evidence || !law->of[LAW_item_evidence_needed]);

	if (ratio_compare(achieved, ratio_make(law->of[LAW_item_rating_meets], 1)) < 0)
		return RATING_DI_BAWAH;
	if (may_exceed &&
	    ratio_compare(achieved, ratio_make(law->of[LAW_item_rating_above], 1)) > 0)
		return RATING_DI_ATAS;
	return RATING_SESUAI;
}

/* More than the share that counts as "most". */
static bool is_most(int part, int count, int majority_pct)
{
	return 100 * part > majority_pct * count;
}

enum rating rating_of_results(const struct law_values *law, const struct rated_result *results,
			      int count)
{
	int majority = law->of[LAW_rollup_majority_pct];
	int above = 0, below = 0, main_count = 0, main_below = 0;

	for (int i = 0; i < count; i++) {
		above += results[i].rating == RATING_DI_ATAS;
		below += results[i].rating == RATING_DI_BAWAH;
		main_count += results[i].is_utama;
		main_below += results[i].is_utama && results[i].rating == RATING_DI_BAWAH;
	}
	if (is_most(below, count, majority) || is_most(main_below, main_count, majority))
		return RATING_DI_BAWAH;
	return is_most(above, count, majority) && main_below == 0 ? RATING_DI_ATAS : RATING_SESUAI;
}

enum rating rating_of_behaviour(const struct law_values *law, const enum rating *values, int count)
{
	int majority = law->of[LAW_behaviour_majority_pct];
	int above = 0, below = 0;

	for (int i = 0; i < count; i++) {
		above += values[i] == RATING_DI_ATAS;
		below += values[i] == RATING_DI_BAWAH;
	}
	if (is_most(below, count, majority))
		return RATING_DI_BAWAH;
	return is_most(above, count, majority) && below == 0 ? RATING_DI_ATAS : RATING_SESUAI;
}
