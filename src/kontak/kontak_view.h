/* SPDX-License-Identifier: Apache-2.0 */
/* What the pages of contacts show, with addresses ready. */
#ifndef ABDI_KONTAK_KONTAK_VIEW_H
#define ABDI_KONTAK_KONTAK_VIEW_H
#include "form/list.h"
#include "kontak/kantor.h"
#include "kontak/kontak.h"
#include "render/conflict.h"
#include "render/html.h"
#include "render/shell.h"

/* A page of units. */
struct kontak_units {
	struct list list;
	struct kontak_unit *units;
	int count;
};

/* The administrators' list and form. */
struct kontak_view {
	struct kontak_units page;
	struct kontak kontak;
	struct form form;
	struct str action, back;
	struct form tutup_form;
	struct kantor_tutup *tutup; /* from today on */
	struct str tutup_action;
	int tutup_count;
};

#endif
