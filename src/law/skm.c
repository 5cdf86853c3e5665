/* SPDX-License-Identifier: Apache-2.0 */
#include "law/skm.h"

static const struct {
	struct str key, label;
} elements[] = {
#define UNSUR(name, key, label) [UNSUR_##name] = {STR(key), STR(label)},
#include "law/unsur.def"
#undef UNSUR
};

/* Lowest converted value of each band, hundredths (4.3 [V]); rounding leaves nothing between two bands. */
static const struct {
	int64_t from;
	char mutu;
	struct str label;
} bands[] = {
	{8831, 'A', STR("Sangat baik")},
	{7661, 'B', STR("Baik")},
	{6500, 'C', STR("Kurang baik")},
	{INT64_MIN, 'D', STR("Tidak baik")},
};

struct str unsur_key(enum unsur unsur)
{
	return elements[unsur].key;
}

struct str unsur_label(enum unsur unsur)
{
	return elements[unsur].label;
}

bool skm_weight_parse(struct str key, enum skm_weight *out)
{
	if (str_is(key, "rounded_0_111"))
		*out = SKM_WEIGHT_ROUNDED_0_111;
	else if (str_is(key, "exact_1_9"))
		*out = SKM_WEIGHT_EXACT_1_9;
	else
		return false;
	return true;
}

struct ratio skm_index(enum skm_weight weight, const struct skm_means *means)
{
	struct ratio sum = ratio_make(0, 1);
	int applying = 0;

	for (int i = 0; i < UNSUR_COUNT; i++) {
		if (!means->applies[i])
			continue;
		sum = ratio_add(sum, means->mean[i]);
		applying++;
	}
	if (applying == 0)
		return sum;
	if (applying == UNSUR_COUNT && weight == SKM_WEIGHT_ROUNDED_0_111)
		return ratio_mul(sum, ratio_make(111, 1000));
	return ratio_div(sum, ratio_make(applying, 1));
}

int64_t skm_converted(struct ratio index)
{
	return ratio_round_half_up(ratio_mul(index, ratio_make(25, 1)), 2);
}

char skm_mutu(int64_t converted)
{
	int band = 0;

	while (converted < bands[band].from)
		band++;
	return bands[band].mutu;
}

struct str skm_mutu_label(char mutu)
{
	return mutu >= 'A' && mutu <= 'D' ? bands[mutu - 'A'].label : STR_NONE;
}

int skm_rank(const struct skm_means *means, enum unsur ranked[UNSUR_COUNT])
{
	int count = 0;

	for (int i = 0; i < UNSUR_COUNT; i++) {
		if (!means->applies[i])
			continue;
		int at = count++;
		while (at > 0 && ratio_compare(means->mean[i], means->mean[ranked[at - 1]]) < 0) {
			ranked[at] = ranked[at - 1];
			at--;
		}
		ranked[at] = (enum unsur)i;
	}
	return count;
}
