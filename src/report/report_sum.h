/* SPDX-License-Identifier: Apache-2.0 */
/* What many reports come to: for evaluations and for who reads them. */
#ifndef ABDI_REPORT_REPORT_SUM_H
#define ABDI_REPORT_REPORT_SUM_H
#include "report/report.h"

#define LAPORAN_KILAS 20 /* the person's own page has them all */

/* A report in one line. */
struct laporan_kilas {
	int laporan, bukti; /* of the whole span */
	int count;
	struct laporan *terbaru; /* newest first; their evidence is counted, not read */
};

/* Realisation of one indicator over months, from the roll-up. */
struct capaian_iki {
	struct id iki_id;
	int64_t jumlah;
	int banyak, bukti_banyak;
};

/* How much a person reported between two days, and the newest of it: two statements, however many
   there are. */
MUST_CHECK enum err report_glance(struct job *job, const struct id *pegawai_id, struct date from,
				  struct date to, struct laporan_kilas *out);
/* Sums per indicator of a plan between two months of a year (year, from, to; inclusive), for a use
   case that has judged access to the evaluation: who records it need not read the reports. */
MUST_CHECK enum err report_capaian_sum(struct job *job, const struct id *skp_id, const int span[3],
				       struct capaian_iki **out, int *count);

#endif
