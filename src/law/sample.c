/* SPDX-License-Identifier: Apache-2.0 */
/* The size of a sample, without binary floats. */
#include "law/sample.h"
#include "law/rounding.h"

/* S = 3.841 N 0.25 / (0.0025 (N - 1) + 3.841 0.25), all times one million. */
int64_t sample_size(const struct law_values *law, int64_t population)
{
	if (population <= 0)
		return 0;
	if (population > SAMPLE_POPULATION_MAX)
		population = SAMPLE_POPULATION_MAX;
	struct ratio size = ratio_make(960250 * population, 2500 * (population - 1) + 960250);
	return rounding_apply(law->of[LAW_sample_rounding], size);
}
