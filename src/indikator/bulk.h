/* SPDX-License-Identifier: Apache-2.0 */
/* Writing areas, indicators and their values as a demonstration brings them: decided long ago. No
   right is asked and nothing is told to the trail: the caller does. */
#ifndef ABDI_INDIKATOR_BULK_H
#define ABDI_INDIKATOR_BULK_H
#include "indikator/nilai.h"
#include "indikator/wilayah.h"

/* One area. */
MUST_CHECK enum err wilayah_bulk_add(struct job *job, const struct wilayah *wilayah);
/* The first version, in force; oleh: who decided it. */
MUST_CHECK enum err indikator_bulk_add(struct job *job, const struct indikator *indikator,
				       const struct id *oleh);
MUST_CHECK enum err nilai_bulk_add(struct job *job, const struct nilai *nilai);

#endif
