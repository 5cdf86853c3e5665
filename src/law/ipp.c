/* SPDX-License-Identifier: Apache-2.0 */
/* The service index and its band. */
#include "law/ipp.h"

bool ipp_counts_users(const struct law_values *law, int64_t answers)
{
	return answers >= law->of[LAW_ipp_jawaban_min];
}

int64_t ipp_value(const struct law_values *law, struct ratio f02, struct ratio f03, int64_t answers)
{
	int share = law->of[LAW_ipp_f02_pct];
	struct ratio value = ratio_mul(f02, ratio_make(share, 100));

	if (ipp_counts_users(law, answers))
		value = ratio_add(value, ratio_mul(f03, ratio_make(100 - share, 100)));
	return ratio_round_half_up(value, 2);
}

struct str ipp_category(const struct law_values *law, int64_t value)
{
	static const struct {
		enum law_value least;
		struct str key;
	} bands[] = {
		{LAW_ipp_a, STR("a")}, {LAW_ipp_a_minus, STR("a_minus")},
		{LAW_ipp_b, STR("b")}, {LAW_ipp_b_minus, STR("b_minus")},
		{LAW_ipp_c, STR("c")}, {LAW_ipp_c_minus, STR("c_minus")},
		{LAW_ipp_d, STR("d")}, {LAW_ipp_e, STR("e")},
	};

	for (size_t i = 0; i < sizeof bands / sizeof bands[0]; i++)
		if (value >= law->of[bands[i].least])
			return bands[i].key;
	return STR("f");
}
