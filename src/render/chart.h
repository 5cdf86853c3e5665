/* SPDX-License-Identifier: Apache-2.0 */
/* Small pictures as inline SVG: classes and attributes only, a label that says the finding in
   words. */
#ifndef ABDI_RENDER_CHART_H
#define ABDI_RENDER_CHART_H
#include "base/str.h"

/* A ring of percent (may pass 100; drawn to 100) with the pace beneath the number. */
void chart_ring(struct buf *out, int percent, int pace);
/* A bar with a mark where one should be today; green from the pace on, orange far below it. */
void chart_bar(struct buf *out, int percent, int pace);
/* A bar beside its figure, which says it in words: green, or orange where the limit is not kept. */
void chart_bar_of(struct buf *out, int percent, bool is_ok);
/* What was promised and what half and nine of ten took, all in one measure; texts as people read
   them. title: the finding in a sentence. */
struct chart_promise {
	int64_t promised, half, most;
	struct str promised_text, half_text, most_text, title;
};
void chart_promise(struct buf *out, const struct chart_promise *it);
/* Named levels over time, oldest first: never a number from 0 to 100. level 0 is the best of the
   five names. */
struct chart_step {
	int level;
	struct str label;
};
void chart_steps(struct buf *out, const struct str names[5], const struct chart_step *steps,
		 int count);

#endif
