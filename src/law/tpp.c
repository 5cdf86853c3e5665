/* SPDX-License-Identifier: Apache-2.0 */
#include "law/tpp.h"
#include "base/ratio.h"

#define POINTS_MAX 10000

struct tpp_limits tpp_limits_default(void)
{
	return (struct tpp_limits){
		.productivity_percent = 60,
		.predikat_percent =
			{
				[PREDIKAT_SANGAT_BAIK] = 100,
				[PREDIKAT_BAIK] = 100,
				[PREDIKAT_BUTUH_PERBAIKAN] = 75,
				[PREDIKAT_KURANG] = 50,
				[PREDIKAT_SANGAT_KURANG] = 25,
			},
		.penalty_percent = 25,
	};
}

int64_t tpp_amount(const struct tpp_limits *limits, int64_t base, int productivity_percent,
		   int64_t points, bool has_penalty)
{
	int64_t lost = points > POINTS_MAX ? POINTS_MAX : points;
	struct ratio productivity =
		ratio_make((int64_t)limits->productivity_percent * productivity_percent, 10000);
	struct ratio discipline =
		ratio_make((100 - limits->productivity_percent) * (POINTS_MAX - lost), 1000000);
	struct ratio share = ratio_add(productivity, discipline);

	if (has_penalty)
		share = ratio_mul(share, ratio_make(100 - limits->penalty_percent, 100));
	return ratio_floor(ratio_mul(ratio_make(base, 1), share));
}
