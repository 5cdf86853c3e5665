/* SPDX-License-Identifier: Apache-2.0 */
/* Tambahan penghasilan of a month: productivity and discipline, Kepmendagri 900-4700/2020 (rulebook
   3.3 [K]; what a predikat is worth is local [D]). Values tpp_*. */
#ifndef ABDI_LAW_TPP_H
#define ABDI_LAW_TPP_H
#include "law/predikat.h"

/* Percent of the productivity part a predikat earns [D]. */
int tpp_productivity(const struct law_values *law, enum predikat predikat);
/* Whole rupiah, rounded down. points: hundredths of discipline percent points of the month. */
int64_t tpp_amount(const struct law_values *law, int64_t base, int productivity_percent,
		   int64_t points, bool has_penalty);
/* A decision the amounts rest on: both its number and its day are known. */
struct tpp_decision {
	struct str number;
	struct date day;
};
/* Without the Perkada (PP 12/2019 art. 58) and the Minister's approval before it (Kepmendagri
   900-4700/2020) a sheet is a simulation (3.3 [V]). */
bool tpp_is_simulation(const struct law_values *law, const struct tpp_decision *perkada,
		       const struct tpp_decision *approval);

#endif
