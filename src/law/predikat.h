/* SPDX-License-Identifier: Apache-2.0 */
/* From two ratings to the predikat: nine cells, PermenPANRB 6/2022 (rulebook 1.7.1 [V]). No score
   (PK-04). */
#ifndef ABDI_LAW_PREDIKAT_H
#define ABDI_LAW_PREDIKAT_H
#include "law/values.h"

/* Against what was expected. */
enum rating { RATING_DI_BAWAH, RATING_SESUAI, RATING_DI_ATAS };
#define RATING_COUNT 3

/* The five predikat, worst first. */
enum predikat {
#define PREDIKAT(name, key, label) PREDIKAT_##name,
#include "law/predikat.def"
#undef PREDIKAT
	PREDIKAT_COUNT
};

/* What the unit achieved (rulebook 1.7 step 1 [V]), best first. */
enum capaian {
	CAPAIAN_ISTIMEWA,
	CAPAIAN_BAIK,
	CAPAIAN_BUTUH_PERBAIKAN,
	CAPAIAN_KURANG,
	CAPAIAN_SANGAT_KURANG,
	CAPAIAN_COUNT
};

/* The cell of the two ratings. */
enum predikat predikat_decide(enum rating hasil, enum rating perilaku);
/* The result rating of who heads the unit, PK-41 [V], mapping [D]. */
enum rating rating_of_capaian(const struct law_values *law, enum capaian capaian);
/* What the unit's year comes to from its agreement (PK) and the leader's expectation: a suggestion,
   1.7 step 1 [D]. */
enum capaian capaian_suggest(const struct law_values *law, enum rating pk, enum rating ekspektasi);

struct str rating_key(enum rating rating); /* "di_atas" */
struct str rating_label(enum rating rating); /* "Di atas ekspektasi" */
MUST_CHECK bool rating_parse(struct str key, enum rating *out);
struct str predikat_key(enum predikat predikat);
struct str predikat_label(enum predikat predikat);
MUST_CHECK bool predikat_parse(struct str key, enum predikat *out);
struct str capaian_key(enum capaian capaian);
struct str capaian_label(enum capaian capaian);
MUST_CHECK bool capaian_parse(struct str key, enum capaian *out);

#endif
