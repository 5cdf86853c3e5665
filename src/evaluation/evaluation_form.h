/* SPDX-License-Identifier: Apache-2.0 */
/* What the forms of an evaluation and of a unit's achievement ask. */
#ifndef ABDI_EVALUATION_EVALUATION_FORM_H
#define ABDI_EVALUATION_EVALUATION_FORM_H
#include "evaluation/evaluation.h"
#include "form/form.h"

extern const struct form_table capaian_form; /* struct capaian_organisasi */
extern const struct form_table penilaian_form; /* struct evaluasi_input */

/* The form of an evaluation for that record; on_paper: somebody outside rated, and a letter says
   so. */
void penilaian_form_make(struct form *form, struct job *job, const struct evaluasi *e,
			 struct evaluasi_input *input, bool on_paper);
/* What is stored of an evaluation, as the form has it. */
struct evaluasi_input penilaian_stored(const struct evaluasi *e);

#endif
