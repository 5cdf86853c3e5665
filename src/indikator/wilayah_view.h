/* SPDX-License-Identifier: Apache-2.0 */
/* What the pages of areas show, and the page that takes in a file. */
#ifndef ABDI_INDIKATOR_WILAYAH_VIEW_H
#define ABDI_INDIKATOR_WILAYAH_VIEW_H
#include "form/list.h"
#include "indikator/lembar_web.h"
#include "indikator/wilayah.h"
#include "render/conflict.h"
#include "render/shell.h"

/* The list of areas. */
struct wilayah_view {
	struct list list;
	struct wilayah_saring saring;
	struct records_page page;
	bool may_change;
};

/* The form of one area. */
struct wilayah_edit {
	struct wilayah wilayah;
	struct form form;
	struct str action;
	bool is_new;
};

/* A file to be taken in: of areas, or of values. */
struct berkas_isian {
	const struct upload *berkas;
	struct str sumber_data;
};
/* Its page. */
struct berkas_view {
	struct berkas_isian isian;
	struct form form;
	const struct lembar_tabel *tabel;
	struct str title, back, back_says, action, template_url, lead;
};
extern const struct form_table berkas_form;

#endif
