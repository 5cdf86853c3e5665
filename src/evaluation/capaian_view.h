/* SPDX-License-Identifier: Apache-2.0 */
/* What the list of achievements shows, made ready for its template. */
#ifndef ABDI_EVALUATION_CAPAIAN_VIEW_H
#define ABDI_EVALUATION_CAPAIAN_VIEW_H
#include "evaluation/evaluation_view.h"
#include "form/list.h"

/* What one unit achieved. */
struct capaian_row {
	const struct capaian_organisasi *row;
	struct str url, tag;
};

/* The units somebody sets the achievement of. */
struct capaian_view {
	struct evaluation_periode periode;
	struct list list;
	struct capaian_count all;
	int row_count; /* on this page */
	struct capaian_row *row;
};

#endif
