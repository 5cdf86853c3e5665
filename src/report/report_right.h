/* SPDX-License-Identifier: Apache-2.0 */
/* Who may report, and who may read whose reports; the room's use cases ask it first. */
#ifndef ABDI_REPORT_REPORT_RIGHT_H
#define ABDI_REPORT_REPORT_RIGHT_H
#include "report/report.h"

/* ERR_FORBIDDEN unless the actor is a person who reports. */
MUST_CHECK enum err report_may_write(struct job *job);
/* Whose they are, also when the answer is ERR_FORBIDDEN. */
MUST_CHECK enum err report_may_read(struct job *job, const struct id *pegawai_id,
				    struct laporan_pemilik *owner);

#endif
