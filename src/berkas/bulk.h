/* SPDX-License-Identifier: Apache-2.0 */
/* Writing what a register did as a demonstration brings it: days, summed. No right is asked and
   nothing is told to the trail: the caller does. */
#ifndef ABDI_BERKAS_BULK_H
#define ABDI_BERKAS_BULK_H
#include "base/job.h"

/* A day of an officer at a service. */
struct berkas_hari_bulk {
	struct id layanan_id, pelaku_id;
	struct date tanggal;
	bool in_days; /* lama counts hundredths of working days, else minutes the office was open */
	int64_t lama, selesai, tepat; /* so many took lama, so many of them kept the promise */
	int64_t diterima, lengkap_pertama; /* taken in, and complete at once */
};
MUST_CHECK enum err berkas_hari_bulk_add(struct job *job, const struct berkas_hari_bulk *day);

#endif
