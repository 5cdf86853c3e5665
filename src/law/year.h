/* SPDX-License-Identifier: Apache-2.0 */
/* The year's suggestion from its periods, weighted by months (rulebook 1.7.4 [D]). Never an average of predikat names,
   never the last period only; the appraiser may differ with a reason. */
#ifndef ABDI_LAW_YEAR_H
#define ABDI_LAW_YEAR_H
#include "base/ratio.h"
#include "law/predikat.h"

struct year_period {
	int months; /* PK-33: full months in the post */
	bool is_rated; /* false for tidak_dinilai (PK-34): left out of the weights */
	enum rating hasil, perilaku;
};

/* Settings annual_above (at least) and annual_below (strictly less), hundredths: 250 and 150. */
struct year_limits {
	int above, below;
};
struct year_limits year_limits_default(void);

struct year_suggestion {
	struct ratio s_hasil, s_perilaku; /* 1 to 3 */
	enum rating hasil, perilaku;
	enum predikat predikat;
	bool is_capped; /* results held at SESUAI because a main result is finally below */
};

/* False when no month was rated: then there is nothing to suggest. */
MUST_CHECK bool year_suggest(const struct year_limits *limits, const struct year_period *periods,
			     int count, bool has_main_below, struct year_suggestion *out);
/* An appraiser who departs from the suggestion writes at least this many characters (override_reason_min_chars). */
bool year_reason_is_enough(struct str alasan, int least_chars);

#endif
