/* SPDX-License-Identifier: Apache-2.0 */
/* Writing voices as a demonstration brings them: of months that are over. No right is asked and
   nothing is told to the trail: the caller does. */
#ifndef ABDI_SUARA_BULK_H
#define ABDI_SUARA_BULK_H
#include "base/job.h"
#include "law/skm.h"

/* A voice of a month: of[UNSUR_…] and percaya from 1 to 4, 0 where it was left out. */
struct suara_bulk {
	struct id lingkup_id, unit_id;
	int bulan; /* yyyymm */
	bool is_nine;
	int of[UNSUR_COUNT], percaya;
};
MUST_CHECK enum err suara_bulk_add(struct job *job, const struct suara_bulk *voice);

#endif
