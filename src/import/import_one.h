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

/* One of the two, and the record of that one. */
enum import_deed { IMPORT_MOVE, IMPORT_END };
/* What is asked of one person, by whichever door. */
struct import_ask {
	enum import_deed deed;
	struct import_pindah pindah;
	struct import_akhir akhir;
};

/* A move: the person comes to another post on that day. An end: the person is gone after that day;
   who is still appraised by him is told. ERR_INVALID with the faults beside their fields. Only for
   who may load lists of the whole agency: a role or key of one unit does not reach it. */
MUST_CHECK enum err import_one(struct job *job, const struct id *pegawai_id,
			       const struct import_ask *ask);

#endif
