/* SPDX-License-Identifier: Apache-2.0 */
/* The rows of reports; only this room's use cases call it, after they have judged who may. */
#ifndef ABDI_REPORT_REPORT_STORE_H
#define ABDI_REPORT_REPORT_STORE_H
#include "report/report_sum.h"

MUST_CHECK enum err report_row_insert(struct job *job, const struct laporan *laporan);
MUST_CHECK enum err report_row_load(struct job *job, const struct id *laporan_id,
				    struct laporan **out);
/* ERR_CONFLICT when somebody read it meanwhile. */
MUST_CHECK enum err report_row_delete(struct job *job, const struct id *laporan_id);
MUST_CHECK enum err report_row_last(struct job *job, const struct id *pegawai_id,
				    struct laporan **out);
MUST_CHECK enum err report_row_glance(struct job *job, const struct id *pegawai_id,
				      const struct date span[2], struct laporan_kilas *out);
MUST_CHECK enum err report_row_page(struct job *job, const struct id *pegawai_id,
				    const struct date span[2], const struct laporan *after,
				    struct laporan **out, int *count);
MUST_CHECK enum err report_row_mark(struct job *job, const struct id *pegawai_id,
				    const struct id *laporan_id, int64_t *changed);
MUST_CHECK enum err report_row_owner(struct job *job, const struct id *pegawai_id,
				     struct laporan_pemilik *out);
MUST_CHECK enum err report_row_skp_owner(struct job *job, const struct id *skp_id, struct id *out);
MUST_CHECK enum err report_row_choices(struct job *job, struct date day,
				       struct laporan_pilihan_hari *out);
MUST_CHECK enum err report_row_evidence(struct job *job, const struct id *bukti_id,
					struct bukti *out, struct id *pegawai_id);
/* Adds to (sign 1) or takes from (sign -1) the roll-up what one report counts. */
MUST_CHECK enum err report_sum_move(struct job *job, const struct laporan *laporan, int sign);
MUST_CHECK enum err report_sum_list(struct job *job, const struct id *skp_id, const int span[3],
				    struct capaian_iki **out, int *count);
MUST_CHECK enum err report_row_draft_save(struct job *job, struct str isi);
MUST_CHECK enum err report_row_draft_load(struct job *job, struct str *isi, int64_t *saved_at);
MUST_CHECK enum err report_row_draft_delete(struct job *job);
/* What the store says about a report that wants to be written. */
struct report_ground {
	struct str closed; /* the closed period its day lies in, or STR_NONE */
	bool has_draft; /* of the actor, which the report replaces */
	struct laporan_pilihan
		choice; /* the result it names, when that is one the actor may report on */
	bool has_choice;
};
/* The same questions sent ahead. */
void report_row_ask(struct job *job, const struct laporan *laporan);
MUST_CHECK enum err report_row_ground(struct job *job, const struct laporan *laporan,
				      struct report_ground *out);

#endif
