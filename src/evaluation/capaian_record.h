/* SPDX-License-Identifier: Apache-2.0 */
/* What was said of a unit's achievement, as it is stored. */
#ifndef ABDI_EVALUATION_CAPAIAN_RECORD_H
#define ABDI_EVALUATION_CAPAIAN_RECORD_H
#include "law/predikat.h"
#include "org/org.h"

#define CAPAIAN_PAGE 25 /* units a page */

/* What a unit achieved in a period; is_set false: nobody has said yet. */
struct capaian_organisasi {
	struct unit unit;
	bool is_set, may_set;
	enum capaian predikat;
	struct str dasar, penetap_nama;
	struct id ditetapkan_oleh;
	int64_t ditetapkan_at, version;
	/* why it stays as it is, and what can be done; empty while it may change */
	struct str tetap;
};

/* The unit's achievement an evaluation was decided with; the pattern (1.7.2) follows from it. Not
   kept with what was decided before there was room for it. */
struct capaian_tetap {
	bool is_kept;
	enum capaian predikat;
	struct id unit_id;
};

/* Which units of a period: a unit with those below it (empty: all), those alone of which nothing is
   said, and behind which one the list goes on (none: at its beginning). */
struct capaian_span {
	int tahun, nomor;
	struct str within;
	bool is_unsaid;
	struct id after;
};

/* What was said of one unit in one period, for comparing with the trail. */
struct capaian_said {
	struct id unit_id;
	int tahun, nomor;
	enum capaian predikat;
};

/* How many units somebody may speak for, and of how many something was said. */
struct capaian_count {
	int units, said;
};

#endif
