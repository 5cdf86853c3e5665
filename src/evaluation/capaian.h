/* SPDX-License-Identifier: Apache-2.0 */
/* What a unit achieved in a period or (nomor 0) the year: said from above it; its people wait for it. */
#ifndef ABDI_EVALUATION_CAPAIAN_H
#define ABDI_EVALUATION_CAPAIAN_H
#include "law/predikat.h"
#include "org/org.h"

/* What a unit achieved in a period; is_set false: nobody has said yet. */
struct capaian_organisasi {
	struct unit unit;
	bool is_set, may_set;
	enum capaian predikat;
	struct str dasar, penetap_nama;
	struct id ditetapkan_oleh;
	int64_t ditetapkan_at, version;
	struct str
		tetap; /* why it stays as it is, and what can be done; empty while it may change */
};

/* The unit's achievement an evaluation was decided with; the pattern (1.7.2) follows from it. Not kept with what was
   decided before there was room for it. */
struct capaian_tetap {
	bool is_kept;
	enum capaian predikat;
	struct id unit_id;
};

/* Said by who leads the organisation above the unit, or the personnel office with a note of its basis. */
MUST_CHECK enum err capaian_organisasi_set(struct job *job,
					   const struct capaian_organisasi *capaian, int tahun,
					   int nomor);
MUST_CHECK enum err capaian_organisasi_load(struct job *job, const struct id *unit_id, int tahun,
					    int nomor, struct capaian_organisasi *out);
/* Units the actor may speak for, with what was said: after a unit (NULL: the first), a page and one more. */
#define CAPAIAN_PAGE 25
MUST_CHECK enum err capaian_organisasi_list(struct job *job, int tahun, int nomor,
					    const struct id *after, struct capaian_organisasi **out,
					    int *count);
/* How many units the actor may speak for, and for how many it was said. */
MUST_CHECK enum err capaian_organisasi_count(struct job *job, int tahun, int nomor, int *units,
					     int *said);

#endif
