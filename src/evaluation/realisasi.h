/* SPDX-License-Identifier: Apache-2.0 */
/* What became of each indicator: counted from work reports where they tell an amount, else entered
   by the employee before the appraiser rates, and corrected by the appraiser (rulebook 1.6,
   PK-36). */
#ifndef ABDI_EVALUATION_REALISASI_H
#define ABDI_EVALUATION_REALISASI_H
#include "evaluation/evaluation.h"

/* What the form of a period sends; iki may be shorter than the plan, the rest stays. */
struct realisasi_input {
	int tahun, nomor;
	int64_t versi; /* what the page was made from; 0 before the first entry */
	int iki_count;
	struct evaluasi_iki *iki; /* iki_id, isian, sumber_data */
	/* from realisasi_open in the same work, which is then not loaded again; NULL: not yet */
	struct evaluasi *opened;
};

/* The actor's own plan of a period with its realisation; no rating, note or predikat stands in
   it. */
MUST_CHECK enum err realisasi_load(struct job *job, int tahun, int nomor, struct evaluasi **out);
/* The same for a change, with what the appraiser's draft says, which a save keeps and no page of
   the person shows. */
MUST_CHECK enum err realisasi_open(struct job *job, int tahun, int nomor, struct evaluasi **out);
/* May the person enter something now? */
bool realisasi_is_open(const struct evaluasi *evaluasi);
MUST_CHECK enum err realisasi_save(struct job *job, const struct realisasi_input *input);
/* Puts what was typed over what is stored, with faults at field "real.<iki_id>"; counted ones stay.
   Says whether anything became different. */
bool realisasi_apply(struct job *job, const struct evaluasi_iki *typed, int count,
		     struct evaluasi *evaluasi);
/* Puts what was typed into the form's fields alone, for showing it again. */
void realisasi_put(const struct realisasi_input *input, struct evaluasi *evaluasi);
/* As it stands in a form: "12,5", or the words. */
struct str realisasi_isian(struct arena *mem, const struct evaluasi_iki *iki);
/* An audit entry of its own when the realisation became different, before to after. */
MUST_CHECK enum err realisasi_audit(struct job *job, const char *deed, struct str before,
				    const struct evaluasi *after);
struct str realisasi_audit_text(struct arena *mem, const struct evaluasi *evaluasi);

#endif
