/* SPDX-License-Identifier: Apache-2.0 */
/* What somebody has begun to report, kept by the server, so that another device goes on with it. */
#ifndef ABDI_REPORT_REPORT_DRAFT_H
#define ABDI_REPORT_REPORT_DRAFT_H
#include "base/job.h"

/* What a person has typed and not sent yet, as typed. */
struct laporan_draf {
	struct str sasaran, jumlah, tanggal, uraian, tautan; /* sasaran: an rhk_id or "tambahan" */
	int64_t saved_at; /* 0: there is none */
};
MUST_CHECK enum err report_draft_save(struct job *job, const struct laporan_draf *draf);
/* saved_at 0: there is none. */
MUST_CHECK enum err report_draft_load(struct job *job, struct laporan_draf *out);

#endif
