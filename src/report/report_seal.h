/* SPDX-License-Identifier: Apache-2.0 */
/* What a report's hash and the digests of its entries stand for. */
#ifndef ABDI_REPORT_REPORT_SEAL_H
#define ABDI_REPORT_REPORT_SEAL_H
#include "report/report.h"

/* The canonical text, evidence in the order it is read back in. */
struct str report_text(struct arena *mem, const struct laporan *laporan);

#endif
