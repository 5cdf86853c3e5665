/* SPDX-License-Identifier: Apache-2.0 */
/* How predikat may spread in a unit, from what the unit achieved: SE MenPANRB 3/2023 (rulebook
   1.7.2 [V]). A consideration for the leader, so a breach is a warning with a reason to write,
   never a stop (PK-40). */
#ifndef ABDI_LAW_DISTRIBUTION_H
#define ABDI_LAW_DISTRIBUTION_H
#include "base/problems.h"
#include "law/predikat.h"

/* How many people got which predikat. */
struct distribution {
	int of[PREDIKAT_COUNT]; /* people by predikat */
};

/* All of them. */
int distribution_total(const struct distribution *spread);
/* Adds one warning per breach: rules "distribusi.paling_banyak", ".paling_sedikit", ".harus_ada",
   ".tidak_boleh", ".terbanyak". Nothing before the limits were in force. */
void distribution_check(const struct law_values *law, enum capaian capaian,
			const struct distribution *spread, struct problems *warnings);
/* One person's predikat in the unit: spread holds it already, to_rate people are still open. */
struct distribution_case {
	enum capaian capaian;
	struct distribution spread;
	int to_rate;
	enum predikat predikat;
};
/* One warning per limit that this predikat breaks for certain, whatever the people still to be
   rated get; its rater gives a reason (PK-40). Rule "distribusi.pasti". */
void distribution_check_one(const struct law_values *law, const struct distribution_case *one,
			    struct problems *warnings);
/* What the pattern allows or demands of one level; people is -1 when it names no limit. */
struct distribution_bound {
	int people;
	bool is_most; /* at most, else at least */
};
struct distribution_bound distribution_limit(const struct law_values *law, enum capaian capaian,
					     enum predikat predikat, int n);
/* Below distribution_min_unit_size [D] the warnings are advice, without a reason to write. */
bool distribution_is_advice(const struct law_values *law, const struct distribution *spread);

#endif
