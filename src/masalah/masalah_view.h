/* SPDX-License-Identifier: Apache-2.0 */
/* What the room's templates show, with addresses ready. */
#ifndef ABDI_MASALAH_MASALAH_VIEW_H
#define ABDI_MASALAH_MASALAH_VIEW_H
#include "form/list.h"
#include "masalah/masalah.h"
#include "render/html.h"
#include "render/shell.h"

/* The administrators' list. */
struct masalah_view {
	const struct masalah *rows;
	struct str *moments, *actions; /* beside rows: when it came, and where it is marked */
	int count;
	bool is_open;
	int64_t open_count;
	struct list list;
};

#endif
