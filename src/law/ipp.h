/* SPDX-License-Identifier: Apache-2.0 */
/* Indeks Pelayanan Publik, PermenPANRB 29/2022 jo. 4/2023 and Pedoman 5/2023 (rulebook 4.7: bands
   [V], shares of evaluator and users [V]; the weights of the six aspects are not verified and not
   here). Values ipp_*. */
#ifndef ABDI_LAW_IPP_H
#define ABDI_LAW_IPP_H
#include "base/ratio.h"
#include "law/values.h"

/* Do the users' answers suffice to count F03? */
bool ipp_counts_users(const struct law_values *law, int64_t answers);
/* 0 to 5 in hundredths, half up: the evaluator's F02 and the users' F03, each 0 to 5. */
int64_t ipp_value(const struct law_values *law, struct ratio f02, struct ratio f03,
		  int64_t answers);
/* "a", "a_minus", "b", "b_minus", "c", "c_minus", "d", "e", "f" */
struct str ipp_category(const struct law_values *law, int64_t value);

#endif
