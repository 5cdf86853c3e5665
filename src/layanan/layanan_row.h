/* SPDX-License-Identifier: Apache-2.0 */
/* What is read of services for a spreadsheet, and of standards that wait. */
#ifndef ABDI_LAYANAN_LAYANAN_ROW_H
#define ABDI_LAYANAN_LAYANAN_ROW_H
#include "base/job.h"

/* A service by the codes a spreadsheet knows it by. */
struct layanan_kode {
	struct id layanan_id;
	struct str unit_kode, slug, nama, kelompok, ringkas;
};

/* A standard that waits, and whose service it is. */
struct standar_tunggu {
	struct id record;
	struct str who;
	int nomor;
};

#endif
