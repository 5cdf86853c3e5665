/* SPDX-License-Identifier: Apache-2.0 */
/* Bars and lines as SVG, with the same in words. */
#include "render/chart.h"

#include "render/html.h"

#define RING_ROUND 302 /* circumference for r = 48 */
#define FAR_BELOW 10 /* percent points under the pace from which a bar asks for attention */

static int clamp(int percent)
{
	return percent < 0 ? 0 : percent > 100 ? 100 : percent;
}

void chart_ring(struct buf *out, int percent, int pace)
{
	buf_add(out, STR("<svg class=\"ring\" viewBox=\"0 0 112 112\" role=\"img\" aria-label=\""));
	buf_say_format(out, "Kemajuan %d persen; patokan hari ini %d persen", percent, pace);
	buf_add(out, STR("\"><circle class=\"t\" cx=\"56\" cy=\"56\" r=\"48\"/>"));
	if (percent > 0)
		buf_add_format(
			out,
			"<circle class=\"f\" cx=\"56\" cy=\"56\" r=\"48\" stroke-dasharray=\"%d %d\"/>",
			clamp(percent) * RING_ROUND / 100, RING_ROUND);
	buf_add_format(out,
		       "<text x=\"56\" y=\"61\" font-size=\"27\">%d%%</text>"
		       "<text class=\"l\" x=\"56\" y=\"77\">",
		       percent);
	buf_say_format(out, "patokan %d%%", pace);
	buf_add(out, STR("</text></svg>"));
}

void chart_bar(struct buf *out, int percent, int pace)
{
	const char *kind = percent >= pace ? " ok" : percent + FAR_BELOW < pace ? " low" : "";
	buf_add(out, STR("<svg class=\"barsvg\" role=\"img\" aria-label=\""));
	if (percent >= pace)
		buf_say_format(out, "%d persen, patokan %d persen", percent, pace);
	else
		buf_say_format(out, "%d persen, di bawah patokan %d persen", percent, pace);
	buf_add_format(out, "\"><rect class=\"fill%s\" width=\"%d%%\" height=\"14\" rx=\"7\"/>",
		       kind, clamp(percent));
	buf_add_format(out,
		       "<line class=\"pace\" x1=\"%d%%\" x2=\"%d%%\" y1=\"-3\" y2=\"17\"/></svg>",
		       clamp(pace), clamp(pace));
}

void chart_bar_of(struct buf *out, int percent, bool is_ok)
{
	buf_add_format(out,
		       "<svg class=\"barsvg slim\" aria-hidden=\"true\"><rect class=\"fill%s\" "
		       "width=\"%d%%\" height=\"8\" rx=\"4\"/></svg>",
		       is_ok ? " ok" : " low", clamp(percent));
}

#define STEPS_LEFT 150 /* where the first point may stand, right of the names */
#define STEPS_RIGHT 390
#define STEPS_TOP 20
#define STEPS_HEIGHT 28

static int step_x(int at, int count)
{
	return count == 1 ? (STEPS_LEFT + STEPS_RIGHT) / 2
			  : STEPS_LEFT + (STEPS_RIGHT - STEPS_LEFT) * at / (count - 1);
}

static int step_y(int level)
{
	return STEPS_TOP + level * STEPS_HEIGHT;
}

static void add_steps_title(struct buf *out, const struct str names[5],
			    const struct chart_step *steps, int count)
{
	buf_add(out, STR("<title>Predikat: "));
	for (int i = 0; i < count; i++) {
		html_text(out, steps[i].label);
		buf_add_char(out, ' ');
		html_text(out, names[steps[i].level]);
		buf_add(out, i + 1 < count ? STR(", ") : STR(".</title>"));
	}
}

void chart_steps(struct buf *out, const struct str names[5], const struct chart_step *steps,
		 int count)
{
	buf_add(out, STR("<svg class=\"chart\" viewBox=\"0 0 420 165\" role=\"img\">"));
	add_steps_title(out, names, steps, count);
	for (int level = 0; level < 5; level++) {
		buf_add_format(out,
			       "<path class=\"grid\" d=\"M118 %dH410\"/><text x=\"0\" y=\"%d\">",
			       step_y(level), step_y(level) + 4);
		html_text(out, names[level]);
		buf_add(out, STR("</text>"));
	}
	buf_add(out, STR("<path class=\"l1\" d=\"M"));
	for (int i = 0; i < count; i++)
		buf_add_format(out, "%d %d ", step_x(i, count), step_y(steps[i].level));
	buf_add(out, STR("\"/><g class=\"d1\">"));
	for (int i = 0; i < count; i++)
		buf_add_format(out, "<circle cx=\"%d\" cy=\"%d\" r=\"5.5\"/>", step_x(i, count),
			       step_y(steps[i].level));
	buf_add(out, STR("</g><g text-anchor=\"middle\">"));
	for (int i = 0; i < count; i++) {
		buf_add_format(out, "<text x=\"%d\" y=\"160\">", step_x(i, count));
		html_text(out, steps[i].label);
		buf_add(out, STR("</text>"));
	}
	buf_add(out, STR("</g></svg>"));
}

#define PROMISE_WIDE 320

/* A bar that is green up to the promise and orange beyond it. */
static void promise_bar(struct buf *out, int y, int length, int limit)
{
	int green = length < limit ? length : limit;

	buf_add_format(out,
		       "<rect class=\"bx\" y=\"%d\" width=\"%d\" height=\"16\" rx=\"4\"/>"
		       "<rect class=\"b2\" y=\"%d\" width=\"%d\" height=\"16\" rx=\"4\"/>",
		       y, PROMISE_WIDE, y, green);
	if (length > limit)
		buf_add_format(out,
			       "<rect class=\"b3\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"16\"/>",
			       limit, y, length - limit);
}

static void promise_label(struct buf *out, int y, struct str what, struct str value)
{
	buf_add_format(out, "<text y=\"%d\">", y);
	html_text(out, what);
	buf_add_format(out, "</text><text class=\"v\" x=\"%d\" y=\"%d\" text-anchor=\"end\">",
		       PROMISE_WIDE, y);
	html_text(out, value);
	buf_add(out, STR("</text>"));
}

void chart_promise(struct buf *out, const struct chart_promise *it)
{
	int64_t longest = it->most > it->promised ? it->most : it->promised;
	int64_t scale = longest > 0 ? longest + longest / 4 : 1;
	int limit = (int)(it->promised * PROMISE_WIDE / scale);

	buf_add(out, STR("<svg class=\"ch\" viewBox=\"0 0 320 116\" role=\"img\" aria-label=\""));
	html_text(out, it->title);
	buf_add(out, STR("\">"));
	promise_label(out, 14, SAY(out->mem, "Separuh selesai dalam"), it->half_text);
	promise_bar(out, 22, (int)(it->half * PROMISE_WIDE / scale), limit);
	promise_label(out, 60, SAY(out->mem, "9 dari 10 selesai dalam"), it->most_text);
	promise_bar(out, 68, (int)(it->most * PROMISE_WIDE / scale), limit);
	buf_add_format(out,
		       "<path class=\"ji\" d=\"M%d 18V42M%d 64V96\"/><text class=\"r\" x=\"%d\" "
		       "y=\"112\" text-anchor=\"middle\">",
		       limit, limit, limit);
	html_text(out, it->promised_text);
	buf_add(out, STR("</text></svg>"));
}
