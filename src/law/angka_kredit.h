/* SPDX-License-Identifier: Apache-2.0 */
/* Angka kredit of functional positions from the predikat (rulebook 2: PermenPANRB 1/2023 art. 37,
   PerBKN 3/2023). All amounts are hundredths. Only PNS in JF have it (AK-12); lines are rounded
   first and then added (AK-03 [V]). Values ak_*. */
#ifndef ABDI_LAW_ANGKA_KREDIT_H
#define ABDI_LAW_ANGKA_KREDIT_H
#include "law/predikat.h"

/* The levels of functional posts. */
enum jenjang {
#define JENJANG(name, key, label) JENJANG_##name,
#include "law/jenjang.def"
#undef JENJANG
	JENJANG_COUNT
};

/* As stored. */
struct str jenjang_key(enum jenjang jenjang);
/* As people read it. */
struct str jenjang_label(enum jenjang jenjang);
/* False when it is no level. */
MUST_CHECK bool jenjang_parse(struct str key, enum jenjang *out);

int angka_kredit_percent(const struct law_values *law, enum predikat predikat); /* AK-01 [V] */
int64_t angka_kredit_koefisien(const struct law_values *law, enum jenjang jenjang); /* AK-02 [V] */
/* One line: months/12 x percent x koefisien, half up to ak_round_decimals (AK-03 [V]). months 1 to
   12. */
int64_t angka_kredit_line(const struct law_values *law, enum jenjang jenjang,
			  enum predikat predikat, int months);
/* Once, for a higher degree: a share of the need for pangkat (AK-08 [V]). */
int64_t angka_kredit_education(const struct law_values *law, enum jenjang jenjang);

/* What one period brings. */
struct credit_line {
	enum jenjang jenjang;
	enum predikat predikat;
	int months;
};
/* What all periods bring together. */
struct credit_total {
	enum jenjang jenjang; /* of the last line */
	int64_t total;
};
/* Rounded lines added; the count starts again where the jenjang changes (AK-03, AK-06 [V]). At
   least one line. */
struct credit_total angka_kredit_total(const struct law_values *law,
				       const struct credit_line *lines, int count);

/* What is there, what a step needs, and what is missing. */
struct angka_kredit_standing {
	bool may_pangkat,
		may_jenjang; /* enough for a proposal; the other conditions are AK-06 and AK-07 */
	int64_t pangkat_surplus; /* negative: what is missing */
	int64_t jenjang_surplus; /* 0 where there is no next jenjang */
};
/* The collected amount against the needs of the jenjang (AK-06 [V]). */
struct angka_kredit_standing angka_kredit_stand(const struct law_values *law, enum jenjang jenjang,
						int64_t total);
/* Conventional amount less the base value of the rank, never below 0 (AK-09 [V for one JF]). False
   when the golongan has no base value. */
MUST_CHECK bool angka_kredit_integration(const struct law_values *law, struct str golongan,
					 int64_t conventional, int64_t *out);

#endif
