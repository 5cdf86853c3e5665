/* SPDX-License-Identifier: Apache-2.0 */
/* Pemeringkatan by the Tim Penilai Kinerja (PK-54 [V]); what decides, and in which order, are the
   values ranking_* [D]. */
#ifndef ABDI_LAW_RANKING_H
#define ABDI_LAW_RANKING_H
#include "base/ratio.h"
#include "law/predikat.h"

/* One of those who are compared. */
struct ranked {
	enum predikat predikat;
	struct ratio s_hasil, s_perilaku; /* of the year, on its scale */
	int appreciations; /* feedback of type apresiasi */
};

/* Negative when a ranks above b; 0 when nothing tells them apart. */
int ranking_compare(const struct law_values *law, const struct ranked *a, const struct ranked *b);

#endif
