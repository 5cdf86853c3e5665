/* SPDX-License-Identifier: Apache-2.0 */
/* The amount of a month, part by part. */
#include "law/tpp.h"
#include "law/rounding.h"

#define WHOLE 10000 /* all of it, in hundredths of a percent */

_Static_assert(LAW_tpp_percent_sangat_kurang - LAW_tpp_percent_sangat_baik ==
		       PREDIKAT_SANGAT_KURANG,
	       "one value for each predikat, in their order");

int tpp_productivity(const struct law_values *law, enum predikat predikat)
{
	return law->of[LAW_tpp_percent_sangat_baik + (int)predikat];
}

int64_t tpp_amount(const struct law_values *law, int64_t base, int productivity_percent,
		   int64_t points, bool has_penalty)
{
	int64_t lost = points > WHOLE ? WHOLE : points;
	int64_t part = law->of[LAW_tpp_productivity_pct];
	struct ratio productivity = ratio_make(part * productivity_percent, 10000);
	struct ratio discipline = ratio_make((100 - part) * (WHOLE - lost), 1000000);
	struct ratio share = ratio_add(productivity, discipline);

	if (has_penalty)
		share = ratio_mul(share, ratio_make(100 - law->of[LAW_tpp_penalty_pct], 100));
	return rounding_apply(law->of[LAW_tpp_round], ratio_mul(ratio_make(base, 1), share));
}

static bool is_known(const struct tpp_decision *decision)
{
	return str_trim(decision->number).len > 0 && !date_is_none(decision->day);
}

bool tpp_is_simulation(const struct law_values *law, const struct tpp_decision *perkada,
		       const struct tpp_decision *approval)
{
	if (!law->of[LAW_tpp_dua_keputusan])
		return false;
	return !is_known(perkada) || !is_known(approval) ||
	       date_compare(approval->day, perkada->day) > 0;
}
