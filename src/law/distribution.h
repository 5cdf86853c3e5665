/* SPDX-License-Identifier: Apache-2.0 */
/* How predikat may spread in a unit, from what the unit achieved: SE MenPANRB 3/2023 (rulebook 1.7.2 [V]).
   A consideration for the leader, so a breach is a warning with a reason to write, never a stop (PK-40). */
#ifndef ABDI_LAW_DISTRIBUTION_H
#define ABDI_LAW_DISTRIBUTION_H
#include "base/problems.h"
#include "law/predikat.h"

struct distribution {
	int of[PREDIKAT_COUNT]; /* people by predikat */
};

int distribution_total(const struct distribution *spread);
/* Adds one warning per breach: rules "distribusi.paling_banyak", ".paling_sedikit", ".harus_ada",
   ".tidak_boleh", ".terbanyak". */
void distribution_check(enum capaian capaian, const struct distribution *spread,
			struct problems *warnings);
/* Below distribution_min_unit_size [D] the warnings are advice, without a reason to write. */
bool distribution_is_advice(const struct distribution *spread, int min_unit_size);
/* The whole people a share allows: floor for "at most", ceil for "at least" [D]. */
int distribution_at_most(int percent, int n);
int distribution_at_least(int percent, int n);

#endif
