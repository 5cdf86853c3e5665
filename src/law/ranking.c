/* SPDX-License-Identifier: Apache-2.0 */
#include "law/ranking.h"

int ranking_compare(const struct ranked *a, const struct ranked *b)
{
	if (a->predikat != b->predikat)
		return (int)a->predikat - (int)b->predikat; /* best first */
	int hasil = ratio_compare(b->s_hasil, a->s_hasil);
	if (hasil)
		return hasil;
	int perilaku = ratio_compare(b->s_perilaku, a->s_perilaku);
	return perilaku ? perilaku : b->appreciations - a->appreciations;
}
