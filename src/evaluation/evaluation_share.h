/* SPDX-License-Identifier: Apache-2.0 */
/* What of a year's target falls to one of its periods. */
#ifndef ABDI_EVALUATION_EVALUATION_SHARE_H
#define ABDI_EVALUATION_EVALUATION_SHARE_H
#include "law/skp.h"
#include "org/org.h"

/* Counted things add up over months; measures of quality or time do not [D]. */
bool iki_is_summed(const struct iki *iki);
/* The part of a year's amount that falls to the period: by months for counted things, whole for
   measures. */
int64_t iki_share(const struct iki *iki, const struct periode *periode, int64_t amount);
/* For a part of the year also what falls to it: "1.800 ton (setahun 7.200 ton)". */
struct str iki_share_text(struct arena *mem, const struct iki *iki, const struct periode *periode);

#endif
