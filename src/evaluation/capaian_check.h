/* SPDX-License-Identifier: Apache-2.0 */
/* Are the stored achievements of units those that were said? */
#ifndef ABDI_EVALUATION_CAPAIAN_CHECK_H
#define ABDI_EVALUATION_CAPAIAN_CHECK_H
#include "audit/audit_trail.h"
#include "base/job.h"
#include "law/predikat.h"

/* What the entry of saying it holds. */
struct str capaian_text(struct arena *mem, int tahun, int nomor, enum capaian predikat);
/* Holds the achievement of every unit and period against the newest entry that tells of it, and
   every one told against what is stored. Reads only. */
MUST_CHECK enum err capaian_check(struct job *job, struct audit_compare *compare);

#endif
