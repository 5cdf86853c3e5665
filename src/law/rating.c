/* SPDX-License-Identifier: Apache-2.0 */
#include "law/rating.h"
#include "law/defaults.h"

/* Ten trillion in hundredths. Larger amounts count as this one, so that the fractions stay exact. */
#define AMOUNT_MAX INT64_C(1000000000000000)

static const struct str direction_keys[] = {
	[DIRECTION_HIGHER] = STR("higher_better"),
	[DIRECTION_LOWER] = STR("lower_better"),
	[DIRECTION_RANGE] = STR("range"),
};

struct str direction_key(enum direction direction)
{
	return direction_keys[direction];
}

bool direction_parse(struct str key, enum direction *out)
{
	for (int i = DIRECTION_HIGHER; i <= DIRECTION_RANGE; i++)
		if (str_equal(direction_keys[i], key)) {
			*out = (enum direction)i;
			return true;
		}
	return false;
}

struct rating_limits rating_limits_default(void)
{
	return (struct rating_limits){LAW_DEFAULT_item_rating_above, LAW_DEFAULT_item_rating_meets};
}

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

	switch (item->direction) {
	case DIRECTION_HIGHER: return achievement_higher(realisasi, high);
	case DIRECTION_LOWER: return achievement_lower(realisasi, high);
	case DIRECTION_RANGE:
		if (realisasi < low)
			return achievement_higher(realisasi, low);
		return realisasi > high ? achievement_lower(realisasi, high) : percent(1, 1);
	}
	__builtin_unreachable();
}

enum rating item_rating(const struct rating_limits *limits, const struct item *item)
{
	struct ratio achieved = item_achievement(item);

	if (ratio_compare(achieved, ratio_make(limits->meets_percent, 1)) < 0)
		return RATING_DI_BAWAH;
	if (item->has_evidence && ratio_compare(achieved, ratio_make(limits->above_percent, 1)) > 0)
		return RATING_DI_ATAS;
	return RATING_SESUAI;
}

enum rating rating_of_results(const struct rated_result *results, int count)
{
	int above = 0, below = 0, main_count = 0, main_below = 0;

	for (int i = 0; i < count; i++) {
		above += results[i].rating == RATING_DI_ATAS;
		below += results[i].rating == RATING_DI_BAWAH;
		main_count += results[i].is_utama;
		main_below += results[i].is_utama && results[i].rating == RATING_DI_BAWAH;
	}
	if (2 * below > count || 2 * main_below > main_count)
		return RATING_DI_BAWAH;
	return 2 * above > count && main_below == 0 ? RATING_DI_ATAS : RATING_SESUAI;
}

enum rating rating_of_behaviour(const enum rating *values, int count)
{
	int above = 0, below = 0;

	for (int i = 0; i < count; i++) {
		above += values[i] == RATING_DI_ATAS;
		below += values[i] == RATING_DI_BAWAH;
	}
	if (2 * below > count)
		return RATING_DI_BAWAH;
	return 2 * above > count && below == 0 ? RATING_DI_ATAS : RATING_SESUAI;
}
