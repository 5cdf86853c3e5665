/* SPDX-License-Identifier: Apache-2.0 */
/* What a page that did not open says: what happened, and where to go on. */
#ifndef ABDI_RENDER_ERROR_VIEW_H
#define ABDI_RENDER_ERROR_VIEW_H
#include "base/str.h"

#define ERROR_WAYS 6

/* A page of ours to go on with. */
struct error_way {
	struct str label, url;
};

/* An answer that is no page. */
struct error_view {
	struct str title, sentence;
	struct str
		roles; /* whose right was missing: "Pegawai, Auditor"; empty where it was no right */
	struct error_way ways[ERROR_WAYS];
	int way_count;
};

#endif
