/* SPDX-License-Identifier: Apache-2.0 */
/* The figure of an indicator as the realisation of the row that hangs on it: it comes by itself,
   the person confirms it or disputes it with an own figure, and both are kept. The predikat stays
   the quadrant's. */
#ifndef ABDI_EVALUATION_EVALUATION_INDIKATOR_H
#define ABDI_EVALUATION_EVALUATION_INDIKATOR_H
#include "evaluation/evaluation_record.h"

/* Puts the figures of the period into the rows of an evaluation that is not decided; of a decided
   one only where they are read. */
MUST_CHECK enum err evaluation_take_indikator(struct job *job, struct evaluasi *e);
/* Puts what the person answered over what is stored: an own figure counts only where the person
   disputes, with a word of why. Faults stand at "catatan.<iki_id>" and "real.<iki_id>". Says
   whether anything became different. */
bool evaluation_answer_indikator(struct job *job, const struct evaluasi_iki *typed, int count,
				 struct evaluasi *e);
/* "menyanggah: 90 persen, …", for who appraises; empty without an answer. */
struct str evaluation_answer_text(struct arena *mem, const struct iki *plan,
				  const struct evaluasi_iki *iki);

#endif
