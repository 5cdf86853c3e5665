/* SPDX-License-Identifier: Apache-2.0 */
/* The index of the survey and its level. */
#include "law/skm.h"
#include "law/names.h"

static const struct law_name elements[UNSUR_COUNT] = {
#define UNSUR(name, key, label) [UNSUR_##name] = {STR(key), STR(label)},
#include "law/unsur.def"
#undef UNSUR
};

LAW_NAMES(unsur, unsur, elements)
LAW_LABELS(unsur, unsur, elements)

static const struct law_name weights[] = {
	[SKM_WEIGHT_ROUNDED_0_111] = {STR("rounded_0_111"), STR("0,111")},
	[SKM_WEIGHT_EXACT_1_9] = {STR("exact_1_9"), STR("1/9")},
};

LAW_NAMES(skm_weight, skm_weight, weights)

enum skm_weight skm_weight_of(const struct law_values *law)
{
	return (enum skm_weight)law->of[LAW_skm_weight_exact];
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

char skm_mutu(const struct law_values *law, int64_t converted)
{
	if (converted >= law->of[LAW_skm_mutu_a])
		return 'A';
	if (converted >= law->of[LAW_skm_mutu_b])
		return 'B';
	return converted >= law->of[LAW_skm_mutu_c] ? 'C' : 'D';
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

bool skm_officer_is_shown(const struct law_values *law, int respondents)
{
	return respondents >= law->of[LAW_skm_officer_min];
}

struct skm_means skm_means_of(const struct skm_answers *answers, int count)
{
	struct skm_means means = {0};

	for (int u = 0; u < UNSUR_COUNT; u++) {
		int64_t sum = 0, given = 0;
		for (int i = 0; i < count; i++) {
			sum += answers[i].of[u];
			given += answers[i].of[u] > 0;
		}
		means.applies[u] = given > 0;
		if (given > 0)
			means.mean[u] = ratio_make(sum, given);
	}
	return means;
}
