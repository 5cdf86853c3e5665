/* SPDX-License-Identifier: Apache-2.0 */
/* What the evaluation pages show, made ready for their templates. */
#ifndef ABDI_EVALUATION_EVALUATION_VIEW_H
#define ABDI_EVALUATION_EVALUATION_VIEW_H
#include "evaluation/evaluation_form.h"
#include "evaluation/evaluation_recap.h"
#include "form/list.h"
#include "render/conflict.h"

/* One indicator of the plan with its realisation and form fields. */
struct review_iki {
	const struct rhk *rhk;
	const struct iki *iki;
	const struct evaluasi_iki *made;
	bool is_first; /* first of its result: the result's own line stands above */
	struct str target, realisasi, asal;
	struct str ragu; /* that the figure needs a second look */
	const struct form *form; /* its fields; NULL where nothing is asked */
};

/* A value of BerAKHLAK on the rating page. */
struct review_nilai {
	struct str label, ekspektasi;
	const struct evaluasi_perilaku *said;
	const struct form *form;
};

/* A report the rating rests on. */
struct review_laporan {
	struct str url, tanggal, uraian, rincian; /* rincian: "38 warga · 3 bukti" */
	bool has_bukti;
};

/* One bar of a spread. */
struct review_bar {
	int x, y, height, count, text_x, limit_y; /* limit_y: of the pattern's limit, 0 without */
	struct str label, limit; /* limit: "paling banyak 6" */
};

/* One person of the team, with how far the rating is. */
struct evaluation_team_row {
	const struct evaluasi_ringkas *row;
	struct str url, initials, says, tag;
};

/* The page on which an appraiser rates somebody. */
struct evaluation_review {
	const struct evaluasi *e;
	struct form form;
	struct evaluation_team_row *team; /* team_count of them, at the side */
	struct str url, url_before, url_after, initials, person_line, first_name, saran;
	struct str early; /* the period's last day while it runs */
	int position, team_count, done_count, percent;
	int iki_count, laporan_count, iki_filled;
	struct review_iki *iki;
	struct review_laporan *laporan;
	struct review_nilai nilai[BERAKHLAK_COUNT];
	struct review_bar bar[PREDIKAT_COUNT];
	struct str bar_title, bar_says, pola;
	const char *cell; /* "22": row and column of the chosen cell, or "" */
};

struct evaluation_choice { /* a period to choose */
	struct str value, label;
	bool is_chosen;
};

/* A period to choose. */
struct evaluation_periode {
	struct str nama, status;
	struct str wrong; /* what the address asked for is no period */
	int tahun, nomor, choice_count;
	struct evaluation_choice *choice;
};

/* The team with its periods. */
struct evaluasi_team_view {
	struct list list;
	struct evaluation_periode periode;
	int count, done, percent;
	struct str url_next; /* the first who still waits, while the period is open */
	bool is_capaian_missing; /* PK-41 */
	struct evaluation_team_row *row;
};

/* The form of what was achieved. */
struct realisasi_view {
	struct list list;
	struct evaluation_periode periode;
	const struct evaluasi *e; /* NULL: no plan was agreed for this period */
	struct form *form; /* NULL with e */
	struct str url, url_result; /* url_result: of the signed evaluation */
	bool is_open;
	int iki_count, open_count, filled; /* open_count: those the person fills */
	struct review_iki *iki;
};
/* One of the own evaluations. */
struct evaluation_own_row {
	const struct evaluasi_ringkas *row;
	struct str url, sentence, tanggal, tag;
};

/* The form of one unit's achievement. */
struct capaian_edit {
	struct capaian_organisasi capaian; /* as stored, or as typed */
	struct form form;
	struct str url, back, periode;
};

struct str predikat_tag(enum predikat predikat); /* colour class: "ok", "wait", "bad" */

#endif
