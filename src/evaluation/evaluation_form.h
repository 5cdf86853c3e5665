/* SPDX-License-Identifier: Apache-2.0 */
/* What the forms of an evaluation, of its realisation and of a unit's achievement ask. */
#ifndef ABDI_EVALUATION_EVALUATION_FORM_H
#define ABDI_EVALUATION_EVALUATION_FORM_H
#include "evaluation/realisasi.h"
#include "form/form.h"

extern const struct form_table capaian_form; /* struct capaian_organisasi */
extern const struct form_table penilaian_form; /* struct evaluasi_input */

/* What the page of a rating is asked to do. */
enum penilaian_aksi { PENILAIAN_DRAF, PENILAIAN_TETAPKAN };
/* Which button was pressed; a word that is none is a fault, and nothing is signed or kept. */
enum penilaian_aksi penilaian_aksi_read(struct job *job, const struct form_source *source);

/* The form of an evaluation for that record; on_paper: somebody outside rated, and a letter says
   so. */
void penilaian_form_make(struct form *form, struct job *job, const struct evaluasi *e,
			 struct evaluasi_input *input, bool on_paper);
/* Takes what was typed, of the plan the form was made for. */
void penilaian_form_read(struct form *form, const struct form_source *source,
			 const struct evaluasi *e);
/* What is stored of an evaluation, as the form has it. */
struct evaluasi_input penilaian_stored(struct arena *mem, const struct evaluasi *e);
/* The fields of one indicator, of one value; NULL when the form has none. */
const struct form *penilaian_iki_row(const struct form *form, const struct id *iki_id);
const struct form *penilaian_nilai_row(const struct form *form, struct str nilai);

/* The same for what the person fills in before. */
void realisasi_form_make(struct form *form, struct job *job, const struct evaluasi *e,
			 struct realisasi_input *input);
void realisasi_form_read(struct form *form, const struct form_source *source,
			 const struct evaluasi *e);
const struct form *realisasi_iki_row(const struct form *form, const struct id *iki_id);

#endif
