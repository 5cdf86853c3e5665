/* SPDX-License-Identifier: Apache-2.0 */
/* A figure over time as inline SVG: a line with its last value, and the line it is held against. */
#ifndef ABDI_RENDER_TREND_H
#define ABDI_RENDER_TREND_H
#include "base/str.h"

#define TREND_MOST 60 /* points of a picture; more are not drawn */

/* A month, or another step; amounts are hundredths. */
struct trend_point {
	struct str label;
	int64_t value;
	bool is_set; /* false: a gap */
	bool is_other; /* of another origin, drawn hollow */
};
/* The line, and what it is held against. */
struct trend {
	struct str says; /* the finding in words, with numbers */
	const struct trend_point *at; /* oldest first */
	int count;
	bool has_limit;
	int64_t limit;
	struct str limit_says; /* "target 95" */
};

/* Writes the picture. */
void trend_draw(struct buf *out, const struct trend *trend);

#endif
