/* SPDX-License-Identifier: Apache-2.0 */
#include "render/chart.h"

#define RING_ROUND 302 /* circumference for r = 48 */
#define FAR_BELOW 10   /* percent points under the pace from which a bar asks for attention */

static int clamp(int percent)
{
	return percent < 0 ? 0 : percent > 100 ? 100 : percent;
}

int chart_percent(int64_t part, int64_t whole)
{
	if (whole <= 0 || part <= 0)
		return 0;
	if (part / whole >= 10)
		return 999;
	return (int)((part * 200 + whole) / (whole * 2));
}

void chart_ring(struct buf *out, int percent, int pace)
{
	buf_add_format(out, "<svg class=\"ring\" viewBox=\"0 0 112 112\" role=\"img\" aria-label=\"Kemajuan %d persen; "
	               "patokan hari ini %d persen\"><circle class=\"t\" cx=\"56\" cy=\"56\" r=\"48\"/>", percent, pace);
	if (percent > 0)
		buf_add_format(out, "<circle class=\"f\" cx=\"56\" cy=\"56\" r=\"48\" stroke-dasharray=\"%d %d\"/>",
		               clamp(percent) * RING_ROUND / 100, RING_ROUND);
	buf_add_format(out, "<text x=\"56\" y=\"61\" font-size=\"27\">%d%%</text>"
	               "<text class=\"l\" x=\"56\" y=\"77\">patokan %d%%</text></svg>", percent, pace);
}

void chart_bar(struct buf *out, int percent, int pace)
{
	const char *kind = percent >= pace ? " ok" : percent + FAR_BELOW < pace ? " low" : "";
	const char *words = percent >= pace ? "patokan" : "di bawah patokan";
	buf_add_format(out, "<svg class=\"barsvg\" role=\"img\" aria-label=\"%d persen, %s %d persen\">"
	               "<rect class=\"fill%s\" width=\"%d%%\" height=\"14\" rx=\"7\"/>", percent, words, pace, kind,
	               clamp(percent));
	buf_add_format(out, "<line class=\"pace\" x1=\"%d%%\" x2=\"%d%%\" y1=\"-3\" y2=\"17\"/></svg>", clamp(pace),
	               clamp(pace));
}
