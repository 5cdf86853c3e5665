/* SPDX-License-Identifier: Apache-2.0 */
/* What is asked of a work report, on a page and through the API. */
#ifndef ABDI_REPORT_REPORT_FORM_H
#define ABDI_REPORT_REPORT_FORM_H
#include "form/field.h"
#include "report/report.h"

/* A report as a person fills it in: its result by name, its link apart from the other evidence. */
struct laporan_isian {
	struct laporan laporan;
	struct str sasaran; /* an rhk_id or "tambahan" */
	struct str tautan;
};
extern const struct form_table laporan_form;

struct upload;
/* The files that come along, on a page; report_intake_web.c takes them in. */
struct bukti_isian {
	const struct upload *foto, *berkas;
};
extern const struct form_table bukti_form;

/* The report this makes: the result as an id, the link among the evidence. A result that is no id
   is a fault. */
struct laporan *report_of(struct laporan_isian *isian, struct problems *faults);
/* The other way, for what is not asked: the link stays empty. */
struct laporan_isian report_isian(struct arena *mem, const struct laporan *laporan);

#endif
