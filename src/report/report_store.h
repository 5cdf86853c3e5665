/* SPDX-License-Identifier: Apache-2.0 */
/* The rows of reports; only this room's use cases call it, after they have judged who may. */
#ifndef ABDI_REPORT_REPORT_STORE_H
#define ABDI_REPORT_REPORT_STORE_H
#include "law/values.h"
#include "report/report_sum.h"

/* The report and its evidence. */
MUST_CHECK enum err report_row_insert(struct job *job, const struct laporan *laporan);
/* With its evidence. */
MUST_CHECK enum err report_row_load(struct job *job, const struct id *laporan_id,
				    struct laporan **out);
/* What stays of one that does not hold any more, without its words and evidence. */
MUST_CHECK enum err report_row_load_old(struct job *job, const struct id *laporan_id,
					struct laporan **out);
/* Its receipt stays, and says what took its place (pengganti_id; NULL: nothing). ERR_CONFLICT when
   somebody read it meanwhile. */
MUST_CHECK enum err report_row_delete(struct job *job, const struct laporan *laporan,
				      const struct id *pengganti_id);
/* The newest before today, with its evidence. */
MUST_CHECK enum err report_row_last(struct job *job, const struct id *pegawai_id,
				    struct laporan **out);
/* How much a span holds and the newest of it. */
MUST_CHECK enum err report_row_glance(struct job *job, const struct id *pegawai_id,
				      const struct date span[2], struct laporan_kilas *out);
/* A page of a span, with evidence, after a row or from the newest on. */
MUST_CHECK enum err report_row_page(struct job *job, const struct id *pegawai_id,
				    const struct date span[2], const struct laporan *after,
				    struct laporan **out, int *count);
/* What the actor may report on for a day. */
MUST_CHECK enum err report_row_choices(struct job *job, struct date day,
				       struct laporan_pilihan_hari *out);
/* Adds to (sign 1) or takes from (sign -1) the roll-up what one report counts. */
MUST_CHECK enum err report_sum_move(struct job *job, const struct laporan *laporan, int sign);

/* A piece of evidence and whose report it belongs to. */
struct bukti_milik {
	struct bukti bukti;
	struct id pegawai_id;
};
/* A draft as it is stored: one text, and when. */
struct laporan_draf_isi {
	struct str isi;
	int64_t saved_at;
};

/* What the store says about a report that wants to be written. */
struct report_ground {
	struct str closed; /* the closed period its day lies in, or STR_NONE */
	bool has_draft; /* of the actor, which the report replaces */
	struct law_values law; /* in force today */
	/* the result it names, when that is one the actor may report on */
	struct laporan_pilihan choice;
	bool has_choice;
};
/* The same questions sent ahead. */
void report_row_ask(struct job *job, const struct laporan *laporan);
MUST_CHECK enum err report_row_ground(struct job *job, const struct laporan *laporan,
				      struct report_ground *out);

#endif
