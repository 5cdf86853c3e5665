/* SPDX-License-Identifier: Apache-2.0 */
#include "law/sample.h"
#include "base/ratio.h"

/* S = 3.841 N 0.25 / (0.0025 (N - 1) + 3.841 0.25), all times one million. */
int64_t sample_size(int64_t population)
{
	if (population <= 0)
		return 0;
	if (population > SAMPLE_POPULATION_MAX)
		population = SAMPLE_POPULATION_MAX;
	return ratio_round_half_up(
		ratio_make(960250 * population, 2500 * (population - 1) + 960250), 0);
}
