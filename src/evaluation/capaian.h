/* SPDX-License-Identifier: Apache-2.0 */
/* What a unit achieved in a period or (nomor 0) the year: said from above it; its people wait for
   it. */
#ifndef ABDI_EVALUATION_CAPAIAN_H
#define ABDI_EVALUATION_CAPAIAN_H
#include "evaluation/capaian_record.h"

/* Said by who leads the organisation above the unit, or the personnel office with a note of its
   basis. The unit's id stands in it; its name is filled. */
MUST_CHECK enum err capaian_organisasi_set(struct job *job, struct capaian_organisasi *capaian,
					   int tahun, int nomor);
/* What was said of this unit; is_set false when nothing was. */
MUST_CHECK enum err capaian_organisasi_load(struct job *job, const struct id *unit_id, int tahun,
					    int nomor, struct capaian_organisasi *out);
/* Units the actor may speak for, with what was said: a page and one more. */
MUST_CHECK enum err capaian_organisasi_list(struct job *job, const struct capaian_span *span,
					    struct capaian_organisasi **out, int *count);
/* How many units of the span the actor may speak for, and for how many it was said. */
MUST_CHECK enum err capaian_organisasi_count(struct job *job, const struct capaian_span *span,
					     struct capaian_count *out);

#endif
