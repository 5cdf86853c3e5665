/* SPDX-License-Identifier: Apache-2.0 */
/* Compares by predikat, then by what else the values name. */
#include "law/ranking.h"

enum key { NONE, PREDIKAT, HASIL, PERILAKU, APRESIASI };

static int compare_by(int key, const struct ranked *a, const struct ranked *b)
{
	switch (key) {
	case PREDIKAT: return (int)a->predikat - (int)b->predikat; /* best first */
	case HASIL: return ratio_compare(b->s_hasil, a->s_hasil);
	case PERILAKU: return ratio_compare(b->s_perilaku, a->s_perilaku);
	case APRESIASI: return b->appreciations - a->appreciations;
	default: return 0;
	}
}

int ranking_compare(const struct law_values *law, const struct ranked *a, const struct ranked *b)
{
	int order = 0;

	for (int i = LAW_ranking_1; i <= LAW_ranking_4 && order == 0; i++)
		order = compare_by(law->of[i], a, b);
	return order;
}
