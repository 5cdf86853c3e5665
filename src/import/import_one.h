/* SPDX-License-Identifier: Apache-2.0 */
/* One person ends or comes to another post, without a list: a list of one row, by the same
   rules. */
#ifndef ABDI_IMPORT_IMPORT_ONE_H
#define ABDI_IMPORT_IMPORT_ONE_H
#include "base/job.h"
#include "base/date.h"

/* A move as it is asked for; alasan is the ground, a decision's number. */
struct import_pindah {
	struct str kode_jabatan, nip_penilai; /* nip_penilai empty: stays who it is */
	struct date tmt;
	struct str alasan;
};
/* An end as it is asked for. */
struct import_akhir {
	struct date berakhir; /* the last day here, today at the latest */
	struct str alasan;
};

/* The person comes to another post on that day. ERR_INVALID with the faults beside their fields. */
MUST_CHECK enum err import_move_one(struct job *job, const struct id *pegawai_id,
				    const struct import_pindah *pindah);
/* The person is gone after that day; who is still appraised by him is told. */
MUST_CHECK enum err import_end_one(struct job *job, const struct id *pegawai_id,
				   const struct import_akhir *akhir);

#endif
