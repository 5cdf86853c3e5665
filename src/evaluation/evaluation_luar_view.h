/* SPDX-License-Identifier: Apache-2.0 */
/* What the pages show of an evaluation made outside and recorded from a letter. */
#ifndef ABDI_EVALUATION_EVALUATION_LUAR_VIEW_H
#define ABDI_EVALUATION_EVALUATION_LUAR_VIEW_H
#include "evaluation/evaluation_view.h"

/* Evaluations by letter, those who wait first. */
struct evaluation_luar_list {
	struct list list;
	struct evaluation_periode periode;
	int count;
	struct evaluation_team_row *row;
};

/* The form that records a letter: what was decided in it, as typed. */
struct evaluation_luar_form {
	const struct evaluation_review *review;
	struct form form;
	struct str url, url_list, url_capaian; /* url_capaian: empty for who may not set it */
};

/* "Dr. Uji, Wali Kota, menurut surat nomor 800/1/2026 tanggal 30 Maret 2026" */
struct str view_luar(struct arena *mem, const struct pejabat_luar *luar);

#endif
