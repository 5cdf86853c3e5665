/* SPDX-License-Identifier: Apache-2.0 */
/* What the appraiser typed beside what is stored, when the evaluation was saved from elsewhere
   meanwhile. */
#ifndef ABDI_EVALUATION_EVALUATION_CONFLICT_WEB_H
#define ABDI_EVALUATION_EVALUATION_CONFLICT_WEB_H
#include "evaluation/evaluation.h"
#include "evaluation/evaluation_view.h"

/* What is stored beside what the form holds, before anything typed was put over it. Signed
   meanwhile: nothing can be saved any more. */
void evaluation_conflict(const struct evaluasi *stored, struct form *form);
/* The same of what the person entered. */
void realisasi_conflict(const struct evaluasi *stored, struct form *form);

/* For who records a letter: nothing of it is stored before it is whole, so nothing stands beside
   what was typed. */
struct conflict *evaluation_luar_conflict(struct arena *mem, const struct evaluasi *stored);

#endif
