/* SPDX-License-Identifier: Apache-2.0 */
/* The target of an indicator in words, as pages and signed papers have it. */
#ifndef ABDI_LAW_SKP_TARGET_H
#define ABDI_LAW_SKP_TARGET_H
#include "law/skp.h"

/* "90 persen". */
struct str skp_amount_text(struct arena *mem, int64_t hundredths, struct str satuan);
/* The same with the indicator's direction: "≤ 3 hari", and of a range "10–20 hari". */
struct str skp_amounts_text(struct arena *mem, const struct iki *iki, int64_t least, int64_t value);
/* The year's target, or the words for a qualitative indicator. */
struct str skp_target_text(struct arena *mem, const struct iki *iki);

#endif
