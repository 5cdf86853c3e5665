/* SPDX-License-Identifier: Apache-2.0 */
/* Angka kredit of functional positions from the predikat (rulebook 2). All amounts are hundredths.
   Only PNS in JF have it (AK-12); lines are rounded first and then added (AK-03 [V]). */
#ifndef ABDI_LAW_ANGKA_KREDIT_H
#define ABDI_LAW_ANGKA_KREDIT_H
#include "law/predikat.h"

enum jenjang {
#define JENJANG(name, key, label, koefisien, pangkat, jenjang) JENJANG_##name,
#include "law/jenjang.def"
#undef JENJANG
	JENJANG_COUNT
};

struct str jenjang_key(enum jenjang jenjang);
struct str jenjang_label(enum jenjang jenjang);
MUST_CHECK bool jenjang_parse(struct str key, enum jenjang *out);

int angka_kredit_percent(enum predikat predikat); /* AK-01 [V] */
int64_t angka_kredit_koefisien(enum jenjang jenjang); /* AK-02 [V] */
/* One line: months/12 x percent x koefisien, half up to two decimals (AK-03 [V]). months 1 to 12. */
int64_t angka_kredit_line(enum jenjang jenjang, enum predikat predikat, int months);
/* Once, for a higher degree: 25 % of the need for pangkat (AK-08 [V]). */
int64_t angka_kredit_education(enum jenjang jenjang);

struct angka_kredit_standing {
	bool may_pangkat,
		may_jenjang; /* enough for a proposal; the other conditions are AK-06 and AK-07 */
	int64_t pangkat_surplus; /* negative: what is missing */
	int64_t jenjang_surplus; /* 0 where there is no next jenjang */
};
/* The collected amount against the needs of the jenjang (AK-06 [V]). */
struct angka_kredit_standing angka_kredit_stand(enum jenjang jenjang, int64_t total);

#endif
