/* SPDX-License-Identifier: Apache-2.0 */
/* What the pages of areas and indicators show. */
#ifndef ABDI_INDIKATOR_INDIKATOR_VIEW_H
#define ABDI_INDIKATOR_INDIKATOR_VIEW_H
#include "form/list.h"
#include "indikator/indikator.h"
#include "indikator/nilai_bulan.h"
#include "render/chart.h"
#include "render/conflict.h"
#include "render/html.h"
#include "render/shell.h"

/* One indicator in a list, with its newest figure. */
struct indikator_item {
	const struct indikator *indikator;
	struct str url, angka, kapan, target;
	struct date today;
};
/* The list of indicators. */
struct indikator_list_view {
	struct list list;
	struct indikator_saring saring;
	int count;
	struct indikator_item *item;
	bool may_add;
};

/* The form of a definition: a new indicator, or the next version of one. */
struct indikator_edit {
	struct indikator indikator;
	struct form form;
	struct str action, back;
	bool is_new, decides; /* decides: what this person saves holds; else it waits */
};

/* One month of an indicator. */
struct indikator_titik {
	int bulan;
	struct str nama, angka, pembilang, penyebut, target, tag, tag_says;
	struct indikator_hasil hasil;
	int64_t target_bulan;
	bool is_impor;
};

/* What a month's figures are narrowed to. */
struct indikator_lihat {
	struct id unit, wilayah;
	int tahun;
};

/* One indicator: its picture, its figures, its versions. */
struct indikator_show_view {
	struct list list; /* the filters: unit, area, year */
	struct indikator_lihat lihat;
	const struct indikator *now; /* what holds today, else the newest */
	bool is_held; /* now holds today */
	struct indikator *versi; /* newest first */
	int versi_count;
	const struct indikator *usul; /* the one that waits, if any */
	struct form putusan;
	struct indikator_titik *titik;
	int titik_count;
	struct safe_html gambar;
	struct str angka, rincian, sumber, url, cut;
	bool is_narrowed; /* by unit, area or year */
	int wilayah_count;
	struct indikator_bagian *wilayah; /* the year's figure by area */
	bool may_edit, may_decide, may_fill, may_see; /* may_see: the figures */
};

/* One row of the form of a month. */
struct nilai_row {
	const struct nilai_subjek *subjek;
	const struct nilai *stored;
	const struct form *form;
	struct str asal, lama; /* where it came from; what corrections replaced */
};

/* The form of one month's values. */
struct nilai_view {
	const struct indikator *indikator;
	struct nilai_saring saring;
	struct nilai_isian isian;
	struct list list;
	struct form form;
	struct str url, action, back, bulan, hint;
	struct nilai_row *row;
	int count, filled;
	bool is_part;
};

/* "/indikator/<id>" with a tail such as "/nilai". */
struct str indikator_url(struct arena *mem, const struct id *indikator_id, const char *tail);
struct str indikator_status_label(struct str status);
struct str indikator_status_tag(struct str status);

#endif
