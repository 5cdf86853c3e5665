/* SPDX-License-Identifier: Apache-2.0 */
/* Writing evaluations and achievements as a demonstration brings them: decided long ago, a handful
   of statements each. No right is asked and nothing is told to the trail: the caller does. */
#ifndef ABDI_EVALUATION_BULK_H
#define ABDI_EVALUATION_BULK_H
#include "base/job.h"
#include "law/predikat.h"

/* What a unit achieved in a period. */
struct capaian_made {
	struct id unit_id, ditetapkan_oleh;
	int tahun, nomor;
	enum capaian capaian;
	struct str dasar;
	int64_t ditetapkan_at;
};

/* An evaluation all of whose indicators came to the same share of their targets and to the same
   rating. */
struct evaluasi_made {
	struct id evaluasi_id, skp_id, pegawai_id, penilai_id;
	struct id akun_id; /* of the person, who entered what no report counts */
	int tahun, nomor, percent;
	enum rating hasil, perilaku;
	enum predikat predikat;
	enum capaian capaian; /* of the unit it was decided with */
	struct id capaian_unit_id;
	struct str kuat, kembang; /* what was said of strengths and of what can grow */
	int64_t ditetapkan_at;
};

/* What a unit achieved. */
MUST_CHECK enum err capaian_add(struct job *job, const struct capaian_made *capaian);
/* Decided, with its indicators and values. */
MUST_CHECK enum err evaluasi_add_decided(struct job *job, const struct evaluasi_made *evaluasi);
/* Begun: the person has entered what no report counts. */
MUST_CHECK enum err evaluasi_add_begun(struct job *job, const struct evaluasi_made *evaluasi);

#endif
