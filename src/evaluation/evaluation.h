/* SPDX-License-Identifier: Apache-2.0 */
/* Evaluation: what the unit achieved, then each person's two ratings and the predikat read from the
   nine cells, for a period or (nomor 0) the year (rulebook 1.7). No score anywhere. */
#ifndef ABDI_EVALUATION_EVALUATION_H
#define ABDI_EVALUATION_EVALUATION_H
#include "audit/event.h"
#include "evaluation/evaluation_record.h"

/* What the form sends. iki and nilai may be shorter than the plan; the rest stays. */
struct evaluasi_input {
	struct id pegawai_id;
	int tahun, nomor;
	int64_t version; /* what the page was made from; 0 before the first save */
	/* from evaluation_open in the same work, which is then not loaded again; NULL: not yet */
	struct evaluasi *opened;
	struct rating_choice hasil, perilaku;
	struct str alasan, catatan_kuat, catatan_kembang, rekomendasi;
	int iki_count;
	struct evaluasi_iki *iki;
	int nilai_count;
	struct evaluasi_perilaku *nilai;
	struct pejabat_luar luar; /* only where it is recorded from paper */
};

/* Everything the appraiser needs on one screen. A person reads the own result only once it is
   signed. */
MUST_CHECK enum err evaluation_load(struct job *job, const struct id *pegawai_id, int tahun,
				    int nomor, struct evaluasi **out);
MUST_CHECK enum err evaluation_load_by_id(struct job *job, const struct id *evaluasi_id,
					  struct evaluasi **out);
/* For a change by who may judge, or record from paper, what the input names; ERR_FORBIDDEN for all
   others. */
MUST_CHECK enum err evaluation_open(struct job *job, const struct evaluasi_input *input,
				    bool on_paper, struct evaluasi **out);
MUST_CHECK enum err evaluation_save_draft(struct job *job, const struct evaluasi_input *input);
/* Signs: ditetapkan. Needs both ratings, the unit's achievement, an open period, and a reason
   against a suggestion. */
MUST_CHECK enum err evaluation_decide(struct job *job, const struct evaluasi_input *input,
				      enum predikat *out);
/* Who heads the agency is rated outside the system (rulebook 1.4, 1.8): by whom and with which
   letter, for who records it. ERR_NOT_FOUND for anybody else's evaluation. Never the own one,
   whatever the roles. */
MUST_CHECK enum err evaluation_load_luar(struct job *job, const struct id *pegawai_id, int tahun,
					 int nomor, struct evaluasi **out);
/* Records the evaluation made outside: decided by the rules of every other one, and signed by a
   letter. */
MUST_CHECK enum err evaluation_record(struct job *job, const struct evaluasi_input *input,
				      enum predikat *out);
/* Reader of an event (app/readers.def). A report for a plan that a move has closed (PK-32) counts
   until that plan is rated for its period; afterwards it would change nothing, so it is refused
   [D]. */
MUST_CHECK enum err evaluation_report_late(struct job *job, const struct event *event);
/* The same for a report about to be corrected or taken back: what a rating counted with stays
   [D]. */
MUST_CHECK enum err evaluation_report_gone(struct job *job, const struct event *event);
/* Puts what was typed over what was stored, and suggests anew: for showing the form again. */
void evaluation_apply(struct job *job, const struct evaluasi_input *input,
		      struct evaluasi *evaluasi);

#endif
