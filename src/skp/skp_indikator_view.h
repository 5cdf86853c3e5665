/* SPDX-License-Identifier: Apache-2.0 */
/* What the page shows that takes an indicator into the plan. */
#ifndef ABDI_SKP_SKP_INDIKATOR_VIEW_H
#define ABDI_SKP_SKP_INDIKATOR_VIEW_H
#include "form/list.h"
#include "render/conflict.h"
#include "render/shell.h"
#include "skp/skp_indikator.h"
#include "skp/skp_view.h"

/* Which indicators are offered. */
struct skp_ambil_saring {
	struct str cari;
};

/* The form beside the result it is for. */
struct skp_ambil_page {
	const struct skp *skp;
	const struct rhk *rhk;
	struct list list;
	struct skp_ambil_saring saring;
	struct skp_ambil isian;
	struct form form;
	struct str url;
	int count; /* of the indicators offered */
};

#endif
