/* SPDX-License-Identifier: Apache-2.0 */
/* What the evaluation pages show, made ready for their templates. */
#ifndef ABDI_EVALUATION_EVALUATION_VIEW_H
#define ABDI_EVALUATION_EVALUATION_VIEW_H
#include "evaluation/evaluation_form.h"
#include "evaluation/evaluation_recap.h"
#include "render/conflict.h"

/* One indicator of the plan with its realisation and form fields. */
struct review_iki {
	const struct rhk *rhk;
	const struct iki *iki;
	const struct evaluasi_iki *made;
	bool is_first; /* first of its result: the result's own line stands above */
	struct str target, realisasi, asal, label; /* label: of the realisation's field */
	struct str field_rating, field_umpan, field_real, field_sumber;
};

struct review_nilai {
	struct str label, ekspektasi, field_rating, field_umpan;
	const struct evaluasi_perilaku *said;
};

struct review_laporan {
	struct str url, tanggal, uraian, rincian; /* rincian: "38 warga · 3 bukti" */
	bool has_bukti;
};

struct review_bar {
	int x, y, height, count, text_x, limit_y; /* limit_y: of the pattern's limit, 0 without */
	struct str label, limit; /* limit: "paling banyak 6" */
};

struct evaluation_team_row {
	const struct evaluasi_ringkas *row;
	struct str url, initials, says, tag;
};

struct evaluation_review {
	const struct evaluasi *e;
	struct form form; /* what is written with the ratings */
	struct conflict *conflict; /* NULL: nobody saved meanwhile */
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

struct evaluation_periode {
	struct str action, nama, status;
	int tahun, nomor, choice_count;
	struct evaluation_choice *choice;
};

struct evaluasi_team_view {
	struct evaluation_periode periode;
	int count, done, percent;
	struct str url_next; /* the first who still waits, while the period is open */
	bool is_capaian_missing; /* PK-41 */
	struct evaluation_team_row *row;
};

struct realisasi_view {
	struct evaluation_periode periode;
	const struct evaluasi *e; /* NULL: no plan was agreed for this period */
	struct conflict *conflict;
	struct str url, url_result; /* url_result: of the signed evaluation */
	bool is_open;
	int iki_count, open_count, filled; /* open_count: those the person fills */
	struct review_iki *iki;
};
struct evaluation_own_row {
	const struct evaluasi_ringkas *row;
	struct str url, sentence, tanggal, tag;
};

struct capaian_row {
	const struct capaian_organisasi *row;
	struct str url, tag;
};

struct capaian_view {
	struct evaluation_periode periode;
	struct str first_url, next_url; /* empty on the first, on the last page */
	int count, set_count, row_count; /* of all units; on this page */
	struct capaian_row *row;
};

struct capaian_edit {
	struct capaian_organisasi capaian; /* as stored, or as typed */
	struct form form;
	struct str url, back, periode;
};

struct rekap_row {
	const struct rekap_unit *row;
	struct str indent, capaian, tag;
};

struct rekap_view {
	struct evaluation_periode periode;
	struct str url_xlsx;
	int count, warning_count;
	struct rekap_row *row;
};
struct str predikat_tag(enum predikat predikat); /* colour class: "ok", "wait", "bad" */

#endif
