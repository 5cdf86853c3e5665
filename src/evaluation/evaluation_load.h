/* SPDX-License-Identifier: Apache-2.0 */
/* Gathering an evaluation; its use cases judge access first. */
#ifndef ABDI_EVALUATION_EVALUATION_LOAD_H
#define ABDI_EVALUATION_EVALUATION_LOAD_H
#include "evaluation/evaluation_suggest.h"

/* Whose record it is, for access. */
struct access_record evaluation_record_of(const struct pegawai *pegawai);
/* A period to choose. */
MUST_CHECK enum err evaluation_periode(struct job *job, int tahun, int nomor, struct periode *out);
/* pegawai, tahun and nomor are set; fills what a judgement rests on. ERR_NOT_FOUND without a
   period or an agreed plan. */
MUST_CHECK enum err evaluation_gather(struct job *job, struct evaluasi *evaluasi);
/* The reports of the period, as a page shows them; none for who may not read them. */
MUST_CHECK enum err evaluation_gather_laporan(struct job *job, struct evaluasi *evaluasi);
/* The same without what only a judgement needs: person, period, plan, realisation, what is stored,
   who appraises. */
MUST_CHECK enum err evaluation_gather_plan(struct job *job, struct evaluasi *evaluasi);
const struct iki *evaluation_plan_iki(const struct skp *skp, const struct id *iki_id);

#endif
