/* SPDX-License-Identifier: Apache-2.0 */
/* Writing reports as a demonstration brings them: sent, sealed and perhaps read long ago. No right
   is asked and nothing is told to the trail: the caller does. */
#ifndef ABDI_REPORT_BULK_H
#define ABDI_REPORT_BULK_H
#include "report/report_sum.h"

/* The report with its evidence, not its part of the roll-up. */
MUST_CHECK enum err laporan_add(struct job *job, const struct laporan *laporan);
/* Adds what many reports of a month come to. */
MUST_CHECK enum err laporan_add_sum(struct job *job, const struct capaian_iki *sum, int tahun,
				    int bulan);

#endif
