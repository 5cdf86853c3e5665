/* SPDX-License-Identifier: Apache-2.0 */
/* Evidence on its way from a request into a report, whichever door it came by. */
#ifndef ABDI_REPORT_REPORT_INTAKE_WEB_H
#define ABDI_REPORT_REPORT_INTAKE_WEB_H
#include "http/request.h"
#include "report/report.h"

/* In the pool, before the writer sees the report: what was uploaded as foto and as berkas is
   checked, named by its content and made durable. */
MUST_CHECK enum err report_intake(struct request *req);
/* Puts what was taken in into the report, with room for a link; lists the files that are none. */
void report_intake_read(struct request *req, struct laporan *out);

#endif
