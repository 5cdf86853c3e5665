/* SPDX-License-Identifier: Apache-2.0 */
/* What the plan's pages show: records with their addresses and labels ready for the templates. */
#ifndef ABDI_SKP_SKP_VIEW_H
#define ABDI_SKP_SKP_VIEW_H
#include "form/list.h"
#include "law/skp_sync.h"
#include "law/skp_target.h"
#include "render/conflict.h"
#include "skp/hasil_unit.h"
#include "skp/skp_form.h"
#include "skp/skp_year.h"

/* One result on a page: its number, its advice, and where it is changed. */
struct skp_rhk_view {
	const struct rhk *rhk;
	int number; /* over the whole plan, as faults name it */
	struct problems warnings;
	struct str edit, remove;
};

/* The page of a plan. */
struct skp_view {
	struct arena *mem;
	const struct skp *skp;
	const struct problems *faults;
	const struct conflict *conflict;
	bool may_edit, may_decide, may_record, is_own;
	struct str batas; /* last day to send, long; empty when unknown */
	bool is_late;
	int utama_count, tambahan_count, warning_count;
	struct skp_rhk_view *rhk; /* rhk_count of the plan: main results first */
	int lain_count;
	struct skp_ringkas *lain; /* the person's other plans of the year */
};

/* One form of a plan. */
struct skp_form {
	const struct skp *skp;
	struct form form;
};

/* The result being written, with the appraiser's note on it. */
struct skp_rhk_page {
	const struct skp *skp;
	struct rhk_isian isian;
	struct form form;
	struct str komentar;
	bool is_new, has_pimpinan; /* has_pimpinan: it may hang from results of the leader */
};

/* The appraiser's answer. */
struct skp_tinjau {
	struct skp_view view;
	struct tinjau_isian isian;
	struct form form;
	struct str gone; /* notes on results that are not in the plan any more, a line each */
};

/* The agreement on paper. */
struct skp_luar_page {
	struct skp_view view;
	struct luar_isian isian;
	struct form form;
};

/* Whose year. */
struct skp_saring {
	int tahun;
};

/* The plans of an appraiser's people. */
struct team_view {
	struct arena *mem;
	struct list list;
	struct skp_saring saring;
	struct skp_team team;
};

/* The plans that are agreed by letter. */
struct luar_list_view {
	struct arena *mem;
	struct list list;
	struct skp_saring saring;
	int count;
	struct skp_team_row *row;
};

/* The page of a unit's results. */
struct hasil_unit_view {
	struct arena *mem;
	int tahun, count;
	struct hasil_unit_saring {
		struct id unit;
		int tahun;
	} saring; /* which unit and year are shown */
	struct form saring_form;
	struct hasil_unit *row;
	struct str unit_id, unit_nama, edit_id; /* edit_id: being changed; empty: a new one */
	struct form form;
};

/* "/skp/<id>" with a tail such as "/perilaku". */
struct str skp_url(struct arena *mem, const struct skp *skp, const char *tail);
struct str skp_id_url(struct arena *mem, const struct id *skp_id, const char *tail);
struct str skp_iki_hint(const struct skp *skp); /* how many indicators, and of which kind */
/* "Saran untuk indikator 2: …": which row of the result the advice is about. */
struct str skp_warning_text(struct arena *mem, const struct problem *warning);
struct str skp_state_class(enum skp_state state); /* of a tag */
struct str skp_state_advice(const struct skp *skp); /* what happens next, in one sentence */
/* How far a part of the draft is. */
struct str skp_task_label(bool is_done, bool is_begun);
struct str skp_task_class(bool is_done, bool is_begun);
bool skp_perilaku_begun(const struct skp *skp);
bool skp_lampiran_done(const struct skp *skp);
/* Fills the view but for the deadline. may_edit and may_decide come from the use cases. */
void skp_view_make(struct job *job, const struct skp *skp, struct skp_view *out);

#endif
