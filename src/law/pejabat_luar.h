/* SPDX-License-Identifier: Apache-2.0 */
/* A superior outside the system (rulebook 1.4 [V]: governor, regent, mayor), who agrees and rates
   on paper. */
#ifndef ABDI_LAW_PEJABAT_LUAR_H
#define ABDI_LAW_PEJABAT_LUAR_H
#include "base/date.h"
#include "base/problems.h"

#define PEJABAT_LUAR_MAX 120 /* characters of each text */

/* Who signed which letter; surat_nomor empty: nobody did. */
struct pejabat_luar {
	struct str nama, jabatan, surat_nomor;
	struct date surat_tanggal;
};

/* Every fault beside its field: luar_nama, luar_jabatan, surat_nomor, surat_tanggal. earliest: no
   letter on this matter can be older; none: any may. The rulebook asks for neither field nor day:
   both are ours [D]. */
void law_pejabat_luar_check(const struct pejabat_luar *luar, struct date earliest,
			    struct date today, struct problems *faults);

#endif
