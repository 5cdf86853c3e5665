/* SPDX-License-Identifier: Apache-2.0 */
/* A line through the months, gaps left open. */
#include "render/trend.h"

#include "base/say.h"
#include "render/html.h"

#define LEFT 48
#define RIGHT 406
#define TOP 26
#define FOOT 164
#define LABELS 5 /* below the picture at most */

/* The picture's scale: from nothing to most. */
struct scale {
	int64_t most;
	int count;
};

static int x_of(const struct scale *scale, int at)
{
	return scale->count == 1 ? (LEFT + RIGHT) / 2
				 : LEFT + (RIGHT - LEFT) * at / (scale->count - 1);
}

static int y_of(const struct scale *scale, int64_t value)
{
	int64_t low = value < 0 ? 0 : value > scale->most ? scale->most : value;

	return FOOT - (int)((FOOT - TOP) * (low / 100) / (scale->most / 100));
}

/* A round number not below the largest: 1, 2 or 5 and zeros. */
static int64_t round_up(int64_t most)
{
	static const int steps[] = {1, 2, 5};
	int64_t ten = 100;

	for (;; ten *= 10)
		for (int i = 0; i < 3; i++)
			if (ten * steps[i] >= most)
				return ten * steps[i];
}

static struct scale scale_of(const struct trend *t)
{
	struct scale out = {.count = t->count < TREND_MOST ? t->count : TREND_MOST};
	int64_t most = t->has_limit ? t->limit : 0;

	for (int i = 0; i < out.count; i++)
		if (t->at[i].is_set && t->at[i].value > most)
			most = t->at[i].value;
	out.most = round_up(most);
	return out;
}

static void draw_grid(struct buf *out, const struct scale *scale)
{
	for (int i = 0; i <= 2; i++) {
		int64_t value = scale->most * i / 2;
		int y = y_of(scale, value);

		buf_add_format(out,
			       "<path class=\"%s\" d=\"M%d %dH%d\"/><text class=\"end\" x=\"%d\" "
			       "y=\"%d\">",
			       i == 0 ? "axis" : "grid", LEFT - 6, y, RIGHT + 6, LEFT - 12, y + 4);
		html_text(out, say_hundredths(out->mem, value));
		buf_add(out, STR("</text>"));
	}
}

/* The line, begun anew behind each gap; then the same closed at the foot, as a surface. */
static void draw_line(struct buf *out, const struct trend *t, const struct scale *scale,
		      bool is_surface)
{
	bool is_open = false;
	int from = 0;

	buf_add_format(out, "<path class=\"%s\" d=\"", is_surface ? "a1" : "l1");
	for (int i = 0; i <= scale->count; i++) {
		if (i == scale->count || !t->at[i].is_set) {
			if (is_open && is_surface)
				buf_add_format(out, "L%d %dL%d %dZ", x_of(scale, i - 1), FOOT,
					       x_of(scale, from), FOOT);
			is_open = false;
			continue;
		}
		if (!is_open)
			from = i;
		buf_add_format(out, "%c%d %d", is_open ? 'L' : 'M', x_of(scale, i),
			       y_of(scale, t->at[i].value));
		is_open = true;
	}
	buf_add(out, STR("\"/>"));
}

static void draw_limit(struct buf *out, const struct trend *t, const struct scale *scale)
{
	int y = y_of(scale, t->limit);

	if (!t->has_limit)
		return;
	buf_add_format(out,
		       "<path class=\"lim\" d=\"M%d %dH%d\"/><text class=\"limt\" x=\"%d\" "
		       "y=\"%d\">",
		       LEFT, y, RIGHT, LEFT + 2, y > TOP + 16 ? y - 6 : y + 15);
	html_text(out, t->limit_says);
	buf_add(out, STR("</text>"));
}

/* A dot for each of few points and for those of another origin; the last one says its value. */
static void draw_points(struct buf *out, const struct trend *t, const struct scale *scale)
{
	int last = -1;

	for (int i = 0; i < scale->count; i++)
		if (t->at[i].is_set)
			last = i;
	for (int i = 0; i < scale->count; i++)
		if (t->at[i].is_set && (i == last || t->at[i].is_other || scale->count <= 13))
			buf_add_format(out, "<circle class=\"%s\" cx=\"%d\" cy=\"%d\" r=\"%s\"/>",
				       t->at[i].is_other ? "o1" : "d1", x_of(scale, i),
				       y_of(scale, t->at[i].value), i == last ? "5.5" : "3.5");
	if (last < 0)
		return;
	int y = y_of(scale, t->at[last].value), x = x_of(scale, last);
	buf_add_format(out, "<text class=\"v %s\" x=\"%d\" y=\"%d\">",
		       x > RIGHT - 60 ? "end" : "mid", x > RIGHT - 60 ? RIGHT + 6 : x,
		       y < TOP + 12 ? y + 22 : y - 11);
	html_text(out, say_hundredths(out->mem, t->at[last].value));
	buf_add(out, STR("</text>"));
}

static void draw_labels(struct buf *out, const struct trend *t, const struct scale *scale)
{
	int step = (scale->count + LABELS - 2) / (LABELS - 1);

	for (int i = 0; i<scale->count; i += step> 0 ? step : 1) {
		buf_add_format(out, "<text class=\"mid\" x=\"%d\" y=\"186\">", x_of(scale, i));
		html_text(out, t->at[i].label);
		buf_add(out, STR("</text>"));
	}
}

void trend_draw(struct buf *out, const struct trend *t)
{
	struct scale scale = scale_of(t);

	buf_add(out,
		STR("<svg class=\"chart trend\" viewBox=\"0 0 420 194\" role=\"img\"><title>"));
	html_text(out, t->says);
	buf_add(out, STR("</title>"));
	draw_grid(out, &scale);
	draw_line(out, t, &scale, true);
	draw_limit(out, t, &scale);
	draw_line(out, t, &scale, false);
	draw_points(out, t, &scale);
	draw_labels(out, t, &scale);
	buf_add(out, STR("</svg>"));
}
