/* SPDX-License-Identifier: Apache-2.0 */
/* Rows of this room that take more than one statement; called by its use cases only, after their
   access checks. */
#ifndef ABDI_EVALUATION_EVALUATION_STORE_H
#define ABDI_EVALUATION_EVALUATION_STORE_H
#include "evaluation/evaluation_record.h"

/* How many of a unit got which predikat. */
struct recap_count {
	struct str jalur; /* of the unit the people belonged to */
	bool has_predikat;
	enum predikat predikat;
	int count;
};

/* ERR_CONFLICT when somebody said it since it was loaded. */
MUST_CHECK enum err evaluation_store_capaian_save(struct job *job,
						  const struct capaian_organisasi *capaian,
						  int tahun, int nomor);

/* Over the rows of the plan, already laid out, fills what is stored; EVALUASI_BELUM when nothing
   is. */
MUST_CHECK enum err evaluation_store_load(struct job *job, struct evaluasi *evaluasi);
/* Makes the row when it is missing, then saves if the version is still the one loaded, else
   ERR_CONFLICT. */
MUST_CHECK enum err evaluation_store_save(struct job *job, struct evaluasi *evaluasi);

/* The evaluations of an appraiser's people in a period, those without one too; penilai_id NULL:
   of those whose appraiser is outside the system. */
MUST_CHECK enum err evaluation_store_team(struct job *job, const struct id *penilai_id,
					  const int periode[2], struct evaluasi_ringkas **out,
					  int *count);

/* Predikat of the people with an agreed plan in the unit whose achievement counts and below it, and
   how many are still to be rated; the evaluated one is left out. */
MUST_CHECK enum err evaluation_store_spread(struct job *job, struct evaluasi *evaluasi);

#endif
