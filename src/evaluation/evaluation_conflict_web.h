/* SPDX-License-Identifier: Apache-2.0 */
/* What the appraiser typed beside what is stored, when the evaluation was saved from elsewhere
   meanwhile. */
#ifndef ABDI_EVALUATION_EVALUATION_CONFLICT_WEB_H
#define ABDI_EVALUATION_EVALUATION_CONFLICT_WEB_H
#include "evaluation/evaluation.h"
#include "evaluation/evaluation_view.h"

/* stored: before anything typed was put over it. Signed meanwhile: nothing can be saved any more.
   */
struct conflict *evaluation_conflict(struct job *job, const struct evaluasi *stored,
				     const struct evaluasi_input *typed);

/* For who records a letter: nothing of it is stored before it is whole, so nothing stands beside
   what was typed. */
struct conflict *evaluation_luar_conflict(struct arena *mem, const struct evaluasi *stored);

/* One indicator's realisation, stored and typed. */
void realisasi_compare(struct conflict *conflict, const struct review_iki *row,
		       const struct evaluasi_iki *typed);

#endif
