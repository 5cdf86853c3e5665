/* SPDX-License-Identifier: Apache-2.0 */
/* What the pages of the catalogue show, with addresses ready. */
#ifndef ABDI_LAYANAN_LAYANAN_VIEW_H
#define ABDI_LAYANAN_LAYANAN_VIEW_H
#include "form/list.h"
#include "layanan/layanan_change.h"
#include "layanan/layanan_form.h"
#include "render/conflict.h"
#include "render/html.h"
#include "render/shell.h"

/* The list of services. */
struct layanan_list_view {
	struct list list;
	struct layanan_saring saring;
	struct layanan *rows;
	int count;
	bool may_add;
};

/* The form of a service. */
struct layanan_edit_view {
	struct form form, unit_form; /* unit_form: whose a new one is */
	struct layanan layanan;
	bool is_new;
};

/* "/layanan/<id>" and what follows. */
struct str layanan_url(struct arena *mem, const struct id *layanan_id, const char *tail);

/* One of the 14 components, read. */
struct standar_part {
	struct str label, text;
};
#define STANDAR_PARTS 12

/* A version of a standard, read. */
struct standar_view {
	struct layanan layanan;
	struct standar standar;
	struct str janji, status;
	struct standar_part part[STANDAR_PARTS];
	struct form form; /* of the draft, or of the decision */
	bool is_mine; /* who reads has submitted it */
};

/* What follows from the version itself. */
void standar_view_fill(struct job *job, struct standar_view *view);

/* A service's page for its unit. */
struct layanan_show_view {
	struct layanan layanan;
	struct standar_view now; /* in force today; nomor 0: none */
	struct standar open; /* drafted or waiting; nomor 0: none */
	struct standar *versions;
	struct layanan_jabatan *posts;
	struct maklumat maklumat;
	struct str public_url; /* of its page for citizens */
	int version_count, post_count;
	bool may_edit, may_decide;
};

/* The form of a unit's promise. */
struct maklumat_view {
	struct maklumat stored;
	struct form form;
	struct str unit_nama, action;
};

#endif
