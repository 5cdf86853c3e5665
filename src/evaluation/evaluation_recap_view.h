/* SPDX-License-Identifier: Apache-2.0 */
/* What the recap shows, made ready for its template. */
#ifndef ABDI_EVALUATION_EVALUATION_RECAP_VIEW_H
#define ABDI_EVALUATION_EVALUATION_RECAP_VIEW_H
#include "evaluation/evaluation_view.h"
#include "form/list.h"

/* One unit of the recapitulation. */
struct rekap_row {
	const struct rekap_unit *row;
	struct str url, capaian; /* url: of the unit with those below it; empty for the one shown */
};

/* The recapitulation of predikat by unit. */
struct rekap_view {
	struct evaluation_periode periode;
	struct list list;
	struct str url_xlsx, url_bkn, above,
		url_above; /* above: the unit above, where it may be seen */
	int count, warning_count;
	struct rekap_row *row;
};

#endif
